/** One trigger: the wizard, its deliveries, its registrations. */

import { Link, useLocation } from "wouter-preact";
import { change } from "../api/client";
import { useQuery } from "../api/hooks";
import { DeleteTriggerDocument, DisableTriggerDocument, EnableTriggerDocument, TriggerDocument } from "../gql/graphql";
import { Confirm, Deed, Empty, Head, Tabs, waiting } from "../parts/basics";
import { Badge } from "../parts/outcome";
import type { Trigger } from "../wizard/trigger";
import { Wizard } from "../wizard/wizard";
import { Deliveries } from "./deliveries";
import { Health } from "./health";
import { Registrations } from "./registrations";
import { Status } from "./triggers";

const NAMES: Record<string, string> = { deliveries: "Deliveries", registrations: "Registrations", health: "Health" };

export default function TriggerScreen({ id, tab }: { id: string; tab: string }) {
  const asked = useQuery(TriggerDocument, { id }, { pollMs: 2_500 });
  const trigger = asked.data?.trigger;
  if (!trigger)
    return (
      waiting(asked, "the trigger") ?? (
        <Empty title="There is no such trigger" action={<Link href="/">All integrations</Link>} />
      )
    );
  const current = NAMES[tab] ?? "Wizard";
  return (
    <div class="page wide">
      <Head
        title={
          <>
            {trigger.name} <Status status={trigger.status} />{" "}
            {trigger.hasDraft && trigger.status !== "DRAFT" && <Badge tone="warn">Changes not live</Badge>}
          </>
        }
        crumbs={[
          ["Integrations", "/"],
          [trigger.integration.name, `/integrations/${trigger.integration.id}`],
        ]}
      >
        <Deeds trigger={trigger} />
      </Head>
      <Tabs
        label="Of this trigger"
        current={current}
        tabs={[
          ["Wizard", `/triggers/${id}`],
          ["Deliveries", `/triggers/${id}/deliveries`],
          ["Registrations", `/triggers/${id}/registrations`],
          ...(trigger.status === "DRAFT" ? [] : [["Health", `/triggers/${id}/health`] as [string, string]]),
        ]}
      />
      {current === "Wizard" && <Wizard trigger={trigger} />}
      {current === "Deliveries" && <Deliveries triggerId={id} />}
      {current === "Health" && <Health triggerId={id} />}
      {current === "Registrations" && <Registrations triggerId={id} />}
    </div>
  );
}

function Deeds({ trigger }: { trigger: Trigger }) {
  const [, go] = useLocation();
  const input = { triggerId: trigger.id };
  const remove = async () => {
    const done = await change(DeleteTriggerDocument, input);
    if (done.problems.length > 0) return done.problems.map((each) => each.message).join(" ");
    go(`/integrations/${trigger.integration.id}`);
  };
  return (
    <>
      {trigger.status === "ACTIVE" && (
        <Deed
          does="Disable"
          doing="Disabling …"
          onDo={async () => void (await change(DisableTriggerDocument, input))}
        />
      )}
      {trigger.status === "DISABLED" && (
        <Deed does="Enable" doing="Enabling …" onDo={async () => void (await change(EnableTriggerDocument, input))} />
      )}
      <Confirm ask="Delete" does="Delete the trigger" doing="Deleting …" onDo={remove}>
        <p>{trigger.removalImpact.explanation}</p>
        <p>Its address answers 410 from then on, which tells providers to stop. This cannot be undone.</p>
      </Confirm>
    </>
  );
}

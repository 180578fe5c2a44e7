/** The webhooks that exist at the provider because of a trigger. */

import { useState } from "preact/hooks";
import { type Problem, change } from "../api/client";
import { useQuery } from "../api/hooks";
import {
  MarkRegistrationRemovedDocument,
  RegistrationsDocument,
  type RegistrationState,
  type RegistrationsQuery,
  RetryRegistrationDocument,
  TriggerDocument,
} from "../gql/graphql";
import { Confirm, Deed, Empty } from "../parts/basics";
import { Badge, humane } from "../parts/outcome";
import { Pages } from "../parts/pages";
import { Time } from "../parts/time";
import { ExchangeView } from "../wizard/exchange";
import { Reconcile } from "./reconcile";

const TONES: Partial<Record<RegistrationState, string>> = {
  ACTIVE: "good",
  PENDING: "info",
  ERRORED: "bad",
  ORPHANED: "bad",
  EXPIRED: "warn",
};

type Row = NonNullable<RegistrationsQuery["trigger"]>["registrations"]["edges"][number]["node"];

export function Registrations({ triggerId }: { triggerId: string }) {
  const trigger = useQuery(TriggerDocument, { id: triggerId }).data?.trigger;
  return (
    <div class="stack">
      <Pages
        document={RegistrationsDocument}
        variables={{ id: triggerId }}
        pick={(data) => data.trigger?.registrations}
        what="registrations"
        pollMs={3_000}
        empty={
          <Empty title="No webhook exists at the provider">
            One is made by the setup request: by the wizard for your sandbox account, and for each account that a
            workflow is enabled for.
          </Empty>
        }
      >
        {(rows) => (
          <ul class="card tight list">
            {rows.map((row) => (
              <Registration key={row.id} row={row} />
            ))}
          </ul>
        )}
      </Pages>
      {trigger?.setup && <Reconcile trigger={trigger} />}
    </div>
  );
}

function Registration({ row }: { row: Row }) {
  return (
    <li>
      <details class="list-fold">
        <summary class="list-row">
          <span>
            <span class="list-name">{row.credential ? row.credential.userId : "The app itself"}</span>
            <span class="list-about"> {row.reason}</span>
          </span>
          <span class="list-side">
            {row.isTest && <Badge tone="plain">Sandbox</Badge>}
            {row.nextAttemptAt && (
              <span>
                next attempt <Time at={row.nextAttemptAt} />
              </span>
            )}
            <Badge tone={TONES[row.state] ?? "plain"}>{humane(row.state)}</Badge>
            <Time at={row.updatedAt} />
          </span>
        </summary>
        <div class="arrival-in stack">
          <Facts row={row} />
          <Deeds row={row} />
          {row.history.length === 0 && <p class="hint">No request was sent for it.</p>}
          {row.history.map(({ deed, exchange }) => (
            <section key={exchange.sentAt} class="stack" aria-label={humane(deed)}>
              <h3>{humane(deed)}</h3>
              <ExchangeView exchange={exchange} />
            </section>
          ))}
        </div>
      </details>
    </li>
  );
}

function Facts({ row }: { row: Row }) {
  const facts = [
    ["It delivers to", row.webhookUrl && <code>{row.webhookUrl}</code>],
    ["Removed by", row.providerUrl && <code>{row.providerUrl}</code>],
    ["Ends", row.expiresAt && <Time at={row.expiresAt} />],
    ["Renewed", row.renewsAt && <Time at={row.renewsAt} />],
    ["Failed attempts", row.attempts > 0 && String(row.attempts)],
  ] as const;
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
    </dl>
  );
}

function Deeds({ row }: { row: Row }) {
  const [problems, setProblems] = useState<Problem[]>([]);
  const input = { registrationId: row.id };
  const canRetry = !row.isTest && (row.state === "ERRORED" || row.state === "ORPHANED" || row.attempts > 0);
  if (!canRetry) return null;
  return (
    <div class="row">
      <Deed
        does="Try again now"
        doing="Asking …"
        onDo={async () => setProblems((await change(RetryRegistrationDocument, input)).problems)}
      />
      {row.state === "ORPHANED" && (
        <Confirm
          ask="I removed it by hand"
          does="It is removed"
          doing="Saving …"
          onDo={async () =>
            (await change(MarkRegistrationRemovedDocument, input)).problems.map((each) => each.message).join(" ")
          }
        >
          <p>It is not tried to be removed any more. {row.providerUrl && `It stood at ${row.providerUrl}.`}</p>
        </Confirm>
      )}
      {problems.map((each) => (
        <span key={each.message} class="wrong-text" role="alert">
          {each.message}
        </span>
      ))}
    </div>
  );
}

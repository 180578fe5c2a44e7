/** Why an event found no account, and giving it to one by hand. */

import { useState } from "preact/hooks";
import { type Problem, change } from "../api/client";
import { useQuery } from "../api/hooks";
import { AccountsDocument, RouteDeliveryDocument, TriggerDocument } from "../gql/graphql";
import { Deed, Notice } from "../parts/basics";
import type { Delivery } from "./delivery-detail";

export function NearMisses({ delivery }: { delivery: Delivery }) {
  const triggerId = delivery.verdicts.find((each) => each.trigger)?.trigger?.id ?? "";
  const trigger = useQuery(TriggerDocument, { id: triggerId }, { isPaused: !triggerId }).data?.trigger;
  const [problems, setProblems] = useState<Problem[]>([]);
  const route = async (credentialId: string) =>
    setProblems((await change(RouteDeliveryDocument, { deliveryId: delivery.id, credentialId })).problems);
  return (
    <section class="card stack" aria-labelledby="unrouted-title">
      <h2 id="unrouted-title">Whose is it?</h2>
      <p class="hint">
        It is genuine, and no connected account has its Provider ID. It is kept, and routed by itself once such an
        account connects.
      </p>
      {problems.map((each) => (
        <Notice key={each.message} tone="bad">
          {each.message}
        </Notice>
      ))}
      <ul class="list">
        {delivery.nearMisses.map((each, index) => (
          <li key={index} class="list-row flush">
            <span>
              {each.message} <code>{each.path}</code>
            </span>
            {each.credential && (
              <Deed
                does={`Give it to ${each.credential.userId}`}
                doing="Routing …"
                onDo={() => route(each.credential!.id)}
              />
            )}
          </li>
        ))}
      </ul>
      {trigger && <ByHand integrationId={trigger.integration.id} onRoute={route} />}
    </section>
  );
}

function ByHand({
  integrationId,
  onRoute,
}: {
  integrationId: string;
  onRoute: (credentialId: string) => Promise<void>;
}) {
  const rows =
    useQuery(AccountsDocument, { id: integrationId, after: null }).data?.integration?.credentials.edges.map(
      (edge) => edge.node,
    ) ?? [];
  const connected = rows.filter((each) => each.status === "CONNECTED");
  const [chosen, setChosen] = useState("");
  const id = chosen || connected[0]?.id;
  if (!id) return null;
  return (
    <div class="row">
      <select
        aria-label="Account to give it to"
        class="narrow"
        value={id}
        onChange={(event) => setChosen(event.currentTarget.value)}
      >
        {connected.map((each) => (
          <option key={each.id} value={each.id}>
            {each.userId} {each.providerId && `(${each.providerId})`}
          </option>
        ))}
      </select>
      <Deed does="Give it to this account" doing="Routing …" onDo={() => onRoute(id)} />
    </div>
  );
}

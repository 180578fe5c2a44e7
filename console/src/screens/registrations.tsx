/** The webhooks that exist at the provider because of a trigger. */

import { RegistrationsDocument, type RegistrationState } from "../gql/graphql";
import { Empty } from "../parts/basics";
import { Badge, humane } from "../parts/outcome";
import { Pages } from "../parts/pages";
import { Time } from "../parts/time";
import { ExchangeView } from "../wizard/exchange";

const TONES: Partial<Record<RegistrationState, string>> = { ACTIVE: "good", PENDING: "info", ERRORED: "bad", ORPHANED: "bad", EXPIRED: "warn" };

export function Registrations({ triggerId }: { triggerId: string }) {
  return (
    <Pages
      document={RegistrationsDocument}
      variables={{ id: triggerId }}
      pick={(data) => data.trigger?.registrations}
      what="registrations"
      empty={<Empty title="No webhook exists at the provider">One is made by the setup request: by the wizard for your sandbox account, and for each account that needs the trigger.</Empty>}
    >
      {(rows) => (
        <ul class="card tight list">
          {rows.map((row) => (
            <li key={row.id}>
              <details class="list-fold">
                <summary class="list-row">
                  <span>
                    <span class="list-name">{row.credential ? row.credential.userId : "The app itself"}</span>
                    <span class="list-about"> {row.reason}</span>
                  </span>
                  <span class="list-side">
                    {row.isTest && <Badge tone="plain">Sandbox</Badge>}
                    <Badge tone={TONES[row.state] ?? "plain"}>{humane(row.state)}</Badge>
                    <Time at={row.updatedAt} />
                  </span>
                </summary>
                <div class="arrival-in">{row.exchange ? <ExchangeView exchange={row.exchange} /> : <p class="hint">No request was sent for it.</p>}</div>
              </details>
            </li>
          ))}
        </ul>
      )}
    </Pages>
  );
}

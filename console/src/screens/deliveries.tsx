/** A trigger's deliveries, by how they ended. */

import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { DeliveriesDocument, type DeliveryOutcome } from "../gql/graphql";
import { Empty } from "../parts/basics";
import { bytes } from "../parts/json";
import { OUTCOMES, Outcome, humane, kindOf, outcomeWord } from "../parts/outcome";
import { Pages } from "../parts/pages";
import { Time } from "../parts/time";
import { ReplayMany } from "./bulk";

export function Deliveries({ triggerId }: { triggerId: string }) {
  const [chosen, setChosen] = useState<DeliveryOutcome[]>([]);
  const flip = (each: DeliveryOutcome) =>
    setChosen(chosen.includes(each) ? chosen.filter((one) => one !== each) : [...chosen, each]);
  return (
    <div class="stack">
      <div class="row spread">
        <div class="outcomes" role="group" aria-label="Show those that ended as">
          {OUTCOMES.map((each) => (
            <label key={each}>
              <input type="checkbox" checked={chosen.includes(each)} onChange={() => flip(each)} />
              {outcomeWord(each)}
            </label>
          ))}
        </div>
        <ReplayMany triggerId={triggerId} />
      </div>
      <Pages
        key={chosen.join()}
        document={DeliveriesDocument}
        variables={{ id: triggerId, outcome: chosen.length > 0 ? chosen : null }}
        pick={(data) => data.trigger?.deliveries}
        what="deliveries"
        pollMs={4_000}
        empty={
          <Empty title={chosen.length > 0 ? "None ended so" : "Nothing has arrived yet"}>
            Everything that comes to this trigger's addresses is listed here, also what was refused, and why.
          </Empty>
        }
      >
        {(rows) => (
          <ul class="card tight list">
            {rows.map((row) => (
              <li key={row.id}>
                <Link class="list-row" href={`/deliveries/${row.id}`}>
                  <span>
                    <span class="row">
                      <Outcome outcome={row.outcome} />
                      {kindOf(row) && <code>{kindOf(row)}</code>}
                      <span class="list-about">
                        {row.cause && <strong>{humane(row.cause)}: </strong>}
                        {row.explanation}
                      </span>
                    </span>
                  </span>
                  <span class="list-side">
                    {row.isTest && <span>test</span>}
                    <span class="mono">{row.method}</span>
                    <span>{bytes(row.body.size)}</span>
                    <span>→ {row.reply.status}</span>
                    <Time at={row.receivedAt} />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </div>
  );
}

/** Genuine events that no connected account could be found for. */

import { Link } from "wouter-preact";
import { UnroutedDocument } from "../gql/graphql";
import { Empty } from "../parts/basics";
import { Outcome } from "../parts/outcome";
import { Pages } from "../parts/pages";
import { Time } from "../parts/time";
import type { Integration } from "./integration";

export function Unrouted({ integration }: { integration: Integration }) {
  return (
    <Pages
      document={UnroutedDocument}
      variables={{ id: integration.id }}
      pick={(data) => data.integration?.unrouted}
      what="unrouted deliveries"
      empty={
        <Empty title="Every event found its account">
          Genuine events whose Provider ID no connected account has are kept here.
        </Empty>
      }
    >
      {(rows) => (
        <ul class="card tight list">
          {rows.map((row) => (
            <li key={row.id}>
              <Link class="list-row" href={`/deliveries/${row.id}`}>
                <span>
                  <span class="list-name">{ids(row.verdicts) || "No Provider ID"}</span>
                  <span class="list-about"> {row.nearMisses[0]?.message ?? row.explanation}</span>
                </span>
                <span class="list-side">
                  <Outcome outcome={row.outcome} />
                  <Time at={row.receivedAt} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Pages>
  );
}

const ids = (verdicts: { providerIds: string[] }[]): string =>
  [...new Set(verdicts.flatMap((each) => each.providerIds))].join(", ");

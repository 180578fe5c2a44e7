/** An integration's triggers. */

import { Link } from "wouter-preact";
import { type TriggerStatus, TriggersDocument } from "../gql/graphql";
import { Empty } from "../parts/basics";
import { Badge } from "../parts/outcome";
import { Pages } from "../parts/pages";
import { Time } from "../parts/time";
import type { Integration } from "./integration";

export function Triggers({ integration }: { integration: Integration }) {
  return (
    <Pages
      document={TriggersDocument}
      variables={{ id: integration.id }}
      pick={(data) => data.integration?.triggers}
      what="triggers"
      pollMs={5_000}
      empty={<None id={integration.id} />}
    >
      {(rows) => (
        <ul class="card tight list">
          {rows.map((row) => (
            <li key={row.id}>
              <Link class="list-row" href={`/triggers/${row.id}`}>
                <span>
                  <span class="list-name">{row.name}</span>
                  <span class="list-about">
                    {" "}
                    {row.level === "APP" ? "App-level" : "User-level"},{" "}
                    {row.creation === "MANUAL" ? "manual" : "API request"}
                    {row.description && ` · ${row.description}`}
                  </span>
                </span>
                <span class="list-side">
                  {row.sample && (
                    <span>
                      proven <Time at={row.sample.receivedAt} />
                    </span>
                  )}
                  {row.status === "DRAFT" && <span>{remaining(row.wizard.stepsRemaining)}</span>}
                  {row.hasDraft && row.status !== "DRAFT" && <Badge tone="warn">Changes not live</Badge>}
                  <Status status={row.status} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Pages>
  );
}

export const remaining = (steps: number): string =>
  steps === 0 ? "Ready to finish" : `${steps} ${steps === 1 ? "step" : "steps"} remaining`;

export function Status({ status }: { status: TriggerStatus }) {
  if (status === "ACTIVE") return <Badge tone="good">Active</Badge>;
  return status === "DISABLED" ? <Badge tone="bad">Disabled</Badge> : <Badge tone="warn">Draft</Badge>;
}

const None = ({ id }: { id: string }) => (
  <Empty
    title="No trigger yet"
    action={
      <Link class="button primary" href={`/integrations/${id}/new`}>
        Make the first
      </Link>
    }
  >
    A trigger says how a webhook is created, answered and signed, and which customer an event belongs to.
  </Empty>
);

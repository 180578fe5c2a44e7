/** The accounts that a workflow is enabled for. */

import { WorkflowAccountsDocument } from "../gql/graphql";
import { Empty } from "../parts/basics";
import { Badge, humane } from "../parts/outcome";
import { Pages } from "../parts/pages";
import type { Workflow } from "./workflow";

export function WorkflowAccounts({ workflow }: { workflow: Workflow }) {
  return (
    <Pages document={WorkflowAccountsDocument} variables={{ id: workflow.id }} pick={(data) => data.workflow?.accounts} what="accounts" empty={<Empty title="It is enabled for no account">No live event starts it until it is enabled for an account.</Empty>}>
      {(rows) => (
        <ul class="card tight list">
          {rows.map((row) => (
            <li key={row.id} class="list-row">
              <span>
                <span class="list-name">{row.userId}</span>
                <span class="list-about"> {row.providerId && <code>{row.providerId}</code>}</span>
              </span>
              <span class="list-side">
                <Badge tone={row.status === "CONNECTED" ? "good" : "plain"}>{humane(row.status)}</Badge>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Pages>
  );
}

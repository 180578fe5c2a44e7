/** The accounts that a workflow is enabled for. */

import { useState } from "preact/hooks";
import { type Problem, change } from "../api/client";
import { useQuery } from "../api/hooks";
import {
  AccountsDocument,
  DisableWorkflowDocument,
  EnableWorkflowDocument,
  WorkflowAccountsDocument,
} from "../gql/graphql";
import { Deed, Empty, Notice } from "../parts/basics";
import { Badge, humane } from "../parts/outcome";
import { Pages } from "../parts/pages";
import type { Workflow } from "./workflow";

export function WorkflowAccounts({ workflow }: { workflow: Workflow }) {
  const [problems, setProblems] = useState<Problem[]>([]);
  const enable = async (credentialId: string) =>
    setProblems((await change(EnableWorkflowDocument, { workflowId: workflow.id, credentialId })).problems);
  const disable = async (credentialId: string) =>
    setProblems((await change(DisableWorkflowDocument, { workflowId: workflow.id, credentialId })).problems);
  return (
    <div class="stack">
      {workflow.trigger && <Enabling integrationId={workflow.trigger.integration.id} onEnable={enable} />}
      {problems.map((each) => (
        <Notice key={each.message} tone="bad">
          {each.message}
        </Notice>
      ))}
      <Pages
        document={WorkflowAccountsDocument}
        variables={{ id: workflow.id }}
        pick={(data) => data.workflow?.accounts}
        what="accounts"
        pollMs={5_000}
        empty={
          <Empty title="It is enabled for no account">
            No live event starts it until it is enabled for an account. The first that needs a webhook has it made at
            the provider.
          </Empty>
        }
      >
        {(rows) => (
          <ul class="card tight list">
            {rows.map((row) => (
              <li key={row.id} class="list-row">
                <span>
                  <span class="list-name">{row.userId}</span>
                  <span class="list-about"> {row.providerId && <code>{row.providerId}</code>}</span>
                </span>
                <span class="list-side">
                  <Badge tone={row.status === "CONNECTED" ? "good" : "warn"}>{humane(row.status)}</Badge>
                  <Deed does="Disable" doing="Disabling …" onDo={() => disable(row.id)} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </div>
  );
}

function Enabling({
  integrationId,
  onEnable,
}: {
  integrationId: string;
  onEnable: (credentialId: string) => Promise<void>;
}) {
  const rows =
    useQuery(AccountsDocument, { id: integrationId, after: null }).data?.integration?.credentials.edges.map(
      (edge) => edge.node,
    ) ?? [];
  const connected = rows.filter((each) => each.status === "CONNECTED");
  const [chosen, setChosen] = useState("");
  const id = chosen || connected[0]?.id;
  if (!id) return <Notice>No account of this integration is connected yet.</Notice>;
  return (
    <div class="row">
      <select
        aria-label="Account to enable it for"
        class="narrow"
        value={id}
        onChange={(event) => setChosen(event.currentTarget.value)}
      >
        {connected.map((each) => (
          <option key={each.id} value={each.id}>
            {each.userId}
            {each.providerId && ` (${each.providerId})`}
            {each.isSandbox && ", sandbox"}
          </option>
        ))}
      </select>
      <Deed kind="primary" does="Enable for this account" doing="Enabling …" onDo={() => onEnable(id)} />
    </div>
  );
}

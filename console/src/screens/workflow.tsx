/** One workflow: how its runs are sent, its Test Step, its runs. */

import { useState } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import { type Problem, change } from "../api/client";
import { useQuery } from "../api/hooks";
import {
  DeleteWorkflowDocument,
  RotateWorkflowSecretDocument,
  UpdateWorkflowDocument,
  WorkflowDocument,
  type WorkflowQuery,
} from "../gql/graphql";
import { Confirm, Copy, Deed, Empty, Head, Notice, Tabs, waiting } from "../parts/basics";
import { Check, Text } from "../parts/fields";
import { Form } from "../parts/form";
import { SaveState } from "../parts/save-state";
import { useSaving } from "../parts/saving";
import { Time } from "../parts/time";
import { Filter, filterDraft, filterInput } from "../wizard/filter";
import { RunList } from "./runs";
import { TestStep } from "./test-step";
import { WorkflowAccounts } from "./workflow-accounts";
import { WorkflowBadge } from "./workflows";

export type Workflow = NonNullable<WorkflowQuery["workflow"]>;

export default function WorkflowScreen({ id, tab }: { id: string; tab: string }) {
  const asked = useQuery(WorkflowDocument, { id }, { pollMs: 5_000 });
  const workflow = asked.data?.workflow;
  if (!workflow)
    return (
      waiting(asked, "the workflow") ?? (
        <Empty title="There is no such workflow" action={<Link href="/workflows">All workflows</Link>} />
      )
    );
  const current = ["test", "runs", "accounts"].includes(tab) ? tab : "";
  const names: Record<string, string> = { "": "Workflow", test: "Test Step", accounts: "Accounts", runs: "Runs" };
  return (
    <div class="page">
      <Head
        title={
          <>
            {workflow.name} <WorkflowBadge status={workflow.status} />
          </>
        }
        crumbs={[["Workflows", "/workflows"]]}
        about={
          workflow.trigger && (
            <>
              On <Link href={`/triggers/${workflow.trigger.id}`}>{workflow.trigger.name}</Link> of{" "}
              {workflow.trigger.integration.name}
            </>
          )
        }
      >
        <Deeds workflow={workflow} />
      </Head>
      <Tabs
        label="Of this workflow"
        current={names[current]!}
        tabs={Object.entries(names).map(([slug, name]) => [name, `/workflows/${id}/${slug}`.replace(/\/$/, "")])}
      />
      {workflow.stoppedReason && <Notice tone="warn">{workflow.stoppedReason}</Notice>}
      {current === "" && <Description workflow={workflow} />}
      {current === "test" && <TestStep workflow={workflow} />}
      {current === "accounts" && <WorkflowAccounts workflow={workflow} />}
      {current === "runs" && <RunList workflowId={id} />}
    </div>
  );
}

function Deeds({ workflow }: { workflow: Workflow }) {
  const [, go] = useLocation();
  const isRunning = workflow.status === "ACTIVE";
  return (
    <>
      <Deed
        does={isRunning ? "Pause" : "Resume"}
        doing={isRunning ? "Pausing …" : "Resuming …"}
        onDo={async () => void (await change(UpdateWorkflowDocument, { workflowId: workflow.id, isPaused: isRunning }))}
      />
      <Confirm
        ask="Delete"
        does="Delete the workflow"
        doing="Deleting …"
        onDo={async () => {
          const done = await change(DeleteWorkflowDocument, { workflowId: workflow.id });
          if (done.problems.length > 0) return done.problems.map((each) => each.message).join(" ");
          go("/workflows");
        }}
      >
        <p>{workflow.removalImpact.explanation}</p>
        <p>No event starts it any more, and runs that are not done are cancelled.</p>
      </Confirm>
    </>
  );
}

function Description({ workflow }: { workflow: Workflow }) {
  const server = {
    name: workflow.name,
    endpoint: workflow.endpoint ?? "",
    isOrdered: workflow.isOrdered,
    filter: filterDraft(workflow.filter),
  };
  const form = useSaving(server, workflow.updatedAt, async (value) => {
    const done = await change(UpdateWorkflowDocument, {
      workflowId: workflow.id,
      name: value.name,
      endpoint: value.endpoint.trim() || null,
      isOrdered: value.isOrdered,
      filter: filterInput(value.filter),
    });
    return { problems: done.problems, version: done.payload?.workflow?.updatedAt };
  });
  const { value, set } = form;
  return (
    <>
      <section class="card" aria-labelledby="runs-title">
        <div class="card-head">
          <h2 id="runs-title">How its runs are sent</h2>
          <SaveState saving={form} />
        </div>
        <Form label="Workflow" problems={form.problems}>
          <Text label="Name" path="name" value={value.name} onValue={(name) => set({ name })} />
          <Text
            label="Endpoint"
            path="endpoint"
            isOptional
            isMono
            hint="Empty: an engine pulls its runs."
            value={value.endpoint}
            onValue={(endpoint) => set({ endpoint })}
          />
          <Check
            label="One after another for each account"
            value={value.isOrdered}
            onValue={(isOrdered) => set({ isOrdered })}
            hint="A run then waits until the one before it is over."
          />
          <Filter groups={value.filter} path="filter" onGroups={(filter) => set({ filter })} />
        </Form>
      </section>
      <Secrets workflow={workflow} />
    </>
  );
}

function Secrets({ workflow }: { workflow: Workflow }) {
  const [secret, setSecret] = useState("");
  const [problems, setProblems] = useState<Problem[]>([]);
  const rotate = async () => {
    const done = await change(RotateWorkflowSecretDocument, { workflowId: workflow.id });
    setProblems(done.problems);
    setSecret(done.payload?.secret ?? "");
  };
  return (
    <section class="card stack" aria-labelledby="secret-title">
      <div class="card-head">
        <div>
          <h2 id="secret-title">Signing secrets</h2>
          <p class="hint">By Standard Webhooks. While they are changed, both sign for a day.</p>
        </div>
        <Deed does="Make a new secret" doing="Making it …" onDo={rotate} />
      </div>
      {problems.map((each) => (
        <Notice key={each.message} tone="bad">
          {each.message}
        </Notice>
      ))}
      {secret && (
        <Notice tone="good">
          <p>The new secret. It is shown this once.</p>
          <Copy label="Signing secret" text={secret} />
        </Notice>
      )}
      <ul class="list">
        {workflow.secrets.map((each) => (
          <li key={each.createdAt} class="list-row flush">
            <span>
              Made <Time at={each.createdAt} />
            </span>
            <span class="list-side">
              {each.expiresAt ? (
                <span>
                  signs until <Time at={each.expiresAt} />
                </span>
              ) : (
                "signs"
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

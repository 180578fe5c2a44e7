/** A workflow to make, on a finished trigger. */

import { useState } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import { type Problem, change } from "../api/client";
import { useQuery } from "../api/hooks";
import { CreateWorkflowDocument, FinishedTriggersDocument } from "../gql/graphql";
import { Copy, Deed, Empty, Head, Notice, waiting } from "../parts/basics";
import { Select, Text } from "../parts/fields";
import { Form } from "../parts/form";

export default function NewWorkflow() {
  const asked = useQuery(FinishedTriggersDocument, {});
  const [, go] = useLocation();
  const [value, setValue] = useState({ name: "", triggerId: "", endpoint: "" });
  const [made, setMade] = useState<{ id: string; secret: string } | null>(null);
  const [problems, setProblems] = useState<Problem[]>([]);
  if (!asked.data) return waiting(asked, "the triggers");
  const triggers = asked.data.integrations.edges.flatMap(({ node }) =>
    node.triggers.edges.map((edge) => [edge.node.id, `${node.name}: ${edge.node.name}`] as const),
  );
  const triggerId = value.triggerId || (triggers[0]?.[0] ?? "");
  const make = async () => {
    const done = await change(CreateWorkflowDocument, {
      name: value.name,
      triggerId,
      endpoint: value.endpoint.trim() || null,
    });
    setProblems(done.problems);
    if (!done.payload?.workflow) return;
    if (done.payload.secret) setMade({ id: done.payload.workflow.id, secret: done.payload.secret });
    else go(`/workflows/${done.payload.workflow.id}`);
  };
  return (
    <div class="page">
      <Head title="New workflow" crumbs={[["Workflows", "/workflows"]]} />
      {made && (
        <div class="card stack">
          <Notice tone="good">
            The workflow is made. What it POSTs is signed with this secret, which is shown this once.
          </Notice>
          <Copy label="Signing secret" text={made.secret} />
          <div class="row end">
            <Link class="button primary" href={`/workflows/${made.id}`}>
              I have kept it
            </Link>
          </div>
        </div>
      )}
      {!made && triggers.length === 0 && (
        <Empty title="No trigger is finished yet" action={<Link href="/">Finish one first</Link>} />
      )}
      {!made && triggers.length > 0 && (
        <div class="card">
          <Form label="New workflow" problems={problems} onSubmit={() => void make()}>
            <Text
              label="Name"
              path="name"
              value={value.name}
              onValue={(name) => setValue({ ...value, name })}
              autoFocus
            />
            <Select
              label="Trigger"
              path="triggerId"
              value={triggerId}
              options={triggers}
              onValue={(chosen) => setValue({ ...value, triggerId: chosen })}
            />
            <Text
              label="Endpoint"
              path="endpoint"
              isOptional
              isMono
              placeholder="https://engine.example.com/runs"
              hint="Each run is POSTed there, signed by Standard Webhooks. Without one, an engine pulls runs over the API."
              value={value.endpoint}
              onValue={(endpoint) => setValue({ ...value, endpoint })}
            />
            <div class="row end">
              <Deed kind="primary" does="Make the workflow" doing="Making it …" onDo={make} />
            </div>
          </Form>
        </div>
      )}
    </div>
  );
}

/** The project's workflows. */

import { Link } from "wouter-preact";
import { type WorkflowStatus, WorkflowsDocument } from "../gql/graphql";
import { Empty, Head } from "../parts/basics";
import { Badge, humane } from "../parts/outcome";
import { Pages } from "../parts/pages";

export default function Workflows() {
  return (
    <div class="page">
      <Head
        title="Workflows"
        about="What the events of a finished trigger start, for the accounts that it is enabled for."
      >
        <Link class="button primary" href="/workflows/new">
          New workflow
        </Link>
      </Head>
      <Pages
        document={WorkflowsDocument}
        variables={{}}
        pick={(data) => data.workflows}
        what="workflows"
        pollMs={5_000}
        empty={<None />}
      >
        {(rows) => (
          <ul class="card tight list">
            {rows.map((row) => (
              <li key={row.id}>
                <Link class="list-row" href={`/workflows/${row.id}`}>
                  <span>
                    <span class="list-name">{row.name}</span>
                    <span class="list-about">
                      {" "}
                      {row.trigger
                        ? `${row.trigger.integration.name}: ${row.trigger.name}`
                        : "its trigger was deleted"}{" "}
                      · {row.endpoint ?? "pulled by an engine"}
                    </span>
                  </span>
                  <span class="list-side">
                    {row.dead.edges.length > 0 && <Badge tone="bad">Dead runs</Badge>}
                    <WorkflowBadge status={row.status} />
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

export const WorkflowBadge = ({ status }: { status: WorkflowStatus }) => (
  <Badge tone={status === "ACTIVE" ? "good" : status === "PAUSED" ? "warn" : "bad"}>{humane(status)}</Badge>
);

const None = () => (
  <Empty
    title="No workflow yet"
    action={
      <Link class="button primary" href="/workflows/new">
        Make the first
      </Link>
    }
  >
    A workflow stands on a finished trigger: each event of an account is POSTed to its endpoint, or waits until an
    engine pulls it.
  </Empty>
);

/** One run: what it carries and every attempt to bring it. */

import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { change } from "../api/client";
import { useQuery } from "../api/hooks";
import { RetryRunDocument, RunDocument, type RunQuery } from "../gql/graphql";
import { Deed, Empty, Head, Notice, waiting } from "../parts/basics";
import { Tree } from "../parts/json";
import { Badge } from "../parts/outcome";
import { Time } from "../parts/time";
import { RunBadge } from "./runs";

export default function RunScreen({ id }: { id: string }) {
  const asked = useQuery(RunDocument, { id }, { pollMs: 3_000 });
  const [problem, setProblem] = useState("");
  const run = asked.data?.run;
  if (!run)
    return (
      waiting(asked, "the run") ?? <Empty title="There is no such run" action={<Link href="/runs">All runs</Link>} />
    );
  return (
    <div class="page">
      <Head
        title={
          <>
            Run <RunBadge state={run.state} />
          </>
        }
        crumbs={[["Runs", "/runs"]]}
        about={<code>{id}</code>}
      >
        {(run.state === "DEAD" || run.state === "PENDING") && (
          <Deed
            does="Try it now"
            doing="Asking …"
            onDo={async () =>
              setProblem((await change(RetryRunDocument, { runId: id })).problems.map((each) => each.message).join(" "))
            }
          />
        )}
      </Head>
      {problem && <Notice tone="bad">{problem}</Notice>}
      <div class="card">
        <dl class="facts">
          {run.workflow && (
            <>
              <dt>Workflow</dt>
              <dd>
                <Link href={`/workflows/${run.workflow.id}`}>{run.workflow.name}</Link>
              </dd>
            </>
          )}
          {run.credential && (
            <>
              <dt>Account of</dt>
              <dd>{run.credential.userId}</dd>
            </>
          )}
          {run.delivery && (
            <>
              <dt>By the delivery of</dt>
              <dd>
                <Link href={`/deliveries/${run.delivery.id}`}>
                  <Time at={run.delivery.receivedAt} />
                </Link>
              </dd>
            </>
          )}
          <dt>Event</dt>
          <dd>
            <code>{run.eventId}</code>
          </dd>
          {run.nextAttemptAt && (
            <>
              <dt>Next attempt</dt>
              <dd>
                <Time at={run.nextAttemptAt} />
              </dd>
            </>
          )}
          {run.error && (
            <>
              <dt>Last problem</dt>
              <dd class="wrong-text">{run.error}</dd>
            </>
          )}
        </dl>
      </div>
      <Attempts history={run.history} />
      {run.output !== null && run.output !== undefined && (
        <section class="stack" aria-label="What the workflow gets">
          <h2>What the workflow gets</h2>
          <Tree value={run.output} />
        </section>
      )}
    </div>
  );
}

function Attempts({ history }: { history: NonNullable<RunQuery["run"]>["history"] }) {
  return (
    <section class="stack" aria-label="Attempts">
      <h2>Attempts</h2>
      {history.length === 0 && <Empty title="None yet" />}
      <ul class="card tight list">
        {history.map((each) => (
          <li key={each.number}>
            <details class="list-fold">
              <summary class="list-row">
                <span>
                  <span class="list-name">{each.number}.</span> <span class="list-about">{each.error}</span>
                </span>
                <span class="list-side">
                  <Badge tone={each.error ? "bad" : "good"}>{each.status ?? (each.error ? "No answer" : "Done")}</Badge>
                  <span>{each.elapsedMs} ms</span>
                  <Time at={each.at} />
                </span>
              </summary>
              <div class="arrival-in">
                {each.answer ? <pre class="raw">{each.answer}</pre> : <p class="hint">Nothing was said.</p>}
              </div>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

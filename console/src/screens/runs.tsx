/** Runs, by how far they are. */

import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { type RunState, RunsDocument } from "../gql/graphql";
import { Empty, Head } from "../parts/basics";
import { Badge, humane } from "../parts/outcome";
import { Pages } from "../parts/pages";
import { Time } from "../parts/time";
import { Replays, RetryDead } from "./bulk";

const TONES: Record<RunState, string> = {
  PENDING: "info",
  RUNNING: "info",
  SUCCEEDED: "good",
  DEAD: "bad",
  CANCELLED: "plain",
};
const STATES = Object.keys(TONES) as RunState[];

export const RunBadge = ({ state }: { state: RunState }) => (
  <Badge tone={TONES[state] ?? "plain"}>{humane(state)}</Badge>
);

export default function Runs() {
  return (
    <div class="page">
      <Head
        title="Runs"
        about="Each start of a workflow by an event: sent to its endpoint, or pulled by an engine, until it is done."
      />
      <RunList workflowId={null} />
      <Replays />
    </div>
  );
}

export function RunList({ workflowId }: { workflowId: string | null }) {
  const [chosen, setChosen] = useState<RunState[]>([]);
  const flip = (each: RunState) =>
    setChosen(chosen.includes(each) ? chosen.filter((one) => one !== each) : [...chosen, each]);
  return (
    <div class="stack">
      <div class="row spread">
        <div class="outcomes" role="group" aria-label="Show those that are">
          {STATES.map((each) => (
            <label key={each}>
              <input type="checkbox" checked={chosen.includes(each)} onChange={() => flip(each)} />
              {humane(each)}
            </label>
          ))}
        </div>
        <RetryDead workflowId={workflowId} />
      </div>
      <Pages
        key={chosen.join()}
        document={RunsDocument}
        variables={{ workflowId, state: chosen.length > 0 ? chosen : null }}
        pick={(data) => data.runs}
        what="runs"
        pollMs={3_000}
        empty={
          <Empty title={chosen.length > 0 ? "None is so" : "Nothing has run yet"}>
            A live event of an account that a workflow is enabled for starts a run.
          </Empty>
        }
      >
        {(rows) => (
          <ul class="card tight list">
            {rows.map((row) => (
              <li key={row.id}>
                <Link class="list-row" href={`/runs/${row.id}`}>
                  <span>
                    <span class="list-name">{row.workflow?.name ?? "A workflow that was deleted"}</span>
                    <span class="list-about">
                      {" "}
                      {row.credential && `for ${row.credential.userId}`} {row.error}
                    </span>
                  </span>
                  <span class="list-side">
                    {row.attempt > 1 && <span>{row.attempt} attempts</span>}
                    {row.status && <span>→ {row.status}</span>}
                    <RunBadge state={row.state} />
                    <Time at={row.createdAt} />
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

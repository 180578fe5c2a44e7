/** Test Step: one event of the sandbox account, and what the workflow would get of it. */

import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { type Problem, change } from "../api/client";
import { useQuery } from "../api/hooks";
import { testing } from "../api/live";
import { DeliveriesDocument, ReplayIntoTestStepDocument, TriggerDocument } from "../gql/graphql";
import { Button, Copy, Deed, Empty, Notice } from "../parts/basics";
import { Tree } from "../parts/json";
import { Time } from "../parts/time";
import { Arrivals, FeedStatus, Sample, useFeed } from "../wizard/live";
import type { Workflow } from "./workflow";

export function TestStep({ workflow }: { workflow: Workflow }) {
  const feed = useFeed(testing(workflow.id));
  const trigger = useQuery(TriggerDocument, { id: workflow.trigger?.id ?? "" }, { isPaused: !workflow.trigger }).data
    ?.trigger;
  if (!workflow.trigger) return <Empty title="Its trigger was deleted" />;
  const output = feed.result?.output ?? workflow.testData?.output.sample;
  return (
    <div class="split even">
      <section class="card live" aria-label="Test Step">
        <div class="card-head">
          <h2>Test Step</h2>
          {feed.isOn ? (
            <Button onClick={() => feed.stop()}>Stop</Button>
          ) : (
            <Button kind="primary" onClick={() => feed.start()}>
              {feed.result ? "Test again" : "Test"}
            </Button>
          )}
        </div>
        {feed.state === "ended" && !feed.ended ? (
          <Notice tone="good">The event is there: the step's output is beside.</Notice>
        ) : (
          <FeedStatus feed={feed} />
        )}
        <Copy label="Target URL of the sandbox account" text={workflow.trigger.targetUrl} />
        {trigger && <Sample trigger={trigger} feed={feed} />}
        <Stored workflow={workflow} onUse={() => feed.start()} />
        {feed.deliveries.length > 0 && <Arrivals feed={feed} />}
      </section>
      <section class="card stack" aria-label="Output of the step">
        <h2>What the workflow gets</h2>
        {feed.result?.leftOut && (
          <Notice tone="warn">Live, this event would start no run: {feed.result.leftOut}</Notice>
        )}
        {output === null || output === undefined ? (
          <Empty title="No event yet">
            Test the step, then cause an event in your sandbox account. No run is started by it.
          </Empty>
        ) : (
          <>
            {workflow.testData && (
              <p class="hint">
                By the event of <Time at={workflow.testData.delivery.receivedAt} />.{" "}
                <Link href={`/deliveries/${workflow.testData.delivery.id}`}>See the delivery</Link>
              </p>
            )}
            <Tree value={output} />
          </>
        )}
      </section>
    </div>
  );
}

/** Takes one of the newest stored events instead of waiting for another. */
function Stored({ workflow, onUse }: { workflow: Workflow; onUse: () => void }) {
  const asked = useQuery(DeliveriesDocument, { id: workflow.trigger?.id ?? "", outcome: ["EVENT"], after: null });
  const rows = asked.data?.trigger?.deliveries.edges.map((edge) => edge.node).slice(0, 8) ?? [];
  const [problems, setProblems] = useState<Problem[]>([]);
  if (rows.length === 0) return null;
  const use = async (deliveryId: string) => {
    onUse();
    setProblems((await change(ReplayIntoTestStepDocument, { workflowId: workflow.id, deliveryId })).problems);
  };
  return (
    <details class="sub">
      <summary>Use a stored event</summary>
      {problems.map((each) => (
        <Notice key={each.message} tone="bad">
          {each.message}
        </Notice>
      ))}
      <ul class="list">
        {rows.map((row) => (
          <li key={row.id} class="list-row flush">
            <Link href={`/deliveries/${row.id}`}>
              <Time at={row.receivedAt} />
            </Link>
            <Deed does="Use it" doing="Replaying …" onDo={() => use(row.id)} />
          </li>
        ))}
      </ul>
    </details>
  );
}

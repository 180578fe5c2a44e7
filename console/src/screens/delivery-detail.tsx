/** One delivery: what it was, what was made of it, what was answered. */

import { useState } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import { change } from "../api/client";
import { useQuery } from "../api/hooks";
import { DeliveryDocument, type DeliveryQuery, ReplayEventDocument } from "../gql/graphql";
import { Deed, Empty, waiting } from "../parts/basics";
import { BodyView, PairList } from "../parts/json";
import { Badge, Outcome, humane, kindOf } from "../parts/outcome";
import { Time } from "../parts/time";
import { Doctor, isCurable } from "../wizard/doctor";
import { NearMisses } from "./near-misses";
import { RunBadge } from "./runs";

export type Delivery = NonNullable<DeliveryQuery["delivery"]>;

export function DeliveryDetail({ id, isBrief = false }: { id: string; isBrief?: boolean }) {
  const asked = useQuery(DeliveryDocument, { id });
  const delivery = asked.data?.delivery;
  if (!delivery)
    return (
      waiting(asked, "the delivery") ?? (
        <Empty title="There is no such delivery">It may be older than deliveries are kept.</Empty>
      )
    );
  const curable = delivery.verdicts.find((each) => isCurable(each.cause ?? delivery.cause));
  return (
    <div class="stack">
      {!isBrief && <Verdict delivery={delivery} />}
      {!isBrief && delivery.outcome === "UNROUTED" && <NearMisses delivery={delivery} />}
      {!(isBrief && delivery.verdicts.length < 2) && <Verdicts delivery={delivery} />}
      {curable?.trigger && <Doctor triggerId={curable.trigger.id} deliveryId={id} />}
      <Request delivery={delivery} />
      <Answer delivery={delivery} />
      <Aftermath delivery={delivery} />
      {isBrief && <Link href={`/deliveries/${id}`}>Open this delivery by itself</Link>}
    </div>
  );
}

function Verdict({ delivery }: { delivery: Delivery }) {
  return (
    <section class="card stack" aria-label="Verdict">
      <div class="row">
        <Outcome outcome={delivery.outcome} />
        {kindOf(delivery) && <code>{kindOf(delivery)}</code>}
        {delivery.isTest && <Badge tone="plain">Test address</Badge>}
        <span class="hint">
          received <Time at={delivery.receivedAt} />
        </span>
      </div>
      <p>
        {delivery.cause && <strong>{humane(delivery.cause)}: </strong>}
        {delivery.explanation}
      </p>
      {delivery.isReplay && (
        <p>
          A replay
          {delivery.replayOf && (
            <>
              {" "}
              of <Link href={`/deliveries/${delivery.replayOf.id}`}>the delivery of</Link>{" "}
              <Time at={delivery.replayOf.receivedAt} />
            </>
          )}
          .
        </p>
      )}
      {delivery.duplicateOf && (
        <p>
          It repeats <Link href={`/deliveries/${delivery.duplicateOf.id}`}>the delivery of</Link>{" "}
          <Time at={delivery.duplicateOf.receivedAt} />.
        </p>
      )}
    </section>
  );
}

function Verdicts({ delivery }: { delivery: Delivery }) {
  if (delivery.verdicts.length === 0) return null;
  return (
    <section class="stack" aria-label="What each trigger made of it">
      <h3>What each trigger made of it</h3>
      <ul class="card tight list">
        {delivery.verdicts.map((each, index) => (
          <li key={index} class="list-row">
            <span>
              {each.trigger ? (
                <Link class="list-name" href={`/triggers/${each.trigger.id}`}>
                  {each.trigger.name}
                </Link>
              ) : (
                <span class="list-name">A trigger that was deleted</span>
              )}
              <span class="list-about">
                {" "}
                {each.explanation}
                {each.providerIds.length > 0 && ` Provider ID: ${each.providerIds.join(", ")}.`}
                {each.leftOut.map((one) => ` ${one.workflow?.name ?? "A workflow"} does not want it: ${one.reason}`)}
                {each.events.length > 0 &&
                  ` For ${each.events.map((event) => event.credential?.userId ?? "an account that is gone").join(", ")}.`}
              </span>
            </span>
            <span class="list-side">
              {each.events.map((event) => (
                <ReplayEvent key={event.id} id={event.id} userId={event.credential?.userId} />
              ))}
              {each.events.flatMap((event) =>
                event.runs.map((run) => (
                  <Link key={run.id} href={`/runs/${run.id}`}>
                    {run.workflow?.name ?? "Run"} <RunBadge state={run.state} />
                  </Link>
                )),
              )}
              <Outcome outcome={each.outcome} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Makes one event happen once more, for its own account alone. */
function ReplayEvent({ id, userId }: { id: string; userId: string | undefined }) {
  const [, go] = useLocation();
  const [problem, setProblem] = useState("");
  const replay = async () => {
    const done = await change(ReplayEventDocument, { eventId: id });
    setProblem(done.problems.map((each) => each.message).join(" "));
    if (done.payload?.delivery) go(`/deliveries/${done.payload.delivery.id}`);
  };
  return (
    <>
      {problem && (
        <span class="wrong-text" role="alert">
          {problem}
        </span>
      )}
      <Deed
        kind="quiet"
        does={userId ? `Replay for ${userId}` : "Replay the event"}
        doing="Replaying …"
        onDo={replay}
      />
    </>
  );
}

function Request({ delivery }: { delivery: Delivery }) {
  const { body } = delivery;
  return (
    <section class="stack" aria-label="The request">
      <h3>The request</h3>
      <p class="mono wrap">
        {delivery.method} {delivery.path}
        {delivery.queryString && `?${delivery.queryString}`}
      </p>
      <BodyView label="Body of the request" body={{ ...body, text: body.text ?? null, json: body.json ?? null }} />
      <details>
        <summary>{delivery.headers.length} headers</summary>
        <PairList label="Headers of the request" pairs={delivery.headers} />
      </details>
    </section>
  );
}

function Answer({ delivery }: { delivery: Delivery }) {
  const { reply } = delivery;
  return (
    <section class="stack" aria-label="The answer">
      <h3>
        Answered <Badge tone={reply.status < 300 ? "good" : "bad"}>{reply.status}</Badge>
      </h3>
      {reply.body.size > 0 && (
        <BodyView
          label="Body of the answer"
          body={{ ...reply.body, text: reply.body.text ?? null, json: reply.body.json ?? null }}
        />
      )}
      {reply.headers.length > 0 && (
        <details>
          <summary>{reply.headers.length} headers</summary>
          <PairList label="Headers of the answer" pairs={reply.headers} />
        </details>
      )}
    </section>
  );
}

function Aftermath({ delivery }: { delivery: Delivery }) {
  const { console: lines, followUp, shownValues } = delivery;
  return (
    <>
      {lines.length > 0 && (
        <section aria-label="Console of the code">
          <h3>Console of the code</h3>
          <pre class="raw">{lines.map((each) => `${each.level.toLowerCase()}  ${each.text}`).join("\n")}</pre>
        </section>
      )}
      {shownValues.length > 0 && (
        <section aria-label="Values it brought">
          <h3>Values it brought</h3>
          <PairList label="Values it brought" pairs={shownValues} />
        </section>
      )}
      {followUp && (
        <section aria-label="Follow-up">
          <h3>Our request that followed</h3>
          <p class="wrap">
            <Badge tone={followUp.state === "DONE" ? "good" : followUp.state === "FAILED" ? "bad" : "warn"}>
              {humane(followUp.state)}
            </Badge>{" "}
            <code>{`${followUp.method} ${followUp.url}`}</code> {followUp.status && `answered ${followUp.status}`}{" "}
            {followUp.error}
          </p>
        </section>
      )}
    </>
  );
}

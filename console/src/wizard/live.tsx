/** The test pane: the address, a signed sample, and what arrives, live. */

import { useEffect, useReducer, useState } from "preact/hooks";
import { type Problem, change, refreshAll } from "../api/client";
import { type Delivery, type Feed, listening } from "../api/live";
import { SendSampleDocument } from "../gql/graphql";
import { Button, Copy, Deed, Empty, Notice } from "../parts/basics";
import { Outcome, humane, kindOf } from "../parts/outcome";
import { settled } from "../parts/saving";
import { Time } from "../parts/time";
import { DeliveryDetail } from "../screens/delivery-detail";
import type { Trigger } from "./trigger";

export function useFeed(feed: Feed): Feed {
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => feed.onChange(() => tick(undefined)), [feed]);
  const newest = feed.deliveries[0]?.id;
  useEffect(() => {
    if (newest) refreshAll(); // what arrived may have proven the draft, or kept a value
  }, [newest]);
  return feed;
}

export function Live({ trigger }: { trigger: Trigger }) {
  const feed = useFeed(listening(trigger.id));
  const { isOn } = feed;
  return (
    <div class="card live">
      <div class="card-head">
        <h2>Test</h2>
        {isOn ? (
          <Button onClick={() => feed.stop()}>Stop listening</Button>
        ) : (
          <Button kind="primary" onClick={() => feed.start()}>
            Listen for events
          </Button>
        )}
      </div>
      <FeedStatus feed={feed} />
      <Copy label="Target URL of the sandbox account" text={trigger.targetUrl} />
      <Sample trigger={trigger} feed={feed} />
      {feed.deliveries.length > 0 ? <Arrivals feed={feed} /> : <Nothing isOn={isOn} />}
    </div>
  );
}

export function FeedStatus({ feed }: { feed: Feed }) {
  const words: Record<Feed["state"], string> = {
    off: "Not listening. Deliveries are kept all the same: listening looks back five minutes.",
    connecting: "Connecting …",
    listening: "Listening, for what arrived in the last minutes too.",
    reconnecting: "The connection broke. Connecting again; what arrives meanwhile is not missed.",
    ended: feed.ended,
  };
  return (
    <p class="live-state" role="status">
      <span class={`pulse ${feed.state}`} aria-hidden="true" />
      {words[feed.state]}
    </p>
  );
}

const Nothing = ({ isOn }: { isOn: boolean }) => (
  <Empty title={isOn ? "Waiting for the first delivery" : "Nothing heard yet"}>
    {isOn
      ? "Cause an event in your sandbox account, or send a signed sample."
      : "Listen for events, then cause one in your sandbox account."}
  </Empty>
);

export function Arrivals({ feed }: { feed: Feed }) {
  return (
    <section aria-label="What arrived" class="stack">
      <div class="row">
        <h3>
          {feed.deliveries.length} {feed.deliveries.length === 1 ? "delivery" : "deliveries"}
        </h3>
        <Button kind="quiet" onClick={() => feed.clear()}>
          Clear the list
        </Button>
      </div>
      <ol class="arrivals" aria-live="polite">
        {feed.deliveries.map((delivery) => (
          <Arrival key={delivery.id} delivery={delivery} />
        ))}
      </ol>
    </section>
  );
}

function Arrival({ delivery }: { delivery: Delivery }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li class="arrival">
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span class="arrival-top">
          <Outcome outcome={delivery.outcome} />
          <span class="mono">{kindOf(delivery) || delivery.method}</span>
          <span>→ {delivery.reply.status}</span>
          {delivery.isLookBack && <span title="It arrived before listening began">earlier</span>}
          <Time at={delivery.receivedAt} />
        </span>
        <span class="arrival-why">
          {delivery.cause && <strong>{humane(delivery.cause)}: </strong>}
          {delivery.explanation}
        </span>
      </button>
      {isOpen && (
        <div class="arrival-in">
          <DeliveryDetail id={delivery.id} isBrief />
        </div>
      )}
    </li>
  );
}

/** Signs an event as the provider would: the whole wizard works without the provider. */
export function Sample({ trigger, feed }: { trigger: Trigger; feed: Feed }) {
  const examples = trigger.integration.provider?.examples ?? [];
  const [example, setExample] = useState("");
  const [body, setBody] = useState('{\n  "hello": "world"\n}');
  const [problems, setProblems] = useState<Problem[]>([]);
  const isOwn = example === "own" || examples.length === 0;
  const send = async () => {
    await settled();
    feed.start();
    const given = isOwn ? { body } : { example: example || null };
    setProblems((await change(SendSampleDocument, { triggerId: trigger.id, ...given })).problems);
  };
  return (
    <details class="sub">
      <summary>Send a signed sample</summary>
      <p class="hint">
        Signed with your secrets as the provider would sign it, and delivered like any other. No provider and no
        internet needed.
      </p>
      {examples.length > 0 && (
        <select aria-label="Which event" value={example} onChange={(event) => setExample(event.currentTarget.value)}>
          {examples.map((each, index) => (
            <option key={each.name} value={index === 0 ? "" : each.name}>
              {each.name}
            </option>
          ))}
          <option value="own">A body of your own</option>
        </select>
      )}
      {isOwn && (
        <textarea
          class="mono"
          rows={5}
          aria-label="Body of the sample"
          value={body}
          onInput={(event) => setBody(event.currentTarget.value)}
        />
      )}
      {problems.map((each) => (
        <Notice key={each.message} tone="bad">
          {each.message}
        </Notice>
      ))}
      <div class="row end">
        <Deed does="Send the sample" doing="Sending …" onDo={send} />
      </div>
    </details>
  );
}

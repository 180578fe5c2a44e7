/** What is watched live: resumed by cursor after anything that breaks the socket, nothing lost, nothing twice. */

import {
  type DeliveryRowFragment,
  ListenDocument,
  type ListenSubscription,
  TestStepDocument,
  type TestStepSubscription,
} from "../gql/graphql";
import { onSession } from "../session";
import { lasting, sockets, whenConnected } from "./socket";

export type Delivery = DeliveryRowFragment & { isLookBack: boolean };
export type FeedState = "off" | "connecting" | "listening" | "reconnecting" | "ended";
export type Message = ListenSubscription["listenForEvents"] | TestStepSubscription["testStep"];
export type Result = Extract<Message, { __typename: "TestStepResult" }>;
type Ended = Extract<Message, { __typename: "ListenEnded" }>;

const SILENCE_MS = 45_000; // three heartbeats
const MOST = 500;

/** What is subscribed to, from where on. */
type Source = (after: string | null) => { query: string; variables: Record<string, unknown> };

/** What one listening has seen. Lives outside the screens, so that going from step to step loses nothing. */
export class Feed {
  state: FeedState = "off";
  ended = "";
  deliveries: Delivery[] = [];
  result: Result | null = null;
  private cursor: string | null = null;
  private stopCurrent: (() => void) | null = null;
  private attempts = 0;
  private readonly known = new Set<string>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly source: Source) {}

  get isOn(): boolean {
    return this.state !== "off" && this.state !== "ended";
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  start(): void {
    if (this.isOn) return;
    this.attempts = 0;
    this.set("connecting");
    this.subscribe();
  }

  stop(): void {
    this.stopCurrent?.();
    this.stopCurrent = null;
    this.set("off");
  }

  clear(): void {
    this.deliveries = [];
    this.tell();
  }

  private subscribe(): void {
    let isOver = false;
    let watchdog: ReturnType<typeof setTimeout> | undefined;
    const over = (andThen: () => void) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(watchdog);
      forget();
      unsubscribe();
      andThen();
    };
    const retry = () => over(() => this.again());
    const heard = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(retry, SILENCE_MS);
    };
    const unsubscribe = sockets().subscribe<Record<string, Message>>(this.source(this.cursor), {
      next: ({ data, errors }) => {
        if (isOver) return;
        heard();
        const message = Object.values(data ?? {})[0];
        if (errors?.length || !message) over(() => this.end(errors?.[0]?.message ?? "The server ended it."));
        else if (message.__typename === "ListenEnded") over(() => this.endedWith(message));
        else this.take(message);
      },
      error: (problem) => (lasting(problem) ? over(() => this.end(lasting(problem))) : retry()),
      complete: retry,
    });
    // connected is enough: what came before the server reads the cursor is seen too
    const forget = whenConnected(() => this.set("listening"));
    this.stopCurrent = () => over(() => undefined);
    heard();
  }

  private take(message: Exclude<Message, Ended>): void {
    this.attempts = 0;
    this.cursor = message.cursor;
    this.state = "listening";
    if ("delivery" in message) this.show({ ...message.delivery, isLookBack: message.isLookBack });
    if (message.__typename === "TestStepResult") this.result = message;
    this.tell();
  }

  /** One that came before is told again where its verdict changed: it stays in its place. */
  private show(seen: Delivery): void {
    const isKnown = this.known.has(seen.id);
    this.known.add(seen.id);
    if (isKnown) this.deliveries = this.deliveries.map((each) => (each.id === seen.id ? seen : each));
    else this.deliveries = [seen, ...this.deliveries].slice(0, MOST);
  }

  private endedWith(message: Ended): void {
    this.cursor = message.cursor;
    switch (message.reason) {
      case "EXPIRED":
      case "SHUTTING_DOWN":
        return this.again();
      case "CURSOR_EXPIRED":
        this.cursor = null;
        return this.end("It was away for longer than deliveries are kept. Listen again to go on from now.");
      case "COMPLETED":
        return this.end("");
      case "TRIGGER_DELETED":
        return this.end("The trigger was deleted.");
      default:
        return this.end("This token may not listen any more.");
    }
  }

  private again(): void {
    this.set("reconnecting");
    const wait = Math.min(250 * 2 ** this.attempts++, 5_000);
    const timer = setTimeout(() => this.subscribe(), wait);
    this.stopCurrent = () => clearTimeout(timer);
  }

  private end(why: string): void {
    this.ended = why;
    this.stopCurrent = null;
    this.set("ended");
  }

  private set(state: FeedState): void {
    this.state = state;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

const feeds = new Map<string, Feed>();
onSession(() => {
  for (const feed of feeds.values()) feed.stop();
  feeds.clear();
});

function feedOf(key: string, source: Source): Feed {
  const feed = feeds.get(key) ?? new Feed(source);
  feeds.set(key, feed);
  return feed;
}

/** Listening for a trigger's deliveries. */
export const listening = (triggerId: string): Feed =>
  feedOf(triggerId, (after) => ({ query: ListenDocument.toString(), variables: { triggerId, after } }));

/** Testing a workflow's step. */
export const testing = (workflowId: string): Feed =>
  feedOf(workflowId, (after) => ({ query: TestStepDocument.toString(), variables: { workflowId, after } }));

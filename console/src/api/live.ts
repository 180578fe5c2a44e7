/** One trigger's deliveries, live: resumed by cursor after anything that breaks the socket, nothing lost, nothing twice. */

import { type Client, createClient } from "graphql-ws";
import {
  type DeliveryRowFragment,
  ListenDocument,
  type ListenSubscription,
  type ListenSubscriptionVariables,
} from "../gql/graphql";
import { onSession, token } from "../session";

export type Delivery = DeliveryRowFragment & { isLookBack: boolean };
export type FeedState = "off" | "connecting" | "listening" | "reconnecting" | "ended";

const SILENCE_MS = 45_000; // three heartbeats
const MOST = 500;

let socket: Client | null = null;
let isConnected = false;
onSession(() => {
  void socket?.dispose();
  socket = null;
});

export function sockets(): Client {
  socket ??= createClient({
    url: () => `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/graphql`,
    connectionParams: () => ({ authorization: `Bearer ${token() ?? ""}` }),
    retryAttempts: 0, // a retry by the library would begin at an old cursor
    keepAlive: 12_000,
    on: { connected: () => (isConnected = true), closed: () => (isConnected = false) },
  });
  return socket;
}

/** What one trigger's listening has seen. Lives outside the screens, so that going from step to step loses nothing. */
export class Feed {
  state: FeedState = "off";
  ended = "";
  deliveries: Delivery[] = [];
  heardAt: number | null = null;
  private cursor: string | null = null;
  private stopCurrent: (() => void) | null = null;
  private attempts = 0;
  private readonly known = new Set<string>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly triggerId: string) {}

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  start(): void {
    if (this.state !== "off" && this.state !== "ended") return;
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
    const variables: ListenSubscriptionVariables = { triggerId: this.triggerId, after: this.cursor };
    const unsubscribe = sockets().subscribe<ListenSubscription>(
      { query: ListenDocument.toString(), variables },
      {
        next: ({ data, errors }) => {
          if (isOver) return;
          heard();
          if (errors?.length || !data) over(() => this.end(errors?.[0]?.message ?? "The server ended it."));
          else if (data.listenForEvents.__typename === "ListenEnded") this.endedWith(data.listenForEvents, over);
          else this.take(data.listenForEvents);
        },
        error: (problem) => (lasting(problem) ? over(() => this.end(lasting(problem))) : retry()),
        complete: retry,
      },
    );
    // connected is enough: whatever comes from now on is seen, even what came before the server read the cursor
    const forget = sockets().on("connected", () => this.set("listening"));
    if (isConnected) this.set("listening");
    this.stopCurrent = () => over(() => undefined);
    heard();
  }

  private take(message: Exclude<ListenSubscription["listenForEvents"], { __typename?: "ListenEnded" }>): void {
    this.attempts = 0;
    this.cursor = message.cursor;
    this.heardAt = Date.now();
    this.state = "listening";
    if (message.__typename === "DeliveryReceived" && !this.known.has(message.delivery.id)) {
      this.known.add(message.delivery.id);
      const seen = { ...message.delivery, isLookBack: message.isLookBack };
      this.deliveries = [seen, ...this.deliveries].slice(0, MOST);
    }
    this.tell();
  }

  private endedWith(message: { reason: string; cursor: string }, over: (andThen: () => void) => void): void {
    switch (message.reason) {
      case "EXPIRED":
      case "SHUTTING_DOWN":
        this.cursor = message.cursor;
        return over(() => this.again());
      case "CURSOR_EXPIRED":
        return over(() => {
          this.cursor = null;
          this.end("It was away for longer than deliveries are kept. Listen again to go on from now.");
        });
      case "TRIGGER_DELETED":
        return over(() => this.end("The trigger was deleted."));
      default:
        return over(() => this.end("This token may not listen any more."));
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

/** What no further try would mend; empty for a socket that broke. */
function lasting(problem: unknown): string {
  if (Array.isArray(problem)) return (problem as { message: string }[]).map((each) => each.message).join(" ");
  return problem instanceof CloseEvent && problem.code === 4403 ? "This token may not listen any more." : "";
}

const feeds = new Map<string, Feed>();
onSession(() => {
  for (const feed of feeds.values()) feed.stop();
  feeds.clear();
});

export function feedOf(triggerId: string): Feed {
  const feed = feeds.get(triggerId) ?? new Feed(triggerId);
  feeds.set(triggerId, feed);
  return feed;
}

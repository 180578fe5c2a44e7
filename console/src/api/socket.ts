/** The one socket of this tab, opened with the first subscription and closed after the last. */

import { type Client, createClient } from "graphql-ws";
import { onSession, token } from "../session";

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
    on: { connected: () => void (isConnected = true), closed: () => void (isConnected = false) },
  });
  return socket;
}

/** Call once the socket is open, now or later; give what stops the waiting. */
export function whenConnected(call: () => void): () => void {
  if (isConnected) call();
  return sockets().on("connected", call);
}

/** What no further try would mend; empty for a socket that broke. */
export function lasting(problem: unknown): string {
  if (Array.isArray(problem)) return (problem as { message: string }[]).map((each) => each.message).join(" ");
  return problem instanceof CloseEvent && problem.code === 4403 ? "This token may not listen any more." : "";
}

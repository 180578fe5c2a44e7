/** The public GraphQL API over HTTP. Everything the console does goes through here or through `live`. */

import { Client, type CombinedError, cacheExchange, fetchExchange, mapExchange } from "@urql/core";
import type { ProblemFragment, TypedDocumentString } from "../gql/graphql";
import { onSession, signOut, token } from "../session";

export type Document<Data, Variables> = TypedDocumentString<Data, Variables>;
export type Problem = ProblemFragment;
export type Variables = Record<string, unknown>;

const make = () =>
  new Client({
    url: "/graphql",
    preferGetMethod: false,
    exchanges: [
      mapExchange({
        onError: (error) => {
          if (isSignedOut(error))
            signOut("This token is not accepted. It may have been revoked, or be another server's.");
        },
      }),
      cacheExchange,
      fetchExchange,
    ],
    requestPolicy: "cache-and-network",
    fetchOptions: () => ({ headers: { authorization: `Bearer ${token() ?? ""}` } }),
  });

let client = make();
onSession(() => {
  client = make(); // what one token saw is not shown to another
});

export const api = (): Client => client;

const isSignedOut = (error: CombinedError): boolean =>
  error.graphQLErrors.some((each) => each.extensions?.["code"] === "UNAUTHENTICATED") ||
  (error.response as Response | undefined)?.status === 401;

/** An error for a person: what the server says, or that it did not answer. */
export function words(error: CombinedError | Error): string {
  if ("graphQLErrors" in error && error.graphQLErrors.length > 0) {
    return error.graphQLErrors.map((each) => each.message).join(" ");
  }
  return "The server does not answer. Is it running? This page tries again by itself.";
}

type Payload<Data> = Data[keyof Data];

/** Run one mutation of one field and give its payload. A failure is a payload's problem too, without a place. */
export async function change<Data extends object, Input>(
  document: Document<Data, { input: Input }>,
  input: Input,
): Promise<{ payload: Payload<Data> | null; problems: Problem[] }> {
  const result = await client.mutation<Data>(document.toString(), { input } as never).toPromise();
  if (result.error || !result.data) {
    const message = result.error ? words(result.error) : "The server gave no answer.";
    return { payload: null, problems: [{ code: "FAILED", message, path: ["input"] }] };
  }
  const payload = Object.entries(result.data).find(([name]) => name !== "__typename")?.[1] as Payload<Data>;
  const problems = (payload as { errors?: Problem[] }).errors ?? [];
  refreshAll();
  return { payload, problems };
}

const mounted = new Set<() => void>();

/** Ask again for everything that is on the screen. */
export function refreshAll(): void {
  for (const refresh of mounted) refresh();
}

export function onRefresh(refresh: () => void): () => void {
  mounted.add(refresh);
  return () => mounted.delete(refresh);
}

/** A value without the names of types that the client's cache adds. */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (key, each: unknown) => (key === "__typename" ? undefined : each))) as T;
}

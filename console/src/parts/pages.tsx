/** A list that grows by pages; each page keeps itself up to date. */

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Document, Variables } from "../api/client";
import { useQuery } from "../api/hooks";
import { More, waiting } from "./basics";

interface Connection<Node> {
  edges: readonly { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

interface Props<Data, V extends Variables, Node> {
  document: Document<Data, V>;
  variables: Omit<V, "after">;
  pick: (data: Data) => Connection<Node> | null | undefined;
  what: string;
  empty: ComponentChildren;
  pollMs?: number;
  after?: string | null;
  children: (nodes: Node[]) => ComponentChildren;
}

export function Pages<Data, V extends Variables, Node>(props: Props<Data, V, Node>) {
  const { document, variables, pick, what, empty, pollMs = 10_000, after = null, children } = props;
  const asked = useQuery(document, { ...variables, after } as unknown as V, { pollMs });
  const [next, setNext] = useState<string | null>(null);
  const found = asked.data && pick(asked.data);
  if (!found) return waiting(asked, what);
  if (found.edges.length === 0) return after === null ? empty : null;
  return (
    <>
      {children(found.edges.map((edge) => edge.node))}
      {next ? (
        <Pages {...props} after={next} />
      ) : (
        <More hasMore={found.pageInfo.hasNextPage} onMore={() => setNext(found.pageInfo.endCursor ?? null)} />
      )}
    </>
  );
}

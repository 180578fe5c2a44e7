/** Queries as hooks: what was seen last at once, then what is so now, then again while somebody looks. */

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { type Document, type Variables, api, onRefresh, words } from "./client";

export interface Asked<Data> {
  data: Data | undefined;
  error: string;
  isLoading: boolean;
  refresh: () => void;
}

/** Ask, and keep asking every `pollMs` while the page is seen: another editor's changes come without a reload. */
export function useQuery<Data, V extends Variables>(
  document: Document<Data, V>,
  variables: V,
  { pollMs = 0, isPaused = false }: { pollMs?: number; isPaused?: boolean } = {},
): Asked<Data> {
  const key = document.toString() + JSON.stringify(variables);
  const [state, setState] = useState<{ key: string; data?: Data; error: string }>({ key: "", error: "" });
  const latest = useRef(variables);
  latest.current = variables;

  const refresh = useCallback(() => {
    if (isPaused) return;
    void api().query<Data>(document.toString(), latest.current, { requestPolicy: "network-only" }).toPromise();
  }, [key, isPaused]);

  useEffect(() => {
    if (isPaused) return;
    const { unsubscribe } = api()
      .query<Data>(document.toString(), latest.current)
      .subscribe((result) => {
        setState((was) => ({
          key,
          data: result.data ?? (was.key === key ? was.data : undefined),
          error: result.error ? words(result.error) : "",
        }));
      });
    const stop = onRefresh(refresh);
    return () => {
      unsubscribe();
      stop();
    };
  }, [key, isPaused, refresh]);

  useEffect(() => {
    if (!pollMs || isPaused) return;
    const look = () => globalThis.document.visibilityState === "visible" && refresh();
    const timer = setInterval(look, pollMs);
    globalThis.document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      globalThis.document.removeEventListener("visibilitychange", look);
    };
  }, [pollMs, isPaused, refresh]);

  const isCurrent = state.key === key;
  return {
    data: isCurrent ? state.data : undefined,
    error: isCurrent ? state.error : "",
    isLoading: !isPaused && !(isCurrent && (state.data !== undefined || state.error !== "")),
    refresh,
  };
}

/** A form that saves itself as one goes, and takes over what others saved where one has not typed. */

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { type Problem, plain } from "../api/client";

const PAUSE_MS = 500;

export interface Saving<T> {
  value: T;
  set: (change: Partial<T>) => void;
  problems: Problem[];
  status: "saved" | "typing" | "saving" | "refused";
  /** Save now, give whether it is saved. */
  flush: () => Promise<boolean>;
}

/** What came of storing a value. version: the moment of that change, when it was made. */
export interface Saved {
  problems: Problem[];
  version?: string | undefined;
}

const open = new Set<() => Promise<boolean>>();

/** Store whatever is typed on the screen before something is done with it; give whether all of it is stored. */
export async function settled(): Promise<boolean> {
  const results = await Promise.all([...open].map((flush) => flush()));
  return results.every(Boolean);
}

const moment = (version: string | undefined): number => (version ? Date.parse(version) : 0);

/**
 * server: what is stored, as of version. save: stores a value.
 *
 * What the server gives back of one's own change never replaces what is typed meanwhile; only a newer change does.
 */
export function useSaving<T extends object>(server: T, version: string, save: (value: T) => Promise<Saved>): Saving<T> {
  const [value, setValue] = useState(() => plain(server));
  const [problems, setProblems] = useState<Problem[]>([]);
  const [status, setStatus] = useState<Saving<T>["status"]>("saved");
  const held = useRef({
    value,
    status: "saved" as Saving<T>["status"],
    seen: JSON.stringify(value),
    own: moment(version),
    isBusy: false,
    timer: 0,
    save,
  });
  held.current.save = save;

  const show = (next: Saving<T>["status"]) => {
    held.current.status = next;
    setStatus(next);
  };

  const send = useCallback(async (): Promise<boolean> => {
    const it = held.current;
    clearTimeout(it.timer);
    while (it.isBusy) await new Promise((done) => setTimeout(done, 30));
    if (it.status === "saved") return true;
    it.isBusy = true;
    const sent = it.value;
    show("saving");
    const found = await it.save(sent);
    it.isBusy = false;
    it.own = Math.max(it.own, moment(found.version));
    setProblems(found.problems);
    if (it.value !== sent) {
      show("typing");
      return send();
    }
    show(found.problems.length === 0 ? "saved" : "refused");
    return found.problems.length === 0;
  }, []);

  const set = useCallback((change: Partial<T>) => {
    const it = held.current;
    it.value = { ...it.value, ...change };
    setValue(it.value);
    if (it.status !== "saving") show("typing");
    clearTimeout(it.timer);
    it.timer = setTimeout(() => void send(), PAUSE_MS) as unknown as number;
  }, []);

  const text = JSON.stringify(plain(server));
  useEffect(() => {
    const it = held.current;
    const at = moment(version);
    if (at < it.own || it.status !== "saved") return;
    const isElsewhere = at > it.own && text !== it.seen;
    it.seen = text;
    if (!isElsewhere) return;
    it.own = at;
    it.value = JSON.parse(text) as T;
    setValue(it.value);
    setProblems([]);
  }, [text, version, status]);

  useEffect(() => {
    open.add(send);
    return () => {
      open.delete(send);
      if (held.current.status === "typing") void send(); // what was typed last is saved when one leaves
    };
  }, []);
  return { value, set, problems, status, flush: send };
}

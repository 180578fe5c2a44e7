/** Many at once: events to replay, dead runs to retry. Counted first, then watched, and cancelled if need be. */

import { useRef, useState } from "preact/hooks";
import { type Problem, change } from "../api/client";
import { useQuery } from "../api/hooks";
import {
  CancelReplayDocument,
  PreviewReplayEventsDocument,
  PreviewRetryRunsDocument,
  ReplayEventsDocument,
  type ReplayPartsFragment,
  ReplaysDocument,
  RetryRunsDocument,
} from "../gql/graphql";
import { Button, Deed, Notice } from "../parts/basics";
import { Badge, humane } from "../parts/outcome";
import { Time } from "../parts/time";

interface Span {
  from: string | null;
  until: string | null;
}

interface Many {
  ask: string;
  about: string;
  does: string;
  count: (span: Span) => Promise<{ count: number | null; problems: Problem[] }>;
  start: (span: Span) => Promise<Problem[]>;
}

/** Dead runs, of one workflow or of all. */
export function RetryDead({ workflowId }: { workflowId: string | null }) {
  const input = ({ from, until }: Span) => ({ workflowId, createdFrom: from, createdUntil: until });
  return (
    <ByMany
      ask="Retry dead runs"
      about="Runs that failed for the last time are sent again, each with its event's id, so that its endpoint can tell repetitions."
      does="Retry them"
      count={async (span) => {
        const done = await change(PreviewRetryRunsDocument, input(span));
        return { count: done.payload?.count ?? null, problems: done.problems };
      }}
      start={async (span) => (await change(RetryRunsDocument, input(span))).problems}
    />
  );
}

/** A trigger's stored events. */
export function ReplayMany({ triggerId }: { triggerId: string }) {
  const input = ({ from, until }: Span) => ({ triggerId, receivedFrom: from, receivedUntil: until });
  return (
    <ByMany
      ask="Replay events"
      about="Stored events happen once more, by today's configuration: their workflows run again."
      does="Replay them"
      count={async (span) => {
        const done = await change(PreviewReplayEventsDocument, input(span));
        return { count: done.payload?.count ?? null, problems: done.problems };
      }}
      start={async (span) => (await change(ReplayEventsDocument, input(span))).problems}
    />
  );
}

function ByMany({ ask, about, does, count, start }: Many) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState({ from: "", until: "" });
  const [counted, setCounted] = useState<number | null>(null);
  const [problems, setProblems] = useState<Problem[]>([]);
  const span = { from: moment(typed.from), until: moment(typed.until) };
  const set = (to: Partial<typeof typed>) => {
    setTyped({ ...typed, ...to });
    setCounted(null);
  };
  const look = async () => {
    const found = await count(span);
    setCounted(found.count);
    setProblems(found.problems);
  };
  const begin = async () => {
    const found = await start(span);
    setProblems(found);
    if (found.length === 0) dialog.current?.close();
  };
  return (
    <>
      <Button onClick={() => (setCounted(null), setProblems([]), dialog.current?.showModal())}>{ask}</Button>
      <dialog ref={dialog} aria-label={ask}>
        <h2>{ask}</h2>
        <p class="hint">{about}</p>
        <div class="two">
          <label class="field">
            <span>From</span>
            <input
              type="datetime-local"
              value={typed.from}
              onInput={(event) => set({ from: event.currentTarget.value })}
            />
          </label>
          <label class="field">
            <span>Until</span>
            <input
              type="datetime-local"
              value={typed.until}
              onInput={(event) => set({ until: event.currentTarget.value })}
            />
          </label>
        </div>
        {problems.map((each) => (
          <Notice key={each.message} tone="bad">
            {each.message}
          </Notice>
        ))}
        {counted !== null && (
          <p role="status">
            {counted === 0
              ? "There is none."
              : `There ${counted === 1 ? "is one" : `are ${counted.toLocaleString("en")}`}.`}
          </p>
        )}
        <div class="row end">
          <Button onClick={() => dialog.current?.close()}>Cancel</Button>
          {counted ? (
            <Deed kind="primary" does={does} doing="Starting …" onDo={begin} />
          ) : (
            <Deed kind="primary" does="Count them" doing="Counting …" onDo={look} />
          )}
        </div>
      </dialog>
    </>
  );
}

const moment = (typed: string): string | null => (typed ? new Date(typed).toISOString() : null);

/** Those that were started, with how far they are. */
export function Replays() {
  const rows =
    useQuery(ReplaysDocument, { after: null }, { pollMs: 2_000 }).data?.replays.edges.map((edge) => edge.node) ?? [];
  if (rows.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="replays-title">
      <h2 id="replays-title">Replays by the many</h2>
      <ul class="card tight list">
        {rows.map((row) => (
          <li key={row.id}>
            <ReplayRow row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ReplayRow({ row }: { row: ReplayPartsFragment }) {
  return (
    <div class="list-row">
      <span>
        <span class="list-name">{row.kind === "RUNS" ? "Dead runs" : "Events"}</span>{" "}
        <span class="list-about">
          {row.done.toLocaleString("en")} of {row.total.toLocaleString("en")}
          {row.failed > 0 && `, ${row.failed} failed`}
        </span>
        <progress max={Math.max(row.total, 1)} value={row.done} aria-label="How far it is" />
      </span>
      <span class="list-side">
        <Badge tone={row.state === "RUNNING" ? "info" : row.state === "DONE" ? "good" : "plain"}>
          {humane(row.state)}
        </Badge>
        <Time at={row.createdAt} />
        {row.state === "RUNNING" && (
          <Deed
            kind="quiet"
            does="Cancel"
            doing="Cancelling …"
            onDo={async () => void (await change(CancelReplayDocument, { replayId: row.id }))}
          />
        )}
      </span>
    </div>
  );
}

/** Moments as a person says them; the exact one on hover. */

import { useEffect, useState } from "preact/hooks";

const STEPS: [limit: number, unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  [60, "second", 1],
  [3_600, "minute", 60],
  [86_400, "hour", 3_600],
  [7 * 86_400, "day", 86_400],
];
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

export function ago(at: Date, now: number): string {
  const seconds = Math.round((at.getTime() - now) / 1000);
  if (Math.abs(seconds) < 3) return "just now";
  const step = STEPS.find(([limit]) => Math.abs(seconds) < limit);
  if (!step) return at.toLocaleDateString("en", { year: "numeric", month: "short", day: "numeric" });
  return relative.format(Math.trunc(seconds / step[2]), step[1]);
}

let now = Date.now();
const watchers = new Set<(now: number) => void>();
setInterval(() => {
  now = Date.now();
  for (const watch of watchers) watch(now);
}, 5_000);

export function Time({ at }: { at: string }) {
  const [, setNow] = useState(now);
  useEffect(() => {
    watchers.add(setNow);
    return () => void watchers.delete(setNow);
  }, []);
  const moment = new Date(at);
  return (
    <time dateTime={at} title={`${moment.toLocaleString()} (${at})`}>
      {ago(moment, Date.now())}
    </time>
  );
}

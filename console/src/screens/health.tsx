/** Whether a live trigger is still heard of, and whether its events still look like its sample. */

import { useState } from "preact/hooks";
import { type Problem, change } from "../api/client";
import { useQuery } from "../api/hooks";
import { SetExpectedSilenceDocument, TriggerHealthDocument, type TriggerHealthQuery } from "../gql/graphql";
import { Deed, Notice, waiting } from "../parts/basics";
import { Time } from "../parts/time";

type Found = NonNullable<NonNullable<TriggerHealthQuery["trigger"]>["health"]>;

export function Health({ triggerId }: { triggerId: string }) {
  const asked = useQuery(TriggerHealthDocument, { id: triggerId }, { pollMs: 10_000 });
  if (!asked.data?.trigger) return waiting(asked, "its health");
  const { health } = asked.data.trigger;
  if (!health) return <Notice>It is looked at once a minute, from its first minute as a finished trigger on.</Notice>;
  return (
    <div class="stack">
      <Silence health={health} triggerId={triggerId} />
      <Drift drift={health.drift} />
    </div>
  );
}

function Silence({ health, triggerId }: { health: Found; triggerId: string }) {
  const [minutes, setMinutes] = useState("");
  const [problems, setProblems] = useState<Problem[]>([]);
  const set = async () =>
    setProblems(
      (await change(SetExpectedSilenceDocument, { triggerId, minutes: minutes ? Number(minutes) : null })).problems,
    );
  const expected = health.expectedSilenceSeconds;
  return (
    <section class="card stack" aria-labelledby="silence-title">
      <h2 id="silence-title">Silence</h2>
      {health.isSilent ? (
        <Notice tone="warn">
          It is silent for longer than it should be
          {health.silentSince && (
            <>
              , since <Time at={health.silentSince} />
            </>
          )}
          .
        </Notice>
      ) : (
        <Notice tone="good">It is heard of as it should be.</Notice>
      )}
      <dl class="facts">
        <dt>Last live event</dt>
        <dd>{health.lastEventAt ? <Time at={health.lastEventAt} /> : "none yet"}</dd>
        <dt>Events a day</dt>
        <dd>{health.eventsPerDay.toLocaleString("en")}</dd>
        <dt>May be silent for</dt>
        <dd>{expected ? span(expected) : "not known before ten events"}</dd>
        <dt>Looked at</dt>
        <dd>
          <Time at={health.checkedAt} />
        </dd>
      </dl>
      <div class="row">
        <label class="row">
          May be silent for
          <input
            class="short"
            inputMode="numeric"
            placeholder="as usual"
            value={minutes}
            onInput={(event) => setMinutes(event.currentTarget.value)}
          />
          minutes
        </label>
        <Deed does="Set" doing="Setting …" onDo={set} />
        {problems.map((each) => (
          <span key={each.message} class="wrong-text" role="alert">
            {each.message}
          </span>
        ))}
      </div>
    </section>
  );
}

function span(seconds: number): string {
  if (seconds < 7_200) return `${Math.round(seconds / 60)} minutes`;
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)} hours` : `${Math.round(seconds / 86_400)} days`;
}

function Drift({ drift }: { drift: Found["drift"] }) {
  return (
    <section class="card stack" aria-labelledby="drift-title">
      <h2 id="drift-title">Shape of its events</h2>
      {drift.length === 0 ? (
        <p class="hint">The newest events look like the sample that proved it.</p>
      ) : (
        <Notice tone="warn">The newest events differ from the sample that proved it.</Notice>
      )}
      <ul class="list">
        {drift.map((each) => (
          <li key={each.path} class="list-row flush">
            <code>{each.path}</code>
            <span class="list-side">
              {each.was} → {each.now ?? "gone"}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

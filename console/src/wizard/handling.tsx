/** Step 3: routing, validation, filter, de-duplication, and the event that proves them. */

import { change } from "../api/client";
import { UpdateEventHandlingDocument, type UpdateEventHandlingInput } from "../gql/graphql";
import { Button, Notice } from "../parts/basics";
import { Form, useProblems } from "../parts/form";
import { SaveState } from "../parts/save-state";
import { type Saved, useSaving } from "../parts/saving";
import { Template } from "../parts/templates";
import { Time } from "../parts/time";
import { Filter, filterDraft, filterInput } from "./filter";
import { Preview } from "./preview";
import { type Trigger, missingOf } from "./trigger";
import { Validation } from "./validation";
import { verificationDraft, verificationInput } from "./verification";

function draftOf(handling: Trigger["handling"]) {
  return {
    routing: handling.routing.length > 0 ? handling.routing : [""],
    verification: verificationDraft(handling.verification),
    filter: filterDraft(handling.filter),
    deduplicationKey: handling.deduplicationKey ?? "",
    eventType: handling.eventType ?? "",
  };
}

async function save(trigger: Trigger, draft: ReturnType<typeof draftOf>): Promise<Saved> {
  const input: UpdateEventHandlingInput = {
    triggerId: trigger.id,
    filter: filterInput(draft.filter),
    deduplicationKey: draft.deduplicationKey || null,
    eventType: draft.eventType || null,
    ...(trigger.level === "APP" ? { routing: draft.routing.map((each) => each.trim()).filter(Boolean) } : {}),
  };
  try {
    input.verification = verificationInput(draft.verification);
  } catch (error) {
    return {
      problems: [
        {
          code: "INVALID",
          message: `This is not JSON yet: ${(error as Error).message}`,
          path: ["input", "verification", "scheme"],
        },
      ],
    };
  }
  const done = await change(UpdateEventHandlingDocument, input);
  return { problems: done.problems, version: done.payload?.trigger?.updatedAt };
}

export function Handling({ trigger }: { trigger: Trigger }) {
  const form = useSaving(draftOf(trigger.handling), trigger.updatedAt, (draft) => save(trigger, draft));
  const { value, set } = form;
  return (
    <section class="section" aria-labelledby="handling-title">
      <header class="card-head">
        <h2 id="handling-title">Event Handling</h2>
        <SaveState saving={form} />
      </header>
      <Form label="Event Handling" problems={form.problems} missing={missingOf(trigger, "EVENT_HANDLING")}>
        {trigger.level === "APP" && (
          <Routing
            paths={value.routing}
            sandbox={trigger.integration.sandboxCredential?.providerId ?? null}
            onPaths={(routing) => set({ routing })}
          />
        )}
        <Validation
          trigger={trigger}
          draft={value.verification}
          set={(part) => set({ verification: { ...value.verification, ...part } })}
        />
        <Filter groups={value.filter} path="filter" onGroups={(filter) => set({ filter })} />
        <Template
          label="De-duplication key"
          path="deduplicationKey"
          isOptional
          value={value.deduplicationKey}
          placeholder="{{event.body.id}}"
          hint="What is the same when the provider sends an event again. Empty: events are not told apart."
          onValue={(deduplicationKey) => set({ deduplicationKey })}
        />
        <Template
          label="Kind of event"
          path="eventType"
          isOptional
          value={value.eventType}
          placeholder="{{event.body.type}}"
          hint="Shown with each delivery. It changes nothing of what is judged."
          onValue={(eventType) => set({ eventType })}
        />
      </Form>
      <Preview triggerId={trigger.id} />
      <Proof trigger={trigger} />
    </section>
  );
}

function Routing({
  paths,
  sandbox,
  onPaths,
}: {
  paths: string[];
  sandbox: string | null;
  onPaths: (paths: string[]) => void;
}) {
  return (
    <fieldset class="stack">
      <legend>Event Routing</legend>
      <p class="hint">
        Where an event names its account: <strong>ID in Event Payload ↔ Provider ID</strong>. All connected accounts
        with that id get the event.
        {sandbox ? ` The sandbox account's Provider ID is ${sandbox}.` : " The sandbox account has no Provider ID yet."}
      </p>
      {paths.map((path, index) => (
        <div key={index} class="row nowrap">
          <RoutingPath
            path={path}
            index={index}
            onPath={(next) => onPaths(paths.map((each, at) => (at === index ? next : each)))}
          />
          {paths.length > 1 && (
            <Button
              kind="quiet"
              class="remove"
              aria-label={`Remove path ${index + 1}`}
              onClick={() => onPaths(paths.filter((_, at) => at !== index))}
            >
              ×
            </Button>
          )}
        </div>
      ))}
      <div>
        <Button kind="quiet" onClick={() => onPaths([...paths, ""])}>
          + Another place to look
        </Button>
      </div>
      <RoutingProblems />
    </fieldset>
  );
}

function RoutingPath({ path, index, onPath }: { path: string; index: number; onPath: (path: string) => void }) {
  const { wrong } = useProblems(`routing.${index}`, true);
  return (
    <div class={`field ${wrong.length ? "wrong" : ""}`} style={{ flex: "1" }}>
      <input
        class="mono"
        aria-label={`ID in Event Payload, ${index + 1}`}
        placeholder="event.body.team_id"
        spellcheck={false}
        value={path}
        onInput={(event) => onPath(event.currentTarget.value)}
      />
      {wrong.map((each) => (
        <p key={each} class="wrong-text">
          {each}
        </p>
      ))}
    </div>
  );
}

function RoutingProblems() {
  const { wrong, missing } = useProblems("routing");
  return (
    <>
      {[...wrong, ...missing].map((each) => (
        <p key={each} class={wrong.includes(each) ? "wrong-text" : "missing-text"}>
          {each}
        </p>
      ))}
    </>
  );
}

function Proof({ trigger }: { trigger: Trigger }) {
  if (!trigger.sample) return null;
  const isStale = missingOf(trigger, "EVENT_HANDLING").some((each) => each.path.length === 1);
  return (
    <Notice tone={isStale ? "warn" : "good"}>
      {isStale ? "An event proved an earlier version of this" : "Proven by a genuine event"}{" "}
      <Time at={trigger.sample.receivedAt} />. <a href={`/deliveries/${trigger.sample.id}`}>See it</a>
    </Notice>
  );
}

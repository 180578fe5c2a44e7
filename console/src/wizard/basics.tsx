/** Step 1: what the trigger is called, how its webhook is created, and whose it is. */

import { change } from "../api/client";
import { type TriggerCreation, type TriggerLevel, UpdateBasicInfoDocument } from "../gql/graphql";
import { Area, Choice, Text } from "../parts/fields";
import { Form } from "../parts/form";
import { SaveState } from "../parts/save-state";
import { useSaving } from "../parts/saving";
import { type Trigger, missingOf } from "./trigger";

export const CREATIONS: readonly (readonly [TriggerCreation, string, string])[] = [
  [
    "API_REQUEST",
    "API Request",
    "The provider has an API that creates webhooks: we call it for each account that needs one.",
  ],
  ["MANUAL", "Manual", "A person pastes an address into the provider's console."],
];

export const LEVELS: readonly (readonly [TriggerLevel, string, string])[] = [
  ["USER", "User-level", "Each connected account has a webhook of its own, at an address of its own."],
  ["APP", "App-level", "One webhook of your app serves all accounts; events are routed by Provider ID."],
];

export function Basics({ trigger }: { trigger: Trigger }) {
  const { name, description, creation, level } = trigger;
  const form = useSaving({ name, description, creation, level }, trigger.updatedAt, async (value) => {
    const done = await change(UpdateBasicInfoDocument, { triggerId: trigger.id, ...value });
    return { problems: done.problems, version: done.payload?.trigger?.updatedAt };
  });
  const { value, set } = form;
  return (
    <section class="section" aria-labelledby="basics-title">
      <header class="card-head">
        <h2 id="basics-title">Basic Trigger Info</h2>
        <SaveState saving={form} />
      </header>
      <Form label="Basic Trigger Info" problems={form.problems} missing={missingOf(trigger, "BASIC_INFO")}>
        <Text
          label="Name"
          path="name"
          value={value.name}
          onValue={(name) => set({ name })}
          hint="As it is shown in the workflow builder."
        />
        <Area
          label="Description"
          path="description"
          isOptional
          rows={2}
          value={value.description}
          onValue={(description) => set({ description })}
        />
        <Choice
          label="How is this webhook created?"
          path="creation"
          value={value.creation}
          options={CREATIONS}
          onValue={(creation) => set({ creation })}
        />
        <Choice
          label="What type of webhook is this?"
          path="level"
          value={value.level}
          options={LEVELS}
          onValue={(level) => set({ level })}
        />
      </Form>
    </section>
  );
}

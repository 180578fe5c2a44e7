/** A trigger as the wizard shows it. */

import type { TriggerQuery, WizardStep } from "../gql/graphql";

export type Trigger = NonNullable<TriggerQuery["trigger"]>;

export const STEPS: [step: WizardStep, title: string, slug: string][] = [
  ["BASIC_INFO", "Basic Trigger Info", "basics"],
  ["WEBHOOK_SETUP", "Webhook API Setup", "setup"],
  ["EVENT_HANDLING", "Event Handling", "handling"],
];

export const missingOf = (trigger: Trigger, step: WizardStep) =>
  trigger.wizard.steps.find((each) => each.step === step)?.missing ?? [];

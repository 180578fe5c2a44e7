/** How a delivery ended, in a word and a colour. */

import type { DeliveryOutcome, RejectionCause } from "../gql/graphql";

const WORDS: Record<DeliveryOutcome, [word: string, tone: string]> = {
  EVENT: ["Event", "good"],
  HANDSHAKE: ["Handshake", "info"],
  REJECTED: ["Rejected", "bad"],
  FILTERED: ["Filtered", "plain"],
  UNROUTED: ["Unrouted", "warn"],
  DUPLICATE: ["Duplicate", "plain"],
};

export const OUTCOMES = Object.keys(WORDS) as DeliveryOutcome[];

export const outcomeWord = (outcome: DeliveryOutcome): string => WORDS[outcome]?.[0] ?? humane(outcome);

export function Outcome({ outcome }: { outcome: DeliveryOutcome }) {
  return <Badge tone={WORDS[outcome]?.[1] ?? "plain"}>{outcomeWord(outcome)}</Badge>;
}

export function Badge({ tone, children }: { tone: string; children: preact.ComponentChildren }) {
  return <span class={`badge ${tone}`}>{children}</span>;
}

/** SIGNATURE_MISMATCH becomes "Signature mismatch". */
export function humane(name: RejectionCause | string): string {
  const words = name.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What kind of event a delivery says it is; empty when it says nothing. */
export const kindOf = (delivery: { kinds: { eventType?: string | null }[] }): string =>
  delivery.kinds.find((each) => each.eventType)?.eventType ?? "";

/** A handshake rule: what a person edits of it, and what the API takes. */

import type { HandshakeConditionInput, HandshakeRuleInput, RulePartsFragment } from "../gql/graphql";
import type { Pair } from "../parts/pairs";
import { written } from "./request";

export type Comparison = "isPresent" | "isAbsent" | "equals" | "oneOf" | "prefix";

/** value: JSON or plain text; oneOf by commas. */
export interface ConditionDraft {
  path: string;
  comparison: Comparison;
  value: string;
}

export interface RuleDraft {
  name: string;
  signed: boolean;
  rejectStatus: string;
  when: ConditionDraft[];
  require: Pair[];
  persist: Pair[];
  show: Pair[];
  status: string;
  body: "none" | "text" | "json" | "echo";
  text: string;
  json: string;
  headers: Pair[];
  hasFollowUp: boolean;
  followMethod: string;
  followUrl: string;
  followHosts: string;
}

export function ruleDraft(rule: RulePartsFragment): RuleDraft {
  const { reply, followUp } = rule;
  const hasJson = reply.json !== null && reply.json !== undefined;
  return {
    name: rule.name,
    signed: rule.signed,
    rejectStatus: String(rule.rejectStatus),
    when: rule.when.map(conditionDraft),
    require: rule.require,
    persist: rule.persist,
    show: rule.show,
    status: String(reply.status),
    body: reply.echo ? "echo" : hasJson ? "json" : reply.text ? "text" : "none",
    text: reply.text ?? "",
    json: hasJson ? written(reply.json) : "",
    headers: reply.headers,
    hasFollowUp: Boolean(followUp),
    followMethod: followUp?.method ?? "GET",
    followUrl: followUp?.url ?? "",
    followHosts: followUp?.hosts.join(", ") ?? "",
  };
}

export const NEW_RULE: RuleDraft = {
  ...ruleDraft({
    name: "challenge",
    signed: false,
    rejectStatus: 401,
    when: [{ path: "event.body.challenge", isPresent: true, equals: null, oneOf: null, prefix: null }],
    require: [],
    persist: [],
    show: [],
    reply: { status: 200, text: "{{event.body.challenge}}", json: null, echo: false, headers: [] },
    followUp: null,
  }),
};

function conditionDraft(condition: RulePartsFragment["when"][number]): ConditionDraft {
  const { path, equals, isPresent, oneOf, prefix } = condition;
  if (isPresent !== null && isPresent !== undefined)
    return { path, comparison: isPresent ? "isPresent" : "isAbsent", value: "" };
  if (oneOf) return { path, comparison: "oneOf", value: shownList(oneOf) };
  if (prefix !== null && prefix !== undefined) return { path, comparison: "prefix", value: prefix };
  return { path, comparison: "equals", value: shown(equals) };
}

function conditionInput({ path, comparison, value }: ConditionDraft): HandshakeConditionInput {
  switch (comparison) {
    case "isPresent":
    case "isAbsent":
      return { path, isPresent: comparison === "isPresent" };
    case "oneOf":
      return { path, oneOf: typedList(value) };
    case "prefix":
      return { path, prefix: value };
    default:
      return { path, equals: typed(value) };
  }
}

const filled = (pairs: Pair[]): Pair[] => pairs.filter((each) => each.name || each.value);

/** What the API takes. Throws SyntaxError where the reply's body is not JSON yet. */
export function ruleInput(draft: RuleDraft): HandshakeRuleInput {
  return {
    name: draft.name,
    signed: draft.signed,
    rejectStatus: Number(draft.rejectStatus) || 401,
    when: draft.when.map(conditionInput),
    require: filled(draft.require),
    persist: filled(draft.persist),
    show: filled(draft.show),
    reply: {
      status: Number(draft.status) || 200,
      headers: filled(draft.headers),
      text: draft.body === "text" ? draft.text : null,
      json: draft.body === "json" ? (JSON.parse(draft.json) as unknown) : null,
      echo: draft.body === "echo",
    },
    followUp: draft.hasFollowUp
      ? {
          method: draft.followMethod,
          url: draft.followUrl,
          hosts: draft.followHosts
            .split(",")
            .map((each) => each.trim())
            .filter(Boolean),
        }
      : null,
  };
}

/** A JSON value as a person types it: text without quotes, unless it would be taken for something else. */
export function shown(value: unknown): string {
  if (typeof value !== "string") return JSON.stringify(value) ?? "";
  return typed(value) === value ? value : JSON.stringify(value);
}

/** What was typed: true, false, null, a number, quoted text or JSON as such; all else is text. */
export function typed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** Several values by commas; as a JSON list where one of them has a comma itself. */
export function shownList(values: readonly unknown[]): string {
  const texts = values.map(shown);
  return texts.some((each) => each.includes(",")) ? JSON.stringify(values) : texts.join(", ");
}

/** What was typed as several values. */
export function typedList(text: string): unknown[] {
  const whole = typed(text);
  return Array.isArray(whole) ? whole : text.split(",").map((each) => typed(each.trim()));
}

/** One handshake rule: when it applies, what is answered, what of it is kept. */

import { Button } from "../parts/basics";
import { Check, Choice, type Options, Text } from "../parts/fields";
import { Field } from "../parts/form";
import { Pairs } from "../parts/pairs";
import { Template } from "../parts/templates";
import type { Comparison, RuleDraft } from "./rules";

const COMPARISONS: Options<Comparison> = [
  ["isPresent", "is there"],
  ["isAbsent", "is not there"],
  ["equals", "is"],
  ["oneOf", "is one of"],
  ["prefix", "begins with"],
];

export function Rule({
  rule,
  path,
  onRule,
  onRemove,
}: {
  rule: RuleDraft;
  path: string;
  onRule: (rule: RuleDraft) => void;
  onRemove: () => void;
}) {
  const set = (change: Partial<RuleDraft>) => onRule({ ...rule, ...change });
  return (
    <details class="sub">
      <summary>
        {rule.name}{" "}
        <span class="hint">
          {rule.when
            .map((each) => `${each.path} ${COMPARISONS.find(([one]) => one === each.comparison)?.[1]} ${each.value}`)
            .join(", and ")}
        </span>
      </summary>
      <Text label="Name" path={`${path}.name`} isMono value={rule.name} onValue={(name) => set({ name })} />
      <Conditions rule={rule} path={path} onRule={onRule} />
      <Check
        label="Only when it is verified"
        value={rule.signed}
        onValue={(signed) => set({ signed })}
        hint="The request is then signed as events are."
      />
      <div class="two">
        <Text
          label="Answered with status"
          path={`${path}.reply.status`}
          inputMode="numeric"
          value={rule.status}
          onValue={(status) => set({ status })}
        />
        <Text
          label="Refused with status"
          path={`${path}.rejectStatus`}
          inputMode="numeric"
          value={rule.rejectStatus}
          onValue={(rejectStatus) => set({ rejectStatus })}
        />
      </div>
      <Choice
        label="Body of the answer"
        isCompact
        value={rule.body}
        options={[
          ["none", "Empty"],
          ["text", "Text"],
          ["json", "JSON"],
          ["echo", "The request's own"],
        ]}
        onValue={(body) => set({ body })}
      />
      {rule.body === "text" && (
        <Template label="Text" path={`${path}.reply.text`} value={rule.text} onValue={(text) => set({ text })} />
      )}
      {rule.body === "json" && (
        <Template
          label="JSON"
          path={`${path}.reply.json`}
          isDeep
          isTall
          rows={4}
          value={rule.json}
          onValue={(json) => set({ json })}
        />
      )}
      <Pairs
        label="Headers of the answer"
        path={`${path}.reply.headers`}
        add="Add a header"
        pairs={rule.headers}
        onPairs={(headers) => set({ headers })}
      />
      <Pairs
        label="Must be equal"
        path={`${path}.require`}
        names="event.query.token"
        add="Require a value"
        hint="A path whose value must equal a template; compared in constant time."
        pairs={rule.require}
        onPairs={(require) => set({ require })}
      />
      <Pairs
        label="Keep"
        path={`${path}.persist`}
        names="signingSecret"
        add="Keep a value"
        hint="Encrypted; read as {{persisted.NAME}} afterwards."
        pairs={rule.persist}
        onPairs={(persist) => set({ persist })}
      />
      <Pairs
        label="Show to a person"
        path={`${path}.show`}
        names="verificationToken"
        add="Show a value"
        pairs={rule.show}
        onPairs={(show) => set({ show })}
      />
      <Check
        label="A request of ours follows"
        value={rule.hasFollowUp}
        onValue={(hasFollowUp) => set({ hasFollowUp })}
        hint="Such as visiting an address that the provider sent. Only in a rule that is verified."
      />
      {rule.hasFollowUp && (
        <div class="stack">
          <Template
            label="Address to call"
            path={`${path}.followUp.url`}
            value={rule.followUrl}
            onValue={(followUrl) => set({ followUrl })}
          />
          <Text
            label="Hosts it may be at, by commas"
            path={`${path}.followUp.hosts`}
            isMono
            value={rule.followHosts}
            onValue={(followHosts) => set({ followHosts })}
          />
        </div>
      )}
      <div class="row end">
        <Button kind="quiet" class="danger-text" onClick={onRemove}>
          Remove this handshake
        </Button>
      </div>
    </details>
  );
}

function Conditions({ rule, path, onRule }: { rule: RuleDraft; path: string; onRule: (rule: RuleDraft) => void }) {
  const set = (when: RuleDraft["when"]) => onRule({ ...rule, when });
  const change = (index: number, to: Partial<RuleDraft["when"][number]>) =>
    set(rule.when.map((each, at) => (at === index ? { ...each, ...to } : each)));
  return (
    <Field
      label="When all of these hold"
      path={`${path}.when`}
      isDeep
      hint="`method`, or a path into the request such as event.body.type."
    >
      {({ id }) => (
        <div id={id} class="stack" role="group" aria-label="Conditions of the handshake">
          {rule.when.map((each, index) => (
            <div key={index} class="row nowrap">
              <input
                class="mono"
                aria-label={`Condition ${index + 1}: path`}
                value={each.path}
                onInput={(event) => change(index, { path: event.currentTarget.value })}
              />
              <select
                aria-label={`Condition ${index + 1}: comparison`}
                value={each.comparison}
                onChange={(event) => change(index, { comparison: event.currentTarget.value as Comparison })}
              >
                {COMPARISONS.map(([value, text]) => (
                  <option key={value} value={value}>
                    {text}
                  </option>
                ))}
              </select>
              {each.comparison !== "isPresent" && each.comparison !== "isAbsent" && (
                <input
                  class="mono"
                  aria-label={`Condition ${index + 1}: value`}
                  value={each.value}
                  onInput={(event) => change(index, { value: event.currentTarget.value })}
                />
              )}
              <Button
                kind="quiet"
                class="remove"
                aria-label={`Remove condition ${index + 1}`}
                onClick={() => set(rule.when.filter((_, at) => at !== index))}
              >
                ×
              </Button>
            </div>
          ))}
          <div>
            <Button
              kind="quiet"
              onClick={() => set([...rule.when, { path: "event.body.type", comparison: "equals", value: "" }])}
            >
              + Add a condition
            </Button>
          </div>
        </div>
      )}
    </Field>
  );
}

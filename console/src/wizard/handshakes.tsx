/** Challenges of the provider and how each is answered. */

import { useState } from "preact/hooks";
import { plain } from "../api/client";
import { useQuery } from "../api/hooks";
import { ReadyHandshakesDocument } from "../gql/graphql";
import { Button } from "../parts/basics";
import { useProblems } from "../parts/form";
import { Rule } from "./rule";
import { NEW_RULE, type RuleDraft, ruleDraft } from "./rules";

export function Handshakes({ rules, onRules }: { rules: RuleDraft[]; onRules: (rules: RuleDraft[]) => void }) {
  const { wrong } = useProblems("handshakes");
  const replace = (index: number, rule: RuleDraft) => onRules(rules.map((each, at) => (at === index ? rule : each)));
  return (
    <fieldset class="stack">
      <legend>Handshakes</legend>
      <p class="hint">
        Challenges by which a provider tries the address. They are answered otherwise, and are never events. The first
        that matches counts.
      </p>
      {rules.map((rule, index) => (
        <Rule
          key={index}
          rule={rule}
          path={`handshakes.${index}`}
          onRule={(next) => replace(index, next)}
          onRemove={() => onRules(rules.filter((_, at) => at !== index))}
        />
      ))}
      {wrong.map((each) => (
        <p key={each} class="wrong-text">
          {each}
        </p>
      ))}
      <Adding taken={rules.map((each) => each.name)} onAdd={(rule) => onRules([...rules, rule])} />
    </fieldset>
  );
}

function Adding({ taken, onAdd }: { taken: string[]; onAdd: (rule: RuleDraft) => void }) {
  const ready = useQuery(ReadyHandshakesDocument, {}).data?.readyHandshakes ?? [];
  const [name, setName] = useState("");
  const chosen = ready.find((each) => each.name === name);
  const add = () => {
    onAdd(chosen ? ruleDraft(plain(chosen.rule)) : { ...NEW_RULE, name: free(NEW_RULE.name, taken) });
    setName("");
  };
  return (
    <div class="row">
      <select
        aria-label="A ready rule to start from"
        class="narrow"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      >
        <option value="">A rule of your own</option>
        {ready
          .filter((each) => !taken.includes(each.rule.name))
          .map((each) => (
            <option key={each.name} value={each.name}>
              {each.name}
            </option>
          ))}
      </select>
      <Button onClick={add}>Add the handshake</Button>
      {chosen && (
        <span class="hint">
          {chosen.description} {chosen.parameters.map((each) => `Replace ${each.name}: ${each.description}`).join(" ")}
        </span>
      )}
    </div>
  );
}

function free(name: string, taken: string[]): string {
  let number = 2;
  if (!taken.includes(name)) return name;
  while (taken.includes(`${name}-${number}`)) number++;
  return `${name}-${number}`;
}

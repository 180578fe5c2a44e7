/** Which events count: any of the groups, each of which asks for all of its conditions. */

import type { EventFilterInput, FilterOperator, TriggerQuery } from "../gql/graphql";
import { Button } from "../parts/basics";
import { type Options } from "../parts/fields";
import { useProblems } from "../parts/form";
import { shown, shownList, typed, typedList } from "./rules";

export interface ConditionDraft {
  path: string;
  operator: FilterOperator;
  value: string;
}

type Stored = NonNullable<TriggerQuery["trigger"]>["handling"]["filter"];

export const filterDraft = (filter: Stored): ConditionDraft[][] =>
  (filter?.any ?? []).map((group) =>
    group.all.map(({ path, operator, value }) => ({
      path,
      operator,
      value: Array.isArray(value) ? shownList(value) : value === null || value === undefined ? "" : shown(value),
    })),
  );

export function filterInput(groups: ConditionDraft[][]): EventFilterInput | null {
  if (groups.length === 0) return null;
  return { any: groups.map((group) => ({ all: group.map(conditionInput) })) };
}

const hasValue = (operator: FilterOperator) => operator !== "EXISTS" && operator !== "NOT_EXISTS";

function conditionInput({ path, operator, value }: ConditionDraft) {
  if (!hasValue(operator)) return { path, operator };
  return {
    path,
    operator,
    value: operator === "IN" ? typedList(value) : typed(value),
  };
}

const OPERATORS: Options<FilterOperator> = [
  ["EQUALS", "is"],
  ["NOT_EQUALS", "is not"],
  ["IN", "is one of"],
  ["CONTAINS", "contains"],
  ["NOT_CONTAINS", "does not contain"],
  ["STARTS_WITH", "begins with"],
  ["ENDS_WITH", "ends with"],
  ["GREATER_THAN", "is above"],
  ["LESS_THAN", "is below"],
  ["EXISTS", "is there"],
  ["NOT_EXISTS", "is not there"],
];

const FRESH: ConditionDraft = { path: "event.body.type", operator: "EQUALS", value: "" };

export function Filter({
  groups,
  path,
  onGroups,
}: {
  groups: ConditionDraft[][];
  path: string;
  onGroups: (groups: ConditionDraft[][]) => void;
}) {
  const replace = (index: number, group: ConditionDraft[]) =>
    onGroups(
      group.length > 0
        ? groups.map((each, at) => (at === index ? group : each))
        : groups.filter((_, at) => at !== index),
    );
  return (
    <fieldset class="stack">
      <legend>
        Event filter<span class="optional"> optional</span>
      </legend>
      {groups.length === 0 && <p class="hint">Every genuine event counts.</p>}
      {groups.map((group, index) => (
        <Group
          key={index}
          group={group}
          number={index + 1}
          path={`${path}.any.${index}.all`}
          onGroup={(next) => replace(index, next)}
        />
      ))}
      <div>
        <Button kind="quiet" onClick={() => onGroups([...groups, [FRESH]])}>
          + {groups.length === 0 ? "Only events for which …" : "Or events for which …"}
        </Button>
      </div>
    </fieldset>
  );
}

function Group({
  group,
  number,
  path,
  onGroup,
}: {
  group: ConditionDraft[];
  number: number;
  path: string;
  onGroup: (group: ConditionDraft[]) => void;
}) {
  const change = (index: number, to: Partial<ConditionDraft>) =>
    onGroup(group.map((each, at) => (at === index ? { ...each, ...to } : each)));
  return (
    <div class="sub" role="group" aria-label={`Filter, group ${number}`}>
      {group.map((each, index) => (
        <Condition
          key={index}
          condition={each}
          label={`Group ${number}, condition ${index + 1}`}
          path={`${path}.${index}`}
          onChange={(to) => change(index, to)}
          onRemove={() => onGroup(group.filter((_, at) => at !== index))}
        />
      ))}
      <div>
        <Button kind="quiet" onClick={() => onGroup([...group, FRESH])}>
          + And
        </Button>
      </div>
    </div>
  );
}

function Condition({
  condition,
  label,
  path,
  onChange,
  onRemove,
}: {
  condition: ConditionDraft;
  label: string;
  path: string;
  onChange: (to: Partial<ConditionDraft>) => void;
  onRemove: () => void;
}) {
  const { wrong } = useProblems(path, true);
  return (
    <>
      <div class={`pair condition ${wrong.length ? "wrong" : ""}`}>
        <input
          class="mono"
          aria-label={`${label}: path`}
          value={condition.path}
          onInput={(event) => onChange({ path: event.currentTarget.value })}
        />
        <select
          aria-label={`${label}: comparison`}
          value={condition.operator}
          onChange={(event) => onChange({ operator: event.currentTarget.value as FilterOperator })}
        >
          {OPERATORS.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
        {hasValue(condition.operator) ? (
          <input
            class="mono"
            aria-label={`${label}: value`}
            value={condition.value}
            onInput={(event) => onChange({ value: event.currentTarget.value })}
          />
        ) : (
          <span />
        )}
        <Button kind="quiet" class="remove" aria-label={`Remove ${label}`} onClick={onRemove}>
          ×
        </Button>
      </div>
      {wrong.map((each) => (
        <p key={each} class="wrong-text">
          {each}
        </p>
      ))}
    </>
  );
}

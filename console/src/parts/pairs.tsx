/** Names with values: headers, query parameters, parameters of code. Repeated names stay repeated, in order. */

import { Button } from "./basics";
import { useProblems } from "./form";
import { TemplateText } from "./templates";

export interface Pair {
  name: string;
  value: string;
}

interface Props {
  label: string;
  path?: string;
  pairs: Pair[];
  onPairs: (pairs: Pair[]) => void;
  add?: string;
  names?: string;
  hint?: string;
}

export function Pairs({ label, path, pairs, onPairs, add = "Add", names = "Name", hint }: Props) {
  const change = (index: number, to: Partial<Pair>) =>
    onPairs(pairs.map((each, at) => (at === index ? { ...each, ...to } : each)));
  return (
    <fieldset class="pairs">
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      {pairs.map((pair, index) => (
        <PairRow
          key={index}
          label={label}
          path={path && `${path}.${index}`}
          names={names}
          pair={pair}
          index={index}
          onChange={(to) => change(index, to)}
          onRemove={() => onPairs(pairs.filter((_, at) => at !== index))}
        />
      ))}
      <Button kind="quiet" onClick={() => onPairs([...pairs, { name: "", value: "" }])}>
        + {add}
      </Button>
      <Own path={path} />
    </fieldset>
  );
}

function Own({ path }: { path: string | undefined }) {
  return <Wrong {...useProblems(path)} />;
}

function Wrong({ wrong, missing }: { wrong: string[]; missing: string[] }) {
  return (
    <>
      {wrong.map((each) => (
        <p key={each} class="wrong-text">
          {each}
        </p>
      ))}
      {missing.map((each) => (
        <p key={each} class="missing-text">
          {each}
        </p>
      ))}
    </>
  );
}

function PairRow({
  label,
  path,
  names,
  pair,
  index,
  onChange,
  onRemove,
}: {
  label: string;
  path: string | undefined;
  names: string;
  pair: Pair;
  index: number;
  onChange: (to: Partial<Pair>) => void;
  onRemove: () => void;
}) {
  const problems = useProblems(path, true);
  const which = `${label}, ${index + 1}`;
  return (
    <>
      <div class={`pair ${problems.wrong.length ? "wrong" : ""}`}>
        <input
          class="mono"
          placeholder={names}
          aria-label={`${which}: name`}
          autoComplete="off"
          spellcheck={false}
          value={pair.name}
          onInput={(event) => onChange({ name: event.currentTarget.value })}
        />
        <TemplateText
          value={pair.value}
          onValue={(value) => onChange({ value })}
          ids={{ "aria-label": `${which}: value` }}
          placeholder="Value"
        />
        <Button kind="quiet" class="remove" aria-label={`Remove ${which}`} title="Remove" onClick={onRemove}>
          ×
        </Button>
      </div>
      <Wrong {...problems} />
    </>
  );
}

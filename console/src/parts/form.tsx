/** Forms whose problems the server finds: each is shown at the field that its path names. */

import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useId, useMemo } from "preact/hooks";
import type { Problem } from "../api/client";

interface Scope {
  problems: Problem[];
  missing: Problem[];
  places: Set<string>;
}

const FormScope = createContext<Scope>({ problems: [], missing: [], places: new Set() });

/** problems: of the last save. missing: what the wizard still wants. Both with paths that begin at `input`. */
export function Form({
  problems,
  missing = [],
  children,
  onSubmit,
  label,
}: {
  problems: Problem[];
  missing?: Problem[];
  children: ComponentChildren;
  onSubmit?: () => void;
  label: string;
}) {
  const places = useMemo(() => new Set<string>(), []);
  return (
    <FormScope.Provider value={{ problems, missing, places }}>
      <form
        class="form"
        aria-label={label}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit?.();
        }}
      >
        {children}
        <Unplaced />
      </form>
    </FormScope.Provider>
  );
}

const place = (problem: Problem): string => problem.path.slice(1).join(".");
const isAt = (found: string, path: string, isDeep: boolean) =>
  found === path || (isDeep && found.startsWith(`${path}.`));

/** What is wrong at a place, and what is still missing there. isDeep: of everything below it too. */
export function useProblems(path: string | undefined, isDeep = false): { wrong: string[]; missing: string[] } {
  const scope = useContext(FormScope);
  if (path) scope.places.add(isDeep ? `${path}.*` : path);
  useEffect(() => () => void (path && scope.places.delete(isDeep ? `${path}.*` : path)), [path, isDeep]);
  if (!path) return { wrong: [], missing: [] };
  const at = (problems: Problem[]) => [
    ...new Set(problems.filter((each) => isAt(place(each), path, isDeep)).map((each) => each.message)),
  ];
  const wrong = at(scope.problems);
  return { wrong, missing: at(scope.missing).filter((each) => !wrong.includes(each)) };
}

function Unplaced() {
  const { problems, places } = useContext(FormScope);
  const isPlaced = (found: string) =>
    [...places].some((path) => (path.endsWith(".*") ? isAt(found, path.slice(0, -2), true) : found === path));
  const left = problems.filter((each) => !isPlaced(place(each)));
  if (left.length === 0) return null;
  return (
    <ul class="problems" role="alert">
      {left.map((each) => (
        <li key={place(each) + each.message}>
          {place(each) && <code>{place(each)}</code>} {each.message}
        </li>
      ))}
    </ul>
  );
}

export interface FieldProps {
  label: string;
  path?: string | undefined;
  isDeep?: boolean;
  hint?: ComponentChildren;
  isOptional?: boolean;
  class?: string;
}

/** A label, what it labels, a hint, and what is wrong with it. */
export function Field({
  label,
  path,
  isDeep = false,
  hint,
  isOptional,
  class: extra,
  children,
}: FieldProps & { children: (ids: FieldIds) => ComponentChildren }) {
  const id = useId();
  const { wrong, missing } = useProblems(path, isDeep);
  const notes = `${id}-notes`;
  const hasNotes = Boolean(hint) || wrong.length + missing.length > 0;
  return (
    <div class={`field ${wrong.length ? "wrong" : missing.length ? "missing" : ""} ${extra ?? ""}`}>
      <label for={id}>
        {label}
        {isOptional && <span class="optional"> optional</span>}
      </label>
      {children({
        id,
        "aria-describedby": hasNotes ? notes : undefined,
        "aria-invalid": wrong.length > 0 || undefined,
      })}
      {hasNotes && (
        <div id={notes} class="notes">
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
          {hint && <div class="hint">{hint}</div>}
        </div>
      )}
    </div>
  );
}

export interface FieldIds {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean | undefined;
}

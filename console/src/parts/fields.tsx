/** The fields of forms: text, choices, checks. */

import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { Field, type FieldProps, useProblems } from "./form";

type Input = Omit<JSX.IntrinsicElements["input"], "label" | "onInput" | "value" | "path" | "class" | "hint">;

export function Text({
  label,
  path,
  hint,
  isOptional,
  value,
  onValue,
  isMono,
  ...rest
}: FieldProps & Input & { value: string; onValue: (value: string) => void; isMono?: boolean }) {
  return (
    <Field label={label} path={path} hint={hint} isOptional={isOptional} class={rest.class}>
      {(ids) => (
        <input
          type="text"
          autoComplete="off"
          spellcheck={false}
          {...rest}
          {...ids}
          class={isMono ? "mono" : ""}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export function Area({
  label,
  path,
  hint,
  isOptional,
  value,
  onValue,
  rows = 3,
  isMono,
}: FieldProps & { value: string; onValue: (value: string) => void; rows?: number; isMono?: boolean }) {
  return (
    <Field label={label} path={path} hint={hint} isOptional={isOptional}>
      {(ids) => (
        <textarea
          {...ids}
          rows={rows}
          class={isMono ? "mono" : ""}
          spellcheck={!isMono}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export type Options<V extends string> = readonly (readonly [value: V, label: string])[];

export function Select<V extends string>({
  label,
  path,
  hint,
  isOptional,
  value,
  options,
  onValue,
  class: extra,
}: FieldProps & { value: V; options: Options<V>; onValue: (value: V) => void }) {
  return (
    <Field label={label} path={path} hint={hint} isOptional={isOptional} class={extra}>
      {(ids) => (
        <select {...ids} value={value} onChange={(event) => onValue(event.currentTarget.value as V)}>
          {options.map(([each, text]) => (
            <option key={each} value={each}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** One of a few, each with what it means. */
export function Choice<V extends string>({
  label,
  path,
  value,
  options,
  onValue,
  isCompact,
}: {
  label: string;
  path?: string;
  value: V | null;
  options: readonly (readonly [value: V, label: string, about?: string])[];
  onValue: (value: V) => void;
  isCompact?: boolean;
}) {
  const name = useId();
  const { wrong, missing } = useProblems(path);
  return (
    <fieldset class={`choice ${isCompact ? "compact" : ""}`}>
      <legend>{label}</legend>
      <div class="choices">
        {options.map(([each, text, about]) => (
          <label key={each} class={each === value ? "chosen" : ""}>
            <input type="radio" name={name} checked={each === value} onChange={() => onValue(each)} />
            <span>
              <span class="choice-name">{text}</span>
              {about && <span class="choice-about">{about}</span>}
            </span>
          </label>
        ))}
      </div>
      {[
        ...wrong.map((each) => [each, "wrong-text"] as const),
        ...missing.map((each) => [each, "missing-text"] as const),
      ].map(([each, kind]) => (
        <p key={each} class={kind}>
          {each}
        </p>
      ))}
    </fieldset>
  );
}

export function Check({
  label,
  value,
  onValue,
  hint,
}: {
  label: string;
  value: boolean;
  onValue: (value: boolean) => void;
  hint?: string;
}) {
  const id = useId();
  return (
    <div class="check">
      <input
        id={id}
        type="checkbox"
        checked={value}
        onChange={(event) => onValue(event.currentTarget.checked)}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
    </div>
  );
}

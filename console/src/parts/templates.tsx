/** Texts with `{{templates}}`: marked as chips, with a menu of what there is and what it holds now. */

import { createContext } from "preact";
import { useContext, useId, useMemo, useRef, useState } from "preact/hooks";
import { useQuery } from "../api/hooks";
import { SecretNamesDocument, VariablesDocument, type WizardStep } from "../gql/graphql";
import { Field, type FieldIds, type FieldProps } from "./form";

export interface Variable {
  path: string;
  label: string;
  sample: string | null;
  isSecret: boolean;
  group: string;
}

const Menu = createContext<Variable[]>([]);

/** What templates inside may name, at one step of a trigger. */
export function VariableMenu({
  triggerId,
  step,
  children,
}: {
  triggerId: string;
  step: WizardStep;
  children: preact.ComponentChildren;
}) {
  const { data } = useQuery(VariablesDocument, { id: triggerId, step });
  const known = useMemo(
    () =>
      (data?.trigger?.variables ?? []).flatMap((group) =>
        group.variables.map((each) => ({ ...each, sample: each.sample ?? null, group: group.label })),
      ),
    [data],
  );
  return <Menu.Provider value={known}>{children}</Menu.Provider>;
}

/** What templates of an integration may name: the project's secrets, and an account's values by their names. */
export function SecretMenu({ values, children }: { values: string[]; children: preact.ComponentChildren }) {
  const viewer = useQuery(SecretNamesDocument, {}).data?.viewer;
  const secrets = viewer && "project" in viewer ? viewer.project.secrets.map((each) => `secrets.${each.name}`) : [];
  const known = ["accessToken", ...values].map((each) => `credential.${each}`);
  const entry = (path: string): Variable => ({ path, label: path, sample: null, isSecret: true, group: "" });
  return <Menu.Provider value={[...new Set([...secrets, ...known])].map(entry)}>{children}</Menu.Provider>;
}

const useVariables = () => useContext(Menu);

const TEMPLATE = /(\{\{[^{}]*\}\})/;

/** The same text with its templates marked. It lies below the real field and is not read out. */
function Marked({ text }: { text: string }) {
  return (
    <>
      {text.split(TEMPLATE).map((part, index) => (index % 2 ? <mark key={index}>{part}</mark> : part))}
      {"\u200b"}
    </>
  );
}

interface TextProps {
  value: string;
  onValue: (value: string) => void;
  ids: FieldIds | { "aria-label": string };
  isTall?: boolean;
  rows?: number;
  placeholder?: string | undefined;
}

/** The field itself, without a label. */
export function TemplateText({ value, onValue, ids, isTall = false, rows = 6, placeholder }: TextProps) {
  const known = useVariables();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const mirror = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<{ from: number; typed: string } | null>(null);
  const [at, setAt] = useState(0);
  const list = useId();
  const found = open ? matching(known, open.typed) : [];

  const look = () => {
    const element = field.current;
    if (!element) return;
    const before = element.value.slice(0, element.selectionStart ?? 0);
    const from = before.lastIndexOf("{{");
    const isInside = from >= 0 && !before.slice(from).includes("}}");
    setOpen(isInside ? { from, typed: before.slice(from + 2).trim() } : null);
    setAt(0);
  };
  const put = (path: string) => {
    const element = field.current;
    if (!element) return;
    const caret = element.selectionStart ?? value.length;
    const from = open?.from ?? caret;
    const rest = value.slice(caret).replace(/^\s*\}\}/, "");
    const text = `{{${path}}}`;
    onValue(value.slice(0, from) + text + rest);
    setOpen(null);
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(from + text.length, from + text.length);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || found.length === 0) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp")
      setAt((at + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length);
    else if (event.key === "Enter" || event.key === "Tab") put(found[at]!.path);
    else if (event.key === "Escape") setOpen(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const follow = () => {
    if (!mirror.current || !field.current) return;
    mirror.current.scrollLeft = field.current.scrollLeft;
    mirror.current.scrollTop = field.current.scrollTop;
  };
  const shared = {
    ...ids,
    ref: field,
    value,
    placeholder,
    spellcheck: false,
    autoComplete: "off",
    role: "combobox" as const,
    "aria-expanded": found.length > 0,
    "aria-controls": list,
    "aria-autocomplete": "list" as const,
    "aria-activedescendant": open && found[at] ? `${list}-${at}` : undefined,
    onInput: (event: Event) => (onValue((event.currentTarget as HTMLInputElement).value), look()),
    onClick: look,
    onKeyDown,
    onScroll: follow,
    onBlur: () => setOpen(null),
  };
  return (
    <div class={`template ${isTall ? "tall" : ""}`}>
      <div ref={mirror} class="template-marks" aria-hidden="true">
        <Marked text={value} />
      </div>
      {isTall ? <textarea {...shared} rows={rows} /> : <input type="text" {...shared} />}
      <button
        type="button"
        class="template-open"
        aria-label="Insert a variable"
        title="Insert a variable (or type {{)"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() =>
          open
            ? setOpen(null)
            : (field.current?.focus(),
              setAt(0),
              setOpen({ from: field.current?.selectionStart ?? value.length, typed: "" }))
        }
      >
        {"{ }"}
      </button>
      {open && (
        <ul id={list} role="listbox" class="menu" aria-label="Variables">
          {found.map((each, index) => (
            <li
              key={each.path}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === at}
              ref={(element) => void (index === at && element?.scrollIntoView({ block: "nearest" }))}
              onMouseDown={(event) => (event.preventDefault(), put(each.path))}
            >
              <span class="menu-path">{each.path}</span>
              <span class="menu-sample">{each.isSecret ? "set, never shown" : (each.sample ?? each.label)}</span>
            </li>
          ))}
          {found.length === 0 && <li class="menu-none">Nothing is called so here.</li>}
        </ul>
      )}
    </div>
  );
}

function matching(known: Variable[], typed: string): Variable[] {
  const words = typed.toLowerCase();
  const begins = known.filter((each) => each.path.toLowerCase().startsWith(words));
  const has = known.filter(
    (each) => !begins.includes(each) && `${each.path} ${each.label}`.toLowerCase().includes(words),
  );
  return [...begins, ...has].slice(0, 60);
}

/** A labelled field of a text with templates. */
export function Template({ value, onValue, isTall, rows, placeholder, ...field }: FieldProps & Omit<TextProps, "ids">) {
  return (
    <Field {...field}>
      {(ids) => (
        <TemplateText
          value={value}
          onValue={onValue}
          ids={ids}
          isTall={isTall ?? false}
          rows={rows ?? 6}
          placeholder={placeholder}
        />
      )}
    </Field>
  );
}

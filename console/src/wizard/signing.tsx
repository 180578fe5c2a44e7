/** What several ways of validation ask for: a secret, where the signature stands, what is signed and when. */

import { useState } from "preact/hooks";
import { type Options, Select, Text } from "../parts/fields";
import { Template } from "../parts/templates";
import { NewSecret } from "./new-secret";
import type { VerificationDraft, Where } from "./verification";

export interface PartProps {
  draft: VerificationDraft;
  set: (change: Partial<VerificationDraft>) => void;
}

export function SecretField({
  label,
  path,
  value,
  onValue,
  hint,
}: {
  label: string;
  path: string;
  value: string;
  onValue: (value: string) => void;
  hint?: string;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div class="stack tight">
      <Template label={label} path={path} value={value} placeholder="{{secrets.NAME}}" hint={hint} onValue={onValue} />
      {isOpen ? (
        <NewSecret onDone={(name) => (setOpen(false), name && onValue(`{{secrets.${name}}}`))} />
      ) : (
        <button type="button" class="button quiet start" onClick={() => setOpen(true)}>
          + Store a new secret
        </button>
      )}
    </div>
  );
}

const PLACES: Options<Where> = [
  ["header", "In a header"],
  ["query", "In the query"],
  ["bodyPath", "In the JSON body"],
  ["formField", "In a form field"],
];

export function Place({
  draft,
  set,
  path,
  what,
  hasBody = false,
}: PartProps & { path: string; what: string; hasBody?: boolean }) {
  const places: Options<Where> = hasBody ? [...PLACES, ["inBody", "It is the whole body"]] : PLACES;
  const names: Record<Where, string> = {
    header: "X-Signature",
    query: "signature",
    bodyPath: "meta.signature",
    formField: "signature",
    inBody: "",
  };
  return (
    <div class="two">
      <Select label={`Where the ${what} is`} value={draft.where} options={places} onValue={(where) => set({ where })} />
      {draft.where !== "inBody" && (
        <Text
          label="Its name there"
          path={`${path}.${draft.where}`}
          isMono
          placeholder={names[draft.where]}
          value={draft.name}
          onValue={(name) => set({ name })}
        />
      )}
    </div>
  );
}

export const ENCODINGS: Options<VerificationDraft["encoding"]> = [
  ["HEX", "Hexadecimal"],
  ["BASE64", "Base 64"],
  ["BASE64URL", "Base 64, URL-safe"],
];

const UNITS: Options<VerificationDraft["timestampUnit"]> = [
  ["SECONDS", "Seconds since 1970"],
  ["MILLISECONDS", "Milliseconds since 1970"],
  ["MICROSECONDS", "Microseconds since 1970"],
  ["ISO8601", "ISO 8601"],
  ["HTTP_DATE", "As in the header Date"],
];

export function Signed({ draft, set, path }: PartProps & { path: string }) {
  return (
    <>
      <Text
        label="What is signed"
        path={`${path}.signedContent`}
        isMono
        value={draft.signedContent}
        hint="{body}, {timestamp}, {url}, {header:NAME} and text between, such as {timestamp}.{body}"
        onValue={(signedContent) => set({ signedContent })}
      />
      <div class="two">
        <Text
          label="Header with the time of sending"
          path={`${path}.timestampHeader`}
          isOptional
          isMono
          placeholder="X-Timestamp"
          value={draft.timestampHeader}
          onValue={(timestampHeader) => set({ timestampHeader })}
        />
        {draft.timestampHeader && (
          <Select
            label="How that time is written"
            path={`${path}.timestampUnit`}
            value={draft.timestampUnit}
            options={UNITS}
            onValue={(timestampUnit) => set({ timestampUnit })}
          />
        )}
        {draft.timestampHeader && (
          <Text
            label="Oldest accepted, in seconds"
            path={`${path}.toleranceSeconds`}
            isOptional
            inputMode="numeric"
            hint="Empty: any age."
            value={draft.tolerance}
            onValue={(tolerance) => set({ tolerance })}
          />
        )}
      </div>
    </>
  );
}

/** A second key that also counts while keys are changed, and until when. */
export function Previous({ draft, set, path, label }: PartProps & { path: string; label: string }) {
  return (
    <div class="two">
      <Template
        label={label}
        path={path}
        isOptional
        value={draft.previous}
        hint="While keys are changed."
        onValue={(previous) => set({ previous })}
      />
      {draft.previous && (
        <Text
          label="When it stops counting"
          path={`${path}Until`}
          isOptional
          type="datetime-local"
          value={local(draft.previousUntil)}
          hint="Empty: never."
          onValue={(typed) => set({ previousUntil: typed ? new Date(typed).toISOString() : null })}
        />
      )}
    </div>
  );
}

/** A moment as the field takes it: in the person's own time zone. */
function local(moment: string | null): string {
  if (!moment) return "";
  const at = new Date(moment);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

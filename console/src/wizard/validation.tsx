/** Step 3: how payloads are validated. Each way has the form that fits it. */

import { useState } from "preact/hooks";
import type { VerificationForm, VerificationPartsFragment } from "../gql/graphql";
import { Notice } from "../parts/basics";
import { Code } from "../parts/code";
import { Field, type Options, Select, Text } from "../parts/form";
import { Badge } from "../parts/outcome";
import { Template } from "../parts/templates";
import { CodeForm } from "./code";
import { JwtFields, PublicKeyFields } from "./keys";
import { NewSecret } from "./new-secret";
import { SchemeFields } from "./schemes";
import type { Trigger } from "./trigger";
import type { VerificationDraft, Where } from "./verification";

export interface PartProps {
  draft: VerificationDraft;
  set: (change: Partial<VerificationDraft>) => void;
}

const FORMS: Options<VerificationForm | ""> = [
  ["", "Choose how …"],
  ["PROVIDER", "A provider's scheme, from the catalog"],
  ["HMAC", "HMAC signature"],
  ["PUBLIC_KEY", "Public-key signature"],
  ["JWT", "JSON Web Token"],
  ["BASIC", "Basic authentication"],
  ["TOKEN", "Shared token"],
  ["CODE", "Custom code"],
  ["SCHEME", "Any scheme, as data"],
  ["NONE", "No signature (accept all payloads)"],
];

export function Validation({ trigger, draft, set }: PartProps & { trigger: Trigger }) {
  return (
    <div class="stack">
      <Select label="How is this payload validated?" path="verification" value={draft.form} options={FORMS} onValue={(form) => set({ form, provider: form === "PROVIDER" ? draft.provider : null })} />
      {draft.form === "NONE" && <Notice tone="warn">Anybody who knows the address can start workflows. Choose this only where the provider signs nothing at all.</Notice>}
      {draft.form === "PROVIDER" && <SchemeFields trigger={trigger} draft={draft} set={set} />}
      {draft.form === "HMAC" && <HmacFields draft={draft} set={set} />}
      {draft.form === "PUBLIC_KEY" && <PublicKeyFields draft={draft} set={set} />}
      {draft.form === "JWT" && <JwtFields draft={draft} set={set} />}
      {draft.form === "TOKEN" && <TokenFields draft={draft} set={set} />}
      {draft.form === "BASIC" && (
        <div class="two">
          <Template label="User name" path="verification.basic.username" value={draft.username} onValue={(username) => set({ username })} />
          <SecretField label="Password" path="verification.basic.password" value={draft.password} onValue={(password) => set({ password })} />
        </div>
      )}
      {draft.form === "CODE" && (
        <>
          <CodeForm draft={draft} path="verification.code" purpose="VERIFY" triggerId={trigger.id} digestHeader={draft.digestHeader} onDraft={({ code, parameters }) => set({ code, parameters })} />
          <Text label="Header to compare a returned digest with" path="verification.code.digestHeader" isOptional isMono value={draft.digestHeader} hint="Only where the code returns a digest instead of true or false: it is compared in constant time." onValue={(digestHeader) => set({ digestHeader })} />
        </>
      )}
      {draft.form === "SCHEME" && (
        <Field label="Scheme and secrets, as JSON" path="verification.scheme" isDeep hint="The data form of the catalog's schemes: see the page about signature schemes.">
          {() => <Code label="Scheme" language="json" value={draft.data} onValue={(data) => set({ data })} />}
        </Field>
      )}
      <Covers covers={trigger.handling.verification?.covers} />
    </div>
  );
}

function Covers({ covers }: { covers: VerificationPartsFragment["covers"] | undefined }) {
  if (!covers) return null;
  const parts = [covers.body && "the body", covers.time && "the time of sending", covers.url && "the address"].filter((each): each is string => Boolean(each));
  return (
    <p class="row hint">
      {parts.length === 0 ? "It proves nothing about the payload." : "A passed check proves:"}
      {parts.map((each) => (
        <Badge key={each} tone="good">
          {each}
        </Badge>
      ))}
      {!covers.time && parts.length > 0 && "A copy sent again later passes too."}
    </p>
  );
}

export function SecretField({ label, path, value, onValue, hint }: { label: string; path: string; value: string; onValue: (value: string) => void; hint?: string }) {
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

export function Place({ draft, set, path, what, hasBody = false }: PartProps & { path: string; what: string; hasBody?: boolean }) {
  const places: Options<Where> = hasBody ? [...PLACES, ["inBody", "It is the whole body"]] : PLACES;
  const names: Record<Where, string> = { header: "X-Signature", query: "signature", bodyPath: "meta.signature", formField: "signature", inBody: "" };
  return (
    <div class="two">
      <Select label={`Where the ${what} is`} value={draft.where} options={places} onValue={(where) => set({ where })} />
      {draft.where !== "inBody" && <Text label="Its name there" path={`${path}.${draft.where}`} isMono placeholder={names[draft.where]} value={draft.name} onValue={(name) => set({ name })} />}
    </div>
  );
}

const ALGORITHMS = (["SHA256", "SHA512", "SHA1", "SHA384", "SHA224", "MD5"] as const).map((each) => [each, `HMAC-${each}`] as const);
export const ENCODINGS: Options<VerificationDraft["encoding"]> = [
  ["HEX", "Hexadecimal"],
  ["BASE64", "Base 64"],
  ["BASE64URL", "Base 64, URL-safe"],
];
const KEYS: Options<VerificationDraft["keyEncoding"]> = [
  ["UTF8", "The text itself"],
  ["HEX", "Hexadecimal"],
  ["BASE64", "Base 64"],
];

function HmacFields({ draft, set }: PartProps) {
  return (
    <>
      <Place draft={draft} set={set} path="verification.hmac" what="signature" />
      <SecretField label="Secret" path="verification.hmac.secret" value={draft.secret} onValue={(secret) => set({ secret })} />
      <div class="two">
        <Select label="Digest" path="verification.hmac.algorithm" value={draft.hmacAlgorithm} options={ALGORITHMS} onValue={(hmacAlgorithm) => set({ hmacAlgorithm })} />
        <Select label="How it is written" path="verification.hmac.encoding" value={draft.encoding} options={ENCODINGS} onValue={(encoding) => set({ encoding })} />
        <Text label="What stands before it" path="verification.hmac.prefix" isOptional isMono placeholder="sha256=" value={draft.prefix} onValue={(prefix) => set({ prefix })} />
        <Select label="The secret is" path="verification.hmac.keyEncoding" value={draft.keyEncoding} options={KEYS} onValue={(keyEncoding) => set({ keyEncoding })} />
      </div>
      <Signed draft={draft} set={set} path="verification.hmac" />
      <Template label="A second secret that also counts" path="verification.hmac.previousSecret" isOptional value={draft.previous} hint="While secrets are changed." onValue={(previous) => set({ previous })} />
    </>
  );
}

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
      <Text label="What is signed" path={`${path}.signedContent`} isMono value={draft.signedContent} hint="{body}, {timestamp}, {url}, {header:NAME} and text between, such as {timestamp}.{body}" onValue={(signedContent) => set({ signedContent })} />
      <div class="two">
        <Text label="Header with the time of sending" path={`${path}.timestampHeader`} isOptional isMono placeholder="X-Timestamp" value={draft.timestampHeader} onValue={(timestampHeader) => set({ timestampHeader })} />
        {draft.timestampHeader && <Select label="How that time is written" path={`${path}.timestampUnit`} value={draft.timestampUnit} options={UNITS} onValue={(timestampUnit) => set({ timestampUnit })} />}
        {draft.timestampHeader && <Text label="Oldest accepted, in seconds" path={`${path}.toleranceSeconds`} isOptional inputMode="numeric" hint="Empty: any age." value={draft.tolerance} onValue={(tolerance) => set({ tolerance })} />}
      </div>
    </>
  );
}

function TokenFields({ draft, set }: PartProps) {
  return (
    <>
      <Place draft={draft} set={set} path="verification.token" what="token" />
      <SecretField label="Token" path="verification.token.secret" value={draft.secret} onValue={(secret) => set({ secret })} />
      <div class="two">
        <Text label="What stands before it" path="verification.token.prefix" isOptional isMono placeholder="Bearer " value={draft.prefix} onValue={(prefix) => set({ prefix })} />
        <Template label="A second token that also counts" path="verification.token.previousSecret" isOptional value={draft.previous} onValue={(previous) => set({ previous })} />
      </div>
    </>
  );
}

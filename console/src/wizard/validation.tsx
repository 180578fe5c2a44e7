/** Step 3: how payloads are validated. Each way has the form that fits it. */

import type { VerificationForm, VerificationPartsFragment } from "../gql/graphql";
import { Notice } from "../parts/basics";
import { Code } from "../parts/code";
import { type Options, Select, Text } from "../parts/fields";
import { Field } from "../parts/form";
import { Badge } from "../parts/outcome";
import { Template } from "../parts/templates";
import { CodeForm } from "./code";
import { JwtFields, PublicKeyFields } from "./keys";
import { SchemeFields } from "./schemes";
import type { Trigger } from "./trigger";
import { HmacFields, TokenFields } from "./shared";
import { type PartProps, SecretField } from "./signing";

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
      <Select
        label="How is this payload validated?"
        path="verification"
        value={draft.form}
        options={FORMS}
        onValue={(form) => set({ form, provider: form === "PROVIDER" ? draft.provider : null })}
      />
      {draft.form === "NONE" && (
        <Notice tone="warn">
          Anybody who knows the address can start workflows. Choose this only where the provider signs nothing at all.
        </Notice>
      )}
      {draft.form === "PROVIDER" && <SchemeFields trigger={trigger} draft={draft} set={set} />}
      {draft.form === "HMAC" && <HmacFields draft={draft} set={set} />}
      {draft.form === "PUBLIC_KEY" && <PublicKeyFields draft={draft} set={set} />}
      {draft.form === "JWT" && <JwtFields draft={draft} set={set} />}
      {draft.form === "TOKEN" && <TokenFields draft={draft} set={set} />}
      {draft.form === "BASIC" && (
        <div class="two">
          <Template
            label="User name"
            path="verification.basic.username"
            value={draft.username}
            onValue={(username) => set({ username })}
          />
          <SecretField
            label="Password"
            path="verification.basic.password"
            value={draft.password}
            onValue={(password) => set({ password })}
          />
        </div>
      )}
      {draft.form === "CODE" && (
        <>
          <CodeForm
            draft={draft}
            path="verification.code"
            purpose="VERIFY"
            triggerId={trigger.id}
            digestHeader={draft.digestHeader}
            onDraft={({ code, parameters }) => set({ code, parameters })}
          />
          <Text
            label="Header to compare a returned digest with"
            path="verification.code.digestHeader"
            isOptional
            isMono
            value={draft.digestHeader}
            hint="Only where the code returns a digest instead of true or false: it is compared in constant time."
            onValue={(digestHeader) => set({ digestHeader })}
          />
        </>
      )}
      {draft.form === "SCHEME" && (
        <Field
          label="Scheme and secrets, as JSON"
          path="verification.scheme"
          isDeep
          hint="The data form of the catalog's schemes: see the page about signature schemes."
        >
          {() => <Code label="Scheme" language="json" value={draft.data} onValue={(data) => set({ data })} />}
        </Field>
      )}
      <Covers covers={trigger.handling.verification?.covers} />
    </div>
  );
}

function Covers({ covers }: { covers: VerificationPartsFragment["covers"] | undefined }) {
  if (!covers) return null;
  const parts = [covers.body && "the body", covers.time && "the time of sending", covers.url && "the address"].filter(
    (each): each is string => Boolean(each),
  );
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

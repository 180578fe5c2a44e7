/** Validation by a secret that both sides know: an HMAC signature, or a token sent as it is. */

import { type Options, Select, Text } from "../parts/fields";
import { ENCODINGS, type PartProps, Place, Previous, SecretField, Signed } from "./signing";
import type { VerificationDraft } from "./verification";

const ALGORITHMS = (["SHA256", "SHA512", "SHA1", "SHA384", "SHA224", "MD5"] as const).map(
  (each) => [each, `HMAC-${each}`] as const,
);
const KEYS: Options<VerificationDraft["keyEncoding"]> = [
  ["UTF8", "The text itself"],
  ["HEX", "Hexadecimal"],
  ["BASE64", "Base 64"],
];

export function HmacFields({ draft, set }: PartProps) {
  return (
    <>
      <Place draft={draft} set={set} path="verification.hmac" what="signature" />
      <SecretField
        label="Secret"
        path="verification.hmac.secret"
        value={draft.secret}
        onValue={(secret) => set({ secret })}
      />
      <div class="two">
        <Select
          label="Digest"
          path="verification.hmac.algorithm"
          value={draft.hmacAlgorithm}
          options={ALGORITHMS}
          onValue={(hmacAlgorithm) => set({ hmacAlgorithm })}
        />
        <Select
          label="How it is written"
          path="verification.hmac.encoding"
          value={draft.encoding}
          options={ENCODINGS}
          onValue={(encoding) => set({ encoding })}
        />
        <Text
          label="What stands before it"
          path="verification.hmac.prefix"
          isOptional
          isMono
          placeholder="sha256="
          value={draft.prefix}
          onValue={(prefix) => set({ prefix })}
        />
        <Select
          label="The secret is"
          path="verification.hmac.keyEncoding"
          value={draft.keyEncoding}
          options={KEYS}
          onValue={(keyEncoding) => set({ keyEncoding })}
        />
      </div>
      <Signed draft={draft} set={set} path="verification.hmac" />
      <Previous
        draft={draft}
        set={set}
        path="verification.hmac.previousSecret"
        label="A second secret that also counts"
      />
    </>
  );
}

export function TokenFields({ draft, set }: PartProps) {
  return (
    <>
      <Place draft={draft} set={set} path="verification.token" what="token" />
      <SecretField
        label="Token"
        path="verification.token.secret"
        value={draft.secret}
        onValue={(secret) => set({ secret })}
      />
      <div class="two">
        <Text
          label="What stands before it"
          path="verification.token.prefix"
          isOptional
          isMono
          placeholder="Bearer "
          value={draft.prefix}
          onValue={(prefix) => set({ prefix })}
        />
      </div>
      <Previous
        draft={draft}
        set={set}
        path="verification.token.previousSecret"
        label="A second token that also counts"
      />
    </>
  );
}

/** Validation by keys of the provider: public-key signatures and JSON Web Tokens. */

import type { JwtAlgorithm, PublicKeyAlgorithm } from "../gql/graphql";
import { Area, Choice, type Options, Select, Text } from "../parts/fields";
import { Field } from "../parts/form";
import { ENCODINGS, type PartProps, Place, Previous, SecretField, Signed } from "./signing";
import type { VerificationDraft } from "./verification";

const ALGORITHMS: Options<PublicKeyAlgorithm> = (
  [
    "ED25519",
    "ES256",
    "ES384",
    "ES512",
    "ECDSA_SHA256",
    "ECDSA_SHA384",
    "ECDSA_SHA512",
    "RSA_SHA256",
    "RSA_SHA384",
    "RSA_SHA512",
    "RSA_PSS_SHA256",
    "RSA_PSS_SHA384",
    "RSA_PSS_SHA512",
    "RSA_SHA1",
    "ECDSA_SHA1",
  ] as const
).map((each) => [each, each.replaceAll("_", " ")] as const);

const KEY_FORMS: Options<VerificationDraft["keyForm"]> = [
  ["PEM", "PEM"],
  ["X509", "Certificate (PEM)"],
  ["JWK", "JSON Web Key"],
  ["JWKS", "Set of JSON Web Keys"],
  ["SPKI", "SubjectPublicKeyInfo"],
  ["RAW", "Bare bytes"],
];

const KEY_BYTES: Options<"HEX" | "BASE64"> = [
  ["BASE64", "Base 64"],
  ["HEX", "Hexadecimal"],
];

export function PublicKeyFields({ draft, set }: PartProps) {
  const isBytes = draft.keyForm === "RAW" || draft.keyForm === "SPKI";
  return (
    <>
      <Place draft={draft} set={set} path="verification.publicKey" what="signature" />
      <div class="two">
        <Select
          label="How it is signed"
          path="verification.publicKey.algorithm"
          value={draft.keyAlgorithm}
          options={ALGORITHMS}
          onValue={(keyAlgorithm) => set({ keyAlgorithm })}
        />
        <Select
          label="How the signature is written"
          path="verification.publicKey.encoding"
          value={draft.encoding}
          options={ENCODINGS}
          onValue={(encoding) => set({ encoding })}
        />
        <Select
          label="How the key is written"
          path="verification.publicKey.keyForm"
          value={draft.keyForm}
          options={KEY_FORMS}
          onValue={(keyForm) => set({ keyForm })}
        />
        {isBytes && (
          <Select
            label="Its bytes are"
            path="verification.publicKey.keyEncoding"
            value={draft.keyEncoding === "HEX" ? "HEX" : "BASE64"}
            options={KEY_BYTES}
            onValue={(keyEncoding) => set({ keyEncoding })}
          />
        )}
        <Text
          label="What stands before it"
          path="verification.publicKey.prefix"
          isOptional
          isMono
          value={draft.prefix}
          onValue={(prefix) => set({ prefix })}
        />
      </div>
      <Area
        label="The provider's public key"
        path="verification.publicKey.publicKey"
        isMono
        rows={5}
        value={draft.publicKey}
        hint="As the provider shows it, or {{secrets.NAME}}."
        onValue={(publicKey) => set({ publicKey })}
      />
      <Signed draft={draft} set={set} path="verification.publicKey" />
      <Previous
        draft={draft}
        set={set}
        path="verification.publicKey.previousPublicKey"
        label="A second key that also counts"
      />
    </>
  );
}

const JWT: JwtAlgorithm[] = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EDDSA",
  "HS256",
  "HS384",
  "HS512",
];

export function JwtFields({ draft, set }: PartProps) {
  const flip = (each: JwtAlgorithm) =>
    set({
      jwtAlgorithms: draft.jwtAlgorithms.includes(each)
        ? draft.jwtAlgorithms.filter((one) => one !== each)
        : [...draft.jwtAlgorithms, each],
    });
  return (
    <>
      <Place draft={draft} set={set} path="verification.jwt" what="token" hasBody />
      <Text
        label="What stands before it"
        path="verification.jwt.prefix"
        isOptional
        isMono
        placeholder="Bearer "
        value={draft.prefix}
        onValue={(prefix) => set({ prefix })}
      />
      <Field label="Accepted algorithms" path="verification.jwt.algorithms" isDeep>
        {({ id }) => (
          <div id={id} class="outcomes" role="group" aria-label="Accepted algorithms">
            {JWT.map((each) => (
              <label key={each}>
                <input type="checkbox" checked={draft.jwtAlgorithms.includes(each)} onChange={() => flip(each)} />
                {each}
              </label>
            ))}
          </div>
        )}
      </Field>
      <Choice
        label="Its key"
        isCompact
        value={draft.jwtKey}
        options={[
          ["jwksUrl", "Published at an address"],
          ["publicKey", "A public key"],
          ["secret", "A shared secret"],
        ]}
        onValue={(jwtKey) => set({ jwtKey })}
      />
      {draft.jwtKey === "jwksUrl" && (
        <Text
          label="Address of the keys"
          path="verification.jwt.jwksUrl"
          isMono
          placeholder="https://login.example.com/.well-known/jwks.json"
          value={draft.jwksUrl}
          onValue={(jwksUrl) => set({ jwksUrl })}
        />
      )}
      {draft.jwtKey === "publicKey" && (
        <>
          <Select
            label="How the key is written"
            path="verification.jwt.keyForm"
            value={draft.keyForm}
            options={KEY_FORMS}
            onValue={(keyForm) => set({ keyForm })}
          />
          <Area
            label="The provider's public key"
            path="verification.jwt.publicKey"
            isMono
            rows={5}
            value={draft.publicKey}
            onValue={(publicKey) => set({ publicKey })}
          />
        </>
      )}
      {draft.jwtKey === "secret" && (
        <SecretField
          label="Shared secret"
          path="verification.jwt.secret"
          value={draft.secret}
          onValue={(secret) => set({ secret })}
        />
      )}
      <div class="two">
        <Text
          label="Issuer (iss)"
          path="verification.jwt.issuer"
          isOptional
          isMono
          value={draft.issuer}
          onValue={(issuer) => set({ issuer })}
        />
        <Text
          label="Audience (aud)"
          path="verification.jwt.audience"
          isOptional
          isMono
          value={draft.audience}
          onValue={(audience) => set({ audience })}
        />
        <Text
          label="Claim with the body's SHA-256"
          path="verification.jwt.bodyHashClaim"
          isOptional
          isMono
          value={draft.bodyHashClaim}
          hint="Without one, the token says nothing about the body."
          onValue={(bodyHashClaim) => set({ bodyHashClaim })}
        />
        {draft.bodyHashClaim && (
          <Select
            label="How that hash is written"
            path="verification.jwt.bodyHashEncoding"
            value={draft.bodyHashEncoding}
            options={ENCODINGS}
            onValue={(bodyHashEncoding) => set({ bodyHashEncoding })}
          />
        )}
        <Text
          label="Claims that must be there"
          path="verification.jwt.requiredClaims"
          isOptional
          isMono
          placeholder="exp, iat"
          value={draft.requiredClaims}
          onValue={(requiredClaims) => set({ requiredClaims })}
        />
        <Text
          label="Oldest accepted (iat), in seconds"
          path="verification.jwt.maxAgeSeconds"
          isOptional
          inputMode="numeric"
          value={draft.maxAge}
          onValue={(maxAge) => set({ maxAge })}
        />
        <Text
          label="How far clocks may differ, in seconds"
          path="verification.jwt.leewaySeconds"
          inputMode="numeric"
          value={draft.leeway}
          onValue={(leeway) => set({ leeway })}
        />
      </div>
    </>
  );
}

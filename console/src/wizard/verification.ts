/** How payloads are validated: what a person edits, and what the API takes. Pure. */

import type {
  HmacVerificationInput,
  JwtAlgorithm,
  JwtVerificationInput,
  PublicKeyVerificationInput,
  TokenVerificationInput,
  VerificationForm,
  VerificationInput,
  VerificationPartsFragment,
} from "../gql/graphql";
import type { Pair } from "../parts/pairs";
import { written } from "./request";

export type Where = "header" | "query" | "bodyPath" | "formField" | "inBody";
type Algorithm<T> = NonNullable<T extends { algorithm?: infer A } ? A : never>;

/** Numbers are texts as they are typed; an empty text is what is absent. */
export interface VerificationDraft {
  form: VerificationForm | "";
  where: Where;
  name: string;
  prefix: string;
  secret: string;
  previous: string;
  previousUntil: string | null;
  hmacAlgorithm: Algorithm<HmacVerificationInput>;
  encoding: "HEX" | "BASE64" | "BASE64URL";
  keyEncoding: "UTF8" | "HEX" | "BASE64";
  signedContent: string;
  timestampHeader: string;
  timestampUnit: "SECONDS" | "MILLISECONDS" | "MICROSECONDS" | "ISO8601" | "HTTP_DATE";
  tolerance: string;
  keyAlgorithm: Algorithm<PublicKeyVerificationInput>;
  keyForm: "PEM" | "JWK" | "JWKS" | "RAW" | "SPKI" | "X509";
  publicKey: string;
  jwtAlgorithms: JwtAlgorithm[];
  jwtKey: "secret" | "publicKey" | "jwksUrl";
  jwksUrl: string;
  issuer: string;
  audience: string;
  bodyHashClaim: string;
  bodyHashEncoding: "HEX" | "BASE64" | "BASE64URL";
  maxAge: string;
  leeway: string;
  requiredClaims: string;
  username: string;
  password: string;
  scheme: string;
  schemeSecrets: { name: string; value: string; until: string | null }[];
  provider: string | null;
  code: string;
  parameters: Pair[];
  digestHeader: string;
  data: string;
}

const EXAMPLE = `function yourFunction(parameters, libraries, request) {
  const { crypto } = libraries;
  const expected = crypto
    .createHmac('sha256', parameters.secret)
    .update(request.rawBody)
    .digest('hex');
  return request.headers['x-signature'] === expected;
}
`;

const BLANK: VerificationDraft = {
  form: "",
  where: "header",
  name: "",
  prefix: "",
  secret: "",
  previous: "",
  previousUntil: null,
  hmacAlgorithm: "SHA256",
  encoding: "HEX",
  keyEncoding: "UTF8",
  signedContent: "{body}",
  timestampHeader: "",
  timestampUnit: "SECONDS",
  tolerance: "300",
  keyAlgorithm: "ED25519",
  keyForm: "PEM",
  publicKey: "",
  jwtAlgorithms: ["RS256"],
  jwtKey: "jwksUrl",
  jwksUrl: "",
  issuer: "",
  audience: "",
  bodyHashClaim: "",
  bodyHashEncoding: "HEX",
  maxAge: "",
  leeway: "60",
  requiredClaims: "",
  username: "",
  password: "",
  scheme: "",
  schemeSecrets: [],
  provider: null,
  code: EXAMPLE,
  parameters: [{ name: "secret", value: "" }],
  digestHeader: "",
  data: "",
};

interface Place {
  header?: string | null;
  query?: string | null;
  bodyPath?: string | null;
  formField?: string | null;
  inBody?: boolean;
}

function placeOf(found: Place): Pick<VerificationDraft, "where" | "name"> {
  if (found.inBody) return { where: "inBody", name: "" };
  for (const where of ["header", "query", "bodyPath", "formField"] as const) {
    const name = found[where];
    if (name !== null && name !== undefined) return { where, name };
  }
  return { where: "header", name: "" };
}

export function verificationDraft(found: VerificationPartsFragment | null | undefined): VerificationDraft {
  if (!found) return BLANK;
  const draft: VerificationDraft = {
    ...BLANK,
    form: found.form,
    data: found.scheme ? written({ scheme: found.scheme, secrets: found.secrets }) : "",
  };
  const { hmac, token, basic, publicKey, jwt, provider, code } = found;
  if (hmac) {
    Object.assign(draft, placeOf(hmac), stamped(hmac), {
      hmacAlgorithm: hmac.algorithm,
      encoding: hmac.encoding,
      keyEncoding: hmac.keyEncoding,
      secret: hmac.secret,
      previous: hmac.previousSecret ?? "",
      previousUntil: hmac.previousSecretUntil ?? null,
    });
  }
  if (token)
    Object.assign(draft, placeOf(token), {
      prefix: token.prefix,
      secret: token.secret,
      previous: token.previousSecret ?? "",
      previousUntil: token.previousSecretUntil ?? null,
    });
  if (basic) Object.assign(draft, { username: basic.username, password: basic.password });
  if (publicKey) {
    Object.assign(draft, placeOf(publicKey), stamped(publicKey), {
      keyAlgorithm: publicKey.algorithm,
      encoding: publicKey.encoding,
      keyEncoding: publicKey.keyEncoding,
      keyForm: publicKey.keyForm,
      publicKey: publicKey.publicKey,
      previous: publicKey.previousPublicKey ?? "",
      previousUntil: publicKey.previousPublicKeyUntil ?? null,
    });
  }
  if (jwt) {
    Object.assign(draft, placeOf(jwt), {
      prefix: jwt.prefix,
      jwtAlgorithms: jwt.algorithms,
      jwtKey: jwt.jwksUrl ? "jwksUrl" : jwt.publicKey ? "publicKey" : "secret",
      jwksUrl: jwt.jwksUrl ?? "",
      publicKey: jwt.publicKey ?? "",
      secret: jwt.secret ?? "",
      keyForm: jwt.keyForm,
      issuer: jwt.issuer ?? "",
      audience: jwt.audience ?? "",
      bodyHashClaim: jwt.bodyHashClaim ?? "",
      bodyHashEncoding: jwt.bodyHashEncoding,
      maxAge: jwt.maxAgeSeconds?.toString() ?? "",
      leeway: String(jwt.leewaySeconds),
      requiredClaims: jwt.requiredClaims.join(", "),
    });
  }
  if (provider)
    Object.assign(draft, {
      provider: provider.provider ?? null,
      scheme: provider.scheme ?? "",
      schemeSecrets: provider.secrets,
    });
  if (code)
    Object.assign(draft, { code: code.code, parameters: code.parameters, digestHeader: code.digestHeader ?? "" });
  return draft;
}

const stamped = (found: {
  prefix: string;
  signedContent: string;
  timestampHeader?: string | null;
  timestampUnit: string;
  toleranceSeconds?: number | null;
}) => ({
  prefix: found.prefix,
  signedContent: found.signedContent,
  timestampHeader: found.timestampHeader ?? "",
  timestampUnit: found.timestampUnit,
  tolerance: found.toleranceSeconds?.toString() ?? "",
});

const number = (typed: string): number | null => (typed.trim() ? Number(typed) : null);
const until = (draft: VerificationDraft): string | null => (draft.previous ? draft.previousUntil : null);
const text = (typed: string): string | null => typed || null;

/** What the API takes. Throws SyntaxError where a scheme's data is not JSON yet. */
export function verificationInput(draft: VerificationDraft): VerificationInput | null {
  const place = draft.where === "inBody" ? {} : { [draft.where]: draft.name };
  const time = {
    timestampHeader: text(draft.timestampHeader),
    timestampUnit: draft.timestampUnit,
    toleranceSeconds: number(draft.tolerance),
  };
  switch (draft.form) {
    case "":
      return null;
    case "NONE":
      return { none: true };
    case "BASIC":
      return { basic: { username: draft.username, password: draft.password } };
    case "TOKEN":
      return {
        token: {
          ...place,
          prefix: draft.prefix,
          secret: draft.secret,
          previousSecret: text(draft.previous),
          previousSecretUntil: until(draft),
        } as TokenVerificationInput,
      };
    case "HMAC":
      return {
        hmac: {
          ...place,
          ...time,
          algorithm: draft.hmacAlgorithm,
          encoding: draft.encoding,
          keyEncoding: draft.keyEncoding,
          prefix: draft.prefix,
          secret: draft.secret,
          previousSecret: text(draft.previous),
          previousSecretUntil: until(draft),
          signedContent: draft.signedContent,
        },
      };
    case "PUBLIC_KEY":
      return {
        publicKey: {
          ...place,
          ...time,
          algorithm: draft.keyAlgorithm,
          encoding: draft.encoding,
          keyEncoding: draft.keyEncoding === "UTF8" ? "BASE64" : draft.keyEncoding,
          keyForm: draft.keyForm,
          prefix: draft.prefix,
          publicKey: draft.publicKey,
          previousPublicKey: text(draft.previous),
          previousPublicKeyUntil: until(draft),
          signedContent: draft.signedContent,
        },
      };
    case "JWT":
      return { jwt: jwtInput(draft, place) };
    case "PROVIDER":
      return {
        provider: {
          provider: draft.provider,
          scheme: text(draft.scheme),
          secrets:
            draft.schemeSecrets.length > 0
              ? draft.schemeSecrets.map(({ name, value, until }) => ({ name, value, until }))
              : null,
        },
      };
    case "CODE":
      return {
        code: {
          code: draft.code,
          parameters: draft.parameters.filter((each) => each.name || each.value),
          digestHeader: text(draft.digestHeader),
        },
      };
    default:
      return { scheme: JSON.parse(draft.data) as unknown };
  }
}

function jwtInput(draft: VerificationDraft, place: Place): JwtVerificationInput {
  return {
    ...place,
    inBody: draft.where === "inBody" ? true : null,
    prefix: draft.prefix,
    algorithms: draft.jwtAlgorithms,
    secret: draft.jwtKey === "secret" ? draft.secret : null,
    publicKey: draft.jwtKey === "publicKey" ? draft.publicKey : null,
    jwksUrl: draft.jwtKey === "jwksUrl" ? draft.jwksUrl : null,
    keyForm: draft.keyForm,
    issuer: text(draft.issuer),
    audience: text(draft.audience),
    bodyHashClaim: text(draft.bodyHashClaim),
    bodyHashEncoding: draft.bodyHashEncoding,
    maxAgeSeconds: number(draft.maxAge),
    leewaySeconds: number(draft.leeway),
    requiredClaims: draft.requiredClaims
      .split(",")
      .map((each) => each.trim())
      .filter(Boolean),
  };
}

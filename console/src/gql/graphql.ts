/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The values that requests for one account are authorized with: exactly one kind. */
export type AccountAuthorizationInput =
  {   /** A user name and a password. */
  basic: BasicValuesInput; bearer?: never; clientCredentials?: never; headers?: never; none?: never; query?: never; }
  |  { basic?: never;   /** An access token. */
  bearer: BearerValuesInput; clientCredentials?: never; headers?: never; none?: never; query?: never; }
  |  { basic?: never; bearer?: never;   /** True: a token of the integration's OAuth app itself, by the grant CLIENT_CREDENTIALS. */
  clientCredentials: boolean; headers?: never; none?: never; query?: never; }
  |  { basic?: never; bearer?: never; clientCredentials?: never;   /** Headers by name; also read as `{{credential.NAME}}`. */
  headers: Array<KeyValueInput>; none?: never; query?: never; }
  |  { basic?: never; bearer?: never; clientCredentials?: never; headers?: never;   /** True: no values; the account is connected for its events alone. */
  none: boolean; query?: never; }
  |  { basic?: never; bearer?: never; clientCredentials?: never; headers?: never; none?: never;   /** Query parameters by name; also read as `{{credential.NAME}}`. */
  query: Array<KeyValueInput>; };

/** What an ordinary verified delivery is answered. At most one of text and json. */
export type AcknowledgementInput = {
  /** Headers; values are templates. */
  headers?: Array<KeyValueInput> | null | undefined;
  /** A body of JSON, templates in its texts. */
  json?: unknown;
  /** The HTTP status, 200 to 299; 200 when absent. */
  status?: number | null | undefined;
  /** A body of plain text, a template. */
  text?: string | null | undefined;
};

/** What to take of a diagnosis. */
export type ApplyDiagnosisInput = {
  /** Where the finding has a `secretName`: that name and what was typed in, stored together with the verification. */
  secret?: NewSecretInput | null | undefined;
  /** The trigger's id. */
  triggerId: string | number;
  /** The finding's `verification`, as it is. */
  verification: VerificationInput;
};

/** How a request to the provider authorizes itself. */
export type AuthorizationKind =
  /** By user name and password (HTTP basic). */
  | 'BASIC'
  /** By a bearer token. */
  | 'BEARER'
  /** By headers. */
  | 'HEADERS'
  /** As the integration does. */
  | 'INHERIT'
  /** It does not. */
  | 'NONE'
  /** By query parameters. */
  | 'QUERY';

/** Authorization by user name and password (HTTP basic). */
export type BasicAuthorizationInput = {
  /** The password, a template such as `{{secrets.NAME}}`. */
  password: string;
  /** The user name, a template. */
  username: string;
};

/** A user name and a password. */
export type BasicValuesInput = {
  /** The password itself. */
  password: string;
  /** The user name itself. */
  username: string;
};

/** HTTP basic authentication. */
export type BasicVerificationInput = {
  /** The password, a template such as `{{secrets.NAME}}`. */
  password: string;
  /** The user name, plain or a template. */
  username: string;
};

/** Authorization by a bearer token. */
export type BearerAuthorizationInput = {
  /** The token, a template such as `{{secrets.NAME}}`. */
  token: string;
};

/** An access token. */
export type BearerValuesInput = {
  /** The token itself. */
  token: string;
};

/** How the body of a request is written. */
export type BodyKind =
  /** As the fields of a form. */
  | 'FORM'
  /** As JSON. */
  | 'JSON'
  /** There is no body. */
  | 'NONE'
  /** As a text of any content type. */
  | 'RAW';

/** A trigger whose test values are to be forgotten. */
export type ClearPersistedValuesInput = {
  /** The trigger's id. */
  triggerId: string | number;
};

/** How a token endpoint takes the client's id and secret. More values may come. */
export type ClientAuthentication =
  /** In the header, by HTTP basic authentication. */
  | 'BASIC'
  /** The id alone, in the body: the app has no secret. */
  | 'NONE'
  /** In the body. */
  | 'POST';

/** Why custom code gave no result. More values may come. */
export type CodeFailure =
  /** It tried what the sandbox forbids. */
  | 'BLOCKED_SYSCALL'
  /** Too much custom code runs now: try again. */
  | 'BUSY'
  /** It computed longer than it may. */
  | 'CPU'
  /** The sandbox ended without an answer. */
  | 'CRASH'
  /** The delivery, the code or its parameters are larger than may be given to it. */
  | 'INPUT_TOO_LARGE'
  /** It threw an error, or what it returned cannot be written as JSON. */
  | 'JS_ERROR'
  /** It used more memory than it may. */
  | 'MEMORY'
  /** The sandbox gave an answer that cannot be read. */
  | 'PROTOCOL'
  /** What it returned is larger than may be taken. */
  | 'RESULT_TOO_LARGE'
  /** It is not JavaScript. */
  | 'SYNTAX'
  /** It took longer than it may. */
  | 'TIMEOUT'
  /** Custom code does not run here. */
  | 'UNAVAILABLE';

/** What custom code is for. */
export type CodePurpose =
  /** It makes the reply to a delivery. */
  | 'RESPOND'
  /** It says whether a delivery is genuine. */
  | 'VERIFY';

/** An account to connect. */
export type ConnectAccountInput = {
  /** The account's values. Absent: it is connected for its events alone. */
  authorization?: AccountAuthorizationInput | null | undefined;
  /** The integration's id. */
  integrationId: string | number;
  /** True: it is the editor's own test account. An earlier one is replaced. */
  isSandbox?: boolean | null | undefined;
  /** The id by which the provider names this account in its events. */
  providerId?: string | null | undefined;
  /** The connected user whose account it is, as your product names them. */
  userId: string;
};

/** The method of `console` that was called. */
export type ConsoleLevel =
  /** `console.debug`. */
  | 'DEBUG'
  /** `console.error`. */
  | 'ERROR'
  /** `console.info`. */
  | 'INFO'
  /** `console.log`. */
  | 'LOG'
  /** `console.warn`. */
  | 'WARN';

/** An editor token to make. */
export type CreateEditorTokenInput = {
  /** What it is for, 1 to 80 characters. */
  name: string;
};

/** An integration to make: from a provider of the catalog, or described by hand. */
export type CreateIntegrationInput = {
  /** Where the provider's API begins, such as `https://api.example.com/v1`. */
  apiBaseUrl?: string | null | undefined;
  /** How requests are authorized, in templates; as each account was connected when null. */
  authorization?: RequestAuthorizationInput | null | undefined;
  /** What it is called, 1 to 80 characters. Needed without a provider. */
  name?: string | null | undefined;
  /** The OAuth app that accounts are connected by. What is not given is taken from the provider. */
  oauth?: OAuthAppInput | null | undefined;
  /** A provider's slug; what is not given below is taken from there. */
  provider?: string | null | undefined;
  /** How the Provider ID of an account is looked up. Null: it is given when one is connected. */
  providerIdLookup?: ProviderIdLookupInput | null | undefined;
};

/** Step 1 of a new trigger. */
export type CreateTriggerInput = {
  /** How the webhook is created. Needed without a template. */
  creation?: TriggerCreation | null | undefined;
  /** What it is for. */
  description?: string | null | undefined;
  /** The integration's id. */
  integrationId: string | number;
  /** Whose webhook it is. Needed without a template. */
  level?: TriggerLevel | null | undefined;
  /** What it is called: 1 to 80 characters, unique in the integration. */
  name: string;
  /** A provider's slug: the catalog then prefills every step. */
  template?: string | null | undefined;
};

/** A public key to register. The private key stays with you. */
export type CreateUserTokenKeyInput = {
  /** What it is called, 1 to 80 characters. */
  name: string;
  /** The public key, as PEM or JWK: RSA of at least 2048 bits, or the curve P-256. */
  publicKey: string;
};

/** A workflow to make. */
export type CreateWorkflowInput = {
  /** Where its runs are POSTed, an https:// address. Null: an engine pulls them. */
  endpoint?: string | null | undefined;
  /** Which events start it. Null: all. */
  filter?: EventFilterInput | null | undefined;
  /** True: the runs of one account go one after another. */
  isOrdered?: boolean | null | undefined;
  /** What it is called, 1 to 80 characters. */
  name: string;
  /** The trigger whose events start it; a finished one. */
  triggerId: string | number;
};

/** Whether an account is connected. More values may come. */
export type CredentialStatus =
  /** Its events are taken, and its values are there for requests. */
  | 'CONNECTED'
  /** It was disconnected, and its values are forgotten. */
  | 'DISCONNECTED'
  /** The provider takes its values no more: connect it again. Its events are taken. */
  | 'INVALID';

/** JavaScript: `function yourFunction(parameters, libraries, request) { … }`, or the body of such a function. */
export type CustomCodeInput = {
  /** The code, at most 64 KB. */
  code: string;
  /** Only for a verification: the header that a returned digest is compared with. */
  digestHeader?: string | null | undefined;
  /** What it reads as `parameters`; values are templates such as `{{secrets.NAME}}`. */
  parameters: Array<KeyValueInput>;
};

/** An integration to remove. */
export type DeleteIntegrationInput = {
  /** The integration's id. */
  integrationId: string | number;
};

/** A secret to remove. */
export type DeleteSecretInput = {
  /** Its name. */
  name: string;
};

/** A trigger to remove. */
export type DeleteTriggerInput = {
  /** The trigger's id. */
  triggerId: string | number;
};

/** A workflow to end. */
export type DeleteWorkflowInput = {
  /** The workflow's id. */
  workflowId: string | number;
};

/** How a delivery, or one trigger's part in it, ended. More values may come. */
export type DeliveryOutcome =
  /** It repeats an earlier event, by the trigger's de-duplication key. */
  | 'DUPLICATE'
  /** It was genuine and became at least one event. */
  | 'EVENT'
  /** It was genuine, and the trigger's filter left it out. */
  | 'FILTERED'
  /** It was a provider's challenge, and was answered as one. Never an event. */
  | 'HANDSHAKE'
  /** It was refused; the cause says why. */
  | 'REJECTED'
  /** It was genuine, and no connected account has its Provider ID yet. */
  | 'UNROUTED';

/** A delivery to find the scheme of. */
export type DiagnoseSignatureInput = {
  /** A delivery of this trigger; the newest that was rejected when absent. */
  deliveryId?: string | number | null | undefined;
  /** The secret it should be signed with. When absent: those of the trigger's verification, then the project's others and what the trigger kept. */
  secret?: DiagnosisSecretInput | null | undefined;
  /** The trigger's id. */
  triggerId: string | number;
};

/** The secret that a delivery may be signed with: exactly one way. */
export type DiagnosisSecretInput =
  {   /** A secret of the project, by its name. */
  name: string; persisted?: never; value?: never; }
  |  { name?: never;   /** A value kept of a handshake or a setup answer, by its name. */
  persisted: string; value?: never; }
  |  { name?: never; persisted?: never;   /** Typed in, a public key too. It is used for this answer, neither stored nor shown. */
  value: string; };

/** A trigger to switch off. */
export type DisableTriggerInput = {
  /** The trigger's id. */
  triggerId: string | number;
};

/** A workflow to disable for an account. */
export type DisableWorkflowInput = {
  /** The connected account's id. */
  credentialId: string | number;
  /** The workflow's id. */
  workflowId: string | number;
};

/** An account to disconnect. */
export type DisconnectAccountInput = {
  /** The account's id. */
  credentialId: string | number;
};

/** A trigger to switch on. */
export type EnableTriggerInput = {
  /** The trigger's id. */
  triggerId: string | number;
};

/** A workflow to enable for an account. */
export type EnableWorkflowInput = {
  /** The connected account's id. */
  credentialId: string | number;
  /** The workflow's id. */
  workflowId: string | number;
};

/** Lets an event pass when any of its groups holds. No groups let every event pass. */
export type EventFilterInput = {
  /** The groups. */
  any: Array<FilterGroupInput>;
};

/** One comparison of an event's value. */
export type FilterConditionInput = {
  /** How the value is compared. */
  operator: FilterOperator;
  /** A path into the event, such as `event.body.type`. */
  path: string;
  /** What it is compared with; absent for EXISTS and NOT_EXISTS, a list for IN. */
  value?: unknown;
};

/** Holds when all of its conditions hold. */
export type FilterGroupInput = {
  /** The conditions. */
  all: Array<FilterConditionInput>;
};

/** How a filter compares a value of the event. More values may come. */
export type FilterOperator =
  /** A text that has this part, or a list that has this item. */
  | 'CONTAINS'
  /** A text with this end. */
  | 'ENDS_WITH'
  /** The same value of the same type. */
  | 'EQUALS'
  /** There, and not null. Takes no value. */
  | 'EXISTS'
  /** A number above this one. */
  | 'GREATER_THAN'
  /** One of a list of values. */
  | 'IN'
  /** A number below this one. */
  | 'LESS_THAN'
  /** Without this part or item, or absent. */
  | 'NOT_CONTAINS'
  /** Not the same, or absent. */
  | 'NOT_EQUALS'
  /** Absent or null. Takes no value. */
  | 'NOT_EXISTS'
  /** A text with this beginning. */
  | 'STARTS_WITH';

/** A trigger to publish. */
export type FinishTriggerInput = {
  /** The trigger's id. */
  triggerId: string | number;
};

/** A difference to mend. */
export type FixRegistrationFindingInput = {
  /** The account that asked. Needed at user level; absent at app level. */
  credentialId?: string | number | null | undefined;
  /** The id of the difference. */
  findingId: string | number;
  /** The trigger's id. */
  triggerId: string | number;
};

/** How far a follow-up is. */
export type FollowUpState =
  /** It was answered 2xx. */
  | 'DONE'
  /** It was given up. */
  | 'FAILED'
  /** It is sent, or will be again. */
  | 'PENDING';

/** One thing that a request must have to be this handshake: exactly one of the fields beside the path. */
export type HandshakeConditionInput = {
  /** The value that must stand there. */
  equals?: unknown;
  /** Whether something must stand there, or nothing. */
  isPresent?: boolean | null | undefined;
  /** The values of which one must stand there, 1 to 50. */
  oneOf?: Array<unknown> | null | undefined;
  /** `method`, or a path into the event such as `event.body.type`. */
  path: string;
  /** How the text that stands there must begin. */
  prefix?: string | null | undefined;
};

/** A request of ours that the provider wants after its own. Only in a rule that is signed. */
export type HandshakeFollowUpInput = {
  /** Hosts that the address may be at, such as `sns.*.amazonaws.com`: a `*` is one label or a part of one, and the last two labels are written out. */
  hosts: Array<string>;
  /** GET or POST; GET when absent. */
  method?: string | null | undefined;
  /** The address to call, a template; `https` only. */
  url: string;
};

/** The answer that a handshake wants. At most one of text, json and echo. */
export type HandshakeReplyInput = {
  /** True: the body is the request's own. */
  echo?: boolean | null | undefined;
  /** Headers; values are templates. */
  headers?: Array<KeyValueInput> | null | undefined;
  /** A body of JSON, templates in its texts. */
  json?: unknown;
  /** The HTTP status; 200 when absent. */
  status?: number | null | undefined;
  /** A body of plain text, a template. */
  text?: string | null | undefined;
};

/** How one kind of challenge is recognised, answered, and what of it is kept. */
export type HandshakeRuleInput = {
  /** A request of ours that follows, such as a visit to an address in the body. */
  followUp?: HandshakeFollowUpInput | null | undefined;
  /** What it is called; unique in the trigger. */
  name: string;
  /** Names of values to keep, and the templates that give them. */
  persist?: Array<KeyValueInput> | null | undefined;
  /** The status of a refusal, 400 to 599; 401 when absent. */
  rejectStatus?: number | null | undefined;
  /** What is answered; an empty 200 when absent. */
  reply?: HandshakeReplyInput | null | undefined;
  /** Paths whose value must equal a template, compared in constant time; otherwise the request is refused. */
  require?: Array<KeyValueInput> | null | undefined;
  /** Names of one-off values for a person to see in the wizard, and the templates that give them; at most 5. */
  show?: Array<KeyValueInput> | null | undefined;
  /** True: the request must be verified first, if the trigger says how. */
  signed?: boolean | null | undefined;
  /** What a request must have, all of it, to be this handshake. */
  when: Array<HandshakeConditionInput>;
};

/** The digest of an HMAC. */
export type HmacAlgorithm =
  /** HMAC-MD5, for providers that offer nothing better. */
  | 'MD5'
  /** HMAC-SHA1, for providers that offer nothing better. */
  | 'SHA1'
  /** HMAC-SHA224. */
  | 'SHA224'
  /** HMAC-SHA256. */
  | 'SHA256'
  /** HMAC-SHA384. */
  | 'SHA384'
  /** HMAC-SHA512. */
  | 'SHA512';

/** An HMAC over parts of the request. Exactly one of header, query, bodyPath and formField. */
export type HmacVerificationInput = {
  /** The digest; SHA256 when absent. */
  algorithm?: HmacAlgorithm | null | undefined;
  /** The dotted path in the JSON body that holds it. */
  bodyPath?: string | null | undefined;
  /** How the signature is written; HEX when absent. */
  encoding?: SignatureEncoding | null | undefined;
  /** The form field that holds it. */
  formField?: string | null | undefined;
  /** The header that holds the signature. */
  header?: string | null | undefined;
  /** How the secret's text becomes the key; UTF8 when absent. */
  keyEncoding?: KeyEncoding | null | undefined;
  /** What stands before the signature, such as `sha256=`. */
  prefix?: string | null | undefined;
  /** A second key that also counts, while keys are changed. */
  previousSecret?: string | null | undefined;
  /** When the second key stops counting; never when absent. */
  previousSecretUntil?: string | null | undefined;
  /** The query parameter that holds it. */
  query?: string | null | undefined;
  /** The key, a template such as `{{secrets.NAME}}` or `{{persisted.NAME}}`. */
  secret: string;
  /** What is signed, with `{body}`, `{timestamp}`, `{url}`, `{header:NAME}` and the like; `{body}` when absent. */
  signedContent?: string | null | undefined;
  /** The header that holds the time of sending, if it is judged or signed. */
  timestampHeader?: string | null | undefined;
  /** How that time is written; SECONDS when absent. */
  timestampUnit?: TimestampUnit | null | undefined;
  /** How old a delivery may be; 300 when absent, any age when null. */
  toleranceSeconds?: number | null | undefined;
};

/** Algorithms of a JSON Web Token. More values may come. */
export type JwtAlgorithm =
  /** EdDSA on Ed25519. */
  | 'EDDSA'
  /** ECDSA on P-256 with SHA-256. */
  | 'ES256'
  /** ECDSA on P-384 with SHA-384. */
  | 'ES384'
  /** ECDSA on P-521 with SHA-512. */
  | 'ES512'
  /** HMAC with SHA-256. */
  | 'HS256'
  /** HMAC with SHA-384. */
  | 'HS384'
  /** HMAC with SHA-512. */
  | 'HS512'
  /** RSA-PSS with SHA-256. */
  | 'PS256'
  /** RSA-PSS with SHA-384. */
  | 'PS384'
  /** RSA-PSS with SHA-512. */
  | 'PS512'
  /** RSA, PKCS #1 v1.5, with SHA-256. */
  | 'RS256'
  /** RSA, PKCS #1 v1.5, with SHA-384. */
  | 'RS384'
  /** RSA, PKCS #1 v1.5, with SHA-512. */
  | 'RS512';

/**
 * A JSON Web Token in one place, under exactly one of secret, publicKey and jwksUrl.
 *
 * With none of them, the keys are those that the issuer publishes (OpenID Connect Discovery).
 */
export type JwtVerificationInput = {
  /** Those that are accepted: either of a shared secret (HS…) or of a key pair. */
  algorithms: Array<JwtAlgorithm>;
  /** What `aud` must be or hold. */
  audience?: string | null | undefined;
  /** The claim that holds the SHA-256 of the body. Without it, or another form of binding, the token says nothing about the body. */
  bodyHashClaim?: string | null | undefined;
  /** How that hash is written; HEX when absent. */
  bodyHashEncoding?: SignatureEncoding | null | undefined;
  /** The dotted path in the JSON body that holds it. */
  bodyPath?: string | null | undefined;
  /** The form field that holds it. */
  formField?: string | null | undefined;
  /** The header that holds the token. */
  header?: string | null | undefined;
  /** True: the whole body is the token. */
  inBody?: boolean | null | undefined;
  /** What `iss` must be. Where no key is given it is an `https` address, whose discovery document names the keys. */
  issuer?: string | null | undefined;
  /** Where the provider publishes its keys: an `https` address. */
  jwksUrl?: string | null | undefined;
  /** How the public key is written; PEM when absent. */
  keyForm?: KeyForm | null | undefined;
  /** How far clocks may differ when `exp`, `nbf` and `iat` are judged; 60 when absent. */
  leewaySeconds?: number | null | undefined;
  /** How old `iat` may be; any age when absent. */
  maxAgeSeconds?: number | null | undefined;
  /** What stands before the token, such as `Bearer `. */
  prefix?: string | null | undefined;
  /** The provider's public key, as it is or as a template. */
  publicKey?: string | null | undefined;
  /** The query parameter that holds it. */
  query?: string | null | undefined;
  /** Claims that must be there, such as `exp`. */
  requiredClaims?: Array<string> | null | undefined;
  /** The shared key, a template such as `{{secrets.NAME}}`. */
  secret?: string | null | undefined;
};

/** How the text of a secret becomes the bytes of a key. */
export type KeyEncoding =
  /** The text is base 64. */
  | 'BASE64'
  /** The text is hexadecimal. */
  | 'HEX'
  /** The text itself, as UTF-8. */
  | 'UTF8';

/** How a public key is written. More values may come. */
export type KeyForm =
  /** A JSON Web Key. */
  | 'JWK'
  /** A set of JSON Web Keys; the token or signature names which. */
  | 'JWKS'
  /** PEM: a public key or a certificate, also without its first and last line. */
  | 'PEM'
  /** The bare bytes of the key, encoded as `keyEncoding` says. */
  | 'RAW'
  /** The bytes of a SubjectPublicKeyInfo, encoded as `keyEncoding` says. */
  | 'SPKI'
  /** A certificate in PEM. */
  | 'X509';

/** A name and its value. A repeated name stays repeated, in order. */
export type KeyValueInput = {
  /** The name. */
  name: string;
  /** The value; where the place says so, a template. */
  value: string;
};

/** Why a stream ends for good. More values may come. */
export type ListenEndReason =
  /** Of `testStep`: the event is there. */
  | 'COMPLETED'
  /** What follows `after` is not all there any more. Listen again without it. */
  | 'CURSOR_EXPIRED'
  /** It lasted as long as one may. Listen again with the cursor. */
  | 'EXPIRED'
  /** The server stops. Listen again with the cursor, in a moment. */
  | 'SHUTTING_DOWN'
  /** The trigger was deleted. */
  | 'TRIGGER_DELETED'
  /** The token is not valid any more. */
  | 'UNAUTHORIZED';

/** How the provider is asked which webhooks exist, so that what is lost, changed or left behind can be told. */
export type ListingInput = {
  /** States in which it works, such as `enabled`; any when absent. */
  active?: Array<string> | null | undefined;
  /** A template that gives the id of one, such as `{{item.id}}`. */
  id: string;
  /** The path of the list in the answer, such as `setup.response.body.data`. */
  items: string;
  /** The name in `keep` of the value that the id is: by it a webhook is removed. */
  keptAs: string;
  /** The request. */
  request: RequestTemplateInput;
  /** A template that gives its state, such as `{{item.status}}`. */
  state?: string | null | undefined;
  /** A template that gives the address it delivers to, such as `{{item.config.url}}`. */
  url: string;
};

/** An account whose Provider ID is to be looked up now. */
export type LookUpProviderIdInput = {
  /** The account's id. */
  credentialId: string | number;
};

/** A webhook that a person removed at the provider. */
export type MarkRegistrationRemovedInput = {
  /** The registration's id. */
  registrationId: string | number;
};

/** What stands between an id in an event and an account's Provider ID. More values may come. */
export type NearMissKind =
  /** Upper and lower case. */
  | 'CASE'
  /** Nothing, but the account is disconnected. */
  | 'DISCONNECTED'
  /** The account's Provider ID stands at another place of the event. */
  | 'ELSEWHERE'
  /** Nothing, but a test address is for the sandbox account alone. */
  | 'NOT_SANDBOX'
  /** Zeros in front: one is a number. */
  | 'NUMBER'
  /** One has something before or after it. */
  | 'PREFIX'
  /** White space around one of them. */
  | 'WHITE_SPACE';

/** A secret to store. */
export type NewSecretInput = {
  /** Its name, as in `{{secrets.NAME}}`. */
  name: string;
  /** Its value; it is never shown again. */
  value: string;
};

/** An OAuth 2.0 app at the provider. What is absent stays: as the catalog filled it in, or as it was. */
export type OAuthAppInput = {
  /** Where a person allows the access. */
  authorizeUrl?: string | null | undefined;
  /** How the token endpoint takes id and secret; POST unless it is said. */
  clientAuthentication?: ClientAuthentication | null | undefined;
  /** The app's id, a template such as `{{secrets.NAME}}`, or the id itself. */
  clientId?: string | null | undefined;
  /** The app's secret, a template such as `{{secrets.NAME}}`; never the secret itself. */
  clientSecret?: string | null | undefined;
  /** Further parameters of the authorization request, such as `access_type`. */
  extra?: Array<KeyValueInput> | null | undefined;
  /** How access tokens are had; AUTHORIZATION_CODE unless it is said. */
  grant?: OAuthGrant | null | undefined;
  /** Where tokens are ended (RFC 7009). Empty: nowhere. */
  revokeUrl?: string | null | undefined;
  /** What stands between scopes: a space unless it is said. */
  scopeSeparator?: string | null | undefined;
  /** What is asked for. */
  scopes?: Array<string> | null | undefined;
  /** Where a code becomes tokens. */
  tokenUrl?: string | null | undefined;
  /** Whether codes are bound by PKCE, S256; true unless it is said. */
  usesPkce?: boolean | null | undefined;
};

/** How access tokens are had. More values may come. */
export type OAuthGrant =
  /** A person allows the access in their browser. */
  | 'AUTHORIZATION_CODE'
  /** The app stands for itself; nobody is asked. */
  | 'CLIENT_CREDENTIALS';

/** A handling to try: what is absent is as the draft has it. */
export type PreviewHandlingInput = {
  /** Instead of the draft's, as in `updateEventHandling`. */
  deduplicationKey?: string | null | undefined;
  /** Instead of the draft's, as in `updateEventHandling`. */
  filter?: EventFilterInput | null | undefined;
  /** How many of the newest deliveries: 1 to 50, 20 when absent. */
  first?: number | null | undefined;
  /** Instead of the draft's, as in `updateEventHandling`. */
  routing?: Array<string> | null | undefined;
  /** The trigger's id. */
  triggerId: string | number;
  /** Instead of the draft's, as in `updateEventHandling`. */
  verification?: VerificationInput | null | undefined;
};

/** How the provider tells whose account it is, when one is connected and whenever it is asked for. */
export type ProviderIdLookupInput = {
  /** The request that is sent with the account's values. Null: none is needed. */
  request?: RequestTemplateInput | null | undefined;
  /** A template that gives the Provider ID: `{{setup.response.body.team.id}}` of the request's answer; without a request `{{credential.NAME}}`, what came beside the access token. */
  value: string;
};

/** A provider's own scheme, from the catalog, with your secrets. */
export type ProviderSchemeInput = {
  /** The provider's slug; the integration's provider when absent. */
  provider?: string | null | undefined;
  /** The scheme's slug; the provider's recommended one when absent. */
  scheme?: string | null | undefined;
  /** A template such as `{{secrets.NAME}}` for each secret of the scheme; a name given twice is a second secret that also counts. The catalog's templates when absent. */
  secrets?: Array<SecretTemplateInput> | null | undefined;
};

/** How a provider signs with its private key. More values may come. */
export type PublicKeyAlgorithm =
  /** ECDSA in DER with SHA-1. Weak; only where a provider knows no other. */
  | 'ECDSA_SHA1'
  /** ECDSA in DER with SHA-256. */
  | 'ECDSA_SHA256'
  /** ECDSA in DER with SHA-384. */
  | 'ECDSA_SHA384'
  /** ECDSA in DER with SHA-512. */
  | 'ECDSA_SHA512'
  /** Ed25519. */
  | 'ED25519'
  /** ECDSA on P-256 with SHA-256, r and s side by side. */
  | 'ES256'
  /** ECDSA on P-384 with SHA-384, r and s side by side. */
  | 'ES384'
  /** ECDSA on P-521 with SHA-512, r and s side by side. */
  | 'ES512'
  /** RSA-PSS with SHA-256. */
  | 'RSA_PSS_SHA256'
  /** RSA-PSS with SHA-384. */
  | 'RSA_PSS_SHA384'
  /** RSA-PSS with SHA-512. */
  | 'RSA_PSS_SHA512'
  /** RSA, PKCS #1 v1.5, with SHA-1. Weak; only where a provider knows no other. */
  | 'RSA_SHA1'
  /** RSA, PKCS #1 v1.5, with SHA-256. */
  | 'RSA_SHA256'
  /** RSA, PKCS #1 v1.5, with SHA-384. */
  | 'RSA_SHA384'
  /** RSA, PKCS #1 v1.5, with SHA-512. */
  | 'RSA_SHA512';

/** A signature under the provider's private key. Exactly one of header, query, bodyPath and formField. */
export type PublicKeyVerificationInput = {
  /** How it is signed. */
  algorithm: PublicKeyAlgorithm;
  /** The dotted path in the JSON body that holds it. */
  bodyPath?: string | null | undefined;
  /** How the signature is written; BASE64 when absent. */
  encoding?: SignatureEncoding | null | undefined;
  /** The form field that holds it. */
  formField?: string | null | undefined;
  /** The header that holds the signature. */
  header?: string | null | undefined;
  /** How the bytes of a RAW or SPKI key are written; BASE64 when absent. */
  keyEncoding?: KeyEncoding | null | undefined;
  /** How the key is written; PEM when absent. */
  keyForm?: KeyForm | null | undefined;
  /** What stands before the signature. */
  prefix?: string | null | undefined;
  /** A second key that also counts, while keys are changed. */
  previousPublicKey?: string | null | undefined;
  /** When the second key stops counting; never when absent. */
  previousPublicKeyUntil?: string | null | undefined;
  /** The provider's public key, as it is or as a template. */
  publicKey: string;
  /** The query parameter that holds it. */
  query?: string | null | undefined;
  /** What is signed, with `{body}`, `{timestamp}`, `{url}`, `{header:NAME}` and the like; `{body}` when absent. */
  signedContent?: string | null | undefined;
  /** The header that holds the time of sending, if it is judged or signed. */
  timestampHeader?: string | null | undefined;
  /** How that time is written; SECONDS when absent. */
  timestampUnit?: TimestampUnit | null | undefined;
  /** How old a delivery may be; 300 when absent, any age when null. */
  toleranceSeconds?: number | null | undefined;
};

/** A body of any text. */
export type RawBodyInput = {
  /** Its content type; `text/plain; charset=utf-8` when absent. */
  contentType?: string | null | undefined;
  /** The text, a template. */
  text: string;
};

/** Whose webhooks are compared with the provider's. */
export type ReconcileRegistrationsInput = {
  /** The account that asks. Needed at user level; absent at app level. */
  credentialId?: string | number | null | undefined;
  /** The trigger's id. */
  triggerId: string | number;
};

/** An account whose access token is to be refreshed now. */
export type RefreshAccountInput = {
  /** The account's id. */
  credentialId: string | number;
};

/** What is asked of a provider about a webhook. More values may come. */
export type RegistrationDeed =
  /** To make it. */
  | 'CREATE'
  /** Which webhooks exist. */
  | 'LIST'
  /** To keep it alive. */
  | 'RENEW'
  /** To remove it. */
  | 'TEAR_DOWN';

/** How the provider's webhooks differ from ours. */
export type RegistrationFindingKind =
  /** The provider's delivers to another address, or does not work. Fixed by replacing it. */
  | 'DRIFTED'
  /** We have it, and the provider does not: no event comes. Fixed by making it again. */
  | 'MISSING'
  /** The provider's delivers to us, and no registration knows it. Fixed by removing it. */
  | 'ORPHANED';

/** How a webhook at a provider stands. More values may come. */
export type RegistrationState =
  /** It exists at the provider. */
  | 'ACTIVE'
  /** It could not be made; the reason says why, `nextAttemptAt` when it is tried again. */
  | 'ERRORED'
  /** It ended at the provider, and is made again. */
  | 'EXPIRED'
  /** It is not wanted any more and removing it failed; the reason says what to remove by hand. */
  | 'ORPHANED'
  /** It is not made yet: the provider is being called, or an earlier one has to go first. */
  | 'PENDING'
  /** It is gone. */
  | 'TORN_DOWN';

/** Why a delivery was refused. More values may come. */
export type RejectionCause =
  /** The address names no connected account. */
  | 'ACCOUNT_UNKNOWN'
  /** It came from a network address that is not the provider's. */
  | 'ADDRESS_NOT_ALLOWED'
  /** The body is larger than what is accepted. */
  | 'BODY_TOO_LARGE'
  /** The body did not arrive in time. */
  | 'BODY_TOO_SLOW'
  /** The JSON Web Token lacks a claim, or is from or for somebody else. */
  | 'CLAIMS_MISMATCH'
  /** The verification code failed, or returned what is no answer. */
  | 'CODE_FAILED'
  /** The custom code could not be run now. */
  | 'CODE_UNAVAILABLE'
  /** The token, or the user name and password, is another one. */
  | 'CREDENTIALS_MISMATCH'
  /** There is no token, or no user name and password. */
  | 'CREDENTIALS_MISSING'
  /** It was a challenge that failed its rule. */
  | 'HANDSHAKE_REFUSED'
  /** The headers are larger than what is accepted. */
  | 'HEADERS_TOO_LARGE'
  /** The key that the provider publishes cannot be had now. */
  | 'KEY_UNAVAILABLE'
  /** A part of the request cannot be read. */
  | 'MALFORMED'
  /** No trigger listens at this address. */
  | 'NO_TRIGGER'
  /** The secret that it would be verified with is not known yet. */
  | 'SECRET_MISSING'
  /** The signature does not have the form that is expected. */
  | 'SIGNATURE_MALFORMED'
  /** The signature is not that of these bytes under this secret. */
  | 'SIGNATURE_MISMATCH'
  /** Where the signature should stand, there is nothing. */
  | 'SIGNATURE_MISSING'
  /** The time of sending cannot be read. */
  | 'TIMESTAMP_MALFORMED'
  /** Where the time of sending should stand, there is nothing. */
  | 'TIMESTAMP_MISSING'
  /** It was sent too long ago, or in the future. */
  | 'TIMESTAMP_OUTSIDE_TOLERANCE'
  /** The trigger is disabled. */
  | 'TRIGGER_DISABLED'
  /** The trigger does not say how payloads are validated. */
  | 'VERIFICATION_NOT_CONFIGURED';

/** How a webhook that expires is kept alive: by one of the two times. */
export type RenewalInput = {
  /** A fixed period, in seconds. */
  every?: number | null | undefined;
  /** A template over the provider's answer that gives the time of expiry. */
  expiresAt?: string | null | undefined;
  /** The request that renews it. */
  request: RequestTemplateInput;
};

/** A stored delivery to judge again. */
export type ReplayDeliveryInput = {
  /** The delivery's id. */
  deliveryId: string | number;
};

/** An event to make happen once more. */
export type ReplayEventInput = {
  /** The event's id. */
  eventId: string | number;
};

/** A stored delivery, and the workflow whose test gets it. */
export type ReplayIntoTestStepInput = {
  /** A delivery, live or test, that came for the workflow's trigger. */
  deliveryId: string | number;
  /** The workflow's id. */
  workflowId: string | number;
};

/** How a request to the provider authorizes itself: exactly one way. */
export type RequestAuthorizationInput =
  {   /** By user name and password. */
  basic: BasicAuthorizationInput; bearer?: never; headers?: never; inherit?: never; none?: never; query?: never; }
  |  { basic?: never;   /** By a bearer token. */
  bearer: BearerAuthorizationInput; headers?: never; inherit?: never; none?: never; query?: never; }
  |  { basic?: never; bearer?: never;   /** By headers; values are templates. */
  headers: Array<KeyValueInput>; inherit?: never; none?: never; query?: never; }
  |  { basic?: never; bearer?: never; headers?: never;   /** True: as the integration does. */
  inherit: boolean; none?: never; query?: never; }
  |  { basic?: never; bearer?: never; headers?: never; inherit?: never;   /** True: not at all. */
  none: boolean; query?: never; }
  |  { basic?: never; bearer?: never; headers?: never; inherit?: never; none?: never;   /** By query parameters; values are templates. */
  query: Array<KeyValueInput>; };

/** The body of a request: exactly one form of it. */
export type RequestBodyInput =
  {   /** Fields of a form; values are templates. */
  form: Array<KeyValueInput>; json?: never; raw?: never; }
  |  { form?: never;   /** JSON with templates in its texts. */
  json: unknown; raw?: never; }
  |  { form?: never; json?: never;   /** Any text. */
  raw: RawBodyInput; };

/** A request to the provider. Every text may hold templates. */
export type RequestTemplateInput = {
  /** How the request authorizes itself; as the integration does when absent. */
  authorization?: RequestAuthorizationInput | null | undefined;
  /** The body, if any. */
  body?: RequestBodyInput | null | undefined;
  /** Headers, in order. */
  headers?: Array<KeyValueInput> | null | undefined;
  /** The HTTP method; POST when absent. */
  method?: string | null | undefined;
  /** Query parameters, in order. */
  query?: Array<KeyValueInput> | null | undefined;
  /** An absolute address, or a path below the integration's base URL. */
  url: string;
};

/** What an ordinary delivery is answered. More values may come. */
export type ResponseKind =
  /** The status, headers and body that the provider wants to see. */
  | 'ACKNOWLEDGEMENT'
  /** What custom code returns. */
  | 'CODE'
  /** The same bytes back, with a content type that no browser runs. */
  | 'ECHO_BODY'
  /** An empty 200. */
  | 'OK';

/** A webhook to try again. */
export type RetryRegistrationInput = {
  /** The registration's id. */
  registrationId: string | number;
};

/** A run to try at once. */
export type RetryRunInput = {
  /** The run's id: DEAD or PENDING. */
  runId: string | number;
};

/** An editor token to revoke. */
export type RevokeEditorTokenInput = {
  /** The id of its entry. */
  tokenId: string | number;
};

/** A key to revoke. */
export type RevokeUserTokenKeyInput = {
  /** The key's id. */
  keyId: string | number;
};

/** A workflow to give a new signing secret. */
export type RotateWorkflowSecretInput = {
  /** How long the secrets before it sign too: 0 to 168 hours; 24 when absent. */
  overlapHours?: number | null | undefined;
  /** The workflow's id. */
  workflowId: string | number;
};

/** An unrouted delivery, and the account that it is for. */
export type RouteDeliveryInput = {
  /** A connected account of the same integration. */
  credentialId: string | number;
  /** The delivery's id. */
  deliveryId: string | number;
};

/** Custom code to run against a delivery that is stored. */
export type RunCustomCodeInput = {
  /** The code to run; the draft's own when absent. */
  code?: CustomCodeInput | null | undefined;
  /** A delivery of this trigger; its newest event when absent. */
  deliveryId?: string | number | null | undefined;
  /** What the code is for. */
  purpose: CodePurpose;
  /** The trigger's id. */
  triggerId: string | number;
};

/** How far a run is. More values may come. */
export type RunState =
  /** Its workflow was deleted first. */
  | 'CANCELLED'
  /** It failed for the last time. It can be retried by hand. */
  | 'DEAD'
  /** It waits: for its turn, or to be tried again. */
  | 'PENDING'
  /** It is being sent, or an engine holds it. */
  | 'RUNNING'
  /** It was answered 2xx, or completed. */
  | 'SUCCEEDED';

/** One value of a secret of a scheme. A name given twice is a second value that also counts. */
export type SecretTemplateInput = {
  /** The secret's name in the scheme. */
  name: string;
  /** When this value stops counting, while secrets are changed; never when absent. */
  until?: string | null | undefined;
  /** A template, such as `{{secrets.NAME}}` or `{{persisted.NAME}}`. */
  value: string;
};

/** A sample to sign and deliver. */
export type SendSampleDeliveryInput = {
  /** The body to send instead of an example; needed where the trigger comes from no provider of the catalog. */
  body?: string | null | undefined;
  /** Of that body. Null: `application/json`. */
  contentType?: string | null | undefined;
  /** One of the provider's examples, by name. Null: the first. */
  example?: string | null | undefined;
  /** The trigger's id. */
  triggerId: string | number;
};

/** A setup request to send. */
export type SendSetupRequestInput = {
  /** The trigger's id. */
  triggerId: string | number;
};

/** A secret to store. */
export type SetSecretInput = {
  /** Its name: capital letters, digits and `_`. An existing one gets the new value. */
  name: string;
  /** Its value. It is encrypted, and never shown again. */
  value: string;
};

/** How the bytes of a signature are written. */
export type SignatureEncoding =
  /** Base 64 with padding. */
  | 'BASE64'
  /** Base 64 of the URL-safe alphabet, with or without padding. */
  | 'BASE64URL'
  /** Hexadecimal, in either case. */
  | 'HEX';

/** What the signature doctor noticed. More values may come. */
export type SignatureHintCode =
  /** The signature fits another address of ours. */
  | 'ADDRESS_DIFFERS'
  /** The signature fits the body written otherwise. */
  | 'BODY_REWRITTEN'
  /** It looks like a provider whose keys are published: no secret is part of it. */
  | 'KEY_PUBLISHED'
  /** A secret was masked when the delivery was stored. */
  | 'MASKED'
  /** There was no secret to try. */
  | 'NO_SECRET'
  /** Nothing in the delivery looks like a signature. */
  | 'NO_SIGNATURE'
  /** It is signed as a provider signs, with another secret. */
  | 'SECRET_DIFFERS'
  /** The secret looks wrong: cut off, masked, or with something around it. */
  | 'SECRET_SUSPECT'
  /** What looks like the signature has the length of no digest. */
  | 'SIGNATURE_LENGTH'
  /** A header that may hold the signature is there more than once. */
  | 'SIGNATURE_REPEATED'
  /** It is genuine, but older than the scheme allows. */
  | 'STALE'
  /** Not everything was tried. */
  | 'UNFINISHED';

/** An account to connect by OAuth. */
export type StartOAuthInput = {
  /** An account to connect again: it keeps its id, its registrations and its URLs. */
  credentialId?: string | number | null | undefined;
  /** The integration's id. */
  integrationId: string | number;
  /** True: it is the editor's own test account. An earlier one is replaced. */
  isSandbox?: boolean | null | undefined;
  /** Where the browser goes afterwards, with `credentialId` or `error` in its query; at an allowed origin. Null: a plain page says what came of it. */
  returnUrl?: string | null | undefined;
  /** The connected user whose account it is. With a user token: the token's user, also when absent. */
  userId?: string | null | undefined;
};

/** How a time of sending is written. */
export type TimestampUnit =
  /** As in the header `Date` of HTTP. */
  | 'HTTP_DATE'
  /** ISO 8601, in UTC when it names no offset. */
  | 'ISO8601'
  /** Microseconds since 1970. */
  | 'MICROSECONDS'
  /** Milliseconds since 1970. */
  | 'MILLISECONDS'
  /** Whole seconds since 1970. */
  | 'SECONDS';

/** A shared token sent as it is. Exactly one of header, query, bodyPath and formField. */
export type TokenVerificationInput = {
  /** The dotted path in the JSON body that holds it. */
  bodyPath?: string | null | undefined;
  /** The form field that holds it. */
  formField?: string | null | undefined;
  /** The header that holds the token. */
  header?: string | null | undefined;
  /** What stands before the token, such as `Bearer `. */
  prefix?: string | null | undefined;
  /** A second token that also counts, while tokens are changed. */
  previousSecret?: string | null | undefined;
  /** When the second token stops counting; never when absent. */
  previousSecretUntil?: string | null | undefined;
  /** The query parameter that holds it. */
  query?: string | null | undefined;
  /** The token, a template such as `{{secrets.NAME}}`. */
  secret: string;
};

/** How the webhook comes to exist at the provider. */
export type TriggerCreation =
  /** We create it, by a request to the provider's API. */
  | 'API_REQUEST'
  /** A person creates it in the provider's console, with an address to copy. */
  | 'MANUAL';

/** Whose webhook it is. */
export type TriggerLevel =
  /** One serves all connected accounts; events are routed by Provider ID. */
  | 'APP'
  /** Each connected account has its own, at an address of its own. */
  | 'USER';

/** How far a trigger is. More values may come. */
export type TriggerStatus =
  /** It is finished and takes events of every connected account. */
  | 'ACTIVE'
  /** It is finished, and takes no events until it is enabled again. */
  | 'DISABLED'
  /** It was never finished: only its test address takes events. */
  | 'DRAFT';

/** Changes of step 1. */
export type UpdateBasicInfoInput = {
  /** How the webhook is created. */
  creation?: TriggerCreation | null | undefined;
  /** What it is for. */
  description?: string | null | undefined;
  /** Whose webhook it is. */
  level?: TriggerLevel | null | undefined;
  /** What it is called: 1 to 80 characters, unique in the integration. */
  name?: string | null | undefined;
  /** The trigger's id. */
  triggerId: string | number;
};

/** Changes of step 3. */
export type UpdateEventHandlingInput = {
  /** A template over the event that is the same when it is sent again. Null: events are not told apart. */
  deduplicationKey?: string | null | undefined;
  /** A template over the event that gives its kind, such as `{{event.body.type}}`, to be shown. It changes nothing of what is judged, and asks for no new proof. Null: none is shown. */
  eventType?: string | null | undefined;
  /** Which events count. Null: all. */
  filter?: EventFilterInput | null | undefined;
  /** App level: paths to the Provider ID in an event, such as `event.body.team_id`; the first that yields one counts. */
  routing?: Array<string> | null | undefined;
  /** The trigger's id. */
  triggerId: string | number;
  /** How payloads are validated. Null: not chosen, all are refused. */
  verification?: VerificationInput | null | undefined;
};

/** Changes of an integration. What is absent stays. */
export type UpdateIntegrationInput = {
  /** Where the provider's API begins. Null clears. */
  apiBaseUrl?: string | null | undefined;
  /** How requests are authorized, in templates. Null: as each account was connected. */
  authorization?: RequestAuthorizationInput | null | undefined;
  /** The integration's id. */
  integrationId: string | number;
  /** What it is called, 1 to 80 characters. */
  name?: string | null | undefined;
  /** The OAuth app that accounts are connected by. What is not given of it stays. Null clears. */
  oauth?: OAuthAppInput | null | undefined;
  /** How the Provider ID of an account is looked up. Null clears. */
  providerIdLookup?: ProviderIdLookupInput | null | undefined;
};

/** Changes of the reply. */
export type UpdateWebhookResponseInput = {
  /** Challenges that are answered otherwise; the first that matches counts. The list replaces the one before. */
  handshakes?: Array<HandshakeRuleInput> | null | undefined;
  /** Names of `Query.readyHandshakes` that follow the list: together they replace the one before. */
  readyHandshakes?: Array<string> | null | undefined;
  /** The status of the answer to a delivery that does not verify: 400, 401, 403, 404, 410 or 422. Null: 401. */
  rejectedStatus?: number | null | undefined;
  /** What an ordinary delivery is answered. Null: an empty 200. */
  response?: WebhookResponseInput | null | undefined;
  /** The trigger's id. */
  triggerId: string | number;
};

/** Changes of the requests of step 2. */
export type UpdateWebhookSetupInput = {
  /** Names of values to keep, and templates over the provider's answer that give them, such as `{{setup.response.body.id}}`. */
  keep?: Array<KeyValueInput> | null | undefined;
  /** How the provider is asked which webhooks exist. */
  listing?: ListingInput | null | undefined;
  /** How the webhook is kept alive, if it expires. */
  renewal?: RenewalInput | null | undefined;
  /** The request that creates the webhook. Null removes the whole setup. */
  request?: RequestTemplateInput | null | undefined;
  /** The request that removes the webhook. */
  teardown?: RequestTemplateInput | null | undefined;
  /** The trigger's id. */
  triggerId: string | number;
};

/** Changes of a workflow. What is absent stays. */
export type UpdateWorkflowInput = {
  /** Where its runs are POSTed. Null: an engine pulls them. Another one than before starts a stopped workflow again. */
  endpoint?: string | null | undefined;
  /** Which events start it. Null: all. */
  filter?: EventFilterInput | null | undefined;
  /** Whether the runs of one account go one after another; of events from now on. */
  isOrdered?: boolean | null | undefined;
  /** True: its runs wait. False: they are sent, also when it was stopped. */
  isPaused?: boolean | null | undefined;
  /** What it is called, 1 to 80 characters. */
  name?: string | null | undefined;
  /** The workflow's id. */
  workflowId: string | number;
};

/** What kind of thing is wrong with an input. More values may come. */
export type UserErrorCode =
  /** It was tried and did not work. */
  | 'FAILED'
  /** Something else must be completed first. */
  | 'INCOMPLETE'
  /** The value does not have the form that is needed. */
  | 'INVALID'
  /** This may not be done as things stand. */
  | 'NOT_ALLOWED'
  /** What the value names does not exist, or is not yours. */
  | 'NOT_FOUND'
  /** A value is missing. */
  | 'REQUIRED'
  /** Another one has this name already. */
  | 'TAKEN'
  /** The value is longer, larger or more than what is accepted. */
  | 'TOO_LONG'
  /** A name is used that does not exist; the message has the nearest one. */
  | 'UNKNOWN_NAME';

/** How user tokens are signed. More values may come. */
export type UserTokenAlgorithm =
  /** ECDSA of the curve P-256 with SHA-256. */
  | 'ES256'
  /** RSA, of at least 2048 bits, with SHA-256. */
  | 'RS256';

/** In which form a verification was entered. More values may come. */
export type VerificationForm =
  /** HTTP basic authentication. */
  | 'BASIC'
  /** Custom code. */
  | 'CODE'
  /** An HMAC signature. */
  | 'HMAC'
  /** A JSON Web Token. */
  | 'JWT'
  /** No signature: all payloads are accepted. */
  | 'NONE'
  /** A provider's own scheme. */
  | 'PROVIDER'
  /** A signature under the provider's private key. */
  | 'PUBLIC_KEY'
  /** Any scheme in its data form. */
  | 'SCHEME'
  /** A shared token. */
  | 'TOKEN';

/** How payloads are validated: exactly one way. */
export type VerificationInput =
  {   /** HTTP basic authentication. */
  basic: BasicVerificationInput; code?: never; hmac?: never; jwt?: never; none?: never; provider?: never; publicKey?: never; scheme?: never; token?: never; }
  |  { basic?: never;   /** Custom code that returns true, false, or a digest to compare with a header. */
  code: CustomCodeInput; hmac?: never; jwt?: never; none?: never; provider?: never; publicKey?: never; scheme?: never; token?: never; }
  |  { basic?: never; code?: never;   /** An HMAC signature. */
  hmac: HmacVerificationInput; jwt?: never; none?: never; provider?: never; publicKey?: never; scheme?: never; token?: never; }
  |  { basic?: never; code?: never; hmac?: never;   /** A JSON Web Token. */
  jwt: JwtVerificationInput; none?: never; provider?: never; publicKey?: never; scheme?: never; token?: never; }
  |  { basic?: never; code?: never; hmac?: never; jwt?: never;   /** True: no signature, all payloads are accepted. */
  none: boolean; provider?: never; publicKey?: never; scheme?: never; token?: never; }
  |  { basic?: never; code?: never; hmac?: never; jwt?: never; none?: never;   /** A provider's own scheme. */
  provider: ProviderSchemeInput; publicKey?: never; scheme?: never; token?: never; }
  |  { basic?: never; code?: never; hmac?: never; jwt?: never; none?: never; provider?: never;   /** A signature under the provider's private key. */
  publicKey: PublicKeyVerificationInput; scheme?: never; token?: never; }
  |  { basic?: never; code?: never; hmac?: never; jwt?: never; none?: never; provider?: never; publicKey?: never;   /** Anything else: an object with `scheme`, in the data form of the catalog's schemes, and `secrets`, a list of objects with the `name` of a secret, its template as `value`, and perhaps `until`, when that value stops counting. */
  scheme: unknown; token?: never; }
  |  { basic?: never; code?: never; hmac?: never; jwt?: never; none?: never; provider?: never; publicKey?: never; scheme?: never;   /** A shared token. */
  token: TokenVerificationInput; };

/** What an ordinary delivery is answered: exactly one way. */
export type WebhookResponseInput =
  {   /** The status, headers and body that the provider wants to see. */
  acknowledgement: AcknowledgementInput; code?: never; echoBody?: never; ok?: never; }
  |  { acknowledgement?: never;   /** Custom code that returns `{status, headers, body, persist}`, of challenges too. */
  code: CustomCodeInput; echoBody?: never; ok?: never; }
  |  { acknowledgement?: never; code?: never;   /** True: the same bytes back, with a content type that no browser runs. */
  echoBody: boolean; ok?: never; }
  |  { acknowledgement?: never; code?: never; echoBody?: never;   /** True: an empty 200. */
  ok: boolean; };

/** A step of the wizard, in their order. */
export type WizardStep =
  /** What the trigger is called, how its webhook is created, and whose it is. */
  | 'BASIC_INFO'
  /** How events are validated, routed, filtered and told apart. */
  | 'EVENT_HANDLING'
  /** How the webhook is created at the provider, and what deliveries are answered. */
  | 'WEBHOOK_SETUP';

/** Whether a workflow's runs are sent. More values may come. */
export type WorkflowStatus =
  /** They are sent, or may be pulled. */
  | 'ACTIVE'
  /** A person paused it: events still make runs, which wait. */
  | 'PAUSED'
  /** Its endpoint does not want any more: events still make runs, which wait. */
  | 'STOPPED';

export type ProblemFragment = { code: UserErrorCode, message: string, path: Array<string> };

export type KvFragment = { name: string, value: string };

export type AuthorizationPartsFragment = { kind: AuthorizationKind, token: string, username: string, password: string, entries: Array<{ name: string, value: string }> };

export type RequestPartsFragment = { method: string, url: string, headers: Array<{ name: string, value: string }>, query: Array<{ name: string, value: string }>, body: { kind: BodyKind, contentType: string, raw: string, json: unknown, form: Array<{ name: string, value: string }> }, authorization: { kind: AuthorizationKind, token: string, username: string, password: string, entries: Array<{ name: string, value: string }> } };

export type RulePartsFragment = { name: string, signed: boolean, rejectStatus: number, when: Array<{ path: string, equals: unknown, isPresent: boolean | null, oneOf: Array<unknown> | null, prefix: string | null }>, require: Array<{ name: string, value: string }>, persist: Array<{ name: string, value: string }>, show: Array<{ name: string, value: string }>, reply: { status: number, text: string | null, json: unknown, echo: boolean, headers: Array<{ name: string, value: string }> }, followUp: { method: string, url: string, hosts: Array<string> } | null };

export type CodePartsFragment = { code: string, digestHeader: string | null, parameters: Array<{ name: string, value: string }> };

export type VerificationPartsFragment = { form: VerificationForm, scheme: unknown, covers: { body: boolean, time: boolean, url: boolean } | null, secrets: Array<{ name: string, value: string, until: string | null }>, basic: { username: string, password: string } | null, token: { bodyPath: string | null, formField: string | null, header: string | null, prefix: string, previousSecret: string | null, previousSecretUntil: string | null, query: string | null, secret: string } | null, hmac: { algorithm: HmacAlgorithm, bodyPath: string | null, encoding: SignatureEncoding, formField: string | null, header: string | null, keyEncoding: KeyEncoding, prefix: string, previousSecret: string | null, previousSecretUntil: string | null, query: string | null, secret: string, signedContent: string, timestampHeader: string | null, timestampUnit: TimestampUnit, toleranceSeconds: number | null } | null, publicKey: { algorithm: PublicKeyAlgorithm, bodyPath: string | null, encoding: SignatureEncoding, formField: string | null, header: string | null, keyEncoding: KeyEncoding, keyForm: KeyForm, prefix: string, previousPublicKey: string | null, previousPublicKeyUntil: string | null, publicKey: string, query: string | null, signedContent: string, timestampHeader: string | null, timestampUnit: TimestampUnit, toleranceSeconds: number | null } | null, jwt: { algorithms: Array<JwtAlgorithm>, audience: string | null, bodyHashClaim: string | null, bodyHashEncoding: SignatureEncoding, bodyPath: string | null, formField: string | null, header: string | null, inBody: boolean, issuer: string | null, jwksUrl: string | null, keyForm: KeyForm, leewaySeconds: number, maxAgeSeconds: number | null, prefix: string, publicKey: string | null, query: string | null, requiredClaims: Array<string>, secret: string | null } | null, provider: { provider: string | null, scheme: string | null, secrets: Array<{ name: string, value: string, until: string | null }> } | null, code: { code: string, digestHeader: string | null, parameters: Array<{ name: string, value: string }> } | null };

export type DeliveryRowFragment = { id: string, receivedAt: string, isTest: boolean, method: string, path: string, queryString: string, outcome: DeliveryOutcome, cause: RejectionCause | null, explanation: string, body: { size: number }, reply: { status: number }, kinds: Array<{ eventType: string | null }> };

export type BodyPartsFragment = { base64: string, text: string | null, json: unknown, size: number };

export type ExchangePartsFragment = { sentAt: string, problem: string | null, request: { method: string, url: string, body: string, headers: Array<{ name: string, value: string }> }, answer: { status: number, elapsedMs: number, body: string, headers: Array<{ name: string, value: string }> } | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer:
    | { project: { id: string, name: string } }
    | Record<PropertyKey, never>
   };

export type IntegrationsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type IntegrationsQuery = { integrations: { edges: Array<{ node: { id: string, name: string, slug: string, apiBaseUrl: string | null, createdAt: string, provider: { slug: string, name: string } | null, sandboxCredential: { id: string } | null, triggers: { edges: Array<{ node: { id: string, status: TriggerStatus } }> } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CatalogQueryVariables = Exact<{
  search?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type CatalogQuery = { providers: { edges: Array<{ node: { slug: string, name: string, description: string, level: TriggerLevel, creation: TriggerCreation } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CatalogEntryQueryVariables = Exact<{
  slug: string;
}>;


export type CatalogEntryQuery = { provider: { slug: string, name: string, description: string, documentation: string, apiBaseUrl: string | null, level: TriggerLevel, creation: TriggerCreation, manual: string, notes: Array<string>, routing: Array<string>, fields: Array<{ name: string, label: string, help: string, isSecret: boolean }>, secrets: Array<{ name: string, label: string, help: string, value: string }>, schemes: Array<{ slug: string, name: string, covers: { body: boolean, time: boolean, url: boolean } }>, handshakes: Array<{ name: string }> } | null };

export type IntegrationQueryVariables = Exact<{
  id: string | number;
}>;


export type IntegrationQuery = { integration: { id: string, name: string, slug: string, apiBaseUrl: string | null, webhookUrl: string, createdAt: string, provider: { slug: string, name: string, documentation: string, manual: string, notes: Array<string>, fields: Array<{ name: string, label: string, help: string, isSecret: boolean }>, authorization: { kind: AuthorizationKind, token: string, username: string, password: string, entries: Array<{ name: string, value: string }> } } | null, authorization: { accountValues: Array<string>, scheme: { kind: AuthorizationKind, token: string, username: string, password: string, entries: Array<{ name: string, value: string }> } }, oauth: { authorizeUrl: string, tokenUrl: string, revokeUrl: string, redirectUrl: string, clientId: string, clientSecret: string, clientAuthentication: ClientAuthentication, grant: OAuthGrant, scopes: Array<string>, scopeSeparator: string, usesPkce: boolean, missing: Array<string>, extra: Array<{ name: string, value: string }> } | null, providerIdLookup: { value: string, request: { method: string, url: string, headers: Array<{ name: string, value: string }>, query: Array<{ name: string, value: string }>, body: { kind: BodyKind, contentType: string, raw: string, json: unknown, form: Array<{ name: string, value: string }> }, authorization: { kind: AuthorizationKind, token: string, username: string, password: string, entries: Array<{ name: string, value: string }> } } | null } | null, sandboxCredential: { id: string, userId: string, providerId: string | null, isSandbox: boolean, status: CredentialStatus, reason: string | null, expiresAt: string | null, createdAt: string } | null } | null };

export type AccountFragment = { id: string, userId: string, providerId: string | null, isSandbox: boolean, status: CredentialStatus, reason: string | null, expiresAt: string | null, createdAt: string };

export type AccountExchangeQueryVariables = Exact<{
  id: string | number;
}>;


export type AccountExchangeQuery = { node:
    | { id: string, exchange: { sentAt: string, problem: string | null, request: { method: string, url: string, body: string, headers: Array<{ name: string, value: string }> }, answer: { status: number, elapsedMs: number, body: string, headers: Array<{ name: string, value: string }> } | null } | null }
    | Record<PropertyKey, never>
   | null };

export type AccountsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type AccountsQuery = { integration: { id: string, credentials: { edges: Array<{ node: { id: string, userId: string, providerId: string | null, isSandbox: boolean, status: CredentialStatus, reason: string | null, expiresAt: string | null, createdAt: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type TriggersQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type TriggersQuery = { integration: { id: string, triggers: { edges: Array<{ node: { id: string, name: string, description: string, status: TriggerStatus, level: TriggerLevel, creation: TriggerCreation, hasDraft: boolean, updatedAt: string, wizard: { stepsRemaining: number }, sample: { id: string, receivedAt: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type UnroutedQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type UnroutedQuery = { integration: { id: string, unrouted: { edges: Array<{ node: { id: string, receivedAt: string, isTest: boolean, method: string, path: string, queryString: string, outcome: DeliveryOutcome, cause: RejectionCause | null, explanation: string, verdicts: Array<{ providerIds: Array<string> }>, nearMisses: Array<{ message: string, credential: { id: string, userId: string, providerId: string | null } | null }>, body: { size: number }, reply: { status: number }, kinds: Array<{ eventType: string | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type CreateIntegrationMutationVariables = Exact<{
  input: CreateIntegrationInput;
}>;


export type CreateIntegrationMutation = { createIntegration: { integration: { id: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type UpdateIntegrationMutationVariables = Exact<{
  input: UpdateIntegrationInput;
}>;


export type UpdateIntegrationMutation = { updateIntegration: { integration: { id: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type DeleteIntegrationMutationVariables = Exact<{
  input: DeleteIntegrationInput;
}>;


export type DeleteIntegrationMutation = { deleteIntegration: { deletedIntegrationId: string | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type ConnectAccountMutationVariables = Exact<{
  input: ConnectAccountInput;
}>;


export type ConnectAccountMutation = { connectAccount: { credential: { id: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type DisconnectAccountMutationVariables = Exact<{
  input: DisconnectAccountInput;
}>;


export type DisconnectAccountMutation = { disconnectAccount: { credential: { id: string, status: CredentialStatus } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type StartOAuthMutationVariables = Exact<{
  input: StartOAuthInput;
}>;


export type StartOAuthMutation = { startOAuth: { authorizationUrl: string | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type LookUpProviderIdMutationVariables = Exact<{
  input: LookUpProviderIdInput;
}>;


export type LookUpProviderIdMutation = { lookUpProviderId: { credential: { id: string, providerId: string | null } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type RefreshAccountMutationVariables = Exact<{
  input: RefreshAccountInput;
}>;


export type RefreshAccountMutation = { refreshAccount: { credential: { id: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type SettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsQuery = { viewer:
    | { project: { id: string, name: string, createdAt: string, secrets: Array<{ name: string, updatedAt: string }>, editorTokens: Array<{ id: string, name: string, createdAt: string, revokedAt: string | null }>, userTokenKeys: Array<{ id: string, name: string, algorithm: UserTokenAlgorithm, createdAt: string, revokedAt: string | null }> } }
    | Record<PropertyKey, never>
   };

export type SecretNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type SecretNamesQuery = { viewer:
    | { project: { id: string, secrets: Array<{ name: string }> } }
    | Record<PropertyKey, never>
   };

export type SetSecretMutationVariables = Exact<{
  input: SetSecretInput;
}>;


export type SetSecretMutation = { setSecret: { secret: { name: string, updatedAt: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type DeleteSecretMutationVariables = Exact<{
  input: DeleteSecretInput;
}>;


export type DeleteSecretMutation = { deleteSecret: { deletedName: string | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type CreateEditorTokenMutationVariables = Exact<{
  input: CreateEditorTokenInput;
}>;


export type CreateEditorTokenMutation = { createEditorToken: { token: string | null, editorToken: { id: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type RevokeEditorTokenMutationVariables = Exact<{
  input: RevokeEditorTokenInput;
}>;


export type RevokeEditorTokenMutation = { revokeEditorToken: { editorToken: { id: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type CreateUserTokenKeyMutationVariables = Exact<{
  input: CreateUserTokenKeyInput;
}>;


export type CreateUserTokenKeyMutation = { createUserTokenKey: { userTokenKey: { id: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type RevokeUserTokenKeyMutationVariables = Exact<{
  input: RevokeUserTokenKeyInput;
}>;


export type RevokeUserTokenKeyMutation = { revokeUserTokenKey: { userTokenKey: { id: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type DiagnoseMutationVariables = Exact<{
  input: DiagnoseSignatureInput;
}>;


export type DiagnoseMutation = { diagnoseSignature: { diagnosis: { explanation: string, tried: number, findings: Array<{ explanation: string, changes: Array<string>, isStale: boolean, secretName: string | null, verification: unknown, covers: { body: boolean, time: boolean, url: boolean }, providers: Array<{ name: string }> }>, hints: Array<{ code: SignatureHintCode, message: string }> } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type ApplyDiagnosisMutationVariables = Exact<{
  input: ApplyDiagnosisInput;
}>;


export type ApplyDiagnosisMutation = { applyDiagnosis: { trigger: { id: string, updatedAt: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type PreviewedPartsFragment = { outcome: DeliveryOutcome, cause: RejectionCause | null, explanation: string, events: number, providerIds: Array<string> };

export type PreviewHandlingMutationVariables = Exact<{
  input: PreviewHandlingInput;
}>;


export type PreviewHandlingMutation = { previewHandling: { preview: { changed: number, deliveries: Array<{ isChanged: boolean, delivery: { id: string, receivedAt: string }, before: { outcome: DeliveryOutcome, cause: RejectionCause | null, explanation: string, events: number, providerIds: Array<string> }, after: { outcome: DeliveryOutcome, cause: RejectionCause | null, explanation: string, events: number, providerIds: Array<string> } }> } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type RetryRegistrationMutationVariables = Exact<{
  input: RetryRegistrationInput;
}>;


export type RetryRegistrationMutation = { retryRegistration: { registration: { id: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type MarkRegistrationRemovedMutationVariables = Exact<{
  input: MarkRegistrationRemovedInput;
}>;


export type MarkRegistrationRemovedMutation = { markRegistrationRemoved: { registration: { id: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type ReconcileMutationVariables = Exact<{
  input: ReconcileRegistrationsInput;
}>;


export type ReconcileMutation = { reconcileRegistrations: { listed: number | null, findings: Array<{ id: string, kind: RegistrationFindingKind, explanation: string, providerWebhookUrl: string | null, providerState: string | null }>, exchange: { sentAt: string, problem: string | null, request: { method: string, url: string, body: string, headers: Array<{ name: string, value: string }> }, answer: { status: number, elapsedMs: number, body: string, headers: Array<{ name: string, value: string }> } | null } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type FixFindingMutationVariables = Exact<{
  input: FixRegistrationFindingInput;
}>;


export type FixFindingMutation = { fixRegistrationFinding: { registration: { id: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type EnableWorkflowMutationVariables = Exact<{
  input: EnableWorkflowInput;
}>;


export type EnableWorkflowMutation = { enableWorkflow: { registration: { id: string, state: RegistrationState } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type DisableWorkflowMutationVariables = Exact<{
  input: DisableWorkflowInput;
}>;


export type DisableWorkflowMutation = { disableWorkflow: { registration: { id: string, state: RegistrationState } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type TriggerQueryVariables = Exact<{
  id: string | number;
}>;


export type TriggerQuery = { trigger: { id: string, name: string, description: string, creation: TriggerCreation, level: TriggerLevel, status: TriggerStatus, hasDraft: boolean, providerSlug: string | null, targetUrl: string, updatedAt: string, integration: { id: string, name: string, slug: string, apiBaseUrl: string | null, webhookUrl: string, provider: { slug: string, name: string, manual: string, documentation: string, notes: Array<string>, secrets: Array<{ name: string, label: string, help: string, value: string }>, schemes: Array<{ slug: string, name: string, secretNames: Array<string>, covers: { body: boolean, time: boolean, url: boolean } }>, examples: Array<{ name: string }> } | null, sandboxCredential: { id: string, userId: string, providerId: string | null } | null }, wizard: { step: WizardStep, stepsRemaining: number, canFinish: boolean, steps: Array<{ step: WizardStep, isComplete: boolean, missing: Array<{ code: UserErrorCode, message: string, path: Array<string> }> }> }, finishImpact: { registrations: number, reasons: Array<string> }, setup: { keep: Array<{ name: string, value: string }>, request: { method: string, url: string, headers: Array<{ name: string, value: string }>, query: Array<{ name: string, value: string }>, body: { kind: BodyKind, contentType: string, raw: string, json: unknown, form: Array<{ name: string, value: string }> }, authorization: { kind: AuthorizationKind, token: string, username: string, password: string, entries: Array<{ name: string, value: string }> } }, teardown: { method: string, url: string, headers: Array<{ name: string, value: string }>, query: Array<{ name: string, value: string }>, body: { kind: BodyKind, contentType: string, raw: string, json: unknown, form: Array<{ name: string, value: string }> }, authorization: { kind: AuthorizationKind, token: string, username: string, password: string, entries: Array<{ name: string, value: string }> } } | null, renewal: { every: number | null, expiresAt: string | null, request: { method: string, url: string, headers: Array<{ name: string, value: string }>, query: Array<{ name: string, value: string }>, body: { kind: BodyKind, contentType: string, raw: string, json: unknown, form: Array<{ name: string, value: string }> }, authorization: { kind: AuthorizationKind, token: string, username: string, password: string, entries: Array<{ name: string, value: string }> } } } | null, listing: { items: string, id: string, url: string, keptAs: string, state: string | null, active: Array<string>, request: { method: string, url: string, headers: Array<{ name: string, value: string }>, query: Array<{ name: string, value: string }>, body: { kind: BodyKind, contentType: string, raw: string, json: unknown, form: Array<{ name: string, value: string }> }, authorization: { kind: AuthorizationKind, token: string, username: string, password: string, entries: Array<{ name: string, value: string }> } } } | null } | null, response: { kind: ResponseKind, rejectedStatus: number, acknowledgement: { status: number, text: string | null, json: unknown, headers: Array<{ name: string, value: string }> } | null, code: { code: string, digestHeader: string | null, parameters: Array<{ name: string, value: string }> } | null, handshakes: Array<{ name: string, signed: boolean, rejectStatus: number, when: Array<{ path: string, equals: unknown, isPresent: boolean | null, oneOf: Array<unknown> | null, prefix: string | null }>, require: Array<{ name: string, value: string }>, persist: Array<{ name: string, value: string }>, show: Array<{ name: string, value: string }>, reply: { status: number, text: string | null, json: unknown, echo: boolean, headers: Array<{ name: string, value: string }> }, followUp: { method: string, url: string, hosts: Array<string> } | null }> }, handling: { routing: Array<string>, deduplicationKey: string | null, eventType: string | null, filter: { any: Array<{ all: Array<{ path: string, operator: FilterOperator, value: unknown }> }> } | null, verification: { form: VerificationForm, scheme: unknown, covers: { body: boolean, time: boolean, url: boolean } | null, secrets: Array<{ name: string, value: string, until: string | null }>, basic: { username: string, password: string } | null, token: { bodyPath: string | null, formField: string | null, header: string | null, prefix: string, previousSecret: string | null, previousSecretUntil: string | null, query: string | null, secret: string } | null, hmac: { algorithm: HmacAlgorithm, bodyPath: string | null, encoding: SignatureEncoding, formField: string | null, header: string | null, keyEncoding: KeyEncoding, prefix: string, previousSecret: string | null, previousSecretUntil: string | null, query: string | null, secret: string, signedContent: string, timestampHeader: string | null, timestampUnit: TimestampUnit, toleranceSeconds: number | null } | null, publicKey: { algorithm: PublicKeyAlgorithm, bodyPath: string | null, encoding: SignatureEncoding, formField: string | null, header: string | null, keyEncoding: KeyEncoding, keyForm: KeyForm, prefix: string, previousPublicKey: string | null, previousPublicKeyUntil: string | null, publicKey: string, query: string | null, signedContent: string, timestampHeader: string | null, timestampUnit: TimestampUnit, toleranceSeconds: number | null } | null, jwt: { algorithms: Array<JwtAlgorithm>, audience: string | null, bodyHashClaim: string | null, bodyHashEncoding: SignatureEncoding, bodyPath: string | null, formField: string | null, header: string | null, inBody: boolean, issuer: string | null, jwksUrl: string | null, keyForm: KeyForm, leewaySeconds: number, maxAgeSeconds: number | null, prefix: string, publicKey: string | null, query: string | null, requiredClaims: Array<string>, secret: string | null } | null, provider: { provider: string | null, scheme: string | null, secrets: Array<{ name: string, value: string, until: string | null }> } | null, code: { code: string, digestHeader: string | null, parameters: Array<{ name: string, value: string }> } | null } | null }, sample: { id: string, receivedAt: string, isTest: boolean, method: string, path: string, queryString: string, outcome: DeliveryOutcome, cause: RejectionCause | null, explanation: string, body: { size: number }, reply: { status: number }, kinds: Array<{ eventType: string | null }> } | null, persistedValues: Array<{ name: string, scope: string, writtenAt: string }>, shownValues: Array<{ name: string, value: string, at: string, isVerified: boolean, replacements: number, deliveryId: string }> } | null };

export type VariablesQueryVariables = Exact<{
  id: string | number;
  step: WizardStep;
}>;


export type VariablesQuery = { trigger: { id: string, variables: Array<{ name: string, label: string, variables: Array<{ path: string, label: string, sample: string | null, isSecret: boolean }> }> } | null };

export type UserUrlQueryVariables = Exact<{
  id: string | number;
  credential: string | number;
}>;


export type UserUrlQuery = { trigger: { id: string, userTargetUrl: string | null } | null };

export type ReadyHandshakesQueryVariables = Exact<{ [key: string]: never; }>;


export type ReadyHandshakesQuery = { readyHandshakes: Array<{ name: string, description: string, source: string, parameters: Array<{ name: string, description: string }>, rule: { name: string, signed: boolean, rejectStatus: number, when: Array<{ path: string, equals: unknown, isPresent: boolean | null, oneOf: Array<unknown> | null, prefix: string | null }>, require: Array<{ name: string, value: string }>, persist: Array<{ name: string, value: string }>, show: Array<{ name: string, value: string }>, reply: { status: number, text: string | null, json: unknown, echo: boolean, headers: Array<{ name: string, value: string }> }, followUp: { method: string, url: string, hosts: Array<string> } | null } }> };

export type ResponsePreviewQueryVariables = Exact<{
  id: string | number;
}>;


export type ResponsePreviewQuery = { trigger: { id: string, responsePreview: { problem: string, reply: { status: number, headers: Array<{ name: string, value: string }>, body: { base64: string, text: string | null, json: unknown, size: number } } } | null } | null };

export type DeliveriesQueryVariables = Exact<{
  id: string | number;
  outcome?: Array<DeliveryOutcome> | DeliveryOutcome | null | undefined;
  after?: string | null | undefined;
}>;


export type DeliveriesQuery = { trigger: { id: string, name: string, deliveries: { edges: Array<{ node: { id: string, receivedAt: string, isTest: boolean, method: string, path: string, queryString: string, outcome: DeliveryOutcome, cause: RejectionCause | null, explanation: string, body: { size: number }, reply: { status: number }, kinds: Array<{ eventType: string | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type RegistrationsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type RegistrationsQuery = { trigger: { id: string, name: string, level: TriggerLevel, registrations: { edges: Array<{ node: { id: string, state: RegistrationState, reason: string | null, isTest: boolean, isWanted: boolean, attempts: number, nextAttemptAt: string | null, expiresAt: string | null, renewsAt: string | null, providerUrl: string | null, webhookUrl: string | null, createdAt: string, updatedAt: string, history: Array<{ deed: RegistrationDeed, exchange: { sentAt: string, problem: string | null, request: { method: string, url: string, body: string, headers: Array<{ name: string, value: string }> }, answer: { status: number, elapsedMs: number, body: string, headers: Array<{ name: string, value: string }> } | null } }>, credential: { id: string, userId: string, providerId: string | null } | null, exchange: { sentAt: string, problem: string | null, request: { method: string, url: string, body: string, headers: Array<{ name: string, value: string }> }, answer: { status: number, elapsedMs: number, body: string, headers: Array<{ name: string, value: string }> } | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type RegistrationPartsFragment = { id: string, state: RegistrationState, reason: string | null, isTest: boolean, isWanted: boolean, attempts: number, nextAttemptAt: string | null, expiresAt: string | null, renewsAt: string | null, providerUrl: string | null, webhookUrl: string | null, createdAt: string, updatedAt: string, credential: { id: string, userId: string, providerId: string | null } | null, exchange: { sentAt: string, problem: string | null, request: { method: string, url: string, body: string, headers: Array<{ name: string, value: string }> }, answer: { status: number, elapsedMs: number, body: string, headers: Array<{ name: string, value: string }> } | null } | null };

export type LastSetupQueryVariables = Exact<{
  id: string | number;
}>;


export type LastSetupQuery = { trigger: { id: string, registrations: { edges: Array<{ node: { id: string, state: RegistrationState, reason: string | null, isTest: boolean, isWanted: boolean, attempts: number, nextAttemptAt: string | null, expiresAt: string | null, renewsAt: string | null, providerUrl: string | null, webhookUrl: string | null, createdAt: string, updatedAt: string, credential: { id: string, userId: string, providerId: string | null } | null, exchange: { sentAt: string, problem: string | null, request: { method: string, url: string, body: string, headers: Array<{ name: string, value: string }> }, answer: { status: number, elapsedMs: number, body: string, headers: Array<{ name: string, value: string }> } | null } | null } }> } } | null };

export type DeliveryQueryVariables = Exact<{
  id: string | number;
}>;


export type DeliveryQuery = { delivery: { isReplay: boolean, id: string, receivedAt: string, isTest: boolean, method: string, path: string, queryString: string, outcome: DeliveryOutcome, cause: RejectionCause | null, explanation: string, headers: Array<{ name: string, value: string }>, query: Array<{ name: string, value: string }>, body: { size: number, base64: string, text: string | null, json: unknown }, reply: { status: number, headers: Array<{ name: string, value: string }>, body: { base64: string, text: string | null, json: unknown, size: number } }, verdicts: Array<{ outcome: DeliveryOutcome, cause: RejectionCause | null, explanation: string, isVerified: boolean, providerIds: Array<string>, trigger: { id: string, name: string } | null, events: Array<{ id: string, credential: { id: string, userId: string, providerId: string | null } | null, runs: Array<{ id: string, state: RunState, workflow: { id: string, name: string } | null }> }>, leftOut: Array<{ reason: string, workflow: { id: string, name: string } | null }> }>, replayOf: { id: string, receivedAt: string } | null, nearMisses: Array<{ message: string, path: string, kind: NearMissKind, credential: { id: string, userId: string, providerId: string | null } | null }>, duplicateOf: { id: string, receivedAt: string } | null, console: Array<{ level: ConsoleLevel, purpose: CodePurpose, text: string }>, followUp: { state: FollowUpState, method: string, url: string, status: number | null, error: string, attempts: number, nextAt: string | null } | null, shownValues: Array<{ name: string, value: string, isVerified: boolean }>, kinds: Array<{ eventType: string | null }> } | null };

export type ListenSubscriptionVariables = Exact<{
  triggerId: string | number;
  after?: string | null | undefined;
}>;


export type ListenSubscription = { listenForEvents:
    | { __typename: 'DeliveryReceived', cursor: string, isLookBack: boolean, delivery: { id: string, receivedAt: string, isTest: boolean, method: string, path: string, queryString: string, outcome: DeliveryOutcome, cause: RejectionCause | null, explanation: string, body: { size: number }, reply: { status: number }, kinds: Array<{ eventType: string | null }> } }
    | { __typename: 'ListenEnded', cursor: string, reason: ListenEndReason }
    | { __typename: 'ListenHeartbeat', cursor: string, at: string }
   };

export type CreateTriggerMutationVariables = Exact<{
  input: CreateTriggerInput;
}>;


export type CreateTriggerMutation = { createTrigger: { trigger: { id: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type UpdateBasicInfoMutationVariables = Exact<{
  input: UpdateBasicInfoInput;
}>;


export type UpdateBasicInfoMutation = { updateBasicInfo: { trigger: { id: string, updatedAt: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type UpdateWebhookSetupMutationVariables = Exact<{
  input: UpdateWebhookSetupInput;
}>;


export type UpdateWebhookSetupMutation = { updateWebhookSetup: { trigger: { id: string, updatedAt: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type UpdateWebhookResponseMutationVariables = Exact<{
  input: UpdateWebhookResponseInput;
}>;


export type UpdateWebhookResponseMutation = { updateWebhookResponse: { trigger: { id: string, updatedAt: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type UpdateEventHandlingMutationVariables = Exact<{
  input: UpdateEventHandlingInput;
}>;


export type UpdateEventHandlingMutation = { updateEventHandling: { trigger: { id: string, updatedAt: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type SendSetupRequestMutationVariables = Exact<{
  input: SendSetupRequestInput;
}>;


export type SendSetupRequestMutation = { sendSetupRequest: { registration: { id: string, state: RegistrationState, reason: string | null, isTest: boolean, isWanted: boolean, attempts: number, nextAttemptAt: string | null, expiresAt: string | null, renewsAt: string | null, providerUrl: string | null, webhookUrl: string | null, createdAt: string, updatedAt: string, credential: { id: string, userId: string, providerId: string | null } | null, exchange: { sentAt: string, problem: string | null, request: { method: string, url: string, body: string, headers: Array<{ name: string, value: string }> }, answer: { status: number, elapsedMs: number, body: string, headers: Array<{ name: string, value: string }> } | null } | null } | null, trigger: { id: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type ClearPersistedValuesMutationVariables = Exact<{
  input: ClearPersistedValuesInput;
}>;


export type ClearPersistedValuesMutation = { clearPersistedValues: { trigger: { id: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type SendSampleMutationVariables = Exact<{
  input: SendSampleDeliveryInput;
}>;


export type SendSampleMutation = { sendSampleDelivery: { delivery: { id: string, receivedAt: string, isTest: boolean, method: string, path: string, queryString: string, outcome: DeliveryOutcome, cause: RejectionCause | null, explanation: string, body: { size: number }, reply: { status: number }, kinds: Array<{ eventType: string | null }> } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type RunCodeMutationVariables = Exact<{
  input: RunCustomCodeInput;
}>;


export type RunCodeMutation = { runCustomCode: { result: { value: unknown, bytes: string | null, explanation: string, isVerified: boolean | null, isHandshake: boolean | null, cause: RejectionCause | null, persists: Array<string>, missingParameters: Array<string>, wallMilliseconds: number, cpuMilliseconds: number, console: Array<{ level: ConsoleLevel, text: string }>, error: { failure: CodeFailure, message: string, hint: string, line: number | null, column: number | null } | null, reply: { status: number, headers: Array<{ name: string, value: string }>, body: { base64: string, text: string | null, json: unknown, size: number } } | null } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type FinishTriggerMutationVariables = Exact<{
  input: FinishTriggerInput;
}>;


export type FinishTriggerMutation = { finishTrigger: { trigger: { id: string, status: TriggerStatus } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type DisableTriggerMutationVariables = Exact<{
  input: DisableTriggerInput;
}>;


export type DisableTriggerMutation = { disableTrigger: { trigger: { id: string, status: TriggerStatus } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type EnableTriggerMutationVariables = Exact<{
  input: EnableTriggerInput;
}>;


export type EnableTriggerMutation = { enableTrigger: { trigger: { id: string, status: TriggerStatus } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type DeleteTriggerMutationVariables = Exact<{
  input: DeleteTriggerInput;
}>;


export type DeleteTriggerMutation = { deleteTrigger: { deletedTriggerId: string | null, standing: Array<{ id: string, reason: string | null }>, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type WorkflowsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type WorkflowsQuery = { workflows: { edges: Array<{ node: { id: string, name: string, status: WorkflowStatus, stoppedReason: string | null, endpoint: string | null, createdAt: string, trigger: { id: string, name: string, integration: { id: string, name: string } } | null, dead: { edges: Array<{ node: { id: string } }> } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FinishedTriggersQueryVariables = Exact<{ [key: string]: never; }>;


export type FinishedTriggersQuery = { integrations: { edges: Array<{ node: { id: string, name: string, triggers: { edges: Array<{ node: { id: string, name: string, description: string } }> } } }> } };

export type WorkflowQueryVariables = Exact<{
  id: string | number;
}>;


export type WorkflowQuery = { workflow: { id: string, name: string, endpoint: string | null, isOrdered: boolean, status: WorkflowStatus, stoppedReason: string | null, createdAt: string, updatedAt: string, filter: { any: Array<{ all: Array<{ path: string, operator: FilterOperator, value: unknown }> }> } | null, secrets: Array<{ createdAt: string, expiresAt: string | null }>, trigger: { id: string, name: string, level: TriggerLevel, targetUrl: string, integration: { id: string, name: string, sandboxCredential: { id: string } | null } } | null, testData: { delivery: { id: string, receivedAt: string }, output: { sample: unknown, schema: unknown } } | null } | null };

export type WorkflowAccountsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type WorkflowAccountsQuery = { workflow: { id: string, accounts: { edges: Array<{ node: { id: string, userId: string, providerId: string | null, isSandbox: boolean, status: CredentialStatus, reason: string | null, expiresAt: string | null, createdAt: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type RunRowFragment = { id: string, state: RunState, attempt: number, status: number | null, error: string | null, createdAt: string, updatedAt: string, nextAttemptAt: string | null, workflow: { id: string, name: string } | null, credential: { id: string, userId: string } | null };

export type RunsQueryVariables = Exact<{
  workflowId?: string | number | null | undefined;
  state?: Array<RunState> | RunState | null | undefined;
  after?: string | null | undefined;
}>;


export type RunsQuery = { runs: { edges: Array<{ node: { id: string, state: RunState, attempt: number, status: number | null, error: string | null, createdAt: string, updatedAt: string, nextAttemptAt: string | null, workflow: { id: string, name: string } | null, credential: { id: string, userId: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RunQueryVariables = Exact<{
  id: string | number;
}>;


export type RunQuery = { run: { eventId: string, heldUntil: string | null, output: unknown, id: string, state: RunState, attempt: number, status: number | null, error: string | null, createdAt: string, updatedAt: string, nextAttemptAt: string | null, trigger: { id: string, name: string } | null, delivery: { id: string, receivedAt: string } | null, history: Array<{ number: number, at: string, elapsedMs: number, status: number | null, error: string | null, answer: string | null }>, workflow: { id: string, name: string } | null, credential: { id: string, userId: string } | null } | null };

export type TestStepSubscriptionVariables = Exact<{
  workflowId: string | number;
  after?: string | null | undefined;
}>;


export type TestStepSubscription = { testStep:
    | { __typename: 'DeliveryReceived', cursor: string, isLookBack: boolean, delivery: { id: string, receivedAt: string, isTest: boolean, method: string, path: string, queryString: string, outcome: DeliveryOutcome, cause: RejectionCause | null, explanation: string, body: { size: number }, reply: { status: number }, kinds: Array<{ eventType: string | null }> } }
    | { __typename: 'ListenEnded', cursor: string, reason: ListenEndReason }
    | { __typename: 'ListenHeartbeat', cursor: string, at: string }
    | { __typename: 'TestStepResult', cursor: string, isLookBack: boolean, leftOut: string | null, output: unknown, delivery: { id: string, receivedAt: string, isTest: boolean, method: string, path: string, queryString: string, outcome: DeliveryOutcome, cause: RejectionCause | null, explanation: string, body: { size: number }, reply: { status: number }, kinds: Array<{ eventType: string | null }> } }
    | { __typename: 'TestStepWaiting', cursor: string, text: string, targetUrl: string }
   };

export type CreateWorkflowMutationVariables = Exact<{
  input: CreateWorkflowInput;
}>;


export type CreateWorkflowMutation = { createWorkflow: { secret: string | null, workflow: { id: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type UpdateWorkflowMutationVariables = Exact<{
  input: UpdateWorkflowInput;
}>;


export type UpdateWorkflowMutation = { updateWorkflow: { workflow: { id: string, updatedAt: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type DeleteWorkflowMutationVariables = Exact<{
  input: DeleteWorkflowInput;
}>;


export type DeleteWorkflowMutation = { deleteWorkflow: { deletedWorkflowId: string | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type RotateWorkflowSecretMutationVariables = Exact<{
  input: RotateWorkflowSecretInput;
}>;


export type RotateWorkflowSecretMutation = { rotateWorkflowSecret: { secret: string | null, workflow: { id: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type ReplayDeliveryMutationVariables = Exact<{
  input: ReplayDeliveryInput;
}>;


export type ReplayDeliveryMutation = { replayDelivery: { delivery: { id: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type ReplayEventMutationVariables = Exact<{
  input: ReplayEventInput;
}>;


export type ReplayEventMutation = { replayEvent: { delivery: { id: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type ReplayIntoTestStepMutationVariables = Exact<{
  input: ReplayIntoTestStepInput;
}>;


export type ReplayIntoTestStepMutation = { replayIntoTestStep: { delivery: { id: string, outcome: DeliveryOutcome, explanation: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type RouteDeliveryMutationVariables = Exact<{
  input: RouteDeliveryInput;
}>;


export type RouteDeliveryMutation = { routeDelivery: { delivery: { id: string } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type RetryRunMutationVariables = Exact<{
  input: RetryRunInput;
}>;


export type RetryRunMutation = { retryRun: { run: { id: string, state: RunState } | null, errors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ProblemFragmentDoc = new TypedDocumentString(`
    fragment Problem on UserError {
  code
  message
  path
}
    `, {"fragmentName":"Problem"}) as unknown as TypedDocumentString<ProblemFragment, unknown>;
export const KvFragmentDoc = new TypedDocumentString(`
    fragment KV on KeyValue {
  name
  value
}
    `, {"fragmentName":"KV"}) as unknown as TypedDocumentString<KvFragment, unknown>;
export const AuthorizationPartsFragmentDoc = new TypedDocumentString(`
    fragment AuthorizationParts on RequestAuthorization {
  kind
  token
  username
  password
  entries {
    ...KV
  }
}
    fragment KV on KeyValue {
  name
  value
}`, {"fragmentName":"AuthorizationParts"}) as unknown as TypedDocumentString<AuthorizationPartsFragment, unknown>;
export const RequestPartsFragmentDoc = new TypedDocumentString(`
    fragment RequestParts on RequestTemplate {
  method
  url
  headers {
    ...KV
  }
  query {
    ...KV
  }
  body {
    kind
    contentType
    raw
    json
    form {
      ...KV
    }
  }
  authorization {
    ...AuthorizationParts
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment AuthorizationParts on RequestAuthorization {
  kind
  token
  username
  password
  entries {
    ...KV
  }
}`, {"fragmentName":"RequestParts"}) as unknown as TypedDocumentString<RequestPartsFragment, unknown>;
export const RulePartsFragmentDoc = new TypedDocumentString(`
    fragment RuleParts on HandshakeRule {
  name
  signed
  rejectStatus
  when {
    path
    equals
    isPresent
    oneOf
    prefix
  }
  require {
    ...KV
  }
  persist {
    ...KV
  }
  show {
    ...KV
  }
  reply {
    status
    text
    json
    echo
    headers {
      ...KV
    }
  }
  followUp {
    method
    url
    hosts
  }
}
    fragment KV on KeyValue {
  name
  value
}`, {"fragmentName":"RuleParts"}) as unknown as TypedDocumentString<RulePartsFragment, unknown>;
export const CodePartsFragmentDoc = new TypedDocumentString(`
    fragment CodeParts on CustomCode {
  code
  digestHeader
  parameters {
    ...KV
  }
}
    fragment KV on KeyValue {
  name
  value
}`, {"fragmentName":"CodeParts"}) as unknown as TypedDocumentString<CodePartsFragment, unknown>;
export const VerificationPartsFragmentDoc = new TypedDocumentString(`
    fragment VerificationParts on Verification {
  form
  scheme
  covers {
    body
    time
    url
  }
  secrets {
    name
    value
    until
  }
  basic {
    username
    password
  }
  token {
    bodyPath
    formField
    header
    prefix
    previousSecret
    previousSecretUntil
    query
    secret
  }
  hmac {
    algorithm
    bodyPath
    encoding
    formField
    header
    keyEncoding
    prefix
    previousSecret
    previousSecretUntil
    query
    secret
    signedContent
    timestampHeader
    timestampUnit
    toleranceSeconds
  }
  publicKey {
    algorithm
    bodyPath
    encoding
    formField
    header
    keyEncoding
    keyForm
    prefix
    previousPublicKey
    previousPublicKeyUntil
    publicKey
    query
    signedContent
    timestampHeader
    timestampUnit
    toleranceSeconds
  }
  jwt {
    algorithms
    audience
    bodyHashClaim
    bodyHashEncoding
    bodyPath
    formField
    header
    inBody
    issuer
    jwksUrl
    keyForm
    leewaySeconds
    maxAgeSeconds
    prefix
    publicKey
    query
    requiredClaims
    secret
  }
  provider {
    provider
    scheme
    secrets {
      name
      value
      until
    }
  }
  code {
    ...CodeParts
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment CodeParts on CustomCode {
  code
  digestHeader
  parameters {
    ...KV
  }
}`, {"fragmentName":"VerificationParts"}) as unknown as TypedDocumentString<VerificationPartsFragment, unknown>;
export const DeliveryRowFragmentDoc = new TypedDocumentString(`
    fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
  kinds: verdicts {
    eventType
  }
}
    `, {"fragmentName":"DeliveryRow"}) as unknown as TypedDocumentString<DeliveryRowFragment, unknown>;
export const BodyPartsFragmentDoc = new TypedDocumentString(`
    fragment BodyParts on DeliveryBody {
  base64
  text
  json
  size
}
    `, {"fragmentName":"BodyParts"}) as unknown as TypedDocumentString<BodyPartsFragment, unknown>;
export const AccountFragmentDoc = new TypedDocumentString(`
    fragment Account on Credential {
  id
  userId
  providerId
  isSandbox
  status
  reason
  expiresAt
  createdAt
}
    `, {"fragmentName":"Account"}) as unknown as TypedDocumentString<AccountFragment, unknown>;
export const PreviewedPartsFragmentDoc = new TypedDocumentString(`
    fragment PreviewedParts on PreviewedVerdict {
  outcome
  cause
  explanation
  events
  providerIds
}
    `, {"fragmentName":"PreviewedParts"}) as unknown as TypedDocumentString<PreviewedPartsFragment, unknown>;
export const ExchangePartsFragmentDoc = new TypedDocumentString(`
    fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}`, {"fragmentName":"ExchangeParts"}) as unknown as TypedDocumentString<ExchangePartsFragment, unknown>;
export const RegistrationPartsFragmentDoc = new TypedDocumentString(`
    fragment RegistrationParts on Registration {
  id
  state
  reason
  isTest
  isWanted
  attempts
  nextAttemptAt
  expiresAt
  renewsAt
  providerUrl
  webhookUrl
  createdAt
  updatedAt
  credential {
    id
    userId
    providerId
  }
  exchange {
    ...ExchangeParts
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}`, {"fragmentName":"RegistrationParts"}) as unknown as TypedDocumentString<RegistrationPartsFragment, unknown>;
export const RunRowFragmentDoc = new TypedDocumentString(`
    fragment RunRow on Run {
  id
  state
  attempt
  status
  error
  createdAt
  updatedAt
  nextAttemptAt
  workflow {
    id
    name
  }
  credential {
    id
    userId
  }
}
    `, {"fragmentName":"RunRow"}) as unknown as TypedDocumentString<RunRowFragment, unknown>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    ... on Editor {
      project {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const IntegrationsDocument = new TypedDocumentString(`
    query Integrations($after: String) {
  integrations(first: 50, after: $after) {
    edges {
      node {
        id
        name
        slug
        apiBaseUrl
        createdAt
        provider {
          slug
          name
        }
        sandboxCredential {
          id
        }
        triggers(first: 100) {
          edges {
            node {
              id
              status
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<IntegrationsQuery, IntegrationsQueryVariables>;
export const CatalogDocument = new TypedDocumentString(`
    query Catalog($search: String, $after: String) {
  providers(search: $search, first: 60, after: $after) {
    edges {
      node {
        slug
        name
        description
        level
        creation
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<CatalogQuery, CatalogQueryVariables>;
export const CatalogEntryDocument = new TypedDocumentString(`
    query CatalogEntry($slug: String!) {
  provider(slug: $slug) {
    slug
    name
    description
    documentation
    apiBaseUrl
    level
    creation
    manual
    notes
    fields {
      name
      label
      help
      isSecret
    }
    secrets {
      name
      label
      help
      value
    }
    schemes {
      slug
      name
      covers {
        body
        time
        url
      }
    }
    handshakes {
      name
    }
    routing
  }
}
    `) as unknown as TypedDocumentString<CatalogEntryQuery, CatalogEntryQueryVariables>;
export const IntegrationDocument = new TypedDocumentString(`
    query Integration($id: ID!) {
  integration(id: $id) {
    id
    name
    slug
    apiBaseUrl
    webhookUrl
    createdAt
    provider {
      slug
      name
      documentation
      manual
      notes
      fields {
        name
        label
        help
        isSecret
      }
      authorization {
        ...AuthorizationParts
      }
    }
    authorization {
      accountValues
      scheme {
        ...AuthorizationParts
      }
    }
    oauth {
      authorizeUrl
      tokenUrl
      revokeUrl
      redirectUrl
      clientId
      clientSecret
      clientAuthentication
      grant
      scopes
      scopeSeparator
      usesPkce
      missing
      extra {
        ...KV
      }
    }
    providerIdLookup {
      value
      request {
        ...RequestParts
      }
    }
    sandboxCredential {
      ...Account
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment AuthorizationParts on RequestAuthorization {
  kind
  token
  username
  password
  entries {
    ...KV
  }
}
fragment RequestParts on RequestTemplate {
  method
  url
  headers {
    ...KV
  }
  query {
    ...KV
  }
  body {
    kind
    contentType
    raw
    json
    form {
      ...KV
    }
  }
  authorization {
    ...AuthorizationParts
  }
}
fragment Account on Credential {
  id
  userId
  providerId
  isSandbox
  status
  reason
  expiresAt
  createdAt
}`) as unknown as TypedDocumentString<IntegrationQuery, IntegrationQueryVariables>;
export const AccountExchangeDocument = new TypedDocumentString(`
    query AccountExchange($id: ID!) {
  node(id: $id) {
    ... on Credential {
      id
      exchange {
        ...ExchangeParts
      }
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}`) as unknown as TypedDocumentString<AccountExchangeQuery, AccountExchangeQueryVariables>;
export const AccountsDocument = new TypedDocumentString(`
    query Accounts($id: ID!, $after: String) {
  integration(id: $id) {
    id
    credentials(first: 50, after: $after) {
      edges {
        node {
          ...Account
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Account on Credential {
  id
  userId
  providerId
  isSandbox
  status
  reason
  expiresAt
  createdAt
}`) as unknown as TypedDocumentString<AccountsQuery, AccountsQueryVariables>;
export const TriggersDocument = new TypedDocumentString(`
    query Triggers($id: ID!, $after: String) {
  integration(id: $id) {
    id
    triggers(first: 50, after: $after) {
      edges {
        node {
          id
          name
          description
          status
          level
          creation
          hasDraft
          updatedAt
          wizard {
            stepsRemaining
          }
          sample {
            id
            receivedAt
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TriggersQuery, TriggersQueryVariables>;
export const UnroutedDocument = new TypedDocumentString(`
    query Unrouted($id: ID!, $after: String) {
  integration(id: $id) {
    id
    unrouted(first: 30, after: $after) {
      edges {
        node {
          ...DeliveryRow
          verdicts {
            providerIds
          }
          nearMisses {
            message
            credential {
              id
              userId
              providerId
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
  kinds: verdicts {
    eventType
  }
}`) as unknown as TypedDocumentString<UnroutedQuery, UnroutedQueryVariables>;
export const CreateIntegrationDocument = new TypedDocumentString(`
    mutation CreateIntegration($input: CreateIntegrationInput!) {
  createIntegration(input: $input) {
    integration {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<CreateIntegrationMutation, CreateIntegrationMutationVariables>;
export const UpdateIntegrationDocument = new TypedDocumentString(`
    mutation UpdateIntegration($input: UpdateIntegrationInput!) {
  updateIntegration(input: $input) {
    integration {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<UpdateIntegrationMutation, UpdateIntegrationMutationVariables>;
export const DeleteIntegrationDocument = new TypedDocumentString(`
    mutation DeleteIntegration($input: DeleteIntegrationInput!) {
  deleteIntegration(input: $input) {
    deletedIntegrationId
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<DeleteIntegrationMutation, DeleteIntegrationMutationVariables>;
export const ConnectAccountDocument = new TypedDocumentString(`
    mutation ConnectAccount($input: ConnectAccountInput!) {
  connectAccount(input: $input) {
    credential {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<ConnectAccountMutation, ConnectAccountMutationVariables>;
export const DisconnectAccountDocument = new TypedDocumentString(`
    mutation DisconnectAccount($input: DisconnectAccountInput!) {
  disconnectAccount(input: $input) {
    credential {
      id
      status
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<DisconnectAccountMutation, DisconnectAccountMutationVariables>;
export const StartOAuthDocument = new TypedDocumentString(`
    mutation StartOAuth($input: StartOAuthInput!) {
  startOAuth(input: $input) {
    authorizationUrl
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<StartOAuthMutation, StartOAuthMutationVariables>;
export const LookUpProviderIdDocument = new TypedDocumentString(`
    mutation LookUpProviderId($input: LookUpProviderIdInput!) {
  lookUpProviderId(input: $input) {
    credential {
      id
      providerId
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<LookUpProviderIdMutation, LookUpProviderIdMutationVariables>;
export const RefreshAccountDocument = new TypedDocumentString(`
    mutation RefreshAccount($input: RefreshAccountInput!) {
  refreshAccount(input: $input) {
    credential {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RefreshAccountMutation, RefreshAccountMutationVariables>;
export const SettingsDocument = new TypedDocumentString(`
    query Settings {
  viewer {
    ... on Editor {
      project {
        id
        name
        createdAt
        secrets {
          name
          updatedAt
        }
        editorTokens {
          id
          name
          createdAt
          revokedAt
        }
        userTokenKeys {
          id
          name
          algorithm
          createdAt
          revokedAt
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SettingsQuery, SettingsQueryVariables>;
export const SecretNamesDocument = new TypedDocumentString(`
    query SecretNames {
  viewer {
    ... on Editor {
      project {
        id
        secrets {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SecretNamesQuery, SecretNamesQueryVariables>;
export const SetSecretDocument = new TypedDocumentString(`
    mutation SetSecret($input: SetSecretInput!) {
  setSecret(input: $input) {
    secret {
      name
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<SetSecretMutation, SetSecretMutationVariables>;
export const DeleteSecretDocument = new TypedDocumentString(`
    mutation DeleteSecret($input: DeleteSecretInput!) {
  deleteSecret(input: $input) {
    deletedName
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<DeleteSecretMutation, DeleteSecretMutationVariables>;
export const CreateEditorTokenDocument = new TypedDocumentString(`
    mutation CreateEditorToken($input: CreateEditorTokenInput!) {
  createEditorToken(input: $input) {
    token
    editorToken {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<CreateEditorTokenMutation, CreateEditorTokenMutationVariables>;
export const RevokeEditorTokenDocument = new TypedDocumentString(`
    mutation RevokeEditorToken($input: RevokeEditorTokenInput!) {
  revokeEditorToken(input: $input) {
    editorToken {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RevokeEditorTokenMutation, RevokeEditorTokenMutationVariables>;
export const CreateUserTokenKeyDocument = new TypedDocumentString(`
    mutation CreateUserTokenKey($input: CreateUserTokenKeyInput!) {
  createUserTokenKey(input: $input) {
    userTokenKey {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<CreateUserTokenKeyMutation, CreateUserTokenKeyMutationVariables>;
export const RevokeUserTokenKeyDocument = new TypedDocumentString(`
    mutation RevokeUserTokenKey($input: RevokeUserTokenKeyInput!) {
  revokeUserTokenKey(input: $input) {
    userTokenKey {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RevokeUserTokenKeyMutation, RevokeUserTokenKeyMutationVariables>;
export const DiagnoseDocument = new TypedDocumentString(`
    mutation Diagnose($input: DiagnoseSignatureInput!) {
  diagnoseSignature(input: $input) {
    diagnosis {
      explanation
      tried
      findings {
        explanation
        changes
        isStale
        secretName
        verification
        covers {
          body
          time
          url
        }
        providers {
          name
        }
      }
      hints {
        code
        message
      }
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<DiagnoseMutation, DiagnoseMutationVariables>;
export const ApplyDiagnosisDocument = new TypedDocumentString(`
    mutation ApplyDiagnosis($input: ApplyDiagnosisInput!) {
  applyDiagnosis(input: $input) {
    trigger {
      id
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<ApplyDiagnosisMutation, ApplyDiagnosisMutationVariables>;
export const PreviewHandlingDocument = new TypedDocumentString(`
    mutation PreviewHandling($input: PreviewHandlingInput!) {
  previewHandling(input: $input) {
    preview {
      changed
      deliveries {
        isChanged
        delivery {
          id
          receivedAt
        }
        before {
          ...PreviewedParts
        }
        after {
          ...PreviewedParts
        }
      }
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment PreviewedParts on PreviewedVerdict {
  outcome
  cause
  explanation
  events
  providerIds
}`) as unknown as TypedDocumentString<PreviewHandlingMutation, PreviewHandlingMutationVariables>;
export const RetryRegistrationDocument = new TypedDocumentString(`
    mutation RetryRegistration($input: RetryRegistrationInput!) {
  retryRegistration(input: $input) {
    registration {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RetryRegistrationMutation, RetryRegistrationMutationVariables>;
export const MarkRegistrationRemovedDocument = new TypedDocumentString(`
    mutation MarkRegistrationRemoved($input: MarkRegistrationRemovedInput!) {
  markRegistrationRemoved(input: $input) {
    registration {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<MarkRegistrationRemovedMutation, MarkRegistrationRemovedMutationVariables>;
export const ReconcileDocument = new TypedDocumentString(`
    mutation Reconcile($input: ReconcileRegistrationsInput!) {
  reconcileRegistrations(input: $input) {
    listed
    findings {
      id
      kind
      explanation
      providerWebhookUrl
      providerState
    }
    exchange {
      ...ExchangeParts
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment KV on KeyValue {
  name
  value
}
fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}`) as unknown as TypedDocumentString<ReconcileMutation, ReconcileMutationVariables>;
export const FixFindingDocument = new TypedDocumentString(`
    mutation FixFinding($input: FixRegistrationFindingInput!) {
  fixRegistrationFinding(input: $input) {
    registration {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<FixFindingMutation, FixFindingMutationVariables>;
export const EnableWorkflowDocument = new TypedDocumentString(`
    mutation EnableWorkflow($input: EnableWorkflowInput!) {
  enableWorkflow(input: $input) {
    registration {
      id
      state
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<EnableWorkflowMutation, EnableWorkflowMutationVariables>;
export const DisableWorkflowDocument = new TypedDocumentString(`
    mutation DisableWorkflow($input: DisableWorkflowInput!) {
  disableWorkflow(input: $input) {
    registration {
      id
      state
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<DisableWorkflowMutation, DisableWorkflowMutationVariables>;
export const TriggerDocument = new TypedDocumentString(`
    query Trigger($id: ID!) {
  trigger(id: $id) {
    id
    name
    description
    creation
    level
    status
    hasDraft
    providerSlug
    targetUrl
    updatedAt
    integration {
      id
      name
      slug
      apiBaseUrl
      webhookUrl
      provider {
        slug
        name
        manual
        documentation
        notes
        secrets {
          name
          label
          help
          value
        }
        schemes {
          slug
          name
          secretNames
          covers {
            body
            time
            url
          }
        }
        examples {
          name
        }
      }
      sandboxCredential {
        id
        userId
        providerId
      }
    }
    wizard {
      step
      stepsRemaining
      canFinish
      steps {
        step
        isComplete
        missing {
          ...Problem
        }
      }
    }
    finishImpact {
      registrations
      reasons
    }
    setup {
      keep {
        ...KV
      }
      request {
        ...RequestParts
      }
      teardown {
        ...RequestParts
      }
      renewal {
        every
        expiresAt
        request {
          ...RequestParts
        }
      }
      listing {
        items
        id
        url
        keptAs
        state
        active
        request {
          ...RequestParts
        }
      }
    }
    response {
      kind
      rejectedStatus
      acknowledgement {
        status
        text
        json
        headers {
          ...KV
        }
      }
      code {
        ...CodeParts
      }
      handshakes {
        ...RuleParts
      }
    }
    handling {
      routing
      deduplicationKey
      eventType
      filter {
        any {
          all {
            path
            operator
            value
          }
        }
      }
      verification {
        ...VerificationParts
      }
    }
    sample {
      ...DeliveryRow
    }
    persistedValues {
      name
      scope
      writtenAt
    }
    shownValues {
      name
      value
      at
      isVerified
      replacements
      deliveryId
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment KV on KeyValue {
  name
  value
}
fragment AuthorizationParts on RequestAuthorization {
  kind
  token
  username
  password
  entries {
    ...KV
  }
}
fragment RequestParts on RequestTemplate {
  method
  url
  headers {
    ...KV
  }
  query {
    ...KV
  }
  body {
    kind
    contentType
    raw
    json
    form {
      ...KV
    }
  }
  authorization {
    ...AuthorizationParts
  }
}
fragment RuleParts on HandshakeRule {
  name
  signed
  rejectStatus
  when {
    path
    equals
    isPresent
    oneOf
    prefix
  }
  require {
    ...KV
  }
  persist {
    ...KV
  }
  show {
    ...KV
  }
  reply {
    status
    text
    json
    echo
    headers {
      ...KV
    }
  }
  followUp {
    method
    url
    hosts
  }
}
fragment CodeParts on CustomCode {
  code
  digestHeader
  parameters {
    ...KV
  }
}
fragment VerificationParts on Verification {
  form
  scheme
  covers {
    body
    time
    url
  }
  secrets {
    name
    value
    until
  }
  basic {
    username
    password
  }
  token {
    bodyPath
    formField
    header
    prefix
    previousSecret
    previousSecretUntil
    query
    secret
  }
  hmac {
    algorithm
    bodyPath
    encoding
    formField
    header
    keyEncoding
    prefix
    previousSecret
    previousSecretUntil
    query
    secret
    signedContent
    timestampHeader
    timestampUnit
    toleranceSeconds
  }
  publicKey {
    algorithm
    bodyPath
    encoding
    formField
    header
    keyEncoding
    keyForm
    prefix
    previousPublicKey
    previousPublicKeyUntil
    publicKey
    query
    signedContent
    timestampHeader
    timestampUnit
    toleranceSeconds
  }
  jwt {
    algorithms
    audience
    bodyHashClaim
    bodyHashEncoding
    bodyPath
    formField
    header
    inBody
    issuer
    jwksUrl
    keyForm
    leewaySeconds
    maxAgeSeconds
    prefix
    publicKey
    query
    requiredClaims
    secret
  }
  provider {
    provider
    scheme
    secrets {
      name
      value
      until
    }
  }
  code {
    ...CodeParts
  }
}
fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
  kinds: verdicts {
    eventType
  }
}`) as unknown as TypedDocumentString<TriggerQuery, TriggerQueryVariables>;
export const VariablesDocument = new TypedDocumentString(`
    query Variables($id: ID!, $step: WizardStep!) {
  trigger(id: $id) {
    id
    variables(step: $step) {
      name
      label
      variables {
        path
        label
        sample
        isSecret
      }
    }
  }
}
    `) as unknown as TypedDocumentString<VariablesQuery, VariablesQueryVariables>;
export const UserUrlDocument = new TypedDocumentString(`
    query UserUrl($id: ID!, $credential: ID!) {
  trigger(id: $id) {
    id
    userTargetUrl(credentialId: $credential)
  }
}
    `) as unknown as TypedDocumentString<UserUrlQuery, UserUrlQueryVariables>;
export const ReadyHandshakesDocument = new TypedDocumentString(`
    query ReadyHandshakes {
  readyHandshakes {
    name
    description
    source
    parameters {
      name
      description
    }
    rule {
      ...RuleParts
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment RuleParts on HandshakeRule {
  name
  signed
  rejectStatus
  when {
    path
    equals
    isPresent
    oneOf
    prefix
  }
  require {
    ...KV
  }
  persist {
    ...KV
  }
  show {
    ...KV
  }
  reply {
    status
    text
    json
    echo
    headers {
      ...KV
    }
  }
  followUp {
    method
    url
    hosts
  }
}`) as unknown as TypedDocumentString<ReadyHandshakesQuery, ReadyHandshakesQueryVariables>;
export const ResponsePreviewDocument = new TypedDocumentString(`
    query ResponsePreview($id: ID!) {
  trigger(id: $id) {
    id
    responsePreview {
      problem
      reply {
        status
        headers {
          ...KV
        }
        body {
          ...BodyParts
        }
      }
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment BodyParts on DeliveryBody {
  base64
  text
  json
  size
}`) as unknown as TypedDocumentString<ResponsePreviewQuery, ResponsePreviewQueryVariables>;
export const DeliveriesDocument = new TypedDocumentString(`
    query Deliveries($id: ID!, $outcome: [DeliveryOutcome!], $after: String) {
  trigger(id: $id) {
    id
    name
    deliveries(outcome: $outcome, first: 30, after: $after) {
      edges {
        node {
          ...DeliveryRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
  kinds: verdicts {
    eventType
  }
}`) as unknown as TypedDocumentString<DeliveriesQuery, DeliveriesQueryVariables>;
export const RegistrationsDocument = new TypedDocumentString(`
    query Registrations($id: ID!, $after: String) {
  trigger(id: $id) {
    id
    name
    level
    registrations(first: 30, after: $after) {
      edges {
        node {
          ...RegistrationParts
          history {
            deed
            exchange {
              ...ExchangeParts
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}
fragment RegistrationParts on Registration {
  id
  state
  reason
  isTest
  isWanted
  attempts
  nextAttemptAt
  expiresAt
  renewsAt
  providerUrl
  webhookUrl
  createdAt
  updatedAt
  credential {
    id
    userId
    providerId
  }
  exchange {
    ...ExchangeParts
  }
}`) as unknown as TypedDocumentString<RegistrationsQuery, RegistrationsQueryVariables>;
export const LastSetupDocument = new TypedDocumentString(`
    query LastSetup($id: ID!) {
  trigger(id: $id) {
    id
    registrations(first: 10) {
      edges {
        node {
          ...RegistrationParts
        }
      }
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}
fragment RegistrationParts on Registration {
  id
  state
  reason
  isTest
  isWanted
  attempts
  nextAttemptAt
  expiresAt
  renewsAt
  providerUrl
  webhookUrl
  createdAt
  updatedAt
  credential {
    id
    userId
    providerId
  }
  exchange {
    ...ExchangeParts
  }
}`) as unknown as TypedDocumentString<LastSetupQuery, LastSetupQueryVariables>;
export const DeliveryDocument = new TypedDocumentString(`
    query Delivery($id: ID!) {
  delivery(id: $id) {
    ...DeliveryRow
    headers {
      ...KV
    }
    query {
      ...KV
    }
    body {
      ...BodyParts
    }
    reply {
      status
      headers {
        ...KV
      }
      body {
        ...BodyParts
      }
    }
    verdicts {
      outcome
      cause
      explanation
      isVerified
      providerIds
      trigger {
        id
        name
      }
      events {
        id
        credential {
          id
          userId
          providerId
        }
        runs {
          id
          state
          workflow {
            id
            name
          }
        }
      }
      leftOut {
        reason
        workflow {
          id
          name
        }
      }
    }
    isReplay
    replayOf {
      id
      receivedAt
    }
    nearMisses {
      message
      path
      kind
      credential {
        id
        userId
        providerId
      }
    }
    duplicateOf {
      id
      receivedAt
    }
    console {
      level
      purpose
      text
    }
    followUp {
      state
      method
      url
      status
      error
      attempts
      nextAt
    }
    shownValues {
      name
      value
      isVerified
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
  kinds: verdicts {
    eventType
  }
}
fragment BodyParts on DeliveryBody {
  base64
  text
  json
  size
}`) as unknown as TypedDocumentString<DeliveryQuery, DeliveryQueryVariables>;
export const ListenDocument = new TypedDocumentString(`
    subscription Listen($triggerId: ID!, $after: String) {
  listenForEvents(triggerId: $triggerId, after: $after) {
    __typename
    ... on DeliveryReceived {
      cursor
      isLookBack
      delivery {
        ...DeliveryRow
      }
    }
    ... on ListenHeartbeat {
      cursor
      at
    }
    ... on ListenEnded {
      cursor
      reason
    }
  }
}
    fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
  kinds: verdicts {
    eventType
  }
}`) as unknown as TypedDocumentString<ListenSubscription, ListenSubscriptionVariables>;
export const CreateTriggerDocument = new TypedDocumentString(`
    mutation CreateTrigger($input: CreateTriggerInput!) {
  createTrigger(input: $input) {
    trigger {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<CreateTriggerMutation, CreateTriggerMutationVariables>;
export const UpdateBasicInfoDocument = new TypedDocumentString(`
    mutation UpdateBasicInfo($input: UpdateBasicInfoInput!) {
  updateBasicInfo(input: $input) {
    trigger {
      id
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<UpdateBasicInfoMutation, UpdateBasicInfoMutationVariables>;
export const UpdateWebhookSetupDocument = new TypedDocumentString(`
    mutation UpdateWebhookSetup($input: UpdateWebhookSetupInput!) {
  updateWebhookSetup(input: $input) {
    trigger {
      id
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<UpdateWebhookSetupMutation, UpdateWebhookSetupMutationVariables>;
export const UpdateWebhookResponseDocument = new TypedDocumentString(`
    mutation UpdateWebhookResponse($input: UpdateWebhookResponseInput!) {
  updateWebhookResponse(input: $input) {
    trigger {
      id
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<UpdateWebhookResponseMutation, UpdateWebhookResponseMutationVariables>;
export const UpdateEventHandlingDocument = new TypedDocumentString(`
    mutation UpdateEventHandling($input: UpdateEventHandlingInput!) {
  updateEventHandling(input: $input) {
    trigger {
      id
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<UpdateEventHandlingMutation, UpdateEventHandlingMutationVariables>;
export const SendSetupRequestDocument = new TypedDocumentString(`
    mutation SendSetupRequest($input: SendSetupRequestInput!) {
  sendSetupRequest(input: $input) {
    registration {
      ...RegistrationParts
    }
    trigger {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment KV on KeyValue {
  name
  value
}
fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}
fragment RegistrationParts on Registration {
  id
  state
  reason
  isTest
  isWanted
  attempts
  nextAttemptAt
  expiresAt
  renewsAt
  providerUrl
  webhookUrl
  createdAt
  updatedAt
  credential {
    id
    userId
    providerId
  }
  exchange {
    ...ExchangeParts
  }
}`) as unknown as TypedDocumentString<SendSetupRequestMutation, SendSetupRequestMutationVariables>;
export const ClearPersistedValuesDocument = new TypedDocumentString(`
    mutation ClearPersistedValues($input: ClearPersistedValuesInput!) {
  clearPersistedValues(input: $input) {
    trigger {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<ClearPersistedValuesMutation, ClearPersistedValuesMutationVariables>;
export const SendSampleDocument = new TypedDocumentString(`
    mutation SendSample($input: SendSampleDeliveryInput!) {
  sendSampleDelivery(input: $input) {
    delivery {
      ...DeliveryRow
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
  kinds: verdicts {
    eventType
  }
}`) as unknown as TypedDocumentString<SendSampleMutation, SendSampleMutationVariables>;
export const RunCodeDocument = new TypedDocumentString(`
    mutation RunCode($input: RunCustomCodeInput!) {
  runCustomCode(input: $input) {
    result {
      value
      bytes
      explanation
      isVerified
      isHandshake
      cause
      persists
      missingParameters
      wallMilliseconds
      cpuMilliseconds
      console {
        level
        text
      }
      error {
        failure
        message
        hint
        line
        column
      }
      reply {
        status
        headers {
          ...KV
        }
        body {
          ...BodyParts
        }
      }
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment KV on KeyValue {
  name
  value
}
fragment BodyParts on DeliveryBody {
  base64
  text
  json
  size
}`) as unknown as TypedDocumentString<RunCodeMutation, RunCodeMutationVariables>;
export const FinishTriggerDocument = new TypedDocumentString(`
    mutation FinishTrigger($input: FinishTriggerInput!) {
  finishTrigger(input: $input) {
    trigger {
      id
      status
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<FinishTriggerMutation, FinishTriggerMutationVariables>;
export const DisableTriggerDocument = new TypedDocumentString(`
    mutation DisableTrigger($input: DisableTriggerInput!) {
  disableTrigger(input: $input) {
    trigger {
      id
      status
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<DisableTriggerMutation, DisableTriggerMutationVariables>;
export const EnableTriggerDocument = new TypedDocumentString(`
    mutation EnableTrigger($input: EnableTriggerInput!) {
  enableTrigger(input: $input) {
    trigger {
      id
      status
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<EnableTriggerMutation, EnableTriggerMutationVariables>;
export const DeleteTriggerDocument = new TypedDocumentString(`
    mutation DeleteTrigger($input: DeleteTriggerInput!) {
  deleteTrigger(input: $input) {
    deletedTriggerId
    standing {
      id
      reason
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<DeleteTriggerMutation, DeleteTriggerMutationVariables>;
export const WorkflowsDocument = new TypedDocumentString(`
    query Workflows($after: String) {
  workflows(first: 50, after: $after) {
    edges {
      node {
        id
        name
        status
        stoppedReason
        endpoint
        createdAt
        trigger {
          id
          name
          integration {
            id
            name
          }
        }
        dead: runs(first: 1, state: [DEAD]) {
          edges {
            node {
              id
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<WorkflowsQuery, WorkflowsQueryVariables>;
export const FinishedTriggersDocument = new TypedDocumentString(`
    query FinishedTriggers {
  integrations(first: 100) {
    edges {
      node {
        id
        name
        triggers(status: ACTIVE, first: 100) {
          edges {
            node {
              id
              name
              description
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FinishedTriggersQuery, FinishedTriggersQueryVariables>;
export const WorkflowDocument = new TypedDocumentString(`
    query Workflow($id: ID!) {
  workflow(id: $id) {
    id
    name
    endpoint
    isOrdered
    status
    stoppedReason
    createdAt
    updatedAt
    filter {
      any {
        all {
          path
          operator
          value
        }
      }
    }
    secrets {
      createdAt
      expiresAt
    }
    trigger {
      id
      name
      level
      targetUrl
      integration {
        id
        name
        sandboxCredential {
          id
        }
      }
    }
    testData {
      delivery {
        id
        receivedAt
      }
      output {
        sample
        schema
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WorkflowQuery, WorkflowQueryVariables>;
export const WorkflowAccountsDocument = new TypedDocumentString(`
    query WorkflowAccounts($id: ID!, $after: String) {
  workflow(id: $id) {
    id
    accounts(first: 50, after: $after) {
      edges {
        node {
          ...Account
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Account on Credential {
  id
  userId
  providerId
  isSandbox
  status
  reason
  expiresAt
  createdAt
}`) as unknown as TypedDocumentString<WorkflowAccountsQuery, WorkflowAccountsQueryVariables>;
export const RunsDocument = new TypedDocumentString(`
    query Runs($workflowId: ID, $state: [RunState!], $after: String) {
  runs(workflowId: $workflowId, state: $state, first: 30, after: $after) {
    edges {
      node {
        ...RunRow
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment RunRow on Run {
  id
  state
  attempt
  status
  error
  createdAt
  updatedAt
  nextAttemptAt
  workflow {
    id
    name
  }
  credential {
    id
    userId
  }
}`) as unknown as TypedDocumentString<RunsQuery, RunsQueryVariables>;
export const RunDocument = new TypedDocumentString(`
    query Run($id: ID!) {
  run(id: $id) {
    ...RunRow
    eventId
    heldUntil
    output
    trigger {
      id
      name
    }
    delivery {
      id
      receivedAt
    }
    history {
      number
      at
      elapsedMs
      status
      error
      answer
    }
  }
}
    fragment RunRow on Run {
  id
  state
  attempt
  status
  error
  createdAt
  updatedAt
  nextAttemptAt
  workflow {
    id
    name
  }
  credential {
    id
    userId
  }
}`) as unknown as TypedDocumentString<RunQuery, RunQueryVariables>;
export const TestStepDocument = new TypedDocumentString(`
    subscription TestStep($workflowId: ID!, $after: String) {
  testStep(workflowId: $workflowId, after: $after) {
    __typename
    ... on TestStepWaiting {
      cursor
      text
      targetUrl
    }
    ... on DeliveryReceived {
      cursor
      isLookBack
      delivery {
        ...DeliveryRow
      }
    }
    ... on TestStepResult {
      cursor
      isLookBack
      leftOut
      output
      delivery {
        ...DeliveryRow
      }
    }
    ... on ListenHeartbeat {
      cursor
      at
    }
    ... on ListenEnded {
      cursor
      reason
    }
  }
}
    fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
  kinds: verdicts {
    eventType
  }
}`) as unknown as TypedDocumentString<TestStepSubscription, TestStepSubscriptionVariables>;
export const CreateWorkflowDocument = new TypedDocumentString(`
    mutation CreateWorkflow($input: CreateWorkflowInput!) {
  createWorkflow(input: $input) {
    secret
    workflow {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<CreateWorkflowMutation, CreateWorkflowMutationVariables>;
export const UpdateWorkflowDocument = new TypedDocumentString(`
    mutation UpdateWorkflow($input: UpdateWorkflowInput!) {
  updateWorkflow(input: $input) {
    workflow {
      id
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<UpdateWorkflowMutation, UpdateWorkflowMutationVariables>;
export const DeleteWorkflowDocument = new TypedDocumentString(`
    mutation DeleteWorkflow($input: DeleteWorkflowInput!) {
  deleteWorkflow(input: $input) {
    deletedWorkflowId
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<DeleteWorkflowMutation, DeleteWorkflowMutationVariables>;
export const RotateWorkflowSecretDocument = new TypedDocumentString(`
    mutation RotateWorkflowSecret($input: RotateWorkflowSecretInput!) {
  rotateWorkflowSecret(input: $input) {
    secret
    workflow {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RotateWorkflowSecretMutation, RotateWorkflowSecretMutationVariables>;
export const ReplayDeliveryDocument = new TypedDocumentString(`
    mutation ReplayDelivery($input: ReplayDeliveryInput!) {
  replayDelivery(input: $input) {
    delivery {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<ReplayDeliveryMutation, ReplayDeliveryMutationVariables>;
export const ReplayEventDocument = new TypedDocumentString(`
    mutation ReplayEvent($input: ReplayEventInput!) {
  replayEvent(input: $input) {
    delivery {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<ReplayEventMutation, ReplayEventMutationVariables>;
export const ReplayIntoTestStepDocument = new TypedDocumentString(`
    mutation ReplayIntoTestStep($input: ReplayIntoTestStepInput!) {
  replayIntoTestStep(input: $input) {
    delivery {
      id
      outcome
      explanation
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<ReplayIntoTestStepMutation, ReplayIntoTestStepMutationVariables>;
export const RouteDeliveryDocument = new TypedDocumentString(`
    mutation RouteDelivery($input: RouteDeliveryInput!) {
  routeDelivery(input: $input) {
    delivery {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RouteDeliveryMutation, RouteDeliveryMutationVariables>;
export const RetryRunDocument = new TypedDocumentString(`
    mutation RetryRun($input: RetryRunInput!) {
  retryRun(input: $input) {
    run {
      id
      state
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<RetryRunMutation, RetryRunMutationVariables>;
"""The domain's words as GraphQL enums: every value described, once, here.

Knows names and descriptions; leaves out what the words do. The values are the domain's own.
"""

from collections.abc import Mapping
from enum import Enum

import strawberry

from domain.connections.credentials import CredentialStatus
from domain.connections.oauth_app import ClientAuthentication, OAuthGrant
from domain.deliveries.follow_ups import FollowUpState
from domain.deliveries.listening import EndReason
from domain.deliveries.near_misses import Miss
from domain.errors import ProblemCode
from domain.registrations.comparing import FindingKind
from domain.registrations.requests import AuthorizationKind, BodyKind
from domain.registrations.states import Deed, RegistrationState
from domain.replays.wanted import ReplayKind, ReplayState
from domain.runs.states import RunState, WorkflowStatus
from domain.signatures.doctor import HintCode
from domain.templates.operators import Operator
from domain.verdict import Outcome, RejectionCause
from domain.wizard.description import Creation, Level, ResponseKind
from domain.wizard.forms import (
    Algorithm,
    JwtAlgorithm,
    KeyEncoding,
    KeyForm,
    PublicKeyAlgorithm,
    SignatureEncoding,
    TimestampUnit,
)
from domain.wizard.status import TriggerStatus
from domain.wizard.steps import Step


def describe(kind: type[Enum], name: str, about: str, values: Mapping[Enum, str]) -> None:
    """Make an enum of the domain known to GraphQL. Raises KeyError when a value has no description."""
    strawberry.enum(kind, name=name, description=about)
    definition = kind.__strawberry_definition__  # type: ignore[attr-defined]
    for value in definition.values:
        value.description = values[kind[value.name]]


describe(
    ProblemCode,
    "UserErrorCode",
    "What kind of thing is wrong with an input. More values may come.",
    {
        ProblemCode.REQUIRED: "A value is missing.",
        ProblemCode.INVALID: "The value does not have the form that is needed.",
        ProblemCode.TOO_LONG: "The value is longer, larger or more than what is accepted.",
        ProblemCode.UNKNOWN_NAME: "A name is used that does not exist; the message has the nearest one.",
        ProblemCode.NOT_FOUND: "What the value names does not exist, or is not yours.",
        ProblemCode.TAKEN: "Another one has this name already.",
        ProblemCode.NOT_ALLOWED: "This may not be done as things stand.",
        ProblemCode.INCOMPLETE: "Something else must be completed first.",
        ProblemCode.FAILED: "It was tried and did not work.",
    },
)
describe(
    Outcome,
    "DeliveryOutcome",
    "How a delivery, or one trigger's part in it, ended. More values may come.",
    {
        Outcome.EVENT: "It was genuine and became at least one event.",
        Outcome.HANDSHAKE: "It was a provider's challenge, and was answered as one. Never an event.",
        Outcome.REJECTED: "It was refused; the cause says why.",
        Outcome.FILTERED: "It was genuine, and the trigger's filter left it out.",
        Outcome.UNROUTED: "It was genuine, and no connected account has its Provider ID yet.",
        Outcome.DUPLICATE: "It repeats an earlier event, by the trigger's de-duplication key.",
    },
)
describe(
    RejectionCause,
    "RejectionCause",
    "Why a delivery was refused. More values may come.",
    {
        RejectionCause.SIGNATURE_MISSING: "Where the signature should stand, there is nothing.",
        RejectionCause.SIGNATURE_MALFORMED: "The signature does not have the form that is expected.",
        RejectionCause.SIGNATURE_MISMATCH: "The signature is not that of these bytes under this secret.",
        RejectionCause.TIMESTAMP_MISSING: "Where the time of sending should stand, there is nothing.",
        RejectionCause.TIMESTAMP_MALFORMED: "The time of sending cannot be read.",
        RejectionCause.TIMESTAMP_OUTSIDE_TOLERANCE: "It was sent too long ago, or in the future.",
        RejectionCause.CREDENTIALS_MISSING: "There is no token, or no user name and password.",
        RejectionCause.CREDENTIALS_MISMATCH: "The token, or the user name and password, is another one.",
        RejectionCause.CLAIMS_MISMATCH: "The JSON Web Token lacks a claim, or is from or for somebody else.",
        RejectionCause.ADDRESS_NOT_ALLOWED: "It came from a network address that is not the provider's.",
        RejectionCause.SECRET_MISSING: "The secret that it would be verified with is not known yet.",
        RejectionCause.KEY_UNAVAILABLE: "The key that the provider publishes cannot be had now.",
        RejectionCause.CODE_FAILED: "The verification code failed, or returned what is no answer.",
        RejectionCause.CODE_UNAVAILABLE: "The custom code could not be run now.",
        RejectionCause.VERIFICATION_NOT_CONFIGURED: "The trigger does not say how payloads are validated.",
        RejectionCause.HANDSHAKE_REFUSED: "It was a challenge that failed its rule.",
        RejectionCause.ACCOUNT_UNKNOWN: "The address names no connected account.",
        RejectionCause.NO_TRIGGER: "No trigger listens at this address.",
        RejectionCause.TRIGGER_DISABLED: "The trigger is disabled.",
        RejectionCause.MALFORMED: "A part of the request cannot be read.",
        RejectionCause.BODY_TOO_LARGE: "The body is larger than what is accepted.",
        RejectionCause.HEADERS_TOO_LARGE: "The headers are larger than what is accepted.",
        RejectionCause.BODY_TOO_SLOW: "The body did not arrive in time.",
    },
)
describe(
    Creation,
    "TriggerCreation",
    "How the webhook comes to exist at the provider.",
    {
        Creation.API_REQUEST: "We create it, by a request to the provider's API.",
        Creation.MANUAL: "A person creates it in the provider's console, with an address to copy.",
    },
)
describe(
    Level,
    "TriggerLevel",
    "Whose webhook it is.",
    {
        Level.USER: "Each connected account has its own, at an address of its own.",
        Level.APP: "One serves all connected accounts; events are routed by Provider ID.",
    },
)
describe(
    ResponseKind,
    "ResponseKind",
    "What an ordinary delivery is answered. More values may come.",
    {
        ResponseKind.OK: "An empty 200.",
        ResponseKind.ECHO_BODY: "The same bytes back, with a content type that no browser runs.",
        ResponseKind.ACKNOWLEDGEMENT: "The status, headers and body that the provider wants to see.",
        ResponseKind.CODE: "What custom code returns.",
    },
)
describe(
    FollowUpState,
    "FollowUpState",
    "How far a follow-up is.",
    {
        FollowUpState.PENDING: "It is sent, or will be again.",
        FollowUpState.DONE: "It was answered 2xx.",
        FollowUpState.FAILED: "It was given up.",
    },
)
describe(
    BodyKind,
    "BodyKind",
    "How the body of a request is written.",
    {
        BodyKind.NONE: "There is no body.",
        BodyKind.JSON: "As JSON.",
        BodyKind.FORM: "As the fields of a form.",
        BodyKind.RAW: "As a text of any content type.",
    },
)
describe(
    AuthorizationKind,
    "AuthorizationKind",
    "How a request to the provider authorizes itself.",
    {
        AuthorizationKind.INHERIT: "As the integration does.",
        AuthorizationKind.NONE: "It does not.",
        AuthorizationKind.BEARER: "By a bearer token.",
        AuthorizationKind.BASIC: "By user name and password (HTTP basic).",
        AuthorizationKind.HEADERS: "By headers.",
        AuthorizationKind.QUERY: "By query parameters.",
    },
)
describe(
    Algorithm,
    "HmacAlgorithm",
    "The digest of an HMAC.",
    {
        Algorithm.MD5: "HMAC-MD5, for providers that offer nothing better.",
        Algorithm.SHA1: "HMAC-SHA1, for providers that offer nothing better.",
        Algorithm.SHA224: "HMAC-SHA224.",
        Algorithm.SHA256: "HMAC-SHA256.",
        Algorithm.SHA384: "HMAC-SHA384.",
        Algorithm.SHA512: "HMAC-SHA512.",
    },
)
describe(
    SignatureEncoding,
    "SignatureEncoding",
    "How the bytes of a signature are written.",
    {
        SignatureEncoding.HEX: "Hexadecimal, in either case.",
        SignatureEncoding.BASE64: "Base 64 with padding.",
        SignatureEncoding.BASE64URL: "Base 64 of the URL-safe alphabet, with or without padding.",
    },
)
describe(
    KeyEncoding,
    "KeyEncoding",
    "How the text of a secret becomes the bytes of a key.",
    {
        KeyEncoding.UTF8: "The text itself, as UTF-8.",
        KeyEncoding.HEX: "The text is hexadecimal.",
        KeyEncoding.BASE64: "The text is base 64.",
    },
)
describe(
    TimestampUnit,
    "TimestampUnit",
    "How a time of sending is written.",
    {
        TimestampUnit.SECONDS: "Whole seconds since 1970.",
        TimestampUnit.MILLISECONDS: "Milliseconds since 1970.",
        TimestampUnit.MICROSECONDS: "Microseconds since 1970.",
        TimestampUnit.ISO8601: "ISO 8601, in UTC when it names no offset.",
        TimestampUnit.HTTP_DATE: "As in the header `Date` of HTTP.",
    },
)
describe(
    PublicKeyAlgorithm,
    "PublicKeyAlgorithm",
    "How a provider signs with its private key. More values may come.",
    {
        PublicKeyAlgorithm.ED25519: "Ed25519.",
        PublicKeyAlgorithm.RSA_SHA1: "RSA, PKCS #1 v1.5, with SHA-1. Weak; only where a provider knows no other.",
        PublicKeyAlgorithm.RSA_SHA256: "RSA, PKCS #1 v1.5, with SHA-256.",
        PublicKeyAlgorithm.RSA_SHA384: "RSA, PKCS #1 v1.5, with SHA-384.",
        PublicKeyAlgorithm.RSA_SHA512: "RSA, PKCS #1 v1.5, with SHA-512.",
        PublicKeyAlgorithm.RSA_PSS_SHA256: "RSA-PSS with SHA-256.",
        PublicKeyAlgorithm.RSA_PSS_SHA384: "RSA-PSS with SHA-384.",
        PublicKeyAlgorithm.RSA_PSS_SHA512: "RSA-PSS with SHA-512.",
        PublicKeyAlgorithm.ECDSA_SHA1: "ECDSA in DER with SHA-1. Weak; only where a provider knows no other.",
        PublicKeyAlgorithm.ECDSA_SHA256: "ECDSA in DER with SHA-256.",
        PublicKeyAlgorithm.ECDSA_SHA384: "ECDSA in DER with SHA-384.",
        PublicKeyAlgorithm.ECDSA_SHA512: "ECDSA in DER with SHA-512.",
        PublicKeyAlgorithm.ES256: "ECDSA on P-256 with SHA-256, r and s side by side.",
        PublicKeyAlgorithm.ES384: "ECDSA on P-384 with SHA-384, r and s side by side.",
        PublicKeyAlgorithm.ES512: "ECDSA on P-521 with SHA-512, r and s side by side.",
    },
)
describe(
    JwtAlgorithm,
    "JwtAlgorithm",
    "Algorithms of a JSON Web Token. More values may come.",
    {
        JwtAlgorithm.HS256: "HMAC with SHA-256.",
        JwtAlgorithm.HS384: "HMAC with SHA-384.",
        JwtAlgorithm.HS512: "HMAC with SHA-512.",
        JwtAlgorithm.RS256: "RSA, PKCS #1 v1.5, with SHA-256.",
        JwtAlgorithm.RS384: "RSA, PKCS #1 v1.5, with SHA-384.",
        JwtAlgorithm.RS512: "RSA, PKCS #1 v1.5, with SHA-512.",
        JwtAlgorithm.PS256: "RSA-PSS with SHA-256.",
        JwtAlgorithm.PS384: "RSA-PSS with SHA-384.",
        JwtAlgorithm.PS512: "RSA-PSS with SHA-512.",
        JwtAlgorithm.ES256: "ECDSA on P-256 with SHA-256.",
        JwtAlgorithm.ES384: "ECDSA on P-384 with SHA-384.",
        JwtAlgorithm.ES512: "ECDSA on P-521 with SHA-512.",
        JwtAlgorithm.EDDSA: "EdDSA on Ed25519.",
    },
)
describe(
    KeyForm,
    "KeyForm",
    "How a public key is written. More values may come.",
    {
        KeyForm.PEM: "PEM: a public key or a certificate, also without its first and last line.",
        KeyForm.SPKI: "The bytes of a SubjectPublicKeyInfo, encoded as `keyEncoding` says.",
        KeyForm.RAW: "The bare bytes of the key, encoded as `keyEncoding` says.",
        KeyForm.JWK: "A JSON Web Key.",
        KeyForm.JWKS: "A set of JSON Web Keys; the token or signature names which.",
        KeyForm.X509: "A certificate in PEM.",
    },
)
describe(
    Step,
    "WizardStep",
    "A step of the wizard, in their order.",
    {
        Step.BASIC_INFO: "What the trigger is called, how its webhook is created, and whose it is.",
        Step.WEBHOOK_SETUP: "How the webhook is created at the provider, and what deliveries are answered.",
        Step.EVENT_HANDLING: "How events are validated, routed, filtered and told apart.",
    },
)
describe(
    Operator,
    "FilterOperator",
    "How a filter compares a value of the event. More values may come.",
    {
        Operator.EQUALS: "The same value of the same type.",
        Operator.NOT_EQUALS: "Not the same, or absent.",
        Operator.CONTAINS: "A text that has this part, or a list that has this item.",
        Operator.NOT_CONTAINS: "Without this part or item, or absent.",
        Operator.STARTS_WITH: "A text with this beginning.",
        Operator.ENDS_WITH: "A text with this end.",
        Operator.GREATER_THAN: "A number above this one.",
        Operator.LESS_THAN: "A number below this one.",
        Operator.EXISTS: "There, and not null. Takes no value.",
        Operator.NOT_EXISTS: "Absent or null. Takes no value.",
        Operator.IN: "One of a list of values.",
    },
)
describe(
    RegistrationState,
    "RegistrationState",
    "How a webhook at a provider stands. More values may come.",
    {
        RegistrationState.PENDING: "It is not made yet: the provider is being called, or an earlier one has to go first.",
        RegistrationState.ACTIVE: "It exists at the provider.",
        RegistrationState.ERRORED: "It could not be made; the reason says why, `nextAttemptAt` when it is tried again.",
        RegistrationState.EXPIRED: "It ended at the provider, and is made again.",
        RegistrationState.TORN_DOWN: "It is gone.",
        RegistrationState.ORPHANED: "It is not wanted any more and removing it failed; the reason says what to remove by hand.",
    },
)
describe(
    FindingKind,
    "RegistrationFindingKind",
    "How the provider's webhooks differ from ours.",
    {
        FindingKind.MISSING: "We have it, and the provider does not: no event comes. Fixed by making it again.",
        FindingKind.DRIFTED: "The provider's delivers to another address, or does not work. Fixed by replacing it.",
        FindingKind.ORPHANED: "The provider's delivers to us, and no registration knows it. Fixed by removing it.",
    },
)
describe(
    Deed,
    "RegistrationDeed",
    "What is asked of a provider about a webhook. More values may come.",
    {
        Deed.CREATE: "To make it.",
        Deed.RENEW: "To keep it alive.",
        Deed.TEAR_DOWN: "To remove it.",
        Deed.LIST: "Which webhooks exist.",
    },
)


describe(
    CredentialStatus,
    "CredentialStatus",
    "Whether an account is connected. More values may come.",
    {
        CredentialStatus.CONNECTED: "Its events are taken, and its values are there for requests.",
        CredentialStatus.INVALID: "The provider takes its values no more: connect it again. Its events are taken.",
        CredentialStatus.DISCONNECTED: "It was disconnected; its values are forgotten once its webhooks are removed.",
    },
)


describe(
    OAuthGrant,
    "OAuthGrant",
    "How access tokens are had. More values may come.",
    {
        OAuthGrant.AUTHORIZATION_CODE: "A person allows the access in their browser.",
        OAuthGrant.CLIENT_CREDENTIALS: "The app stands for itself; nobody is asked.",
    },
)
describe(
    ClientAuthentication,
    "ClientAuthentication",
    "How a token endpoint takes the client's id and secret. More values may come.",
    {
        ClientAuthentication.BASIC: "In the header, by HTTP basic authentication.",
        ClientAuthentication.POST: "In the body.",
        ClientAuthentication.NONE: "The id alone, in the body: the app has no secret.",
    },
)


class UserTokenAlgorithm(Enum):
    """How user tokens are signed."""

    RS256 = "RS256"
    ES256 = "ES256"


describe(
    UserTokenAlgorithm,
    "UserTokenAlgorithm",
    "How user tokens are signed. More values may come.",
    {
        UserTokenAlgorithm.RS256: "RSA, of at least 2048 bits, with SHA-256.",
        UserTokenAlgorithm.ES256: "ECDSA of the curve P-256 with SHA-256.",
    },
)


class VerificationForm(Enum):
    """In which form a verification was entered."""

    NONE = "NONE"
    PROVIDER = "PROVIDER"
    HMAC = "HMAC"
    PUBLIC_KEY = "PUBLIC_KEY"
    JWT = "JWT"
    BASIC = "BASIC"
    TOKEN = "TOKEN"  # noqa: S105  a form
    SCHEME = "SCHEME"
    CODE = "CODE"


describe(
    TriggerStatus,
    "TriggerStatus",
    "How far a trigger is. More values may come.",
    {
        TriggerStatus.DRAFT: "It was never finished: only its test address takes events.",
        TriggerStatus.ACTIVE: "It is finished and takes events of every connected account.",
        TriggerStatus.DISABLED: "It is finished, and takes no events until it is enabled again.",
    },
)
describe(
    VerificationForm,
    "VerificationForm",
    "In which form a verification was entered. More values may come.",
    {
        VerificationForm.NONE: "No signature: all payloads are accepted.",
        VerificationForm.PROVIDER: "A provider's own scheme.",
        VerificationForm.HMAC: "An HMAC signature.",
        VerificationForm.PUBLIC_KEY: "A signature under the provider's private key.",
        VerificationForm.JWT: "A JSON Web Token.",
        VerificationForm.BASIC: "HTTP basic authentication.",
        VerificationForm.TOKEN: "A shared token.",
        VerificationForm.SCHEME: "Any scheme in its data form.",
        VerificationForm.CODE: "Custom code.",
    },
)
describe(
    EndReason,
    "ListenEndReason",
    "Why a stream ends for good. More values may come.",
    {
        EndReason.COMPLETED: "Of `testStep`: the event is there.",
        EndReason.EXPIRED: "It lasted as long as one may. Listen again with the cursor.",
        EndReason.TRIGGER_DELETED: "The trigger was deleted.",
        EndReason.CURSOR_EXPIRED: "What follows `after` is not all there any more. Listen again without it.",
        EndReason.UNAUTHORIZED: "The token is not valid any more.",
        EndReason.SHUTTING_DOWN: "The server stops. Listen again with the cursor, in a moment.",
    },
)
describe(
    WorkflowStatus,
    "WorkflowStatus",
    "Whether a workflow's runs are sent. More values may come.",
    {
        WorkflowStatus.ACTIVE: "They are sent, or may be pulled.",
        WorkflowStatus.PAUSED: "A person paused it: events still make runs, which wait.",
        WorkflowStatus.STOPPED: "Its endpoint does not want any more: events still make runs, which wait.",
    },
)
describe(
    RunState,
    "RunState",
    "How far a run is. More values may come.",
    {
        RunState.PENDING: "It waits: for its turn, or to be tried again.",
        RunState.RUNNING: "It is being sent, or an engine holds it.",
        RunState.SUCCEEDED: "It was answered 2xx, or completed.",
        RunState.DEAD: "It failed for the last time. It can be retried by hand.",
        RunState.CANCELLED: "Its workflow was deleted first.",
    },
)
describe(
    Miss,
    "NearMissKind",
    "What stands between an id in an event and an account's Provider ID. More values may come.",
    {
        Miss.CASE: "Upper and lower case.",
        Miss.WHITE_SPACE: "White space around one of them.",
        Miss.NUMBER: "Zeros in front: one is a number.",
        Miss.PREFIX: "One has something before or after it.",
        Miss.DISCONNECTED: "Nothing, but the account is disconnected.",
        Miss.NOT_SANDBOX: "Nothing, but a test address is for the sandbox account alone.",
        Miss.ELSEWHERE: "The account's Provider ID stands at another place of the event.",
    },
)
describe(
    HintCode,
    "SignatureHintCode",
    "What the signature doctor noticed. More values may come.",
    {
        HintCode.NO_SECRET: "There was no secret to try.",
        HintCode.NO_SIGNATURE: "Nothing in the delivery looks like a signature.",
        HintCode.SIGNATURE_REPEATED: "A header that may hold the signature is there more than once.",
        HintCode.SIGNATURE_LENGTH: "What looks like the signature has the length of no digest.",
        HintCode.STALE: "It is genuine, but older than the scheme allows.",
        HintCode.SECRET_DIFFERS: "It is signed as a provider signs, with another secret.",
        HintCode.SECRET_SUSPECT: "The secret looks wrong: cut off, masked, or with something around it.",
        HintCode.BODY_REWRITTEN: "The signature fits the body written otherwise.",
        HintCode.ADDRESS_DIFFERS: "The signature fits another address of ours.",
        HintCode.KEY_PUBLISHED: "It looks like a provider whose keys are published: no secret is part of it.",
        HintCode.MASKED: "A secret was masked when the delivery was stored.",
        HintCode.UNFINISHED: "Not everything was tried.",
    },
)
describe(
    ReplayKind,
    "ReplayKind",
    "What a replay of many replays. More values may come.",
    {
        ReplayKind.EVENTS: "Events and other deliveries of a trigger.",
        ReplayKind.RUNS: "Runs that are dead: they are tried anew.",
    },
)
describe(
    ReplayState,
    "ReplayState",
    "How far a replay of many is.",
    {
        ReplayState.RUNNING: "It goes on.",
        ReplayState.DONE: "It has come to all that there were.",
        ReplayState.CANCELLED: "It was stopped where it was.",
    },
)

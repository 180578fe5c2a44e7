"""The domain's words as GraphQL enums: every value described, once, here.

Knows names and descriptions; leaves out what the words do. The values are the domain's own.
"""

from collections.abc import Mapping
from enum import Enum

import strawberry

from domain.deliveries.listening import EndReason
from domain.errors import ProblemCode
from domain.registrations.requests import AuthorizationKind, BodyKind
from domain.registrations.states import RegistrationState
from domain.templates.operators import Operator
from domain.verdict import Outcome, RejectionCause
from domain.wizard.description import Creation, Level, ResponseKind
from domain.wizard.forms import Algorithm, KeyEncoding, SignatureEncoding, TimestampUnit
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
        RejectionCause.SECRET_MISSING: "The secret that it would be verified with is not known yet.",
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
        Algorithm.SHA1: "HMAC-SHA1, for providers that offer nothing better.",
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
        TimestampUnit.ISO8601: "ISO 8601, in UTC when it names no offset.",
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
    "How a registration stands. More values may come.",
    {
        RegistrationState.PENDING: "The provider is being called, or the process ended meanwhile.",
        RegistrationState.ACTIVE: "The webhook exists at the provider.",
        RegistrationState.ERRORED: "It could not be made; the reason says why.",
        RegistrationState.EXPIRED: "It ended by itself at the provider.",
        RegistrationState.TORN_DOWN: "It was removed at the provider.",
        RegistrationState.ORPHANED: "Removing it failed: it must be removed by hand.",
    },
)


class CredentialStatus(Enum):
    """Whether an account is connected."""

    CONNECTED = "CONNECTED"
    DISCONNECTED = "DISCONNECTED"


describe(
    CredentialStatus,
    "CredentialStatus",
    "Whether an account is connected. More values may come.",
    {
        CredentialStatus.CONNECTED: "Its events are taken, and its values are there for requests.",
        CredentialStatus.DISCONNECTED: "It was disconnected, and its values are forgotten.",
    },
)


class VerificationForm(Enum):
    """In which form a verification was entered."""

    NONE = "NONE"
    PROVIDER = "PROVIDER"
    HMAC = "HMAC"
    BASIC = "BASIC"
    TOKEN = "TOKEN"  # noqa: S105  a form
    SCHEME = "SCHEME"


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
        VerificationForm.BASIC: "HTTP basic authentication.",
        VerificationForm.TOKEN: "A shared token.",
        VerificationForm.SCHEME: "Any scheme in its data form.",
    },
)
describe(
    EndReason,
    "ListenEndReason",
    "Why a stream ends for good. More values may come.",
    {
        EndReason.EXPIRED: "It lasted as long as one may. Listen again with the cursor.",
        EndReason.TRIGGER_DELETED: "The trigger was deleted.",
        EndReason.CURSOR_EXPIRED: "What follows `after` is not all there any more. Listen again without it.",
        EndReason.UNAUTHORIZED: "The token is not valid any more.",
        EndReason.SHUTTING_DOWN: "The server stops. Listen again with the cursor, in a moment.",
    },
)

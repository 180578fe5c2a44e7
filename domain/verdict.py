"""The words of a verdict: how a delivery ended, and why it was refused."""

from enum import StrEnum


class Outcome(StrEnum):
    """How a delivery, or one trigger's part in it, ended."""

    EVENT = "EVENT"
    HANDSHAKE = "HANDSHAKE"
    REJECTED = "REJECTED"
    FILTERED = "FILTERED"
    UNROUTED = "UNROUTED"
    DUPLICATE = "DUPLICATE"


class RejectionCause(StrEnum):
    """Why a delivery was refused. Stable codes."""

    SIGNATURE_MISSING = "SIGNATURE_MISSING"
    SIGNATURE_MALFORMED = "SIGNATURE_MALFORMED"
    SIGNATURE_MISMATCH = "SIGNATURE_MISMATCH"
    TIMESTAMP_MISSING = "TIMESTAMP_MISSING"
    TIMESTAMP_MALFORMED = "TIMESTAMP_MALFORMED"
    TIMESTAMP_OUTSIDE_TOLERANCE = "TIMESTAMP_OUTSIDE_TOLERANCE"
    CREDENTIALS_MISSING = "CREDENTIALS_MISSING"
    CREDENTIALS_MISMATCH = "CREDENTIALS_MISMATCH"
    CLAIMS_MISMATCH = "CLAIMS_MISMATCH"
    ADDRESS_NOT_ALLOWED = "ADDRESS_NOT_ALLOWED"
    SECRET_MISSING = "SECRET_MISSING"  # noqa: S105  a code, not a secret
    KEY_UNAVAILABLE = "KEY_UNAVAILABLE"
    CODE_FAILED = "CODE_FAILED"
    CODE_UNAVAILABLE = "CODE_UNAVAILABLE"
    VERIFICATION_NOT_CONFIGURED = "VERIFICATION_NOT_CONFIGURED"
    HANDSHAKE_REFUSED = "HANDSHAKE_REFUSED"
    ACCOUNT_UNKNOWN = "ACCOUNT_UNKNOWN"
    NO_TRIGGER = "NO_TRIGGER"
    TRIGGER_DISABLED = "TRIGGER_DISABLED"
    MALFORMED = "MALFORMED"
    BODY_TOO_LARGE = "BODY_TOO_LARGE"
    HEADERS_TOO_LARGE = "HEADERS_TOO_LARGE"
    BODY_TOO_SLOW = "BODY_TOO_SLOW"


class Refused(Exception):
    """Stops the judging of one candidate: the cause, and an explanation for a person.

    The explanation may quote what the sender sent, never a secret nor an expected signature.
    """

    def __init__(self, cause: RejectionCause, explanation: str) -> None:
        super().__init__(explanation)
        self.cause = cause
        self.explanation = explanation

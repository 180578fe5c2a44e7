"""What the claims of a token must say: its times, and who it is from and for (RFC 7519, section 4.1)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from domain.signatures import slots
from domain.signatures.schemes import Jwt
from domain.verdict import Refused, RejectionCause


def judge_times(scheme: Jwt, claims: Mapping[str, Any], now: datetime) -> None:
    """Judge `exp`, `nbf` and `iat` where they are, and the greatest age. Raises Refused."""
    at, leeway = now.timestamp(), scheme.leeway
    ends, starts, made = (_time(claims, name) for name in ("exp", "nbf", "iat"))
    if ends is not None and at > ends + leeway:
        raise _outside("the token has expired (exp)")
    if starts is not None and at < starts - leeway:
        raise _outside("the token does not count yet (nbf)")
    if made is not None and at < made - leeway:
        raise _outside("the token was made in the future (iat)")
    if scheme.max_age is None:
        return
    if made is None:
        raise Refused(RejectionCause.TIMESTAMP_MISSING, "the token does not say when it was made")
    if at > made + scheme.max_age + leeway:
        raise _outside(f"the token is older than {scheme.max_age} s (iat)")


def judge_claims(scheme: Jwt, claims: Mapping[str, Any], ways: Sequence[Mapping[str, str]]) -> None:
    """Judge what must be there and what it must say. Raises Refused with CLAIMS_MISMATCH.

    ways: values of the secrets that the accepted texts name; any may fit.
    """
    for name in scheme.need:
        if claims.get(name, "") in (None, ""):
            raise _mismatch(f"the token's claim {name!r} is missing")
    for name, wanted in scheme.claims.items():
        accepted = (wanted,) if isinstance(wanted, str) else wanted
        texts = {slots.of_secrets(text, way) for text in accepted for way in ways}
        said = claims.get(name)
        values = said if isinstance(said, list) else [said]
        if not any(isinstance(value, str) and value.encode() in texts for value in values):
            problem = "is missing" if said is None else "is not what this scheme accepts"
            raise _mismatch(f"the token's claim {name!r} {problem}")


def _time(claims: Mapping[str, Any], name: str) -> float | None:
    value = claims.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        explanation = f"the token's {name} is not a time in seconds"
        raise Refused(RejectionCause.TIMESTAMP_MALFORMED, explanation)
    return float(value)


def _outside(explanation: str) -> Refused:
    return Refused(RejectionCause.TIMESTAMP_OUTSIDE_TOLERANCE, explanation)


def _mismatch(explanation: str) -> Refused:
    return Refused(RejectionCause.CLAIMS_MISMATCH, explanation)

"""Whether a delivery verifies under a scheme, whatever its age: the verdict of the one judge there is.

Nothing that the doctor says rests on anything else.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from msgspec.structs import replace

from domain.request import Request
from domain.signatures.doctor.diagnosis import Held
from domain.signatures.schemes import AllOf, AnyOf, Case, FirstOf, OverContent, Scheme
from domain.signatures.verifying import compile_verifier
from domain.verdict import Refused, RejectionCause

_ANY: Final = "any"


def verifies(scheme: Scheme, secrets: Mapping[str, Held], request: Request) -> bool:
    """Whether it is signed; its age is not judged."""
    cause = _cause(timeless(scheme), secrets, request, request.received_at)
    # a token's times are judged after its signature
    return cause in {None, RejectionCause.TIMESTAMP_OUTSIDE_TOLERANCE}


def stale(scheme: Scheme, secrets: Mapping[str, Held], request: Request) -> str:
    """Why its age alone would have it refused; empty when it would not be."""
    refused = _refusal(scheme, secrets, request, request.received_at)
    is_age = refused and refused.cause is RejectionCause.TIMESTAMP_OUTSIDE_TOLERANCE
    return refused.explanation if refused and is_age else ""


def timeless(scheme: Scheme) -> Any:
    """The same scheme for deliveries of any age."""
    match scheme:
        case OverContent() if scheme.timestamp is not None:
            stamp = replace(scheme.timestamp, tolerance=_ANY, future=_ANY)
            return replace(scheme, timestamp=stamp)
        case AnyOf() | AllOf():
            return replace(scheme, schemes=tuple(map(timeless, scheme.schemes)))
        case FirstOf():
            cases = (Case(timeless(each.scheme), each.when) for each in scheme.cases)
            return FirstOf(cases=tuple(cases))
        case _:
            return scheme


def _cause(
    scheme: Scheme, secrets: Mapping[str, Held], request: Request, now: datetime
) -> RejectionCause | None:
    refused = _refusal(scheme, secrets, request, now)
    return refused.cause if refused else None


def _refusal(
    scheme: Scheme, secrets: Mapping[str, Held], request: Request, now: datetime
) -> Refused | None:
    given = {name: (held.text,) for name, held in secrets.items()}
    try:
        compile_verifier(scheme, given)(request, now)
    except Refused as refused:
        return refused
    return None

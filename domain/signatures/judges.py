"""What a compiled judge is, and the judge that refuses everyone."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from domain.request import Request
from domain.verdict import Refused, RejectionCause

Verifier = Callable[[Request, datetime], None]
"""Returns for a genuine request, raises Refused for any other. The time is aware."""

Secrets = Mapping[str, Sequence[str]]
"""By the names that a scheme uses; several values while they are rotated; blank ones are none."""


def refusing(cause: RejectionCause, explanation: str) -> Verifier:
    """Refuse whatever comes."""

    def verify(_request: Request, _now: datetime) -> None:
        raise Refused(cause, explanation)

    return verify

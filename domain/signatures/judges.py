"""What a compiled judge is, what it is given, and the judge that refuses everyone."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.request import Request
from domain.verdict import Refused, RejectionCause

Verifier = Callable[[Request, datetime], None]
"""Returns for a genuine request, raises Refused for any other. The time is aware.

It raises KeysNeeded (fetching) when that cannot be said before keys are fetched.
"""


@dataclass(frozen=True, slots=True)
class Expiring:
    """A value of a secret that holds before `until`, which is aware; else ValueError."""

    text: str
    until: datetime

    def __post_init__(self) -> None:
        if self.until.utcoffset() is None:
            raise ValueError("the end of a secret needs a time zone")


class Ended(tuple[str, ...]):
    """The values of a secret of which every one has ended: none."""

    __slots__ = ()


Secrets = Mapping[str, Sequence[str | Expiring]]
"""By the names that a scheme uses; several values while they are rotated; blank ones are none."""


def refusing(cause: RejectionCause, explanation: str) -> Verifier:
    """Refuse whatever comes."""

    def verify(_request: Request, _now: datetime) -> None:
        raise Refused(cause, explanation)

    return verify

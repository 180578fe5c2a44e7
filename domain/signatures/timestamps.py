"""Signed times: how they are written and how far they may be from now.

Leaves out where they stand. Texts are bounded before they become numbers.
"""

import math
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Final

from domain.signatures.schemes import Timestamp, Unit
from domain.verdict import Refused, RejectionCause

MAX_DIGITS: Final = 16
MAX_ISO: Final = 40


def judge(rule: Timestamp) -> Callable[[str, datetime], None]:
    """Compile a judge that refuses a time that cannot be read or is outside the tolerance, to the second."""
    seconds = _READERS[rule.unit]
    oldest = math.inf if rule.tolerance == "any" else rule.tolerance
    future = rule.tolerance if rule.future is None else rule.future
    newest = -math.inf if future == "any" else -future

    def check(text: str, now: datetime) -> None:
        age = now.timestamp() - seconds(text)
        if age > oldest:
            raise _outside(math.ceil(age), "old", rule.tolerance)
        if age < newest:
            raise _outside(math.ceil(-age), "ahead of our clock", future)

    return check


def write(now: datetime, unit: Unit) -> str:
    """The text a provider would send. iso: UTC with milliseconds and Z."""
    if unit is Unit.ISO:
        return now.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return str(int(now.timestamp() * (1000 if unit is Unit.MILLISECONDS else 1)))


def _whole(text: str, unit: str) -> int:
    # isdecimal alone takes every script's digits
    if len(text) > MAX_DIGITS or not (text.isascii() and text.isdecimal()):
        raise _malformed(f"the timestamp is not a whole number of {unit}")
    return int(text)


def _iso(text: str) -> float:
    if len(text) > MAX_ISO or not _ISO.fullmatch(text):
        raise _malformed("the timestamp is not an ISO 8601 time")
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        raise _malformed("the timestamp is not a time that exists") from None
    return (time if time.tzinfo else time.replace(tzinfo=UTC)).timestamp()


def _malformed(explanation: str) -> Refused:
    return Refused(RejectionCause.TIMESTAMP_MALFORMED, explanation)


def _outside(seconds: int, way: str, allowed: int | str) -> Refused:
    explanation = f"the timestamp is {seconds} s {way}; {allowed} s are allowed"
    return Refused(RejectionCause.TIMESTAMP_OUTSIDE_TOLERANCE, explanation)


_ISO: Final = re.compile(
    r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:?\d\d)?", re.ASCII
)
_READERS: Final[Mapping[Unit, Callable[[str], float]]] = {
    Unit.SECONDS: lambda text: _whole(text, "seconds"),
    Unit.MILLISECONDS: lambda text: _whole(text, "milliseconds") / 1000,
    Unit.ISO: _iso,
}

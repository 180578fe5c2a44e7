"""Signed times: how they are written and how far they may be from now.

Knows how a time is read where it stands and judged. Texts are bounded before they become numbers.
"""

import math
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any, Final

from domain.request import Malformed, Request
from domain.signatures import references
from domain.signatures.grammar import Found
from domain.signatures.parts import Timestamp, Unit
from domain.signatures.references import Reference
from domain.verdict import Refused, RejectionCause

PLACES: Final = (*references.KINDS, "item", "sig", "jws")
MAX_DIGITS: Final = 16
MAX_ISO: Final = 40


Clock = Callable[[Request, Found, Any, datetime], str]
"""Reads the time of a request, or of an item, as it was sent: empty when none is asked for."""


def clock(rule: Timestamp | None) -> Clock:
    """Compile reading and judging. The clock raises Refused with a cause of its own."""
    if rule is None:
        return lambda _request, _found, _item, _now: ""
    place = references.parse(rule.source, PLACES)
    beside, check = _beside(place), judge(rule)
    find = references.reader(place)

    def read(request: Request, found: Found, item: Any, now: datetime) -> str:
        try:
            text = beside(found, item) if beside else find(request)
        except Malformed as error:
            raise Refused(RejectionCause.TIMESTAMP_MALFORMED, str(error)) from error
        if not text:
            raise Refused(RejectionCause.TIMESTAMP_MISSING, f"{place.words} (the time) is missing")
        check(text, now)
        return text

    return read


def judge(rule: Timestamp) -> Callable[[str, datetime], None]:
    """Compile a judge that refuses a time that cannot be read or is outside the tolerance, to the second."""
    read = _READERS[rule.unit]
    oldest = math.inf if rule.tolerance == "any" else rule.tolerance
    future = rule.tolerance if rule.future is None else rule.future
    newest = -math.inf if future == "any" else -future

    def check(text: str, now: datetime) -> None:
        age = now.timestamp() - read(text)
        if age > oldest:
            raise _outside(math.ceil(age), "old", rule.tolerance)
        if age < newest:
            raise _outside(math.ceil(-age), "ahead of our clock", future)

    return check


def seconds(text: str, unit: Unit) -> float:
    """Seconds since 1970 of a time as it was sent. Raises Refused with TIMESTAMP_MALFORMED."""
    return _READERS[unit](text)


def write(now: datetime, unit: Unit) -> str:
    """The text a provider would send. iso: UTC with milliseconds and Z. http: GMT."""
    if unit is Unit.ISO:
        return now.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    if unit is Unit.HTTP:
        return format_datetime(now.astimezone(UTC), usegmt=True)
    return str(int(now.timestamp() * _PARTS_OF_A_SECOND[unit]))


def _beside(place: Reference) -> Callable[[Found, Any], str | None] | None:
    """How to read a place that is not in the request itself, None for one that is."""
    name = place.name
    match place.kind:
        case "sig":
            return lambda found, _item: found.fields.get(name)
        case "jws":
            return lambda found, _item: references.as_text(found.jose.get(name))
        case "item":
            within = references.item_reader(place)
            return lambda _found, item: within(item)
        case _:
            return None


def _whole(text: str, unit: str = "seconds") -> int:
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


def _http(text: str) -> float:
    found = _HTTP.fullmatch(text) if len(text) <= MAX_ISO else None
    if found is None:
        raise _malformed("the timestamp is not an HTTP date")
    day, month, *rest = found.groups()
    try:
        year, hour, minute, second = map(int, rest)
        number = _MONTHS.index(month) + 1
        return datetime(year, number, int(day), hour, minute, second, tzinfo=UTC).timestamp()
    except (ValueError, OverflowError):
        raise _malformed("the timestamp is not a time that exists") from None


def _malformed(explanation: str) -> Refused:
    return Refused(RejectionCause.TIMESTAMP_MALFORMED, explanation)


def _outside(seconds: int, way: str, allowed: int | str) -> Refused:
    explanation = f"the timestamp is {seconds} s {way}; {allowed} s are allowed"
    return Refused(RejectionCause.TIMESTAMP_OUTSIDE_TOLERANCE, explanation)


_ISO: Final = re.compile(
    r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:?\d\d)?", re.ASCII
)
_MONTHS: Final = [
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
]
_HTTP: Final = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT",
    re.ASCII,
)
_PARTS_OF_A_SECOND: Final[Mapping[Unit, int]] = {
    Unit.SECONDS: 1,
    Unit.MILLISECONDS: 1_000,
    Unit.MICROSECONDS: 1_000_000,
}
_READERS: Final[Mapping[Unit, Callable[[str], float]]] = {
    Unit.SECONDS: _whole,
    Unit.MILLISECONDS: lambda text: _whole(text, "milliseconds") / 1_000,
    Unit.MICROSECONDS: lambda text: _whole(text, "microseconds") / 1_000_000,
    Unit.ISO: _iso,
    Unit.HTTP: _http,
}

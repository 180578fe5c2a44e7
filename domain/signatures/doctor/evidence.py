"""What stands in a delivery: texts that may be signatures, times, and ids that may be signed beside the body."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any, Final

from domain.request import Malformed, Request
from domain.signatures import timestamps
from domain.signatures.doctor.readings import readings
from domain.signatures.encodings import SIZES, decoder
from domain.signatures.parts import Encoding, Signature, Unit
from domain.verdict import Refused

MAX_TOLD: Final = 300
MAX_MARKS: Final = 60
MAX_STAMPS: Final = 4
MAX_IDS: Final = 3
SMALLEST: Final = 16
LARGEST: Final = 1_024

_DIGESTS: Final = frozenset(SIZES.values())
_SHORTEST_PUBLIC: Final = 64

_DEPTH: Final = 3
_TEN_YEARS: Final = 315_360_000
_SIGNATURE: Final = re.compile(
    r"sig|hmac|hash|digest|mac\b|auth|token|secret|verif|sum|key", re.IGNORECASE
)
_TIME: Final = re.compile(r"time|stamp|date|\bts\b|sent|created|^t$", re.IGNORECASE)
_ID: Final = re.compile(r"(^|[-_.])(id|nonce|uuid|guid|delivery|key)$|nonce", re.IGNORECASE)
_ORDINARY: Final = re.compile(
    r"host|user-agent|accept.*|content-.*|connection|x-forwarded-.*|forwarded|via|cookie|trace.*|"
    r"x-real-ip|cf-.*|cdn-.*|baggage|sentry-trace|x-datadog-.*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """One value of the request, and its place, such as `header:X-Signature`."""

    place: str
    text: str = field(repr=False)

    @property
    def kind(self) -> str:
        """header, query, form or json."""
        return self.place.partition(":")[0]

    @property
    def name(self) -> str:
        """The name, or the path."""
        return self.place.partition(":")[2]


@dataclass(frozen=True, slots=True)
class Mark:
    """A text that may be a signature: how it is read, and its bytes. fields: what stands beside it."""

    signature: Signature
    encoding: Encoding
    raw: bytes = field(repr=False)
    fields: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time, as it was sent. place: also `sig:t`."""

    place: str
    unit: Unit
    text: str


def told(request: Request) -> tuple[Told, ...]:
    """Every value that stands once in a place that has a name; at most MAX_TOLD."""
    return tuple(islice(_told(request), MAX_TOLD))


def marks(values: Iterable[Told]) -> tuple[Mark, ...]:
    """Texts that may be signatures, those whose name says so first."""
    found = [mark for each in values if _may_sign(each) for mark in _marks(each)]
    by_name = sorted(found, key=lambda mark: not _SIGNATURE.search(mark.signature.source))
    return tuple(by_name[:MAX_MARKS])


def stamps(values: Iterable[Told], now: datetime) -> tuple[Stamp, ...]:
    """Times, those whose name says so first."""
    found = [
        Stamp(each.place, unit, each.text)
        for each in values
        if (each.kind == "header" or _TIME.search(each.name))
        and (unit := unit_of(each.text, now)) is not None
    ]
    return tuple(sorted(found, key=lambda one: not _TIME.search(one.place)))[:MAX_STAMPS]


def ids(values: Iterable[Told]) -> tuple[str, ...]:
    """Places of ids and nonces in headers and the query."""
    found = [
        each.place
        for each in values
        if each.kind in {"header", "query"} and _ID.search(each.name) and len(each.text) < 200
    ]
    return tuple(found[:MAX_IDS])


def siblings(values: Iterable[Told], place: str) -> tuple[str, ...]:
    """Places in the same object of the body as a signature."""
    parent, dot, _ = place.rpartition(".")
    if not dot or not place.startswith("json:"):
        return ()
    found = (each.place for each in values if each.place.rpartition(".")[0] == parent)
    return tuple(one for one in found if one != place)[:MAX_IDS]


def unit_of(text: str, now: datetime) -> Unit | None:
    """How a time is written, None for what is no time of these years."""
    for unit in Unit:
        try:
            seconds = timestamps.seconds(text, unit)
        except Refused:
            continue
        if abs(seconds - now.timestamp()) < _TEN_YEARS:
            return unit
    return None


def is_signature_name(name: str) -> bool:
    """Whether a name promises a signature."""
    return bool(_SIGNATURE.search(name))


def length(text: str) -> int | None:
    """How many bytes a text in hex or base64 holds, of those that are too short for a public key's signature."""
    for encoding in Encoding:
        try:
            return len(decoder(encoding, 4, _SHORTEST_PUBLIC - 1)(text))
        except ValueError:
            continue
    return None


def header_name(lower: str) -> str:
    """A header's name as people write it."""
    return "-".join(word.capitalize() for word in lower.split("-"))


def _may_sign(value: Told) -> bool:
    if value.kind == "header":
        return True
    # a body is full of hashes that are none: commits, etags, ids
    return is_signature_name(value.name)


def _marks(value: Told) -> Iterator[Mark]:
    seen: set[tuple[bytes, str]] = set()
    for rule, text, fields in readings(value.text):
        for encoding in Encoding:
            raw = _decoded(text, encoding)
            if not raw or (raw, rule.get("pick", "")) in seen:
                continue
            if len(raw) not in _DIGESTS and len(raw) < _SHORTEST_PUBLIC:
                continue
            if len(raw) == SMALLEST and not is_signature_name(value.name):
                continue  # an id, more likely than an MD5
            seen.add((raw, rule.get("pick", "")))
            yield Mark(Signature(value.place, **rule), encoding, raw, fields)


def _decoded(text: str, encoding: Encoding) -> bytes:
    try:
        return decoder(encoding, SMALLEST, LARGEST)(text)
    except ValueError:
        return b""


def _told(request: Request) -> Iterator[Told]:
    names = [name for name, _ in request.headers]
    for name, text in request.headers:
        if names.count(name) == 1 and not _ORDINARY.fullmatch(name):
            yield Told(f"header:{header_name(name)}", text)
    yield from _once("query", lambda: request.query)
    yield from _once("form", lambda: request.form)
    yield from _leaves(_json(request), (), _DEPTH)


def _once(kind: str, read: Any) -> Iterator[Told]:
    try:
        pairs = read()
    except Malformed:
        return
    names = [name for name, _ in pairs]
    for name, text in pairs:
        if name and name.isprintable() and names.count(name) == 1:
            yield Told(f"{kind}:{name}", text)


def _leaves(value: Any, path: tuple[str, ...], depth: int) -> Iterator[Told]:
    if isinstance(value, dict) and depth:
        for name, each in value.items():
            if name and name.isprintable() and "." not in name:
                yield from _leaves(each, (*path, name), depth - 1)
    elif path and isinstance(value, str | int) and not isinstance(value, bool):
        yield Told(f"json:{'.'.join(path)}", str(value))


def _json(request: Request) -> Any:
    try:
        return request.json
    except Malformed:
        return None

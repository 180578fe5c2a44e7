"""Why an unrouted delivery found no account, and which one it may be meant for. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from domain.request import Malformed
from domain.templates.scope import RequestScope
from domain.templates.segments import Segment, spell
from domain.templates.values import shorten

MOST: Final = 10
MOST_VALUES: Final = 300
_DEEPEST: Final = 10
_LONGEST: Final = 256
_SHORTEST_PART: Final = 2
_SEPARATORS: Final = re.compile(r"[^0-9A-Za-z]+")


class Miss(StrEnum):
    """What stands between an id in the payload and an account's."""

    CASE = "CASE"
    WHITE_SPACE = "WHITE_SPACE"
    NUMBER = "NUMBER"
    PREFIX = "PREFIX"
    DISCONNECTED = "DISCONNECTED"
    NOT_SANDBOX = "NOT_SANDBOX"
    ELSEWHERE = "ELSEWHERE"


@dataclass(frozen=True, slots=True)
class Account:
    """An account that the event may be meant for. provider_id: never empty."""

    id: str
    provider_id: str
    is_sandbox: bool
    is_connected: bool


@dataclass(frozen=True, slots=True)
class NearMiss:
    """path: where in the event the id stands. message: for a person."""

    miss: Miss
    message: str
    credential_id: str
    path: str


def values(event: RequestScope) -> dict[str, str | int]:
    """What may be an id in an event: texts and whole numbers by their paths, at most MOST_VALUES."""
    found: dict[str, str | int] = {}
    for part in ("body", "query", "headers"):
        for path, value in _leaves((part,), _part(event, part)):
            if len(found) >= MOST_VALUES:
                return found
            found[path] = value
    return found


def is_like_an_id(value: Any) -> bool:
    """Whether it is a text or whole number that may be an account's id."""
    return type(value) in (str, int) and 0 < len(str(value)) <= _LONGEST


def variants(names: Iterable[str]) -> set[str]:
    """Other spellings of the ids that routing read, to look accounts up by."""
    found: set[str] = set()
    for name in names:
        bare = name.strip()
        parts = [part for part in _SEPARATORS.split(bare) if len(part) >= _SHORTEST_PART]
        tails = [bare[bare.index(part) :] for part in parts]
        found |= {name, bare, bare.lower(), bare.upper(), bare.lstrip("0"), *parts, *tails}
    return found - {""}


def near_misses(
    named: Sequence[tuple[str, str | int]],
    found: Mapping[str, str | int],
    accounts: Sequence[Account],
    *,
    reading: Sequence[str],
    is_test: bool,
) -> list[NearMiss]:
    """The nearest first, at most MOST. named: what the routing reads, with its path. found: by `values`.

    reading: the paths of the routing.
    """
    near = [
        miss
        for path, value in named
        for account in accounts
        if (miss := _compare(path, value, account, is_test=is_test))
    ]
    read = ", ".join(reading)
    near += [
        NearMiss(
            Miss.ELSEWHERE,
            f"{path} is “{shorten(str(value), 60)}”, this account's Provider ID; the routing reads {read}.",
            account.id,
            path,
        )
        for account in accounts
        for path, value in found.items()
        if path not in reading and str(value) == account.provider_id
    ]
    return near[:MOST]


def _compare(path: str, value: str | int, account: Account, *, is_test: bool) -> NearMiss | None:
    own, name = account.provider_id, str(value)
    shown = f"{path} is “{shorten(name, 60)}”"
    if name == own:
        return _same(path, shown, account, is_test=is_test)
    theirs = f"this account's Provider ID is “{shorten(own, 60)}”"
    if name.strip() == own.strip():
        return NearMiss(
            Miss.WHITE_SPACE, f"{shown}, {theirs}: white space differs.", account.id, path
        )
    if _number(name) is not None and _number(name) == _number(own):
        kind = "a number" if isinstance(value, int) else "a text"
        message = f"{path} is {kind}, {shorten(name, 60)}; {theirs}: the zeros in front differ."
        return NearMiss(Miss.NUMBER, message, account.id, path)
    if name.strip().casefold() == own.strip().casefold():
        return NearMiss(
            Miss.CASE, f"{shown}, {theirs}: upper and lower case differ.", account.id, path
        )
    if _is_part(own, name) or _is_part(name, own):
        longer = "the event's" if len(name) > len(own) else "the account's"
        message = f"{shown}, {theirs}: {longer} has something more around it."
        return NearMiss(Miss.PREFIX, message, account.id, path)
    return None


def _same(path: str, shown: str, account: Account, *, is_test: bool) -> NearMiss | None:
    if not account.is_connected:
        message = f"{shown}, as this account's Provider ID, but the account is disconnected."
        return NearMiss(Miss.DISCONNECTED, message, account.id, path)
    if is_test and not account.is_sandbox:
        message = f"{shown}, a customer's account; a test address is for the sandbox account alone."
        return NearMiss(Miss.NOT_SANDBOX, message, account.id, path)
    return None


def _number(text: str) -> int | None:
    text = text.strip()
    is_number = text.isascii() and text.isdecimal() and len(text) <= _LONGEST
    return int(text) if is_number else None


def _is_part(short: str, long: str) -> bool:
    """Whether one id is the other with something before or after it, set off by a sign."""
    if not _SHORTEST_PART <= len(short) < len(long):
        return False
    before, after = long.removesuffix(short), long.removeprefix(short)
    is_end = before != long and not before[-1:].isalnum()
    is_start = after != long and not after[:1].isalnum()
    return is_end or is_start


def _part(event: RequestScope, name: str) -> Any:
    try:
        return event[name]
    except Malformed:
        return None


def _leaves(before: tuple[Segment, ...], value: Any) -> Iterator[tuple[str, str | int]]:
    if is_like_an_id(value):
        yield spell("event", before), value
    elif len(before) <= _DEEPEST and isinstance(value, list):
        for position, item in enumerate(value[:MOST_VALUES]):
            yield from _leaves((*before, position), item)
    elif len(before) <= _DEEPEST and isinstance(value, Mapping):
        for name, item in value.items():
            yield from _leaves((*before, str(name)), item)

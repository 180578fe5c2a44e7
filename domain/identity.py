"""Ids and cursors: opaque to everyone else.

An id is a kind, an underscore and a UUIDv7 (RFC 9562) in 26 characters of Crockford's base 32, lower case:
the form of the TypeID specification 0.3 (github.com/jetify-com/typeid, read 2026-11-23).
"""

import base64
import binascii
import functools
import random
import re
import time
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final

_ALPHABET: Final = "0123456789abcdefghjkmnpqrstvwxyz"
_PAIRS: Final = tuple(high + low for high in _ALPHABET for low in _ALPHABET)
_ID: Final = re.compile(
    rf"(prj|int|crd|sec|tok|key|trg|reg|dlv|evt|wfl|run|rpl)_[0-7][{_ALPHABET}]{{25}}"
)


_newest = [0]
"""The newest id's time and noise."""


class Kind(StrEnum):
    """What an id names."""

    PROJECT = "prj"
    INTEGRATION = "int"
    CREDENTIAL = "crd"
    SECRET = "sec"  # noqa: S105  a prefix
    TOKEN = "tok"  # noqa: S105  a prefix
    USER_TOKEN_KEY = "key"  # noqa: S105  a prefix
    TRIGGER = "trg"
    REGISTRATION = "reg"
    DELIVERY = "dlv"
    EVENT = "evt"
    WORKFLOW = "wfl"
    RUN = "run"
    REPLAY = "rpl"


def new_id(kind: Kind) -> str:
    """A fresh id. What a process makes later sorts later; between processes, to the millisecond."""
    drawn = time.time_ns() // 1_000_000 << 74 | random.getrandbits(
        74
    )  # it names, it does not authorize
    if drawn <= _newest[0]:
        drawn = _newest[0] + 1 + random.getrandbits(32)
    _newest[0] = drawn
    noise = drawn & (1 << 74) - 1
    low = 0x7 << 76 | (noise >> 62) << 64 | 0b10 << 62 | noise & 0x3FFF_FFFF_FFFF_FFFF
    return f"{kind.value}_{_time(drawn >> 74)}{_eight(low >> 40)}{_eight(low)}"


def is_id(text: str, kind: Kind | None = None) -> bool:
    """Whether a text has the form of an id, of this kind if one is named."""
    match = _ID.fullmatch(text)
    return match is not None and (kind is None or match[1] == kind.value)


def kind_of(text: str) -> Kind | None:
    """The kind an id names, or None when it is not an id."""
    match = _ID.fullmatch(text)
    return Kind(match[1]) if match else None


def made_at(identifier: str) -> datetime:
    """When an id was made, UTC, to the millisecond."""
    value = 0
    for character in identifier[4:]:
        value = value << 5 | _ALPHABET.index(character)
    return datetime.fromtimestamp((value >> 80) / 1000, UTC)


def first_id(kind: Kind, at: datetime) -> str:
    """The lowest id that could be made at a time: those made before sort before it."""
    return f"{kind.value}_{_time(int(at.timestamp() * 1000))}{'0' * 16}"


def to_cursor(space: str, position: str) -> str:
    """An opaque cursor. space: what it walks through, so that it fits nowhere else."""
    return base64.urlsafe_b64encode(f"1:{space}:{position}".encode()).decode().rstrip("=")


def from_cursor(space: str, cursor: str) -> str | None:
    """The position in a cursor of this space, or None when it is not one."""
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        found = text.decode()
    except (ValueError, binascii.Error):
        return None
    start = f"1:{space}:"  # a space may hold colons itself
    return found.removeprefix(start) if found.startswith(start) else None


@functools.lru_cache(maxsize=4)
def _time(milliseconds: int) -> str:
    """The 48 bits of the time, as the first ten characters."""
    return f"{_PAIRS[milliseconds >> 40 & 0xFF]}{_eight(milliseconds)}"


def _eight(value: int) -> str:
    """The lowest 40 bits, as eight characters. Spelled out: a loop takes twice as long."""
    return (
        f"{_PAIRS[value >> 30 & 0x3FF]}{_PAIRS[value >> 20 & 0x3FF]}"
        f"{_PAIRS[value >> 10 & 0x3FF]}{_PAIRS[value & 0x3FF]}"
    )

"""The steps of a path and how a path is spelled."""

import re
from collections.abc import Sequence
from enum import Enum
from typing import Final, NamedTuple, TypeAlias


class Each(Enum):
    """`[*]`: every item of a list."""

    ITEM = "[*]"


class Absent(Enum):
    """No value at all; null is a value."""

    HERE = "absent"


class Every(NamedTuple):
    """All values of a header or query field, for a position or `[*]` to choose from."""

    name: str


Segment: TypeAlias = str | int | Every | Each

ABSENT: Final = Absent.HERE
EACH: Final = Each.ITEM

ROOT: Final = re.compile(r"[A-Za-z]\w*")
NAME: Final = re.compile(r"[\w$@:-]+")
LITERAL: Final = re.compile(r"[\w$@:.~+!-]+")
LITERAL_PARENTS: Final = frozenset(
    {("event", "headers"), ("event", "query"), ("setup", "response", "headers")}
)
"""After these the whole remainder is one name, dots included: event.query.hub.mode."""


def is_literal(root: str, before: Sequence[Segment]) -> bool:
    """Whether the next name, after these segments, may hold dots."""
    return len(before) <= 2 and (root, *before) in LITERAL_PARENTS


def spell(root: str, segments: Sequence[Segment]) -> str:
    """Write a path so that it reads back as the same path."""
    text = root
    for position, segment in enumerate(segments):
        text += _spell_one(root, segments[:position], segment)
    return text


def _spell_one(root: str, before: Sequence[Segment], segment: Segment) -> str:
    if segment is EACH:
        return "[*]"
    if isinstance(segment, int):
        return f"[{segment}]"
    name = segment.name if isinstance(segment, Every) else str(segment)
    bare = LITERAL if is_literal(root, before) else NAME
    # behind a name that may hold dots, a dot would only make that name longer
    if bare.fullmatch(name) and not (before and is_literal(root, before[:-1])):
        return f".{name}"
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'["{escaped}"]'

"""Whether events still look like the sample: fields that vanished, or are of another type. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from domain.templates.segments import EACH, Segment, spell
from domain.templates.values import kind_of

FEWEST: Final = 3
"""Events that must agree before a field has drifted."""

MOST: Final = 20
_MOST_FIELDS: Final = 500
_DEEPEST: Final = 10

Steps = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Drift:
    """path: as in templates, `[*]` for any item of a list. was, now: types for a person; now None: it vanished."""

    path: str
    was: str
    now: str | None


def drifts(sample: Any, newer: Sequence[Any]) -> list[Drift]:
    """Compare the newest bodies with the sample's, at most MOST fields, the outermost first.

    A field has drifted when FEWEST events at least say so and none says otherwise. Null is of any type.
    """
    found: list[Drift] = []
    gone: set[Steps] = set()
    for steps, was in _fields(sample):
        if any(steps[: len(each)] == each for each in gone):
            continue
        told = [kinds for body in newer if (kinds := _kinds(body, steps))]
        seen = [kind for kinds in told for kind in kinds]
        present = [kind for kind in seen if kind is not None]
        is_mixed = bool(present) and None in seen
        if len(told) < FEWEST or is_mixed or was in seen or "null" in seen:
            continue
        gone.add(steps)
        now = " or ".join(dict.fromkeys(present)) or None
        found.append(Drift(spell("event", ("body", *steps)), was, now))
        if len(found) == MOST:
            break
    return found


def _fields(sample: Any) -> list[tuple[Steps, str]]:
    """The sample's fields and their types, the outermost first; of a list, what its items have."""
    found: dict[Steps, str] = {}
    level: list[tuple[Steps, Any]] = [((), sample)]
    while level and len(found) < _MOST_FIELDS:
        below: list[tuple[Steps, Any]] = []
        for steps, value in level:
            kind = kind_of(value)
            if steps and kind != "null":
                found.setdefault(steps, kind)
            if len(steps) < _DEEPEST:
                below += _parts(steps, value)
        level = below[:_MOST_FIELDS]
    return list(found.items())[:_MOST_FIELDS]


def _parts(steps: Steps, value: Any) -> Iterator[tuple[Steps, Any]]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield (*steps, str(name)), part
    elif isinstance(value, list):
        for part in value[:_MOST_FIELDS]:
            yield (*steps, EACH), part


def _kinds(value: Any, steps: Steps) -> list[str | None]:
    """The types that one event has there, None where it is absent; nothing where what should hold it is not there."""
    if not steps:
        return [kind_of(value)]
    step, rest = steps[0], steps[1:]
    if step is EACH:
        parts = value[:_MOST_FIELDS] if isinstance(value, list) else []
        return [kind for part in parts for kind in _kinds(part, rest)]
    if not isinstance(value, dict):
        return []
    if str(step) not in value:
        return [] if rest else [None]
    return _kinds(value[str(step)], rest)

"""Walking a path through a value: the steps, and why there was nothing at the end.

A text that is itself a JSON object or list is read as such when the path goes on: the `payload` field of a form,
the `Message` of a notification service.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import orjson

from domain.request import Malformed
from domain.templates.scope import Pairs, Scope
from domain.templates.segments import ABSENT, EACH, Every, Segment, spell
from domain.templates.values import kind_of, shorten

_PLACES: Final = {
    "event.headers": "the headers",
    "event.query": "the query",
    "event.body": "the body",
}
_MAX_NAMES: Final = 12
_MAX_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Absence:
    """Why a path found nothing.

    sentence: for a person. place: where the walk ended ("the body", "event.body.team"). name: what was asked
    for there when that is a name. has: the first names that are there instead, for events and answers only.
    """

    sentence: str
    place: str
    name: str | None = None
    has: tuple[str, ...] = ()


def step(value: Any, segment: Segment) -> Any:
    """Go one segment further: the value found there, or ABSENT. Raises Malformed for an unreadable body."""
    kind = type(value)
    if kind is dict:
        return value.get(segment, ABSENT)
    if kind is list:
        return _item(value, segment)
    if kind is str:
        inner = _inner(value)
        return ABSENT if inner is None else step(inner, segment)
    if kind is Pairs:
        return _named(value, segment)
    try:
        return value[segment]
    except (LookupError, TypeError):
        return ABSENT


def advance(values: Sequence[Any], segment: Segment) -> list[Any]:
    """Go one segment further from each value; `[*]` opens lists, and a single text or number counts as one item."""
    if segment is EACH:
        return [item for value in values for item in _items(value)]
    return [found for value in values if (found := step(value, segment)) is not ABSENT]


def absence(root: str, segments: Sequence[Segment], scope: Scope) -> Absence:
    """Explain why walking these segments finds nothing. Slow: only for people."""
    if root not in scope:
        return Absence(f"{root} cannot be read here", root)
    found: list[Any] = [scope[root]]
    for position, segment in enumerate(segments):
        path = spell(root, segments[:position])
        place = _PLACES.get(path, path)
        try:
            further = advance(found, segment)
        except Malformed as error:
            return Absence(str(error), place)
        if not further:
            return _absence_at(found[0], segment, place, may_list=root in {"event", "setup"})
        found = further
    return Absence("it was there", spell(root, segments))


def _named(pairs: Pairs, segment: Segment) -> Any:
    if type(segment) is Every:
        return pairs.every(segment.name) or ABSENT
    found = pairs.first(segment)
    return ABSENT if found is None else found


def _item(value: list[Any], segment: Segment) -> Any:
    if type(segment) is int:
        index = segment
    elif type(segment) is str and len(segment) <= 9 and segment.isascii() and segment.isdigit():
        index = int(segment)
    else:
        return ABSENT
    return value[index] if index < len(value) else ABSENT


def _items(value: Any) -> Sequence[Any]:
    if type(value) is list:
        return value
    if type(value) is str:
        inner = _inner(value)
        return inner if type(inner) is list else () if inner is not None else (value,)
    return (value,) if isinstance(value, int | float) else ()


def _inner(text: str) -> Any:
    if text.lstrip()[:1] not in {"{", "["}:
        return None
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return None


def _absence_at(value: Any, segment: Segment, place: str, *, may_list: bool) -> Absence:
    if value is None:
        return Absence(f"{place} is null", place)
    if segment is EACH:
        what = "an empty list" if value == [] else f"{kind_of(value)}, not a list"
        return Absence(f"{place} is {what}", place)
    name = segment.name if isinstance(segment, Every) else str(segment)
    name = shorten(name, _MAX_NAME)
    if isinstance(value, list):
        if name.isdigit():
            return Absence(f"there is no item {name} in {place} (items: {len(value)})", place, name)
        return Absence(
            f'{place} is a list: write a position before "{name}", as in [0]', place, name
        )
    if not isinstance(value, Mapping):
        return Absence(f'{place} is {kind_of(value)}: there is no "{name}" in it', place, name)
    names = (
        tuple(shorten(str(key), _MAX_NAME) for key in list(value)[:_MAX_NAMES]) if may_list else ()
    )
    return Absence(f'there is no "{name}" in {place}', place, name, names)

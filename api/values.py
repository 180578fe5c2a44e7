"""Small values that many types share: pairs of name and value."""

from collections.abc import Iterable, Sequence

import strawberry

from api.described import entry, output
from domain.registrations import requests


@output
class KeyValue:
    """A name and its value. Repeated names stay repeated, in order."""

    name: str = strawberry.field(description="The name, as it is written.")
    value: str = strawberry.field(description="The value that belongs to the name.")


@entry
class KeyValueInput:
    """A name and its value. A repeated name stays repeated, in order."""

    name: str = strawberry.field(description="The name.")
    value: str = strawberry.field(description="The value; where the place says so, a template.")


def shown(pairs: Iterable[requests.KeyValue]) -> list[KeyValue]:
    """Convert pairs of the domain."""
    return [KeyValue(name=pair.name, value=pair.value) for pair in pairs]


def shown_pairs(pairs: Iterable[Sequence[str]]) -> list[KeyValue]:
    """Convert [name, value] lists."""
    return [KeyValue(name=name, value=value) for name, value in pairs]


def entered(pairs: Iterable[KeyValueInput] | None) -> tuple[requests.KeyValue, ...]:
    """Convert entered pairs; none when null."""
    return tuple(requests.KeyValue(pair.name, pair.value) for pair in pairs or ())

"""From an input of GraphQL to plain data in the names of GraphQL: what was not given is left out."""

from enum import Enum
from typing import Any

import msgspec
import strawberry
from strawberry.types.base import get_object_definition


def given_or_unset(maybe: Any) -> Any:
    """What a `Maybe` was given, null included; msgspec's UNSET when it is absent."""
    return msgspec.UNSET if maybe is None else maybe.value


def as_data(value: Any) -> Any:
    """Convert an input, however deep; enums to their names, null stays null."""
    if isinstance(value, strawberry.Some):
        return as_data(value.value)
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, list):
        return [as_data(each) for each in value]
    definition = get_object_definition(value)
    if definition is None:
        return value
    given = {
        field.graphql_name or _camel(field.python_name): getattr(value, field.python_name)
        for field in definition.fields
    }
    return {name: as_data(each) for name, each in given.items() if each is not None}


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.title() for word in rest)

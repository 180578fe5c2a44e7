"""The JSON Schema of a value, inferred from the value alone. Pure.

Says which types were seen where; says nothing of what must be there, because one sample cannot know.
"""

from collections.abc import Iterable
from itertools import islice
from typing import Any, Final

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

_DEEPEST: Final = 32
_MOST_NAMES: Final = 500
_MOST_ITEMS: Final = 100

_PLAIN: Final = {type(None): "null", bool: "boolean", int: "integer", float: "number"}

Schema = dict[str, Any]


def inferred(value: Any, depth: int = 0) -> Schema:
    """The schema of one value. What lies deeper than 32 levels may be anything."""
    if depth > _DEEPEST:
        return {}
    if isinstance(value, dict):
        names = islice(value.items(), _MOST_NAMES)
        found = {name: inferred(each, depth + 1) for name, each in names}
        return {"type": "object", "properties": found}
    if isinstance(value, list):
        items = [inferred(each, depth + 1) for each in value[:_MOST_ITEMS]]
        return {"type": "array", "items": merged(items)} if items else {"type": "array"}
    return {"type": _PLAIN.get(type(value), "string")}


def merged(schemas: Iterable[Schema]) -> Schema:
    """One schema for what any of them describes."""
    kinds: dict[str, Schema] = {}
    for schema in schemas:
        kind = schema.get("type")
        if kind is None:
            return {}
        kinds[kind] = _both(kinds[kind], schema) if kind in kinds else schema
    if "number" in kinds:
        kinds.pop("integer", None)
    found = list(kinds.values())
    return found[0] if len(found) == 1 else {"anyOf": found}


def _both(one: Schema, other: Schema) -> Schema:
    """Join two schemas of the same type."""
    if one["type"] == "object":
        names = dict.fromkeys([*one["properties"], *other["properties"]])
        found = {
            name: _united(
                [each["properties"][name] for each in (one, other) if name in each["properties"]]
            )
            for name in names
        }
        return {"type": "object", "properties": found}
    items = [each["items"] for each in (one, other) if "items" in each]
    return {**one, "items": _united(items)} if items else one


def _united(schemas: list[Schema]) -> Schema:
    return merged(part for schema in schemas for part in schema.get("anyOf", [schema]))

"""Our scalars: DateTime, JSON and Base64.

Knows their text forms, and refuses everything else by name; leaves out the meaning of the values.
"""

import base64
import binascii
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final, NewType

import strawberry
from graphql import GraphQLError, StringValueNode, Undefined, ValueNode
from graphql.utilities import value_from_ast_untyped
from strawberry.types.scalar import ScalarDefinition

from api.transport.encoding import is_plain

JSON = NewType("JSON", object)
Base64 = NewType("Base64", bytes)

MAX_DEPTH: Final = 128
_RFC_3339: Final = re.compile(
    r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)", re.ASCII
)


def _date_time_text(value: datetime) -> str:
    if value.utcoffset() is None:
        raise ValueError("a DateTime must be an aware datetime")
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _date_time(value: object) -> datetime:
    if not isinstance(value, str) or not _RFC_3339.fullmatch(value):
        raise GraphQLError(
            "DateTime takes RFC 3339 text with an offset, such as 2026-11-23T21:17:00Z."
        )
    try:
        # Python holds microseconds: the digits past them are dropped
        text = re.sub(r"(\.\d{6})\d+", r"\1", value.upper())
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise GraphQLError("DateTime takes a date and a time that exist.") from error


def _json(value: object) -> object:
    if not is_plain(value, MAX_DEPTH):
        raise GraphQLError(
            f"JSON takes finite numbers, string keys and at most {MAX_DEPTH} levels of nesting."
        )
    return value


def _json_literal(node: ValueNode, variables: dict[str, Any] | None = None) -> object:
    try:
        return _json(_without_absent(value_from_ast_untyped(node, variables)))
    except RecursionError as error:
        raise GraphQLError(f"JSON takes at most {MAX_DEPTH} levels of nesting.") from error


def _without_absent(value: Any) -> Any:
    # variables inside a literal are absent while it is validated, and may be absent later
    if isinstance(value, list):
        return [None if item is Undefined else _without_absent(item) for item in value]
    if isinstance(value, dict):
        return {key: _without_absent(item) for key, item in value.items() if item is not Undefined}
    return value


def _base64_text(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


def _base64(value: object) -> bytes:
    try:
        if isinstance(value, str):
            return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        pass
    raise GraphQLError("Base64 takes text in the standard alphabet of RFC 4648, with padding.")


def _from_text(parse: Callable[[object], object]) -> Callable[..., object]:
    def parse_literal(node: ValueNode, _variables: dict[str, Any] | None = None) -> object:
        return parse(node.value if isinstance(node, StringValueNode) else None)

    return parse_literal


SCALARS: Final[dict[object, ScalarDefinition]] = {
    datetime: strawberry.scalar(
        name="DateTime",
        description="A moment in UTC, as RFC 3339 text: `2026-11-23T21:17:00.5Z`. Other offsets are accepted and converted.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3339",
        serialize=_date_time_text,
        parse_value=_date_time,
        parse_literal=_from_text(_date_time),
    ),
    JSON: strawberry.scalar(
        name="JSON",
        description="Any JSON value. Numbers are finite; nesting is at most 128 levels.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc8259",
        serialize=_json,
        parse_value=_json,
        parse_literal=_json_literal,
    ),
    Base64: strawberry.scalar(
        name="Base64",
        description="Bytes, as text in the standard base 64 alphabet, with padding.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc4648#section-4",
        serialize=_base64_text,
        parse_value=_base64,
        parse_literal=_from_text(_base64),
    ),
}

"""The operators of event filters: what each tests, which values it takes, how it is said."""

from collections.abc import Callable
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from domain.templates.comparison import is_json, is_number, is_same
from domain.templates.values import kind_of

MAX_TEXT: Final = 16 * 1024
MAX_DEPTH: Final = 16
MAX_ITEMS: Final = 1_000


class Operator(StrEnum):
    """How a value in the event is compared."""

    EQUALS = "EQUALS"
    NOT_EQUALS = "NOT_EQUALS"
    CONTAINS = "CONTAINS"
    NOT_CONTAINS = "NOT_CONTAINS"
    STARTS_WITH = "STARTS_WITH"
    ENDS_WITH = "ENDS_WITH"
    GREATER_THAN = "GREATER_THAN"
    LESS_THAN = "LESS_THAN"
    EXISTS = "EXISTS"
    NOT_EXISTS = "NOT_EXISTS"
    IN = "IN"


def value_fault(operator: Operator, value: Any) -> str | None:
    """Say why a value does not fit an operator; None when it does."""
    if operator in {Operator.EXISTS, Operator.NOT_EXISTS}:
        return None if value is None else f"{operator} takes no value"
    if not is_json(value, MAX_DEPTH):
        return f"the value is not JSON, or deeper than {MAX_DEPTH} levels"
    if isinstance(value, str) and len(value) > MAX_TEXT:
        return f"the value is longer than {MAX_TEXT} characters"
    return _kind_fault(operator, value)


def _kind_fault(operator: Operator, value: Any) -> str | None:
    if operator is Operator.IN:
        is_fine = isinstance(value, list) and 0 < len(value) <= MAX_ITEMS
        return None if is_fine else f"IN takes a list of 1 to {MAX_ITEMS} values"
    if operator in {Operator.GREATER_THAN, Operator.LESS_THAN} and not is_number(value):
        return f"{operator} takes a number, not {kind_of(value)}"
    if operator in {Operator.STARTS_WITH, Operator.ENDS_WITH} and not isinstance(value, str):
        return f"{operator} takes a text, not {kind_of(value)}"
    if value is None:
        return f"{operator} needs a value; use NOT_EXISTS for what is absent or null"
    return None


def _contains(value: Any, wanted: Any) -> bool:
    if type(value) is list:
        return any(is_same(item, wanted) for item in value)
    return type(value) is str and type(wanted) is str and wanted in value


def _is_text_that(test: Callable[[str, str], bool]) -> Callable[[Any, Any], bool]:
    return lambda value, wanted: type(value) is str and test(value, wanted)


OPPOSITES: Final = MappingProxyType(
    {
        Operator.NOT_EQUALS: Operator.EQUALS,
        Operator.NOT_CONTAINS: Operator.CONTAINS,
        Operator.NOT_EXISTS: Operator.EXISTS,
    }
)
TESTS: Final[MappingProxyType[Operator, Callable[[Any, Any], bool]]] = MappingProxyType(
    {
        Operator.EQUALS: is_same,
        Operator.CONTAINS: _contains,
        Operator.STARTS_WITH: _is_text_that(str.startswith),
        Operator.ENDS_WITH: _is_text_that(str.endswith),
        Operator.GREATER_THAN: lambda value, wanted: is_number(value) and bool(value > wanted),
        Operator.LESS_THAN: lambda value, wanted: is_number(value) and bool(value < wanted),
        Operator.EXISTS: lambda _value, _wanted: True,
        Operator.IN: lambda value, wanted: any(is_same(value, each) for each in wanted),
    }
)
PHRASES: Final = MappingProxyType(
    {
        Operator.EQUALS: "equal to",
        Operator.CONTAINS: "containing",
        Operator.STARTS_WITH: "starting with",
        Operator.ENDS_WITH: "ending with",
        Operator.GREATER_THAN: "greater than",
        Operator.LESS_THAN: "less than",
        Operator.EXISTS: "present",
        Operator.IN: "one of",
    }
)

"""Comparing JSON values by type and value.

1 equals 1.0; "1" does not equal 1; true equals only true; lists and objects are compared part by part; only numbers
are greater or less than numbers.
"""

from typing import Any, Final

from domain.templates.values import as_json, kind_of, shorten

MAX_SHOWN: Final = 80


def is_number(value: Any) -> bool:
    """Whether it is a JSON number; Python counts true among its integers."""
    return type(value) is int or type(value) is float


def is_same(left: Any, right: Any) -> bool:
    """Whether two JSON values are equal. Recursion is bounded by the shallower of the two."""
    if is_number(left):
        return is_number(right) and bool(left == right)
    if type(left) is not type(right):
        return False
    if type(left) is list:
        return len(left) == len(right) and all(map(is_same, left, right))
    if type(left) is dict:
        return left.keys() == right.keys() and all(is_same(left[key], right[key]) for key in left)
    return bool(left == right)


def is_json(value: Any, depth: int) -> bool:
    """Whether it is a JSON value of at most `depth` levels."""
    if value is None or isinstance(value, str | int | float):
        return True
    if depth == 0 or not isinstance(value, list | dict):
        return False
    items = value.values() if isinstance(value, dict) else value
    return all(is_json(item, depth - 1) for item in items)


def show(value: Any) -> str:
    """Name a value for a person, with its type: 'the text "1"', "the number 1", "a list"."""
    if value is None or type(value) is bool:
        return "null" if value is None else str(value).lower()
    if is_number(value):
        return f"the number {shorten(as_json_or_kind(value), MAX_SHOWN)}"
    if type(value) is str:
        return f"the text {as_json_or_kind(shorten(value, MAX_SHOWN))}"
    return kind_of(value)


def as_json_or_kind(value: Any) -> str:
    """Write a value as JSON, or name its type when JSON cannot hold it."""
    try:
        return as_json(value)
    except ValueError:
        return kind_of(value)

"""JSON values as text and as words. Knows no paths and no templates."""

from typing import Any, Final

import orjson

_KINDS: Final[dict[type, str]] = {
    type(None): "null",
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "a text",
    list: "a list",
    dict: "an object",
}


def kind_of(value: Any) -> str:
    """Name a JSON value's type for a person: "a text", "an object"."""
    return _KINDS.get(type(value), "an object")


def as_text(value: Any) -> str:
    """Write a value as text: text as it is, everything else as compact JSON.

    Raises ValueError, with a sentence for a person, for null and for what JSON cannot hold.
    """
    if type(value) is str:
        return value
    if value is None:
        raise ValueError('it is null; write default("") to accept that')
    return as_json(value)


def as_json(value: Any) -> str:
    """Write a value as compact JSON. Raises ValueError, with a sentence, for what JSON cannot hold."""
    try:
        return orjson.dumps(value).decode()
    except TypeError as error:  # too deep, an integer beyond 64 bits, a lone surrogate
        raise ValueError(f"it cannot be written as JSON ({error})") from error


def as_bytes(value: Any) -> bytes:
    """Write a value as the UTF-8 bytes of its text. Raises ValueError as `as_text` does."""
    try:
        return as_text(value).encode()
    except UnicodeEncodeError as error:
        raise ValueError("it is not valid Unicode text") from error


def shorten(text: str, length: int) -> str:
    """Cut a text to `length` characters, the last one an ellipsis when something was cut."""
    return text if len(text) <= length else text[: length - 1] + "…"

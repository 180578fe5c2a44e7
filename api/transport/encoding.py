"""JSON in and out of the transport. Total: bad text is a ValueError of one kind, good data always encodes.

Knows JSON only (RFC 8259, UTF-8); leaves out what the values mean.
"""

import json
import math
from typing import Any, Final

import orjson


def decode(text: str | bytes) -> Any:
    """Read one JSON text. Integers keep their digits.

    Raises json.JSONDecodeError, and nothing else, for what is not JSON or not UTF-8, NaN, Infinity,
    numbers beyond a double, integers over 4,300 digits, and nesting deeper than the interpreter bears.
    """
    try:
        text = text.decode() if isinstance(text, bytes) else text
        return json.loads(text, parse_constant=_refuse, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise json.JSONDecodeError("not JSON", "", 0) from error


def encode(value: object) -> str:
    """Write one line of JSON. Integers beyond 64 bits and lone surrogates are written too."""
    try:
        return orjson.dumps(value).decode()
    except orjson.JSONEncodeError:
        return _SLOW.encode(value)


def is_plain(value: object, depth: int) -> bool:
    """Say whether a value is JSON: finite numbers, string keys, at most `depth` containers deep."""
    waiting = [(value, depth)]
    while waiting:
        each, left = waiting.pop()
        if each is None or isinstance(each, str | bool | int):
            continue
        if isinstance(each, float):
            if not math.isfinite(each):
                return False
        elif isinstance(each, dict):
            if left == 0 or not all(isinstance(key, str) for key in each):
                return False
            waiting.extend((item, left - 1) for item in each.values())
        elif isinstance(each, list | tuple):
            if left == 0:
                return False
            waiting.extend((item, left - 1) for item in each)
        else:
            return False
    return True


def _refuse(constant: str) -> float:
    raise ValueError(constant)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


_SLOW: Final = json.JSONEncoder(separators=(",", ":"), allow_nan=False)

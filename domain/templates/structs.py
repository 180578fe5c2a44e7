"""Read data into msgspec Structs with every problem at once, each with its path; an unknown key is named.

msgspec alone stops at the first fault. Knows Structs, tuples of one type, dicts, and whatever msgspec converts.
"""

import re
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Final, TypeVar, get_args, get_origin

import msgspec

from domain.errors import Problem, ProblemCode
from domain.templates.suggestion import accepted

_T = TypeVar("_T")
_AT: Final = re.compile(r" - at `.*`$", re.DOTALL)
_WORDS: Final = {
    "`str`": "a text",
    "`int`": "a whole number",
    "`float`": "a number",
    "`bool`": "true or false",
    "`array`": "a list",
    "`object`": "an object",
    "`null`": "null",
}


class _Failed(Enum):
    HERE = "failed"


def read(data: Any, kind: type[_T], path: tuple[str, ...], problems: list[Problem]) -> _T | None:
    """Build a value of `kind`, or add what is wrong to `problems` and return None."""
    value = _read(data, kind, path, problems)
    return None if value is _Failed.HERE else value


def _read(data: Any, kind: Any, path: tuple[str, ...], problems: list[Problem]) -> Any:
    if kind is Any:
        return data
    origin = get_origin(kind)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return _read_struct(data, kind, path, problems)
    if origin is UnionType and (struct := _optional_struct(kind)):
        return None if data is None else _read_struct(data, struct, path, problems)
    if origin is tuple and isinstance(data, list | tuple):
        item = get_args(kind)[0]
        return _whole(
            tuple(_read(each, item, (*path, str(i)), problems) for i, each in enumerate(data))
        )
    if origin is dict and isinstance(data, dict) and all(isinstance(key, str) for key in data):
        item = get_args(kind)[1]
        found = {key: _read(each, item, (*path, key), problems) for key, each in data.items()}
        return found if _whole(tuple(found.values())) is not _Failed.HERE else _Failed.HERE
    return _convert(data, kind, path, problems)


def _read_struct(
    data: Any, kind: type[msgspec.Struct], path: tuple[str, ...], problems: list[Problem]
) -> Any:
    if isinstance(data, kind):
        return data
    if not isinstance(data, dict):
        problems.append(Problem(ProblemCode.INVALID, "expected an object", path))
        return _Failed.HERE
    before = len(problems)
    known = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    for key in data:
        if key not in known:
            message = f'there is no "{key}" here; {accepted(str(key), known)}'
            problems.append(Problem(ProblemCode.UNKNOWN_NAME, message, (*path, str(key))))
    values: dict[str, Any] = {}
    for name, field in known.items():
        if name in data:
            values[field.name] = _read(data[name], field.type, (*path, name), problems)
        elif field.required:
            problems.append(Problem(ProblemCode.REQUIRED, f"{name} is missing", (*path, name)))
    return kind(**values) if len(problems) == before else _Failed.HERE


def _optional_struct(kind: Any) -> type[msgspec.Struct] | None:
    """The Struct of `Struct | None`; None for any other union."""
    others = [each for each in get_args(kind) if each is not NoneType]
    is_one = len(others) == 1 and isinstance(others[0], type)
    return others[0] if is_one and issubclass(others[0], msgspec.Struct) else None


def _convert(data: Any, kind: Any, path: tuple[str, ...], problems: list[Problem]) -> Any:
    try:
        return msgspec.convert(data, kind)
    except UnicodeEncodeError:
        problems.append(Problem(ProblemCode.INVALID, "some text in it is not valid Unicode", path))
        return _Failed.HERE
    except msgspec.ValidationError as error:
        message = _AT.sub("", str(error))
        for code, word in _WORDS.items():
            message = message.replace(code, word)
        problems.append(Problem(ProblemCode.INVALID, message[:1].lower() + message[1:], path))
        return _Failed.HERE


def _whole(values: tuple[Any, ...]) -> Any:
    return _Failed.HERE if _Failed.HERE in values else values

"""Decode data into msgspec Structs and name every problem, where msgspec stops at the first.

Knows types only: unknown keys with their nearest neighbour, missing keys, wrong kinds, unknown
choices, each by its path. Leaves out what values mean.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Any, Final

import msgspec
from msgspec import inspect

from domain.errors import Invalid, Problem, ProblemCode

MAX_DEPTH: Final = 24

Path = tuple[str, ...]


def decode(data: object, kind: Any, path: Path = ()) -> Any:
    """Build a value of `kind`. Raises Invalid with every problem, each path starting with `path`."""
    problems = list(_check(data, _described(kind), path))
    if not problems:
        try:
            return msgspec.convert(data, kind)
        except msgspec.ValidationError as error:
            problems = [Problem(ProblemCode.INVALID, str(error), path)]
    raise Invalid(problems)


@cache
def _described(kind: Any) -> inspect.Type:
    """Describe a type, once: it takes longer than reading a file of it."""
    return inspect.type_info(kind)


def nearest(word: str, known: Iterable[str]) -> str:
    """Say which of the known words was probably meant: "; did you mean x?", or nothing."""
    match = get_close_matches(word, list(known), n=1)
    return f"; did you mean {match[0]!r}?" if match else ""


def _check(data: object, kind: inspect.Type, path: Path) -> Iterable[Problem]:
    if len(path) > MAX_DEPTH:
        yield Problem(ProblemCode.INVALID, "this is nested too deeply", path)
        return
    match kind:
        case inspect.StructType():
            yield from _struct(data, kind, path)
        case inspect.UnionType():
            yield from _union(data, kind, path)
        case inspect.VarTupleType() | inspect.ListType():
            yield from _items(data, kind.item_type, path)
        case inspect.TupleType():
            yield from _pair(data, kind, path)
        case inspect.DictType():
            yield from _table(data, kind, path)
        case _:
            if not _is_a(data, kind):
                yield _unfit(data, (kind,), path)


def _struct(data: object, kind: inspect.StructType, path: Path) -> Iterable[Problem]:
    if not isinstance(data, Mapping):
        yield _unfit(data, (kind,), path)
        return
    fields = {field.encode_name: field for field in kind.fields}
    known = [*fields, *([kind.tag_field] if kind.tag_field else [])]
    for name in data:
        if name not in known:
            hint = nearest(str(name), known) or f"; known are {', '.join(sorted(known))}"
            yield Problem(
                ProblemCode.UNKNOWN_NAME, f"unknown name {name!r}{hint}", (*path, str(name))
            )
    for name, field in fields.items():
        if name in data:
            yield from _check(data[name], field.type, (*path, name))
        elif field.required:
            yield Problem(ProblemCode.REQUIRED, f"{name!r} is needed", (*path, name))


def _union(data: object, kind: inspect.UnionType, path: Path) -> Iterable[Problem]:
    structs = [one for one in kind.types if isinstance(one, inspect.StructType)]
    lists = [one for one in kind.types if isinstance(one, inspect.VarTupleType)]
    if isinstance(data, Mapping) and structs:
        chosen = structs if len(structs) == 1 else list(_tagged(data, structs))
        if chosen:
            yield from _check(data, chosen[0], path)
        else:
            yield _untagged(data, structs, path)
    elif isinstance(data, list | tuple) and lists:
        yield from _check(data, lists[0], path)
    elif not any(_is_a(data, one) for one in kind.types):
        yield _unfit(data, kind.types, path)


def _tagged(
    data: Mapping[Any, Any], structs: list[inspect.StructType]
) -> Iterable[inspect.StructType]:
    return (one for one in structs if one.tag_field and data.get(one.tag_field) == one.tag)


def _untagged(data: Mapping[Any, Any], structs: list[inspect.StructType], path: Path) -> Problem:
    field = structs[0].tag_field or ""
    tags = [str(one.tag) for one in structs]
    choices = f"one of {', '.join(tags)}"
    if field not in data:
        return Problem(ProblemCode.REQUIRED, f"{field!r} is needed: {choices}", (*path, field))
    hint = nearest(str(data[field]), tags)
    message = f"{field!r} must be {choices}{hint}"
    return Problem(ProblemCode.INVALID, message, (*path, field))


def _items(data: object, kind: inspect.Type, path: Path) -> Iterable[Problem]:
    if not isinstance(data, list | tuple):
        yield Problem(ProblemCode.INVALID, f"a list is needed, not {_word(data)}", path)
        return
    for index, item in enumerate(data):
        yield from _check(item, kind, (*path, str(index)))


def _pair(data: object, kind: inspect.TupleType, path: Path) -> Iterable[Problem]:
    if not isinstance(data, list | tuple) or len(data) != len(kind.item_types):
        message = f"a list of {len(kind.item_types)} is needed, not {_word(data)}"
        yield Problem(ProblemCode.INVALID, message, path)
        return
    for index, (item, item_kind) in enumerate(zip(data, kind.item_types, strict=True)):
        yield from _check(item, item_kind, (*path, str(index)))


def _table(data: object, kind: inspect.DictType, path: Path) -> Iterable[Problem]:
    if not isinstance(data, Mapping) or not all(isinstance(name, str) for name in data):
        yield _unfit(data, (kind,), path)
        return
    for name, value in data.items():
        yield from _check(value, kind.value_type, (*path, name))


def _is_a(data: object, kind: inspect.Type) -> bool:
    match kind:
        case inspect.AnyType():
            return True
        case inspect.LiteralType():
            return data in kind.values and isinstance(data, str)
        case inspect.EnumType():
            return isinstance(data, str) and data in [member.value for member in kind.cls]
        case (
            inspect.StructType() | inspect.VarTupleType() | inspect.TupleType() | inspect.ListType()
        ):
            return False
    try:
        msgspec.convert(data, _PLAIN[type(kind)])
    except (msgspec.ValidationError, UnicodeEncodeError):  # half a surrogate pair is no number
        return False
    return True


def _unfit(data: object, kinds: Iterable[inspect.Type], path: Path) -> Problem:
    wanted = " or ".join(_wanted(one) for one in kinds if not isinstance(one, inspect.NoneType))
    hint = (
        nearest(data, [c for one in kinds for c in _choices(one)]) if isinstance(data, str) else ""
    )
    return Problem(ProblemCode.INVALID, f"{wanted} is needed, not {_word(data)}{hint}", path)


def _wanted(kind: inspect.Type) -> str:
    choices = _choices(kind)
    return f"one of {', '.join(choices)}" if choices else _NAMES.get(type(kind), "a value")


def _choices(kind: inspect.Type) -> list[str]:
    match kind:
        case inspect.LiteralType():
            return [str(value) for value in kind.values]
        case inspect.EnumType():
            return [str(member.value) for member in kind.cls]
    return []


def _word(data: object) -> str:
    """What was sent, in a word: never its value, which may be a secret."""
    for kinds, word in _WORDS:
        if isinstance(data, kinds):
            return word
    return "nothing"


_PLAIN: Final[Mapping[type[inspect.Type], Any]] = {
    inspect.StrType: str,
    inspect.IntType: int,
    inspect.BoolType: bool,
    inspect.FloatType: float,
    inspect.NoneType: None,
    inspect.DateType: date,
    inspect.DictType: dict[str, Any],
}
_NAMES: Final[Mapping[type[inspect.Type], str]] = {
    inspect.StrType: "a text",
    inspect.IntType: "a whole number",
    inspect.BoolType: "true or false",
    inspect.FloatType: "a number",
    inspect.DateType: "a date",
    inspect.DictType: "a table",
    inspect.StructType: "a table",
    inspect.VarTupleType: "a list",
    inspect.ListType: "a list",
}
_WORDS: Final[tuple[tuple[Any, str], ...]] = (
    (bool, "true or false"),
    (str, "this text"),
    (int, "a whole number"),
    (float, "a number"),
    (Mapping, "a table"),
    ((list, tuple), "a list"),
)

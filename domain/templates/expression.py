"""Expressions: `path | filter("argument", path)`, what stands between `{{` and `}}`.

Knows the grammar, the arguments of filters, and what an unverified stranger may have signed. Leaves out the
text around it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from domain.templates.errors import TemplateError, TemplateSyntaxError
from domain.templates.filters import FILTERS, Filter
from domain.templates.path import Path, scan, scan_string
from domain.templates.scope import Scope
from domain.templates.segments import ABSENT
from domain.templates.suggestion import accepted
from domain.templates.values import as_text

MAX_CALLS: Final = 8
MAX_TEXT: Final = 256 * 1024

_SPACE: Final = re.compile(r"\s*")
_WORD: Final = re.compile(r"[A-Za-z]\w*")
_TOKEN: Final = re.compile(r"[A-Za-z0-9._~+/=-]{1,256}", re.ASCII)
_NOT_SECRET: Final = frozenset({"id", "providerId"})

Operand = Path | str


@dataclass(frozen=True, slots=True)
class Call:
    """A filter with its arguments, defaults filled in."""

    filter: Filter
    arguments: tuple[Operand, ...]


@dataclass(frozen=True)
class Expression:
    """A source and the filters it goes through."""

    source: Operand
    calls: tuple[Call, ...]

    @property
    def name(self) -> str:
        """How errors call it: the source's path."""
        return self.source.text if isinstance(self.source, Path) else "the text"

    @cached_property
    def paths(self) -> tuple[Path, ...]:
        """Every path that is read, arguments included."""
        return tuple(operand for operand in self._operands() if isinstance(operand, Path))

    @cached_property
    def is_digest(self) -> bool:
        """Whether an HMAC or a hash is made."""
        return any(call.filter.is_digest for call in self.calls)

    @cached_property
    def reveals_secret(self) -> bool:
        """Whether a secret comes out as it is, not under an HMAC or a hash."""
        reveals = _is_secret(self.source)
        for call in self.calls:
            reveals = not call.filter.is_digest and (
                reveals or any(_is_secret(argument) for argument in call.arguments)
            )
        return reveals

    def evaluate(self, scope: Scope, *, from_stranger: bool = False) -> Any:
        """Compute the value. Raises TemplateError.

        from_stranger: the event is not verified, so an HMAC or a hash takes nothing from it but a plain token:
        at most 256 characters of A-Z a-z 0-9 . _ ~ + / = -
        """
        is_guarded = from_stranger and self.is_digest
        value = _read(self.source, scope, is_guarded=is_guarded)
        for call in self.calls:
            if call.filter.name == "default":
                if value is ABSENT or value is None:
                    value = _read(call.arguments[0], scope, is_guarded=is_guarded)
                continue
            value = self._apply(
                call, _present(value, self.source, scope), scope, is_guarded=is_guarded
            )
        return _present(value, self.source, scope)

    def _apply(self, call: Call, value: Any, scope: Scope, *, is_guarded: bool) -> Any:
        if is_guarded and call.filter.name == "hmac":
            _refuse_content(value, self.name)
        arguments = [
            _present(_read(argument, scope, is_guarded=is_guarded), argument, scope)
            for argument in call.arguments
        ]
        try:
            result = call.filter.apply(value, arguments)
        except ValueError as error:
            raise TemplateError(self.name, f"{call.filter.name}: {error}") from error
        if isinstance(result, str) and len(result) > MAX_TEXT:
            raise TemplateError(
                self.name, f"{call.filter.name} gives more than {MAX_TEXT} characters"
            )
        return result

    def _operands(self) -> Iterator[Operand]:
        yield self.source
        for call in self.calls:
            yield from call.arguments


def scan_expression(text: str, start: int) -> tuple[Expression, int]:
    """Read the expression that begins at `start`: it, and where it ends. Raises TemplateSyntaxError."""
    source, position = _scan_operand(text, _skip(text, start))
    calls: list[Call] = []
    position = _skip(text, position)
    while text.startswith("|", position):
        call, position = _scan_call(text, _skip(text, position + 1))
        calls.append(call)
        position = _skip(text, position)
    if len(calls) > MAX_CALLS:
        raise TemplateSyntaxError(f"more than {MAX_CALLS} filters in a row", start)
    return Expression(source, tuple(calls)), position


def _scan_operand(text: str, position: int) -> tuple[Operand, int]:
    if text.startswith(('"', "'"), position):
        return scan_string(text, position)
    path, end = scan(text, position)
    if path.has_each:
        raise TemplateSyntaxError(
            "[*] gives several values; a template takes one: write a position, as in [0]", position
        )
    return path, end


def _scan_call(text: str, position: int) -> tuple[Call, int]:
    word = _WORD.match(text, position)
    if word is None:
        raise TemplateSyntaxError("the name of a filter is expected after |", position)
    found = FILTERS.get(word[0])
    if found is None:
        raise TemplateSyntaxError(
            f'there is no filter "{word[0]}"; {accepted(word[0], FILTERS)}', position
        )
    given, end = _scan_arguments(text, word.end())
    return Call(found, _fill(found, given, position)), end


def _scan_arguments(text: str, position: int) -> tuple[list[Operand], int]:
    given: list[Operand] = []
    opening = _skip(text, position)
    if not text.startswith("(", opening):
        return given, position
    position = _skip(text, opening + 1)
    while not text.startswith(")", position):
        operand, position = _scan_operand(text, position)
        given.append(operand)
        position = _skip(text, position)
        if text.startswith(",", position):
            position = _skip(text, position + 1)
        elif not text.startswith(")", position):
            raise TemplateSyntaxError("a comma or a closing parenthesis is missing", position)
    return given, position + 1


def _fill(found: Filter, given: list[Operand], position: int) -> tuple[Operand, ...]:
    names = ", ".join(parameter.name for parameter in found.parameters) or "nothing"
    if len(given) > len(found.parameters):
        raise TemplateSyntaxError(
            f"{found.name} takes {names}, not {len(given)} arguments", position
        )
    filled: list[Operand] = []
    for index, parameter in enumerate(found.parameters):
        value = given[index] if index < len(given) else parameter.default
        if value is None:
            raise TemplateSyntaxError(
                f"{found.name} also needs its {parameter.name}: it takes {names}", position
            )
        if parameter.choices and value not in parameter.choices:
            said = value.text if isinstance(value, Path) else f'"{value}"'
            hint = accepted(said.strip('"'), parameter.choices)
            raise TemplateSyntaxError(
                f"{said} is not a valid {parameter.name} of {found.name}; {hint}", position
            )
        filled.append(value)
    return tuple(filled)


def _skip(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position


def _read(operand: Operand, scope: Scope, *, is_guarded: bool) -> Any:
    if isinstance(operand, str):
        return operand
    value = operand.lookup(scope)
    if is_guarded and operand.root == "event" and value is not ABSENT and value is not None:
        _refuse_content(value, operand.text)
    return value


def _present(value: Any, operand: Operand, scope: Scope) -> Any:
    if value is ABSENT and isinstance(operand, Path):
        raise TemplateError(operand.text, operand.absence(scope).sentence)
    return value


def _refuse_content(value: Any, name: str) -> None:
    # a stranger could have anything signed here, and send it back as a genuine event
    try:
        text = as_text(value)
    except ValueError as error:
        raise TemplateError(name, str(error)) from error
    if not _TOKEN.fullmatch(text):
        raise TemplateError(
            name,
            "it is not a plain token, and only those are signed for a sender who is not verified",
        )


def _is_secret(operand: Operand) -> bool:
    if isinstance(operand, str):
        return False
    if operand.root == "credential":
        return operand.segments[0] not in _NOT_SECRET
    return operand.root in {"secrets", "persisted"}

"""Paths: `event.body.team.id`, `event.body.items[0]["odd key"]`, `event.headers.x-foo`, `event.body.accounts[*].id`.

After `headers` and `query` the remainder is one name, dots included, in any case for headers; a repeated name gives
its first value, `[1]` the second, `[*]` all. A numeric name counts in lists. Knows the grammar and the reading;
leaves out which names are allowed where.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from domain.request import Malformed
from domain.templates.errors import TemplateError, TemplateSyntaxError
from domain.templates.scope import Pairs, Scope
from domain.templates.segments import ABSENT, EACH, LITERAL, NAME, ROOT, Every, Segment, is_literal
from domain.templates.walk import Absence, absence, advance, step

MAX_LENGTH: Final = 1_000
MAX_SEGMENTS: Final = 32

_STRING: Final = re.compile(r'"((?:[^"\\]|\\.)*)"|\'((?:[^\'\\]|\\.)*)\'', re.DOTALL)
_ESCAPE: Final = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES: Final = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "'": "'", "\\": "\\"}
_INDEX: Final = re.compile(r"\[(\d{1,9})\]", re.ASCII)
_BRACES: Final = re.compile(r"\s*\{\{\s*(.*?)\s*\}\}\s*", re.DOTALL)
_JSON: Final = frozenset({dict, list, str, int, float, bool, type(None)})


@dataclass(frozen=True, slots=True)
class Path:
    """text: as written. root: the first name. has_each: whether `[*]` stands in it."""

    text: str
    root: str
    segments: tuple[Segment, ...]
    has_each: bool

    @classmethod
    def parse(cls, text: str) -> "Path":
        """Read a path, also one that the variable menu wrapped as `{{ path }}`. Raises TemplateSyntaxError."""
        if wrapped := _BRACES.fullmatch(text[: MAX_LENGTH + 1]):
            text = wrapped[1]
        path, end = scan(text, 0)
        if end != len(text):
            raise TemplateSyntaxError(f"the path ends before {text[end]!r}", end)
        return path

    def lookup(self, scope: Scope) -> Any:
        """The value, null included, or ABSENT; the first one where `[*]` gives several."""
        try:
            if self.has_each:
                return next(iter(self._walk(scope)), ABSENT)
            value = scope.get(self.root, ABSENT)
            for segment in self.segments:
                value = step(value, segment)
        except Malformed:
            return ABSENT
        return value if type(value) in _JSON else _plain(value)

    def values(self, scope: Scope) -> tuple[Any, ...]:
        """Every value the path finds, null included, in order; none when there is none."""
        if not self.has_each:
            value = self.lookup(scope)
            return () if value is ABSENT else (value,)
        try:
            return tuple(self._walk(scope))
        except Malformed:
            return ()

    def first(self, scope: Scope) -> Any:
        """The first value. Raises TemplateError when there is none."""
        value = self.lookup(scope)
        if value is ABSENT:
            raise TemplateError(self.text, self.absence(scope).sentence)
        return value

    def absence(self, scope: Scope) -> Absence:
        """Explain why there is nothing in this scope."""
        return absence(self.root, self.segments, scope)

    def _walk(self, scope: Scope) -> list[Any]:
        found = [scope[self.root]] if self.root in scope else []
        for segment in self.segments:
            found = advance(found, segment)
        return [_plain(value) for value in found]


def scan(text: str, start: int) -> tuple[Path, int]:
    """Read the path that begins at `start`: the path, and where it ends. Raises TemplateSyntaxError."""
    root = ROOT.match(text, start)
    if root is None:
        raise TemplateSyntaxError("a path is expected here, like event.body.id", start)
    segments: list[Segment] = []
    position = root.end()
    while text.startswith((".", "["), position):
        segment, position = _scan_segment(text, position, root[0], segments)
        segments.append(segment)
        if len(segments) > MAX_SEGMENTS or position - start > MAX_LENGTH:
            raise TemplateSyntaxError(
                f"the path is longer than {MAX_SEGMENTS} steps or {MAX_LENGTH} characters", start
            )
    if not segments or (root[0] == "setup" and len(segments) < 2):
        raise TemplateSyntaxError(f"a name is missing after {text[start:position]}", position)
    return Path(text[start:position], root[0], tuple(segments), EACH in segments), position


def scan_string(text: str, start: int) -> tuple[str, int]:
    r"""Read the quoted text that begins at `start`; \" \' \\ \n \r \t are its escapes. Raises TemplateSyntaxError."""
    found = _STRING.match(text, start)
    if found is None:
        raise TemplateSyntaxError("the quoted text does not end", start)
    inner = found[1] if found[1] is not None else found[2]
    return _ESCAPE.sub(lambda escape: _unescape(escape, start), inner), found.end()


def _unescape(escape: re.Match[str], start: int) -> str:
    try:
        return _ESCAPES[escape[1]]
    except KeyError:
        raise TemplateSyntaxError(
            f"{escape[0]} is not an escape; write \\\\ for a backslash", start
        ) from None


def _scan_segment(
    text: str, position: int, root: str, before: list[Segment]
) -> tuple[Segment, int]:
    may_have_dots = is_literal(root, before)
    if text.startswith("[*]", position):
        _widen(root, before)
        return EACH, position + 3
    if index := _INDEX.match(text, position):
        _widen(root, before)
        return int(index[1]), index.end()
    if text[position] == "[":
        name, end = _scan_key(text, position)
    else:
        found = (LITERAL if may_have_dots else NAME).match(text, position + 1)
        if found is None:
            raise TemplateSyntaxError("a name is missing after the dot", position + 1)
        name, end = found[0], found.end()
    return (name.lower() if may_have_dots and before[-1] == "headers" else name), end


def _scan_key(text: str, position: int) -> tuple[str, int]:
    if not text.startswith(('["', "['"), position):
        raise TemplateSyntaxError(
            'brackets hold a position, a quoted name or *: [0], ["name"], [*]', position
        )
    name, end = scan_string(text, position + 1)
    if not text.startswith("]", end):
        raise TemplateSyntaxError("a closing bracket is missing", end)
    return name, end + 1


def _widen(root: str, before: list[Segment]) -> None:
    """A position or `[*]` after a header or query name chooses from all of its values."""
    if before and isinstance(before[-1], str) and is_literal(root, before[:-1]):
        before[-1] = Every(before[-1])


def _plain(value: Any) -> Any:
    if type(value) is Pairs:
        return value.as_object()
    return dict(value) if isinstance(value, Mapping) and type(value) is not dict else value

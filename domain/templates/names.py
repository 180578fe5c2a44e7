"""Which names exist where a template stands, and what is wrong with one that uses others."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from domain.errors import Problem, ProblemCode
from domain.templates.errors import TemplateSyntaxError
from domain.templates.path import Path
from domain.templates.scope import ANSWER_PARTS, EVENT_PARTS
from domain.templates.segments import Segment, spell
from domain.templates.suggestion import accepted
from domain.templates.template import Template
from domain.templates.tree import MAX_DEPTH, MAX_NODES

_EVENT: Final = tuple(f"event.{part}" for part in EVENT_PARTS)
_ANSWER: Final = tuple(f"setup.response.{part}" for part in ANSWER_PARTS)
_FLAT: Final = frozenset({"method", "rawBody", "status"})


@dataclass(frozen=True, slots=True)
class KnownNames:
    """closed: the roots that can be read here and every name below each (secrets, persisted, settings, …).

    open: roots of them where other names are accepted too; deep: those of them where other names may hold more
    below. has_item: whether `item`, one of a list, can be read here, and anything below it. has_event, has_answer:
    whether `event.*` and `setup.response.*` can be read here; below headers, query and
    body any name is accepted.
    """

    closed: Mapping[str, frozenset[str]]
    has_event: bool = False
    has_answer: bool = False
    open: frozenset[str] = frozenset()
    has_item: bool = False
    deep: frozenset[str] = frozenset()

    def names(self) -> list[str]:
        """Every name that can be written, free tails cut."""
        names = [
            spell(root, (name,)) for root, below in self.closed.items() for name in sorted(below)
        ]
        item = ("item",) if self.has_item else ()
        event, answer = _EVENT if self.has_event else (), _ANSWER if self.has_answer else ()
        return [*names, *event, *answer, *item]

    def fault(self, path: Path) -> str | None:
        """Say what is wrong with a path here, and the nearest valid name; None when it is fine."""
        if path.root in self.closed:
            return self._closed_fault(path)
        if path.root == "item" and self.has_item:
            return None
        if path.root == "event" and self.has_event:
            return self._open_fault(path, EVENT_PARTS, 0)
        if path.root == "setup" and self.has_answer and path.segments[0] == "response":
            return self._open_fault(path, ANSWER_PARTS, 1)
        return self._other_fault(path)

    def _other_fault(self, path: Path) -> str:
        if path.root in EVENT_PARTS and self.has_event:
            return f"there is no {path.text}; did you mean event.{path.text}?"
        if path.root in {"event", "setup"}:
            return f"{path.text} cannot be used here; {self._roots()}"
        return f"there is no {path.text}; {accepted(path.text, self.names())}"

    def _closed_fault(self, path: Path) -> str | None:
        name = path.segments[0]
        is_known = name in self.closed[path.root]
        if not is_known and path.root not in self.open:
            return _unknown(path.root, (), name, self.closed[path.root])
        if len(path.segments) > 1 and (is_known or path.root not in self.deep):
            return f"{spell(path.root, (name,))} is one value; there is nothing below it"
        return None

    def _open_fault(self, path: Path, parts: tuple[str, ...], index: int) -> str | None:
        part = path.segments[index]
        if part not in parts:
            return _unknown(path.root, path.segments[:index], part, parts)
        if part in _FLAT and len(path.segments) > index + 1:
            return f"{spell(path.root, path.segments[: index + 1])} is one value; there is nothing below it"
        return None

    def _roots(self) -> str:
        roots = [
            *sorted(self.closed),
            *(["event"] if self.has_event else []),
            *(["setup.response"] if self.has_answer else []),
        ]
        return f"accepted: names of {', '.join(roots)}" if roots else "nothing can be"


def _unknown(root: str, before: tuple[Segment, ...], name: Segment, names: Collection[str]) -> str:
    said = spell(root, (*before, name))
    return f"there is no {said}; {accepted(str(name), names, lambda each: spell(root, (*before, each)))}"


def check(value: Any, known: KnownNames | None, path: tuple[str, ...] = ()) -> list[Problem]:
    """Find every problem of a template, or of a JSON value whose strings are templates, each with its path.

    known: None checks the syntax alone.
    """
    problems: list[Problem] = []
    for count, (node, where) in enumerate(_leaves(value, path)):
        if count >= MAX_NODES or len(where) - len(path) > MAX_DEPTH:
            message = f"it is deeper than {MAX_DEPTH} levels or has more than {MAX_NODES} values"
            return [*problems, Problem(ProblemCode.TOO_LONG, message, path)]
        problems += _check_one(node, known, where)
    return problems


def check_path(text: str, known: KnownNames | None, path: tuple[str, ...] = ()) -> list[Problem]:
    """Find every problem of a plain path, `[*]` allowed."""
    try:
        found = Path.parse(text)
    except TemplateSyntaxError as error:
        return [_syntax(error, path)]
    fault = known.fault(found) if known else None
    return [Problem(ProblemCode.UNKNOWN_NAME, fault, path)] if fault else []


def _leaves(value: Any, path: tuple[str, ...]) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """Depth first, in order, without recursion: the depth is bounded by the caller, not by Python's stack."""
    waiting: list[tuple[Any, tuple[str, ...]]] = [(value, path)]
    while waiting:
        node, where = waiting.pop()
        yield node, where
        if isinstance(node, dict):
            waiting += [(each, (*where, str(key))) for key, each in reversed(node.items())]
        elif isinstance(node, list | tuple):
            waiting += [
                (each, (*where, str(index))) for index, each in reversed(list(enumerate(node)))
            ]


def _check_one(node: Any, known: KnownNames | None, where: tuple[str, ...]) -> list[Problem]:
    if node is None or isinstance(node, int | float | list | tuple):
        return []
    if isinstance(node, dict):
        wrong = [key for key in node if not isinstance(key, str)]
        return (
            [Problem(ProblemCode.INVALID, "the keys of an object are texts", where)]
            if wrong
            else []
        )
    if not isinstance(node, str | Template):
        message = f"{type(node).__name__} is not a JSON value; write it as a text"
        return [Problem(ProblemCode.INVALID, message, where)]
    try:
        template = Template.parse(node) if isinstance(node, str) else node
    except TemplateSyntaxError as error:
        return [_syntax(error, where)]
    faults = [fault for path in template.paths if known and (fault := known.fault(path))]
    return [Problem(ProblemCode.UNKNOWN_NAME, fault, where) for fault in dict.fromkeys(faults)]


def _syntax(error: TemplateSyntaxError, where: tuple[str, ...]) -> Problem:
    return Problem(
        ProblemCode.INVALID, f"{error.message} (at character {error.position + 1})", where
    )

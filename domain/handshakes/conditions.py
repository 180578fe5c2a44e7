"""Conditions: what one value of a request must be, for a rule to be met. As data, and compiled. Pure.

The data forms: a plain value, {"present": true | false}, {"one_of": [values]}, {"prefix": "text"}.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from domain.errors import Problem, ProblemCode
from domain.templates.comparison import is_json, is_same, show
from domain.templates.path import Path
from domain.templates.scope import Scope
from domain.templates.segments import ABSENT

MAX_CHOICES: Final = 50

_DEPTH: Final = 8
_TEXT_PARTS: Final = ("event.headers", "event.query")
_FORMS: Final = 'expected a value, or {"present": true}, {"one_of": ["a", "b"]} or {"prefix": "a"}'


class Ask(StrEnum):
    """What is asked of a value, in the words of the data form; `equals` is the plain value."""

    EQUALS = "equals"
    PRESENT = "present"
    ONE_OF = "one_of"
    PREFIX = "prefix"


@dataclass(frozen=True, slots=True)
class Test:
    """wanted: a value, true or false, several values, or a text, as `ask` says. Null counts as not present."""

    __test__ = False  # not one of pytest's, whatever the name says

    path: Path
    ask: Ask
    wanted: Any

    def holds(self, scope: Scope) -> bool:
        """Whether the event is as the rule says."""
        value = self.path.lookup(scope)
        match self.ask:
            case Ask.EQUALS:
                return value is not ABSENT and is_same(value, self.wanted)
            case Ask.PRESENT:
                return (value is not ABSENT and value is not None) is self.wanted
            case Ask.ONE_OF:
                return value is not ABSENT and any(is_same(value, each) for each in self.wanted)
            case Ask.PREFIX:
                return type(value) is str and value.startswith(self.wanted)

    def failure(self, scope: Scope) -> str:
        """Say for a person why it does not hold."""
        value, text = self.path.lookup(scope), self.path.text
        if value is ABSENT:
            return self.path.absence(scope).sentence
        match self.ask:
            case Ask.EQUALS:
                return f"{text} is {show(value)}, not {show(self.wanted)}"
            case Ask.PRESENT:
                return f"{text} is {'null' if value is None else 'present'}"
            case Ask.ONE_OF:
                return f"{text} is {show(value)}, none of {show(list(self.wanted))}"
            case Ask.PREFIX:
                return f"{text} is {show(value)}, which does not begin with {show(self.wanted)}"


def read_test(text: str, value: Any) -> Test:
    """Compile one entry of a rule's `when` that has no fault."""
    ask, wanted = asked(value)
    return Test(Path.parse(text), ask, tuple(wanted) if ask is Ask.ONE_OF else wanted)


def asked(value: Any) -> tuple[Ask, Any]:
    """What the data form of a condition without a fault asks, and of what."""
    if isinstance(value, dict):
        ((name, wanted),) = value.items()
        return Ask(name), wanted
    return Ask.EQUALS, value


def value_faults(text: str, value: Any) -> Iterator[Problem]:
    """Find what is wrong with the data form of a condition. text: its path. Paths of problems begin below it."""
    if not isinstance(value, dict):
        yield from _plain(text, value)
        return
    match value:
        case {"present": bool(), **rest} if not rest:
            return
        case {"prefix": str(prefix), **rest} if not rest:
            if not prefix:
                message = "an empty beginning is met by any text"
                yield Problem(ProblemCode.REQUIRED, message, ("prefix",))
        case {"one_of": list() | tuple() as choices, **rest} if not rest:
            yield from _choices(text, choices)
        case _:
            yield Problem(ProblemCode.INVALID, _FORMS)


def _choices(text: str, choices: list[Any] | tuple[Any, ...]) -> Iterator[Problem]:
    if not 0 < len(choices) <= MAX_CHOICES:
        message = f"1 to {MAX_CHOICES} values are accepted"
        yield Problem(ProblemCode.INVALID, message, ("one_of",))
    for index, each in enumerate(choices[:MAX_CHOICES]):
        for problem in _plain(text, each):
            yield problem.under("one_of", str(index))


def _plain(text: str, value: Any) -> Iterator[Problem]:
    if value is None or isinstance(value, dict) or not is_json(value, _DEPTH):
        message = 'expected a text, number, true, false or list; {"present": false} for what must be absent'
        yield Problem(ProblemCode.INVALID, message)
    elif text.startswith(_TEXT_PARTS) and not isinstance(value, str):
        message = "a header or a query field is always a text: write the value in quotes"
        yield Problem(ProblemCode.INVALID, message)

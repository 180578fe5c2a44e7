"""Event filters: which events start something. `any` of several groups, `all` conditions of a group.

A path that finds nothing, or null, is absent. Where `[*]` gives several values, one that fits is enough; a NOT_
operator holds exactly when its opposite does not, so it also holds for an absent value. Values are compared by
type: see `comparison`.
"""

from dataclasses import dataclass
from typing import Any, Final

import msgspec

from domain.errors import Invalid, Problem, ProblemCode
from domain.templates.comparison import is_number, show
from domain.templates.names import KnownNames, check_path
from domain.templates.operators import OPPOSITES, PHRASES, TESTS, Operator, value_fault
from domain.templates.path import Path
from domain.templates.scope import Scope
from domain.templates.structs import read

MAX_GROUPS: Final = 50
MAX_CONDITIONS: Final = 50


class Condition(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """path: into the event. value: JSON; a list for IN, a number for GREATER_THAN, none for EXISTS."""

    path: str
    operator: Operator
    value: Any = None


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Holds when all of its conditions hold."""

    all: tuple[Condition, ...]


class EventFilter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Holds when any of its groups holds; no groups let every event pass."""

    any: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class CompiledCondition:
    """A condition with its path read. is_negated: the NOT_ form of `operator`."""

    path: Path
    operator: Operator
    value: Any
    is_negated: bool


@dataclass(frozen=True, slots=True)
class CompiledFilter:
    """Groups of conditions, ready to evaluate."""

    groups: tuple[tuple[CompiledCondition, ...], ...]


def read_filter(data: Any, path: tuple[str, ...] = ()) -> EventFilter:
    """Read a filter from its data form. Raises Invalid with every problem."""
    problems: list[Problem] = []
    found = read(data, EventFilter, path, problems)
    if found is not None:
        problems += check_filter(found, None, path)
    if problems or found is None:
        raise Invalid(problems)
    return found


def check_filter(
    event_filter: EventFilter, known: KnownNames | None, path: tuple[str, ...] = ()
) -> list[Problem]:
    """Find every problem: paths, names (unless known is None), values that do not fit their operator."""
    problems: list[Problem] = []
    if len(event_filter.any) > MAX_GROUPS:
        message = f"a filter has at most {MAX_GROUPS} groups"
        problems.append(Problem(ProblemCode.TOO_LONG, message, (*path, "any")))
    for index, group in enumerate(event_filter.any[:MAX_GROUPS]):
        where = (*path, "any", str(index), "all")
        if not 0 < len(group.all) <= MAX_CONDITIONS:
            message = f"a group has 1 to {MAX_CONDITIONS} conditions"
            problems.append(Problem(ProblemCode.INVALID, message, where))
        for number, condition in enumerate(group.all[:MAX_CONDITIONS]):
            problems += check_path(condition.path, known, (*where, str(number), "path"))
            if fault := value_fault(condition.operator, condition.value):
                problems.append(Problem(ProblemCode.INVALID, fault, (*where, str(number), "value")))
    return problems


def compile_filter(event_filter: EventFilter) -> CompiledFilter:
    """Prepare a filter for evaluation. Raises Invalid with every problem."""
    if problems := check_filter(event_filter, None):
        raise Invalid(problems)
    return CompiledFilter(tuple(tuple(map(_compile, group.all)) for group in event_filter.any))


def evaluate(compiled: CompiledFilter, scope: Scope) -> str | None:
    """Judge an event: None when it passes, else why not, for a person. Total."""
    reasons = []
    for group in compiled.groups:
        reason = next((reason for each in group if (reason := _why_not(each, scope))), None)
        if reason is None:
            return None
        reasons.append(reason)
    return "; and ".join(reasons) or None


def _compile(condition: Condition) -> CompiledCondition:
    operator = condition.operator
    opposite = OPPOSITES.get(operator)
    return CompiledCondition(
        Path.parse(condition.path), opposite or operator, condition.value, opposite is not None
    )


def _why_not(condition: CompiledCondition, scope: Scope) -> str | None:
    values = [value for value in condition.path.values(scope) if value is not None]
    test = TESTS[condition.operator]
    if any(test(value, condition.value) for value in values) is not condition.is_negated:
        return None
    return f"{condition.path.text} {_explain(condition, values, scope)}"


def _explain(condition: CompiledCondition, values: list[Any], scope: Scope) -> str:
    wanted = f"{'not ' * condition.is_negated}{PHRASES[condition.operator]}"
    if condition.operator is not Operator.EXISTS:
        wanted += f" {_show_wanted(condition.value)}"
    if not values:
        absence = (
            condition.path.absence(scope).sentence
            if condition.path.values(scope) == ()
            else "it is null"
        )
        return f"is absent ({absence}), expected {wanted}"
    said = (
        show(values[0])
        if len(values) == 1
        else f"one of {len(values)} values, the first {show(values[0])}"
    )
    hint = "; a text never equals a number" if _is_text_for_number(condition, values[0]) else ""
    return f"is {said}, expected {wanted}{hint}"


def _is_text_for_number(condition: CompiledCondition, value: Any) -> bool:
    kinds = {type(value) is str, type(condition.value) is str}
    return kinds == {True, False} and (is_number(value) or is_number(condition.value))


def _show_wanted(value: Any) -> str:
    if isinstance(value, list | tuple):
        shown = ", ".join(map(show, value[:5]))
        return f"{shown}, …" if len(value) > 5 else shown
    return show(value)

"""Custom code as it is entered: reading its form, and what is wrong with it short of running it."""

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from domain import text
from domain.connections.callers import Caller, require_editor
from domain.context import Context
from domain.errors import Invalid, Problem, ProblemCode
from domain.handshakes.headers import name_fault
from domain.sandbox import Failure, FailureKind, Limits
from domain.templates.names import KnownNames, check
from domain.templates.structs import read
from domain.wizard.description import CustomCode
from domain.wizard.forms import CodeForm

MAX_PARAMETERS: Final = 50
MAX_VALUE: Final = 10_000

Path = tuple[str, ...]


def from_form(entered: Any, where: Path) -> CustomCode:
    """Read the form as it was entered, in the names of GraphQL. Raises Invalid."""
    problems: list[Problem] = []
    form = read(entered, CodeForm, where, problems)
    if form is None:
        raise Invalid(problems)
    return CustomCode(**msgspec.structs.asdict(form))


def code_problems(code: CustomCode, known: KnownNames | None, where: Path) -> Iterator[Problem]:
    """What is wrong with it: `code`, `parameters.0.name`, `parameters.0.value`, `digestHeader`. Pure.

    known: what the parameters' templates may read; None checks their syntax alone.
    """
    yield from text.problems(code.code, *where, "code", most=Limits().code_bytes, what="the code")
    if len(code.parameters) > MAX_PARAMETERS:
        message = f"at most {MAX_PARAMETERS} parameters are accepted"
        yield Problem(ProblemCode.TOO_LONG, message, (*where, "parameters"))
    seen: set[str] = set()
    for index, one in enumerate(code.parameters[:MAX_PARAMETERS]):
        at = (*where, "parameters", str(index))
        yield from text.problems(one.name, *at, "name", most=100, what="the name")
        if one.name in seen:
            yield Problem(ProblemCode.TAKEN, "there is a parameter of this name", (*at, "name"))
        seen.add(one.name)
        yield from text.problems(
            one.value, *at, "value", most=MAX_VALUE, what="the value", is_required=False
        )
        yield from check(one.value, known, (*at, "value"))
    if code.digest_header is not None and (fault := name_fault(code.digest_header)):
        yield Problem(ProblemCode.INVALID, fault, (*where, "digestHeader"))


async def syntax_problems(
    context: Context, caller: Caller, code: CustomCode | None, where: Path
) -> list[Problem]:
    """What keeps it from running at all, found by compiling it inside the wall. Raises Forbidden."""
    require_editor(caller)
    if code is None or not code.code.strip():
        return []
    failure = await context.sandbox.check_syntax(caller.project_id, code.code)
    return [_problem(failure, where)] if failure else []


def _problem(failure: Failure, where: Path) -> Problem:
    path = (*where, "code")
    if failure.kind is FailureKind.UNAVAILABLE:
        return Problem(ProblemCode.NOT_ALLOWED, failure.message, path)
    if failure.kind is FailureKind.BUSY:
        message = f"it could not be checked, try again: {failure.message}"
        return Problem(ProblemCode.FAILED, message, path)
    place = f"line {failure.line}: " if failure.line else ""
    hint = f"; {failure.hint}" if failure.hint else ""
    return Problem(ProblemCode.INVALID, f"{place}{failure.message}{hint}", path)

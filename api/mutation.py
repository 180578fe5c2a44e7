"""Mutations and their payloads: what a person can fix comes back as data, all of it at once.

Knows how the domain's problems become user errors; leaves out every single mutation.
"""

import functools
import inspect
from collections.abc import Awaitable, Callable, Iterable
from typing import Annotated, Any, TypeVar, cast

import strawberry

from api import enums as _enums  # noqa: F401  describes the codes
from api.described import output, text
from domain.errors import Invalid, NotFound, Problem, ProblemCode

T = TypeVar("T")
Given = Annotated[
    T, strawberry.argument(name="input", description="Everything that the mutation needs.")
]
R = TypeVar("R", bound=Callable[..., Awaitable[Any]])


@output
class UserError:
    """Something in an input that a person can fix."""

    code: ProblemCode = strawberry.field(description="What kind of thing is wrong.")
    message: str = strawberry.field(description="What is wrong, and what would be accepted.")
    path: list[str] = strawberry.field(
        description="Where in the arguments: begins with `input`; positions in lists are texts."
    )


@output
class Payload:
    """What every mutation answers."""

    errors: list[UserError] = strawberry.field(
        default_factory=list,
        description="Everything that is wrong with the input. Nothing was changed unless it is empty.",
    )


def user_errors(problems: Iterable[Problem], *prefix: str) -> list[UserError]:
    """Show problems of an input. prefix: where the input stands."""
    return [
        UserError(code=each.code, message=each.message, path=[*prefix, *each.path])
        for each in problems
    ]


def mutation(names: str = "") -> Callable[[R], R]:
    """Make a coroutine method a mutation, described by its docstring, answering with its Payload.

    names: the input's field that names what is changed; where that is not found, the error stands there.
    """

    def decorate(resolver: R) -> R:
        payload = inspect.signature(resolver).return_annotation

        @functools.wraps(resolver)
        async def answer(*args: Any, **kwargs: Any) -> Any:
            try:
                return await resolver(*args, **kwargs)
            except Invalid as error:
                problems = error.problems
            except NotFound as error:
                path = (names,) if names else ()
                problems = (Problem(ProblemCode.NOT_FOUND, str(error), path),)
            return payload(errors=user_errors([_named(each, names) for each in problems], "input"))

        return cast("R", strawberry.mutation(answer, description=text(resolver)))

    return decorate


def _named(problem: Problem, names: str) -> Problem:
    """Put what the domain says of a thing itself, by `id`, at the field that names it."""
    is_itself = names and problem.path == ("id",)
    return Problem(problem.code, problem.message, (names,)) if is_itself else problem

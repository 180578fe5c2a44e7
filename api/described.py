"""Described once: docstrings of types and resolvers are their descriptions in GraphQL.

Knows how a docstring becomes a description; leaves out every type.
"""

import inspect
from collections.abc import Callable
from typing import Any, TypeVar, cast, dataclass_transform

import strawberry

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T", bound=type)


def field(resolver: F) -> F:
    """Make a method a field. The method's docstring is the description."""
    return cast("F", strawberry.field(resolver, description=text(resolver)))


def subscription(resolver: F) -> F:
    """Make an asynchronous generator a subscription, described by its docstring."""
    return cast("F", strawberry.subscription(resolver, description=text(resolver)))


@dataclass_transform(kw_only_default=True, field_specifiers=(strawberry.field,))
def output(kind: T) -> T:
    """Make a class an object type, described by its docstring."""
    return strawberry.type(kind, description=text(kind))


@dataclass_transform(kw_only_default=True, field_specifiers=(strawberry.field,))
def interface(kind: T) -> T:
    """Make a class an interface, described by its docstring."""
    return strawberry.interface(kind, description=text(kind))


@dataclass_transform(kw_only_default=True, field_specifiers=(strawberry.field,))
def entry(kind: T) -> T:
    """Make a class an input, described by its docstring."""
    return strawberry.input(kind, description=text(kind))


@dataclass_transform(kw_only_default=True, field_specifiers=(strawberry.field,))
def choice(kind: T) -> T:
    """Make a class an input of which exactly one field is given, described by its docstring."""
    return strawberry.input(kind, description=text(kind), one_of=True)


def text(thing: Callable[..., Any]) -> str:
    """Read a docstring as paragraphs, each on one line. Raises ValueError when there is none."""
    if not thing.__doc__:
        raise ValueError(f"{thing.__qualname__} needs a docstring: it is the description")
    paragraphs = inspect.cleandoc(thing.__doc__).split("\n\n")
    return "\n\n".join(" ".join(paragraph.split("\n")) for paragraph in paragraphs)

"""A small schema that shows every way in which an operation can go."""
# ruff: noqa: D102  what a resolver does is described once, in the schema
# mypy: disable-error-code="untyped-decorator"

import asyncio
from collections.abc import AsyncGenerator
from datetime import datetime, timedelta
from enum import Enum
from typing import Annotated, Any

import strawberry
from graphql import GraphQLError
from strawberry.types import Info

from api.transport.context import Context
from api.transport.limits import Limits
from api.transport.scalars import JSON, Base64
from api.transport.schema import Schema
from api.transport.view import GraphQLView, ViewSettings
from domain.errors import (
    Busy,
    Forbidden,
    Invalid,
    NotFound,
    Problem,
    ProblemCode,
    Unauthenticated,
)

SampleInfo = Info[Context[str, dict[str, int]], None]
SECRET = "correct horse battery staple"


@strawberry.enum(description="A domain error to raise.")
class Reason(Enum):
    """What `fail` raises."""

    UNAUTHENTICATED = "UNAUTHENTICATED"
    FORBIDDEN = "FORBIDDEN"
    NOT_FOUND = "NOT_FOUND"
    INVALID = "INVALID"
    BUSY = "BUSY"
    BUG = "BUG"
    DELIBERATE = "DELIBERATE"


ERRORS: dict[Reason, Exception] = {
    Reason.UNAUTHENTICATED: Unauthenticated("no token"),
    Reason.FORBIDDEN: Forbidden("not yours"),
    Reason.NOT_FOUND: NotFound("no such thing"),
    Reason.INVALID: Invalid([Problem(ProblemCode.REQUIRED, "a name is required", ("name",))]),
    Reason.BUSY: Busy("too much", timedelta(seconds=2)),
    Reason.BUG: RuntimeError(SECRET),
    Reason.DELIBERATE: GraphQLError("on purpose", extensions={"code": "SPECIAL"}),
}


@strawberry.type(description="A thing within a thing.")
class Inner:
    """Selectable to any depth."""

    value: int

    @strawberry.field(description="One more level.")
    def inner(self) -> "Inner":
        return Inner(value=self.value + 1)


@strawberry.type(description="A moment of a subscription.")
class Tick:
    """An event."""

    number: int
    inner: Inner

    @strawberry.field(description="How often this event's loader was used.")
    def used(self, info: SampleInfo) -> int:
        return _use(info)


@strawberry.input(one_of=True, description="Exactly one way.")
class Choice:
    """A oneOf."""

    left: strawberry.Maybe[int]
    right: strawberry.Maybe[str]


@strawberry.type(description="Queries.")
class Query:
    """The query root."""

    @strawberry.field(description="Says what it is told.")
    def echo(self, text: str = "hello") -> str:
        return text

    @strawberry.field(description="Levels.")
    def inner(self) -> Inner:
        return Inner(value=0)

    @strawberry.field(description="Who asks.")
    def caller(self, info: SampleInfo) -> str | None:
        return info.context.identity

    @strawberry.field(description="The request id.")
    def request_id(self, info: SampleInfo) -> str:
        return info.context.request_id

    @strawberry.field(description="How often this operation's loader was used.")
    def load(self, info: SampleInfo) -> int:
        return _use(info)

    @strawberry.field(description="Fails.")
    def fail(self, reason: Reason) -> str | None:
        raise ERRORS[reason]

    @strawberry.field(description="Any JSON back.")
    def json(self, value: JSON) -> JSON:
        return value

    @strawberry.field(description="A number that JSON does not have.")
    def nan(self) -> JSON | None:
        return JSON([float("nan")])

    @strawberry.field(description="A moment back.")
    def moment(self, at: datetime) -> datetime:
        return at

    @strawberry.field(description="A naive moment, which is a bug.")
    def naive(self) -> datetime | None:
        return datetime(2026, 1, 1)  # noqa: DTZ001  the bug

    @strawberry.field(description="Bytes back.")
    def bytes(self, value: Base64) -> Base64:
        return value

    @strawberry.field(description="An integer back.")
    def integer(self, value: int) -> int:
        return value

    @strawberry.field(description="The chosen side.")
    def choose(
        self, choice: Annotated[Choice, strawberry.argument(description="One of two.")]
    ) -> str:
        return "left" if choice.left else "right"

    @strawberry.field(description="Waits until the caller gives up.")
    async def wait(self, info: SampleInfo) -> str:
        try:
            await asyncio.Event().wait()
        finally:
            ENDED.append(info.context.request_id)
        return ""


@strawberry.type(description="Mutations.")
class Mutation:
    """The mutation root."""

    @strawberry.mutation(description="Changes something.")
    def change(self) -> str:
        CHANGES.append("changed")
        return "changed"


ENDED: list[str] = []
CHANGES: list[str] = []


@strawberry.type(description="Subscriptions.")
class Subscription:
    """The subscription root."""

    @strawberry.subscription(description="Counts.")
    async def count(self, to: int, fail_at: int = -1) -> AsyncGenerator[Tick, None]:
        for number in range(to):
            if number == fail_at:
                raise RuntimeError(SECRET)
            yield Tick(number=number, inner=Inner(value=number))

    @strawberry.subscription(description="Says nothing until the server closes.")
    async def silence(self, info: SampleInfo) -> AsyncGenerator[str, None]:
        try:
            yield "listening"
            await info.context.closing.wait()
            yield "closing"
        finally:
            ENDED.append("silence")

    @strawberry.subscription(description="Never ends by itself.")
    async def stubborn(self) -> AsyncGenerator[str, None]:
        try:
            yield "listening"
            await asyncio.Event().wait()
        finally:
            ENDED.append("stubborn")

    @strawberry.subscription(description="Sends as fast as it is read.")
    async def flood(self) -> AsyncGenerator[str, None]:
        global FLOODED  # noqa: PLW0603
        while True:
            FLOODED += 1
            yield "x" * 10_000
            await asyncio.sleep(0)

    @strawberry.subscription(description="Refuses.")
    async def refuse(self, reason: Reason) -> AsyncGenerator[str, None]:
        raise ERRORS[reason]
        yield ""


FLOODED = 0


async def identify(authorization: str | None) -> str | None:
    """Tell the caller: `Bearer NAME` is NAME; some names are trouble."""
    match (authorization or "").split():
        case []:
            return None
        case ["Bearer", "bug"]:
            raise RuntimeError(SECRET)
        case ["Bearer", "busy"]:
            raise Busy("too many", timedelta(seconds=3))
        case ["Bearer", "forbidden"]:
            raise Forbidden("not here")
        case ["Bearer", name]:
            return name
        case _:
            raise Unauthenticated("unknown token")


def sample_schema(limits: Limits | None = None) -> Schema:
    """Build the schema anew."""
    return Schema(Query, Mutation, Subscription, limits=limits)


def sample_view(closing: asyncio.Event | None = None, **settings: Any) -> GraphQLView:
    """Build the view of it."""
    return GraphQLView(
        sample_schema(),
        identify=identify,
        fresh_loaders=lambda _identity: {},
        closing=closing,
        settings=ViewSettings(**settings),
    )


def _use(info: SampleInfo) -> int:
    loaders = info.context.loaders
    loaders["used"] = loaders.get("used", 0) + 1
    return loaders["used"]

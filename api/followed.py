"""What follows a handshake, as GraphQL shows it: our own request, and values for a person to see."""

from datetime import datetime
from typing import Self

import orjson
import strawberry

from api.described import field, output
from domain import clock, models
from domain.deliveries import shown
from domain.deliveries.follow_ups import FollowUpState


@output
class FollowUpAttempt:
    """One time that a follow-up was sent."""

    at: datetime = strawberry.field(description="When it ended.")
    status: int | None = strawberry.field(
        description="The HTTP status of the answer. Null when there was none."
    )
    error: str = strawberry.field(description="Why it did not do. Empty when it did.")


@output
class FollowUp:
    """A request of ours that a handshake asked for. It is sent until it is answered 2xx, five times at most."""

    row: strawberry.Private[models.FollowUp]

    @field
    def method(self) -> str:
        """The HTTP method."""
        return self.row.method

    @field
    def url(self) -> str:
        """The address that is called, with secrets masked."""
        return self.row.url

    @field
    def state(self) -> FollowUpState:
        """How far it is."""
        return FollowUpState(self.row.state)

    @field
    def attempts(self) -> int:
        """How often it was sent."""
        return self.row.attempts

    @field
    def status(self) -> int | None:
        """The HTTP status of the last answer. Null when there was none yet."""
        return self.row.status

    @field
    def error(self) -> str:
        """Why the last attempt did not do. Empty when it did, and before the first."""
        return self.row.error

    @field
    def history(self) -> list[FollowUpAttempt]:
        """Every attempt, oldest first."""
        return [
            FollowUpAttempt(
                at=clock.from_ms(each["at_ms"]), status=each["status"], error=each["error"]
            )
            for each in orjson.loads(self.row.history)
        ]

    @field
    def next_at(self) -> datetime | None:
        """When it is sent again at the latest. Null unless it is PENDING."""
        is_pending = self.row.state == FollowUpState.PENDING.value
        return clock.from_ms(self.row.due_ms) if is_pending else None


@output
class ShownValue:
    """A one-off value that a handshake brought for a person to see, such as a token to paste back.

    It is gone once the trigger is finished.
    """

    name: str = strawberry.field(description="The name that the handshake rule gives it.")
    value: str = strawberry.field(description="The value: plain text on one line.")
    at: datetime = strawberry.field(description="When it came.")
    is_verified: bool = strawberry.field(
        description="Whether the request that brought it was verified. When it was not, compare it "
        "with what the provider shows, if anything."
    )
    replacements: int = strawberry.field(
        description="How many other values came before it. More than you had sent means that "
        "somebody else may have called."
    )
    delivery_id: strawberry.ID = strawberry.field(description="The delivery that brought it.")

    @classmethod
    def of(cls, one: shown.Shown) -> Self:
        """Show one."""
        return cls(
            name=one.name,
            value=one.value,
            at=one.at,
            is_verified=one.is_verified,
            replacements=one.replaced,
            delivery_id=strawberry.ID(one.delivery_id),
        )

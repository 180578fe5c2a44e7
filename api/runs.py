"""One start of a workflow by an event: the fields of a run that lead nowhere else.

Leaves out its workflow, account and delivery (`starts`), and pulling (`mutations`).
"""

from datetime import datetime

import strawberry

from api import enums as _enums  # noqa: F401  describes the states
from api.described import field, output
from domain import clock, models
from domain.runs.states import RunState


@output
class RunAttempt:
    """One time that a run was sent to its endpoint, or held by an engine, and how that ended."""

    row: strawberry.Private[models.RunAttempt]

    @field
    def number(self) -> int:
        """Which attempt it was, from 1 on. One that nobody told the end of is missing."""
        return self.row.number

    @field
    def at(self) -> datetime:
        """When it began."""
        return clock.from_ms(self.row.at_ms)

    @field
    def elapsed_ms(self) -> int:
        """How long it took, in milliseconds."""
        return self.row.elapsed_ms

    @field
    def status(self) -> int | None:
        """The HTTP status that the endpoint answered. Null when there was none."""
        return self.row.status

    @field
    def error(self) -> str | None:
        """Why it did not do, for a person. Null when it did."""
        return self.row.error or None

    @field
    def answer(self) -> str | None:
        """The beginning of what the endpoint or the engine said, as text. Null when it said nothing."""
        return self.row.answer or None


@output
class RunFields:
    """The plain fields of a run."""

    row: strawberry.Private[models.Run]

    @field
    def event_id(self) -> strawberry.ID:
        """The id of the event that started it: the same in every attempt, so that it can tell repetitions."""
        return strawberry.ID(self.row.event_id)

    @field
    def state(self) -> RunState:
        """How far it is."""
        return RunState(self.row.state)

    @field
    def attempt(self) -> int:
        """How often it was taken up. Who pulls names it to complete the run: an older one has lost its hold."""
        return self.row.attempts

    @field
    def status(self) -> int | None:
        """The HTTP status of the last answer. Null when there was none yet."""
        return self.row.status

    @field
    def error(self) -> str | None:
        """Why the last attempt did not do, for a person. Null when it did, and before the first."""
        return self.row.error or None

    @field
    def next_attempt_at(self) -> datetime | None:
        """When it is taken up at the earliest. Null unless it is PENDING."""
        return clock.from_ms(self.row.due_ms) if self.row.state == RunState.PENDING else None

    @field
    def held_until(self) -> datetime | None:
        """When whoever holds it loses it, unless the run is over by then. Null unless it is RUNNING."""
        return clock.from_ms(self.row.due_ms) if self.row.state == RunState.RUNNING else None

    @field
    def created_at(self) -> datetime:
        """When its event arrived."""
        return clock.from_ms(self.row.created_ms)

    @field
    def updated_at(self) -> datetime:
        """When it last changed."""
        return clock.from_ms(self.row.updated_ms)

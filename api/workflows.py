"""What events of a trigger start: the fields of a workflow that lead nowhere else. Never a signing secret.

Leaves out triggers, runs and accounts (`starts`), and changing it (`mutations`).
"""

from datetime import datetime
from typing import Self

import orjson
import strawberry

from api import enums as _enums  # noqa: F401  describes the statuses
from api.auth import Info, domain_of
from api.described import field, output
from api.transport.encoding import is_plain
from api.transport.scalars import JSON, MAX_DEPTH
from api.triggers import EventFilter
from domain import clock, models
from domain.runs import samples, secrets
from domain.runs.states import WorkflowStatus, status_of


@output
class WorkflowSecret:
    """That a secret signs what is POSTed. The secret itself is shown once, where it is made."""

    created_at: datetime = strawberry.field(description="When it was made.")
    expires_at: datetime | None = strawberry.field(
        description="When it stops signing, because a newer one took its place. Null for the newest."
    )


@output
class TriggerOutput:
    """What a workflow gets of a trigger's event, shown by the event that proved the trigger."""

    sample: JSON | None = strawberry.field(
        description="The output itself. Null when it is nested deeper than the scalar allows."
    )
    schema: JSON | None = strawberry.field(
        description="A JSON Schema (2020-12) of the output, inferred from the sample: the types that "
        "stood where. Null where the sample is."
    )

    @classmethod
    def of(cls, found: samples.Sample) -> Self:
        """Show a sample."""
        is_shown = is_plain(found.value, MAX_DEPTH) and is_plain(found.schema, MAX_DEPTH)
        return cls(
            sample=JSON(found.value) if is_shown else None,
            schema=JSON(found.schema) if is_shown else None,
        )


@output
class WorkflowFields:
    """The plain fields of a workflow."""

    row: strawberry.Private[models.Workflow]

    @field
    def name(self) -> str:
        """What it is called."""
        return self.row.name

    @field
    def endpoint(self) -> str | None:
        """Where its runs are POSTed. Null: an engine pulls them with `claimRuns`."""
        return self.row.endpoint

    @field
    def filter(self) -> EventFilter | None:
        """Which events start it. Null when all do."""
        return EventFilter.of(orjson.loads(self.row.conditions)) if self.row.conditions else None

    @field
    def is_ordered(self) -> bool:
        """Whether the runs of one account go one after another, each once the one before is over."""
        return self.row.is_ordered

    @field
    def status(self) -> WorkflowStatus:
        """Whether its runs are sent."""
        return status_of(self.row.stopped_reason)

    @field
    def stopped_reason(self) -> str | None:
        """Why its runs are not sent, for a person. Null while they are."""
        return self.row.stopped_reason or None

    @field
    def secrets(self, info: Info) -> list[WorkflowSecret]:
        """The secrets that sign now, newest first. Never their values."""
        held = secrets.unseal(domain_of(info).vault, self.row.id, self.row.sealed)
        return [
            WorkflowSecret(
                created_at=clock.from_ms(each.created_ms),
                expires_at=None if each.until_ms is None else clock.from_ms(each.until_ms),
            )
            for each in secrets.valid(held, clock.now_ms())
        ]

    @field
    def created_at(self) -> datetime:
        """When it was made."""
        return clock.from_ms(self.row.created_ms)

    @field
    def updated_at(self) -> datetime:
        """When it last changed."""
        return clock.from_ms(self.row.updated_ms)

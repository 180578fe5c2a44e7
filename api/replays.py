"""Replays of many things: what is asked for, and how far it is."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from datetime import datetime
from typing import Annotated, Any

import strawberry
from strawberry import Maybe

from api import enums as _enums  # noqa: F401  describes kinds and states
from api.auth import Info, caller_of, domain_of
from api.described import entry, field, output, subscription
from api.mutation import Given, Payload, mutation
from api.node import Node, known
from domain import clock, models
from domain.identity import Kind
from domain.replays import starting, watching
from domain.replays.wanted import EventsWanted, ReplayKind, ReplayState, RunsWanted
from domain.verdict import Outcome


@output
class Replay(Node):
    """A replay of many things, carried out one after another. It goes on after a restart."""

    row: strawberry.Private[models.Replay]

    @field
    def kind(self) -> ReplayKind:
        """What is replayed."""
        return ReplayKind(self.row.kind)

    @field
    def state(self) -> ReplayState:
        """How far it is."""
        return ReplayState(self.row.state)

    @field
    def total(self) -> int:
        """How many there were when it began."""
        return self.row.total

    @field
    def done(self) -> int:
        """How many it has come to."""
        return self.row.done

    @field
    def failed(self) -> int:
        """Of those, how many came to nothing: no event, or no run to be tried again."""
        return self.row.failed

    @field
    def created_at(self) -> datetime:
        """When it began."""
        return clock.from_ms(self.row.created_ms)

    @field
    def updated_at(self) -> datetime:
        """When it last went on."""
        return clock.from_ms(self.row.updated_ms)


@entry
class ReplayEventsInput:
    """Which live deliveries of a trigger to replay."""

    trigger_id: strawberry.ID = strawberry.field(description="The trigger's id.")
    outcomes: Maybe[list[Outcome]] = strawberry.field(
        description="Deliveries that ended so for it; EVENT alone when absent. Events are made once more for "
        "their accounts, all others judged by today's configuration. No HANDSHAKE."
    )
    credential_id: Maybe[strawberry.ID | None] = strawberry.field(
        description="Events of this account alone."
    )
    received_from: Maybe[datetime | None] = strawberry.field(description="Received then or later.")
    received_until: Maybe[datetime | None] = strawberry.field(description="Received before.")

    def wanted(self) -> EventsWanted:
        """Convert."""
        outcomes = self.outcomes.value if self.outcomes else [Outcome.EVENT]
        credential = self.credential_id.value if self.credential_id else None
        return EventsWanted(
            trigger_id=known(self.trigger_id, Kind.TRIGGER),
            outcomes=tuple(dict.fromkeys(each.value for each in outcomes)),
            credential_id=str(credential) if credential else None,
            from_ms=_ms(self.received_from),
            until_ms=_ms(self.received_until),
        )


@entry
class RetryRunsInput:
    """Which dead runs to try anew."""

    workflow_id: Maybe[strawberry.ID | None] = strawberry.field(
        description="Runs of this workflow; of all when absent."
    )
    created_from: Maybe[datetime | None] = strawberry.field(description="Made then or later.")
    created_until: Maybe[datetime | None] = strawberry.field(description="Made before.")

    def wanted(self) -> RunsWanted:
        """Convert."""
        workflow = self.workflow_id.value if self.workflow_id else None
        return RunsWanted(
            workflow_id=known(workflow, Kind.WORKFLOW) if workflow else None,
            from_ms=_ms(self.created_from),
            until_ms=_ms(self.created_until),
        )


@entry
class PreviewReplayEventsInput(ReplayEventsInput):
    """Which live deliveries of a trigger to count."""


@entry
class PreviewRetryRunsInput(RetryRunsInput):
    """Which dead runs to count."""


@output
class ReplayEventsPayload(Payload):
    """What came of beginning a replay of events."""

    replay: Replay | None = strawberry.field(default=None, description="The replay, under way.")


@output
class RetryRunsPayload(Payload):
    """What came of beginning to retry runs."""

    replay: Replay | None = strawberry.field(default=None, description="The replay, under way.")


@output
class PreviewReplayEventsPayload(Payload):
    """How many a replay of events would be."""

    count: int | None = strawberry.field(
        default=None, description="How many; 100001 stands for any more than 100000."
    )


@output
class PreviewRetryRunsPayload(Payload):
    """How many runs would be retried."""

    count: int | None = strawberry.field(
        default=None, description="How many; 100001 stands for any more than 100000."
    )


@entry
class CancelReplayInput:
    """A replay to stop."""

    replay_id: strawberry.ID = strawberry.field(description="The replay's id.")


@output
class CancelReplayPayload(Payload):
    """What came of stopping a replay."""

    replay: Replay | None = strawberry.field(default=None, description="The replay as it is now.")


@output
class BulkReplayMutations:
    """Replaying many stored things, at most 100,000 at a time."""

    @mutation("triggerId")
    async def preview_replay_events(
        self, info: Info, given: Given[PreviewReplayEventsInput]
    ) -> PreviewReplayEventsPayload:
        """Count what `replayEvents` would replay. Nothing begins."""
        count = await starting.preview(caller_of(info), given.wanted())
        return PreviewReplayEventsPayload(count=count)

    @mutation("triggerId")
    async def replay_events(
        self, info: Info, given: Given[ReplayEventsInput]
    ) -> ReplayEventsPayload:
        """Replay live deliveries of a trigger that are there now, oldest first. Each is a new delivery with `replayOf`."""
        row = await starting.start(domain_of(info), caller_of(info), given.wanted())
        return ReplayEventsPayload(replay=Replay(row=row))

    @mutation("workflowId")
    async def preview_retry_runs(
        self, info: Info, given: Given[PreviewRetryRunsInput]
    ) -> PreviewRetryRunsPayload:
        """Count what `retryRuns` would retry. Nothing begins."""
        count = await starting.preview(caller_of(info), given.wanted())
        return PreviewRetryRunsPayload(count=count)

    @mutation("workflowId")
    async def retry_runs(self, info: Info, given: Given[RetryRunsInput]) -> RetryRunsPayload:
        """Have dead runs tried anew, oldest first, with the same idempotency keys."""
        row = await starting.start(domain_of(info), caller_of(info), given.wanted())
        return RetryRunsPayload(replay=Replay(row=row))

    @mutation("replayId")
    async def cancel_replay(
        self, info: Info, given: Given[CancelReplayInput]
    ) -> CancelReplayPayload:
        """Stop a replay where it is. What it did stays."""
        identifier = known(given.replay_id, Kind.REPLAY)
        row = await starting.cancel(domain_of(info), caller_of(info), identifier)
        return CancelReplayPayload(replay=Replay(row=row))


@output
class ReplaySubscription:
    """Watching replays."""

    @subscription
    async def replay_progress(
        self,
        info: Info,
        replay_id: Annotated[strawberry.ID, strawberry.argument(description="The replay's id.")],
    ) -> AsyncGenerator[Replay, None]:
        """Watch a replay: now, whenever it goes on, and when it is over; then the stream ends."""
        identifier = known(replay_id, Kind.REPLAY)
        context = info.context
        found = watching.progress(
            domain_of(info),
            caller_of(info),
            identifier,
            context.identity.is_valid,
            context.closing,
        )
        async with aclosing(found) as rows:
            async for row in rows:
                yield Replay(row=row)


def _ms(moment: Any) -> int | None:
    value = moment.value if moment else None
    return None if value is None else max(0, int(value.timestamp() * 1000))

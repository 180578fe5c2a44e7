"""Live: an editor watches a trigger's deliveries, or tests a workflow with one.

Knows cursors and the messages of a stream; leaves out when there is something to say (`domain.deliveries.listening`).
"""

from collections.abc import AsyncGenerator, Hashable
from contextlib import aclosing
from datetime import datetime
from typing import Annotated, Final

import strawberry

from api import enums as _enums  # noqa: F401  describes the reasons
from api.auth import Info, caller_of, domain_of
from api.described import output, subscription
from api.graph import Delivery
from api.node import known
from api.pages import number
from api.starts import Run
from api.transport.encoding import is_plain
from api.transport.scalars import JSON, MAX_DEPTH
from domain.deliveries import listening, positions
from domain.deliveries.listening import Beat, Ended, EndReason, Listener, Received
from domain.errors import Invalid, ProblemCode
from domain.identity import Kind, from_cursor, to_cursor
from domain.runs import testing, watching
from domain.runs.testing import Tester
from domain.runs.watching import Changed, Watcher

_CURSOR: Final = "Where the stream stands: give it as `after` to go on from here."


@output
class DeliveryReceived:
    """A delivery that concerns the trigger arrived: whatever its outcome, with why."""

    cursor: str = strawberry.field(description=_CURSOR)
    delivery: Delivery = strawberry.field(description="The delivery.")
    is_look_back: bool = strawberry.field(
        description="Whether it arrived in the minutes before listening began."
    )
    shared_as: strawberry.Private[Hashable | None] = None


@output
class ListenHeartbeat:
    """A sign of life, every fifteen seconds, also between deliveries."""

    cursor: str = strawberry.field(description=_CURSOR)
    at: datetime = strawberry.field(description="When it was sent.")


@output
class ListenEnded:
    """The last message of a stream, and why it is the last."""

    cursor: str = strawberry.field(description=_CURSOR)
    reason: EndReason = strawberry.field(description="Why the stream ends.")


ListenMessage = Annotated[
    DeliveryReceived | ListenHeartbeat | ListenEnded,
    strawberry.union("ListenMessage", description="What a listener is told. More kinds may come."),
]


@output
class TestStepWaiting:
    """The first message of a test: what is awaited."""

    cursor: str = strawberry.field(description=_CURSOR)
    target_url: str = strawberry.field(
        description="The address of the sandbox account's webhook: it ends in /test."
    )
    text: str = strawberry.field(description="What to do with it, for a person.")


@output
class TestStepResult:
    """The event that a test waited for, and what the workflow would get of it. It is kept as `Workflow.testData`."""

    cursor: str = strawberry.field(description=_CURSOR)
    delivery: Delivery = strawberry.field(description="The delivery that brought the event.")
    output: JSON | None = strawberry.field(
        description="The step's output, in the shape of a run's. Null when it is nested deeper than the "
        "scalar allows."
    )
    left_out: str | None = strawberry.field(
        description="Why the workflow's own filter stops this event, so that live it would start no run. "
        "Null when it passes."
    )
    is_look_back: bool = strawberry.field(
        description="Whether it arrived in the minutes before the test began."
    )


@output
class RunUpdated:
    """A run was made, ended an attempt, was retried or cancelled."""

    cursor: str = strawberry.field(description=_CURSOR)
    run: Run = strawberry.field(description="The run, as it is now.")


RunUpdateMessage = Annotated[
    RunUpdated | ListenHeartbeat | ListenEnded,
    strawberry.union(
        "RunUpdateMessage", description="What a watcher is told. More kinds may come."
    ),
]


TestStepMessage = Annotated[
    TestStepWaiting | DeliveryReceived | TestStepResult | ListenHeartbeat | ListenEnded,
    strawberry.union("TestStepMessage", description="What a tester is told. More kinds may come."),
]


@output
class LiveSubscription:
    """Watching deliveries and runs."""

    @subscription
    async def listen_for_events(
        self,
        info: Info,
        trigger_id: Annotated[strawberry.ID, strawberry.argument(description="The trigger's id.")],
        after: Annotated[
            str | None,
            strawberry.argument(
                description="A cursor of an earlier message of this trigger; the stream goes on after it."
            ),
        ] = strawberry.UNSET,
    ) -> AsyncGenerator[ListenMessage, None]:
        """Watch what arrives for a trigger, rejected deliveries too.

        Without `after` it looks back five minutes; with it, everything since is given, once each, in order.
        Watching takes nothing away from production, nor from other editors.
        """
        identity = info.context.identity
        space = f"listen:{known(trigger_id, Kind.TRIGGER)}"
        listener = Listener(
            caller=caller_of(info),
            trigger_id=str(trigger_id),
            after=_position(space, after),
            is_valid=identity.is_valid,
            closing=info.context.closing,
        )
        async with aclosing(listening.listen(domain_of(info), listener)) as messages:
            async for message in messages:
                yield _shown(space, message)

    @subscription
    async def run_updates(
        self,
        info: Info,
        workflow_id: Annotated[
            strawberry.ID | None,
            strawberry.argument(description="Runs of this workflow; of all when absent."),
        ] = strawberry.UNSET,
        after: Annotated[
            str | None,
            strawberry.argument(
                description="A cursor of an earlier message; the stream goes on after it."
            ),
        ] = strawberry.UNSET,
    ) -> AsyncGenerator[RunUpdateMessage, None]:
        """Watch runs: new ones to pull, and how each attempt ends. A heartbeat comes first, with a cursor.

        Without `after` it begins now; with it, everything since is given, in order. Changes of one run that come
        together are told once.
        """
        chosen = known(workflow_id, Kind.WORKFLOW) if workflow_id else None
        space = f"runs:{chosen or 'all'}"
        watcher = Watcher(
            caller=caller_of(info),
            workflow_id=chosen,
            after=_position(space, after),
            is_valid=info.context.identity.is_valid,
            closing=info.context.closing,
        )
        async with aclosing(watching.watch(domain_of(info), watcher)) as messages:
            async for message in messages:
                yield _watched(space, message)

    @subscription
    async def test_step(
        self,
        info: Info,
        workflow_id: Annotated[
            strawberry.ID, strawberry.argument(description="The workflow's id.")
        ],
        after: Annotated[
            str | None,
            strawberry.argument(
                description="A cursor of an earlier message of this workflow's test; it goes on after it."
            ),
        ] = strawberry.UNSET,
    ) -> AsyncGenerator[TestStepMessage, None]:
        """Wait for one event of the sandbox account at the test address, and show what the workflow would get.

        Handshakes and refused deliveries are shown too. It ends, COMPLETED, with the first event. No run is
        started, and production goes on. Without `after` it looks back five minutes, but not to what is
        `Workflow.testData` already.
        """
        space = f"test:{known(workflow_id, Kind.WORKFLOW)}"
        tester = Tester(
            caller=caller_of(info),
            workflow_id=str(workflow_id),
            after=_position(space, after),
            is_valid=info.context.identity.is_valid,
            closing=info.context.closing,
        )
        async with aclosing(testing.run_test_step(domain_of(info), tester)) as messages:
            async for message in messages:
                yield _shown_test(space, message)


def _shown_test(
    space: str, message: testing.Waiting | testing.Result | listening.Message
) -> TestStepWaiting | TestStepResult | DeliveryReceived | ListenHeartbeat | ListenEnded:
    cursor = to_cursor(space, str(message.position))
    match message:
        case testing.Waiting():
            return TestStepWaiting(cursor=cursor, target_url=message.target_url, text=message.text)
        case testing.Result():
            return TestStepResult(
                cursor=cursor,
                delivery=Delivery(row=message.entry.delivery),
                output=JSON(message.value) if is_plain(message.value, MAX_DEPTH) else None,
                left_out=message.left_out,
                is_look_back=message.is_look_back,
            )
        case _:
            return _shown(space, message)


def _position(space: str, after: str | None) -> int | None:
    if after is None or after is strawberry.UNSET:
        return None
    position = number(from_cursor(space, after), positions.most_digits())
    if position is None:
        message = "after is not a cursor of this stream; give one that it returned"
        raise Invalid.one(ProblemCode.INVALID, message, "after")
    return position


def _watched(space: str, message: watching.Message) -> RunUpdated | ListenHeartbeat | ListenEnded:
    cursor = to_cursor(space, str(message.position))
    match message:
        case Changed():
            return RunUpdated(cursor=cursor, run=Run(row=message.run))
        case Beat():
            return ListenHeartbeat(cursor=cursor, at=message.at)
        case Ended():
            return ListenEnded(cursor=cursor, reason=message.reason)


def _shown(
    space: str, message: listening.Message
) -> DeliveryReceived | ListenHeartbeat | ListenEnded:
    cursor = to_cursor(space, str(message.position))
    match message:
        case Received():
            delivery = Delivery(row=message.entry.delivery)
            return DeliveryReceived(
                cursor=cursor,
                delivery=delivery,
                is_look_back=message.is_look_back,
                shared_as=(cursor, delivery.row.id, message.is_look_back),
            )
        case Beat():
            return ListenHeartbeat(cursor=cursor, at=message.at)
        case Ended():
            return ListenEnded(cursor=cursor, reason=message.reason)

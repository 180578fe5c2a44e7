"""Test Step: one event of the sandbox account, as a workflow would get it.

A listening to the trigger's test address that ends with the first event. Nothing that comes there starts a run, and
nothing is taken from production. What the event gave is kept as the workflow's test data.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import Any, Final

import orjson

from domain.connections.callers import Caller, require_editor
from domain.connections.credentials import sandbox_credential
from domain.context import Context
from domain.database import atomically
from domain.deliveries import listening, tail
from domain.deliveries.accept import Acceptance
from domain.deliveries.listening import Ended, EndReason, Listener, Message, Received
from domain.deliveries.replaying import Only, replayed
from domain.deliveries.stored import as_request, find_delivery
from domain.deliveries.tail import Entry
from domain.errors import Invalid, NotFound, ProblemCode
from domain.models import Delivery, Trigger, Verdict, Workflow
from domain.registrations.triggers import described
from domain.runs import output, samples
from domain.runs.workflows import find_workflow
from domain.templates.conditions import compile_filter, evaluate, read_filter
from domain.templates.scope import RequestScope
from domain.wizard.description import Creation
from domain.wizard.progress import target, target_url

_WAITING: Final = "Waiting for an event of the sandbox account."
_HOW: Final = {
    Creation.MANUAL: "Enter this address as the webhook's at the provider, then cause an event there.",
    Creation.API_REQUEST: "The setup request of the wizard told the provider this address: cause an event there.",
}
_ELSE: Final = (
    "A stored event can be replayed into this test, and a signed sample sent. Handshakes and refused deliveries are "
    "shown with the reason; no run is started."
)
_NO_SANDBOX: Final = (
    "There is no sandbox account yet, so everything that arrives is refused: connect one first."
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """The first word. text: for a person: what to do with the address."""

    position: int
    target_url: str
    text: str


@dataclass(frozen=True, slots=True)
class Result:
    """The event. value: what a workflow would get, as JSON values. left_out: why the workflow's filter stops it."""

    position: int
    entry: Entry
    value: dict[str, Any]
    left_out: str | None
    is_look_back: bool


@dataclass(frozen=True, slots=True)
class Tester:
    """Who tests what, and from where; the rest is as of a `Listener`."""

    caller: Caller
    workflow_id: str
    after: int | None
    is_valid: Callable[[], Awaitable[bool]]
    closing: Any


async def run_test_step(
    context: Context, tester: Tester
) -> AsyncGenerator[Waiting | Result | Message, None]:
    """Say what is awaited, then all that comes to the test address, until the first event.

    Without a position it looks back a few minutes, but not to an event that is the workflow's test data already.
    Ends with Ended. Raises NotFound, Forbidden, Busy, all before the first message.
    """
    require_editor(tester.caller)
    workflow = await find_workflow(tester.caller, tester.workflow_id)
    start, live_from = tester.after, 0
    if start is None:
        live_from, start = await tail.end(), await _start(workflow)
    listener = Listener(
        tester.caller,
        workflow.trigger_id,
        start,
        tester.is_valid,
        tester.closing,
        tests_only=True,
        live_from=live_from,
    )
    trigger = await listening.admit(context, listener)
    yield await _waiting(context, trigger, start)
    async with aclosing(listening.listen(context, listener)) as messages:
        async for message in messages:
            result = await _result(context, workflow, trigger, message)
            yield result or message
            if result is not None:
                yield Ended(result.position, EndReason.COMPLETED)
                return


async def replay_into_test_step(
    context: Context, acceptance: Acceptance, caller: Caller, workflow_id: str, delivery_id: str
) -> Delivery:
    """Judge a stored delivery of the workflow's trigger as if it came for the sandbox account, to the test address.

    Raises Invalid (`deliveryId`, `workflowId`), NotFound, Forbidden, Busy.
    """
    original = await find_delivery(caller, delivery_id)
    try:
        workflow = await find_workflow(caller, workflow_id)
        trigger = await Trigger.get_or_none(id=workflow.trigger_id, deleted_ms=None)
    except NotFound as error:
        raise Invalid.one(ProblemCode.NOT_FOUND, str(error), "workflowId") from error
    if trigger is None or not await Verdict.exists(
        trigger_id=workflow.trigger_id, delivery_id=original.id
    ):
        message = "accepted: a delivery that came for this workflow's trigger"
        raise Invalid.one(ProblemCode.NOT_ALLOWED, message, "deliveryId")
    sandbox = await sandbox_credential(trigger.integration_id)
    if sandbox is None:
        raise Invalid.one(ProblemCode.INCOMPLETE, _NO_SANDBOX, "workflowId")
    where = replace(target(trigger, described(trigger)), is_test=True)
    only = Only(trigger.id, sandbox.id)
    record = await replayed(context, acceptance, original, only, target=where)
    await acceptance.write(record)
    return await Delivery.get(id=record.id)


async def _start(workflow: Workflow) -> int:
    start = await tail.look_back(workflow.trigger_id)
    if workflow.test_delivery_id is None:
        return start
    return max(start, await tail.position_of(workflow.trigger_id, workflow.test_delivery_id))


async def _waiting(context: Context, trigger: Trigger, position: int) -> Waiting:
    how = _HOW[described(trigger).basic.creation]
    sandbox = await sandbox_credential(trigger.integration_id)
    text = f"{_WAITING} {how} {_ELSE}" if sandbox else _NO_SANDBOX
    return Waiting(position, target_url(context.settings, trigger), text)


async def _result(
    context: Context, workflow: Workflow, trigger: Trigger, message: Message
) -> Result | None:
    """The result of an event, kept as test data. None for any other message."""
    if not isinstance(message, Received):
        return None
    delivery = message.entry.delivery
    events = orjson.loads(message.entry.verdict.events)
    if not events:
        return None
    event_id, account_id = events[0]
    value = output.plain(await samples.event_output(trigger, delivery, event_id, account_id))
    query = Workflow.filter(id=workflow.id)
    await atomically(lambda: query.update(test_delivery_id=delivery.id))
    left_out = _left_out(context, workflow, delivery)
    return Result(message.position, message.entry, value, left_out, message.is_look_back)


def _left_out(context: Context, workflow: Workflow, delivery: Delivery) -> str | None:
    if workflow.conditions is None:
        return None
    event = RequestScope(as_request(context.settings, delivery))
    return evaluate(
        compile_filter(read_filter(orjson.loads(workflow.conditions))), {"event": event}
    )

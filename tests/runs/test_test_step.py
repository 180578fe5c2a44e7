"""Test Step: waits as the sandbox account, shows what comes and why, gives one event's output, and starts nothing."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

import pytest

from domain import clock
from domain.models import Delivery, Event, Run, Workflow
from tests.api.world import World
from tests.receiver.shop import ACCOUNT, DELETE, Placed, Shop
from tests.runs.test_workflows import CREATE
from tests.transport.endpoint import Wire

TEST: Final = """subscription ($id: ID!, $after: String) { testStep(workflowId: $id, after: $after) {
  __typename
  ... on TestStepWaiting { cursor targetUrl text }
  ... on DeliveryReceived { cursor delivery { id outcome cause } }
  ... on TestStepResult { cursor output leftOut isLookBack delivery { id isTest replayOf { id } } }
  ... on ListenEnded { cursor reason }
} }"""
REPLAY: Final = """
mutation ($input: ReplayIntoTestStepInput!) {
  replayIntoTestStep(input: $input) { delivery { id outcome isTest } errors { code message path } }
}"""
SAMPLE: Final = """
mutation ($input: SendSampleDeliveryInput!) {
  sendSampleDelivery(input: $input) { delivery { id outcome } errors { code message path } }
}"""
DATA: Final = """query ($id: ID!) { workflow(id: $id) { testData {
  delivery { id } output { sample schema } } } }"""
PUSHED: Final = {
    "any": [{"all": [{"path": "event.body.type", "operator": "EQUALS", "value": "push"}]}]
}


class Stream:
    """One test over a socket."""

    def __init__(self, wire: Wire) -> None:
        self.wire = wire

    async def next(self) -> Any:
        """Take the next message."""
        frame = await self.wire.receive()
        assert frame["type"] == "next", frame
        return frame["payload"]["data"]["testStep"]

    async def rest(self) -> list[Any]:
        """Take all there is until it ends."""
        found = []
        while (frame := await self.wire.receive())["type"] == "next":
            found.append(frame["payload"]["data"]["testStep"])
        assert frame["type"] == "complete"
        return found


@asynccontextmanager
async def tried(shop: Shop, workflow_id: str, after: str | None = None) -> AsyncIterator[Stream]:
    async with shop.editor.socket() as wire:
        await wire.subscribe("1", TEST, variables={"id": workflow_id, "after": after})
        yield Stream(wire)


@pytest.fixture
async def trigger(shop: Shop) -> Placed:
    """Finished, with its proof too old to be looked back to."""
    placed = await shop.live()
    old = clock.now_ms() - 400_000
    await Delivery.filter(integration_id=shop.integration_id).update(received_ms=old)
    return placed


async def workflow(shop: Shop, trigger: Placed, **given: Any) -> str:
    made = await shop.editor.change(CREATE, triggerId=trigger.id, name="Sync", **given)
    return str(made["workflow"]["id"])


async def data(shop: Shop, workflow_id: str) -> Any:
    found = await shop.editor.data(DATA, id=workflow_id)
    return found["workflow"]["testData"]


async def test_waits_shows_what_is_refused_and_gives_the_event_as_the_steps_output(
    shop: Shop, trigger: Placed
) -> None:
    workflow_id = await workflow(shop, trigger)
    async with tried(shop, workflow_id) as stream:
        waiting = await stream.next()
        forged = await shop.send(trigger.url, {"team": ACCOUNT}, secret="guessed")
        live = await shop.send(shop.url, {"team": ACCOUNT, "live": True})
        sent = await shop.send(trigger.url, {"team": ACCOUNT, "n": 7})
        refused, result, ended = await stream.rest()

    assert waiting["targetUrl"] == trigger.url
    assert "sandbox account" in waiting["text"]
    assert (refused["delivery"]["id"], refused["delivery"]["cause"]) == (
        forged.row.id,
        "SIGNATURE_MISMATCH",
    )
    assert live.row.outcome == "EVENT"
    assert (result["delivery"]["id"], result["isLookBack"]) == (sent.row.id, False)
    output = result["output"]
    assert output["body"] == {"team": ACCOUNT, "n": 7}
    assert output["account"] == {"id": shop.sandbox, "userId": "sandbox", "providerId": ACCOUNT}
    assert output["trigger"]["id"] == trigger.id
    event = await Event.get(delivery_id=sent.row.id)
    assert output["eventId"] == event.id
    assert (ended["reason"], ended["cursor"]) == ("COMPLETED", result["cursor"])
    assert await Run.filter(project_id=shop.project_id).count() == 0


async def test_handshake_is_shown_and_does_not_end_the_test(shop: Shop) -> None:
    ping = [{"path": "event.body.ping", "isPresent": True}]
    rule = {"name": "Ping", "when": ping, "reply": {"text": "pong"}}
    trigger = await shop.live(handshakes=[rule])
    workflow_id = await workflow(shop, trigger)
    async with tried(shop, workflow_id) as stream:
        _, proof, _ = await stream.rest()
    async with tried(shop, workflow_id) as stream:
        await stream.next()
        answered = await shop.send(trigger.url, {"ping": 1}, headers={})
        await shop.send(trigger.url, {"team": ACCOUNT})
        shown, result, ended = await stream.rest()

    assert (proof["__typename"], answered.reply.text) == ("TestStepResult", "pong")
    assert shown["delivery"] == {"id": answered.row.id, "outcome": "HANDSHAKE", "cause": None}
    assert (result["__typename"], ended["reason"]) == ("TestStepResult", "COMPLETED")


async def test_result_is_kept_as_test_data_and_is_not_given_again(
    shop: Shop, trigger: Placed
) -> None:
    workflow_id = await workflow(shop, trigger)
    assert await data(shop, workflow_id) is None
    sent = await shop.send(trigger.url, {"team": ACCOUNT, "n": 1})
    async with tried(shop, workflow_id) as stream:
        _, first, _ = await stream.rest()
    async with tried(shop, workflow_id) as stream:
        await stream.next()
        again = await shop.send(trigger.url, {"team": ACCOUNT, "n": 2})
        second, _ = await stream.rest()

    assert (first["delivery"]["id"], first["isLookBack"]) == (sent.row.id, True)
    assert second["delivery"]["id"] == again.row.id
    kept = await data(shop, workflow_id)
    assert kept["delivery"] == {"id": again.row.id}
    assert kept["output"]["sample"] == second["output"]
    assert kept["output"]["schema"]["properties"]["body"]["properties"]["n"] == {"type": "integer"}


async def test_two_editors_get_the_same_event_and_one_may_go_on_by_cursor(
    shop: Shop, trigger: Placed
) -> None:
    workflow_id = await workflow(shop, trigger)
    async with tried(shop, workflow_id) as one, tried(shop, workflow_id) as other:
        cursors = [(await each.next())["cursor"] for each in (one, other)]
        await shop.send(trigger.url, {"team": ACCOUNT}, secret="guessed")
        shown = await one.next()
        sent = await shop.send(trigger.url, {"team": ACCOUNT})
        results = [(await one.rest())[0], (await other.rest())[1]]
    async with tried(shop, workflow_id, cursors[0]) as stream:
        before = await stream.rest()
    async with tried(shop, workflow_id, shown["cursor"]) as stream:
        after = await stream.rest()

    assert [each["delivery"]["id"] for each in results] == [sent.row.id] * 2
    kinds = ["TestStepWaiting", "DeliveryReceived", "TestStepResult", "ListenEnded"]
    assert [each["__typename"] for each in before] == kinds
    assert [each["__typename"] for each in after] == ["TestStepWaiting", *kinds[2:]]


async def test_stored_live_event_of_any_account_is_replayed_into_the_test(
    shop: Shop, trigger: Placed
) -> None:
    workflow_id = await workflow(shop, trigger)
    customer = await shop.account("T5")
    sent = await shop.send(shop.url, {"team": "T5", "n": 5})
    async with tried(shop, workflow_id) as stream:
        await stream.next()
        made = await shop.editor.change(REPLAY, workflowId=workflow_id, deliveryId=sent.row.id)
        result, _ = await stream.rest()

    assert made["delivery"]["outcome"] == "EVENT"
    assert result["delivery"] == {
        "id": made["delivery"]["id"],
        "isTest": True,
        "replayOf": {"id": sent.row.id},
    }
    assert result["output"]["account"]["id"] == shop.sandbox
    events = [pair for pair in await shop.events(trigger) if pair[1] == customer]
    assert events == [(sent.row.id, customer)]
    assert await Run.filter(project_id=shop.project_id).count() == 0


async def test_signed_sample_is_the_event(shop: Shop, trigger: Placed) -> None:
    workflow_id = await workflow(shop, trigger)
    async with tried(shop, workflow_id) as stream:
        await stream.next()
        sample = '{"team": "T1", "sample": true}'
        made = await shop.editor.change(SAMPLE, triggerId=trigger.id, body=sample)
        result, _ = await stream.rest()

    assert result["delivery"]["id"] == made["delivery"]["id"]
    assert result["output"]["body"] == {"team": "T1", "sample": True}


async def test_result_says_when_the_workflows_own_filter_would_stop_it(
    shop: Shop, trigger: Placed
) -> None:
    workflow_id = await workflow(shop, trigger, filter=PUSHED)
    async with tried(shop, workflow_id) as stream:
        await stream.next()
        await shop.send(trigger.url, {"team": ACCOUNT, "type": "pull"})
        result, _ = await stream.rest()

    assert "pull" in result["leftOut"]


async def test_only_what_came_for_the_workflows_trigger_is_replayed_into_its_test(
    shop: Shop, trigger: Placed, hookwright: World
) -> None:
    workflow_id = await workflow(shop, trigger)
    other = await shop.live(level="USER")
    elsewhere = await shop.send(other.url, {})
    sent = await shop.send(shop.url, {"team": ACCOUNT})
    stranger = await hookwright.editor()
    before = await Delivery.filter(project_id=shop.project_id).count()

    assert await shop.editor.refused(
        REPLAY, workflowId=workflow_id, deliveryId=elsewhere.row.id
    ) == [("NOT_ALLOWED", ["input", "deliveryId"])]
    assert await shop.editor.refused(REPLAY, workflowId=trigger.id, deliveryId=sent.row.id) == [
        ("NOT_FOUND", ["input", "workflowId"])
    ]
    assert await stranger.refused(REPLAY, workflowId=workflow_id, deliveryId=sent.row.id) == [
        ("NOT_FOUND", ["input", "deliveryId"])
    ]
    assert await Delivery.filter(project_id=shop.project_id).count() == before
    assert (await Workflow.get(id=workflow_id)).test_delivery_id is None


async def test_ends_when_the_trigger_is_deleted_and_begins_for_nobody_else(
    shop: Shop, trigger: Placed, hookwright: World
) -> None:
    workflow_id = await workflow(shop, trigger)
    stranger = await hookwright.editor()
    async with tried(shop, workflow_id) as stream:
        await stream.next()
        await shop.editor.change(DELETE, triggerId=trigger.id)
        (ended,) = await stream.rest()
    async with stranger.socket() as wire:
        await wire.subscribe("1", TEST, variables={"id": workflow_id})
        frame = await wire.receive()

    assert ended["reason"] == "TRIGGER_DELETED"
    errors = frame["payload"] if frame["type"] == "error" else frame["payload"]["errors"]
    assert [error["extensions"]["code"] for error in errors] == ["NOT_FOUND"]

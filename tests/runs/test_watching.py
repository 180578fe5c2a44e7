"""Watching runs: every change by cursor, resumed with nothing lost, of one's own project alone."""

from typing import Any, Final

import pytest

from tests.api.world import World
from tests.receiver.shop import Placed, Shop
from tests.runs.endpoint import Endpoint, answering
from tests.runs.started import Started, enable, workflow
from tests.transport.endpoint import Wire

WATCH: Final = """subscription ($workflow: ID, $after: String) { runUpdates(workflowId: $workflow, after: $after) {
  __typename ... on RunUpdated { cursor run { id state attempt } } ... on ListenHeartbeat { cursor }
  ... on ListenEnded { cursor reason } } }"""


@pytest.fixture
async def trigger(shop: Shop) -> Placed:
    return await shop.live()


async def watch(wire: Wire, **variables: Any) -> str:
    """Subscribe and give the cursor of the first message."""
    await wire.subscribe("1", WATCH, variables=variables)
    first = await told(wire)
    assert first["__typename"] == "ListenHeartbeat"
    return str(first["cursor"])


async def told(wire: Wire) -> Any:
    frame = await wire.receive()
    assert frame["type"] == "next", frame
    return frame["payload"]["data"]["runUpdates"]


async def until_state(wire: Wire, state: str) -> Any:
    while True:
        message = await told(wire)
        if message["run"]["state"] == state:
            return message


async def made_for(hookwright: World, shop: Shop, trigger: Placed, **given: Any) -> Started:
    made = await workflow(shop, trigger, **given)
    await enable(hookwright, shop, made, await shop.account("A"))
    return made


async def test_run_is_told_when_it_is_made_and_when_it_is_done(
    hookwright: World, shop: Shop, trigger: Placed, endpoint: Endpoint
) -> None:
    await made_for(hookwright, shop, trigger, endpoint=endpoint.url + "/")

    async with shop.editor.socket() as wire:
        await watch(wire)
        await shop.send(shop.url, {"team": "A"})

        assert (await until_state(wire, "SUCCEEDED"))["run"]["attempt"] == 1


async def test_resumed_watcher_misses_nothing(
    hookwright: World, shop: Shop, trigger: Placed
) -> None:
    made = await made_for(hookwright, shop, trigger)
    async with shop.editor.socket() as wire:
        cursor = await watch(wire, workflow=made.id)
    for number in range(3):
        await shop.send(shop.url, {"team": "A", "n": number})

    async with shop.editor.socket() as wire:
        await watch(wire, workflow=made.id, after=cursor)
        found = [(await told(wire))["run"]["id"] for _ in range(3)]

    assert found == [run.id for run in await made.runs()]


async def test_watcher_of_one_workflow_hears_of_no_other_and_a_stranger_of_nothing(
    hookwright: World, shop: Shop, trigger: Placed
) -> None:
    mine = await made_for(hookwright, shop, trigger)
    await made_for(hookwright, shop, trigger)
    stranger = await hookwright.editor()

    async with shop.editor.socket() as wire, stranger.socket() as other:
        await watch(wire, workflow=mine.id)
        await watch(other)
        await shop.send(shop.url, {"team": "A", "n": 1})
        await shop.send(shop.url, {"team": "A", "n": 2})

        found = [(await told(wire))["run"]["id"] for _ in range(2)]
        assert found == [run.id for run in await mine.runs()]
        await other.subscribe("2", WATCH, variables={"workflow": mine.id})
        assert (await other.receive())["type"] == "error"


async def test_failure_is_told_too(
    hookwright: World, shop: Shop, trigger: Placed, endpoint: Endpoint
) -> None:
    url = endpoint.behave("/", answering(500))
    made = await made_for(hookwright, shop, trigger, endpoint=url)

    async with shop.editor.socket() as wire:
        await watch(wire, workflow=made.id)
        await shop.send(shop.url, {"team": "A"})
        while (message := await told(wire))["run"]["attempt"] == 0:
            pass

    assert message["run"]["state"] in {"RUNNING", "PENDING"}


async def test_cursor_of_another_stream_is_refused(shop: Shop) -> None:
    async with shop.editor.socket() as wire:
        await wire.subscribe("1", WATCH, variables={"after": "bm90IG91cnM"})
        frame = await wire.receive()

    assert frame["type"] == "error"
    assert frame["payload"][0]["extensions"]["code"] == "BAD_USER_INPUT"

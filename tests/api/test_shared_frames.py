"""Many listeners of one trigger: what is equal is executed once an event, and nobody sees another's."""

import asyncio
import re
from contextlib import AsyncExitStack
from typing import Any

from api.transport.sharing import Frames
from domain.models import Delivery
from tests.api.world import Workshop
from tests.transport.endpoint import Wire

LISTENERS = 40
PLAIN = """
subscription ($id: ID!, $after: String) { listenForEvents(triggerId: $id, after: $after) {
  ... on DeliveryReceived { cursor isLookBack delivery { id body { text } verdicts { outcome } } } } }"""
CHOSEN = """
subscription ($id: ID!, $with: Boolean!) { listenForEvents(triggerId: $id) {
  ... on DeliveryReceived { cursor delivery { id body @include(if: $with) { text } } } } }"""


async def executions(bench: Workshop) -> int:
    """How many events were executed for listeners of the process so far."""
    text = (await bench.editor.http.get(f"{bench.editor.url}/metrics")).text
    found = re.search(r"^hookwright_live_executions_total (\S+)$", text, re.MULTILINE)
    return int(float(found[1])) if found else 0


async def events(wire: Wire, count: int) -> list[Any]:
    found: list[Any] = []
    while len(found) < count:
        frame = await wire.receive()
        assert frame["type"] == "next", frame
        assert frame["id"] == "own"
        if message := frame["payload"]["data"]["listenForEvents"]:
            found.append(message)
    return found


async def listen(wire: Wire, query: str, bench: Workshop, **variables: Any) -> None:
    await wire.subscribe("own", query, variables={"id": bench.trigger_id, **variables})


async def test_equal_listeners_get_equal_frames_of_one_execution_an_event(
    bench: Workshop,
) -> None:
    async with AsyncExitStack() as stack:
        wires = [await stack.enter_async_context(bench.editor.socket()) for _ in range(LISTENERS)]
        await bench.deliver({"team": "T1", "n": 0})
        for wire in wires:
            await listen(wire, PLAIN, bench)
        first = [(await events(wire, 1))[0] for wire in wires]
        before = await executions(bench)

        for number in range(1, 4):
            await bench.deliver({"team": "T1", "n": number})
        frames = [await events(wire, 3) for wire in wires]

    assert all(each == first[0] for each in first)
    assert first[0]["isLookBack"] is True
    assert all(each == frames[0] for each in frames)
    stored = await Delivery.filter(integration_id=bench.integration_id).order_by("id")
    assert [each["delivery"]["id"] for each in frames[0]] == [row.id for row in stored][1:]
    assert await executions(bench) - before == 3


async def test_a_listener_that_is_behind_and_one_that_asks_for_less_get_their_own(
    bench: Workshop,
) -> None:
    before = await executions(bench)
    async with AsyncExitStack() as stack:
        wires = [await stack.enter_async_context(bench.editor.socket()) for _ in range(3)]
        for wire, chosen in zip(wires, (True, False, True), strict=True):
            await listen(wire, CHOSEN, bench, **{"with": chosen})
        await bench.deliver({"team": "T1", "n": 0})
        heard = [(await events(wire, 1))[0] for wire in wires]
        late = await stack.enter_async_context(bench.editor.socket())
        await listen(late, PLAIN, bench, after=None)
        (looked_back,) = await events(late, 1)

    assert ["body" in each["delivery"] for each in heard] == [True, False, True]
    assert heard[0] == heard[2]
    assert await executions(bench) - before == 3
    assert looked_back["isLookBack"] is True
    assert looked_back["delivery"]["id"] == heard[0]["delivery"]["id"]


async def test_who_came_first_may_leave_before_it_is_done() -> None:
    from graphql import ExecutionResult  # noqa: PLC0415

    frames, go_on = Frames(), asyncio.Event()

    async def execute() -> ExecutionResult:
        await go_on.wait()
        return ExecutionResult({"a": 1}, None)

    first = asyncio.create_task(frames.shared(("key",), execute))
    second = asyncio.create_task(frames.shared(("key",), execute))
    await asyncio.sleep(0)
    first.cancel()
    go_on.set()

    assert (await second).data == {"a": 1}

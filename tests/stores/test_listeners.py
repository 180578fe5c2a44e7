"""Listeners under strain: a clock that is set back, one who stops reading, and a thousand at once."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from domain import clock, database
from domain.bus import Bus
from domain.deliveries import journal as journals
from domain.deliveries import tail
from domain.identity import Kind, first_id
from domain.models import Delivery
from domain.vault import Vault
from tests.api.world import Workshop, World, workshop, world
from tests.services.chosen import settings_of
from tests.stores.waiting import eventually
from tests.stores.writing import record

LISTENERS = 1_000
LISTEN = """
subscription ($id: ID!) { listenForEvents(triggerId: $id) {
  ... on DeliveryReceived { cursor delivery { id body { text } } } } }"""


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
async def hookwright(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    folder = tmp_path_factory.mktemp("data")
    async with world(folder, listeners_per_project=LISTENERS + 10) as made:
        yield made


@pytest.fixture
async def bench(hookwright: World) -> Workshop:
    return await workshop(await hookwright.editor())


async def test_a_clock_that_is_set_back_changes_no_order_and_loses_nothing(tmp_path: Path) -> None:
    settings = await settings_of(tmp_path)
    address = settings.get("database_url") or f"sqlite://{tmp_path}/hookwright.db"
    async with (
        database.opened(address) as store,
        journals.opened(store, Vault(["k" * 32]), Bus()) as journal,
    ):
        start, written = await tail.end(), []
        for hours in (0, 1, 5, 2, 0):
            at = clock.now() - timedelta(hours=hours)
            stepped = record(
                "trg_1", id=f"{first_id(Kind.DELIVERY, at)[:-2]}{hours:02}", received_at=at
            )
            if stepped.id not in written:
                await journal.append(stepped)
                written.append(stepped.id)

        seen = [entry.delivery.id for entry in await tail.read("trg_1", start)]

    assert seen == written
    assert seen != sorted(seen)


async def test_a_listener_who_stops_reading_delays_no_other_and_misses_nothing(
    bench: Workshop,
) -> None:
    big, count = "x" * 40_000, 150
    async with bench.editor.socket() as still, bench.editor.socket() as quick:
        for wire in (still, quick):
            await wire.subscribe("1", LISTEN, variables={"id": bench.trigger_id})
        for number in range(count):
            await bench.deliver({"team": "T1", "n": number, "pad": big})

        assert await _numbers(quick, count) == list(range(count))
        # it reads again, what it had not taken: all of it, once, in order
        assert await _numbers(still, count) == list(range(count))


@pytest.mark.slow
async def test_a_thousand_listeners_see_everything_once_and_in_order(
    hookwright: World, bench: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    count, bus = 10, hookwright.hookwright.context.bus
    async with AsyncExitStack() as stack:
        wires = [await stack.enter_async_context(bench.editor.socket()) for _ in range(LISTENERS)]
        for wire in wires:
            await wire.subscribe("1", LISTEN, variables={"id": bench.trigger_id})
        await eventually(lambda: bus.listeners(bench.trigger_id) == LISTENERS, 120)
        patient = await stack.enter_async_context(httpx.AsyncClient(timeout=60))
        sender = replace(bench, editor=replace(bench.editor, http=patient))
        for number in range(count):
            await sender.deliver({"team": "T1", "n": number})
        heard = await asyncio.gather(*(_numbers(wire, count) for wire in wires))

    stored = await Delivery.filter(integration_id=bench.integration_id).count()
    with capsys.disabled():
        print(f"\n{LISTENERS} listeners, {stored} events: {sum(map(len, heard))} frames")  # noqa: T201  the count is the result
    assert heard == [list(range(count))] * LISTENERS


async def _numbers(wire: Any, count: int) -> list[int]:
    found: list[int] = []
    async with asyncio.timeout(120):
        while len(found) < count:
            frame = json.loads(await wire.connection.recv())
            if message := frame["payload"]["data"]["listenForEvents"]:
                found.append(json.loads(message["delivery"]["body"]["text"])["n"])
    return found

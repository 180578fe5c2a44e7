"""Waking other processes: by NOTIFY and by NATS, also after what carries it was away."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any

import pytest

from domain.bus import PLANS, Bus, Presence
from domain.bus.carrying import Connect, LinkedCarrier, running
from domain.bus.nats import by_nats
from domain.bus.notify import by_notify
from tests.services import nats, postgres, programs
from tests.services.fixtures import Databases
from tests.stores.waiting import eventually


@dataclass(frozen=True)
class Carried:
    """A way to bring wakes, and its server."""

    connect: Connect
    server: Any


@contextmanager
def by_own_postgres() -> Iterator[Carried]:
    with postgres.served() as server:
        if server is None:
            programs.missing("PostgreSQL")
        else:
            yield Carried(by_notify(server.dsn()), server)


@contextmanager
def by_own_nats() -> Iterator[Carried]:
    with nats.served() as server:
        if server is None:
            programs.missing("NATS")
        else:
            yield Carried(by_nats(server.url, "tests"), server)


@pytest.fixture(params=[by_own_postgres, by_own_nats], ids=["notify", "nats"])
def carried(request: pytest.FixtureRequest) -> Iterator[Carried]:
    with request.param() as made:
        yield made


@asynccontextmanager
async def process(connect: Connect) -> AsyncIterator[Bus]:
    bus = Bus()
    async with running(LinkedCarrier("test", connect, bus), bus):
        await eventually(lambda: bus.is_whole)
        yield bus


async def test_a_wake_reaches_the_listeners_of_other_processes_and_one_may_be_missed_while_it_is_away(
    carried: Carried,
) -> None:
    async with process(carried.connect) as one, process(carried.connect) as other:
        dropped: list[str] = []
        other.hear(PLANS, dropped.append)
        with other.listen("trg_1") as woken, other.listen("trg_2") as unconcerned:
            one.wake(["trg_1", f"{PLANS}int_1"])
            await asyncio.wait_for(woken.wait(), 10)
            assert not unconcerned.is_set()
            assert dropped == ["int_1"]

            carried.server.kill()
            await eventually(lambda: not one.is_whole and not other.is_whole)
            woken.clear()
            dropped.clear()
            one.wake(["trg_3"])
            carried.server.start()

            # a link that is open again counts as a wake of everything
            await asyncio.wait_for(woken.wait(), 20)
            await eventually(lambda: "" in dropped)
            await eventually(lambda: one.is_whole)
            woken.clear()
            one.wake(["trg_1"])
            await asyncio.wait_for(woken.wait(), 10)


async def test_more_topics_than_a_message_holds_arrive_all(databases: Databases) -> None:
    connect = by_notify(await databases.fresh())
    topics = [f"trg_{number:026}" for number in range(2_000)]
    async with process(connect) as one, process(connect) as other:
        heard: set[str] = set()
        other.hear("trg_", heard.add)

        one.wake(topics)

        await eventually(lambda: len(heard) == len(topics))


async def test_processes_count_each_other_and_forget_who_is_gone(nats_url: str) -> None:
    connect = by_nats(nats_url, "presence")
    async with process(connect) as one, process(connect) as other:
        mine, theirs = Presence(one, "receiver"), Presence(other, "receiver")
        async with mine.shown():
            async with theirs.shown():
                await eventually(lambda: mine.count() == theirs.count() == 2)

            await eventually(lambda: mine.count() == 1)

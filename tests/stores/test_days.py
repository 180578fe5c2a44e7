"""Deliveries by days on PostgreSQL: made ahead, dropped whole beside the traffic, and nothing is lost on the way."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

import asyncpg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import clock, database
from domain.bus import Bus
from domain.deliveries import journal as journals
from domain.deliveries import tail
from domain.deliveries.journal import Journal
from domain.deliveries.record import Record
from domain.identity import Kind, first_id
from domain.models import Delivery, Event, FollowUp, Run, Verdict
from domain.retention import days
from domain.retention.daily import tend
from domain.retention.days import Day
from domain.retention.job import prune
from domain.retention.policy import Kept, Policy
from domain.settings import Settings
from domain.vault import Vault
from tests.services.fixtures import Databases
from tests.stores.waiting import eventually
from tests.stores.writing import record

POLICY = replace(Policy.of(Settings()), by_days=True)
LONG_AGO = timedelta(days=40)
_numbers = count(1)


@pytest.fixture
async def address(databases: Databases) -> str:
    return await databases.fresh()


@pytest.fixture
async def journal(address: str) -> AsyncIterator[Journal]:
    async with (
        database.opened(address) as store,
        journals.opened(store, Vault(["k" * 32]), Bus()) as made,
    ):
        yield made


@pytest.fixture
async def other(address: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection of somebody else."""
    connection = await asyncpg.connect(address)
    yield connection
    await connection.close()


def made_at(at: datetime) -> Record:
    """A delivery of that time."""
    return record("trg_1", id=f"{first_id(Kind.DELIVERY, at)[:-6]}{next(_numbers):06}")


async def place(connection: asyncpg.Connection, identifier: str) -> str | None:
    """The partition that a delivery lies in."""
    found = "SELECT tableoid::regclass::text FROM delivery WHERE id = $1"
    name = await connection.fetchval(found, identifier)
    return None if name is None else str(name)


async def there(connection: asyncpg.Connection) -> set[str]:
    rows = await connection.fetch(
        "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'delivery'::regclass"
    )
    return {row[0] for row in rows}


async def test_several_dispatchers_make_the_days_to_come_and_deliveries_land_in_todays(
    address: str, journal: Journal, other: asyncpg.Connection
) -> None:
    now = clock.now()
    await asyncio.gather(*(tend(address, POLICY, now) for _ in range(4)))
    await tend(address, POLICY, now)
    sent = record("trg_1")
    await journal.append(sent)

    wanted = {Day.of(now + timedelta(days=n)).name for n in range(days.AHEAD + 1)}
    assert await there(other) == wanted | {"delivery_default"}
    assert await place(other, sent.id) == Day.of(sent.received_at).name
    assert await other.fetchval(
        "SELECT count(*) FROM pg_indexes WHERE tablename = $1", Day.of(now).name
    ) == await other.fetchval("SELECT count(*) FROM pg_indexes WHERE tablename = 'delivery'")


async def test_what_arrived_before_its_day_was_made_stays_where_it_is_and_goes_by_rows(
    address: str, journal: Journal, other: asyncpg.Connection
) -> None:
    now = clock.now()
    early, old = record("trg_1"), made_at(now - LONG_AGO)
    await asyncio.gather(journal.append(early), journal.append(old))

    await tend(address, POLICY, now)

    today, tomorrow = Day.of(now).name, Day.of(now + timedelta(days=1)).name
    assert {today, tomorrow} & await there(other) == {tomorrow}
    late = record("trg_1")
    await journal.append(late)
    assert await place(other, early.id) == await place(other, late.id) == "delivery_default"
    assert (await prune(POLICY, now))[Kept.LIVE] == 1
    assert {row.id for row in await Delivery.all()} == {early.id, late.id}


async def test_a_day_that_is_past_is_dropped_while_a_writer_goes_on(
    address: str, journal: Journal, other: asyncpg.Connection
) -> None:
    now = clock.now()
    await tend(address, POLICY, now)
    await tend(address, POLICY, now - LONG_AGO)
    old = [made_at(now - LONG_AGO) for _ in range(120)]
    await asyncio.gather(*(journal.append(each) for each in old))
    assert await place(other, old[0].id) == Day.of(now - LONG_AGO).name
    written: list[str] = []

    async def write(until: asyncio.Event) -> None:
        while not until.is_set():
            each = record("trg_1")
            await journal.append(each)
            written.append(each.id)

    is_over = asyncio.Event()
    writing = asyncio.create_task(write(is_over))
    gone: list[int] = []

    async def is_dropped() -> bool:
        gone.extend(await asyncio.gather(*(tend(address, POLICY, now) for _ in range(2))))
        return Day.of(now - LONG_AGO).name not in await there(other)

    await eventually(is_dropped)
    is_over.set()
    await writing

    assert max(gone) == 120
    assert written
    assert {row.id for row in await Delivery.all()} == set(written)
    assert await Verdict.all().count() == await Event.all().count() == len(written)
    assert [each.delivery.id for each in await tail.read("trg_1", 0, limit=5_000)] == written


async def test_what_is_still_needed_outlives_its_day(
    address: str, journal: Journal, other: asyncpg.Connection
) -> None:
    now = clock.now()
    await tend(address, POLICY, now - LONG_AGO)
    running, called, gone = (made_at(now - LONG_AGO) for _ in range(3))
    await asyncio.gather(*(journal.append(each) for each in (running, called, gone)))
    await _a_run(running)
    await _a_follow_up(called)

    await eventually(lambda: _is_dropped(address, other, now))
    await prune(POLICY, now)

    assert {row.id for row in await Delivery.all()} == {running.id, called.id}
    assert await place(other, running.id) == "delivery_default"
    assert bytes((await Delivery.get(id=running.id)).body) == running.request.body
    assert await Event.filter(delivery_id=running.id).count() == 1
    await Run.all().delete()
    await FollowUp.all().delete()
    await prune(POLICY, now)
    assert await Delivery.all().count() == await Verdict.all().count() == 0


async def test_a_day_that_somebody_reads_stays_and_nobody_waits_for_it(
    address: str, journal: Journal, other: asyncpg.Connection
) -> None:
    now = clock.now()
    await tend(address, POLICY, now)
    await tend(address, POLICY, now - LONG_AGO)
    await journal.append(made_at(now - LONG_AGO))
    reading = other.transaction()
    await reading.start()
    await other.fetch("SELECT id FROM delivery")

    fresh = record("trg_1")
    await asyncio.gather(tend(address, POLICY, now), journal.append(fresh))

    assert await place(other, fresh.id) == Day.of(fresh.received_at).name
    assert Day.of(now - LONG_AGO).name in await there(other)
    await reading.rollback()
    await eventually(lambda: _is_dropped(address, other, now))


async def test_a_day_whose_rows_are_gone_goes_before_its_time_and_one_with_rows_stays(
    address: str, journal: Journal, other: asyncpg.Connection
) -> None:
    now = clock.now()
    before = now - timedelta(days=9)
    await tend(address, POLICY, before)
    kept = made_at(before)
    await journal.append(kept)

    await tend(address, POLICY, now)

    found = await there(other)
    assert Day.of(before).name in found
    assert Day.of(before + timedelta(days=1)).name not in found
    assert Day.of(now).name in found
    assert await place(other, kept.id) == Day.of(before).name


async def test_lookups_and_tailing_go_across_days(address: str, journal: Journal) -> None:
    now = clock.now()
    await tend(address, POLICY, now - timedelta(days=3))
    records = [made_at(now - timedelta(days=n)) for n in (12, 3, 1, 0)]
    for each in records:
        await journal.append(each)

    ids = [each.id for each in records]
    assert [entry.delivery.id for entry in await tail.read("trg_1", 0)] == ids
    newest_first = await Delivery.filter(id__in=ids).order_by("-id")
    assert [row.id for row in newest_first] == ids[::-1]
    assert (await Delivery.get(id=ids[1])).id == ids[1]


@given(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001  bounds
def test_an_id_lies_in_the_day_it_was_made_on_and_its_name_reads_back(at: datetime) -> None:
    day = Day.of(at)

    assert day.first <= first_id(Kind.DELIVERY, at) < day.end
    assert Day.of(day.start + timedelta(days=1)).first == day.end
    assert Day.named(day.name) == day


@given(st.datetimes(datetime(2001, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001  bounds
def test_a_day_is_past_when_all_in_it_is_and_rows_of_it_are_left_to_it_until_then(
    now: datetime,
) -> None:
    at = now - POLICY.ages[Kept.LIVE]
    names = [Day.of(at + timedelta(days=n)).name for n in range(-3, 4)]

    past = days.over(names, POLICY.kept_since(now))

    assert [day.name for day in past] == names[:3]
    assert all(day.end <= first_id(Kind.DELIVERY, at) for day in past)
    assert POLICY.first_kept(Kept.LIVE, now) == past[-1].first
    assert POLICY.first_kept(Kept.TEST, now) == replace(POLICY, by_days=False).first_kept(
        Kept.TEST, now
    )


def test_tables_that_are_no_days_are_left_alone() -> None:
    names = ["delivery_default", "delivery_2026", "delivery_archive", "public.delivery_20260101"]

    assert days.over(names, datetime(2100, 1, 1, tzinfo=UTC)) == []
    assert Day.named("delivery_20260131") == Day(date(2026, 1, 31))


async def _is_dropped(address: str, connection: asyncpg.Connection, now: datetime) -> bool:
    """Tend once, and look whether that day is gone."""
    await tend(address, POLICY, now)
    return Day.of(now - LONG_AGO).name not in await there(connection)


async def _a_run(of: Record) -> None:
    event = await Event.get(delivery_id=of.id)
    await Run.create(
        id="run_1", project_id="prj_1", workflow_id="wfl_1", trigger_id="trg_1",
        credential_id="crd_1", event_id=event.id, delivery_id=of.id, state="PENDING", attempts=1,
        due_ms=2**53, error="", created_ms=0, updated_ms=0,
    )  # fmt: skip


async def _a_follow_up(of: Record) -> None:
    await FollowUp.create(
        delivery_id=of.id, project_id="prj_1", trigger_id="trg_1", method="GET", url="", sealed=b"",
        digest="", state="PENDING", attempts=0, error="", history="[]", due_ms=2**53, created_ms=0,
        updated_ms=0,
    )  # fmt: skip

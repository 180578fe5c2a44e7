"""Several journals on one PostgreSQL: what was acknowledged is there once, and readers by cursor miss nothing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import asyncpg
import pytest

from domain import database
from domain.bus import Bus
from domain.deliveries import journal as journals
from domain.deliveries import tail
from domain.deliveries.journal import Journal
from domain.deliveries.record import NewValue
from domain.errors import Busy
from domain.identity import Kind, new_id
from domain.models import Delivery, Event, PersistedValue, Project, Verdict
from domain.vault import Vault
from domain.verdict import Outcome, RejectionCause
from tests.services.fixtures import Databases
from tests.stores.writing import record

WRITERS = 4


@asynccontextmanager
async def several(address: str, count: int = WRITERS) -> AsyncIterator[list[Journal]]:
    """Journals with a connection each."""
    async with AsyncExitStack() as stack:
        store = await stack.enter_async_context(database.opened(address))
        vault = Vault(["k" * 32])
        opened = [journals.opened(store, vault, Bus()) for _ in range(count)]
        yield [await stack.enter_async_context(each) for each in opened]


@pytest.fixture
async def writers(databases: Databases) -> AsyncIterator[list[Journal]]:
    async with several(await databases.fresh()) as made:
        yield made


async def test_what_several_writers_acknowledge_is_there_once(writers: list[Journal]) -> None:
    records = [record("trg_1", body=b"%d" % number) for number in range(400)]

    await asyncio.gather(*(writers[i % WRITERS].append(each) for i, each in enumerate(records)))

    assert await Delivery.all().count() == await Verdict.all().count() == 400
    assert {each.delivery_id for each in await Event.all()} == {each.id for each in records}


async def test_one_key_sent_to_every_writer_is_one_event_and_one_reply(
    writers: list[Journal],
) -> None:
    keys = [f"key {number}" for number in range(25)]
    records = [
        record("trg_1", key, body=f"{key} {copy}".encode())
        for copy in range(WRITERS)
        for key in (keys if copy % 2 else reversed(keys))
    ]

    await asyncio.gather(*(writers[i // len(keys)].append(each) for i, each in enumerate(records)))

    assert sorted(each.deduplication_key or "" for each in await Event.all()) == sorted(keys)
    first = {each.id: each for each in records if each.outcome is Outcome.EVENT}
    assert len(first) == len(keys)
    for each in records:
        if each.outcome is Outcome.DUPLICATE:
            assert each.reply.body == first[each.duplicate_of or ""].reply.body


async def test_a_value_offered_to_every_writer_is_kept_once(writers: list[Journal]) -> None:
    trigger = await _a_trigger()
    offers = [
        record(
            trigger,
            outcome=Outcome.HANDSHAKE,
            verdicts=[],
            values=[NewValue(trigger, "live", "secret", f"value {number}", "reg_1")],
        )
        for number in range(WRITERS)
    ]

    await asyncio.gather(
        *(journal.append(each) for journal, each in zip(writers, offers, strict=True))
    )

    (kept,) = await PersistedValue.all()
    (winner,) = [each for each in offers if each.outcome is Outcome.HANDSHAKE]
    assert kept.delivery_id == winner.id
    others = [each for each in offers if each is not winner]
    assert {each.cause for each in others} == {RejectionCause.HANDSHAKE_REFUSED}
    assert {each.reply.status for each in others} == {401}


async def test_a_reader_by_cursor_misses_nothing_and_sees_nothing_twice(
    writers: list[Journal],
) -> None:
    start = await tail.end()
    records = [record("trg_1") for _ in range(1_200)]
    seen: list[str] = []

    async def read() -> None:
        position = start
        while len(seen) < len(records):
            page = await tail.read("trg_1", position)
            assert [entry.position for entry in page] == sorted(entry.position for entry in page)
            seen.extend(entry.delivery.id for entry in page)
            position = page[-1].position if page else position

    async def write(journal: Journal, mine: list[str]) -> None:
        for each in (one for one in records if one.id in mine):
            await journal.append(each)

    ids = [each.id for each in records]
    async with asyncio.timeout(60):
        await asyncio.gather(
            read(), *(write(writer, ids[i::WRITERS]) for i, writer in enumerate(writers))
        )

    assert len(seen) == len(set(seen)) == len(records)


async def test_what_an_older_transaction_holds_back_is_read_when_it_ends(
    databases: Databases,
) -> None:
    address = await databases.fresh()
    async with several(address, 1) as (journal,):
        start = await tail.end()
        older = await asyncpg.connect(address)
        under_way = older.transaction()
        await under_way.start()
        await older.execute("SELECT pg_current_xact_id()")

        await journal.append(record("trg_1"))

        assert await tail.read("trg_1", start) == []
        assert await tail.is_held_back("trg_1", start)
        await under_way.rollback()
        assert len(await tail.read("trg_1", start)) == 1
        await older.close()


async def test_what_postgresql_does_not_take_as_text_is_written_with_a_sign_in_its_place(
    writers: list[Journal],
) -> None:
    whole = record("trg_1", explanation="nul \x00 and half \ud800 a pair")

    await asyncio.gather(writers[0].append(record("trg_1")), writers[0].append(whole))

    row = await Delivery.get(id=whole.id)
    assert row.explanation == "nul ␀ and half ? a pair"
    assert await Delivery.all().count() == 2


async def test_one_bad_row_fails_alone(writers: list[Journal]) -> None:
    good = [record("trg_1") for _ in range(3)]
    bad = record("trg_1", method="M" * 40)

    outcomes = await asyncio.gather(
        *(writers[0].append(each) for each in (good[0], bad, *good[1:])), return_exceptions=True
    )

    assert [type(each) for each in outcomes] == [type(None), Busy, type(None), type(None)]
    assert {each.id for each in await Delivery.all()} == {each.id for each in good}


async def test_a_cursor_of_another_cluster_is_told_and_its_rows_lie_before_new_ones(
    databases: Databases,
) -> None:
    address = await databases.fresh()
    async with several(address, 1) as (journal,):
        await journal.append(record("trg_1"))
        (old,) = await tail.read("trg_1", 0)
        assert await tail.is_readable("trg_1", old.position)
        elsewhere = "UPDATE cluster SET system = 'another'; UPDATE verdict SET xid = 999999999"
        connection = await asyncpg.connect(address)
        await connection.execute(elsewhere)
        await connection.close()

    async with several(address, 1) as (journal,):
        assert not await tail.is_readable("trg_1", old.position)
        await journal.append(record("trg_1"))
        found = await tail.read("trg_1", 0)

        assert [entry.verdict.seq for entry in found] == [1, 2]
        assert await tail.look_back("trg_1") < found[0].position


async def _a_trigger() -> str:
    identifier = new_id(Kind.TRIGGER)
    await Project.create(id="prj_1", name="Acme", created_ms=1)
    await database.atomically(lambda: _insert(identifier))
    return identifier


async def _insert(identifier: str) -> None:
    from domain.models import Integration, Trigger  # noqa: PLC0415

    integration = await Integration.create(
        id="int_1", project_id="prj_1", name="A", slug="a", authorization="{}", created_ms=1
    )
    await Trigger.create(
        id=identifier, integration=integration, project_id="prj_1", status="DRAFT",
        created_ms=1, updated_ms=1,
    )  # fmt: skip

"""When the disk cannot take a delivery: 503 with Retry-After, nothing half written, nothing lost afterwards."""

import asyncio
import contextlib
import json
import sqlite3
from collections.abc import Iterator

import httpx
import pytest

from domain import clock
from domain.database import write_turn
from domain.database.sqlite import connect
from domain.deliveries.record import Address, NewEvent, Record, TriggerVerdict
from domain.deliveries.sqlite_writer import write
from domain.identity import Kind, new_id
from domain.models import Delivery, Event, PersistedValue, Trigger, Verdict
from domain.reply import Reply
from domain.request import Request
from domain.verdict import Outcome
from tests.api.world import World
from tests.receiver.shop import ACCOUNT, UNSIGNED, Placed, Shop, signed
from tests.transport.endpoint import until

SETTINGS = {"max_waiting": 3}

pytestmark = pytest.mark.sqlite_file
POISON = "poisoned"


@pytest.fixture
async def trigger(shop: Shop) -> Placed:
    placed = await shop.place(deduplicationKey="{{event.body.id}}", response={"echoBody": True})
    await shop.send(placed.url, {"team": ACCOUNT})  # the plan is in memory
    return placed


async def post(shop: Shop, trigger: Placed, **more: object) -> httpx.Response:
    content = json.dumps({"team": ACCOUNT, **more}).encode()
    return await shop.editor.http.post(trigger.url, content=content, headers=signed(content))


def unavailable(reply: httpx.Response) -> bool:
    is_safe = int(reply.headers.get("retry-after", "0")) >= 1
    return (reply.status_code, reply.content, is_safe) == (503, b"", True)


@contextlib.contextmanager
def changed(hookwright: World, before: str, after: str) -> Iterator[None]:
    """Change the database's file from outside for the length of the block."""
    path = hookwright.hookwright.context.settings.data / "hookwright.db"
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(before)
        try:
            yield
        finally:
            connection.execute(after)


async def test_full_journal_is_503_and_what_waited_is_written(
    hookwright: World, shop: Shop, trigger: Placed
) -> None:
    journal = hookwright.hookwright.journal

    async with write_turn():
        first = asyncio.create_task(post(shop, trigger, id="first"))
        await asyncio.wait({first}, timeout=0.2)  # taken for a commit that waits for its turn
        waiting = [asyncio.create_task(post(shop, trigger, id=f"w{n}")) for n in range(3)]
        await until(lambda: journal.depth == 3)
        refused = [await post(shop, trigger, id=f"r{n}") for n in range(5)]
        assert not first.done()
    accepted = [await first, *[await task for task in waiting]]

    assert all(map(unavailable, refused))
    assert [reply.status_code for reply in accepted] == [200] * 4
    assert await Event.filter(trigger_id=trigger.id).count() == 1 + 4
    retried = await post(shop, trigger, id="r0")
    assert (retried.status_code, await Event.filter(trigger_id=trigger.id).count()) == (200, 6)


async def test_write_that_fails_is_503_and_the_retry_is_an_event(
    hookwright: World, shop: Shop, trigger: Placed
) -> None:
    rename = "ALTER TABLE {} RENAME TO {}"
    before = await shop.rows()

    with changed(hookwright, rename.format("event", "gone"), rename.format("gone", "event")):
        replies = await asyncio.gather(*(post(shop, trigger, id=n) for n in range(3)))

    assert all(map(unavailable, replies))
    assert await shop.rows() == before
    assert await Verdict.filter(trigger_id=trigger.id).count() == 1
    again = [await post(shop, trigger, id=n) for n in range(3)]
    assert [reply.status_code for reply in again] == [200] * 3
    assert await Delivery.filter(project_id=shop.project_id, outcome="EVENT").count() == 4


async def test_database_that_cannot_be_read_is_503_for_an_address_not_in_memory(
    hookwright: World, shop: Shop
) -> None:
    trigger = await shop.place()
    rename = "ALTER TABLE {} RENAME TO {}"

    with changed(hookwright, rename.format("secret", "gone"), rename.format("gone", "secret")):
        away = await post(shop, trigger)
    back = await post(shop, trigger)

    assert unavailable(away)
    assert back.status_code == 200


POISONED = f"""
CREATE TRIGGER poisoned BEFORE INSERT ON delivery WHEN instr(NEW.body, CAST('{POISON}' AS BLOB))
BEGIN SELECT RAISE(ABORT, 'poisoned'); END"""


@pytest.mark.parametrize("has_key", [True, False])
async def test_bad_row_fails_alone(
    hookwright: World, shop: Shop, trigger: Placed, has_key: bool
) -> None:
    with changed(hookwright, POISONED, "DROP TRIGGER poisoned"):
        async with write_turn():
            first = asyncio.create_task(post(shop, trigger, id="first"))
            await asyncio.wait({first}, timeout=0.2)
            key = {"id": "same"} if has_key else {}
            batch = [asyncio.create_task(post(shop, trigger, n=1, **key))]
            batch.append(asyncio.create_task(post(shop, trigger, poison=POISON)))
            batch.append(asyncio.create_task(post(shop, trigger, n=3, **key)))
            await until(lambda: hookwright.hookwright.journal.depth == 3)
        replies = [await task for task in batch]

    assert [reply.status_code for reply in replies] == [200, 503, 200]
    rows = Delivery.filter(project_id=shop.project_id)
    assert await rows.filter(outcome="DUPLICATE").count() == (1 if has_key else 0)
    assert await Event.filter(trigger_id=trigger.id).count() == 2 + (1 if has_key else 2)


async def test_repetition_of_what_failed_is_an_event_and_no_duplicate_of_nothing(
    hookwright: World, shop: Shop, trigger: Placed
) -> None:
    """The first of two with one key is the bad row; both came in one batch."""
    with changed(hookwright, POISONED, "DROP TRIGGER poisoned"):
        async with write_turn():
            first = asyncio.create_task(post(shop, trigger, id="first"))
            await asyncio.wait({first}, timeout=0.2)
            bad = asyncio.create_task(post(shop, trigger, id="same", poison=POISON))
            await until(lambda: hookwright.hookwright.journal.depth == 1)
            good = asyncio.create_task(post(shop, trigger, id="same"))
            await until(lambda: hookwright.hookwright.journal.depth == 2)
        replies = [await bad, await good]

    assert [reply.status_code for reply in replies] == [503, 200]
    row = await Delivery.filter(project_id=shop.project_id).order_by("-id").first()
    assert row is not None
    assert (row.outcome, row.duplicate_of) == (Outcome.EVENT, None)


async def test_failed_attempt_leaves_the_records_as_they_were(
    hookwright: World, shop: Shop, trigger: Placed
) -> None:
    """Else the second of two with one key, tried again alone, would repeat a first that was never written."""
    records = [a_record(shop, trigger, b"{}"), a_record(shop, trigger, b"{}")]
    bad = a_record(shop, trigger, POISON.encode())
    path = hookwright.hookwright.context.settings.data / "hookwright.db"

    with (
        changed(hookwright, POISONED, "DROP TRIGGER poisoned"),
        contextlib.closing(connect(path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="poisoned"),
    ):
        write(connection, [*records, bad], hookwright.hookwright.context.vault)

    for record in records:
        assert (record.outcome, record.duplicate_of) == (Outcome.EVENT, None)
        assert [len(verdict.events) for verdict in record.verdicts] == [1]


def a_record(shop: Shop, trigger: Placed, body: bytes) -> Record:
    now = clock.now()
    request = Request(
        method="POST",
        public_url="",
        path="/",
        query_string="",
        headers=(),
        body=body,
        received_at=now,
    )
    event = NewEvent(new_id(Kind.EVENT), shop.sandbox, "same key")
    return Record(
        id=new_id(Kind.DELIVERY),
        address=Address(shop.project_id, shop.integration_id, None, None, is_test=True),
        request=request,
        outcome=Outcome.EVENT,
        explanation="",
        reply=Reply(),
        received_at=now,
        verdicts=[TriggerVerdict(trigger.id, Outcome.EVENT, "", "0" * 32, events=[event])],
    )


async def test_failed_write_proves_nothing_and_keeps_no_value(
    hookwright: World, shop: Shop
) -> None:
    hello = {
        "name": "Hello",
        "when": [{"path": "event.headers.x-key", "isPresent": True}],
        "persist": [{"name": "key", "value": "{{event.headers.x-key}}"}],
    }
    trigger = await shop.place(verification=UNSIGNED, handshakes=[hello])
    await Trigger.filter(id=trigger.id).update(listening_ms=2**50)
    rename = "ALTER TABLE {} RENAME TO {}"

    with changed(hookwright, rename.format("verdict", "gone"), rename.format("gone", "verdict")):
        event = await post(shop, trigger)
        greeting = await shop.editor.http.post(trigger.url, headers={"x-key": "secret-of-ours"})

    assert unavailable(event)
    assert unavailable(greeting)
    assert (await Trigger.get(id=trigger.id)).proven_fingerprint is None
    assert await PersistedValue.filter(trigger_id=trigger.id).count() == 0
    again = await shop.send(trigger.url, b"", headers={"x-key": "secret-of-ours"})
    assert again.verdict == (200, Outcome.HANDSHAKE, None)

"""Dispatch that is interrupted: a database that is away for a while, and a process that is asked to stop."""

import asyncio
import contextlib
import sqlite3
from pathlib import Path
from typing import Final

import pytest

from domain.models import RunAttempt
from tests.api.world import World
from tests.endtoend.process import started
from tests.receiver.shop import Shop
from tests.runs.endpoint import Endpoint, Taken, hanging
from tests.runs.started import enable, within, workflow
from tests.runs.test_killed_dispatch import arrived, prepared

SETTINGS: Final = {"run_seconds": 5}
REPLAY: Final = """
mutation ($input: ReplayEventInput!) {
  replayEvent(input: $input) { delivery { outcome } errors { code message path } } }"""


@pytest.mark.slow
@pytest.mark.sqlite_file
async def test_answer_that_cannot_be_written_at_once_is_written_later_and_not_asked_again(
    hookwright: World, shop: Shop, endpoint: Endpoint
) -> None:
    release = asyncio.Event()

    async def behave(_: Taken, writer: asyncio.StreamWriter) -> None:
        await release.wait()
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n")

    url = endpoint.behave("/", behave)
    made = await workflow(shop, await shop.live(), endpoint=url)
    await enable(hookwright, shop, made, await shop.account("A"))
    await shop.send(shop.url, {"team": "A"})
    await arrived(endpoint, 1)
    file = Path(hookwright.hookwright.context.settings.database.removeprefix("sqlite://"))

    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        release.set()
        await asyncio.sleep(6)  # longer than a writer waits for its turn
        assert await RunAttempt.filter(run_id=(await made.runs())[0].id).count() == 0
        holder.execute("ROLLBACK")

    async def is_done() -> bool:
        return (await made.runs())[0].state == "SUCCEEDED"

    await within(20, is_done)
    assert len(endpoint.taken) == 1
    assert (await made.runs())[0].attempts == 1


@pytest.mark.slow
@pytest.mark.sqlite_file
async def test_process_that_stops_gives_back_what_hangs(tmp_path: Path, endpoint: Endpoint) -> None:
    async with started(tmp_path) as served:
        await prepared(served, endpoint)
        endpoint.behave("/0", hanging)
        await served.editor.change(REPLAY, eventId=endpoint.taken[0].headers["webhook-id"])
        await arrived(endpoint, 2)
        await served.stop()

    with contextlib.closing(sqlite3.connect(tmp_path / "hookwright.db")) as connection:
        rows = connection.execute(
            "SELECT state, attempts, error, due_ms <= updated_ms FROM run ORDER BY id"
        )
        assert rows.fetchall() == [
            ("SUCCEEDED", 1, "", 1),
            ("PENDING", 1, "Interrupted: the server stopped. It may have arrived.", 1),
        ]

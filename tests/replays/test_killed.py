"""Killed with SIGKILL in the middle of routing the unrouted, and of a replay of many: all of it happens once."""

import asyncio
import contextlib
import json
import os
import signal
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.api.world import CONNECT, Editor
from tests.receiver.shop import ACCOUNT, FINISH, Placed, Shop, opened, signed
from tests.receiver.test_killed import TOKEN, free_port, process
from tests.replays.test_bulk_replays import START

COUNT = 300


@dataclass(frozen=True, slots=True)
class Scene:
    """A finished trigger of a process that may be killed. rows: reads its file without the product."""

    folder: Path
    port: int
    http: httpx.AsyncClient
    shop: Shop
    trigger: Placed

    def rows(self, sql: str) -> list[Any]:
        """What stands in the file."""
        with contextlib.closing(sqlite3.connect(self.folder / "hookwright.db")) as connection:
            return connection.execute(sql).fetchall()

    async def send(self, team: str) -> None:
        """Send COUNT deliveries, one after another."""
        for number in range(COUNT):
            body = json.dumps({"team": team, "n": number}).encode()
            answer = await self.http.post(self.shop.url, content=body, headers=signed(body))
            assert answer.status_code == 200

    async def killed(self, running: asyncio.subprocess.Process, sql: str) -> None:
        """Kill the process once some of it, and not all, has happened."""
        async with asyncio.timeout(20):
            while self.rows(sql)[0][0] == 0:  # noqa: ASYNC110  the file tells nobody
                await asyncio.sleep(0)
        os.kill(running.pid, signal.SIGKILL)
        await running.wait()
        assert self.rows("PRAGMA integrity_check") == [("ok",)]

    async def settled(self, sql: str, wanted: int) -> None:
        """Wait until as much has happened."""
        async with asyncio.timeout(30):
            while self.rows(sql)[0][0] < wanted:  # noqa: ASYNC110  the file tells nobody
                await asyncio.sleep(0.01)


@contextlib.asynccontextmanager
async def scene(folder: Path, port: int) -> AsyncIterator[Scene]:
    async with httpx.AsyncClient(timeout=10) as http:
        editor = Editor(f"http://127.0.0.1:{port}", None, None, TOKEN, http)  # type: ignore[arg-type]
        shop = await opened(editor)
        trigger = await shop.place()
        body = json.dumps({"team": ACCOUNT}).encode()
        await http.post(trigger.url, content=body, headers=signed(body))
        await editor.change(FINISH, triggerId=trigger.id)
        yield Scene(folder, port, http, shop, trigger)


@pytest.mark.slow
async def test_unrouted_deliveries_are_routed_once_although_the_process_is_killed(
    tmp_path: Path,
) -> None:
    port = free_port()
    events = "SELECT count(*) FROM event WHERE NOT is_test"
    async with contextlib.AsyncExitStack() as stack:
        async with process(tmp_path, port) as running:
            made = await stack.enter_async_context(scene(tmp_path, port))
            await made.send("T9")
            given = {"integrationId": made.shop.integration_id, "userId": "u", "providerId": "T9"}
            connecting = asyncio.create_task(made.shop.editor.change(CONNECT, **given))
            await made.killed(running, events)
            await asyncio.gather(connecting, return_exceptions=True)
        before = made.rows(events)[0][0]
        async with process(tmp_path, port):
            await made.settled(events, COUNT)

        order = "SELECT delivery_id FROM event WHERE NOT is_test ORDER BY id"
        sent = "SELECT id FROM delivery WHERE NOT is_test ORDER BY id"
        assert 0 < before < COUNT
        assert made.rows(order) == made.rows(sent)
        assert made.rows("SELECT count(*) FROM unrouted") == [(0,)]
        assert made.rows("SELECT DISTINCT outcome FROM delivery") == [("EVENT",)]


@pytest.mark.slow
async def test_replay_of_many_repeats_each_once_although_the_process_is_killed(
    tmp_path: Path,
) -> None:
    port = free_port()
    replays = "SELECT count(*) FROM delivery WHERE replay_of IS NOT NULL"
    async with contextlib.AsyncExitStack() as stack:
        async with process(tmp_path, port) as running:
            made = await stack.enter_async_context(scene(tmp_path, port))
            await made.send(ACCOUNT)
            await made.shop.editor.change(START, triggerId=made.trigger.id)
            await made.killed(running, replays)
        before = made.rows(replays)[0][0]
        async with process(tmp_path, port):
            await made.settled("SELECT count(*) FROM replay WHERE state = 'DONE'", 1)

        order = "SELECT replay_of FROM delivery WHERE replay_of IS NOT NULL ORDER BY id"
        sent = "SELECT id FROM delivery WHERE NOT is_test AND replay_of IS NULL ORDER BY id"
        assert 0 < before < COUNT
        assert made.rows(order) == made.rows(sent)
        assert made.rows("SELECT done, failed, total FROM replay") == [(COUNT, 0, COUNT)]

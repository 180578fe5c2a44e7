"""Killed with SIGKILL under load, again and again: every delivery that was acknowledged is on disk."""

import asyncio
import contextlib
import json
import os
import signal
import socket
import sqlite3
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from tests.api.world import Editor
from tests.receiver.shop import ACCOUNT, Placed, Shop, opened, signed
from tests.receiver.wire import RawSocket, connected, head, target
from tests.transport.endpoint import until

TOKEN = "editor-token-of-this-test"
KILLS = 5
SENDERS = 16
PER_LIFE = 400
ROOT = Path(__file__).parents[2]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextlib.asynccontextmanager
async def process(folder: Path, port: int) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run a process until the end of the block, where it is killed if it still runs."""
    own = {"PORT": str(port), "DATA": str(folder), "EDITOR_TOKEN": TOKEN, "LOG_LEVEL": "error"}
    environment = {f"HOOKWRIGHT_{name}": value for name, value in own.items()}
    log = (folder / "log").open("ab")
    with log:
        started = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "api", "serve"),
            cwd=ROOT,
            env={"PATH": os.environ["PATH"], **environment},
            stdout=log,
            stderr=log,
        )
    try:
        await ready(port, started)
        yield started
    finally:
        if started.returncode is None:
            started.kill()
        await started.wait()


async def ready(port: int, started: asyncio.subprocess.Process) -> None:
    async with asyncio.timeout(15), httpx.AsyncClient() as http:
        while True:
            assert started.returncode is None
            with contextlib.suppress(httpx.TransportError):
                if (await http.get(f"http://127.0.0.1:{port}/readyz")).status_code == 200:
                    return
            await asyncio.sleep(0.05)


async def sender(raw: RawSocket, trigger: Placed, name: str, acknowledged: set[str]) -> None:
    """Send one delivery after another until the other side dies."""
    number = 0
    with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, TimeoutError):
        while True:
            number += 1
            own = f"{name}-{number}"
            body = json.dumps({"team": ACCOUNT, "id": own}).encode()
            headers = [*signed(body).items(), ("Content-Length", str(len(body)))]
            await raw.send(head("POST", target(trigger.url), headers) + body)
            if (await raw.receive()).status == 200:
                acknowledged.add(own)


async def live_and_die(
    started: asyncio.subprocess.Process, trigger: Placed, life: int, acknowledged: set[str]
) -> None:
    """Load a process, and kill it while commits are under way."""
    enough = len(acknowledged) + PER_LIFE
    async with contextlib.AsyncExitStack() as stack:
        sockets = [await stack.enter_async_context(connected(trigger.url)) for _ in range(SENDERS)]
        senders = [
            asyncio.create_task(sender(raw, trigger, f"{life}-{number}", acknowledged))
            for number, raw in enumerate(sockets)
        ]
        await until(lambda: len(acknowledged) >= enough)
        os.kill(started.pid, signal.SIGKILL)
        await asyncio.gather(*senders)


async def prepared(port: int) -> Placed:
    async with httpx.AsyncClient(timeout=5) as http:
        url = f"http://127.0.0.1:{port}"
        viewer = Editor(url, None, None, TOKEN, http)  # type: ignore[arg-type]
        shop: Shop = await opened(viewer)
        return await shop.place(deduplicationKey="{{event.body.id}}")


def on_disk(folder: Path) -> tuple[set[str], set[str]]:
    """Read what is there without the product: ids in deliveries, and in deliveries with an event and a verdict."""
    with contextlib.closing(sqlite3.connect(folder / "hookwright.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        all_rows = connection.execute("SELECT body FROM delivery").fetchall()
        whole = connection.execute(
            "SELECT delivery.body FROM delivery JOIN event ON event.delivery_id = delivery.id"
            " JOIN verdict ON verdict.delivery_id = delivery.id"
        ).fetchall()
    return {json.loads(body)["id"] for (body,) in all_rows}, {
        json.loads(body)["id"] for (body,) in whole
    }


@pytest.mark.slow
async def test_acknowledged_delivery_survives_every_kill(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    port, acknowledged = free_port(), set[str]()
    trigger: Placed | None = None

    for life in range(KILLS):
        async with process(tmp_path, port) as started:
            trigger = trigger or await prepared(port)
            await live_and_die(started, trigger, life, acknowledged)

    stored, whole = on_disk(tmp_path)
    lost = acknowledged - whole
    with capsys.disabled():
        print(f"\nkilled {KILLS} times: acknowledged {len(acknowledged)}, lost {len(lost)}")  # noqa: T201  the count is the result
    assert lost == set()
    assert whole == stored
    assert len(acknowledged) >= KILLS * PER_LIFE
    # what was cut off was at most what was under way, and may be sent again
    assert len(stored - acknowledged) <= KILLS * SENDERS

"""SIGTERM with open streams: everyone is told, nobody is waited for, and the exit is a success."""

import asyncio
import signal
import socket
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from .endpoint import Wire

ROOT = Path(__file__).parent.parent.parent
MULTI = "multipart/mixed;boundary=graphql;subscriptionSpec=1.0,application/json"


@asynccontextmanager
async def process() -> AsyncIterator[tuple[Process, int]]:
    """Serve the sample in a process of its own."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port, fd = listener.getsockname()[1], listener.fileno()
        served = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.transport.served", str(fd)),
            cwd=ROOT,
            pass_fds=[fd],
            stdout=PIPE,
            stderr=PIPE,
        )
    try:
        yield served, port
    finally:
        if served.returncode is None:
            served.kill()
        await served.communicate()


async def stopped(served: Process, sig: signal.Signals) -> tuple[float, int | None, bytes, bytes]:
    """Send a signal; return the seconds until exit, the status, and both outputs."""
    started = time.monotonic()
    served.send_signal(sig)
    async with asyncio.timeout(10):
        out, err = await served.communicate()
    return time.monotonic() - started, served.returncode, out, err


async def listen(port: int, accept: str, name: str, is_open: asyncio.Semaphore) -> str:
    """Read one stream to its end, however it comes; say when its first event is there."""
    text = ""
    async with (
        httpx.AsyncClient(timeout=10) as http,
        http.stream(
            "POST",
            f"http://127.0.0.1:{port}/graphql",
            json={"query": f"subscription {{ {name} }}"},
            headers={"accept": accept},
        ) as response,
    ):
        async for chunk in response.aiter_text():
            text += chunk
            if "listening" in chunk:
                is_open.release()
    return text


@pytest.mark.parametrize("sig", [signal.SIGTERM, signal.SIGINT])
async def test_polite_streams_end_and_the_process_exits_at_once_with_success(
    sig: signal.Signals,
) -> None:
    is_open = asyncio.Semaphore(0)
    async with process() as (served, port):
        readers = [
            asyncio.create_task(listen(port, accept, "silence", is_open))
            for accept in ("text/event-stream", MULTI)
        ]
        for _ in readers:
            await is_open.acquire()
        url = f"ws://127.0.0.1:{port}/graphql"
        async with connect(url, subprotocols=[Subprotocol("graphql-transport-ws")]) as connection:
            wire = Wire(connection)
            await wire.send({"type": "connection_init"})
            await wire.receive()
            await wire.subscribe("1", "subscription { silence }")
            await wire.receive()
            seconds, status, out, err = await stopped(served, sig)
            goodbye = await wire.receive()
            code, _ = await wire.closed()
        events, parts = [await reader for reader in readers]

    assert (status, out, err) == (0, b"left cleanly\n", b"")
    assert seconds < 2
    assert goodbye["payload"] == {"data": {"silence": "closing"}}
    assert code == 1012
    assert events.endswith('{"data":{"silence":"closing"}}\n\nevent: complete\ndata:\n\n')
    assert parts.endswith("--graphql--\r\n")


async def test_stubborn_stream_is_cut_without_its_ending() -> None:
    is_open = asyncio.Semaphore(0)
    async with process() as (served, port):
        reader = asyncio.create_task(listen(port, "text/event-stream", "stubborn", is_open))
        await is_open.acquire()
        seconds, status, out, _ = await stopped(served, signal.SIGTERM)
        text = await reader

    assert (status, out) == (0, b"left cleanly\n")
    assert seconds < 3
    assert "listening" in text
    assert "complete" not in text

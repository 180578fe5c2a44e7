"""Live fan-out: one trigger's events to 1, 100 and 1,000 listeners who ask for the same.

`python -m bench.fanout [events]`: the server on core 0, sender and all listeners on core 1, which parse nothing but find the
event's number in the frame. CPU is that of the server's process, for each frame, the delivery's own included.
"""

import asyncio
import json
import os
import re
import statistics
import sys
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Final

import httpx
from rich.console import Console
from rich.table import Table
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from bench import load
from bench.live import LISTEN
from bench.seed import Sample, body

LISTENERS: Final = (1, 100, 1_000)
_NUMBER: Final = re.compile(r'\\"number\\": (\d+)')
_TICKS: Final = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Fan:
    """p50, p99: milliseconds from the POST to a frame. micros: CPU of the server for a frame."""

    listeners: int
    frames: int
    p50: float
    p99: float
    micros: float


async def measure(facts: dict[str, str], pid: int, listeners: int, events: int) -> Fan:
    """Send events one after the other, each when every listener has the one before."""
    base = f"127.0.0.1:{facts['port']}"
    times: list[float] = []
    async with AsyncExitStack() as stack:
        http = await stack.enter_async_context(httpx.AsyncClient())
        sockets = [await _listening(stack, base, facts) for _ in range(listeners)]
        first = 1_000_000 * listeners
        url = f"http://{base}{facts['path']}"
        await _round(http, url, sockets, first)
        before = _cpu(pid)
        for number in range(first + 1, first + 1 + events):
            times += await _round(http, url, sockets, number)
        spent = _cpu(pid) - before
    times.sort()
    late = times[int(len(times) * 0.99)]
    micros = spent / len(times) * 1e6
    return Fan(listeners, len(times), statistics.median(times), late, micros)


async def _listening(stack: AsyncExitStack, base: str, facts: dict[str, str]) -> ClientConnection:
    url = f"ws://{base}/graphql"
    protocols = [Subprotocol("graphql-transport-ws")]
    ws = await stack.enter_async_context(
        connect(url, subprotocols=protocols, compression=None, ping_interval=None)
    )
    token = {"Authorization": f"Bearer {facts['token']}"}
    await ws.send(json.dumps({"type": "connection_init", "payload": token}))
    assert json.loads(await ws.recv())["type"] == "connection_ack"
    payload = {"query": LISTEN, "variables": {"id": facts["trigger"]}}
    await ws.send(json.dumps({"id": "1", "type": "subscribe", "payload": payload}))
    return ws


async def _round(
    http: httpx.AsyncClient, url: str, sockets: list[ClientConnection], number: int
) -> list[float]:
    """Send one event; how many milliseconds later each had it."""
    content = body(number)
    headers = {"x-hub-signature-256": Sample("", content).signature}
    readers = [asyncio.create_task(_until(ws, number)) for ws in sockets]
    await asyncio.sleep(0)
    started = time.perf_counter()
    response = await http.post(url, content=content, headers=headers)
    assert response.status_code == 200
    return [(at - started) * 1_000 for at in await asyncio.gather(*readers)]


async def _until(ws: ClientConnection, number: int) -> float:
    """When the frame of an event came."""
    async with asyncio.timeout(60):
        while True:
            text = await ws.recv(decode=True)
            found = _NUMBER.search(text)
            if found and int(found[1]) == number:
                return time.perf_counter()


def _cpu(pid: int) -> float:
    """Seconds of CPU that a process has used."""
    with open(f"/proc/{pid}/stat") as file:  # noqa: PTH123  not a file of ours
        parts = file.read().rpartition(")")[2].split()
    return (int(parts[11]) + int(parts[12])) / _TICKS


def main() -> None:
    """Run once and print the table."""
    events = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    load.pin(1)
    process, facts = load.start("hookwright", 0)
    table = Table("listeners", "frames", "p50 ms", "p99 ms", "CPU µs a frame", box=None)
    try:
        for listeners in LISTENERS:
            fan = load.run(measure(facts, process.pid, listeners, events))
            table.add_row(
                str(fan.listeners),
                f"{fan.frames:,}",
                f"{fan.p50:.1f}",
                f"{fan.p99:.1f}",
                f"{fan.micros:.0f}",
            )
    finally:
        Console().print(table)  # what was measured, also when the last did not end
        process.terminate()
        process.wait(10)


if __name__ == "__main__":
    main()

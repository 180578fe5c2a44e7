"""Runs: how many a second and core go out, how long one takes from POST to POST, and what dispatch costs ingest.

`python -m bench.dispatch [rounds]`: Hookwright on core 0, the endpoint and the load on core 1; 2 KB JSON; the endpoint
answers at once.
"""

import asyncio
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table

from bench import load
from bench.backlog import RUNS
from bench.seed import Sample, body
from bench.sink import Sink

PER_SECOND: Final = 200
FLOWS: Final = {
    "hookwright": "no workflow",
    "pulled": "a run each, pulled",
    "runs": "a run each, posted",
}
_TICKS: Final = 100


def started(name: str, endpoint: str) -> tuple[subprocess.Popen[bytes], dict[str, str]]:
    """Start Hookwright with workflows at an endpoint."""
    process = subprocess.Popen(  # noqa: S603  our own module
        [sys.executable, "-m", "bench.subject", name, "0", endpoint],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdout is not None
    return process, json.loads(process.stdout.readline())


def cpu(process: subprocess.Popen[bytes]) -> float:
    """Seconds of processor time that a process took."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


async def drained() -> tuple[float, float]:
    """Runs a second of a backlog, and microseconds of processor time for each."""
    async with serving() as url:
        process, _ = started("backlog", url)
        try:
            assert process.stdin is not None
            process.stdin.write(b"go\n")
            process.stdin.flush()
            await _until(lambda: Sink.taken > 0)
            began, spent, first = time.perf_counter(), cpu(process), Sink.taken
            await _until(lambda: Sink.taken >= RUNS)
            elapsed = time.perf_counter() - began
            await asyncio.sleep(0.2)
            return (RUNS - first) / elapsed, (cpu(process) - spent) / (RUNS - first) * 1e6
        finally:
            process.terminate()
            process.wait(20)


async def latencies(seconds: float) -> list[float]:
    """Milliseconds from the POST of each delivery to the POST of its run."""
    sent: dict[int, float] = {}
    times: list[float] = []

    def taken(content: bytes) -> None:
        at = content.index(b'"number": ') + 10
        number = int(content[at : content.index(b",", at)])
        if number in sent:
            times.append((time.perf_counter() - sent.pop(number)) * 1_000)

    async with serving(taken) as url:
        process, facts = started("runs", url)
        try:
            connections = [await _Provider.connected(int(facts["port"])) for _ in range(8)]
            total = int(PER_SECOND * seconds)
            began = time.perf_counter()
            for number in range(1, total + 1):
                await asyncio.sleep(max(0.0, began + number / PER_SECOND - time.perf_counter()))
                content = body(number)
                facts["signature"] = Sample("", content).signature
                sent[number] = time.perf_counter()
                connections[number % 8].send(load.request_bytes(facts, content))
            await _until(lambda: not sent)
        finally:
            process.terminate()
            process.wait(20)
    return sorted(times)


async def ingest(name: str, seconds: float) -> tuple[float, float, float]:
    """Deliveries and runs a second while deliveries come as fast as they are taken, and processor time of a delivery."""
    async with serving() as url:
        process, facts = started(name, url)
        try:
            request = load.request_bytes(facts, body())
            port = int(facts["port"])
            await load.closed_loop(port, request, connections=64, seconds=1)
            before, spent = Sink.taken, cpu(process)
            result = await load.closed_loop(port, request, connections=64, seconds=seconds)
            each = (cpu(process) - spent) / (result.per_second * seconds) * 1e6
            return result.per_second, (Sink.taken - before) / seconds, each
        finally:
            process.terminate()
            process.wait(20)


class _Provider(asyncio.Protocol):
    """A connection that sends without waiting for its answers."""

    @classmethod
    async def connected(cls, port: int) -> "_Provider":
        made = await asyncio.get_running_loop().create_connection(cls, "127.0.0.1", port)
        return made[1]

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.send: Callable[[bytes], None] = transport.write  # type: ignore[attr-defined]


class serving:  # noqa: N801  read as a verb
    """The endpoint of this process, for the length of the block. taken: told of each body."""

    def __init__(self, taken: Callable[[bytes], None] | None = None) -> None:
        self._taken = taken

    async def __aenter__(self) -> str:
        """Its address."""
        Sink.taken, Sink.told = 0, self._taken
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(Sink, "127.0.0.1", 0, backlog=1024)
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def __aexit__(self, *_: object) -> None:
        """Stop listening."""
        self._server.close()


async def _until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not is_so():  # noqa: ASYNC110  the endpoint tells nobody
            await asyncio.sleep(0.002)


def main() -> None:
    """Run each and print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    load.pin(1)
    drains = [load.run(drained()) for _ in range(rounds)]
    times = load.run(latencies(10))
    flows = [[load.run(ingest(name, 4)) for name in FLOWS] for _ in range(rounds)]
    table = Table("runs", "", box=None)
    rate, spent = (statistics.median(column) for column in zip(*drains, strict=True))
    table.add_row(f"a backlog of {RUNS:,} over 50 endpoints, runs/s", f"{rate:,.0f}")
    table.add_row("  processor time of a run, µs", f"{spent:,.0f}")
    late = times[int(len(times) * 0.99)]
    shown = f"{statistics.median(times):.1f} / {late:.1f}"
    table.add_row(f"POST to POST at {PER_SECOND}/s, p50 / p99 ms", shown)
    for number, about in enumerate(FLOWS.values()):
        taken = statistics.median(flow[number][0] for flow in flows)
        each = statistics.median(flow[number][2] for flow in flows)
        table.add_row(f"deliveries/s (µs each), {about}", f"{taken:,.0f} ({each:,.0f})")
    sent = statistics.median(flow[-1][1] for flow in flows)
    table.add_row("  runs/s meanwhile", f"{sent:,.0f}")
    Console().print(table)


if __name__ == "__main__":
    main()

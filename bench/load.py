"""A closed-loop load: connections that each send a request, wait for its answer, and send the next.

Speaks just enough HTTP to keep its own core from being the limit. Loopback only, bounded in time.
"""

import asyncio
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import cast

import uvloop


@dataclass(frozen=True, slots=True)
class Result:
    """per_second: answers with status 200. others: any other answer. p50, p99: milliseconds."""

    per_second: float
    others: int
    p50: float
    p99: float


class _Connection(asyncio.Protocol):
    def __init__(self, request: bytes, until: float, times: list[float]) -> None:
        self._request, self._until, self._times = request, until, times
        self._sent = 0.0
        self._buffer = b""
        self.others = 0
        self.done = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.WriteTransport", transport)  # uvloop's is not one by class
        self._send()

    def _send(self) -> None:
        self._sent = time.perf_counter()
        self._transport.write(self._request)

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        if b"\r\n\r\n" not in self._buffer:  # every answer here has an empty body
            return
        is_good = self._buffer.startswith(b"HTTP/1.1 200")
        self._buffer = b""
        now = time.perf_counter()
        if is_good:
            self._times.append(now - self._sent)
        else:
            self.others += 1
        if now < self._until:
            self._send()
        else:
            self._transport.close()

    def connection_lost(self, error: Exception | None) -> None:
        if not self.done.done():
            self.done.set_result(error)


async def closed_loop(port: int, request: bytes, *, connections: int, seconds: float) -> Result:
    """Send for some seconds over that many connections."""
    loop = asyncio.get_running_loop()
    times: list[float] = []
    started = time.perf_counter()
    made = [
        await loop.create_connection(
            lambda: _Connection(request, started + seconds, times), "127.0.0.1", port
        )
        for _ in range(connections)
    ]
    await asyncio.gather(*(protocol.done for _, protocol in made))
    elapsed = time.perf_counter() - started
    times.sort()
    middle, late = (times[int(len(times) * part)] * 1000 if times else 0 for part in (0.5, 0.99))
    others = sum(protocol.others for _, protocol in made)
    return Result(len(times) / elapsed, others, middle, late)


def request_bytes(facts: dict[str, str], content: bytes) -> bytes:
    """One genuine delivery as it goes over the wire."""
    head = (
        f"POST {facts['path']} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        f"User-Agent: GitHub-Hookshot/1\r\nX-GitHub-Event: push\r\n"
        f"X-Hub-Signature-256: {facts['signature']}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content


def start(name: str, core: int) -> tuple[subprocess.Popen[bytes], dict[str, str]]:
    """Start one server of the bench and wait until it listens."""
    process = subprocess.Popen(  # noqa: S603  our own module
        [sys.executable, "-m", "bench.subject", name, str(core)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdout is not None
    return process, json.loads(process.stdout.readline())


def pin(core: int) -> None:
    """Keep this process to one core."""
    os.sched_setaffinity(0, {core})


run = uvloop.run

"""What the wall around custom code costs: the same code in the sandbox and in a bare engine in this process.

`python -m bench.sandbox [calls]`. First one call after the other with a pause between them, for the time a delivery waits;
then eight at once, with this process, the fork server and its children on one core, for what a core can do.
"""

import asyncio
import hashlib
import hmac
import json
import os
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from rich.console import Console
from rich.table import Table

from bench import load
from domain.request import Request
from domain.sandbox import Call, Capacity, Limits, Mode, Sandbox, engine, inputs

NOW: Final = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
AT_ONCE: Final = 8
PAUSE_SECONDS: Final = 0.01
KEY: Final = "whsec_QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo0NTY3ODk"
HANDSHAKE: Final = """function yourFunction(parameters, libraries, request) {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: { challenge: request.body.challenge } };
}"""
SIGNATURE: Final = """function yourFunction(parameters, libraries, request) {
  const mac = libraries.crypto.createHmac('sha256', parameters.secret).update(request.rawBodyBuffer).digest('hex');
  return libraries.crypto.timingSafeEqual(Buffer.from(mac), Buffer.from(request.headers['x-signature']));
}"""


@dataclass(frozen=True, slots=True)
class Subject:
    """value: what every call must return."""

    name: str
    code: str
    mode: Mode
    body: bytes
    value: object


SUBJECTS: Final = (
    Subject("return true", "return true", Mode.VERIFY, b"{}", True),
    Subject(
        "handshake",
        HANDSHAKE,
        Mode.RESPOND,
        b'{"challenge":"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"}',
        {
            "status": 200,
            "headers": {"content-type": "application/json"},
            "body": {"challenge": "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"},
        },
    ),
    Subject("HMAC of 2 KB", SIGNATURE, Mode.VERIFY, b'{"a":"' + b"x" * 2_040 + b'"}', True),
    Subject("HMAC of 256 KB", SIGNATURE, Mode.VERIFY, b'{"a":"' + b"x" * 262_136 + b'"}', True),
)


def main() -> None:
    """Run every subject and print the table."""
    calls = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    table = Table(
        "code", "p50 ms", "p99 ms", "calls/s, one core", "p99 at once", "bare engine ms", box=None
    )
    for subject in SUBJECTS:
        paced = load.run(_paced(subject, calls))
        bare = _bare(subject)
        cores = os.sched_getaffinity(0)
        load.pin(min(cores))
        rate, late = load.run(_at_once(subject, calls))
        os.sched_setaffinity(0, cores)
        row = (paced[0], paced[1], rate, late, bare)
        table.add_row(subject.name, *(f"{one:.2f}" for one in row))
    Console().print(table)


async def _paced(subject: Subject, calls: int) -> tuple[float, float]:
    async with Sandbox() as sandbox:
        run = _checked(sandbox, subject)
        await run()
        times = []
        for _ in range(calls):
            await asyncio.sleep(PAUSE_SECONDS)
            times.append(await run())
    return _part(times, 0.5), _part(times, 0.99)


async def _at_once(subject: Subject, calls: int) -> tuple[float, float]:
    """Calls a second, and the 99th percentile of their times in milliseconds."""
    capacity = Capacity(concurrency=AT_ONCE, per_project=AT_ONCE, spares=AT_ONCE)
    async with Sandbox(capacity=capacity) as sandbox:
        run = _checked(sandbox, subject)
        await run()
        left = iter(range(calls))
        times: list[float] = []

        async def _work() -> None:
            for _ in left:
                times.append(await run())  # noqa: PERF401  the order is that of the calls

        started = time.perf_counter()
        await asyncio.gather(*(_work() for _ in range(AT_ONCE)))
        elapsed = time.perf_counter() - started
    return calls / elapsed, _part(times, 0.99)


def _checked(sandbox: Sandbox, subject: Subject) -> Callable[[], Awaitable[float]]:
    call = _call(subject)

    async def _run() -> float:
        started = time.perf_counter()
        outcome = await sandbox.run(call)
        assert outcome.value == subject.value, outcome
        return (time.perf_counter() - started) * 1000

    return _run


def _bare(subject: Subject) -> float:
    """Median milliseconds of the call alone; a runtime takes one, and building it is not counted."""
    call, limits = _call(subject), Limits()
    text = inputs.of_call(call, limits).decode()
    times = []
    for _ in range(21):
        built = engine.build(limits)
        started = time.perf_counter()
        reply = built.run(text, call.request.body, _no_line)
        times.append((time.perf_counter() - started) * 1000)
        assert json.loads(reply)["v"] == subject.value, reply
    return _part(times, 0.5)


def _no_line(level: str, text: str) -> None:
    """Nothing of these subjects is logged."""


def _call(subject: Subject) -> Call:
    signature = hmac.digest(KEY.encode(), subject.body, hashlib.sha256).hex()
    request = Request(
        method="POST",
        public_url="https://hooks.example.com",
        path="/triggers/connect/prj_1/int_1",
        query_string="",
        headers=(("content-type", "application/json"), ("x-signature", signature)),
        body=subject.body,
        received_at=NOW,
    )
    return Call("prj_1", subject.code, subject.mode, {"secret": KEY}, request)


def _part(times: list[float], part: float) -> float:
    return sorted(times)[int(len(times) * part)]


if __name__ == "__main__":
    main()

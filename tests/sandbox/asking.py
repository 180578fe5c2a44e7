"""Calls as tests write them, and the processes behind them as the system shows them."""

import os
import select
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from domain.request import Request
from domain.sandbox import Call, Limits, Mode

NOW: Final = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
GONE_SECONDS: Final = 10
PATIENT: Final = Limits(wall_ms=10_000)
"""On a machine that is busy with other tests, CPU time is over long after as much wall time."""


def a_call(
    code: str,
    *,
    mode: Mode = Mode.VERIFY,
    body: bytes = b'{"challenge":"c1"}',
    parameters: Mapping[str, str] | None = None,
    project: str = "prj_1",
) -> Call:
    return Call(project, code, mode, parameters or {}, a_request(body))


def a_request(body: bytes = b"", query: str = "a=1&a=2") -> Request:
    return Request(
        method="POST",
        public_url="https://hooks.example.com",
        path="/triggers/connect/prj_1/int_1",
        query_string=query,
        headers=(("content-type", "application/json"), ("x-signature", "s")),
        body=body,
        received_at=NOW,
    )


def fork_servers(of: int | None = None) -> list[int]:
    """The fork servers that a process, by default this one, has started."""
    return [
        pid
        for pid in children(os.getpid() if of is None else of)
        if b"boot.py" in Path(f"/proc/{pid}/cmdline").read_bytes()
    ]


def children(parent: int) -> list[int]:
    return sorted(pid for pid, its in _processes() if its == parent)


def is_gone(pid: int) -> bool:
    """Wait until a process has ended; False when it does not. One that was never there is gone."""
    try:
        descriptor = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    poller = select.poll()
    poller.register(descriptor, select.POLLIN)
    ended = poller.poll(GONE_SECONDS * 1000)
    os.close(descriptor)
    return bool(ended)


def _processes() -> Iterator[tuple[int, int]]:
    for one in Path("/proc").iterdir():
        if one.name.isdigit():
            try:
                facts = (one / "stat").read_text(encoding="utf-8", errors="replace")
            except (FileNotFoundError, ProcessLookupError):
                continue
            state, parent = facts.rpartition(")")[2].split()[:2]
            if state not in {"Z", "X"}:
                yield int(one.name), int(parent)

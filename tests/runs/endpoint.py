"""A real endpoint: what its author would run, and every way in which it can fail."""

import asyncio
import contextlib
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Taken:
    """One POST that arrived."""

    path: str
    headers: dict[str, str]
    content: bytes

    @property
    def json(self) -> Any:
        """Its body."""
        return json.loads(self.content)


Behaviour = Callable[[Taken, asyncio.StreamWriter], Awaitable[None]]


def answering(status: int, text: str = "", **headers: str) -> Behaviour:
    """Answer so."""
    more = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())

    async def behave(_: Taken, writer: asyncio.StreamWriter) -> None:
        content = text.encode()
        head = f"HTTP/1.1 {status} Said\r\ncontent-length: {len(content)}\r\n{more}\r\n"
        writer.write(head.encode() + content)

    return behave


async def cutting(_: Taken, writer: asyncio.StreamWriter) -> None:
    """Hang up without an answer."""
    writer.close()


async def hanging(_: Taken, writer: asyncio.StreamWriter) -> None:
    """Never answer."""
    await writer.wait_closed()


@dataclass(slots=True)
class Endpoint:
    """taken: all POSTs by path, in order of arrival. behaviour: by path; the last of a list stays."""

    url: str = ""
    taken: list[Taken] = field(default_factory=list)
    behaviours: dict[str, list[Behaviour]] = field(default_factory=dict)
    writers: list[asyncio.StreamWriter] = field(default_factory=list)
    by_path: defaultdict[str, list[Taken]] = field(default_factory=lambda: defaultdict(list))
    open_now: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    most_open: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def behave(self, path: str, *behaviours: Behaviour) -> str:
        """Say how a path behaves, first to last; give its address."""
        self.behaviours[path] = list(behaviours)
        return self.url + path

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection."""
        self.writers.append(writer)
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while not writer.is_closing():
                taken = await _request(reader)
                self.taken.append(taken)
                self.by_path[taken.path].append(taken)
                self.open_now[taken.path] += 1
                now = self.open_now[taken.path]
                self.most_open[taken.path] = max(now, self.most_open[taken.path])
                try:
                    await self._behaviour(taken.path)(taken, writer)
                finally:
                    self.open_now[taken.path] -= 1
        await _closed(writer)

    def _behaviour(self, path: str) -> Behaviour:
        behaviours = self.behaviours.get(path, [answering(200)])
        return behaviours[0] if len(behaviours) == 1 else behaviours.pop(0)


async def _closed(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with contextlib.suppress(ConnectionError):
        await writer.wait_closed()


async def _request(reader: asyncio.StreamReader) -> Taken:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    lines = (line.split(": ", 1) for line in head[1:-2])
    headers = {name.lower(): value for name, value in lines}
    content = await reader.readexactly(int(headers.get("content-length", "0")))
    return Taken(head[0].split(" ")[1], headers, content)


@asynccontextmanager
async def listening() -> AsyncIterator[Endpoint]:
    """An endpoint on a free port, for the length of the block."""
    endpoint = Endpoint()
    server = await asyncio.start_server(endpoint.serve, "127.0.0.1", 0, backlog=1024)
    endpoint.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield endpoint
    finally:
        server.close()
        for writer in endpoint.writers:
            await _closed(writer)

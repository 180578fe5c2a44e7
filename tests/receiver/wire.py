"""HTTP by hand: bytes on a socket, as no well-behaved client would send them."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class RawReply:
    """One response. headers: names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class RawSocket:
    """A connection to the receiver. Everything is waited for at most five seconds."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def send(self, *chunks: bytes) -> None:
        """Send bytes as they are, each by itself."""
        for chunk in chunks:
            self.writer.write(chunk)
            async with asyncio.timeout(5):
                await self.writer.drain()

    async def receive(self, *, has_body: bool = True) -> RawReply:
        """Read one response; an interim one is a response too. has_body: false for an answer to HEAD."""
        async with asyncio.timeout(5):
            head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            status, *lines = head.rstrip().split("\r\n")
            headers = {
                name.lower(): value.strip()
                for name, _, value in (line.partition(":") for line in lines)
            }
            length = int(headers.get("content-length", "0")) if has_body else 0
            return RawReply(int(status.split()[1]), headers, await self.reader.readexactly(length))

    async def is_closed(self) -> bool:
        """Wait until the other side closes; true when it does, with nothing more to read."""
        with contextlib.suppress(ConnectionError):
            async with asyncio.timeout(5):
                return await self.reader.read() == b""
        return True


@contextlib.asynccontextmanager
async def connected(url: str) -> AsyncIterator[RawSocket]:
    """Open a connection to an address's host."""
    parts = urlsplit(url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    try:
        yield RawSocket(reader, writer)
    finally:
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()


def head(
    method: str, target: str, headers: Iterable[tuple[str, str]] = (), version: str = "1.1"
) -> bytes:
    """A request's head. Values are Latin-1."""
    lines = [f"{method} {target} HTTP/{version}", "Host: hooks.example.com"]
    lines += [f"{name}: {value}" for name, value in headers]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def target(url: str) -> str:
    """The path and query of an address."""
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path

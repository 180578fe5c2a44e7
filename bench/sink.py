"""An endpoint that takes everything at once: enough HTTP to answer 200, in a process of its own on one core.

`python -m bench.sink CORE`: prints its port as a line of JSON; ends on SIGTERM. What it
took is counted: `GET /count`.
"""

import asyncio
import json
import os
import sys
from collections.abc import Callable
from typing import cast

import uvloop

_OK = b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"


class Sink(asyncio.Protocol):
    """One connection. taken: how many POSTs in all; told: of each body."""

    taken = 0
    told: Callable[[bytes], None] | None = None

    def __init__(self) -> None:
        self._buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember where to answer."""
        self._transport = cast("asyncio.WriteTransport", transport)

    def data_received(self, data: bytes) -> None:
        """Answer each whole request."""
        self._buffer += data
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            head = self._buffer[:end].lower()
            _, found, rest = head.partition(b"content-length: ")
            size = int(rest.split(b"\r\n", 1)[0]) if found else 0
            if len(self._buffer) < end + 4 + size:
                return
            content, self._buffer = (
                self._buffer[end + 4 : end + 4 + size],
                self._buffer[end + 4 + size :],
            )
            if head.startswith(b"get"):
                count = str(Sink.taken).encode()
                said = b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n%s" % (len(count), count)
            else:
                Sink.taken += 1
                if Sink.told:
                    Sink.told(content)
                said = _OK
            self._transport.write(said)


async def main() -> None:
    """Serve until stopped."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Sink, "127.0.0.1", 0, backlog=1024)
    sys.stdout.write(json.dumps({"port": server.sockets[0].getsockname()[1]}) + "\n")
    sys.stdout.flush()
    await server.serve_forever()


if __name__ == "__main__":
    os.sched_setaffinity(0, {int(sys.argv[1])})
    uvloop.run(main())

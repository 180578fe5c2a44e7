"""The web server: uvicorn with our bounds, and a stop that nobody has to wait for.

Knows addresses, limits of the wire and signals; leaves out the application it serves.
"""

import asyncio
import signal
import socket
from collections.abc import Sequence
from types import FrameType
from typing import Final

import uvicorn
from starlette.types import ASGIApp

FAREWELL_SECONDS: Final = 0.1
GRACE_SECONDS: Final = 5
MAX_FRAME_BYTES: Final = 1 << 20


class Server(uvicorn.Server):
    """A server that tells the application when it is about to stop, and then exits with success.

    closing: set on SIGTERM or SIGINT, so that streams end by themselves; sockets are closed with 1012
    a moment later, and what still runs after GRACE_SECONDS is cancelled.
    """

    def __init__(self, config: uvicorn.Config, closing: asyncio.Event) -> None:
        super().__init__(config)
        self._closing = closing
        self._loop: asyncio.AbstractEventLoop | None = None

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        """Serve until a signal comes, or `should_exit` is set."""
        self._loop = asyncio.get_running_loop()
        for each in sockets or []:
            _answer_at_once(each)
        await super().serve(sockets)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let streams say why they end, then close everything."""
        self._closing.set()
        await asyncio.sleep(FAREWELL_SECONDS)
        await super().shutdown(sockets)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to stop. A second Ctrl+C stops at once.

        uvicorn's own handler is not called: it raises the signal again after a clean stop, and the
        exit status would say that the process was killed.
        """
        del frame
        if self.should_exit and sig == signal.SIGINT:
            self.force_exit = True
        self.should_exit = True
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._closing.set)


def _answer_at_once(listener: socket.socket) -> None:
    # asyncio does so only for listeners of its own; without it an answer waits 40 ms for an ACK
    if listener.family in {socket.AF_INET, socket.AF_INET6}:
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def configured(app: ASGIApp, host: str, port: int) -> uvicorn.Config:
    """Settle the bounds of the wire for one application. Logging is left as the process set it."""
    return uvicorn.Config(
        app,
        host=host,
        port=port,
        ws_max_size=MAX_FRAME_BYTES,
        ws_per_message_deflate=False,  # costs more than a small frame's whole execution
        timeout_graceful_shutdown=GRACE_SECONDS,
        server_header=False,
        proxy_headers=False,  # our addresses are configured, never taken from a request
        log_config=None,
        access_log=False,
    )


def serve(
    app: ASGIApp,
    host: str,
    port: int,
    *,
    closing: asyncio.Event | None = None,
    sockets: Sequence[socket.socket] | None = None,
) -> None:
    """Serve an application until SIGTERM or SIGINT, then return: the caller exits with 0.

    closing: the event that the application's streams watch. sockets: already bound ones, instead of
    host and port. Raises SystemExit when the application does not start or the port is taken.
    """
    server = Server(configured(app, host, port), closing or asyncio.Event())
    server.run(list(sockets) if sockets is not None else None)

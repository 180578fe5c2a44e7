"""The degraded mode's children: a new process for each call, where the fork server's system calls are missing.

Slow, and without the seccomp filter: for one's own code on one's own machine.
"""

import asyncio
import socket
import subprocess
from typing import Final

from domain.sandbox import framing, process
from domain.sandbox.availability import Unavailable
from domain.sandbox.children import End, Lost

_NEWS_SECONDS: Final = 2


class Single:
    """A started process: `children.Child`."""

    def __init__(self, wire: socket.socket, running: "subprocess.Popen[bytes]") -> None:
        self.wire = wire
        self._process = running

    async def end(self) -> End:
        """Wait for its end. Raises Lost when it takes too long."""
        try:
            code = await asyncio.to_thread(self._process.wait, _NEWS_SECONDS)
        except subprocess.TimeoutExpired:
            raise Lost from None
        return End(max(0, -code), 0.0)

    def kill(self) -> None:
        """End it now."""
        self._process.kill()

    def close(self) -> None:
        """Kill and reap it."""
        self.kill()
        self.wire.close()
        self._process.wait()


class OneByOne:
    """Starts a process when a call needs one: `children.Source`."""

    def __init__(self, told: str) -> None:
        self._told = told
        self.calls = 0
        self.started_at = asyncio.get_running_loop().time()
        self.is_lost = False
        self.spare_count = 0

    async def take(self) -> Single:
        """Start a process and wait until its engine is warm. Raises Unavailable."""
        self.calls += 1
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        with theirs:
            try:
                child = Single(ours, await process.start(theirs, self._told))
            except BaseException as error:
                ours.close()
                if not isinstance(error, OSError):
                    raise
                raise Unavailable(f"the process for custom code cannot start: {error}") from error
        try:
            await asyncio.wait_for(_greeting(ours), process.START_SECONDS)
        except (OSError, TimeoutError) as error:
            child.close()
            raise Unavailable("the process for custom code did not start") from error
        except BaseException:
            child.close()
            raise
        return child

    async def close(self) -> None:
        """Nothing is kept."""


async def _greeting(wire: socket.socket) -> None:
    heard = await asyncio.get_running_loop().sock_recv(wire, 1)
    if heard != framing.READY:
        why = await asyncio.get_running_loop().sock_recv(wire, framing.MOST_RECORD)
        raise Unavailable(
            f"the process for custom code did not start: {why.decode(errors='replace')}"
        )

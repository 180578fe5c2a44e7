"""The server's end of one forked child: its wire, and the process held by a descriptor that is never given out again."""

import asyncio
import contextlib
import os
import signal
import socket
from typing import Final

from domain.sandbox.children import End, Lost

_NEWS_SECONDS: Final = 2


class Fork:
    """A forked child: `children.Child`. Takes over both descriptors."""

    def __init__(self, pid: int, wire: int, pidfd: int) -> None:
        self.pid = pid
        self.wire = socket.socket(fileno=wire)
        self.wire.setblocking(False)
        self._pidfd = pidfd
        self._ended: asyncio.Future[End | None] = asyncio.get_running_loop().create_future()

    async def end(self) -> End:
        """Wait for the news of its end. Raises Lost when nobody is left to tell, or it takes too long."""
        with contextlib.suppress(TimeoutError):
            end = await asyncio.wait_for(asyncio.shield(self._ended), _NEWS_SECONDS)
            if end is not None:
                return end
        raise Lost

    def has_hung_up(self) -> bool:
        """Whether its end of the wire is closed: it died as a spare, and the news is still on its way."""
        try:
            return self.wire.recv(1, socket.MSG_PEEK) == b""
        except BlockingIOError:
            return False
        except OSError:
            return True

    def kill(self) -> None:
        """End it now; harmless when it has ended, and when it was closed."""
        if self._pidfd >= 0:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)

    def close(self) -> None:
        """Kill it and give back its descriptors."""
        self.kill()
        self.wire.close()
        if self._pidfd >= 0:
            os.close(self._pidfd)
            self._pidfd = -1

    def reaped(self, status: int, microseconds: int) -> None:
        """The fork server says how it ended, by its wait status."""
        if not self._ended.done():
            number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
            self._ended.set_result(End(number, microseconds / 1000))

    def orphaned(self) -> None:
        """The fork server is gone, and this child with it."""
        self.kill()
        if not self._ended.done():
            self._ended.set_result(None)

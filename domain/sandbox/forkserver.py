"""The server's end of one fork server: its children, warm spares, and news of how children ended."""

import asyncio
import os
import socket
import subprocess
from collections import deque
from typing import Final

import structlog

from domain.sandbox import framing, measures, process
from domain.sandbox.availability import Unavailable
from domain.sandbox.children import Lost
from domain.sandbox.fork import Fork

_MOST_DESCRIPTORS: Final = 2
_FORK_SECONDS: Final = 5

log = structlog.get_logger()


class ForkServer:
    """One fork server and its children. Made by `start`; `close` ends them all."""

    def __init__(
        self, control: socket.socket, running: "subprocess.Popen[bytes]", spares: int
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._control = control
        self._process = running
        self._spares = spares
        self._idle: deque[Fork] = deque()
        self._waiting: deque[asyncio.Future[Fork]] = deque()
        self._missing = 0
        self._children: dict[int, Fork] = {}
        self._ready: asyncio.Future[None] = self._loop.create_future()
        self.calls = 0
        self.started_at = self._loop.time()
        self.is_lost = False
        self._fault = ""
        self._loop.add_reader(control.fileno(), self._read)

    @classmethod
    async def start(cls, told: str, spares: int) -> "ForkServer":
        """Start one and wait until its engine is warm. Raises Unavailable."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.setblocking(False)
        with theirs:
            try:
                running = await process.start(theirs, told)
            except BaseException as error:
                ours.close()
                if not isinstance(error, OSError):
                    raise
                raise Unavailable(f"the process for custom code cannot start: {error}") from error
        made = cls(ours, running, spares)
        try:
            await asyncio.wait_for(made._ready, process.START_SECONDS)
        except (Lost, TimeoutError) as error:
            await made.close()
            why = made._fault or "it ended, or took too long"
            raise Unavailable(f"the process for custom code did not start: {why}") from error
        except BaseException:
            await made.close()
            raise
        made._want(spares)
        return made

    @property
    def pid(self) -> int:
        """The fork server's process."""
        return self._process.pid

    @property
    def spare_count(self) -> int:
        """Children that wait for a call."""
        return len(self._idle)

    async def take(self) -> Fork:
        """A child of one's own, to be closed by the caller. Raises Lost."""
        if self.is_lost:
            raise Lost
        self.calls += 1
        self._want(1 + self._missing)
        self._missing = 0
        while self._idle:
            child = self._idle.popleft()
            if not child.has_hung_up():
                return child
            child.close()
            self._missing += 1
        waiting: asyncio.Future[Fork] = self._loop.create_future()
        self._waiting.append(waiting)
        try:
            async with asyncio.timeout(_FORK_SECONDS):
                return await waiting
        except asyncio.CancelledError:
            if waiting.done() and not waiting.cancelled() and waiting.exception() is None:
                self._keep(waiting.result())
            raise
        except TimeoutError:  # it lives and does nothing: as good as dead
            self._lose()
            raise Lost from None

    async def close(self) -> None:
        """End it and every child, and wait until it is gone."""
        self._lose()
        for child in self._idle:
            child.close()
        self._idle.clear()
        await process.end(self._process)

    def _want(self, count: int) -> None:
        try:
            self._control.send(framing.FORK * min(count, framing.MOST_FORKS))
        except OSError:
            self._lose()

    def _read(self) -> None:
        while not self.is_lost:
            try:
                record, fds, _, _ = socket.recv_fds(
                    self._control,
                    framing.MOST_RECORD,
                    _MOST_DESCRIPTORS,
                    socket.MSG_CMSG_CLOEXEC,
                )
            except BlockingIOError:
                return
            except OSError:
                record, fds = b"", []
            if record.startswith(framing.FAILED):
                self._fault = record[1:].decode(errors="replace")
            if len(record) != framing.RECORD.size:
                self._lose()
                return
            kind, pid, status, microseconds = framing.RECORD.unpack(record)
            self._hear(kind, pid, status, fds, microseconds=microseconds)

    def _hear(
        self, kind: bytes, pid: int, status: int, fds: list[int], *, microseconds: int
    ) -> None:
        if kind == framing.READY and not self._ready.done():
            self._ready.set_result(None)
            if not status:
                log.warning(
                    "custom_code.same_user", advice="start as root to have it run as nobody"
                )
        elif kind == framing.FORKED and len(fds) == _MOST_DESCRIPTORS:
            self._welcome(Fork(pid, *fds))
        elif kind == framing.FORKED:  # this process has no descriptors left: nobody could be told
            for fd in fds:
                os.close(fd)
            self._lose()
        elif kind == framing.REAPED:
            self._bury(pid, status, microseconds)

    def _welcome(self, child: Fork) -> None:
        self._children[child.pid] = child
        while self._waiting:
            waiting = self._waiting.popleft()
            if not waiting.done():
                waiting.set_result(child)
                return
        self._keep(child)

    def _keep(self, child: Fork) -> None:
        if len(self._idle) < self._spares and not self.is_lost:
            self._idle.append(child)
        else:  # whoever wished for it gave up
            child.close()

    def _bury(self, pid: int, status: int, microseconds: int) -> None:
        child = self._children.pop(pid, None)
        if child is None:
            return
        measures.CPU_SECONDS.inc(microseconds / 1_000_000)
        child.reaped(status, microseconds)
        if child in self._idle:
            self._idle.remove(child)
            child.close()
            # not at once: what ends its spares as they are born would be forked without end
            self._missing += 1

    def _lose(self) -> None:
        if self.is_lost:
            return
        self.is_lost = True
        self._loop.remove_reader(self._control.fileno())
        self._control.close()
        for child in self._children.values():
            child.orphaned()
        self._children.clear()
        for waiting in self._waiting:
            if not waiting.done():
                waiting.set_exception(Lost())
        self._waiting.clear()
        if not self._ready.done():
            self._ready.set_exception(Lost())

"""The fork server: warms the engine once, and forks one single-use child for each call.

It never sees customer code, secrets or requests; it is alone in its process, with one thread and no environment.
Ends when the server closes the control socket, and its children end with it.
"""

import gc
import importlib
import os
import platform
import select
import signal
import socket
import sys
from collections.abc import Mapping
from typing import Any, Final, NoReturn

from domain.sandbox import child, framing, kernel
from domain.sandbox.engine import Engine
from domain.sandbox.limits import Limits
from domain.sandbox.seccomp import Filter

_MOST_WORDS: Final = 300


def main(control_fd: int, config: Mapping[str, Any]) -> NoReturn:
    """config: `limits`, the fields of Limits; `engine`, a module with `build`; `seccomp`, whether children load it."""
    inherited = socket.socket(fileno=control_fd)
    control = inherited.dup()  # a low number: children close what is below the limit
    inherited.close()
    kernel.shield()
    try:
        limits = Limits(**config["limits"])
        engine: Engine = importlib.import_module(config["engine"]).build(limits)
        lock = Filter(platform.machine()) if config["seccomp"] else None
        is_nobody = kernel.give_up_rights()
        cell = child.Cell.build(engine, limits, lock)
    except Exception as error:  # noqa: BLE001  the server tells it to the operator
        control.send(framing.FAILED + repr(error)[:_MOST_WORDS].encode(errors="replace"))
        sys.exit(1)
    if config["once"]:
        control.send(framing.READY)
        child.serve(control, cell)
    _Forker(control, cell).run(is_nobody=is_nobody)


class _Forker:
    def __init__(self, control: socket.socket, cell: child.Cell) -> None:
        self._control = control
        self._cell = cell
        self._wake, self._woken = os.pipe()

    def run(self, *, is_nobody: bool) -> NoReturn:
        os.set_blocking(self._woken, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._woken)
        gc.collect()
        gc.freeze()
        gc.disable()
        self._report(framing.READY, os.getpid(), int(is_nobody))
        poller = select.poll()
        poller.register(self._control, select.POLLIN)
        poller.register(self._wake, select.POLLIN)
        while True:
            for fd, _ in poller.poll():
                if fd == self._wake:
                    os.read(self._wake, 4096)
                    self._reap()
                else:
                    self._obey()

    def _obey(self) -> None:
        wanted = self._control.recv(framing.MOST_FORKS)
        if not wanted:
            os._exit(0)
        for _ in wanted:
            self._fork()

    def _fork(self) -> None:
        server_end, child_end = socket.socketpair()
        pid = os.fork()
        if pid == 0:
            child.serve(child_end, self._cell)
        child_end.close()
        pidfd = os.pidfd_open(pid)
        self._report(framing.FORKED, pid, fds=[server_end.fileno(), pidfd])
        os.close(pidfd)
        server_end.close()

    def _reap(self) -> None:
        while True:
            try:
                pid, status, usage = os.wait4(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            microseconds = int((usage.ru_utime + usage.ru_stime) * 1_000_000)
            self._report(framing.REAPED, pid, status, microseconds)

    def _report(
        self,
        kind: bytes,
        pid: int,
        status: int = 0,
        microseconds: int = 0,
        *,
        fds: list[int] | None = None,
    ) -> None:
        record = framing.RECORD.pack(kind, pid, status, microseconds)
        try:
            socket.send_fds(self._control, [record], fds or [])
        except OSError:
            sys.exit(0)

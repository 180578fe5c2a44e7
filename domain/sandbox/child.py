"""One call's process: takes one request, closes every door behind itself, runs the code, answers, ends.

Knows the order of the doors. Everything it sends is hostile to the server that reads it.
"""

import json
import os
import resource
import signal
import socket
import time
from dataclasses import dataclass
from typing import Final, NoReturn, Protocol

from domain.sandbox import framing, kernel
from domain.sandbox.engine import Ended, Engine
from domain.sandbox.limits import LINE_CHARACTERS, LINE_OVERHEAD, MESSAGE_CHARACTERS, Limits
from domain.sandbox.seccomp import REPLY_FD

_ENDED_BADLY: Final = 70


class Lock(Protocol):
    """The last door: after it, only the listed system calls are left."""

    def load(self) -> None:
        """Close it for good."""
        ...


@dataclass(frozen=True, slots=True)
class Cell:
    """What every child is born with. address_bytes: 0 is no bound. lock: None where the kernel has no filter."""

    engine: Engine
    limits: Limits
    address_bytes: int
    lock: Lock | None
    tether: kernel.Tether

    @classmethod
    def build(cls, engine: Engine, limits: Limits, lock: Lock | None) -> "Cell":
        """Made in the process whose copies the children are: its size is measured, its id is their parent's."""
        return cls(engine, limits, kernel.address_space(limits), lock, kernel.Tether(os.getpid()))


def serve(data: socket.socket, cell: Cell) -> NoReturn:
    """Be the child of one call. Ends the process, whatever happens."""
    try:
        cell.tether.tie()
        _keep_only(data.fileno())
        kernel.bound_memory(cell.address_bytes)
        with socket.socket(fileno=REPLY_FD) as wire:
            _call(wire, cell)
    finally:  # nothing may run on in a forked copy of the fork server
        os._exit(_ENDED_BADLY)


def _call(wire: socket.socket, cell: Cell) -> NoReturn:
    limits = cell.limits
    text_length, body_length = framing.REQUEST.unpack(_exactly(wire, framing.REQUEST.size))
    text = _exactly(wire, text_length).decode()
    body = _exactly(wire, body_length)
    started = time.thread_time()
    kernel.start_clocks(limits)
    if cell.lock is not None:
        cell.lock.load()
    voice = _Voice(limits, started)
    try:
        reply = cell.engine.run(text, body, voice.line).encode()
        if len(reply) > limits.result_bytes:
            voice.end("RESULT_TOO_LARGE", "")
        else:
            voice.say(framing.RESULT, reply)
    except Ended as ended:
        voice.end(ended.kind, ended.message)
    except MemoryError:
        voice.end("MEMORY", "out of memory")
    except BaseException as error:  # noqa: BLE001  the reason belongs to the person, not to a log here
        voice.end("JS_ERROR", f"{type(error).__name__} in a library function")
    os._exit(0)


class _Voice:
    """Frames on the one descriptor that is left."""

    def __init__(self, limits: Limits, started: float) -> None:
        self._left = limits.console_bytes
        self._started = started

    def line(self, level: str, text: str) -> None:
        encoded = text[:LINE_CHARACTERS].encode(errors="replace")
        cost = len(encoded) + LINE_OVERHEAD
        if cost > self._left:
            self._left = 0
            return
        self._left -= cost
        self.say(framing.LINE, json.dumps([level, encoded.decode()]).encode())

    def end(self, kind: str, message: str) -> None:
        text = json.dumps({"kind": kind, "message": message[:MESSAGE_CHARACTERS]})
        self.say(framing.ENDED, text.encode())

    def say(self, kind: bytes, payload: bytes) -> None:
        microseconds = int((time.thread_time() - self._started) * 1_000_000)
        rest = memoryview(framing.FRAME.pack(kind, len(payload), microseconds) + payload)
        while rest:
            rest = rest[os.write(REPLY_FD, rest) :]


def _keep_only(data: int) -> None:
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.dup2(data, REPLY_FD)
    os.closerange(0, REPLY_FD)
    os.closerange(REPLY_FD + 1, resource.getrlimit(resource.RLIMIT_NOFILE)[1])


def _exactly(wire: socket.socket, length: int) -> bytes:
    held = bytearray()
    while len(held) < length:
        data = wire.recv(length - len(held))
        if not data:  # an idle spare whose server is gone
            os._exit(0)
        held += data
    return bytes(held)

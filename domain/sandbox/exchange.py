"""One call on one child: the request goes in, frames come out, and every frame may be hostile."""

import asyncio
from typing import Any, Final

from domain.sandbox import frames, framing
from domain.sandbox.calls import ConsoleLine
from domain.sandbox.children import Child
from domain.sandbox.limits import DEADLINE_GRACE_MS, LINE_CHARACTERS, LINE_OVERHEAD, Limits

LEVELS: Final = frozenset({"debug", "log", "info", "warn", "error"})
_CHUNK: Final = 65_536
_ROOM: Final = 1_024  # what a frame may hold beside the result itself


class Transcript:
    """What a child said in its one call.

    final: the type and payload of its last frame, or None. fault: what was hostile in it, or empty.
    late: the deadline came first. cpu_ms: as the child says.
    """

    def __init__(self, limits: Limits) -> None:
        self._frames = frames.Frames(limits.result_bytes + _ROOM)
        self._console_left = limits.console_bytes
        self.console: list[ConsoleLine] = []
        self.final: tuple[bytes, Any] | None = None
        self.fault = ""
        self.late = False
        self.cpu_ms = 0.0

    def feed(self, data: bytes) -> None:
        """Take what arrived. Raises Hostile."""
        for kind, payload, microseconds in self._frames.feed(data):
            self.cpu_ms = microseconds / 1000
            try:
                content = frames.decode(payload)
            except frames.TooDeep:
                self.final = framing.ENDED, {"kind": "RESULT_TOO_LARGE", "message": ""}
                return
            if kind != framing.LINE:
                self.final = kind, content
                return
            self._line(content)

    def _line(self, content: Any) -> None:
        match content:
            case [str(level), str(text)] if level in LEVELS and len(text) <= LINE_CHARACTERS:
                self._console_left -= len(text.encode()) + LINE_OVERHEAD
                if self._console_left < -LINE_CHARACTERS:
                    raise frames.Hostile("more console output than it may write")
                self.console.append(ConsoleLine(level, text))
            case _:
                raise frames.Hostile("a console line of another form")


async def converse(child: Child, message: bytes, limits: Limits) -> Transcript:
    """Send the request and read to the last frame, the end of file or the deadline; the child is left to be closed."""
    transcript = Transcript(limits)
    try:
        async with asyncio.timeout((limits.wall_ms + DEADLINE_GRACE_MS) / 1000):
            await _talk(child, message, transcript)
    except TimeoutError:
        transcript.late = True
    except OSError:
        pass  # it died; its end says why
    except frames.Hostile as hostile:
        transcript.fault = str(hostile)
    return transcript


async def _talk(child: Child, message: bytes, transcript: Transcript) -> None:
    loop = asyncio.get_running_loop()
    await loop.sock_sendall(child.wire, message)
    while transcript.final is None:
        data = await loop.sock_recv(child.wire, _CHUNK)
        if not data:
            return
        transcript.feed(data)

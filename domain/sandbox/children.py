"""What a call needs of a process, however it is made: by the fork server, or one by one in the degraded mode."""

import socket
from dataclasses import dataclass
from typing import Protocol


class Lost(Exception):
    """The fork server died, or a spare was dead before it had its call: the call may be tried again."""


@dataclass(frozen=True, slots=True)
class End:
    """How a child ended. signal: 0 when it left by itself. cpu_ms: all it used, from the kernel."""

    signal: int
    cpu_ms: float


class Child(Protocol):
    """A process that takes one request on `wire` and ends."""

    @property
    def wire(self) -> socket.socket:
        """Non-blocking, a stream."""
        ...

    async def end(self) -> End:
        """Wait for the news of its end. Raises Lost when nobody is left to tell."""
        ...

    def kill(self) -> None:
        """End it now; harmless when it has ended."""
        ...

    def close(self) -> None:
        """Kill it and give back what it holds of ours."""
        ...


class Source(Protocol):
    """Where children come from. calls: how many were taken. started_at: of the loop's clock."""

    calls: int
    started_at: float
    is_lost: bool

    @property
    def spare_count(self) -> int:
        """Children that wait for a call."""
        ...

    async def take(self) -> Child:
        """A child of one's own, to be closed by the caller. Raises Lost, or Unavailable."""
        ...

    async def close(self) -> None:
        """End everything and wait until it is gone."""
        ...

"""How many requests go to one host at once: a host that hangs holds its own lane, and no other's."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Final

PER_HOST: Final = 8


class Lanes:
    """One lane for each host that is being asked; an empty one is forgotten."""

    def __init__(self, width: int = PER_HOST) -> None:
        self._width = width
        self._lanes: dict[str, asyncio.Semaphore] = {}
        self._users: dict[str, int] = {}

    @contextlib.asynccontextmanager
    async def of(self, host: str) -> AsyncIterator[None]:
        """Hold a place in a host's lane; whoever finds it full waits, in order of asking."""
        lane = self._lanes.setdefault(host, asyncio.Semaphore(self._width))
        self._users[host] = self._users.get(host, 0) + 1
        try:
            async with lane:
                yield
        finally:
            self._users[host] -= 1
            if not self._users[host]:
                del self._users[host], self._lanes[host]

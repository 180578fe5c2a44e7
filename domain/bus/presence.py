"""Who else is there: every process says so now and then, and whoever was not heard for a while is gone."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from typing import Final
from uuid import uuid4

from domain.bus.local import Bus
from domain.bus.topics import HERE

BEAT: Final = 1.0
_GONE_AFTER: Final = 4.0


class Presence:
    """The processes of one kind, this one among them."""

    def __init__(self, bus: Bus, kind: str) -> None:
        self._bus = bus
        self._prefix = f"{HERE}{kind}:"
        self._me = uuid4().hex[:12]
        self._seen: dict[str, float] = {}
        self._count = 1
        bus.hear(self._prefix, self._heard)

    def count(self) -> int:
        """How many there are, at least this one. Cheap: it is counted once a beat."""
        return self._count

    @contextlib.asynccontextmanager
    async def shown(self) -> AsyncIterator[None]:
        """Be one of them until the end."""
        runner = asyncio.create_task(self._beat())
        try:
            yield
        finally:
            runner.cancel()
            await asyncio.gather(runner, return_exceptions=True)

    async def _beat(self) -> None:
        while True:
            self._bus.wake([self._prefix + self._me])
            oldest = time.monotonic() - _GONE_AFTER
            self._seen = {name: at for name, at in self._seen.items() if at > oldest}
            self._count = len(self._seen.keys() | {self._me})
            await asyncio.sleep(BEAT)

    def _heard(self, name: str) -> None:
        if name:
            self._seen[name] = time.monotonic()
            self._count = len(self._seen.keys() | {self._me})

"""A provider that can be stopped in the middle of a request."""

import asyncio
from dataclasses import dataclass
from typing import Any

from domain.simulator.webhook_api import Mishap, WebhookApi


@dataclass
class Gate:
    """Stops the provider in the middle of a request. before: it has not obeyed it yet."""

    reached: asyncio.Event
    released: asyncio.Event

    async def __call__(self, *_: object) -> None:
        """Hold whoever comes."""
        self.reached.set()
        await self.released.wait()


class GatedApi(WebhookApi):
    """Holds the next request of one method, before or after it is obeyed."""

    gate: Gate | None = None
    method: str = ""
    is_before: bool = False

    async def _obey(self, request: Any, mishap: Mishap) -> tuple[int, Any]:
        gate = self.gate if request.method == self.method else None
        if gate and self.is_before:
            await gate()
        found = await super()._obey(request, mishap)
        if gate and not self.is_before:
            await gate()
        return found

    async def asked_for(self, method: str) -> None:
        """Wait until the newest request has this method."""
        while self.methods()[-1] != method:  # noqa: ASYNC110  it is asked by another process
            await asyncio.sleep(0.02)

    def hold(self, method: str, *, before: bool) -> Gate:
        """Hold the next request of this method."""
        self.method, self.is_before = method, before
        self.gate = Gate(asyncio.Event(), asyncio.Event())
        return self.gate

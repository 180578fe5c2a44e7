"""Load as providers make it, and a listener as an editor is one: both go on whatever dies on the other side."""

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
from websockets.exceptions import WebSocketException

from tests.api.world import Editor
from tests.receiver.shop import ACCOUNT, signed

LISTEN = """
subscription ($trigger: ID!, $after: String) {
  listenForEvents(triggerId: $trigger, after: $after) {
    __typename
    ... on ListenHeartbeat { cursor }
    ... on ListenEnded { cursor reason }
    ... on DeliveryReceived { cursor delivery { id } }
  }
}"""


@dataclass
class Load:
    """Senders that repeat each delivery until it is acknowledged. urls: where it may be sent, tried in turn.

    pause: seconds between two of a sender.
    """

    urls: Callable[[], Sequence[str]]
    http: httpx.AsyncClient
    acknowledged: set[str] = field(default_factory=set)
    refused: int = 0
    broken: int = 0
    longest_gap: float = 0.0
    pause: float = 0.02
    _last: float = field(default_factory=time.monotonic)

    async def send(self, name: str) -> None:
        """Send one until it is acknowledged."""
        content = json.dumps({"team": ACCOUNT, "name": name}).encode()
        attempt = hash(name)
        while True:
            urls = self.urls()
            attempt += 1
            try:
                reply = await self.http.post(
                    urls[attempt % len(urls)], content=content, headers=signed(content)
                )
            except httpx.TransportError:
                self.broken += 1
            else:
                if reply.status_code == 200:
                    self._acknowledge(name)
                    return
                self.refused += 1
                assert reply.status_code in {503, 502}, reply.status_code
            await asyncio.sleep(0.05)

    def _acknowledge(self, name: str) -> None:
        now = time.monotonic()
        self.longest_gap = max(self.longest_gap, now - self._last)
        self._last = now
        self.acknowledged.add(name)

    @asynccontextmanager
    async def running(self, senders: int = 6) -> AsyncIterator[None]:
        """Send from so many sides for the length of the block; what is under way is brought to its end."""
        going = True

        async def sender(number: int) -> None:
            turn = 0
            while going:
                turn += 1
                await self.send(f"{number}-{turn}")
                await asyncio.sleep(self.pause)

        tasks = [asyncio.create_task(sender(number)) for number in range(senders)]
        try:
            yield
        finally:
            going = False
            async with asyncio.timeout(60):
                await asyncio.gather(*tasks)


@dataclass
class Follower:
    """An editor who listens, and goes on elsewhere with the cursor when the stream breaks. seen: delivery ids, in order."""

    editors: Callable[[], Sequence[Editor]]
    trigger_id: str
    cursor: str | None = None
    seen: list[str] = field(default_factory=list)
    streams: int = 0

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Listen for the length of the block."""
        task = asyncio.create_task(self._follow())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _follow(self) -> None:
        while True:
            editors = self.editors()
            editor = editors[self.streams % len(editors)]
            self.streams += 1
            with contextlib.suppress(OSError, WebSocketException, TimeoutError, AssertionError):
                async with editor.socket() as wire:
                    variables = {"trigger": self.trigger_id, "after": self.cursor}
                    await wire.subscribe("1", LISTEN, variables=variables)
                    while self._took(json.loads(await wire.connection.recv())):
                        pass
            await asyncio.sleep(0.05)

    def _took(self, frame: Any) -> bool:
        if frame["type"] != "next" or not frame["payload"].get("data"):
            return frame["type"] in {"ping", "pong"}
        message = frame["payload"]["data"]["listenForEvents"]
        if message["__typename"] == "ListenEnded":
            assert message["reason"] == "SHUTTING_DOWN", message
            return False
        self.cursor = message["cursor"]
        if message["__typename"] == "DeliveryReceived":
            self.seen.append(message["delivery"]["id"])
        return True

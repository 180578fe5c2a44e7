"""What every carrier does: gather topics, send them together, and begin again when the connection is lost."""

import asyncio
import contextlib
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from typing import Final
from uuid import uuid4

import orjson
import structlog

from domain.bus.local import Bus

MOST_BYTES: Final = 7_000
"""Of one message: NOTIFY takes no more than 8,000."""

_EVERYTHING: Final = "*"
_MOST_PENDING: Final = 5_000
_PAUSES: Final = (0.05, 0.2, 0.5, 1.0)

log = structlog.get_logger()


class Link(ABC):
    """One connection, as long as it lasts. Made by a `Connect`. lost: set when it broke."""

    def __init__(self) -> None:
        self.lost = asyncio.Event()

    @abstractmethod
    async def publish(self, message: bytes) -> None:
        """Send to every process, this one too. Raises anything when it cannot."""

    @abstractmethod
    async def close(self) -> None:
        """Let go of it."""


Connect = Callable[[Callable[[bytes], None]], "contextlib.AbstractAsyncContextManager[Link]"]
"""Opens a link; what comes in is given to the function. Raises anything when it cannot."""


class LinkedCarrier:
    """Brings wakes to other processes over a link that it keeps open. name: of the kind, for the log."""

    def __init__(self, name: str, connect: Connect, bus: Bus) -> None:
        self._name = name
        self._connect = connect
        self._bus = bus
        self._me = uuid4().hex[:12]
        self._pending: dict[str, None] = {}
        self._some = asyncio.Event()
        self._is_connected = False
        self._is_closing = False

    @property
    def is_connected(self) -> bool:
        """Whether the link is open."""
        return self._is_connected

    def send(self, topics: Iterable[str]) -> None:
        """Send soon, together with others; when too many wait, that everything changed."""
        self._pending.update(dict.fromkeys(topics))
        if len(self._pending) > _MOST_PENDING:
            self._pending = {_EVERYTHING: None}
        self._some.set()

    async def run(self) -> None:
        """Keep the link until cancelled."""
        failures = 0
        while not self._is_closing:
            try:
                async with self._connect(self._received) as link:
                    failures = 0
                    self._is_connected = True
                    # whatever was sent meanwhile did not arrive here
                    self._bus.receive_all()
                    await self._pump(link)
            except Exception as error:  # noqa: BLE001  whatever broke, it is opened again
                if not failures:
                    log.warning("bus.lost", bus=self._name, error=repr(error))
            finally:
                self._is_connected = False
            if not self._is_closing:
                await asyncio.sleep(_PAUSES[min(failures, len(_PAUSES) - 1)])
                failures += 1

    async def _pump(self, link: Link) -> None:
        while not link.lost.is_set() and not self._is_closing:
            await _first(self._some, link.lost)
            self._some.clear()
            pending, self._pending = self._pending, {}
            try:
                for message in _messages(self._me, pending):
                    await link.publish(message)
            except BaseException:
                self.send(pending)
                raise
        if not self._is_closing:
            raise ConnectionError("the connection was closed")

    def close(self) -> None:
        """End, also where a driver swallows a cancellation: `asyncio.wait_for` may, before Python 3.12."""
        self._is_closing = True
        self._some.set()

    def _received(self, message: bytes) -> None:
        try:
            sender, *topics = orjson.loads(message)
        except ValueError:
            return
        if sender == self._me:
            return
        if _EVERYTHING in topics:
            self._bus.receive_all()
        else:
            self._bus.receive(topics)


def _messages(sender: str, topics: Iterable[str]) -> Iterator[bytes]:
    """As many topics in a message as fit."""
    held: list[str] = [sender]
    size = 0
    for topic in topics:
        if size + len(topic) > MOST_BYTES:
            yield orjson.dumps(held)
            held, size = [sender], 0
        held.append(topic)
        size += len(topic) + 3
    if len(held) > 1:
        yield orjson.dumps(held)


async def _first(*events: asyncio.Event) -> None:
    waiting = [asyncio.ensure_future(event.wait()) for event in events]
    try:
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in waiting:
            task.cancel()


@contextlib.asynccontextmanager
async def running(carrier: LinkedCarrier, bus: Bus) -> AsyncIterator[None]:
    """Carry the bus's wakes until the end."""
    bus.carry(carrier)
    runner = asyncio.create_task(carrier.run())
    try:
        yield
    finally:
        bus.carry(None)
        carrier.close()
        runner.cancel()
        await asyncio.gather(runner, return_exceptions=True)

"""The bus: a wake-up, never a transport. Rows are the truth; a wake that is lost costs latency."""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import Protocol

from domain.database import engine
from domain.identity import is_id


class Carrier(Protocol):
    """What brings wakes to other processes. Lossy: it never waits and never fails."""

    @property
    def is_connected(self) -> bool:
        """Whether what is sent now would arrive."""

    def send(self, topics: Iterable[str]) -> None:
        """Have every other process wake these topics, soon."""


class Bus:
    """Wakes the listeners of this process, and by its carrier those of others."""

    def __init__(self) -> None:
        self._listeners: defaultdict[str, set[asyncio.Event]] = defaultdict(set)
        self._hearers: list[tuple[str, Callable[[str], None]]] = []
        self._wakes: dict[str, int] = {}
        self._number = count(1)
        self._carrier: Carrier | None = None

    @property
    def patience(self) -> float:
        """Seconds after which whoever waits for work of others looks again by itself: a wake may be lost."""
        return 1.0 if engine.current().is_shared else 60.0

    @property
    def is_whole(self) -> bool:
        """Whether wakes of other processes arrive here now."""
        return self._carrier is None or self._carrier.is_connected

    def carry(self, carrier: Carrier | None) -> None:
        """Have wakes brought to other processes from now on."""
        self._carrier = carrier

    def wake(self, topics: Iterable[str]) -> None:
        """After the commit, say that these topics have something new."""
        topics = tuple(topics)
        self.receive(topics)
        if self._carrier is not None and topics:
            self._carrier.send(topics)

    def receive(self, topics: Iterable[str]) -> None:
        """Wake the listeners of this process alone."""
        for topic in topics:
            self._set(topic)
            for prefix, hear in self._hearers:
                if topic.startswith(prefix):
                    hear(topic.removeprefix(prefix))

    def receive_all(self) -> None:
        """Wake everyone here: wakes may have been missed. Hearers get an empty text."""
        for topic in self._listeners:
            self._set(topic)
        for _, hear in self._hearers:
            hear("")

    def hear(self, prefix: str, hear: Callable[[str], None]) -> None:
        """Call with the rest of every topic that begins so, at once and for good; with an empty text for all of them."""
        self._hearers.append((prefix, hear))

    @contextlib.contextmanager
    def listen(self, *topics: str) -> Iterator[asyncio.Event]:
        """An event that is set at every wake of these topics. Clear it before each read, so that no wake is lost."""
        event = asyncio.Event()
        for topic in topics:
            self._listeners[topic].add(event)
        try:
            yield event
        finally:
            for topic in topics:
                self._listeners[topic].discard(event)
                if not self._listeners[topic]:
                    del self._listeners[topic]
                    self._wakes.pop(topic, None)

    def last_wake(self, topic: str) -> int:
        """The number of a topic's last wake that somebody listened to; numbers only grow. 0: of none."""
        return self._wakes.get(topic, 0)

    def listeners(self, topic: str | None = None) -> int:
        """How many listen now in this process, to one topic or to any that is an id."""
        if topic is not None:
            return len(self._listeners.get(topic, ()))
        people = (events for name, events in self._listeners.items() if is_id(name))
        return len(set[asyncio.Event]().union(*people))

    def _set(self, topic: str) -> None:
        if events := self._listeners.get(topic):
            self._wakes[topic] = next(self._number)
            for event in events:
                event.set()

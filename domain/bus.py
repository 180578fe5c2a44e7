"""The bus: a wake-up, never a transport. Rows are the truth; a wake that is lost costs latency.

Topics are ids, of a trigger for its listeners, of a project to count them; and names, of the process's own jobs.
"""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import Iterable, Iterator

from domain.database import engine
from domain.identity import is_id


class Bus:
    """Wakes the listeners of this process."""

    def __init__(self) -> None:
        self._listeners: defaultdict[str, set[asyncio.Event]] = defaultdict(set)

    @property
    def patience(self) -> float:
        """Seconds after which whoever waits for work of others looks again by itself: a wake may be lost."""
        return 1.0 if engine.current().is_shared else 60.0

    def wake(self, topics: Iterable[str]) -> None:
        """After the commit, say that these topics have something new."""
        for topic in topics:
            for event in self._listeners.get(topic, ()):
                event.set()

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

    def listeners(self, topic: str | None = None) -> int:
        """How many listen now, to one topic or to any that is an id."""
        if topic is not None:
            return len(self._listeners.get(topic, ()))
        people = (events for name, events in self._listeners.items() if is_id(name))
        return len(set[asyncio.Event]().union(*people))

"""Whose call is next: a bounded queue, fair between projects. Knows asyncio's futures and nothing of processes."""

import asyncio
from collections import Counter, OrderedDict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from domain.sandbox.limits import Capacity


class Full(Exception):
    """No place in the queue, or no turn in time; the message says which."""


class Turns:
    """Places for `concurrency` calls, at most `per_project` of them one project's; projects wait in a ring."""

    def __init__(self, capacity: Capacity) -> None:
        self._capacity = capacity
        self._running: Counter[str] = Counter()
        self._waiting: OrderedDict[str, deque[asyncio.Future[None]]] = OrderedDict()
        self._queued = 0

    @asynccontextmanager
    async def turn(self, project_id: str) -> AsyncIterator[None]:
        """Hold a place. Raises Full when the queue has no room or the wait is over."""
        if not self._may_run(project_id) or project_id in self._waiting:
            await self._wait(project_id)
        else:
            self._running[project_id] += 1
        try:
            yield
        finally:
            self._leave(project_id)

    def _may_run(self, project_id: str) -> bool:
        return (
            self._running.total() < self._capacity.concurrency
            and self._running[project_id] < self._capacity.per_project
        )

    async def _wait(self, project_id: str) -> None:
        line = self._waiting.get(project_id, ())
        if (
            self._queued >= self._capacity.waiting
            or len(line) >= self._capacity.waiting_per_project
        ):
            raise Full("too many calls of custom code wait already")
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(project_id, deque()).append(turn)
        self._queued += 1
        try:
            async with asyncio.timeout(self._capacity.queue_ms / 1000):
                await turn
        except BaseException as error:
            self._give_up(project_id, turn)
            if isinstance(error, TimeoutError):
                raise Full("other calls of custom code took too long") from None
            raise

    def _give_up(self, project_id: str, turn: asyncio.Future[None]) -> None:
        if turn.done() and not turn.cancelled():
            self._leave(project_id)  # the place came in the same moment
            return
        line = self._waiting.get(project_id)
        if line is not None and turn in line:
            line.remove(turn)
            self._queued -= 1
            if not line:
                del self._waiting[project_id]

    def _leave(self, project_id: str) -> None:
        self._running[project_id] -= 1
        if not self._running[project_id]:
            del self._running[project_id]
        self._hand_on()

    def _hand_on(self) -> None:
        for project_id in list(self._waiting):
            if self._running.total() >= self._capacity.concurrency:
                return
            if self._may_run(project_id):
                self._next_of(project_id)

    def _next_of(self, project_id: str) -> None:
        line = self._waiting[project_id]
        self._waiting.move_to_end(project_id)
        while line:
            turn = line.popleft()
            self._queued -= 1
            if not turn.done():  # otherwise given up, and its owner finds itself gone from the line
                self._running[project_id] += 1
                turn.set_result(None)
                break
        if not line:
            del self._waiting[project_id]

"""Watching a project's runs: each change by cursor, in commit order, resumable, with signs of life.

A change says that a run was made, ended an attempt, was retried or cancelled. The run comes as it is when it is read:
several changes of one run that are read together come as one.
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from tortoise.queryset import QuerySet

from domain import clock
from domain.connections.callers import Caller, require_editor
from domain.context import Context
from domain.deliveries import positions
from domain.deliveries.listening import BEAT, Beat, Ended, EndReason
from domain.errors import Busy
from domain.models import Run, RunChange
from domain.runs.started import watchers
from domain.runs.workflows import find_workflow

PAGE: Final = 100

_SAFETY_NET: Final = 1.0
_HELD_BACK: Final = 0.001


@dataclass(frozen=True, slots=True)
class Changed:
    """A run as it is now."""

    position: int
    run: Run


Message = Changed | Beat | Ended


@dataclass(frozen=True, slots=True)
class Watcher:
    """Who watches, and from where. workflow_id: None for all. after: a position that was handed out; None: from now on.

    is_valid: whether the caller would still be let in. closing: set when the process stops.
    """

    caller: Caller
    workflow_id: str | None
    after: int | None
    is_valid: Callable[[], Awaitable[bool]]
    closing: asyncio.Event
    beat: timedelta = BEAT


async def watch(context: Context, watcher: Watcher) -> AsyncGenerator[Message, None]:
    """Give every change after the position, in commit order, and then what comes. Ends with Ended.

    Raises NotFound, Forbidden and Busy, all before the first message.
    """
    project_id = require_editor(watcher.caller)
    if watcher.workflow_id is not None:
        await find_workflow(watcher.caller, watcher.workflow_id)
    topic = watchers(project_id)
    if context.bus.listeners(topic) >= context.settings.listeners_per_project:
        most = context.settings.listeners_per_project
        raise Busy(f"{most} watch the runs of this project already", timedelta(seconds=30))
    # registered before the first read: what is committed from now on wakes it
    with context.bus.listen(topic) as woken:
        watching = _Watching(context, watcher, project_id, woken)
        async for message in watching.messages():
            yield message


class _Watching:
    """One watching. position: after what was last given."""

    def __init__(
        self, context: Context, watcher: Watcher, project_id: str, woken: asyncio.Event
    ) -> None:
        self._watcher = watcher
        self._project_id = project_id
        self._woken = woken
        self._time = asyncio.get_running_loop().time
        self._ends_at = self._time() + context.settings.listen_minutes * 60
        self._beats_at = self._time() + watcher.beat.total_seconds()
        self._position = 0

    async def messages(self) -> AsyncGenerator[Message, None]:
        if reason := await self._begin():
            yield Ended(self._position, reason)
            return
        yield Beat(self._position, clock.now())  # so that there is a cursor to resume by
        while True:
            self._woken.clear()
            async for change in self._page():
                yield change
            due = await self._due()
            if due is not None:
                yield due
                if isinstance(due, Ended):
                    return
            await self._wait()

    async def _begin(self) -> EndReason | None:
        limit = await positions.horizon()
        end = await positions.end(RunChange, limit)
        if self._watcher.after is None:
            self._position = end
            return None
        self._position = self._watcher.after
        if not positions.is_known(self._position, limit, end):
            return EndReason.CURSOR_EXPIRED
        oldest = await RunChange.all().order_by("seq").first() if limit is None else None
        is_pruned = oldest is not None and self._position < oldest.seq - 1
        return EndReason.CURSOR_EXPIRED if is_pruned else None

    async def _page(self) -> AsyncGenerator[Changed, None]:
        query = positions.after(self._changes(), self._position, await positions.horizon())
        changes = await query.limit(PAGE)
        newest = {change.run_id: positions.of(change) for change in changes}
        runs = await Run.in_bulk(list(newest), "id")
        for run_id, position in sorted(newest.items(), key=lambda one: one[1]):
            self._position = position
            if run_id in runs:
                yield Changed(position, runs[run_id])
        if len(changes) == PAGE:
            self._woken.set()

    async def _due(self) -> Beat | Ended | None:
        """Judge by the clock, busy or idle."""
        if self._watcher.closing.is_set():
            return Ended(self._position, EndReason.SHUTTING_DOWN)
        if self._time() < self._beats_at:
            return None
        self._beats_at = self._time() + self._watcher.beat.total_seconds()
        if not await self._watcher.is_valid():
            return Ended(self._position, EndReason.UNAUTHORIZED)
        if self._time() >= self._ends_at:
            return Ended(self._position, EndReason.EXPIRED)
        return Beat(self._position, clock.now())

    async def _wait(self) -> None:
        """Until something is committed, the next beat, or the end of the process."""
        is_near = await positions.is_held_back(self._changes(), self._position)
        net = _HELD_BACK if is_near else _SAFETY_NET
        rest = min(net, max(0.0, self._beats_at - self._time()))
        waiting = [
            asyncio.ensure_future(self._woken.wait()),
            asyncio.ensure_future(self._watcher.closing.wait()),
        ]
        try:
            await asyncio.wait(waiting, timeout=rest, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in waiting:
                task.cancel()

    def _changes(self) -> QuerySet[RunChange]:
        query = RunChange.filter(project_id=self._project_id)
        chosen = self._watcher.workflow_id
        return query if chosen is None else query.filter(workflow_id=chosen)

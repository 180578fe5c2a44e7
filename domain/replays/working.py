"""Carrying replays out: several take turns, each a page at a time.

A step moves the replay's position in the commit of what it replays, and only forward: a process that is killed goes on
where it was, with nothing twice and nothing left out, and a cancelled replay writes nothing more.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from typing import Any, Final

import msgspec
import structlog
from tortoise.expressions import F

from domain import clock
from domain.context import Context
from domain.database import atomically
from domain.deliveries.accept import Acceptance
from domain.deliveries.record import Record, ReplayStep
from domain.deliveries.replaying import replayed
from domain.errors import Invalid
from domain.models import Delivery, Replay, Run, RunChange, Workflow
from domain.replays import selecting
from domain.replays.selecting import Item
from domain.replays.starting import TOPIC
from domain.replays.wanted import EventsWanted, ReplayKind, ReplayState, RunsWanted
from domain.runs.started import TOPIC as RUNS
from domain.runs.started import watchers
from domain.runs.states import RunState

_PAGE: Final = 25
_AFTER_FAULT: Final = 1.0

log = structlog.get_logger()


class Replayer:
    """Carries out what is under way."""

    def __init__(self, context: Context, acceptance: Acceptance) -> None:
        self._context = context
        self._acceptance = acceptance

    async def run(self) -> None:
        """Work until cancelled, beginning with what an earlier process left."""
        with self._context.bus.listen(TOPIC) as woken:
            while True:
                woken.clear()
                try:
                    while await self._turn():
                        pass
                except Exception as error:
                    log.exception("replays.unavailable", error=repr(error))
                    await asyncio.sleep(_AFTER_FAULT)
                    continue
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(self._context.bus.patience):
                        await woken.wait()

    async def _turn(self) -> bool:
        """Do a page of each. False when nothing is under way."""
        under_way = await Replay.filter(state=ReplayState.RUNNING.value).order_by("id")
        for replay in under_way:
            await (self._runs if replay.kind == ReplayKind.RUNS else self._events)(replay)
            self._context.bus.wake([replay.id])
        return bool(under_way)

    async def _events(self, replay: Replay) -> None:
        wanted = msgspec.json.decode(replay.wanted, type=EventsWanted)
        page: list[Item] = []
        async with contextlib.aclosing(
            selecting.items(wanted, replay.position, replay.until)
        ) as found:
            async for item in found:
                page.append(item)
                if len(page) == _PAGE:
                    break
        if not page:
            await _finish(replay)
            return
        records: list[Record] = []
        for item in page:
            record = await self._judged(item)
            if record is not None:
                record.step = ReplayStep(replay.id, item.position)
                records.append(record)
                continue
            await self._write(records)
            records = []
            await _skip(replay, item.position)
        await self._write(records)

    async def _judged(self, item: Item) -> Record | None:
        """None: it cannot be replayed any more."""
        original = await Delivery.get_or_none(id=item.delivery_id)
        if original is None:
            return None
        try:
            return await replayed(self._context, self._acceptance, original, item.only)
        except Invalid:
            return None

    async def _write(self, records: Sequence[Record]) -> None:
        """Write in order. One that the database refuses counts as failed; raises when all are."""
        written = await asyncio.gather(
            *(self._acceptance.write(record) for record in records), return_exceptions=True
        )
        failed = [each for each in written if isinstance(each, BaseException)]
        if failed and len(failed) == len(written):
            raise failed[0]
        for record, ending in zip(records, written, strict=True):
            if isinstance(ending, BaseException) and record.step is not None:
                log.error("replays.step_failed", replay=record.step.replay_id, error=repr(ending))
                await _count_failed(record.step.replay_id)

    async def _runs(self, replay: Replay) -> None:
        wanted = msgspec.json.decode(replay.wanted, type=RunsWanted)
        query = selecting.runs(wanted, replay.project_id).filter(
            id__gt=replay.position, id__lt=replay.until
        )
        ids = [
            str(each)
            for each in await query.order_by("id").limit(_PAGE).values_list("id", flat=True)
        ]
        if not ids:
            await _finish(replay)
            return
        await atomically(lambda: _retry(replay, ids))
        self._context.bus.wake([RUNS, watchers(replay.project_id)])


@contextlib.asynccontextmanager
async def opened(context: Context, acceptance: Acceptance) -> AsyncIterator[None]:
    """Carry replays out until the end."""
    runner = asyncio.create_task(Replayer(context, acceptance).run())
    try:
        yield
    finally:
        runner.cancel()
        await asyncio.gather(runner, return_exceptions=True)


async def _retry(replay: Replay, ids: Sequence[str]) -> None:
    """Have dead runs tried anew, in one unit with the replay's step."""
    if not await _step(replay, ids[-1], done=len(ids), failed=0):
        return
    now = clock.now_ms()
    rows = await Run.filter(id__in=list(ids), state=RunState.DEAD.value)
    gone = await Workflow.filter(id__in=list({row.workflow_id for row in rows})).exclude(
        deleted_ms=None
    )
    deleted = {row.id for row in gone}
    kept = [row for row in rows if row.workflow_id not in deleted]
    for row in kept:
        row.state, row.tries_from = RunState.PENDING.value, row.attempts
        row.due_ms = row.updated_ms = now
    if kept:
        await Run.bulk_update(kept, ["state", "tries_from", "due_ms", "updated_ms"])
        await RunChange.bulk_create(
            RunChange(project_id=row.project_id, workflow_id=row.workflow_id, run_id=row.id)
            for row in kept
        )
    if missed := len(ids) - len(kept):
        changes: dict[str, Any] = {"failed": F("failed") + missed}
        await Replay.filter(id=replay.id).update(**changes)


async def _skip(replay: Replay, position: str) -> None:
    """Step over what cannot be replayed."""
    await atomically(lambda: _step(replay, position, done=1, failed=1))


async def _step(replay: Replay, position: str, *, done: int, failed: int) -> int:
    changes: dict[str, Any] = {
        "position": position,
        "done": F("done") + done,
        "failed": F("failed") + failed,
        "updated_ms": clock.now_ms(),
    }
    running = Replay.filter(id=replay.id, state=ReplayState.RUNNING.value, position__lt=position)
    return await running.update(**changes)


async def _count_failed(replay_id: str) -> None:
    changes: dict[str, Any] = {"done": F("done") + 1, "failed": F("failed") + 1}
    await atomically(lambda: Replay.filter(id=replay_id).update(**changes))


async def _finish(replay: Replay) -> None:
    running = Replay.filter(id=replay.id, state=ReplayState.RUNNING.value)
    changes = {"state": ReplayState.DONE.value, "updated_ms": clock.now_ms()}
    await atomically(lambda: running.update(**changes))

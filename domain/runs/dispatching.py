"""Dispatch: runs that are due are claimed, POSTed, and settled, many in one transaction.

One turn after another settles what ended meanwhile and claims what lanes have room for; in between, requests are in
flight. A process that dies leaves holds that end by themselves, and whoever claims them sends again: at least once.
"""

import asyncio
import contextlib
import time
from collections import Counter as Tally
from collections.abc import AsyncIterator
from typing import Final

import structlog

from domain import clock
from domain.context import Context
from domain.database import Database
from domain.runs import measures, outcomes, posting, queue
from domain.runs.lanes import Lanes, Want
from domain.runs.queue import Claimed, Queue, Settlement, Turn
from domain.runs.sending import Sender
from domain.runs.started import TOPIC, Started, watchers
from domain.runs.states import RunState

_MARGIN_MS: Final = 10_000
_SURVEY_SECONDS: Final = 1.0
_SURVEY_SHARE: Final = 20
_GRACE_SECONDS: Final = 5.0
_AFTER_FAULT: Final = 1.0
_COUNT_SECONDS: Final = 5.0

log = structlog.get_logger()


class Dispatcher:
    """Sends what is due. Made by `opened`. started: what the journal of this process just wrote."""

    def __init__(self, context: Context, runs: Queue, sender: Sender, started: Started) -> None:
        settings = context.settings
        self._bus = context.bus
        self._queue = runs
        self._sender = sender
        self._started = started
        self._lanes = Lanes(settings.runs_per_endpoint)
        self._most = settings.runs_in_flight
        self._lease_ms = settings.run_seconds * 1_000 + _MARGIN_MS
        self._sending: set[asyncio.Task[None]] = set()
        self._settlements: list[Settlement] = []
        self._gone: list[str] = []
        self._survey_at = self._survey_from = self._count_at = 0.0

    async def run(self) -> None:
        """Send until cancelled. Whatever ends, starts or is due wakes it."""
        with self._bus.listen(TOPIC) as told:
            while True:
                rest = await self._turn_or_fault(told)
                await _first_of(told, self._started.woken, seconds=rest)

    async def stop(self) -> None:
        """Let what is in flight end for a moment, give back the rest, and write down what came of it."""
        if self._sending:
            await asyncio.wait(set(self._sending), timeout=_GRACE_SECONDS)
        for task in self._sending:
            task.cancel()
        await asyncio.gather(*self._sending, return_exceptions=True)
        if self._settlements:
            await self._turn(clock.now_ms(), [])

    async def _turn_or_fault(self, told: asyncio.Event) -> float:
        """Do a turn. Seconds until there may be another."""
        try:
            await self._look(told)
            now_ms = clock.now_ms()
            free = self._most - len(self._sending)
            wants = self._lanes.wants(now_ms, free) if free > 0 else []
            if wants or self._settlements or self._gone:
                await self._turn(now_ms, wants)
        except Exception as error:
            log.exception("dispatch.unavailable", error=repr(error))
            self._survey_at = 0.0
            return _AFTER_FAULT
        until_survey = max(0.0, self._survey_at - time.monotonic())
        if len(self._sending) >= self._most:
            return until_survey
        return min(until_survey, max(0.0, (self._lanes.next_ms() - clock.now_ms()) / 1_000))

    async def _look(self, told: asyncio.Event) -> None:
        """Find lanes with something due: those that this process just wrote to, and from time to time all."""
        now_ms = clock.now_ms()
        for workflow_id, is_ordered in self._started.take():
            self._lanes.due(workflow_id, now_ms, now_ms, is_ordered=is_ordered)
        if told.is_set():
            told.clear()
            self._survey_at = min(self._survey_at, self._survey_from)
        if time.monotonic() >= self._survey_at:
            await self._survey(now_ms)

    async def _survey(self, now_ms: int) -> None:
        began = time.monotonic()
        found = await self._queue.survey()
        self._gone = [each.workflow_id for each in found if each.is_gone]
        self._lanes.forget()
        for each in found:
            if each.is_open:
                self._lanes.due(each.workflow_id, each.due_ms, now_ms, is_ordered=each.is_ordered)
        if began >= self._count_at:
            await self._count(now_ms)
            self._count_at = began + _COUNT_SECONDS
        now = time.monotonic()
        # a survey costs what there are lanes: it takes a small share of the time
        self._survey_from = now + (now - began) * _SURVEY_SHARE
        self._survey_at = max(self._survey_from, now + _SURVEY_SECONDS)

    async def _count(self, now_ms: int) -> None:
        counts = await self._queue.count(now_ms)
        measures.DUE.set(counts.due)
        measures.DEAD.set(counts.dead)
        measures.OLDEST.set((now_ms - counts.oldest_due_ms) / 1_000 if counts.oldest_due_ms else 0)

    async def _turn(self, now_ms: int, wants: list[Want]) -> None:
        settlements, self._settlements = self._settlements, []
        gone, self._gone = self._gone, []
        try:
            turn = Turn(now_ms, self._lease_ms, settlements, wants, gone)
            claimed = await self._queue.take(turn)
        except BaseException:
            self._settlements += settlements  # nothing was done: it is settled by the next turn
            raise
        self._bus.wake({watchers(each.run.project_id) for each in settlements})
        counts = Tally((run.workflow_id, run.is_ordered) for run in claimed)
        for want in wants:
            self._lanes.taken(want, counts[want.workflow_id, want.is_ordered], now_ms)
        for run in claimed:
            self._send(run)

    def _send(self, run: Claimed) -> None:
        task = asyncio.create_task(self._attempt(run))
        self._sending.add(task)
        task.add_done_callback(self._sent)
        measures.IN_FLIGHT.set(len(self._sending))

    def _sent(self, task: asyncio.Task[None]) -> None:
        self._sending.discard(task)
        measures.IN_FLIGHT.set(len(self._sending))

    async def _attempt(self, run: Claimed) -> None:
        try:
            settlement, asked = await self._sender.attempt(run)
        except asyncio.CancelledError:
            why = "Interrupted: the server stopped. It may have arrived."
            settlement, asked = outcomes.returned(run, clock.now_ms(), why), None
        self._settlements.append(settlement)
        now_ms, state = clock.now_ms(), settlement.state
        if state is RunState.SUCCEEDED:
            self._lanes.delivered(run.workflow_id, now_ms)
        else:
            self._lanes.failed(run.workflow_id, now_ms, asked)
            log.warning(
                "run.failed",
                run=run.id,
                attempt=run.attempt,
                state=state.value,
                error=settlement.error,
            )
        if state is RunState.PENDING or run.is_ordered:
            self._lanes.due(run.workflow_id, settlement.due_ms, now_ms, is_ordered=run.is_ordered)
        measures.ATTEMPTS.labels(state.value).inc()
        self._started.woken.set()


async def _first_of(*events: asyncio.Event, seconds: float) -> None:
    """Wait until one is set, or so long."""
    if seconds <= 0 or any(each.is_set() for each in events):
        await asyncio.sleep(0)
        return
    waiting = [asyncio.ensure_future(each.wait()) for each in events]
    try:
        await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for each in waiting:
            each.cancel()


@contextlib.asynccontextmanager
async def opened(context: Context, store: Database, started: Started) -> AsyncIterator[None]:
    """Send runs until the end. started: fed by the journal."""
    async with contextlib.AsyncExitStack() as stack:
        runs = queue.opened(store)
        stack.push_async_callback(runs.close)
        poster = await stack.enter_async_context(posting.opened(context.settings))
        dispatcher = Dispatcher(context, runs, Sender(context.vault, poster), started)
        started.is_attended = True
        runner = asyncio.create_task(dispatcher.run())
        try:
            yield
        finally:
            runner.cancel()
            await asyncio.gather(runner, return_exceptions=True)
            await dispatcher.stop()

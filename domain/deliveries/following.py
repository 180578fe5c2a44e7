"""Sending follow-ups: requests of ours that a handshake asks for, through the outbound door.

A row is written with its delivery, in the same commit. It is claimed by moving its due time ahead, sent, and
written again with what came of it. A process that dies meanwhile leaves a claim that ends by itself: then it is
sent again. So it is sent at least once, and a provider sees the same address twice at worst.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

import orjson
import structlog

from domain import clock
from domain.bus import FOLLOW_UPS
from domain.context import Context
from domain.database import atomically
from domain.deliveries.follow_ups import FollowUpState, pause_after, retry_after
from domain.deliveries.rows import follow_up_purpose
from domain.models import FollowUp, Trigger
from domain.outbound import OutboundRequest, Unreachable
from domain.vault import Unreadable

AT_ONCE: Final = 8

_MARGIN_MS: Final = 5_000
_AFTER_FAULT: Final = 1.0

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class _Result:
    """status: None without an answer. error: empty when it is done. is_final: trying again is of no use."""

    status: int | None
    error: str
    asked: timedelta | None = None
    is_final: bool = False


class FollowUps:
    """Sends what is due. Made by `opened`. woken: set by whoever writes a new one."""

    def __init__(self, context: Context, woken: asyncio.Event) -> None:
        self._context = context
        self._woken = woken
        self._sending: set[asyncio.Task[None]] = set()
        self._lease_ms = context.settings.outbound_seconds * 1_000 + _MARGIN_MS

    async def run(self) -> None:
        """Send until cancelled."""
        try:
            while True:
                self._woken.clear()
                wait = await self._turn()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(wait):
                        await self._woken.wait()
        finally:
            await self._stop()

    async def _turn(self) -> float:
        """Begin what is due. Seconds until there may be more."""
        try:
            for row in await self._claim():
                task = asyncio.create_task(self._attempt(row))
                self._sending.add(task)
                task.add_done_callback(self._ended)
            return await self._rest()
        except Exception as error:
            log.exception("follow_up.unavailable", error=repr(error))
            return _AFTER_FAULT

    async def _claim(self) -> list[FollowUp]:
        now, free = clock.now_ms(), AT_ONCE - len(self._sending)
        due = FollowUp.filter(state=FollowUpState.PENDING.value, due_ms__lte=now)
        if free <= 0 or not await due.exists():
            return []

        async def unit() -> list[FollowUp]:
            rows = await due.order_by("due_ms").limit(free)
            ids = [row.delivery_id for row in rows]
            await FollowUp.filter(delivery_id__in=ids).update(due_ms=now + self._lease_ms)
            return rows

        return await atomically(unit)

    async def _rest(self) -> float:
        """Until the next is due. A full house waits for whoever ends first."""
        if len(self._sending) >= AT_ONCE:
            return self._context.bus.patience
        pending = FollowUp.filter(state=FollowUpState.PENDING.value).order_by("due_ms")
        first = await pending.first()
        seconds = (first.due_ms - clock.now_ms()) / 1_000 if first else self._context.bus.patience
        return min(max(seconds, 0.0), self._context.bus.patience)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._sending.discard(task)
        self._woken.set()
        if not task.cancelled() and (error := task.exception()):
            log.error("follow_up.unwritten", error=repr(error))

    async def _attempt(self, row: FollowUp) -> None:
        try:
            result = await self._send(row)
        except asyncio.CancelledError:
            # the process ends: the next one need not wait for the claim to end
            await _update(row, {"due_ms": clock.now_ms()})
            raise
        await _update(row, _written(row, result))
        if result.error:
            log.warning("follow_up.failed", delivery=row.delivery_id, error=result.error)

    async def _send(self, row: FollowUp) -> _Result:
        if not await Trigger.exists(id=row.trigger_id, deleted_ms=None):
            return _Result(None, "The trigger was deleted.", is_final=True)
        try:
            url = self._context.vault.open(row.sealed, follow_up_purpose(row.delivery_id))
        except Unreadable as error:
            return _Result(None, f"It cannot be sent: {error}.", is_final=True)
        try:
            answer = await self._context.outbound.send(OutboundRequest(row.method, url))
        except Unreachable as error:
            return _Result(None, str(error))
        if answer.is_success:
            return _Result(answer.status, "")
        said = f"It was answered {answer.status}; 2xx is wanted."
        return _Result(answer.status, said, retry_after(answer, clock.now()))

    async def _stop(self) -> None:
        for task in self._sending:
            task.cancel()
        await asyncio.gather(*self._sending, return_exceptions=True)


@contextlib.asynccontextmanager
async def opened(context: Context) -> AsyncIterator[None]:
    """Send follow-ups until the end."""
    with context.bus.listen(FOLLOW_UPS) as woken:
        runner = asyncio.create_task(FollowUps(context, woken).run())
        try:
            yield
        finally:
            runner.cancel()
            await asyncio.gather(runner, return_exceptions=True)


def _written(row: FollowUp, result: _Result) -> dict[str, Any]:
    """What an attempt changes of a row."""
    now, attempts = clock.now_ms(), row.attempts + 1
    attempt = {"at_ms": now, "status": result.status, "error": result.error}
    pause = pause_after(attempts, result.asked)
    state = FollowUpState.PENDING
    if not result.error:
        state = FollowUpState.DONE
    elif result.is_final or pause is None:
        state = FollowUpState.FAILED
    return {
        "state": state.value,
        "attempts": attempts,
        "status": result.status,
        "error": result.error,
        "history": orjson.dumps([*orjson.loads(row.history), attempt]).decode(),
        "due_ms": now + int((pause or timedelta(0)).total_seconds() * 1_000),
        "updated_ms": now,
    }


async def _update(row: FollowUp, changes: dict[str, Any]) -> None:
    query = FollowUp.filter(delivery_id=row.delivery_id, state=FollowUpState.PENDING.value)
    await atomically(lambda: query.update(**changes))

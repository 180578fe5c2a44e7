"""Seeing to registrations that are due: one loop for each process, any number of processes on one database.

A row is claimed by a lease and a fence. A process that dies meanwhile leaves a lease that ends by itself, and a row
that says whether the provider had been asked (`called_ms`). At most a few calls go to one integration at once, so that a
provider that hangs delays no other.
"""

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator
from typing import Final

import structlog

from domain import clock
from domain.context import Context
from domain.database import atomically
from domain.models import Registration
from domain.registrations.aligning import TOPIC
from domain.registrations.attempts import attempt
from domain.registrations.claiming import free, lease_ms, release, take
from domain.registrations.concluding import conclude
from domain.registrations.opening import Superseded
from domain.registrations.states import STANDING, RegistrationState

AT_ONCE: Final = 16
PER_INTEGRATION: Final = 4
GRACE: Final = 10.0
"""Seconds that calls under way have to end when the process stops."""

_LONGEST_WAIT: Final = 30.0
_AFTER_FAULT: Final = 1.0
_WAIT_FOR_OTHER_MS: Final = 30_000

log = structlog.get_logger()


class Keeper:
    """Made by `opened`."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._under_way: dict[asyncio.Task[None], str] = {}
        self._woken = asyncio.Event()
        self._lease_ms = lease_ms(context.settings)

    async def run(self) -> None:
        """See to what is due until cancelled."""
        with self._context.bus.listen(TOPIC) as woken:
            self._woken = woken
            try:
                while True:
                    woken.clear()
                    wait = await self._turn()
                    with contextlib.suppress(TimeoutError):
                        async with asyncio.timeout(wait):
                            await woken.wait()
            finally:
                await self._stop()

    async def _turn(self) -> float:
        """Begin what is due. Seconds until there may be more."""
        try:
            for row, integration_id in await self._claim():
                task = asyncio.create_task(self._see_to(row))
                self._under_way[task] = integration_id
                task.add_done_callback(self._ended)
            return await self._rest()
        except Exception as error:
            log.exception("registration.unavailable", error=repr(error))
            return _AFTER_FAULT

    async def _claim(self) -> list[tuple[Registration, str]]:
        now, room = clock.now_ms(), AT_ONCE - len(self._under_way)
        if room <= 0 or not await free(now).exists():
            return []

        async def unit() -> list[tuple[Registration, str]]:
            busy, claimed = Counter(self._under_way.values()), list[tuple[Registration, str]]()
            query = free(now).filter(due_ms__lte=now).order_by("due_ms", "id")
            full = [key for key, count in busy.items() if count >= PER_INTEGRATION]
            rows = (
                await query.exclude(trigger__integration_id__in=full)
                .limit(room * 4)
                .select_related("trigger")
            )
            for row in rows:
                integration_id = row.trigger.integration_id
                if busy[integration_id] >= PER_INTEGRATION or len(claimed) >= room:
                    continue
                if await self._has_to_wait(row, now) or not await take(
                    row, now, now + self._lease_ms
                ):
                    continue
                busy[integration_id] += 1
                claimed.append((row, integration_id))
            return claimed

        return await atomically(unit)

    async def _has_to_wait(self, row: Registration, now: int) -> bool:
        """Whether another has to go first. It wakes this one when it is gone; the pause is for the case that it could not."""
        if row.waits_for is None or not row.is_wanted:
            return False
        waiting = [state for state in STANDING if state is not RegistrationState.ORPHANED]
        if not await Registration.exists(id=row.waits_for, state__in=waiting):
            return False
        await Registration.filter(id=row.id).update(due_ms=now + _WAIT_FOR_OTHER_MS)
        return True

    async def _rest(self) -> float:
        """Until the next is due. A full house waits for whoever ends first."""
        if len(self._under_way) >= AT_ONCE:
            return _LONGEST_WAIT
        now = clock.now_ms()
        full = [k for k, n in Counter(self._under_way.values()).items() if n >= PER_INTEGRATION]
        query = free(now).exclude(trigger__integration_id__in=full)
        first = await query.order_by("due_ms").first()
        longest = min(_LONGEST_WAIT, self._context.bus.patience)
        seconds = ((first.due_ms or 0) - now) / 1_000 if first else longest
        return min(max(seconds, 0.0), longest)

    def _ended(self, task: asyncio.Task[None]) -> None:
        del self._under_way[task]
        self._woken.set()
        if not task.cancelled() and (error := task.exception()):
            log.error("registration.failed", error=repr(error), exc_info=error)

    async def _see_to(self, row: Registration) -> None:
        try:
            async with asyncio.timeout(self._lease_ms / 1_000):
                found = await attempt(self._context, row)
        except Superseded:
            await release(row)
        except asyncio.CancelledError:
            # the process ends: the next one need not wait for the lease to end
            await release(row)
            raise
        else:
            await conclude(self._context, row, found)

    async def _stop(self) -> None:
        if not self._under_way:
            return
        _, late = await asyncio.wait(set(self._under_way), timeout=GRACE)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)


@contextlib.asynccontextmanager
async def opened(context: Context) -> AsyncIterator[None]:
    """See to registrations until the end."""
    runner = asyncio.create_task(Keeper(context).run())
    try:
        yield
    finally:
        runner.cancel()
        await asyncio.gather(runner, return_exceptions=True)

"""What accounts have due: access tokens to refresh ahead of their end, and tokens of ended connections to revoke.

The due time stands in the row, and whoever takes it claims the row (`freshness`): any number of processes may do this.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any, Final

import structlog
from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from domain import clock
from domain.connections import expiry, freshness, grants, oauth_calls
from domain.connections.credentials import CONNECTED, DISCONNECTED, TOPIC, parameters_of
from domain.connections.grants import Grant
from domain.context import Context
from domain.database import atomically
from domain.models import Credential, Integration
from domain.vault import Unreadable

AT_ONCE: Final = 8
MOST_REVOCATIONS: Final = 5

_CLAIMED_ELSEWHERE: Final = 1.0
_AFTER_FAULT: Final = 1.0

_ENDED: Final = ("sealed_grant", "sealed_parameters", "due_ms")

log = structlog.get_logger()


class Tending:
    """Does what is due. Made by `opened`."""

    def __init__(self, context: Context, woken: asyncio.Event) -> None:
        self._context = context
        self._woken = woken
        self._busy: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Tend until cancelled; what is under way is finished."""
        try:
            while True:
                self._woken.clear()
                wait = await self._turn()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(wait):
                        await self._woken.wait()
        finally:
            await asyncio.gather(*self._busy, return_exceptions=True)

    async def _turn(self) -> float:
        """Begin what is due. Seconds until there may be more."""
        try:
            free = AT_ONCE - len(self._busy)
            now = clock.now_ms()
            unclaimed = Q(claimed_ms=None) | Q(claimed_ms__lte=now)
            rows = await _due().filter(unclaimed, due_ms__lte=now).limit(free) if free else []
            for row in rows:
                if await self._claim(row):
                    task = asyncio.create_task(self._tend(row))
                    self._busy.add(task)
                    task.add_done_callback(self._ended)
            return await self._rest()
        except Exception as error:
            log.exception("accounts.unavailable", error=type(error).__name__)
            return _AFTER_FAULT

    async def _claim(self, row: Credential) -> bool:
        """Claim a row; one whose tokens cannot be read waits until the key may have been put back."""
        try:
            return await freshness.claim(self._context, row)
        except Unreadable as error:
            later = clock.now_ms() + int(expiry.PAUSES[-1].total_seconds() * 1_000)
            changes: dict[str, Any] = {"due_ms": later, "reason": f"{error}."}
            query = Credential.filter(id=row.id, version=row.version)
            await atomically(lambda: query.update(**changes))
            log.error("accounts.unreadable", credential=row.id)  # noqa: TRY400  a sentence says it
            return False

    async def _rest(self) -> float:
        longest = self._context.bus.patience
        if len(self._busy) >= AT_ONCE:
            return longest
        first, now = await _due().first(), clock.now_ms()
        if first is None or first.due_ms is None:
            return longest
        if first.due_ms <= now:
            return _CLAIMED_ELSEWHERE
        return float(min((first.due_ms - now) / 1_000, longest))

    async def _tend(self, row: Credential) -> None:
        grant = grants.open_sealed(self._context.vault, row.id, row.sealed_grant or b"")
        if grant.is_ending:
            await _revoke(self._context, row, grant)
        else:
            await freshness.conclude(self._context, row)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._busy.discard(task)
        self._woken.set()
        if not task.cancelled() and (error := task.exception()):
            log.error("accounts.not_tended", error=type(error).__name__)


@contextlib.asynccontextmanager
async def opened(context: Context) -> AsyncIterator[None]:
    """Tend accounts until the end."""
    with context.bus.listen(TOPIC) as woken:
        runner = asyncio.create_task(Tending(context, woken).run())
        try:
            yield
        finally:
            runner.cancel()
            await asyncio.gather(runner, return_exceptions=True)
            await freshness.finish_refreshes()


def _due() -> QuerySet[Credential]:
    states = (CONNECTED, DISCONNECTED)
    return Credential.filter(due_ms__not_isnull=True, status__in=states).order_by("due_ms")


async def _revoke(context: Context, row: Credential, grant: Grant) -> None:
    problem = await _end_at_provider(context, row, grant)
    failures, done = row.failures + 1, dict.fromkeys(_ENDED)
    changes: dict[str, Any] = {**done, "reason": None}
    if problem and failures < MOST_REVOCATIONS:
        pause = expiry.pause_after(failures, None)
        due_ms = clock.now_ms() + int(pause.total_seconds() * 1_000)
        changes = {"due_ms": due_ms, "reason": f"{problem} Revoking its tokens is tried again."}
    elif problem:
        said = f"{problem} Its tokens could not be revoked: remove the app at the provider."
        changes = {**done, "reason": said}
    changes |= {"failures": failures if problem else 0, "claimed_ms": None}
    query = Credential.filter(id=row.id, version=row.version)
    await atomically(lambda: query.update(**changes, version=row.version + 1))
    if problem:
        log.warning("oauth.not_revoked", credential=row.id, failures=failures)


async def _end_at_provider(context: Context, row: Credential, grant: Grant) -> str:
    """Why the tokens could not be ended; empty when they were."""
    integration = await Integration.get_or_none(id=row.integration_id)
    if integration is None:
        return "The integration is gone."
    try:
        values = parameters_of(context.vault, row.id, row.sealed_parameters)
        client = await oauth_calls.client_of(context, integration, values)
    except ValueError as error:
        return f"{error}."
    if not client.app.revoke_url:
        return ""
    if grant.refresh_token:
        return await oauth_calls.revoke(context, client, grant.refresh_token, "refresh_token")
    return await oauth_calls.revoke(context, client, grant.access_token, "access_token")

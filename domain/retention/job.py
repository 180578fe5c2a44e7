"""Pruning again and again, beside the traffic: after each batch it rests for longer than the batch took."""

import asyncio
import contextlib
import dataclasses
import time
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Final

import structlog
from prometheus_client import Counter

from domain import clock
from domain.context import Context
from domain.database import Database, Server
from domain.retention.policy import Kept, Policy
from domain.retention.pruning import REST, batches

EVERY_SECONDS: Final = 60.0
PRUNED: Final = Counter(
    "hookwright_pruned_total", "Deliveries and runs that were deleted by age or number.", ("kind",)
)

log = structlog.get_logger()


async def prune(policy: Policy, now: datetime) -> dict[Kept, int]:
    """Delete everything that is due: how many of each kind."""
    found = dict.fromkeys(Kept, 0)
    for kept in Kept:
        started = time.perf_counter()
        async for count in batches(kept, policy, now):
            found[kept] += count
            PRUNED.labels(kept.value).inc(count)
            await asyncio.sleep((time.perf_counter() - started) * REST)
            started = time.perf_counter()
    return found


@contextlib.asynccontextmanager
async def opened(context: Context, store: Database) -> AsyncIterator[None]:
    """Prune every minute until the end."""
    dsn = store.dsn if isinstance(store, Server) else None
    policy = dataclasses.replace(Policy.of(context.settings), by_days=dsn is not None)
    runner = asyncio.create_task(_run(policy, dsn))
    try:
        yield
    finally:
        runner.cancel()
        await asyncio.gather(runner, return_exceptions=True)


async def _run(policy: Policy, dsn: str | None) -> None:
    await _tend(policy, dsn, clock.now())  # the days to come, before deliveries do
    while True:
        await asyncio.sleep(EVERY_SECONDS)
        now = clock.now()
        await _tend(policy, dsn, now)
        try:
            found = await prune(policy, now)
        except Exception as error:
            log.exception("retention.unavailable", error=repr(error))
            continue
        if any(found.values()):
            log.info("retention.pruned", **{kept.value: count for kept, count in found.items()})


async def _tend(policy: Policy, dsn: str | None, now: datetime) -> None:
    if dsn is None:
        return
    from domain.retention import daily  # noqa: PLC0415  its driver is optional

    try:
        PRUNED.labels("day").inc(await daily.tend(dsn, policy, now))
    except Exception as error:
        log.exception("retention.unavailable", error=repr(error))

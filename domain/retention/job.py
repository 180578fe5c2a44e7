"""Pruning again and again, beside the traffic: after each batch it rests for longer than the batch took."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Final

import structlog
from prometheus_client import Counter

from domain import clock
from domain.context import Context
from domain.retention.policy import Kept, Policy
from domain.retention.pruning import batches

EVERY_SECONDS: Final = 60.0
REST: Final = 2.0
"""How many times as long as a batch took the next one waits: others write meanwhile."""

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
async def opened(context: Context) -> AsyncIterator[None]:
    """Prune every minute until the end."""
    runner = asyncio.create_task(_run(Policy.of(context.settings)))
    try:
        yield
    finally:
        runner.cancel()
        await asyncio.gather(runner, return_exceptions=True)


async def _run(policy: Policy) -> None:
    while True:
        await asyncio.sleep(EVERY_SECONDS)
        try:
            found = await prune(policy, clock.now())
        except Exception as error:
            log.exception("retention.unavailable", error=repr(error))
            continue
        if any(found.values()):
            log.info("retention.pruned", **{kept.value: count for kept, count in found.items()})

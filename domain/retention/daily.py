"""Days of deliveries on PostgreSQL: made ahead, and dropped whole when nobody keeps anything of them (deed).

Any number of processes may do it at once. What cannot be had in a moment is tried again with the next round; a day
that could not be dropped within a day is deleted by rows.
"""

import asyncio
import time
from datetime import datetime

import asyncpg
import structlog

from domain.database import partitions, postgres
from domain.database.partitions import Partition
from domain.retention import days
from domain.retention.days import Day
from domain.retention.policy import Policy
from domain.retention.pruning import REST, clear

log = structlog.get_logger()


async def tend(dsn: str, policy: Policy, now: datetime) -> int:
    """Make the days that are missing, drop those that are past or empty: how many deliveries went with them."""
    connection = await postgres.connect(dsn)
    try:
        there = await partitions.names(connection)
        made = await _make(connection, days.missing(there, now), Day.of(now))
        past = days.over(there, policy.kept_since(now))
        counts = {day.name: await _drop(connection, day) for day in past}
        ended = days.over(set(there) - set(counts), policy.rested_since(now))
        empty = [day.name for day in ended if await partitions.drop_empty(connection, _of(day))]
    finally:
        await postgres.let_go(connection)
    dropped = [name for name, count in counts.items() if count is not None]
    if made or dropped or empty:
        log.info("retention.days", made=made, dropped=dropped + empty)
    return sum(count or 0 for count in counts.values())


async def _make(connection: asyncpg.Connection, missing: list[Day], today: Day) -> list[str]:
    """Names of those that were made. Today's may be too late: its first deliveries lie in the default partition."""
    made = [day.name for day in missing if await partitions.make(connection, _of(day))]
    there = {*await partitions.names(connection)} if missing else set()
    if late := [day.name for day in missing if day.name not in {*there, today.name}]:
        log.warning("retention.days_missing", days=late)
    return made


async def _drop(connection: asyncpg.Connection, day: Day) -> int | None:
    """How many deliveries went. None: it stays for now."""
    count = 0
    started = time.perf_counter()
    async for cleared in clear(day):
        count += cleared
        await asyncio.sleep((time.perf_counter() - started) * REST)
        started = time.perf_counter()
    return count if await partitions.drop(connection, _of(day)) else None


def _of(day: Day) -> Partition:
    return Partition(day.name, day.first, day.end)

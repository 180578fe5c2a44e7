"""Partitions of the table of deliveries on PostgreSQL: made and dropped in a moment, or not at all.

Whoever writes waits for no longer than `_WAIT` and what the deed itself takes; it is tried again later. What has no
partition of its own lies in `delivery_default`. DETACH … CONCURRENTLY is refused where there is a default partition.
"""

import contextlib
from collections.abc import AsyncIterator
from typing import Final, NamedTuple

import asyncpg

MOST_SPARED: Final = 10_000
"""Rows that may move from a partition that goes; with more of them it stays."""

_LOCK: Final = 0x44617973  # "Days"
_WAIT: Final = "200ms"
_LONGEST: Final = "2s"
_LARGEST: Final = 256_000_000
"""Bytes of the default partition, beyond which nothing is made: it is read whole each time, and nobody writes to it."""

_NAMES: Final = """SELECT inhrelid::regclass::text FROM pg_inherits
WHERE inhparent = 'delivery'::regclass AND NOT inhdetachpending"""
_SPARED: Final = """
SELECT delivery_id FROM verdict WHERE delivery_id >= $1 AND delivery_id < $2
UNION SELECT delivery_id FROM follow_up WHERE delivery_id >= $1 AND delivery_id < $2
UNION SELECT sample_delivery_id FROM "trigger"
WHERE sample_delivery_id >= $1 AND sample_delivery_id < $2 AND deleted_ms IS NULL
UNION SELECT test_delivery_id FROM workflow
WHERE test_delivery_id >= $1 AND test_delivery_id < $2 AND deleted_ms IS NULL"""
_NOT_NOW: Final = (
    asyncpg.LockNotAvailableError,
    asyncpg.QueryCanceledError,
    asyncpg.DeadlockDetectedError,
    asyncpg.CheckViolationError,  # a row came into the default partition meanwhile
    asyncpg.UndefinedTableError,  # another process dropped it
)


class Partition(NamedTuple):
    """A range of ids with a table of its own: from `first` on, before `end`. All three of [0-9a-z_] alone."""

    name: str
    first: str
    end: str


async def names(connection: asyncpg.Connection) -> list[str]:
    """The partitions there are."""
    return [row[0] for row in await connection.fetch(_NAMES)]


async def make(connection: asyncpg.Connection, wanted: Partition) -> bool:
    """Make a partition, unless rows of its range lie in the default one. Whether it was made."""
    inside = "SELECT FROM delivery_default WHERE id >= $1 AND id < $2"
    size = await connection.fetchval("SELECT pg_relation_size('delivery_default')")
    if size > _LARGEST or await connection.fetchval(f"SELECT EXISTS ({inside})", *wanted[1:]):
        return False
    with contextlib.suppress(*_NOT_NOW):
        async with _alone(connection) as is_ours:
            if is_ours and wanted.name not in await names(connection):
                await connection.execute(
                    f"CREATE TABLE {wanted.name} (LIKE delivery INCLUDING DEFAULTS);"
                    f"ALTER TABLE delivery ATTACH PARTITION {wanted.name}"
                    f" FOR VALUES FROM ('{wanted.first}') TO ('{wanted.end}')"
                )
                return True
    return False


async def drop_empty(connection: asyncpg.Connection, empty: Partition) -> bool:
    """Drop a partition if there is nothing in it. Whether it was dropped."""
    anything = f"SELECT EXISTS (SELECT FROM {empty.name})"  # noqa: S608  a name of ours
    with contextlib.suppress(*_NOT_NOW):
        if await connection.fetchval(anything):
            return False
        async with _alone(connection) as is_ours:
            if is_ours:
                await _detach(connection, empty)
                if await connection.fetchval(anything):
                    raise asyncpg.LockNotAvailableError  # rolls back
                await connection.execute(f"DROP TABLE {empty.name}")
                return True
    return False


async def drop(connection: asyncpg.Connection, past: Partition) -> bool:
    """Drop a partition with all that is in it; what something else still names moves to the default one.

    Whether it was dropped.
    """
    move = f"INSERT INTO delivery SELECT * FROM {past.name} WHERE id = ANY($1)"  # noqa: S608
    with contextlib.suppress(*_NOT_NOW):
        # once before the lock, so that the index is read quickly under it
        if len(await connection.fetch(_SPARED, *past[1:])) > MOST_SPARED:
            return False
        async with _alone(connection) as is_ours:
            if is_ours:
                await _detach(connection, past)
                spared = await connection.fetch(_SPARED, *past[1:])
                await connection.execute(move, [row[0] for row in spared])
                await connection.execute(f"DROP TABLE {past.name}")
                return True
    return False


async def _detach(connection: asyncpg.Connection, partition: Partition) -> None:
    await connection.execute(f"ALTER TABLE delivery DETACH PARTITION {partition.name}")


@contextlib.asynccontextmanager
async def _alone(connection: asyncpg.Connection) -> AsyncIterator[bool]:
    """One short transaction, of one process at a time: whether it is ours. Rolled back when anything is raised."""
    async with connection.transaction():
        await connection.execute(
            f"SET LOCAL lock_timeout = '{_WAIT}'; SET LOCAL statement_timeout = '{_LONGEST}'"
        )
        yield bool(await connection.fetchval("SELECT pg_try_advisory_xact_lock($1)", _LOCK))

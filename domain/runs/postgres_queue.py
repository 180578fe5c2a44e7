"""The queue on PostgreSQL: any number of dispatchers take turns at once, and pass over what another holds."""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

import asyncpg

from domain.database import postgres
from domain.runs import postgres_statements as sql
from domain.runs.lanes import Want
from domain.runs.queue import Claimed, Counts, Due, Settlement, Turn

_MOST_CANCELLED: Final = 500
_CONNECTIONS: Final = 3
_ATTEMPTS: Final = 3
_OF_CHANCE: Final = (asyncpg.DeadlockDetectedError, asyncpg.SerializationError)


class PostgresQueue:
    """The queue of a database. Its connections are made when they are needed, and anew after a fault."""

    def __init__(self, dsn: str) -> None:
        self._dsn = dsn
        self._pool: asyncpg.Pool | None = None
        self._opening = asyncio.Lock()

    async def survey(self) -> Sequence[Due]:
        """As `Queue.survey`."""
        pool = await self._connections()
        found: list[Due] = []
        for statement, is_ordered in ((sql.SURVEY_FREE, False), (sql.SURVEY_ORDERED, True)):
            found += [
                Due(row["id"], row["due_ms"], is_ordered, row["is_open"], row["is_gone"])
                for row in await pool.fetch(statement)
            ]
        return found

    async def take(self, turn: Turn) -> Sequence[Claimed]:
        """As `Queue.take`. Raises what asyncpg raises."""
        pool = await self._connections()
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                async with pool.acquire() as connection, connection.transaction():
                    await _settle(connection, turn)
                    return await _claim(connection, turn) if turn.wants else []
            except _OF_CHANCE:
                if attempt == _ATTEMPTS:
                    raise
        return []

    async def count(self, now_ms: int) -> Counts:
        """As `Queue.count`."""
        pool = await self._connections()
        row = await pool.fetchrow(sql.COUNT_DUE, now_ms)
        return Counts(row["due"], await pool.fetchval(sql.COUNT_DEAD), row["oldest"])

    async def close(self) -> None:
        """Let go of the database."""
        if self._pool is not None:
            await postgres.let_go(self._pool)

    async def _connections(self) -> asyncpg.Pool:
        async with self._opening:
            if self._pool is None:
                self._pool = await postgres.pool(self._dsn, most=_CONNECTIONS)
        return self._pool


async def _settle(connection: asyncpg.Connection, turn: Turn) -> None:
    changed = [each.run.id for each in turn.settlements]
    if changed:
        await connection.execute(sql.SETTLE, *_settled(turn.settlements), turn.now_ms)
        await connection.execute(sql.RECORD, *_recorded(turn.settlements))
    for each in turn.settlements:
        if each.stop:
            stopped = (each.stop, turn.now_ms, each.run.workflow_id, each.endpoint)
            await connection.execute(sql.STOP, *stopped)
    if turn.gone:
        found = await connection.fetch(sql.GONE, list(turn.gone), _MOST_CANCELLED)
        cancelled = [row["id"] for row in found]
        await connection.execute(sql.CANCEL, cancelled, turn.now_ms)
        changed += cancelled
    if changed:
        await connection.execute(sql.CHANGE, changed)


def _settled(settlements: Sequence[Settlement]) -> list[list[Any]]:
    # in one order everywhere: two turns that settle the same runs wait for each other, never in a ring
    ordered = sorted(settlements, key=lambda each: each.run.id)
    return [
        [each.run.id for each in ordered],
        [each.run.attempt for each in ordered],
        [each.state.value for each in ordered],
        [each.due_ms for each in ordered],
        [each.status for each in ordered],
        [_text(each.error) for each in ordered],
    ]


def _recorded(settlements: Sequence[Settlement]) -> list[list[Any]]:
    return [
        [each.run.id for each in settlements],
        [each.run.attempt for each in settlements],
        [each.at_ms for each in settlements],
        [each.elapsed_ms for each in settlements],
        [each.status for each in settlements],
        [_text(each.error) for each in settlements],
        [_text(each.answer) for each in settlements],
    ]


def _text(value: str) -> str:
    """What an endpoint said, without what PostgreSQL does not take."""
    return value.replace("\x00", "\N{SYMBOL FOR NULL}").encode(errors="replace").decode()


async def _claim(connection: asyncpg.Connection, turn: Turn) -> list[Claimed]:
    ids: list[str] = []
    for (most, is_ordered), wanted in _alike(turn.wants).items():
        statement = sql.CLAIM_ORDERED if is_ordered else sql.CLAIM_FREE
        found = await connection.fetch(statement, wanted, turn.pulled, turn.now_ms, most)
        ids += [row["id"] for row in found]
    if not ids:
        return []
    await connection.execute(sql.HOLD, ids, turn.now_ms + turn.lease_ms, turn.now_ms)
    return [_claimed(dict(row)) for row in await connection.fetch(sql.READ, ids)]


def _claimed(row: dict[str, Any]) -> Claimed:
    version = (row.pop("workflow_ms"), row.pop("trigger_ms"))
    return Claimed(version=version, **row)


def _alike(wants: Sequence[Want]) -> dict[tuple[int, bool], list[str]]:
    """The workflows by what is wanted of them: one statement for each."""
    found: defaultdict[tuple[int, bool], list[str]] = defaultdict(list)
    for want in wants:
        found[want.most, want.is_ordered].append(want.workflow_id)
    return found

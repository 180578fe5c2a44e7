"""Writing to PostgreSQL, beside others who write to it too.

A batch that asks nothing is one statement, one round trip and one commit; whole columns travel as arrays.
"""

import asyncio
import contextlib
import functools
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

import asyncpg

from domain.database import postgres
from domain.database.transactions import TAKE_UNIT_LOCK
from domain.deliveries.record import Record
from domain.deliveries.rows import TABLES, Row, Table
from domain.deliveries.writer import Ask, Batch, Insert, InsertNew, Step
from domain.vault import Vault

_TYPES: Final = """
SELECT attname, format_type(atttypid, NULL) FROM pg_attribute
WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped"""
_OF_A_ROW: Final = (asyncpg.DataError, asyncpg.IntegrityConstraintViolationError, ValueError)
_OF_CHANCE: Final = (asyncpg.DeadlockDetectedError, asyncpg.SerializationError)
_ATTEMPTS: Final = 3

Types = Mapping[str, Mapping[str, str]]


class PostgresWriter:
    """Writes by a connection of its own, made when it is needed and made anew after a fault."""

    def __init__(self, dsn: str, vault: Vault) -> None:
        self._dsn = dsn
        self._vault = vault
        self._connection: asyncpg.Connection | None = None
        self._types: Types = {}

    async def write(self, records: Sequence[Record]) -> None:
        """Commit all of a batch. Raises whatever came in the way: nothing is written, or nobody knows."""
        attempts = 0
        is_cleaned = False
        while True:
            attempts += 1
            try:
                return await self._attempt(Batch(records, self._vault), is_cleaned=is_cleaned)
            except _OF_CHANCE:
                if attempts == _ATTEMPTS:
                    raise
            except _OF_A_ROW:
                if is_cleaned or len(records) > 1:
                    raise
                is_cleaned = True

    @staticmethod
    def is_of_a_row(error: Exception) -> bool:
        """Whether others of the batch may be written without the one that is to blame."""
        return isinstance(error, _OF_A_ROW)

    async def close(self) -> None:
        """Let go of the connection."""
        if self._connection is not None:
            await postgres.let_go(self._connection)

    async def _attempt(self, batch: Batch, *, is_cleaned: bool) -> None:
        connection = await self._connected()
        statements = _Statements(connection, self._types, is_cleaned=is_cleaned)
        try:
            async with asyncio.timeout(postgres.SECONDS):
                if batch.is_one_statement:
                    await _converse(statements, batch)
                else:
                    async with connection.transaction():
                        await _converse(statements, batch)
        except (*_OF_A_ROW, *_OF_CHANCE):
            raise
        except BaseException:
            # what the server made of it is not known, and the next one may not wait for it to say so
            connection.terminate()
            self._connection = None
            raise
        batch.committed()

    async def _connected(self) -> asyncpg.Connection:
        if self._connection is None or self._connection.is_closed():
            self._connection = await postgres.connect(self._dsn)
            self._types = {
                table.name: dict(await self._connection.fetch(_TYPES, table.name))
                for table in TABLES
            }
        return self._connection


async def _converse(statements: "_Statements", batch: Batch) -> None:
    if batch.takes_turns:
        await statements.carry_out(Ask(TAKE_UNIT_LOCK, ()))
    steps = batch.steps()
    with contextlib.suppress(StopIteration):
        step = next(steps)
        while True:
            step = steps.send(await statements.carry_out(step))


class _Statements:
    """Steps as statements of one connection. is_cleaned: texts lose what PostgreSQL does not take."""

    def __init__(self, connection: asyncpg.Connection, types: Types, *, is_cleaned: bool) -> None:
        self._connection = connection
        self._types = types
        self._is_cleaned = is_cleaned

    async def carry_out(self, step: Step) -> Sequence[Any]:
        if isinstance(step, Insert):
            await self._insert(step)
            return ()
        if isinstance(step, InsertNew):
            sql = self._select(step.table, 1) + " ON CONFLICT DO NOTHING RETURNING id"
            return await self._fetch(sql, self._columns(step.rows))
        return await self._fetch(_numbered(step.sql), self._values(step.parameters))

    async def _fetch(self, sql: str, values: Sequence[Any]) -> Sequence[Any]:
        found: Sequence[Any] = await self._connection.fetch(sql, *values)
        return found

    async def _insert(self, step: Insert) -> None:
        parts: list[str] = []
        values: list[Any] = []
        for table, found in ((table, found) for table, found in step.rows if found):
            parts.append(self._select(table, len(values) + 1))
            values += self._columns(found)
        if not parts:
            return
        *before, last = parts
        named = ", ".join(f"t{index} AS ({part})" for index, part in enumerate(before))
        await self._connection.execute(f"WITH {named} {last}" if named else last, *values)

    def _select(self, table: Table, first: int) -> str:
        types = self._types[table.name]
        names = ", ".join(f'"{column}"' for column in table.columns)
        arrays = ", ".join(
            f"${index}::{types[column]}[]" for index, column in enumerate(table.columns, first)
        )
        return f"INSERT INTO {table.name} ({names}) SELECT * FROM unnest({arrays})"  # noqa: S608  our own names

    def _columns(self, found: Sequence[Row]) -> list[Row]:
        return [self._values(column) for column in zip(*found, strict=True)]

    def _values(self, values: Row) -> Row:
        return tuple(map(_clean, values)) if self._is_cleaned else values


def _clean(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return value.replace("\x00", "\N{SYMBOL FOR NULL}").encode(errors="replace").decode()


@functools.lru_cache(maxsize=64)
def _numbered(sql: str) -> str:
    """$1, $2 … in the place of each ?."""
    count = iter(range(1, 1_000))
    return re.sub(r"\?", lambda _: f"${next(count)}", sql)

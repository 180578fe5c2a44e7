"""Writing to SQLite: one connection in a thread of its own, one writer at a time."""

import asyncio
import contextlib
import itertools
import sqlite3
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

from domain.database import write_turn
from domain.database.sqlite import connect
from domain.deliveries import rows
from domain.deliveries.record import Record
from domain.deliveries.rows import Row, Table
from domain.deliveries.writer import Ask, Batch, InsertNew, Step, Steps
from domain.vault import Vault

_MOST_ROWS: Final = 64
_UNLESS_THERE: Final = " ON CONFLICT DO NOTHING RETURNING id"


class SqliteWriter:
    """Writes to a file."""

    def __init__(self, path: Path, vault: Vault) -> None:
        self._connection = connect(path)
        self._vault = vault
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="journal")

    async def write(self, records: Sequence[Record]) -> None:
        """Commit all of a batch, or none of it. Raises what sqlite3 raises, with nothing written."""
        loop = asyncio.get_running_loop()
        async with write_turn():
            await loop.run_in_executor(self._thread, write, self._connection, records, self._vault)

    @staticmethod
    def is_of_a_row(error: Exception) -> bool:
        """Whether others of the batch may be written without the one that is to blame."""
        return not isinstance(error, sqlite3.OperationalError)

    async def close(self) -> None:
        """Let go of the file."""
        self._thread.shutdown()
        self._connection.close()


def write(connection: sqlite3.Connection, records: Sequence[Record], vault: Vault) -> None:
    """Write in this thread. As `SqliteWriter.write`."""
    batch = Batch(records, vault)
    connection.execute("BEGIN IMMEDIATE")
    try:
        _converse(connection, batch.steps())
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    batch.committed()


def _converse(connection: sqlite3.Connection, steps: Steps) -> None:
    with contextlib.suppress(StopIteration):
        step = next(steps)
        while True:
            step = steps.send(_carry_out(connection, step))


def _carry_out(connection: sqlite3.Connection, step: Step) -> Sequence[Any]:
    if isinstance(step, Ask):
        return connection.execute(step.sql, step.parameters).fetchall()
    if isinstance(step, InsertNew):
        return _insert_all(connection, step.table, step.rows, _UNLESS_THERE)
    for table, found in step.rows:
        _insert_all(connection, table, found)
    return ()


def _insert_all(
    connection: sqlite3.Connection, table: Table, found: Sequence[Row], ending: str = ""
) -> list[Any]:
    """Insert rows in few statements, and give what these say.

    `executemany` gives up and takes back the interpreter's lock for every row, and waits each time for the
    busy event loop to hand it over. Sizes are powers of two, so that a handful of statements stay prepared.
    """
    start = 0
    said: list[Any] = []
    while start < len(found):
        count = min(_MOST_ROWS, 1 << (len(found) - start).bit_length() - 1)
        values = list(itertools.chain.from_iterable(found[start : start + count]))
        said += connection.execute(rows.insert(table, count) + ending, values)
        start += count
    return said

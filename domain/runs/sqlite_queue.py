"""The queue on SQLite: one connection in a thread for turns, another for looking.

Each statement is one call, whatever the number of lanes and runs: every call gives up the interpreter's lock and waits
for the busy event loop to hand it back. So lists go in, and where it matters out, as one JSON text.
"""

import asyncio
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final, TypeVar

import orjson

from domain.database import write_turn
from domain.database.sqlite import connect
from domain.runs import sqlite_statements as sql
from domain.runs.lanes import Want
from domain.runs.queue import Claimed, Counts, Due, Settlement, Turn

_MOST_CANCELLED: Final = 500

_NOTHING: Final[Mapping[str, object]] = {}

Row = tuple[Any, ...]
T = TypeVar("T")


class SqliteQueue:
    """The queue of a file."""

    def __init__(self, path: Path) -> None:
        self._writing, self._looking = connect(path), connect(path)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="runs")
        self._looker = ThreadPoolExecutor(1, thread_name_prefix="runs-survey")

    async def survey(self) -> Sequence[Due]:
        """As `Queue.survey`."""
        return await self._run(self._looker, lambda: _survey(self._looking))

    async def take(self, turn: Turn) -> Sequence[Claimed]:
        """As `Queue.take`. Raises what sqlite3 raises."""
        async with write_turn():
            return await self._run(self._writer, lambda: _take(self._writing, turn))

    async def count(self, now_ms: int) -> Counts:
        """As `Queue.count`."""
        return await self._run(self._looker, lambda: _count(self._looking, now_ms))

    async def close(self) -> None:
        """Let go of the file."""
        for thread, connection in ((self._writer, self._writing), (self._looker, self._looking)):
            thread.shutdown()
            connection.close()

    @staticmethod
    async def _run(thread: ThreadPoolExecutor, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(thread, work)


def _survey(connection: sqlite3.Connection) -> list[Due]:
    found: list[Due] = []
    for statement, is_ordered in ((sql.SURVEY_FREE, False), (sql.SURVEY_ORDERED, True)):
        for workflow_id, due_ms, is_open, is_gone in _list(connection, statement):
            found.append(Due(workflow_id, due_ms, is_ordered, bool(is_open), bool(is_gone)))
    return found


def _take(connection: sqlite3.Connection, turn: Turn) -> list[Claimed]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        _settle(connection, turn)
        claimed = _claim(connection, turn) if turn.wants else []
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return claimed


def _settle(connection: sqlite3.Connection, turn: Turn) -> None:
    changed = [each.run.id for each in turn.settlements]
    if changed:
        settled = {"settled": _json([_settled(each) for each in turn.settlements])}
        connection.execute(sql.SETTLE, {**settled, "now": turn.now_ms})
        connection.execute(sql.RECORD, settled)
    for each in turn.settlements:
        if each.stop:
            stopped = (each.stop, turn.now_ms, each.run.workflow_id, each.endpoint)
            connection.execute(sql.STOP, stopped)
    if turn.gone:
        gone = {"gone": _json(turn.gone), "most": _MOST_CANCELLED}
        cancelled = _list(connection, sql.GONE, gone)
        connection.execute(sql.CANCEL, {"ids": _json(cancelled), "now": turn.now_ms})
        changed += cancelled
    if changed:
        connection.execute(sql.CHANGE, {"ids": _json(changed)})


def _settled(each: Settlement) -> tuple[object, ...]:
    run = each.run
    return (
        run.id, run.attempt, each.state.value, each.due_ms, each.status, each.error,
        each.at_ms, each.elapsed_ms, each.answer,
    )  # fmt: skip


def _claim(connection: sqlite3.Connection, turn: Turn) -> list[Claimed]:
    ids: list[str] = []
    for (most, is_ordered), wanted in _alike(turn.wants).items():
        which = {"wanted": _json(wanted), "pulled": turn.pulled, "now": turn.now_ms, "most": most}
        ids += _list(connection, sql.CLAIM_ORDERED if is_ordered else sql.CLAIM_FREE, which)
    if not ids:
        return []
    named = {"ids": _json(ids)}
    until = turn.now_ms + turn.lease_ms
    connection.execute(sql.HOLD, {**named, "now": turn.now_ms, "until": until})
    return [_claimed(row) for row in connection.execute(sql.READ, named).fetchall()]


def _claimed(row: Row) -> Claimed:
    return Claimed(
        id=row[0],
        project_id=row[1],
        workflow_id=row[2],
        trigger_id=row[3],
        credential_id=row[4],
        event_id=row[5],
        delivery_id=row[6],
        attempt=row[7],
        tries=row[8],
        is_ordered=bool(row[9]),
        version=(row[10], row[11]),
        user_id=row[12],
        provider_id=row[13],
        received_ms=row[14],
        method=row[15],
        headers=row[16],
        query_string=row[17],
        body=row[18],
    )


def _alike(wants: Sequence[Want]) -> dict[tuple[int, bool], list[str]]:
    """The workflows by what is wanted of them: one statement for each."""
    found: defaultdict[tuple[int, bool], list[str]] = defaultdict(list)
    for want in wants:
        found[want.most, want.is_ordered].append(want.workflow_id)
    return found


def _count(connection: sqlite3.Connection, now_ms: int) -> Counts:
    due, oldest = connection.execute(sql.COUNT_DUE, {"now": now_ms}).fetchone()
    (dead,) = connection.execute(sql.COUNT_DEAD).fetchone()
    return Counts(due, dead, oldest)


def _list(
    connection: sqlite3.Connection, statement: str, parameters: Mapping[str, object] = _NOTHING
) -> list[Any]:
    """What a statement gives as one JSON text."""
    found: list[Any] = orjson.loads(connection.execute(statement, parameters).fetchone()[0])
    return found


def _json(value: object) -> str:
    return orjson.dumps(value).decode()

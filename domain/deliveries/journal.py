"""The journal: an acknowledged delivery is on disk, and many share one commit.

Deliveries wait in a bounded list; a writer with a connection of its own commits all that wait in one transaction,
while the next ones gather.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from typing import Final, Protocol

import structlog

from domain import bus as buses
from domain.database import Database, File
from domain.deliveries.record import Record
from domain.deliveries.sqlite_writer import SqliteWriter
from domain.errors import Busy
from domain.runs.started import Started
from domain.vault import Vault

_MOST_IN_ONE_COMMIT: Final = 500

log = structlog.get_logger()


class Writer(Protocol):
    """What the journal asks of a kind of database."""

    async def write(self, records: Sequence[Record]) -> None:
        """Commit all, in one transaction; return once they are on disk. Raises anything: nobody is acknowledged."""

    def is_of_a_row(self, error: Exception) -> bool:
        """Whether an error of `write` is that of one record, and the others may be written without it."""

    async def close(self) -> None:
        """Let go of the database."""


class Journal:
    """Appends records durably. Made by `opened`. started: told of runs."""

    def __init__(self, writer: Writer, bus: buses.Bus, *, capacity: int) -> None:
        self._writer = writer
        self._bus = bus
        self.started = Started()
        self._capacity = capacity
        self._waiting: list[tuple[Record, asyncio.Future[None]]] = []
        self._some = asyncio.Event()
        self._is_closing = False

    @property
    def depth(self) -> int:
        """How many deliveries wait for the next commit."""
        return len(self._waiting)

    @property
    def is_full(self) -> bool:
        """Whether it takes nothing more for the moment."""
        return self._is_closing or len(self._waiting) >= self._capacity

    async def append(self, record: Record) -> None:
        """Return once the record is on disk; it may by then be a duplicate, with the first's reply.

        Raises Busy when too many wait or the write failed: nothing was written, sending again is safe.
        """
        if self.is_full:
            raise Busy("too many deliveries wait to be written")
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((record, done))
        self._some.set()
        await done

    async def run(self) -> None:
        """Write until closed and drained."""
        while not (self._is_closing and not self._waiting):
            await self._some.wait()
            self._some.clear()
            while self._waiting:
                batch = self._waiting[:_MOST_IN_ONE_COMMIT]
                del self._waiting[:_MOST_IN_ONE_COMMIT]
                await self._commit(batch)

    def close(self) -> None:
        """Take no more; `run` ends when what waits is written."""
        self._is_closing = True
        self._some.set()

    async def _commit(self, batch: list[tuple[Record, asyncio.Future[None]]]) -> None:
        error = await self._attempt([record for record, _ in batch])
        if error is None:
            self._settle(batch)
        elif len(batch) == 1 or not self._writer.is_of_a_row(error):
            log.error("journal.write_failed", deliveries=len(batch), error=repr(error))
            self._fail(batch)
            if not self._writer.is_of_a_row(error):
                self._fail_waiting()
        else:  # one bad row must fail alone
            for single in batch:
                await self._commit([single])

    async def _attempt(self, records: list[Record]) -> Exception | None:
        try:
            await self._writer.write(records)
        except Exception as error:  # noqa: BLE001  whatever it was, nobody is acknowledged
            return error
        return None

    def _settle(self, batch: list[tuple[Record, asyncio.Future[None]]]) -> None:
        for _, done in batch:
            if not done.done():
                done.set_result(None)
        topics = {v.trigger_id for record, _ in batch for v in record.verdicts}
        for record, _ in batch:
            if runs := record.runs:
                topics |= self.started.add(record.address.project_id, runs)
        if any(record.follow_up for record, _ in batch):
            topics.add(buses.FOLLOW_UPS)
        self._bus.wake(topics)

    def _fail_waiting(self) -> None:
        """The database is away: who came meanwhile has waited as long, and would wait as long again."""
        waiting, self._waiting = self._waiting, []
        self._fail(waiting)

    @staticmethod
    def _fail(batch: list[tuple[Record, asyncio.Future[None]]]) -> None:
        for _, done in batch:
            if not done.done():
                done.set_exception(Busy("the delivery could not be written"))


@contextlib.asynccontextmanager
async def opened(
    store: Database, vault: Vault, bus: buses.Bus, *, capacity: int = 10_000
) -> AsyncIterator[Journal]:
    """Run a journal on a database until the end; what was accepted is written before it closes."""
    writer = _writer(store, vault)
    journal = Journal(writer, bus, capacity=capacity)
    runner = asyncio.create_task(journal.run())
    try:
        yield journal
    finally:
        journal.close()
        await runner
        await writer.close()


def _writer(store: Database, vault: Vault) -> Writer:
    if isinstance(store, File):
        return SqliteWriter(store.path, vault)
    from domain.deliveries.postgres_writer import PostgresWriter  # noqa: PLC0415  its driver is optional

    return PostgresWriter(store.dsn, vault)

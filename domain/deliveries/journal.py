"""The journal: an acknowledged delivery is on disk, and many share one commit.

Deliveries wait in a bounded list; one thread with a connection of its own writes all that wait in one
transaction (WAL, synchronous=FULL), while the next ones gather.
"""

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import structlog

from domain import bus as buses
from domain.database import write_turn
from domain.database.connection import connect
from domain.deliveries.record import Record
from domain.deliveries.writer import write
from domain.errors import Busy
from domain.vault import Vault

_MOST_IN_ONE_COMMIT: Final = 500

log = structlog.get_logger()


class Journal:
    """Appends records durably. Made by `opened`. followed: set when a follow-up was committed."""

    def __init__(
        self, connection: sqlite3.Connection, vault: Vault, bus: buses.Bus, *, capacity: int
    ) -> None:
        self._connection = connection
        self._vault = vault
        self._bus = bus
        self.followed = asyncio.Event()
        self._capacity = capacity
        self._waiting: list[tuple[Record, asyncio.Future[None]]] = []
        self._some = asyncio.Event()
        self._is_closing = False
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="journal")

    @property
    def depth(self) -> int:
        """How many deliveries wait for the next commit."""
        return len(self._waiting)

    async def append(self, record: Record) -> None:
        """Return once the record is on disk; it may by then be a duplicate, with the first's reply.

        Raises Busy when too many wait or the write failed: nothing was written, sending again is safe.
        """
        if self._is_closing or len(self._waiting) >= self._capacity:
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

    def _write(self, records: list[Record]) -> None:
        write(self._connection, records, self._vault)

    async def _commit(self, batch: list[tuple[Record, asyncio.Future[None]]]) -> None:
        error = await self._attempt([record for record, _ in batch])
        if error is None:
            self._settle(batch)
        elif isinstance(error, sqlite3.OperationalError) or len(batch) == 1:
            log.error("journal.write_failed", deliveries=len(batch), error=repr(error))
            self._fail(batch)
        else:  # one bad row must fail alone
            for single in batch:
                await self._commit([single])

    async def _attempt(self, records: list[Record]) -> Exception | None:
        loop = asyncio.get_running_loop()
        async with write_turn():
            try:
                await loop.run_in_executor(self._thread, self._write, records)
            except Exception as error:  # noqa: BLE001  whatever it was, nobody is acknowledged
                return error
        return None

    def _settle(self, batch: list[tuple[Record, asyncio.Future[None]]]) -> None:
        for _, done in batch:
            if not done.done():
                done.set_result(None)
        self._bus.wake({v.trigger_id for record, _ in batch for v in record.verdicts})
        if any(record.follow_up for record, _ in batch):
            self.followed.set()

    @staticmethod
    def _fail(batch: list[tuple[Record, asyncio.Future[None]]]) -> None:
        for _, done in batch:
            if not done.done():
                done.set_exception(Busy("the delivery could not be written"))


@contextlib.asynccontextmanager
async def opened(
    path: Path, vault: Vault, bus: buses.Bus, *, capacity: int = 10_000
) -> AsyncIterator[Journal]:
    """Run a journal on a database file until the end; what was accepted is written before it closes."""
    connection = connect(path)
    journal = Journal(connection, vault, bus, capacity=capacity)
    runner = asyncio.create_task(journal.run())
    try:
        yield journal
    finally:
        journal.close()
        await runner
        journal._thread.shutdown()  # noqa: SLF001  its own opener
        connection.close()

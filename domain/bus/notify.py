"""Wakes by PostgreSQL's NOTIFY: on a connection of its own, after the commit, never inside it.

A NOTIFY in the transaction that writes would hold a lock of the whole database over its commit. It needs a session: a
pooler in transaction mode forgets who listens.
"""

import contextlib
from collections.abc import AsyncIterator, Callable
from typing import Any, Final

import asyncpg

from domain.bus.carrying import Connect, Link
from domain.database import postgres

_CHANNEL: Final = "hookwright"
_SECONDS: Final = 5


class _Notifying(Link):
    def __init__(self, connection: asyncpg.Connection) -> None:
        super().__init__()
        self._connection = connection

    async def publish(self, message: bytes) -> None:
        sql = "SELECT pg_notify($1, $2)"
        await self._connection.execute(sql, _CHANNEL, message.decode(), timeout=_SECONDS)

    async def close(self) -> None:
        with contextlib.suppress(Exception):
            await self._connection.close(timeout=1)


def by_notify(dsn: str) -> Connect:
    """Connect to the database that everything is in."""

    @contextlib.asynccontextmanager
    async def connect(received: Callable[[bytes], None]) -> AsyncIterator[Link]:
        # nothing is written that could be lost: no wait for the disk
        connection = await postgres.connect(dsn, synchronous_commit="off")
        link = _Notifying(connection)

        def hear(_: Any, __: int, ___: str, payload: str) -> None:
            received(payload.encode())

        connection.add_termination_listener(lambda _: link.lost.set())
        try:
            await connection.add_listener(_CHANNEL, hear)
            yield link
        finally:
            await link.close()

    return connect

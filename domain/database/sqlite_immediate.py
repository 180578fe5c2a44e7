"""Tortoise's SQLite engine with BEGIN IMMEDIATE.

A deferred BEGIN takes the write lock at its first write, too late: when another connection wrote since the
transaction's first read it fails at once, whatever the busy timeout says. Tortoise's migrations look for "sqlite"
in this module's name.
"""

import sqlite3

from tortoise.backends.sqlite.client import (
    SqliteClient,
    SqliteTransactionContext,
    SqliteTransactionWrapper,
)
from tortoise.exceptions import TransactionManagementError


class ImmediateWrapper(SqliteTransactionWrapper):
    """A transaction that holds the write lock from its beginning."""

    async def begin(self) -> None:
        """Raises TransactionManagementError when the lock is not had within the busy timeout."""
        try:
            await self._connection.commit()
            await self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise TransactionManagementError(error) from error


class ImmediateClient(SqliteClient):
    """The engine named in the configuration."""

    def _in_transaction(self) -> SqliteTransactionContext:
        return SqliteTransactionContext(ImmediateWrapper(self), self._lock)


client_class = ImmediateClient

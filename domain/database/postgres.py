"""A PostgreSQL database: shared by any number of processes, migrated by the first that comes."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any, Final

import asyncpg
from tortoise import Tortoise

from domain.database import migrating
from domain.database.engine import Engine
from domain.errors import Misconfigured

SECONDS: Final = 10
"""How long a statement may take before whoever waits for it is told that the database is away."""

_POLITE_SECONDS: Final = 3
_MIGRATION_LOCK: Final = 0x4D696772  # "Migr"
_CONNECTIONS: Final = 10
_SETTINGS: Final = {
    "application_name": "hookwright",
    "jit": "off",
    # a transaction that was forgotten would hold back every reader by cursor
    "idle_in_transaction_session_timeout": f"{SECONDS}s",
}


def configuration(dsn: str, *, seconds: float | None = SECONDS) -> dict[str, Any]:
    """Build Tortoise's configuration for an address. seconds: for one statement; None for as long as it takes."""
    credentials = {
        "dsn": dsn,
        "minsize": 1,
        "maxsize": _CONNECTIONS,
        "command_timeout": seconds,
        "timeout": SECONDS,
        "server_settings": _SETTINGS,
    }
    return migrating.configuration(
        {"engine": "domain.database.asyncpg_addressed", "credentials": credentials}
    )


async def connect(dsn: str, **settings: str) -> asyncpg.Connection:
    """Open a connection of one's own, with the same bounds. settings: of PostgreSQL, for this one."""
    return await asyncpg.connect(
        dsn,
        timeout=SECONDS,
        command_timeout=SECONDS,
        server_settings={**_SETTINGS, **settings},
    )


async def pool(dsn: str, *, most: int) -> asyncpg.Pool:
    """Open a pool of connections of one's own, with the same bounds."""
    return await asyncpg.create_pool(
        dsn,
        min_size=1,
        max_size=most,
        timeout=SECONDS,
        command_timeout=SECONDS,
        server_settings=_SETTINGS,
    )


async def let_go(held: asyncpg.Connection | asyncpg.Pool) -> None:
    """Close, politely while that is quick: after a statement that was cut off the other side may not answer."""
    try:
        async with asyncio.timeout(_POLITE_SECONDS):
            await held.close()
    except (TimeoutError, OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
        held.terminate()


async def bring_up_to_date(dsn: str) -> Engine:
    """Migrate, one process at a time, and say what it is. Raises Misconfigured."""
    async with _held(dsn) as connection:
        if await _is_behind(connection):
            from tortoise.migrations.api.migrate import migrate  # noqa: PLC0415  costs time

            try:
                await migrate(config=configuration(dsn, seconds=None))
            finally:
                await Tortoise.close_connections()
        return await _engine(connection)


@contextlib.asynccontextmanager
async def _held(dsn: str) -> AsyncIterator[asyncpg.Connection]:
    try:
        connection = await asyncpg.connect(dsn, timeout=SECONDS, server_settings={"jit": "off"})
    except (
        OSError,
        TimeoutError,
        ValueError,
        asyncpg.PostgresError,
        asyncpg.InterfaceError,
    ) as error:
        message = f"the database of HOOKWRIGHT_DATABASE_URL cannot be opened ({error!r})"
        raise Misconfigured(message) from error
    try:
        await connection.execute(f"SELECT pg_advisory_lock({_MIGRATION_LOCK})")
        yield connection
    finally:
        await connection.close()


async def _is_behind(connection: asyncpg.Connection) -> bool:
    if await connection.fetchval("SELECT to_regclass('tortoise_migrations')") is None:
        return True
    rows = await connection.fetch(migrating.APPLIED)
    return not migrating.known() <= {row["name"] for row in rows}


async def _engine(connection: asyncpg.Connection) -> Engine:
    """Transaction ids begin anew in another cluster: what was restored into it lies before everything new."""
    system = await connection.fetchval("SELECT system_identifier::text FROM pg_control_system()")
    await connection.execute(
        "INSERT INTO cluster (epoch, system) SELECT 1, $1 WHERE NOT EXISTS (SELECT FROM cluster)",
        system,
    )
    epoch, known, name = await connection.fetchrow("SELECT epoch, system, name FROM cluster")
    if known != system:
        epoch += 1
        async with connection.transaction():
            await connection.execute("UPDATE verdict SET xid = 0 WHERE xid <> 0")
            await connection.execute("UPDATE run_change SET xid = 0 WHERE xid <> 0")
            await connection.execute("UPDATE cluster SET epoch = $1, system = $2", epoch, system)
    return Engine(is_shared=True, epoch=epoch, name=name)

"""Opening the database: migrated before anyone reads it. SQLite by a file's path, PostgreSQL by its address."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from tortoise import Tortoise
from tortoise.backends.base.executor import EXECUTOR_CACHE

from domain.database import engine, sqlite
from domain.database.engine import Engine
from domain.database.sqlite import configuration
from domain.database.transactions import finish_units
from domain.errors import Misconfigured

__all__ = [
    "Database",
    "File",
    "Server",
    "configuration",
    "is_shared",
    "opened",
    "prepare",
    "shown",
    "visited",
]

_POSTGRES: Final = frozenset({"postgres", "postgresql"})


@dataclass(frozen=True, slots=True)
class File:
    """An open SQLite file."""

    path: Path


@dataclass(frozen=True, slots=True)
class Server:
    """An open PostgreSQL database. dsn: its address."""

    dsn: str


Database = File | Server


def is_shared(url: str) -> bool:
    """Whether several processes may open this database at once."""
    return url.partition("://")[0] in _POSTGRES


def shown(url: str) -> str:
    """The address without its password."""
    if not is_shared(url):
        return url
    scheme, _, rest = url.partition("://")
    user, at, place = rest.rpartition("@")
    return f"{scheme}://{user.partition(':')[0]}{at}{place.partition('?')[0]}"


@contextlib.asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    """Open, migrate and hold the database until the end.

    `url`: sqlite:// and a path, or postgres:// and so on. Raises Misconfigured for another kind of address, when
    another process has the file, and when the server cannot be reached.
    """
    if is_shared(url):
        async with _server(url) as server:
            yield server
        return
    path = _sqlite_path(url)
    path.parent.mkdir(parents=True, exist_ok=True)
    with sqlite.alone(path):
        await sqlite.bring_up_to_date(path)
        async with _in_use(configuration(path), engine.ALONE):
            yield File(path)


@contextlib.asynccontextmanager
async def visited(url: str) -> AsyncIterator[Database]:
    """Open a database for a moment, also beside the process that serves it.

    Migrates a file only when nobody else has it open. For the command line: an occasional short write.
    """
    if is_shared(url):
        async with _server(url) as server:
            yield server
        return
    path = _sqlite_path(url)
    path.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(Misconfigured), sqlite.alone(path):
        await sqlite.bring_up_to_date(path)
    async with _in_use(configuration(path), engine.ALONE):
        yield File(path)


async def prepare(url: str) -> None:
    """Migrate a database and leave it. Raises Misconfigured."""
    async with visited(url):
        pass


@contextlib.asynccontextmanager
async def _server(url: str) -> AsyncIterator[Server]:
    try:
        from domain.database import postgres  # noqa: PLC0415  its driver is optional
    except ImportError as error:
        message = "PostgreSQL needs the extra `postgres`: pip install 'hookwright[postgres]'"
        raise Misconfigured(message) from error

    if not urlsplit(url).path.strip("/"):
        raise Misconfigured(
            "HOOKWRIGHT_DATABASE_URL names no database: postgres://user@host/database"
        )
    found = await postgres.bring_up_to_date(url)
    async with _in_use(postgres.configuration(url), found):
        yield Server(url)


@contextlib.asynccontextmanager
async def _in_use(config: dict[str, Any], chosen: Engine) -> AsyncIterator[None]:
    EXECUTOR_CACHE.clear()  # statements of the kind that was open before
    await Tortoise.init(config=config, _enable_global_fallback=True)
    engine.enter(chosen)
    try:
        yield
    finally:
        await finish_units()
        engine.leave(chosen)
        await Tortoise.close_connections()


def _sqlite_path(url: str) -> Path:
    scheme, separator, rest = url.partition("://")
    if scheme != "sqlite" or not separator or not rest:
        raise Misconfigured(
            "HOOKWRIGHT_DATABASE_URL must be sqlite:// followed by a file's path, "
            "for example sqlite:///var/lib/hookwright/hookwright.db, "
            "or postgres:// followed by a user, a host and a database"
        )
    return Path(rest.partition("?")[0])

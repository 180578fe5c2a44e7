"""Opening the database: one process, one file, migrated before anyone reads it."""

import contextlib
import fcntl
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tortoise import Tortoise
from tortoise.backends.base.config_generator import expand_db_url

from domain.database.transactions import finish_units
from domain.errors import Misconfigured

MIGRATIONS: Final = "domain.database.migrations"
_PAGE_BYTES: Final = 8192
_BUSY_MS: Final = 5_000


@dataclass(frozen=True, slots=True)
class Database:
    """An open database. path: of the SQLite file, for the journal's own connection."""

    path: Path


@contextlib.asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    """Open, migrate and hold the database until the end. `url`: sqlite:///absolute/or/relative path.

    Raises Misconfigured for another kind of address, and when another process has the file.
    """
    path = _sqlite_path(url)
    path.parent.mkdir(parents=True, exist_ok=True)
    with _alone(path):
        await _bring_up_to_date(path)
        await Tortoise.init(config=configuration(path), _enable_global_fallback=True)
        try:
            yield Database(path)
        finally:
            await finish_units()
            await Tortoise.close_connections()


@contextlib.asynccontextmanager
async def visited(url: str) -> AsyncIterator[Database]:
    """Open a database for a moment, also beside the process that serves it.

    Migrates it only when nobody else has it open. For the command line: an occasional short write.
    """
    path = _sqlite_path(url)
    path.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(Misconfigured), _alone(path):
        await _bring_up_to_date(path)
    await Tortoise.init(config=configuration(path), _enable_global_fallback=True)
    try:
        yield Database(path)
    finally:
        await finish_units()
        await Tortoise.close_connections()


async def _bring_up_to_date(path: Path) -> None:
    """Migrate, with a copy of the file beside it. Loading the migrations costs time: not when none is due."""
    if not _is_behind(path):
        return
    _copy(path)
    _prepare(path)
    from tortoise.migrations.api.migrate import migrate  # noqa: PLC0415  costs time, seldom due

    try:
        await migrate(config=configuration(path, foreign_keys=False))
    finally:
        await Tortoise.close_connections()
    _check_foreign_keys(path)


def configuration(path: Path, *, foreign_keys: bool = True) -> dict[str, Any]:
    """Build Tortoise's configuration for a file.

    Migrations run with foreign keys off: rebuilding a parent table would empty its children.
    """
    keys = "ON" if foreign_keys else "OFF"
    options = f"synchronous=FULL&busy_timeout={_BUSY_MS}&foreign_keys={keys}"
    connection = expand_db_url(f"sqlite://{path}?{options}")
    connection["engine"] = "domain.database.sqlite_immediate"
    return {
        "connections": {"default": connection},
        "apps": {
            "models": {
                "models": ["domain.models"],
                "default_connection": "default",
                "migrations": MIGRATIONS,
            }
        },
        "use_tz": True,
    }


def connect(path: Path) -> sqlite3.Connection:
    """Open a connection of one's own to the same file, with the same promises, for one thread."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", f"busy_timeout={_BUSY_MS}"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _sqlite_path(url: str) -> Path:
    scheme, separator, rest = url.partition("://")
    if scheme != "sqlite" or not separator or not rest:
        raise Misconfigured(
            "HOOKWRIGHT_DATABASE_URL must be sqlite:// followed by a file's path, "
            "for example sqlite:///var/lib/hookwright/hookwright.db"
        )
    return Path(rest.partition("?")[0])


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    with path.with_name(path.name + ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Misconfigured(
                f"another Hookwright process has {path} open. SQLite serves exactly one process; "
                "for several, a later version takes PostgreSQL by HOOKWRIGHT_DATABASE_URL"
            ) from error
        yield


def _prepare(path: Path) -> None:
    """A new file gets pages that hold more than one delivery of the usual size."""
    if not path.exists():
        with contextlib.closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA page_size={_PAGE_BYTES}")
            connection.execute("PRAGMA journal_mode=WAL")


def _copy(path: Path) -> None:
    if not path.exists():
        return
    with contextlib.closing(connect(path)) as source:
        source.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copyfile(path, path.with_name(path.name + ".before-migration"))


def _is_behind(path: Path) -> bool:
    if not path.exists():
        return True
    known = {file.stem for file in (Path(__file__).parent / "migrations").glob("0*.py")}
    with contextlib.closing(connect(path)) as connection:
        try:
            rows = connection.execute("SELECT name FROM tortoise_migrations").fetchall()
        except sqlite3.OperationalError:
            return True
    return not known <= {name for (name,) in rows}


def _check_foreign_keys(path: Path) -> None:
    with contextlib.closing(connect(path)) as connection:
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        tables = ", ".join(sorted({str(row[0]) for row in broken}))
        raise Misconfigured(
            f"after the migration, rows of {tables} point to rows that are gone; "
            f"the database as it was is beside it, named {path.name}.before-migration"
        )

"""A SQLite file: held by one process alone, copied before it is migrated."""

import contextlib
import fcntl
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from tortoise import Tortoise
from tortoise.backends.base.config_generator import expand_db_url

from domain.database import migrating
from domain.errors import Misconfigured

_PAGE_BYTES: Final = 8192
_BUSY_MS: Final = 5_000


def configuration(path: Path, *, foreign_keys: bool = True) -> dict[str, Any]:
    """Build Tortoise's configuration for a file.

    Migrations run with foreign keys off: rebuilding a parent table would empty its children.
    """
    keys = "ON" if foreign_keys else "OFF"
    options = f"synchronous=FULL&busy_timeout={_BUSY_MS}&foreign_keys={keys}"
    connection = expand_db_url(f"sqlite://{path}?{options}")
    connection["engine"] = "domain.database.sqlite_immediate"
    return migrating.configuration(connection)


def connect(path: Path) -> sqlite3.Connection:
    """Open a connection of one's own to the same file, with the same promises, for one thread."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", f"busy_timeout={_BUSY_MS}"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


@contextlib.contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the file. Raises Misconfigured when another process does."""
    with path.with_name(path.name + ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Misconfigured(
                f"another Hookwright process has {path} open. SQLite serves exactly one process; "
                "for several, name a PostgreSQL by HOOKWRIGHT_DATABASE_URL=postgres://…"
            ) from error
        yield


async def bring_up_to_date(path: Path) -> None:
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
    with contextlib.closing(connect(path)) as connection:
        try:
            rows = connection.execute(migrating.APPLIED).fetchall()
        except sqlite3.OperationalError:
            return True
    return not migrating.known() <= {name for (name,) in rows}


def _check_foreign_keys(path: Path) -> None:
    with contextlib.closing(connect(path)) as connection:
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        tables = ", ".join(sorted({str(row[0]) for row in broken}))
        raise Misconfigured(
            f"after the migration, rows of {tables} point to rows that are gone; "
            f"the database as it was is beside it, named {path.name}.before-migration"
        )

"""A new database without the second that its migrations take: made once in each process of tests, then copied."""

import atexit
import shutil
import sqlite3
import tempfile
from functools import cache
from pathlib import Path

from domain.database import opened


@cache
def _folder() -> Path:
    made = tempfile.mkdtemp(prefix="hookwright-tests-")
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return Path(made)


async def put_new(path: Path) -> None:
    """Put a migrated database without rows at a path, unless there is one."""
    if path.exists():
        return
    made = _folder() / "new.db"
    if not made.exists():
        in_the_making = made.with_name("making.db")
        async with opened(f"sqlite://{in_the_making}"):
            pass
        with sqlite3.connect(in_the_making) as whole:
            whole.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        in_the_making.rename(made)
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(made, path)

"""The kind of database, and of bus, that a run of the tests is over: `--store sqlite` (the default), `postgres`, `nats`."""

from pathlib import Path
from typing import Any, Final

from tests.database import put_new
from tests.services.fixtures import Databases

STORES: Final = ("sqlite", "postgres", "nats")

_of_folder: dict[Path, dict[str, Any]] = {}
_source: list[tuple[Databases, str]] = []


def choose(databases: Databases, bus_url: str) -> None:
    """Have everything that is opened from now on opened there."""
    _source[:] = [(databases, bus_url)]


async def settings_of(folder: Path) -> dict[str, Any]:
    """Settings of the database that belongs to a folder: the same each time, new the first."""
    if not _source:
        await put_new(folder / "hookwright.db")
        return {}
    if folder not in _of_folder:
        databases, bus_url = _source[0]
        address = await databases.fresh()
        _of_folder[folder] = {"database_url": address, "bus_url": bus_url}
    return _of_folder[folder]

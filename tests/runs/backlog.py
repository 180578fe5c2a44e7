"""Runs that are due, written without the product: as many as a test wants."""

import contextlib
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from domain.identity import Kind, new_id

_COLUMNS: Final = (
    "project_id", "workflow_id", "trigger_id", "credential_id", "event_id", "delivery_id", "state", "attempts", "due_ms",
    "error", "is_ordered", "tries_from", "created_ms", "updated_ms",
)  # fmt: skip


def fill(file: Path, model: str, workflow_ids: Iterable[str]) -> None:
    """Copy a run as new ones, due at once, one for each of these workflows. model: the id of the run."""
    names = ", ".join(_COLUMNS)
    new = {
        "workflow_id": "?",
        "event_id": "?",
        "state": "'PENDING'",
        "attempts": "0",
        "due_ms": "0",
    }
    values = ", ".join(new.get(name, name) for name in _COLUMNS)
    copy = f"INSERT INTO run (id, {names}) SELECT ?, {values} FROM run WHERE id = ?"  # noqa: S608  ours
    rows = [(new_id(Kind.RUN), each, new_id(Kind.EVENT), model) for each in workflow_ids]
    with contextlib.closing(sqlite3.connect(file, timeout=30)) as connection, connection:
        connection.executemany(copy, rows)

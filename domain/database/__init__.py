"""The one store: opening it, migrating it, and the only way to write to it.

`atomically` is the unit of work of everything a person or a job does; the journal writes deliveries
by a connection of its own and takes turns with it through the same gate. One set of models, migrations and queries
serves SQLite and PostgreSQL; SQL that only one of them reads stands here, in the migrations, and beside the journal.
"""

from domain.database.connection import (
    Database,
    File,
    Server,
    is_shared,
    opened,
    prepare,
    shown,
    visited,
)
from domain.database.transactions import atomically, write_turn

__all__ = [
    "Database",
    "File",
    "Server",
    "atomically",
    "is_shared",
    "opened",
    "prepare",
    "shown",
    "visited",
    "write_turn",
]

"""The one store: opening it, migrating it, and the only way to write to it.

`atomically` is the unit of work of everything a person or a job does; the journal writes deliveries
by a connection of its own and takes turns with it through the same gate.
"""

from domain.database.connection import Database, opened, visited
from domain.database.transactions import atomically, write_turn

__all__ = ["Database", "atomically", "opened", "visited", "write_turn"]

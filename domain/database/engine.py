"""Which database is open, for the few places that must know.

SQLite serves one process, which writes one thing after another. PostgreSQL is shared: other processes write at the same
time, and ids become visible in another order than they were taken in.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Engine:
    """is_shared: whether other processes may use it. epoch: of its transaction ids; another after a restore.

    name: of the database, the same wherever it is opened from.
    """

    is_shared: bool
    epoch: int = 0
    name: str = ""


ALONE: Final = Engine(is_shared=False)

_open: list[Engine] = [ALONE]


def current() -> Engine:
    """The one that was opened last."""
    return _open[-1]


def enter(engine: Engine) -> None:
    """Say what was opened."""
    _open.append(engine)


def leave(engine: Engine) -> None:
    """Say that it was closed."""
    _open.remove(engine)

"""The queue of runs: what is asked of a kind of database. Values, and the protocol.

A run is due when its `due_ms` has come, whether it is PENDING or RUNNING: a hold that has ended is due by itself, with
no one to tend it. Claiming counts `attempts` up, which fences: who settles names the attempt, and an older one changes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from domain.database import Database, File
from domain.runs.lanes import Want
from domain.runs.states import RunState


@dataclass(frozen=True, slots=True)
class Due:
    """A workflow with runs that are not done. due_ms: of the next; not known, and 0, of those that go in order.

    is_open: whether they may be sent. is_gone: it was deleted, and they are to be cancelled.
    """

    workflow_id: str
    due_ms: int
    is_ordered: bool
    is_open: bool
    is_gone: bool


@dataclass(frozen=True, slots=True)
class Claimed:
    """A run that is ours until its lease ends, with what is sent.

    tries: how many attempts this is since it was last started anew. version: of the workflow and its trigger; it
    changes with them. received_ms … body: of the delivery; None once that is not kept any more, and a body of more than
    64 KB is left out.
    """

    id: str
    project_id: str
    workflow_id: str
    trigger_id: str
    credential_id: str
    event_id: str
    delivery_id: str
    attempt: int
    tries: int
    is_ordered: bool
    version: tuple[int, int]
    user_id: str | None
    provider_id: str | None
    received_ms: int | None
    method: str | None
    headers: str | None
    query_string: str | None
    body: bytes | None


@dataclass(frozen=True, slots=True)
class Settlement:
    """How an attempt ended. due_ms: when it is tried again. stop: why its workflow's endpoint is left alone from now on."""

    run: Claimed
    state: RunState
    due_ms: int
    at_ms: int
    elapsed_ms: int
    status: int | None = None
    error: str = ""
    answer: str = ""
    stop: str = ""
    endpoint: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """What is done in one transaction: settle, cancel what belongs to workflows that are gone, claim.

    pulled: whether what is claimed is of workflows without an endpoint. now_ms, lease_ms: when holds begin and end.
    """

    now_ms: int
    lease_ms: int
    settlements: Sequence[Settlement] = ()
    wants: Sequence[Want] = ()
    gone: Sequence[str] = ()
    pulled: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """Of runs. oldest_due_ms: of what is due and waits; None when nothing does."""

    due: int
    dead: int
    oldest_due_ms: int | None


class Queue(Protocol):
    """What a kind of database does with runs."""

    async def survey(self) -> Sequence[Due]:
        """Every workflow with runs that are not done."""

    async def take(self, turn: Turn) -> Sequence[Claimed]:
        """Do a turn. What comes back is ours, and on disk. Raises anything: then nothing was done."""

    async def count(self, now_ms: int) -> Counts:
        """Count, for the metrics."""

    async def close(self) -> None:
        """Let go of the database."""


def opened(store: Database) -> Queue:
    """The queue of an open database."""
    if isinstance(store, File):
        from domain.runs.sqlite_queue import SqliteQueue  # noqa: PLC0415  it reads this module's values

        return SqliteQueue(store.path)
    from domain.runs.postgres_queue import PostgresQueue  # noqa: PLC0415  its driver is optional

    return PostgresQueue(store.dsn)

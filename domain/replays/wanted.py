"""What a replay is asked for. Values only, kept as JSON.

A position is where a replay stands: of events the number of a verdict and the place of the event in it, of runs the
run's id. Positions sort as texts.
"""

from enum import StrEnum
from typing import Final

import msgspec

from domain.verdict import Outcome

MOST: Final = 100_000
START: Final = ""


class ReplayKind(StrEnum):
    """What is replayed."""

    EVENTS = "EVENTS"
    RUNS = "RUNS"


class ReplayState(StrEnum):
    """How far a replay is."""

    RUNNING = "RUNNING"
    DONE = "DONE"
    CANCELLED = "CANCELLED"


class EventsWanted(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Live deliveries of a trigger with these outcomes, received from … to before …, milliseconds since 1970.

    credential_id: events of this account alone.
    """

    trigger_id: str
    outcomes: tuple[str, ...] = (Outcome.EVENT.value,)
    credential_id: str | None = None
    from_ms: int | None = None
    until_ms: int | None = None


class RunsWanted(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Runs that are dead, made from … to before …, milliseconds since 1970. workflow_id: None for all of the project."""

    workflow_id: str | None = None
    from_ms: int | None = None
    until_ms: int | None = None


def of_event(seq: int, index: int) -> str:
    """The position of an event of a verdict."""
    return f"{seq:019}.{index:05}"


def seq_of(position: str) -> int:
    """The verdict that a position of events is in; 0 at the start."""
    return int(position[:19] or 0)

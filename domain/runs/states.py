"""How far a run is, and whether its workflow takes any. Words only."""

from enum import StrEnum
from typing import Final


class RunState(StrEnum):
    """How far a run is.

    PENDING ──claimed──► RUNNING ──2xx, completed──► SUCCEEDED
       ▲                    │
       ├──fails, may again──┤                    DEAD: after the last attempt; retried by hand alone
       └──hold has ended────┘                    CANCELLED: its workflow was deleted
    """

    PENDING = "PENDING"
    RUNNING = "RUNNING"
    SUCCEEDED = "SUCCEEDED"
    DEAD = "DEAD"
    CANCELLED = "CANCELLED"


class WorkflowStatus(StrEnum):
    """Whether its runs are sent. PAUSED: by a person. STOPPED: by what its endpoint answered."""

    ACTIVE = "ACTIVE"
    PAUSED = "PAUSED"
    STOPPED = "STOPPED"


UNDONE: Final = (RunState.PENDING, RunState.RUNNING)
PAUSED: Final = "Paused by a person."
"""The `stopped_reason` of a workflow that is paused; any other was given by us."""


def status_of(stopped_reason: str) -> WorkflowStatus:
    """The status that a workflow's `stopped_reason` stands for."""
    if not stopped_reason:
        return WorkflowStatus.ACTIVE
    return WorkflowStatus.PAUSED if stopped_reason == PAUSED else WorkflowStatus.STOPPED

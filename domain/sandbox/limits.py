"""How much a customer's code may use, and how much of it runs at once.

The same numbers stand on both sides of the wall: the kernel holds the child to them, and the server does not believe it.
"""

import os
from dataclasses import dataclass, field
from typing import Final

KB: Final = 1024
MB: Final = 1024 * KB

DEADLINE_GRACE_MS: Final = 100
LINE_CHARACTERS: Final = 4_096
LINE_OVERHEAD: Final = 16
MESSAGE_CHARACTERS: Final = 2_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What one call may use.

    cpu_ms counts user and system time of the child from the moment it has the request; wall_ms from the same moment.
    result_bytes: the reply as JSON. console_bytes: all lines of a call; more is dropped without an error.
    """

    cpu_ms: int = 250
    wall_ms: int = 1_000
    heap_bytes: int = 32 * MB
    stack_bytes: int = 512 * KB
    value_bytes: int = 4 * MB
    result_bytes: int = 512 * KB
    console_bytes: int = 16 * KB
    code_bytes: int = 64 * KB
    input_bytes: int = 512 * KB
    body_bytes: int = 1 * MB


def cores() -> int:
    """The cores this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _concurrency() -> int:
    return max(2, cores())


def _per_project() -> int:
    return min(2, _concurrency() - 1)


@dataclass(frozen=True, slots=True)
class Capacity:
    """How many calls run and wait.

    per_project is below concurrency, so that one project's endless loops always leave a place for another's call.
    queue_ms: the longest wait for a place, apart from the call's own wall time. A fork server is replaced after
    recycle_calls or recycle_seconds, and after a child ended as an exploit would, because all its children share one
    address layout; never sooner than renewal_pause_seconds after the last start.
    """

    concurrency: int = field(default_factory=_concurrency)
    per_project: int = field(default_factory=_per_project)
    waiting: int = 200
    waiting_per_project: int = 50
    queue_ms: int = 2_000
    spares: int = 4
    recycle_calls: int = 5_000
    recycle_seconds: int = 600
    renewal_pause_seconds: int = 10

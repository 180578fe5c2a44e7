"""Customers' own JavaScript, each call in a process of its own that can reach nothing.

Knows how code is walled in (`pool`, `fleet`, `forkserver`, and on the inner side `zygote`, `child`, `seccomp`, `kernel`,
`engine`), what it may find there (`host`, `scripts`, `js/`), and what its results may say (`replies`, `verdicts`).
Leaves out triggers, templates and deliveries: parameters come in resolved. `docs/custom-code.md` is the prose.
"""

from domain.sandbox.availability import Unavailable
from domain.sandbox.calls import Call, ConsoleLine, Failure, FailureKind, Mode, Outcome
from domain.sandbox.limits import Capacity, Limits
from domain.sandbox.pool import Sandbox
from domain.sandbox.replies import CodeReply, read_response
from domain.sandbox.verdicts import CodeVerdict, digest_matches, read_verdict

__all__ = [
    "Call",
    "Capacity",
    "CodeReply",
    "CodeVerdict",
    "ConsoleLine",
    "Failure",
    "FailureKind",
    "Limits",
    "Mode",
    "Outcome",
    "Sandbox",
    "Unavailable",
    "digest_matches",
    "read_response",
    "read_verdict",
]

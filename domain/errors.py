"""The reasons someone would catch.

HookwrightError
├── Invalid        what the person can fix: every problem at once, each with its input's path
├── NotFound       absent, or not yours: both look the same from outside
├── Unauthenticated  no token, or one that is unknown, revoked or expired
├── Forbidden      a known caller who may not do this
├── Busy           too much at once, or the database is away: try again after a while
└── Misconfigured  the process cannot start as it is configured
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class ProblemCode(StrEnum):
    """Stable codes of what a person can fix."""

    REQUIRED = "REQUIRED"
    INVALID = "INVALID"
    TOO_LONG = "TOO_LONG"
    UNKNOWN_NAME = "UNKNOWN_NAME"
    NOT_FOUND = "NOT_FOUND"
    TAKEN = "TAKEN"
    NOT_ALLOWED = "NOT_ALLOWED"
    INCOMPLETE = "INCOMPLETE"
    FAILED = "FAILED"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a person can fix.

    path: from the root of the input, list positions as decimal text; an edge puts its prefix first.
    message: what is wrong and what would be accepted; never a secret's value.
    """

    code: ProblemCode
    message: str
    path: tuple[str, ...] = ()

    def under(self, *prefix: str) -> "Problem":
        """Say the same of a part of a larger input."""
        return Problem(self.code, self.message, (*prefix, *self.path))


class HookwrightError(Exception):
    """The base of every error that is raised on purpose."""


class Invalid(HookwrightError):
    """The input has these problems; nothing was changed."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = tuple(problems)

    @classmethod
    def one(cls, code: ProblemCode, message: str, *path: str) -> "Invalid":
        """Build the error of a single problem."""
        return cls([Problem(code, message, path)])


class NotFound(HookwrightError):
    """There is no such thing, or it is not the caller's."""


class Unauthenticated(HookwrightError):
    """No valid token came with the request."""


class Forbidden(HookwrightError):
    """The caller is known and may not do this."""


class Busy(HookwrightError):
    """Not now. Safe to send again after `retry_after`."""

    def __init__(self, message: str, retry_after: timedelta = timedelta(seconds=1)) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class Misconfigured(HookwrightError):
    """The process cannot start: the message says which setting and what would be accepted."""

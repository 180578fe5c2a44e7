"""When an access token ends, when it is refreshed, and how long to wait after a failure. Pure."""

from datetime import timedelta
from typing import Final

from domain.models import Credential

LEAD: Final = timedelta(minutes=5)
PAUSES: Final = tuple(timedelta(seconds=each) for each in (10, 30, 60, 300, 900, 1800))
"""After the first, second, … failure in a row; the last one after every later one."""


def times(
    seconds: int | None, now_ms: int, chance: float, *, can_refresh: bool
) -> tuple[int | None, int | None]:
    """When a token that was just given ends, and when it is seen to: ahead of that, if it can be refreshed.

    seconds: its life, None when that is not said: then neither is known. chance: 0 to 1, spreads those that were
    given together.
    """
    if seconds is None:
        return None, None
    expires_ms = now_ms + seconds * 1_000
    lead_ms = min(LEAD.total_seconds() * 1_000, seconds * 100)
    return expires_ms, expires_ms - (int(lead_ms * (1 + chance / 2)) if can_refresh else 0)


def pause_after(failures: int, asked: timedelta | None) -> timedelta:
    """How long to wait after so many failures in a row. asked: what the provider wants; it counts up to the longest."""
    ours = PAUSES[min(failures, len(PAUSES)) - 1]
    return max(ours, min(asked, PAUSES[-1])) if asked else ours


def is_due(row: Credential, now_ms: int) -> bool:
    """Whether an account's access token is to be refreshed."""
    return row.due_ms is not None and row.due_ms <= now_ms and row.sealed_grant is not None


def has_ended(row: Credential, now_ms: int) -> bool:
    """Whether an account's access token has ended."""
    return row.expires_ms is not None and row.expires_ms <= now_ms

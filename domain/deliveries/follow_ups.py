"""When a follow-up is tried again, and when it is given up. Pure.

Five attempts within about ten minutes; what a provider asks for in Retry-After counts, up to five minutes.
"""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import Final

from domain.outbound import Answer

PAUSES: Final = tuple(timedelta(seconds=seconds) for seconds in (5, 30, 120, 420))
"""After the first, second, third and fourth attempt."""
LONGEST_PAUSE: Final = timedelta(minutes=5)


class FollowUpState(StrEnum):
    """PENDING: it is sent, or will be again. DONE: it was answered 2xx. FAILED: it was given up."""

    PENDING = "PENDING"
    DONE = "DONE"
    FAILED = "FAILED"


def pause_after(attempts: int, asked: timedelta | None) -> timedelta | None:
    """How long to wait after so many attempts; None: give up. asked: what the provider wants."""
    if attempts > len(PAUSES):
        return None
    ours = PAUSES[attempts - 1]
    return max(ours, min(asked, LONGEST_PAUSE)) if asked else ours


def retry_after(answer: Answer, now: datetime) -> timedelta | None:
    """What an answer's Retry-After asks for (RFC 9110, 10.2.3): seconds or a date. None when it says nothing."""
    text = next((value.strip() for name, value in answer.headers if name == "retry-after"), "")
    if text.isascii() and text.isdigit():
        return timedelta(seconds=min(int(text[:9]), 86_400))
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    wait = (at if at.tzinfo else at.replace(tzinfo=UTC)) - now
    return wait if wait > timedelta(0) else None

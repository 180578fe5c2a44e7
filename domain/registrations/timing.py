"""When a registration is seen to next: tried again, renewed, made anew. Pure: the clock and chance come in."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

from domain.registrations.requests import Renewal

PAUSES: Final = tuple(
    timedelta(seconds=seconds)
    for seconds in (5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 28_800, 43_200)
)
"""After the first, second, … attempt in a row that failed; ten of them in about 28 hours, then no more."""
LONGEST_ASKED: Final = timedelta(days=1)
UNREADABLE: Final = timedelta(days=1)
"""When a webhook is renewed whose expiry cannot be read."""
BREATH: Final = timedelta(seconds=1)

_SPREAD: Final = 0.2
_EARLIEST, _LATEST = 0.5, 0.75
_NUMBER: Final = re.compile(r"\d{1,16}(?:\.\d{1,9})?", re.ASCII)
_SECONDS: Final = 1_000_000_000
_MILLISECONDS: Final = 100_000_000_000


def pause_after(attempts: int, asked: timedelta | None, chance: float) -> timedelta | None:
    """How long to wait after so many failed attempts; None: until a person says so.

    asked: what the provider's Retry-After wants, obeyed up to a day. chance: 0 to 1, so that not all come back at
    once.
    """
    if attempts > len(PAUSES):
        return None
    ours = PAUSES[max(attempts, 1) - 1] * (1 + _SPREAD * chance)
    return max(ours, min(asked, LONGEST_ASKED) * (1 + _SPREAD * chance)) if asked else ours


def renewal_pause(attempts: int, asked: timedelta | None, chance: float) -> timedelta:
    """The same for a renewal, which is never given up: the longest pause is an hour, or what is asked."""
    return pause_after(min(attempts, 6), asked, chance) or PAUSES[5]


def renews_at(now: datetime, ends_at: datetime, chance: float) -> datetime:
    """When to renew what ends then: after half to three quarters of the time that is left."""
    left = max(ends_at - now, timedelta(0))
    return max(now + left * (_EARLIEST + (_LATEST - _EARLIEST) * chance), now + BREATH)


def wanted_end(renewal: Renewal | None, now: datetime) -> dict[str, str]:
    """Names of `settings` for providers that want to be told when a webhook ends that is made or renewed now."""
    if renewal is None or renewal.every is None:
        return {}
    ends_at = now + timedelta(seconds=renewal.every)
    return {
        "expiresAt": f"{ends_at:%Y-%m-%dT%H:%M:%SZ}",
        "expiresAtMs": str(int(ends_at.timestamp() * 1_000)),
    }


def read_expiry(text: str, now: datetime) -> datetime | None:
    """When a webhook ends, as a provider writes it; None when it cannot be read.

    Accepted: RFC 3339 (UTC when no zone is named), an HTTP date, seconds or milliseconds since 1970, and smaller
    numbers as seconds from now.
    """
    text = text.strip()
    try:
        return _by_number(float(text), now) if _NUMBER.fullmatch(text) else _by_date(text)
    except (ValueError, OverflowError, OSError, TypeError, IndexError):
        return None


def _by_number(number: float, now: datetime) -> datetime:
    if number >= _MILLISECONDS:
        return datetime.fromtimestamp(number / 1000, UTC)
    if number >= _SECONDS:
        return datetime.fromtimestamp(number, UTC)
    return now + timedelta(seconds=number)


def _by_date(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        at = parsedate_to_datetime(text)
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)

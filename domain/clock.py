"""The clock, for deeds; rules get the time as an argument."""

import time
from datetime import UTC, datetime


def now() -> datetime:
    """Aware, UTC."""
    return datetime.now(UTC)


def now_ms() -> int:
    """Integer milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def from_ms(milliseconds: int) -> datetime:
    """The time of a `_ms` column, aware, UTC."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC)

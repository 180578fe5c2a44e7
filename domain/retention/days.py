"""Deliveries of a day, UTC, which PostgreSQL keeps in a partition of their own: their ids begin with the time. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, Self

from domain.identity import Kind, first_id

AHEAD: Final = 7
"""How many days to come are made: for so long every dispatcher may be away."""

_NAME: Final = re.compile(r"delivery_([0-9]{8})")
_ONE: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Day:
    """One day of deliveries."""

    date: date

    @classmethod
    def of(cls, at: datetime) -> Self:
        """The day that a time lies in."""
        return cls(at.astimezone(UTC).date())

    @classmethod
    def named(cls, name: str) -> Self | None:
        """The day of a partition; None: it is none of ours."""
        match = _NAME.fullmatch(name)
        return (
            cls(datetime.strptime(match[1], "%Y%m%d").replace(tzinfo=UTC).date()) if match else None
        )

    @property
    def name(self) -> str:
        """Of its partition."""
        return f"delivery_{self.date:%Y%m%d}"

    @property
    def start(self) -> datetime:
        """Midnight."""
        return datetime.combine(self.date, time(), UTC)

    @property
    def first(self) -> str:
        """The lowest id that a delivery of it may have."""
        return first_id(Kind.DELIVERY, self.start)

    @property
    def end(self) -> str:
        """The lowest id after it."""
        return first_id(Kind.DELIVERY, self.start + _ONE)


def missing(names: Iterable[str], now: datetime) -> list[Day]:
    """Days that want a partition and have none: today and those to come."""
    wanted = [Day.of(now + number * _ONE) for number in range(AHEAD + 1)]
    return [day for day in wanted if day.name not in set(names)]


def over(names: Iterable[str], before: datetime) -> list[Day]:
    """Days with a partition that ended before a time or at it, the oldest first."""
    known = (Day.named(name) for name in sorted(names))
    return [day for day in known if day is not None and day.start + _ONE <= before]

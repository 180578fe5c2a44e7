"""What is kept, and for how long. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Self

from domain.identity import Kind, first_id
from domain.retention.days import Day
from domain.settings import Settings

_DAY: Final = timedelta(days=1)


class Kept(StrEnum):
    """What has an age of its own. LIVE: live deliveries that are none of the others."""

    LIVE = "live"
    REJECTED = "rejected"
    TEST = "test"
    UNROUTED = "unrouted"
    RUNS = "runs"


@dataclass(frozen=True, slots=True)
class Policy:
    """ages: how long each is kept. rejected_most, rejected_bytes: of a project, the newest; bytes of bodies.

    by_days: whether days leave whole. What is kept the longest then goes with its day, and by itself a day later only.
    """

    ages: dict[Kept, timedelta]
    rejected_most: int
    rejected_bytes: int
    by_days: bool = False

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Read the settings."""
        days = {
            Kept.LIVE: settings.keep_event_days,
            Kept.REJECTED: settings.keep_rejected_days,
            Kept.TEST: settings.keep_test_days,
            Kept.UNROUTED: settings.keep_unrouted_days,
            Kept.RUNS: settings.keep_run_days,
        }
        return cls(
            {kept: timedelta(days=count) for kept, count in days.items()},
            settings.keep_rejected_most,
            settings.keep_rejected_megabytes * 1_000_000,
        )

    def first_kept(self, kept: Kept, now: datetime) -> str:
        """The id before which they are too old."""
        kind = Kind.RUN if kept is Kept.RUNS else Kind.DELIVERY
        at = now - self.ages[kept]
        if self.by_days and kind is Kind.DELIVERY and self.ages[kept] == self._longest:
            at = Day.of(at).start - _DAY
        return first_id(kind, at)

    def kept_since(self, now: datetime) -> datetime:
        """Since when anything of a delivery is kept: a day that ended by then is past."""
        return now - self._longest

    def rested_since(self, now: datetime) -> datetime:
        """Since when a day that is over may still be written to, by a clock that is slow."""
        return now - _DAY

    @property
    def _longest(self) -> timedelta:
        return max(age for kept, age in self.ages.items() if kept is not Kept.RUNS)

    def first_of_too_many(self, newest: Iterable[tuple[str, int]]) -> str | None:
        """The newest rejected delivery that is too many, and with it all older ones. None: they are few enough.

        newest: ids and bytes of a project's, the newest first; one more than may be kept is enough.
        """
        room = self.rejected_bytes
        for count, (identifier, size) in enumerate(newest, 1):
            room -= size
            if count > self.rejected_most or room < 0:
                return identifier
        return None

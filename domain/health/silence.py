"""How long a trigger is usually silent, and when it is for too long. Pure."""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

FEWEST: Final = 10
"""Events before anything is called usual."""

_DAY_MS: Final = 86_400_000
_SHORTEST_MS: Final = 600_000
_PATIENCE: Final = 1.5
_HALVED_IN_MS: Final = 5 * _DAY_MS


@dataclass(frozen=True, slots=True)
class Silence:
    """since_ms: the last event, or the last change when that came later. allowed_ms: None as long as nothing is usual."""

    since_ms: int
    allowed_ms: int | None

    def is_too_long(self, now_ms: int) -> bool:
        """Whether something should have arrived by now."""
        return self.allowed_ms is not None and now_ms - self.since_ms > self.allowed_ms


def longest_gap(times_ms: Sequence[int], before: int | None, elapsed: timedelta) -> int | None:
    """The longest time between two events that is usual. None for fewer than FEWEST.

    times_ms: of the newest events, in any order. before: what was usual when that was asked last; it fades by half in
    five days, so that a quiet night is remembered although the newest events are all of the morning. elapsed: since then.
    """
    if len(times_ms) < FEWEST:
        return before
    times = sorted(times_ms)
    seen = max(later - earlier for earlier, later in itertools.pairwise(times))
    halvings = elapsed / timedelta(milliseconds=_HALVED_IN_MS)
    return max(seen, int((before or 0) * math.exp2(-halvings)))


def per_day(times_ms: Sequence[int], now_ms: int) -> int:
    """Events of the last 24 hours. times_ms: of the newest; where those do not reach back a day, as many as their rate makes."""
    recent = [each for each in times_ms if each > now_ms - _DAY_MS]
    if len(recent) < len(times_ms) or len(recent) < FEWEST:
        return len(recent)
    return max(len(recent), round(len(recent) * _DAY_MS / max(1, now_ms - min(recent))))


def silence(
    last_event_ms: int | None, changed_ms: int, usual_ms: int | None, expected_ms: int | None
) -> Silence:
    """Judge how long may go by. expected_ms: what a person set, instead of half as much again as is usual."""
    usual = None if usual_ms is None else max(_SHORTEST_MS, round(usual_ms * _PATIENCE))
    allowed = usual if expected_ms is None else expected_ms
    return Silence(max(last_event_ms or 0, changed_ms), allowed)

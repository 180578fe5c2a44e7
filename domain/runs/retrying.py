"""When a run is tried again, and when it is given up. Pure: the clock and chance are arguments.

Eleven attempts within about a day. What an endpoint asks for in Retry-After counts, up to six hours.
"""

from datetime import timedelta
from typing import Final

PAUSES: Final = tuple(
    timedelta(seconds=seconds)
    for seconds in (5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 28_800, 28_800)
)
"""After the first attempt, the second, and so on; each a seventh longer or shorter, so that they do not come together."""
MOST_TRIES: Final = len(PAUSES) + 1
LONGEST_ASKED: Final = timedelta(hours=6)
LONGEST_HOLD: Final = timedelta(minutes=5)

_SPREAD: Final = 0.3


def pause_after(tries: int, asked: timedelta | None, chance: float) -> timedelta | None:
    """How long to wait after so many tries; None: give up. asked: by the endpoint. chance: from 0 to 1."""
    if tries >= MOST_TRIES:
        return None
    ours = PAUSES[tries - 1] * (1 - _SPREAD / 2 + _SPREAD * chance)
    return max(ours, min(asked, LONGEST_ASKED)) if asked else ours

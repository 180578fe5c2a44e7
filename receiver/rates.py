"""How many deliveries a project may send: a token bucket each, refilled by the clock.

Several receivers share what a project may send: a load-balancer spreads it evenly, so each lets an equal part in.
"""

import time
from collections.abc import Callable
from typing import Final

_SECONDS: Final = 10
_MOST_PROJECTS: Final = 10_000


class Rates:
    """Buckets of one process. per_second: averaged over ten seconds, of all; receivers: how many share it now."""

    def __init__(self, per_second: int, receivers: Callable[[], int] = lambda: 1) -> None:
        self._of_all = per_second
        self._receivers = receivers
        self._buckets: dict[str, tuple[float, float]] = {}

    def is_over(self, project_id: str) -> bool:
        """Take one from the project's bucket; true when it is empty."""
        now = time.monotonic()
        per_second = self._of_all / self._receivers()
        full = max(1.0, per_second * _SECONDS)
        tokens, since = self._buckets.get(project_id, (full, now))
        tokens = min(full, tokens + (now - since) * per_second)
        if tokens < 1:
            self._buckets[project_id] = (tokens, now)
            return True
        if len(self._buckets) >= _MOST_PROJECTS:
            self._buckets.clear()
        self._buckets[project_id] = (tokens - 1, now)
        return False

"""How many deliveries a project may send: a token bucket each, refilled by the clock."""

import time
from typing import Final

_SECONDS: Final = 10
_MOST_PROJECTS: Final = 10_000


class Rates:
    """Buckets of one process. per_second: averaged over ten seconds."""

    def __init__(self, per_second: int) -> None:
        self._per_second = per_second
        self._buckets: dict[str, tuple[float, float]] = {}

    def is_over(self, project_id: str) -> bool:
        """Take one from the project's bucket; true when it is empty."""
        now = time.monotonic()
        full = float(self._per_second * _SECONDS)
        tokens, since = self._buckets.get(project_id, (full, now))
        tokens = min(full, tokens + (now - since) * self._per_second)
        if tokens < 1:
            self._buckets[project_id] = (tokens, now)
            return True
        if len(self._buckets) >= _MOST_PROJECTS:
            self._buckets.clear()
        self._buckets[project_id] = (tokens - 1, now)
        return False

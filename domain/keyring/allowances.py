"""How often addresses that were never heard of may be asked: each one at a pinned host is a stranger's to make up.

A bucket for each owner and host: BURST at once, then one every REFILL. The clock is passed in.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

BURST: Final = 10
REFILL: Final = timedelta(seconds=6)
MOST: Final = 1_000


@dataclass(slots=True)
class _Bucket:
    left: float
    at: datetime


class Allowances:
    """The buckets of one process."""

    def __init__(self) -> None:
        self._buckets: OrderedDict[tuple[str, str], _Bucket] = OrderedDict()

    def take(self, owner: str, host: str, now: datetime) -> bool:
        """Use one request, and say whether there was one."""
        bucket = self._buckets.setdefault((owner, host), _Bucket(BURST, now))
        self._buckets.move_to_end((owner, host))
        if len(self._buckets) > MOST:
            self._buckets.popitem(last=False)
        passed = max(now - bucket.at, timedelta(0))
        bucket.left, bucket.at = min(BURST, bucket.left + passed / REFILL), max(now, bucket.at)
        if bucket.left < 1:
            return False
        bucket.left -= 1
        return True

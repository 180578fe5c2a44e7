"""Secrets that end: which values hold at a time, and a judge for each span between two ends."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import datetime

from domain.request import Request
from domain.signatures.judges import Ended, Expiring, Secrets, Verifier


def holding(secrets: Secrets, now: datetime) -> Secrets:
    """The values that have not ended; those without an end always hold."""
    return {name: _held(values, now) for name, values in secrets.items()}


def judge(secrets: Secrets, compiled: Callable[[Secrets], Verifier]) -> Verifier:
    """Compile for the values that hold when a delivery is judged; once only, when none of them ends."""
    ends = sorted({value.until for values in secrets.values() for value in _ending(values)})
    if not ends:
        return compiled(secrets)
    judges: dict[int, Verifier] = {}

    def verify(request: Request, now: datetime) -> None:
        span = bisect_right(ends, now)
        if span not in judges:
            judges[span] = compiled(holding(secrets, now))
        judges[span](request, now)

    return verify


def _ending(values: Sequence[str | Expiring]) -> list[Expiring]:
    return [value for value in values if isinstance(value, Expiring)]


def _held(values: Sequence[str | Expiring], now: datetime) -> Sequence[str]:
    if isinstance(values, str):
        return (values,)
    found = [
        value if isinstance(value, str) else value.text
        for value in values
        if isinstance(value, str) or now < value.until
    ]
    return found if found or not values else Ended()

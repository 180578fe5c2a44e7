"""What the receiver counts, and its one wide line a delivery. No header, body or secret is in either."""

from typing import Final

import structlog
from prometheus_client import Counter, Histogram

from domain.deliveries.record import Record

DELIVERIES: Final = Counter(
    "hookwright_deliveries", "Deliveries written down, by outcome.", ("outcome", "cause", "is_test")
)
SECONDS: Final = Histogram(
    "hookwright_delivery_seconds",
    "From the last byte of a delivery to its reply.",
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5),
)
TURNED_AWAY: Final = Counter(
    "hookwright_turned_away", "Requests answered without being written down.", ("reason",)
)

_counters: dict[tuple[str, str, bool], Counter] = {}

log = structlog.get_logger()


def count(record: Record, seconds: float) -> None:
    """Count a delivery that is on disk, and log it."""
    cause = record.cause.value if record.cause else ""
    key = (record.outcome.value, cause, record.address.is_test)
    counter = _counters.get(key)
    if counter is None:
        counter = _counters[key] = DELIVERIES.labels(*map(str, key))
    counter.inc()
    SECONDS.observe(seconds)
    address = record.address
    log.info(
        "delivery",
        delivery=record.id,
        project=address.project_id,
        integration=address.integration_id,
        trigger=address.trigger_id,
        method=record.request.method,
        bytes=len(record.request.body),
        outcome=record.outcome.value,
        cause=cause,
        status=record.reply.status,
        is_test=address.is_test,
        triggers=len(record.verdicts),
        ms=round(seconds * 1000, 2),
    )


def turned_away(reason: str) -> None:
    """Count a request that leaves no row."""
    TURNED_AWAY.labels(reason).inc()

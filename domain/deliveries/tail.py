"""The tail of a trigger's deliveries: rows by cursor, in commit order."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from domain import clock
from domain.models import Delivery, Verdict

LOOK_BACK: Final = timedelta(minutes=5)
PAGE: Final = 50
_MOST_LOOKED_BACK: Final = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """One verdict of the trigger and its delivery. position: the cursor after it."""

    position: int
    verdict: Verdict
    delivery: Delivery


async def read(
    trigger_id: str, after: int, limit: int = PAGE, *, tests_only: bool = False
) -> list[Entry]:
    """The next entries after a position, oldest first; tests_only: of the test address."""
    which = {"is_test": True} if tests_only else {}
    verdicts = (
        await Verdict.filter(trigger_id=trigger_id, seq__gt=after, **which)
        .order_by("seq")
        .limit(limit)
    )
    if not verdicts:
        return []
    deliveries = await Delivery.in_bulk([verdict.delivery_id for verdict in verdicts], "id")
    return [Entry(each.seq, each, deliveries[each.delivery_id]) for each in verdicts]


async def position_of(trigger_id: str, delivery_id: str) -> int:
    """The position after a trigger's verdict of a delivery; 0 when it is not kept any more."""
    verdict = await Verdict.get_or_none(trigger_id=trigger_id, delivery_id=delivery_id)
    return verdict.seq if verdict else 0


async def end() -> int:
    """The position after everything that is committed now."""
    newest = await Verdict.all().order_by("-seq").first()
    return newest.seq if newest else 0


async def is_readable(after: int) -> bool:
    """Whether nothing after this position was pruned, and it is not of another database."""
    if after > await end():
        return False
    oldest = await Verdict.all().order_by("seq").first()
    return oldest is None or after >= oldest.seq - 1


async def look_back(trigger_id: str) -> int:
    """The position from which the last few minutes can be read."""
    since = clock.now_ms() - int(LOOK_BACK.total_seconds() * 1000)
    start = await end()
    newest = Verdict.filter(trigger_id=trigger_id, seq__lte=start).order_by("-seq")
    verdicts = await newest.limit(_MOST_LOOKED_BACK).values_list("seq", "delivery_id")
    ids = [identifier for _, identifier in verdicts]
    recent = set(
        await Delivery.filter(id__in=ids, received_ms__gte=since).values_list("id", flat=True)
    )
    return min((seq - 1 for seq, identifier in verdicts if identifier in recent), default=start)

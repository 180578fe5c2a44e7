"""The tail of a trigger's deliveries: rows by cursor, in commit order."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from tortoise.queryset import QuerySet

from domain import clock
from domain.deliveries import positions
from domain.models import Delivery, Trigger, Verdict

LOOK_BACK: Final = timedelta(minutes=5)
PAGE: Final = 50
_LOOKED_BACK: Final = ((0, 20), (20, 180))


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
    query = _of(trigger_id, tests_only=tests_only)
    verdicts = await positions.after(query, after, await positions.horizon()).limit(limit)
    if not verdicts:
        return []
    deliveries = await Delivery.in_bulk([verdict.delivery_id for verdict in verdicts], "id")
    return [Entry(positions.of(each), each, deliveries[each.delivery_id]) for each in verdicts]


async def is_held_back(trigger_id: str, after: int, *, tests_only: bool = False) -> bool:
    """Whether more is committed, and can be read as soon as an older transaction has ended."""
    return await positions.is_held_back(_of(trigger_id, tests_only=tests_only), after)


async def position_of(trigger_id: str, delivery_id: str) -> int:
    """The position after a trigger's verdict of a delivery; 0 when it is not kept any more."""
    verdict = await Verdict.get_or_none(trigger_id=trigger_id, delivery_id=delivery_id)
    return positions.of(verdict) if verdict else 0


async def end() -> int:
    """The position after everything that may be read now."""
    return await positions.end(Verdict, await positions.horizon())


async def is_readable(trigger_id: str, after: int) -> bool:
    """Whether nothing of the trigger after this position was pruned, and it is not of another database."""
    horizon = await positions.horizon()
    if not positions.is_known(after, horizon, await positions.end(Verdict, horizon)):
        return False
    trigger = await Trigger.get_or_none(id=trigger_id)
    return trigger is None or positions.number(after) >= trigger.pruned_seq


async def look_back(trigger_id: str) -> int:
    """The position from which the last few minutes can be read, at most 200 entries.

    Further than the newest few it looks only when some of them are so recent.
    """
    since = clock.now_ms() - int(LOOK_BACK.total_seconds() * 1000)
    horizon = await positions.horizon()
    # first: what is committed meanwhile lies behind it
    start = await positions.end(Verdict, horizon)
    newest = positions.before(Verdict.filter(trigger_id=trigger_id), horizon)
    for skipped, many in _LOOKED_BACK:
        recent = await _recent(newest.offset(skipped).limit(many), since)
        if not recent:
            break
        start = min(start, *recent)
    return start


async def _recent(query: QuerySet[Verdict], since: int) -> list[int]:
    """The positions before those whose deliveries came since then."""
    verdicts = await query.values_list("xid", "seq", "delivery_id")
    ids = [identifier for *_, identifier in verdicts]
    recent = Delivery.filter(id__in=ids, received_ms__gte=since)
    found = set(await recent.values_list("id", flat=True))
    return [positions.at(xid, seq - 1) for xid, seq, identifier in verdicts if identifier in found]


def _of(trigger_id: str, *, tests_only: bool) -> QuerySet[Verdict]:
    query = Verdict.filter(trigger_id=trigger_id)
    return query.filter(is_test=True) if tests_only else query

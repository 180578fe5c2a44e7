"""The next of what a replay is asked for, in the order in which it came."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Final

import orjson
from tortoise.queryset import QuerySet

from domain import clock
from domain.deliveries.replaying import Only
from domain.identity import Kind, first_id
from domain.models import Run, Verdict
from domain.replays.wanted import MOST, START, EventsWanted, RunsWanted, of_event, seq_of
from domain.runs.states import RunState
from domain.verdict import Outcome

_PAGE: Final = 500


@dataclass(frozen=True, slots=True)
class Item:
    """One delivery to replay, for the trigger that is wanted; of an event, for its account."""

    position: str
    delivery_id: str
    only: Only


async def items(wanted: EventsWanted, after: str, until: str) -> AsyncGenerator[Item, None]:
    """Those behind a position, up to another."""
    seq = max(0, seq_of(after) - 1)
    while True:
        query = _verdicts(wanted).filter(seq__gt=seq, seq__lte=seq_of(until)).order_by("seq")
        columns = ("seq", "delivery_id", "outcome", "events")
        page = await query.limit(_PAGE).values_list(*columns)
        for number, delivery_id, outcome, events in page:
            for item in _of(wanted, number, delivery_id, outcome, orjson.loads(events)):
                if item.position > after:
                    yield item
        if len(page) < _PAGE:
            return
        seq = page[-1][0]


def runs(wanted: RunsWanted, project_id: str) -> QuerySet[Run]:
    """The runs that are wanted."""
    query = Run.filter(project_id=project_id, state=RunState.DEAD.value)
    if wanted.workflow_id is not None:
        query = query.filter(workflow_id=wanted.workflow_id)
    if wanted.from_ms is not None:
        query = query.filter(id__gte=first_id(Kind.RUN, clock.from_ms(wanted.from_ms)))
    if wanted.until_ms is not None:
        query = query.filter(id__lt=first_id(Kind.RUN, clock.from_ms(wanted.until_ms)))
    return query


async def count(wanted: EventsWanted | RunsWanted, project_id: str, until: str) -> int:
    """How many there are; MOST + 1 stands for any more than that."""
    if isinstance(wanted, RunsWanted):
        ids = await runs(wanted, project_id).order_by("id").limit(MOST + 1).values_list("id")
        return len(ids)
    found = 0
    async for _ in items(wanted, START, until):
        found += 1
        if found > MOST:
            break
    return found


def _verdicts(wanted: EventsWanted) -> QuerySet[Verdict]:
    query = Verdict.filter(
        trigger_id=wanted.trigger_id, is_test=False, outcome__in=list(wanted.outcomes)
    )
    if wanted.from_ms is not None:
        first = first_id(Kind.DELIVERY, clock.from_ms(wanted.from_ms))
        query = query.filter(delivery_id__gte=first)
    if wanted.until_ms is not None:
        last = first_id(Kind.DELIVERY, clock.from_ms(wanted.until_ms))
        query = query.filter(delivery_id__lt=last)
    return query


def _of(
    wanted: EventsWanted, seq: int, delivery_id: str, outcome: str, events: list[tuple[str, str]]
) -> list[Item]:
    if outcome != Outcome.EVENT.value:
        is_wanted = wanted.credential_id is None
        return (
            [Item(of_event(seq, 0), delivery_id, Only(wanted.trigger_id, None))]
            if is_wanted
            else []
        )
    return [
        Item(of_event(seq, index), delivery_id, Only(wanted.trigger_id, credential_id))
        for index, (_, credential_id) in enumerate(events)
        if wanted.credential_id in (None, credential_id)
    ]

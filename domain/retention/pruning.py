"""Deleting what is too old or too much: the one place that does. A batch is one short transaction.

The newest verdict that is deleted is remembered at its trigger, so that a cursor before it says so instead of being silent.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import orjson
from tortoise.queryset import QuerySet

from domain.database import atomically
from domain.deliveries.follow_ups import FollowUpState
from domain.identity import Kind
from domain.models import (
    Delivery,
    Event,
    FollowUp,
    Project,
    Replay,
    Run,
    RunAttempt,
    RunChange,
    Trigger,
    Unrouted,
    Verdict,
    Workflow,
)
from domain.replays.wanted import ReplayState
from domain.retention.days import Day
from domain.retention.policy import Kept, Policy
from domain.runs.states import UNDONE, RunState
from domain.verdict import Outcome

BATCH: Final = 100
BATCH_BYTES: Final = 4_000_000
REST: Final = 2.0
"""How many times as long as a batch took the next one waits: others write meanwhile."""
MOST_CHANGES: Final = 1_000_000
"""Changes of runs that whoever watches them may still go back to."""

_PLAIN: Final = tuple(
    each.value for each in Outcome if each not in (Outcome.REJECTED, Outcome.UNROUTED)
)
_OVER: Final = tuple(each.value for each in RunState if each not in UNDONE)


async def batches(kept: Kept, policy: Policy, now: datetime) -> AsyncIterator[int]:
    """Delete all of a kind that is due, a batch for each step: how many rows of that kind it was."""
    if kept is Kept.RUNS:
        first = policy.first_kept(kept, now)
        async for count in _run_batches(first):
            yield count
        over = Replay.filter(id__lt=first.replace(Kind.RUN.value, Kind.REPLAY.value, 1))
        await atomically(over.exclude(state=ReplayState.RUNNING.value).delete, beside_others=True)
        return
    async for query in _due(kept, policy, now):
        async for count in _delivery_batches(query):
            yield count


async def clear(day: Day) -> AsyncIterator[int]:
    """Delete what was made of a day's deliveries, a batch for each step; they themselves leave with their day."""
    query = Delivery.filter(id__gte=day.first, id__lt=day.end)
    async for count in _delivery_batches(query, with_rows=False):
        yield count


async def _due(kept: Kept, policy: Policy, now: datetime) -> AsyncIterator[QuerySet[Delivery]]:
    """Deliveries to delete, so that each query walks along an index."""
    old = Delivery.filter(id__lt=policy.first_kept(kept, now))
    match kept:
        case Kept.TEST:
            yield old.filter(is_test=True)
        case Kept.UNROUTED:
            # of integrations that were deleted too
            waiting = Delivery.filter(outcome=Outcome.UNROUTED.value).distinct()
            for integration_id in await waiting.values_list("integration_id", flat=True):
                yield old.filter(integration_id=integration_id, outcome=Outcome.UNROUTED.value)
        case Kept.REJECTED:
            for project_id in await Project.all().values_list("id", flat=True):
                own = Delivery.filter(project_id=project_id, outcome=Outcome.REJECTED.value)
                yield own.filter(id__lt=policy.first_kept(kept, now))
                newest = own.order_by("-id").limit(policy.rejected_most + 1)
                sizes = await newest.values_list("id", "body_size")
                if first := policy.first_of_too_many(sizes):
                    yield own.filter(id__lte=first)
        case _:
            yield old.filter(is_test=False, outcome__in=_PLAIN)


async def _delivery_batches(
    query: QuerySet[Delivery], *, with_rows: bool = True
) -> AsyncIterator[int]:
    after = ""
    while True:
        page = query.filter(id__gt=after).order_by("id").limit(BATCH)
        ids: list[str] = []
        size = 0
        for identifier, body_size in await page.values_list("id", "body_size"):
            size += body_size
            if ids and size > BATCH_BYTES:
                break
            ids.append(identifier)
        if not ids:
            return
        after = ids[-1]
        kept = await _needed(ids)
        gone = [each for each in ids if each not in kept]
        yield await delete_deliveries(gone, with_rows=with_rows)


async def _needed(ids: Sequence[str]) -> set[str]:
    """Deliveries that something else still shows or sends."""
    samples = Trigger.filter(sample_delivery_id__in=ids, deleted_ms=None)
    tests = Workflow.filter(test_delivery_id__in=ids, deleted_ms=None)
    calls = FollowUp.filter(delivery_id__in=ids, state=FollowUpState.PENDING.value)
    found: list[str] = []
    for query, column in (
        (samples, "sample_delivery_id"),
        (tests, "test_delivery_id"),
        (calls, "delivery_id"),
    ):
        found += map(str, await query.values_list(column, flat=True))
    return set(found)


async def delete_deliveries(ids: Sequence[str], *, with_rows: bool = True) -> int:
    """Delete deliveries and all that was made of them, but for those whose runs are not over. How many they were.

    with_rows: or only what was made of them.
    """
    columns = ("seq", "trigger_id", "delivery_id", "outcome", "events")
    verdicts = [
        _Judged(*row) for row in await Verdict.filter(delivery_id__in=ids).values_list(*columns)
    ]

    async def unit() -> int:
        held = await _held(verdicts)
        gone = [each for each in ids if each not in held]
        judged = [each for each in verdicts if each.delivery_id not in held]
        events = [event for each in judged for event in each.event_ids]
        if events:
            await Event.filter(id__in=events).delete()
        if unrouted := _of(judged, Outcome.UNROUTED):
            await Unrouted.filter(delivery_id__in=unrouted).delete()
        if handshakes := _of(judged, Outcome.HANDSHAKE):
            await FollowUp.filter(delivery_id__in=handshakes).delete()
        await Verdict.filter(seq__in=[each.seq for each in judged]).delete()
        if with_rows:
            await Delivery.filter(id__in=gone).delete()
        await _remember(judged)
        return len(gone)

    return await atomically(unit, beside_others=True) if ids else 0


@dataclass(frozen=True, slots=True)
class _Judged:
    """A verdict that goes with its delivery. events: JSON."""

    seq: int
    trigger_id: str
    delivery_id: str
    outcome: str
    events: str

    @property
    def event_ids(self) -> list[str]:
        return [event for event, _ in orjson.loads(self.events)]


def _of(verdicts: Sequence[_Judged], outcome: Outcome) -> list[str]:
    return [each.delivery_id for each in verdicts if each.outcome == outcome.value]


async def _held(verdicts: Sequence[_Judged]) -> set[str]:
    """Deliveries with a run that is not over."""
    events = {event: each.delivery_id for each in verdicts for event in each.event_ids}
    if not events:
        return set()
    undone = Run.filter(event_id__in=list(events), state__in=UNDONE)
    return {events[str(each)] for each in await undone.values_list("event_id", flat=True)}


async def _remember(verdicts: Sequence[_Judged]) -> None:
    """Note at each trigger how far its log is not whole any more."""
    newest: dict[str, int] = {}
    for each in verdicts:
        newest[each.trigger_id] = max(each.seq, newest.get(each.trigger_id, 0))
    for trigger_id, seq in sorted(newest.items()):
        await Trigger.filter(id=trigger_id, pruned_seq__lt=seq).update(pruned_seq=seq)


async def _run_batches(first_kept: str) -> AsyncIterator[int]:
    after = ""
    while True:
        page = Run.filter(id__lt=first_kept, id__gt=after, state__in=_OVER)
        ids = [
            str(each)
            for each in await page.order_by("id").limit(BATCH).values_list("id", flat=True)
        ]
        if not ids:
            break
        after = ids[-1]
        yield await _delete_runs(ids)
    newest = await RunChange.all().order_by("-seq").first()
    while newest is not None:
        old = RunChange.filter(seq__lte=newest.seq - MOST_CHANGES).order_by("seq").limit(BATCH)
        seqs = await old.values_list("seq", flat=True)
        if not seqs:
            return
        await atomically(RunChange.filter(seq__in=seqs).delete, beside_others=True)
        yield 0


async def _delete_runs(ids: Sequence[str]) -> int:
    async def unit() -> int:
        over = Run.filter(id__in=ids, state__in=_OVER)  # one may have been retried meanwhile
        gone = [str(each) for each in await over.values_list("id", flat=True)]
        await RunAttempt.filter(run_id__in=gone).delete()
        return await Run.filter(id__in=gone).delete()

    return await atomically(unit, beside_others=True)

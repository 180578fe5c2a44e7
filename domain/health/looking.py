"""Looking at a trigger's newest rows, and keeping what they tell."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

import msgspec
import orjson

from domain import clock
from domain.connections.callers import Caller, require_editor
from domain.database import atomically
from domain.errors import Invalid, ProblemCode
from domain.health.drift import Drift, drifts
from domain.health.silence import Silence, longest_gap, per_day, silence
from domain.identity import made_at
from domain.models import Delivery, Trigger, TriggerHealth, Verdict
from domain.registrations.triggers import find_trigger
from domain.request import Malformed, Request
from domain.templates.scope import body_of
from domain.verdict import Outcome
from domain.wizard.status import TriggerStatus

MOST_MINUTES: Final = 366 * 24 * 60

_LOOKED_AT: Final = 300
_LOOKED_AT_IN_A_FLOOD: Final = 5_000
_MOST_TIMES: Final = 200
_COMPARED: Final = 10
_LARGEST: Final = 256 * 1024
_GENUINE: Final = frozenset({Outcome.EVENT, Outcome.FILTERED, Outcome.UNROUTED, Outcome.DUPLICATE})


@dataclass(frozen=True, slots=True)
class Health:
    """last_event_ms: None for no event yet. silence: None while it is disabled. day_count: events of 24 hours."""

    last_event_ms: int | None
    day_count: int
    silence: Silence | None
    drift: list[Drift]
    checked_ms: int

    def is_silent(self, now_ms: int) -> bool:
        """Whether it is silent for too long."""
        return self.silence is not None and self.silence.is_too_long(now_ms)


async def look(trigger: Trigger) -> Health:
    """Read a finished trigger's newest rows, and keep what they tell."""
    now = clock.now_ms()
    before = await TriggerHealth.get_or_none(trigger_id=trigger.id)
    found = await _newest(trigger.id, _LOOKED_AT)
    if not any(outcome is Outcome.EVENT for _, outcome in found):
        found = await _newest(trigger.id, _LOOKED_AT_IN_A_FLOOD)
    events = [each for each, outcome in found if outcome is Outcome.EVENT][:_MOST_TIMES]
    times = [int(made_at(each).timestamp() * 1000) for each in events]
    genuine = [each for each, outcome in found if outcome in _GENUINE][:_COMPARED]
    elapsed = timedelta(milliseconds=now - before.checked_ms if before else 0)
    told = {
        "project_id": trigger.project_id,
        "last_event_ms": max(times, default=before.last_event_ms if before else None),
        "usual_ms": longest_gap(times, before.usual_ms if before else None, elapsed),
        "day_count": per_day(times, now),
        "drift": msgspec.json.encode(await _drifts(trigger, genuine)).decode(),
        "checked_ms": now,
    }
    row, _ = await atomically(
        lambda: TriggerHealth.update_or_create(trigger_id=trigger.id, defaults=told)
    )
    return health_of(trigger, row)


async def kept(trigger: Trigger) -> Health | None:
    """What was found when it was looked at last. None for a draft, and before the first look."""
    row = await TriggerHealth.get_or_none(trigger_id=trigger.id)
    return health_of(trigger, row) if row and trigger.live else None


def health_of(trigger: Trigger, row: TriggerHealth) -> Health:
    """Read what was kept."""
    expected = trigger.expected_silence_ms
    is_heard = trigger.status == TriggerStatus.ACTIVE.value
    how = silence(row.last_event_ms, trigger.updated_ms, row.usual_ms, expected)
    return Health(
        row.last_event_ms,
        row.day_count,
        how if is_heard else None,
        msgspec.json.decode(row.drift, type=list[Drift]),
        row.checked_ms,
    )


async def set_expected_silence(caller: Caller, trigger_id: str, minutes: int | None) -> Trigger:
    """Say how long a trigger may be silent; None: as long as is usual for it. Raises Invalid (`minutes`), NotFound, Forbidden."""
    require_editor(caller)
    if minutes is not None and not 1 <= minutes <= MOST_MINUTES:
        message = f"accepted: 1 to {MOST_MINUTES} minutes, a year"
        raise Invalid.one(ProblemCode.INVALID, message, "minutes")

    async def unit() -> Trigger:
        trigger = await find_trigger(caller, trigger_id)
        trigger.expected_silence_ms = None if minutes is None else minutes * 60_000
        await trigger.save(update_fields=["expected_silence_ms"])
        return trigger

    return await atomically(unit)


async def _newest(trigger_id: str, count: int) -> list[tuple[str, Outcome]]:
    """The newest live deliveries and their outcomes."""
    rows = Verdict.filter(trigger_id=trigger_id, is_test=False).order_by("-seq").limit(count)
    return [
        (str(delivery_id), Outcome(outcome))
        for delivery_id, outcome in await rows.values_list("delivery_id", "outcome")
    ]


async def _drifts(trigger: Trigger, delivery_ids: list[str]) -> list[Drift]:
    """Compare the newest genuine deliveries with the sample."""
    if trigger.sample_delivery_id is None:
        return []
    ids = [trigger.sample_delivery_id, *delivery_ids]
    rows = {row.id: row for row in await Delivery.filter(id__in=ids, body_size__lte=_LARGEST)}
    sample = rows.get(trigger.sample_delivery_id)
    newer = [_body(rows[each]) for each in delivery_ids if each in rows]
    if sample is None or not isinstance(shape := _body(sample), dict | list):
        return []
    return drifts(shape, newer)


def _body(delivery: Delivery) -> Any:
    """JSON, or a form's fields; None when it is neither."""
    request = Request(
        method=delivery.method,
        public_url="",
        path="",
        query_string="",
        headers=tuple((name, value) for name, value in orjson.loads(delivery.headers)),
        body=bytes(delivery.body),
        received_at=clock.from_ms(delivery.received_ms),
    )
    try:
        return body_of(request)
    except Malformed:
        return None

"""Writing down what an attempt came to: the state, when it is seen to next, what is kept, and the exchanges."""

import random
from datetime import datetime, timedelta
from typing import Any, Final

import structlog
from prometheus_client import Counter

from domain import clock
from domain.connections.credentials import forget_if_disconnected
from domain.context import Context
from domain.database import atomically
from domain.models import Registration, RegistrationExchange, Trigger
from domain.registrations import errands, kept, masking, timing
from domain.registrations.outcomes import Conclusion
from domain.registrations.states import Happening, RegistrationState, after

MOST_EXCHANGES: Final = 20

log = structlog.get_logger()

_HAPPENINGS: Final = Counter(
    "hookwright_registrations_total", "What came of attempts at webhooks.", ["happening"]
)

_FAILURES: Final = (Happening.NOT_MADE, Happening.NOT_RENEWED, Happening.NOT_REMOVED)


async def conclude(context: Context, row: Registration, found: Conclusion) -> bool:
    """Write an attempt's end; False when somebody else has taken the row over since it was claimed."""

    async def unit() -> bool:
        mine = Registration.filter(id=row.id, fence=row.fence)
        now = await mine.select_for_update().first()
        if now is None:
            return False
        changes = _changes(context, now, found)
        await Registration.filter(id=row.id).update(**changes)
        await _write_calls(row.id, found)
        if found.kept is not None:
            scope = errands.kept_in_scope(now)
            await kept.store(
                context.vault, now.trigger_id, scope, found.kept, window=now.window or now.id
            )
        if found.happening in {Happening.REMOVED, Happening.NOT_REMOVED}:
            await let_others_on(context, now)
        return True

    is_written = await atomically(unit)
    trigger = await Trigger.get(id=row.trigger_id)
    context.drop_plans(trigger.integration_id)
    _tell(row, found, is_written=is_written)
    return is_written


def _changes(context: Context, row: Registration, found: Conclusion) -> dict[str, Any]:
    now = clock.now()
    state = after(RegistrationState(row.state), found.happening)
    changes: dict[str, Any] = {
        "state": state,
        "reason": found.reason,
        "lease_ms": None,
        "window_ms": _ms(now),
        "updated_ms": _ms(now),
        "attempts": row.attempts + 1 if found.happening in _FAILURES else 0,
        "called_ms": (row.called_ms or _ms(now)) if found.is_unknown else None,
    }
    if found.calls:
        changes["exchange"] = masking.encode(found.calls[-1][1])
    if found.kept is not None:
        changes["sealed"] = errands.seal(context.vault, row.id, found.kept)
    if found.provider_url is not None:
        changes["provider_url"] = found.provider_url
    if found.happening in {Happening.MADE, Happening.RENEWED}:
        changes["expires_ms"], changes["renews_ms"] = _ms(found.ends_at), _ms(found.renews_at)
    if found.happening in {Happening.GONE, Happening.REMOVED}:
        changes["renews_ms"] = None
    if state is RegistrationState.TORN_DOWN:
        changes["is_wanted"] = False
    changes["due_ms"] = _ms(_due(row, found, now))
    return changes


def _due(row: Registration, found: Conclusion, now: datetime) -> datetime | None:
    """When it is seen to next."""
    if found.happening is Happening.REMOVED:
        return None
    is_leaving = not row.is_wanted
    if is_leaving and found.happening is not Happening.NOT_REMOVED:
        return now  # it was let go while the provider was asked
    if found.happening not in _FAILURES:
        return now if found.happening is Happening.GONE else found.renews_at
    if found.is_final or _is_sent_by_hand(row, found):
        return None
    pause = _pause(row, found)
    return now + pause if pause is not None else None


def _is_sent_by_hand(row: Registration, found: Conclusion) -> bool:
    """In the wizard a person sees what went wrong, and sends it again."""
    return row.is_test and found.happening is Happening.NOT_MADE


def _pause(row: Registration, found: Conclusion) -> timedelta | None:
    chance = random.random()  # noqa: S311  it spreads, it hides nothing
    if found.happening is not Happening.NOT_RENEWED:
        return timing.pause_after(row.attempts + 1, found.asked, chance)
    return timing.renewal_pause(row.attempts + 1, found.asked, chance)


async def _write_calls(row_id: str, found: Conclusion) -> None:
    for deed, exchange in found.calls:
        await RegistrationExchange.create(
            registration_id=row_id, deed=deed.value, exchange=masking.encode(exchange)
        )
    newest = RegistrationExchange.filter(registration_id=row_id).order_by("-id")
    kept_ids = await newest.limit(MOST_EXCHANGES).values_list("id", flat=True)
    if len(kept_ids) == MOST_EXCHANGES:
        await RegistrationExchange.filter(registration_id=row_id, id__lt=kept_ids[-1]).delete()


async def let_others_on(context: Context, row: Registration) -> None:
    """Inside a unit of work: whoever waits for this one goes on; a disconnected account's values are forgotten once nobody needs them."""
    query = Registration.filter(waits_for=row.id)
    await query.update(waits_for=None, due_ms=clock.now_ms())
    if row.account_id is not None:
        still = Registration.filter(account_id=row.account_id, due_ms__not_isnull=True)
        if not await still.exists():
            await forget_if_disconnected(context, row.account_id)


def _tell(row: Registration, found: Conclusion, *, is_written: bool) -> None:
    if is_written:
        _HAPPENINGS.labels(found.happening.value).inc()
    told = {"registration": row.id, "trigger": row.trigger_id, "happening": found.happening.value}
    if not is_written:
        log.warning("registration.superseded", **told)
    elif found.happening in _FAILURES:
        log.warning("registration", **told)
    else:
        log.info("registration", **told)


def _ms(at: datetime | None) -> int | None:
    return int(at.timestamp() * 1000) if at is not None else None

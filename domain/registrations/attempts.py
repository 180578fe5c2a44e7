"""One attempt of what a registration needs next: make the webhook, renew it, or remove it.

Answers with a Conclusion whatever the provider does; only `keeping` writes it. Before the webhook is asked for, the
row says so on disk (`opening`): whoever finds that later knows that a webhook may exist.
"""

import random
from collections.abc import Awaitable
from datetime import datetime, timedelta
from typing import Final

from domain import clock
from domain.context import Context
from domain.deliveries.follow_ups import retry_after
from domain.models import Registration
from domain.outbound import Answer
from domain.registrations import outcomes, resolving
from domain.registrations.errands import Call, Errand, Unfit, prepare, rendered, send
from domain.registrations.kept import Kept, read_kept
from domain.registrations.naming import provider_url
from domain.registrations.opening import opened
from domain.registrations.outcomes import Conclusion
from domain.registrations.resolving import Cleared
from domain.registrations.states import Deed, Happening, RegistrationState, deed
from domain.registrations.timing import UNREADABLE, read_expiry, renews_at
from domain.vault import Unreadable

BY_HAND: Final = "The address was entered by hand: take it out at the provider."
NEVER_MADE: Final = "It had not been made yet."
GONE_ALREADY: Final = "It was gone at the provider already."
NO_TEARDOWN: Final = "No teardown request is described, so it has to be removed by hand"


async def attempt(context: Context, row: Registration) -> Conclusion:
    """Do what is next, once. Raises opening.Superseded."""
    match deed(RegistrationState(row.state), is_wanted=row.is_wanted):
        case Deed.CREATE:
            return await _guarded(Happening.NOT_MADE, _create(context, row))
        case Deed.RENEW:
            return await _guarded(Happening.NOT_RENEWED, _renew(context, row))
        case _:
            return await _guarded(Happening.NOT_REMOVED, _tear_down(context, row))


async def _guarded(failed: Happening, work: Awaitable[Conclusion]) -> Conclusion:
    try:
        return await work
    except Unfit as error:
        return Conclusion(failed, str(error), is_final=error.is_final)
    except Unreadable as error:
        return Conclusion(failed, f"The provider cannot be asked: {error}.", is_final=True)


async def _create(context: Context, row: Registration) -> Conclusion:
    errand = await prepare(context, row, is_new=True)
    request = rendered(errand, errand.setup.request, "setup")
    left = await resolving.clear(context, errand)
    if left.problem:
        return left.conclusion(Happening.NOT_MADE)
    await opened(context, row)
    call = await send(context, Deed.CREATE, request)
    found = _read(errand, call)
    # a handshake may have had values kept while the call was open
    errand = (await prepare(context, row)).with_kept(found.values)
    return _made(errand, call, found, left)


def _made(errand: Errand, call: Call, found: Kept, left: Cleared) -> Conclusion:
    masked = call.masked(errand.sender.hidden())
    calls, status = (*left.calls, masked), call.status
    if reason := outcomes.refusal(masked[1], found):
        return Conclusion(
            Happening.NOT_MADE,
            reason,
            calls,
            asked=_asked(call),
            is_final=status is not None and not outcomes.is_passing(status),
            is_unknown=call.was_sent and outcomes.is_ambiguous(status),
            kept=found.values or None,
            provider_url=provider_url(errand),
        )
    ends_at, renewed_at, unread = _times(errand, call)
    return Conclusion(
        Happening.MADE,
        unread,
        calls,
        kept=found.values,
        ends_at=ends_at,
        renews_at=renewed_at,
        provider_url=provider_url(errand),
    )


async def _renew(context: Context, row: Registration) -> Conclusion:
    if row.expires_ms is not None and row.expires_ms <= clock.now_ms():
        return Conclusion(Happening.GONE, "It ended before it could be renewed; it is made again.")
    errand = await prepare(context, row)
    renewal = errand.setup.renewal
    if renewal is None:
        return Conclusion(Happening.RENEWED)
    call = await send(context, Deed.RENEW, rendered(errand, renewal.request, "renewal"))
    found = _read(errand, call)
    masked = call.masked([*errand.sender.hidden(), *found.values.values()])
    if call.status in outcomes.GONE:
        reason = "The provider said, on renewal, that it is gone; it is made again."
        return Conclusion(Happening.GONE, reason, (masked,))
    if not isinstance(call.outcome, Answer) or not call.outcome.is_success:
        return Conclusion(
            Happening.NOT_RENEWED, outcomes.said(masked[1]), (masked,), asked=_asked(call)
        )
    ends_at, renewed_at, unread = _times(errand, call)
    errand = errand.with_kept({**errand.kept, **found.values})
    return Conclusion(
        Happening.RENEWED,
        unread,
        (masked,),
        kept=dict(errand.kept) if found.values else None,
        ends_at=ends_at,
        renews_at=renewed_at,
        provider_url=provider_url(errand),
    )


async def _tear_down(context: Context, row: Registration) -> Conclusion:
    if row.setup is None:
        return Conclusion(Happening.REMOVED, BY_HAND)
    if row.sealed is None and row.called_ms is None:
        return Conclusion(Happening.REMOVED, NEVER_MADE)
    errand = await prepare(context, row)
    left = await resolving.clear(context, errand)
    if left.problem:
        return left.conclusion(Happening.NOT_REMOVED)
    if row.called_ms is not None:
        return Conclusion(Happening.REMOVED, "", left.calls)
    return await _remove(context, errand, left)


async def _remove(context: Context, errand: Errand, left: Cleared) -> Conclusion:
    if errand.setup.teardown is None:
        reason = f"{NO_TEARDOWN}: {errand.row.webhook_url}"
        return Conclusion(Happening.NOT_REMOVED, reason, left.calls, is_final=True)
    request = rendered(errand, errand.setup.teardown, "teardown")
    call = await send(context, Deed.TEAR_DOWN, request)
    masked = call.masked(errand.sender.hidden())
    calls = (*left.calls, masked)
    if call.status in outcomes.GONE:
        return Conclusion(Happening.REMOVED, GONE_ALREADY, calls)
    if isinstance(call.outcome, Answer) and call.outcome.is_success:
        return Conclusion(Happening.REMOVED, "", calls)
    url = provider_url(errand)
    reason = f"{outcomes.said(masked[1])} Unless a later try works, remove it by hand: {url}"
    return Conclusion(Happening.NOT_REMOVED, reason, calls, asked=_asked(call), provider_url=url)


def _read(errand: Errand, call: Call) -> Kept:
    if not isinstance(call.outcome, Answer) or not call.outcome.is_success:
        return Kept({}, ())
    return read_kept(errand.setup.keep, errand.sender.names, call.outcome)


def _asked(call: Call) -> timedelta | None:
    return retry_after(call.outcome, clock.now()) if isinstance(call.outcome, Answer) else None


def _times(errand: Errand, call: Call) -> tuple[datetime | None, datetime | None, str]:
    """When the webhook ends, when it is renewed, and what is wrong with that."""
    renewal, now, chance = errand.setup.renewal, clock.now(), random.random()  # noqa: S311  it spreads, it hides nothing
    if renewal is None or not isinstance(call.outcome, Answer):
        return None, None, ""
    if renewal.every is not None:
        return None, renews_at(now, now + timedelta(seconds=renewal.every), chance), ""
    text = outcomes.expiry_text(renewal.expires_at or "", errand.sender.names, call.outcome)
    ends_at = read_expiry(text, now) if text else None
    if ends_at is None:
        unread = f"When it ends cannot be read ({renewal.expires_at}); it is renewed within a day."
        return None, renews_at(now, now + UNREADABLE, chance), unread
    return ends_at, renews_at(now, ends_at, chance), ""

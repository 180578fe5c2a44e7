"""After a call whose end is not known: find out whether a webhook was made, and remove it, before making another.

By what its answer said of it, if it came; by the list that the provider gives; else by a teardown request that names the webhook without its answer; else a
person has to look.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from domain import clock
from domain.context import Context
from domain.deliveries.follow_ups import retry_after
from domain.models import Registration
from domain.outbound import Answer, OutboundRequest
from domain.registrations import listing, masking, outcomes
from domain.registrations.errands import Call, Errand, own_values, rendered, send
from domain.registrations.listing import Theirs
from domain.registrations.masking import Exchange
from domain.registrations.naming import names_itself
from domain.registrations.outcomes import Conclusion
from domain.registrations.requests import RequestTemplate
from domain.registrations.states import STANDING, Deed, Happening

MOST_PAGES: Final = 20


@dataclass(frozen=True, slots=True)
class Cleared:
    """calls: what was asked. problem: why it is not certain that nothing is left; empty when it is."""

    calls: tuple[tuple[Deed, Exchange], ...] = ()
    problem: str = ""
    is_final: bool = False
    asked: timedelta | None = None

    def conclusion(self, failed: Happening) -> Conclusion:
        """The attempt ends here."""
        return Conclusion(
            failed, self.problem, self.calls, self.asked, self.is_final, is_unknown=True
        )


async def clear(context: Context, errand: Errand) -> Cleared:
    """Remove what an earlier call may have left. Raises errands.Unfit."""
    row, setup = errand.row, errand.setup
    if row.called_ms is None:
        return Cleared()
    if row.sealed is not None and row.provider_url and setup.teardown:
        own = errand.with_kept(own_values(context.vault, row))
        return _after(own, await _remove(context, own, setup.teardown))
    if setup.listing and setup.teardown:
        return await _by_list(context, errand, setup.teardown)
    if setup.teardown and names_itself(setup.teardown, setup):
        return _after(errand, await _remove(context, errand, setup.teardown))
    if _was_answered_with_failure(row):
        return Cleared()
    return Cleared(
        problem="The provider was asked for the webhook, but its answer was lost: it may exist there. No list request "
        f"is described that could tell. Look there for {row.webhook_url}, remove it, and then try again.",
        is_final=True,
    )


async def known_ids(context: Context, errand: Errand, kept_as: str) -> dict[str, Registration]:
    """The ids of other webhooks of ours at the same address."""
    rows = await Registration.filter(
        webhook_url=errand.row.webhook_url, state__in=STANDING
    ).exclude(id=errand.row.id)
    found = ((own_values(context.vault, row).get(kept_as), row) for row in rows)
    return {identifier: row for identifier, row in found if identifier}


async def listed(context: Context, errand: Errand) -> tuple[list[Call], list[Theirs] | None]:
    """Ask the provider for the webhooks that exist, page by page; None when it does not say. Raises errands.Unfit."""
    wanted = errand.setup.listing
    if wanted is None:
        raise ValueError("there is no list request")
    request: OutboundRequest | None = rendered(errand, wanted.request, "list")
    calls: list[Call] = []
    found: list[Theirs] = []
    while request is not None and len(calls) < MOST_PAGES:
        calls.append(await send(context, Deed.LIST, request))
        answer = calls[-1].outcome
        is_read = isinstance(answer, Answer) and answer.is_success
        page = listing.read(wanted, errand.sender.names, answer) if is_read else None  # type: ignore[arg-type]
        if page is None or not isinstance(answer, Answer):
            return calls, None
        found += page
        request = listing.next_page(wanted, errand.sender.names, answer, request)
    return calls, found if request is None else None


async def _by_list(context: Context, errand: Errand, teardown: RequestTemplate) -> Cleared:
    wanted = errand.setup.listing
    calls_made, theirs = await listed(context, errand)
    done = _after(errand, calls_made[-1])
    if theirs is None or wanted is None:
        problem = done.problem or "The provider's answer holds no list where it should be."
        return Cleared(
            done.calls,
            f"A webhook may exist already, and asking failed. {problem}",
            asked=done.asked,
        )
    known = await known_ids(context, errand, wanted.kept_as)
    calls = [call.masked(errand.sender.hidden()) for call in calls_made]
    for one in theirs:
        if one.id in known or not listing.is_same(one.url, errand.row.webhook_url or ""):
            continue
        errand = errand.with_kept({wanted.kept_as: one.id})
        removed = _after(errand, await _remove(context, errand, teardown))
        calls += removed.calls
        if removed.problem:
            return Cleared(tuple(calls), removed.problem, asked=removed.asked)
    return Cleared(tuple(calls))


async def _remove(context: Context, errand: Errand, teardown: RequestTemplate) -> Call:
    return await send(context, Deed.TEAR_DOWN, rendered(errand, teardown, "teardown"))


def _after(errand: Errand, call: Call) -> Cleared:
    masked = call.masked(errand.sender.hidden())
    status = call.status
    is_fine = status is not None and (200 <= status < 300 or status in outcomes.GONE)
    answer = call.outcome
    asked = retry_after(answer, clock.now()) if isinstance(answer, Answer) else None
    return Cleared((masked,), "" if is_fine else outcomes.said(masked[1]), asked=asked)


def _was_answered_with_failure(row: Registration) -> bool:
    """Whether the call that is open by its row was answered, and not with a webhook."""
    if row.exchange is None:
        return False
    last = masking.decode(row.exchange)
    status = last.answer.status if last.answer else None
    return last.sent_ms >= (row.called_ms or 0) and status is not None and status >= 400

"""The unrouted inbox: what had no account is routed the moment one is there, in order, once.

A verdict's own outcome says whether it was routed: it is changed in the commit that makes the event. So whatever
interrupts this, it goes on where it was. Whoever changes an integration says so by `changed`; a sweep finds what
arrived while an account was being connected.
"""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Final

import orjson
import structlog
from tortoise.expressions import Subquery

from domain.addresses import Target
from domain.connections.callers import Caller
from domain.connections.credentials import IN_USE, get_credential
from domain.context import Context
from domain.deliveries.accept import Acceptance
from domain.deliveries.again import routed_late
from domain.deliveries.plan import Known, Plan
from domain.deliveries.plans import Gone
from domain.deliveries.record import Record, TriggerVerdict
from domain.deliveries.stored import as_request, find_delivery, target_of
from domain.errors import Busy, Invalid, NotFound, ProblemCode
from domain.models import Credential, Delivery, Unrouted, Verdict
from domain.reply import Reply
from domain.verdict import Outcome

SWEEP_SECONDS: Final = 60.0
_PAGE: Final = 50
_AFTER_FAULT: Final = 1.0
_NONE: Final[Mapping[str, tuple[str, ...]]] = {}

log = structlog.get_logger()


class Router:
    """Routes what waits. Run by `opened`."""

    def __init__(self) -> None:
        self._changed: set[str] = set()
        self._woken = asyncio.Event()

    def changed(self, integration_id: str) -> None:
        """Say that an account or a trigger of an integration may have changed; of any, when it is empty."""
        self._changed.add(integration_id)
        self._woken.set()

    async def run(self, context: Context, acceptance: Acceptance) -> None:
        """Route until cancelled, beginning with what an earlier process left."""
        clock = asyncio.get_running_loop().time
        sweeps_at = clock()
        while True:
            try:
                self._woken.clear()
                wanted, self._changed = self._changed, set()
                if clock() >= sweeps_at or "" in wanted:
                    wanted, sweeps_at = await _waiting(), clock() + SWEEP_SECONDS
                for integration_id in sorted(wanted):
                    await _route(context, acceptance, integration_id)
                await self._wait(sweeps_at - clock())
            except Exception as error:
                log.exception("routing.unavailable", error=repr(error))
                await asyncio.sleep(_AFTER_FAULT)
                sweeps_at = clock()

    async def _wait(self, seconds: float) -> None:
        """Until something changed, and that long at most."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(max(0, seconds)):
                await self._woken.wait()


@contextlib.asynccontextmanager
async def opened(router: Router, context: Context, acceptance: Acceptance) -> AsyncIterator[None]:
    """Route until the end."""
    runner = asyncio.create_task(router.run(context, acceptance))
    try:
        yield
    finally:
        runner.cancel()
        await asyncio.gather(runner, return_exceptions=True)


async def route_delivery(
    context: Context, acceptance: Acceptance, caller: Caller, delivery_id: str, credential_id: str
) -> Delivery:
    """Route an unrouted delivery to an account by hand.

    Raises Invalid (`deliveryId`, `credentialId`), NotFound, Forbidden, Busy.
    """
    delivery = await find_delivery(caller, delivery_id)
    try:
        account = await get_credential(caller, credential_id)
    except NotFound as error:
        raise Invalid.one(ProblemCode.NOT_FOUND, str(error), "credentialId") from error
    if account.integration_id != delivery.integration_id or account.status not in IN_USE:
        message = "accepted: a connected account of the delivery's integration"
        raise Invalid.one(ProblemCode.NOT_ALLOWED, message, "credentialId")
    plan = None if delivery.is_test else await _plan(acceptance, target_of(delivery))
    record = None
    if plan is not None:
        unrouted = (await _unrouted([delivery.id])).get(delivery.id, _NONE)
        request = as_request(context.settings, delivery)
        known = Known({}, await acceptance.plans.enabled(plan, {"": (account.id,)}))
        verdicts = routed_late(request, plan, unrouted, known, by_hand=account.id)
        record = _record(context, plan, delivery, verdicts)
    if record is not None:
        await acceptance.write(record)
    if record is None or record.is_void:
        message = "accepted: a live delivery that no account has yet, of an active trigger"
        raise Invalid.one(ProblemCode.NOT_ALLOWED, message, "deliveryId")
    return await Delivery.get(id=delivery.id)


async def _waiting() -> set[str]:
    """Integrations with deliveries that wait for somebody who is there."""
    rows = await Unrouted.all().distinct().values_list("integration_id", flat=True)
    return {str(each) for each in rows}


async def _route(context: Context, acceptance: Acceptance, integration_id: str) -> None:
    """Route all that can be, oldest first, a page in each commit."""
    connected = Credential.filter(
        integration_id=integration_id, status__in=IN_USE, provider_id__isnull=False
    )
    query = Unrouted.filter(
        integration_id=integration_id, provider_id__in=Subquery(connected.values("provider_id"))
    )
    after = ""
    while True:
        page = query.filter(delivery_id__gt=after).distinct().order_by("delivery_id").limit(_PAGE)
        ids = [str(each) for each in await page.values_list("delivery_id", flat=True)]
        if not ids:
            return
        await _route_page(context, acceptance, ids)
        after = ids[-1]


async def _route_page(context: Context, acceptance: Acceptance, ids: Sequence[str]) -> None:
    deliveries = await Delivery.filter(id__in=ids).order_by("id")
    unrouted = await _unrouted(ids)
    records = []
    for delivery in deliveries:
        plan = await _plan(acceptance, target_of(delivery))
        waiting = unrouted.get(delivery.id, _NONE)
        if plan is None or not waiting:
            continue
        names = [name for each in waiting.values() for name in each]
        known = await acceptance.plans.look_up(plan, names)
        request = as_request(context.settings, delivery)
        verdicts = routed_late(request, plan, waiting, known)
        record = _record(context, plan, delivery, verdicts)
        if record is not None:
            records.append(record)
    written = await asyncio.gather(
        *(acceptance.write(record) for record in records), return_exceptions=True
    )
    failed = [each for each in written if isinstance(each, BaseException)]
    if failed:
        raise Busy(f"{len(failed)} of {len(records)} unrouted deliveries could not be written")
    log.info("routing.routed", deliveries=len(records), first=ids[0])


async def _plan(acceptance: Acceptance, target: Target) -> Plan | None:
    try:
        plan = await acceptance.plan(target, None)
    except Gone:
        return None
    return None if plan is None or plan.problem else plan


async def _unrouted(ids: Sequence[str]) -> dict[str, dict[str, tuple[str, ...]]]:
    """The Provider IDs of unrouted verdicts, by delivery and trigger."""
    found: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    query = Verdict.filter(delivery_id__in=list(ids), outcome=Outcome.UNROUTED.value)
    for verdict in await query.order_by("seq"):
        found[verdict.delivery_id][verdict.trigger_id] = tuple(orjson.loads(verdict.provider_ids))
    return found


def _record(
    context: Context, plan: Plan, delivery: Delivery, verdicts: list[TriggerVerdict]
) -> Record | None:
    if not verdicts:
        return None
    request = as_request(context.settings, delivery)
    return Record(
        id=delivery.id,
        address=plan.address,
        request=request,
        outcome=Outcome.EVENT,
        explanation=verdicts[0].explanation,
        reply=Reply(status=delivery.reply_status),
        received_at=request.received_at,
        verdicts=verdicts,
        is_late=True,
    )

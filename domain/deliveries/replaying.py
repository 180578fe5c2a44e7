"""Replaying a stored delivery: the same bytes through today's configuration, as a new delivery that names its original."""

from dataclasses import dataclass

from domain import clock
from domain.addresses import Target
from domain.connections.callers import Caller, require_editor
from domain.connections.credentials import IN_USE
from domain.context import Context
from domain.deliveries import again
from domain.deliveries.accept import Acceptance
from domain.deliveries.plan import Plan
from domain.deliveries.plans import Gone
from domain.deliveries.record import Record
from domain.deliveries.stored import (
    account_of,
    as_request,
    find_delivery,
    is_masked,
    is_whole,
    target_of,
)
from domain.deliveries.verdicts import conclude
from domain.errors import Invalid, NotFound, ProblemCode
from domain.models import Credential, Delivery, Event, Verdict


@dataclass(frozen=True, slots=True)
class Only:
    """The one trigger that a replay is for. credential_id: and the one account; None: whoever it concerns today."""

    trigger_id: str
    credential_id: str | None


async def replay_delivery(
    context: Context, acceptance: Acceptance, caller: Caller, delivery_id: str
) -> Delivery:
    """Judge it anew and write it down as a delivery of its own. Raises Invalid (`deliveryId`), NotFound, Forbidden, Busy."""
    original = await find_delivery(caller, delivery_id)
    record = await replayed(context, acceptance, original)
    await acceptance.write(record)
    return await Delivery.get(id=record.id)


async def replay_event(
    context: Context, acceptance: Acceptance, caller: Caller, event_id: str
) -> Delivery:
    """Make an event happen once more, for its own trigger and account alone.

    Raises Invalid (`eventId`), NotFound, Forbidden, Busy.
    """
    project_id = require_editor(caller)
    event = await Event.get_or_none(id=event_id, project_id=project_id)
    original = await Delivery.get_or_none(id=event.delivery_id) if event else None
    if event is None or original is None:
        raise NotFound("there is no such event, or it is not kept any more")
    try:
        record = await replayed(
            context, acceptance, original, Only(event.trigger_id, event.credential_id)
        )
    except Invalid as error:
        raise Invalid.one(ProblemCode.NOT_ALLOWED, str(error), "eventId") from error
    await acceptance.write(record)
    return await Delivery.get(id=record.id)


async def replayed(
    context: Context,
    acceptance: Acceptance,
    original: Delivery,
    only: Only | None = None,
    *,
    target: Target | None = None,
) -> Record:
    """Judge a stored delivery by today's configuration: a new record, not yet written.

    target: instead of its own address. Raises Invalid (`deliveryId`) when nothing listens there any more.
    """
    if not is_whole(original):
        message = "it cannot be replayed: it was too large or too slow, and is not kept whole"
        raise Invalid.one(ProblemCode.NOT_ALLOWED, message, "deliveryId")
    account = account_of(original) if target is None else None
    plan = await _plan(acceptance, target or target_of(original), account)
    verified = frozenset(
        verdict.trigger_id
        for verdict in await Verdict.filter(delivery_id=original.id)
        if verdict.is_verified
    )
    plan = again.as_verified_then(plan, verified)
    if only is not None:
        plan = again.alone(plan, only.trigger_id, only.credential_id)
        await _require(plan, only.credential_id)
    request = as_request(context.settings, original)
    judgement = await acceptance.judged(request, plan, request.received_at)
    judgement = again.without_consequences(judgement)
    known = await acceptance.plans.look_up(plan, judgement.provider_ids)
    record = conclude(request, plan, judgement, known)
    record.replay_of, record.received_at = original.id, clock.now()
    record.explanation += again.caveat(record.cause, is_masked=is_masked(original))
    return record


async def _plan(acceptance: Acceptance, target: Target, account: str | None) -> Plan:
    try:
        plan = await acceptance.plan(target, account)
    except Gone:
        plan = None
    if plan is None or plan.problem:
        why = plan.problem if plan else "Its trigger was deleted."
        raise Invalid.one(ProblemCode.NOT_ALLOWED, f"it cannot be replayed: {why}", "deliveryId")
    return plan


async def _require(plan: Plan, credential_id: str | None) -> None:
    if not plan.candidates:
        message = "its trigger does not listen at this address any more"
        raise Invalid.one(ProblemCode.NOT_ALLOWED, message, "deliveryId")
    own = Credential.filter(id=credential_id, status__in=IN_USE)
    if credential_id is not None and not await own.exists():
        message = "its account is not connected any more"
        raise Invalid.one(ProblemCode.NOT_ALLOWED, message, "deliveryId")

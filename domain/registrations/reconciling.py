"""Comparing the webhooks that a provider lists with ours, and mending each difference.

Asks for one trigger and one account (app level: for the app), because a provider answers for whoever asks. A webhook is
ours when it delivers to an address of the trigger. Nothing is changed by looking.
"""

from dataclasses import dataclass
from typing import Final

from domain import addresses, clock
from domain.connections.callers import Caller, require_editor
from domain.connections.credentials import get_credential
from domain.context import Context
from domain.database import atomically
from domain.errors import Invalid, ProblemCode
from domain.identity import Kind, new_id
from domain.models import Registration, Trigger
from domain.registrations import comparing, errands, resolving
from domain.registrations.aligning import TOPIC, align, encode, let_go, needed_now, standing
from domain.registrations.comparing import Finding
from domain.registrations.errands import Errand, Unfit, prepare
from domain.registrations.masking import Exchange
from domain.registrations.needs import Need
from domain.registrations.outcomes import said
from domain.registrations.requests import Listing
from domain.registrations.states import RegistrationState
from domain.registrations.triggers import find_trigger

FOUND: Final = "The provider listed it, and no registration knew it."


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """findings: what differs. listed: how many webhooks the provider has for whoever asked."""

    findings: tuple[Finding, ...]
    listed: int
    exchange: Exchange


async def reconcile(
    context: Context, caller: Caller, trigger_id: str, credential_id: str | None
) -> Reconciliation:
    """Ask the provider, and compare. credential_id: needed at user level.

    Raises Invalid (`triggerId`, `credentialId`) when it cannot be asked; NotFound, Forbidden.
    """
    require_editor(caller)
    trigger = await find_trigger(caller, trigger_id)
    errand, wanted = await _errand(context, caller, trigger, credential_id)
    return await _look(context, errand, wanted)


async def fix(
    context: Context, caller: Caller, trigger_id: str, credential_id: str | None, finding_id: str
) -> Registration:
    """Mend a difference that still is one: make it again, replace it, or remove it. The keeper does, from the row.

    Raises Invalid (`triggerId`, `credentialId`, `findingId`), NotFound, Forbidden.
    """
    require_editor(caller)
    trigger = await find_trigger(caller, trigger_id)
    errand, wanted = await _errand(context, caller, trigger, credential_id)
    found = (await _look(context, errand, wanted)).findings
    finding = next((each for each in found if each.id == finding_id), None)
    if finding is None:
        message = "the provider's list shows no such difference any more; look again"
        raise Invalid.one(ProblemCode.NOT_FOUND, message, "findingId")
    row = await atomically(lambda: _mend(context, errand, wanted, finding))
    context.bus.wake([TOPIC])
    return row


async def _errand(
    context: Context, caller: Caller, trigger: Trigger, credential_id: str | None
) -> tuple[Errand, Listing]:
    account = await get_credential(caller, credential_id) if credential_id else None
    needed = await needed_now(context, trigger)
    need = next((n for n in needed if n.credential_id == (account.id if account else None)), None)
    if need is None:
        raise _nobody(needed, credential_id)
    if need.setup is None or need.setup.listing is None:
        message = "its setup describes no list request: save one as `listing`"
        raise Invalid.one(ProblemCode.NOT_ALLOWED, message, "triggerId")
    row = Registration(
        id=new_id(Kind.REGISTRATION),
        trigger_id=trigger.id,
        project_id=trigger.project_id,
        credential_id=need.credential_id,
        account_id=need.account_id,
        is_test=False,
        setup=encode(need.setup),
        webhook_url=need.webhook_url,
    )
    try:
        return await prepare(context, row, is_new=True), need.setup.listing
    except Unfit as error:
        raise Invalid.one(ProblemCode.FAILED, str(error), "triggerId") from error


def _nobody(needed: list[Need], credential_id: str | None) -> Invalid:
    if credential_id is None and needed and needed[0].credential_id is not None:
        message = "name an account: at user level each has a webhook of its own"
        return Invalid.one(ProblemCode.REQUIRED, message, "credentialId")
    message = "no workflow of it is enabled for this account, so it needs no webhook"
    return Invalid.one(
        ProblemCode.NOT_ALLOWED, message, "credentialId" if credential_id else "triggerId"
    )


async def _look(context: Context, errand: Errand, wanted: Listing) -> Reconciliation:
    try:
        calls, theirs = await resolving.listed(context, errand)
    except Unfit as error:
        raise Invalid.one(ProblemCode.FAILED, str(error), "triggerId") from error
    _, exchange = calls[-1].masked(errand.sender.hidden())
    if theirs is None:
        is_ok = exchange.answer is not None and 200 <= exchange.answer.status < 300
        message = "the answer holds no list where `items` says" if is_ok else said(exchange)
        raise Invalid.one(ProblemCode.FAILED, message, "triggerId")
    rows = await _rows(errand.trigger)
    known = {row.id: errands.own_values(context.vault, row).get(wanted.kept_as) for row in rows}
    base = addresses.public_url(context.settings)
    found = comparing.findings(errand, comparing.Both(rows, known, theirs), base)
    return Reconciliation(tuple(found), len(theirs), exchange)


async def _rows(trigger: Trigger) -> list[Registration]:
    """Every row that may know a webhook at an address of the trigger."""
    others = await Trigger.filter(integration_id=trigger.integration_id)
    return [row for each in others for row in await standing(each.id)]


async def _mend(
    context: Context, errand: Errand, wanted: Listing, finding: Finding
) -> Registration:
    row = finding.registration
    if row is None:
        return await _adopt(context, errand, wanted, finding)
    # also what is missing goes first: a list that is cut short shows too little
    await let_go(row)
    made = (await align(context, await Trigger.get(id=row.trigger_id))).made
    return next((each for each in made if each.credential_id == row.credential_id), row)


async def _adopt(
    context: Context, errand: Errand, wanted: Listing, finding: Finding
) -> Registration:
    """Take a webhook that nobody knew as one that is to be removed, with all the tries that others get."""
    row, now = errand.row, clock.now_ms()
    identifier = finding.theirs.id if finding.theirs else ""
    row.update_from_dict(
        {
            "state": RegistrationState.ORPHANED,
            "is_wanted": False,
            "reason": FOUND,
            "webhook_url": finding.theirs.url if finding.theirs else None,
            "sealed": errands.seal(context.vault, row.id, {wanted.kept_as: identifier}),
            "live_version": errand.trigger.live_version,
            "due_ms": now,
            "created_ms": now,
            "updated_ms": now,
        }
    )
    await row.save(force_create=True)
    return row

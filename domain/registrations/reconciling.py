"""Comparing the webhooks that a provider lists with ours, and mending each difference.

Asks for one trigger and one account (app level: for the app), because a provider answers for whoever asks. A webhook is
ours when it delivers to an address of the trigger. Nothing is changed by looking.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain import addresses, clock
from domain.connections.callers import Caller, require_editor
from domain.connections.credentials import get_credential
from domain.context import Context
from domain.database import atomically
from domain.errors import Invalid, ProblemCode
from domain.identity import Kind, new_id, to_cursor
from domain.models import Registration, Trigger
from domain.registrations import errands, listing, resolving
from domain.registrations.aligning import TOPIC, align, encode, let_go, needed_now, standing
from domain.registrations.errands import Errand, Unfit, prepare
from domain.registrations.listing import Theirs
from domain.registrations.masking import Exchange
from domain.registrations.needs import Need
from domain.registrations.outcomes import said
from domain.registrations.requests import Listing
from domain.registrations.states import Happening, RegistrationState, after
from domain.registrations.triggers import find_trigger

FOUND: Final = "The provider listed it, and no registration knew it."
_SPACE: Final = "finding"


class FindingKind(StrEnum):
    """MISSING: we have it, the provider does not. DRIFTED: theirs delivers elsewhere, or does not work.

    ORPHANED: theirs delivers to us, and we do not know it.
    """

    MISSING = "MISSING"
    DRIFTED = "DRIFTED"
    ORPHANED = "ORPHANED"


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference. explanation: a sentence for a person. registration: ours, if there is one."""

    kind: FindingKind
    explanation: str
    registration: Registration | None
    theirs: Theirs | None

    @property
    def id(self) -> str:
        """The same difference has the same id, whenever it is looked for."""
        which = self.theirs.id if self.theirs else self.registration.id if self.registration else ""
        return to_cursor(_SPACE, f"{self.kind.value}:{which}")


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
        call, theirs = await resolving.listed(context, errand)
    except Unfit as error:
        raise Invalid.one(ProblemCode.FAILED, str(error), "triggerId") from error
    _, exchange = call.masked(errand.sender.hidden())
    if theirs is None:
        is_ok = exchange.answer is not None and 200 <= exchange.answer.status < 300
        message = "the answer holds no list where `items` says" if is_ok else said(exchange)
        raise Invalid.one(ProblemCode.FAILED, message, "triggerId")
    rows = await _rows(errand.trigger)
    known = {row.id: errands.own_values(context.vault, row).get(wanted.kept_as) for row in rows}
    mine = [row for row in rows if _is_for(errand, row)]
    findings = [
        *_ours(mine, known, theirs, errand),
        *_strangers(context, errand, rows, known, theirs),
    ]
    return Reconciliation(tuple(findings), len(theirs), exchange)


async def _rows(trigger: Trigger) -> list[Registration]:
    """Every row that may know a webhook at an address of the trigger."""
    others = await Trigger.filter(integration_id=trigger.integration_id)
    return [row for each in others for row in await standing(each.id)]


def _is_for(errand: Errand, row: Registration) -> bool:
    return (
        row.trigger_id == errand.trigger.id
        and row.credential_id == errand.row.credential_id
        and row.state == RegistrationState.ACTIVE
        and row.is_wanted
        and not row.is_test
    )


def _ours(
    mine: list[Registration],
    known: dict[str, str | None],
    theirs: list[Theirs],
    errand: Errand,
) -> Iterator[Finding]:
    wanted = errand.setup.listing
    by_id = {one.id: one for one in theirs}
    for row in mine:
        one = by_id.get(known[row.id] or "")
        if one is None:
            said_so = "The provider does not list it: it is gone, and no event comes."
            yield Finding(FindingKind.MISSING, said_so, row, None)
        elif not listing.is_same(one.url, errand.row.webhook_url or ""):
            said_so = "At the provider it delivers to another address than ours."
            yield Finding(FindingKind.DRIFTED, said_so, row, one)
        elif wanted is not None and not one.is_active(wanted):
            said_so = f"At the provider its state is {one.state!r}, in which it does not deliver."
            yield Finding(FindingKind.DRIFTED, said_so, row, one)


def _strangers(
    context: Context,
    errand: Errand,
    rows: list[Registration],
    known: dict[str, str | None],
    theirs: list[Theirs],
) -> Iterator[Finding]:
    ids = set(known.values())
    # a webhook that is being made, or whose answer was lost, is not nobody's: it is seen to with its row
    unsure = [row.webhook_url or "" for row in rows if row.called_ms is not None]
    for one in theirs:
        is_unsure = any(listing.is_same(one.url, url) for url in unsure)
        if one.id in ids or is_unsure or not _is_ours(context, errand, one.url):
            continue
        said_so = "It delivers to an address of this trigger, and no registration knows it."
        yield Finding(FindingKind.ORPHANED, said_so, None, one)


def _is_ours(context: Context, errand: Errand, url: str) -> bool:
    """Whether an address is one of the trigger's."""
    base = addresses.public_url(context.settings)
    path = url.partition("?")[0].removeprefix(base)
    target = addresses.read(path) if url.startswith(base) else None
    if target is None or target.integration_id != errand.trigger.integration_id:
        return False
    own = errand.trigger.id if errand.row.credential_id else None
    return target.trigger_id == own


async def _mend(
    context: Context, errand: Errand, wanted: Listing, finding: Finding
) -> Registration:
    row, now = finding.registration, clock.now_ms()
    if row is None:
        return await _adopt(context, errand, wanted, finding)
    if finding.kind is FindingKind.DRIFTED:
        await let_go(row)
        trigger = await Trigger.get(id=row.trigger_id)
        made = (await align(context, trigger)).made
        return next((each for each in made if each.credential_id == row.credential_id), row)
    state = after(RegistrationState(row.state), Happening.GONE)
    changes = {
        "state": state,
        "reason": finding.explanation,
        "due_ms": now,
        "updated_ms": now,
        "renews_ms": None,
    }
    await Registration.filter(id=row.id, state=row.state).update(**changes)
    return await Registration.get(id=row.id)


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

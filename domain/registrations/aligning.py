"""Bringing the rows of a trigger's webhooks to what is needed. Asks no provider: the keeper does, from the rows.

Called inside the unit of work that changed what is needed, so that both are written or neither.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import msgspec
from tortoise.expressions import Q

from domain import addresses, clock
from domain.addresses import Target
from domain.connections.credentials import IN_USE
from domain.context import Context
from domain.identity import Kind, new_id
from domain.models import Credential, Registration, Trigger, WorkflowAccount
from domain.registrations import needs
from domain.registrations.needs import Differences, Need
from domain.registrations.requests import Setup
from domain.registrations.states import STANDING, RegistrationState
from domain.wizard.description import Level, decode
from domain.wizard.status import TriggerStatus

TOPIC: Final = "registrations"
"""What is woken on the bus when a row is due."""

BY_HAND: Final = "The address has to be entered at the provider by hand."


@dataclass(frozen=True, slots=True)
class Aligned:
    """made: new rows. unwanted: rows whose webhook is removed from now on."""

    made: tuple[Registration, ...] = ()
    unwanted: tuple[Registration, ...] = ()


async def align(
    context: Context, trigger: Trigger, *, anew: bool = False, with_tests: bool = False
) -> Aligned:
    """Write what is needed now. anew: every webhook is made again. with_tests: those of the wizard go too."""
    await Trigger.filter(id=trigger.id).select_for_update().first()  # one at a time, by any process
    found = await compare(context, trigger, anew=anew)
    unwanted = [*found.surplus, *(await standing(trigger.id, is_test=True) if with_tests else ())]
    for row in unwanted:
        await let_go(row)
    made = [await _make(trigger, need, before) for need, before in found.missing]
    for need, row in found.kept:
        await Registration.filter(id=row.id).update(
            setup=encode(need.setup),
            account_id=need.account_id,
            live_version=trigger.live_version,
        )
    for row in [*made, *(row for _, row in found.kept)]:
        await _attach(trigger, row)
    return Aligned(tuple(made), tuple(unwanted))


async def compare(context: Context, trigger: Trigger, *, anew: bool = False) -> Differences:
    """What is needed now beside what stands; writes nothing."""
    rows = await Registration.filter(trigger_id=trigger.id, is_test=False, is_wanted=True)
    needed = await needed_now(context, trigger)
    return needs.differences(needed, rows, anew=anew)


async def needed_now(context: Context, trigger: Trigger) -> list[Need]:
    """The webhooks that a trigger needs as it stands."""
    is_active = trigger.status == TriggerStatus.ACTIVE and trigger.deleted_ms is None
    if not is_active or trigger.live is None:
        return []
    live = decode(trigger.live)
    sandbox = await Credential.get_or_none(
        integration_id=trigger.integration_id, is_sandbox=True, status__in=IN_USE
    )

    def webhook_url(credential_id: str | None) -> str:
        own = trigger.id if live.basic.level is Level.USER else None
        target = Target(trigger.project_id, trigger.integration_id, own)
        if credential_id is not None:
            return addresses.user_target_url(context.settings, target, credential_id)
        return addresses.webhook_url(context.settings, trigger.project_id, trigger.integration_id)

    accounts = await enabled_accounts(trigger.id)
    return needs.needs(live, accounts, sandbox.id if sandbox else None, webhook_url)


async def enabled_accounts(trigger_id: str) -> list[str]:
    """Connected accounts that a workflow of this trigger is enabled for, the earliest first."""
    query = WorkflowAccount.filter(trigger_id=trigger_id, workflow__deleted_ms=None)
    ids = [row.credential_id for row in await query.order_by("id")]
    connected = {row.id for row in await Credential.filter(id__in=ids, status__in=IN_USE)}
    return [each for each in ids if each in connected]


async def standing(trigger_id: str, *, is_test: bool | None = None) -> list[Registration]:
    """Registrations whose webhook may exist at the provider, oldest first; is_test: None for both kinds."""
    query = Registration.filter(trigger_id=trigger_id, state__in=STANDING)
    if is_test is not None:
        query = query.filter(is_test=is_test)
    return await query.order_by("created_ms", "id")


async def let_go(row: Registration) -> None:
    """From now on a webhook is not wanted, and is removed; one that nobody was asked for is so at once."""
    now = clock.now_ms()
    changes = {"is_wanted": False, "due_ms": now, "attempts": 0, "updated_ms": now}
    query = Registration.filter(id=row.id, is_wanted=True)
    await query.update(**changes)
    row.update_from_dict(changes)


async def _make(trigger: Trigger, need: Need, before: Registration | None) -> Registration:
    now, is_by_hand = clock.now_ms(), need.setup is None
    goes_first = before or await _leaving(trigger.id, need.credential_id)
    return await Registration.create(
        id=new_id(Kind.REGISTRATION),
        trigger_id=trigger.id,
        project_id=trigger.project_id,
        credential_id=need.credential_id,
        account_id=need.account_id,
        is_test=False,
        state=RegistrationState.ACTIVE if is_by_hand else RegistrationState.PENDING,
        reason=BY_HAND if is_by_hand else "",
        setup=encode(need.setup),
        webhook_url=need.webhook_url,
        live_version=trigger.live_version,
        due_ms=None if is_by_hand or goes_first else now,
        waits_for=goes_first.id if goes_first and not is_by_hand else None,
        created_ms=now,
        updated_ms=now,
    )


async def _leaving(trigger_id: str, credential_id: str | None) -> Registration | None:
    """An earlier webhook of the same account that is being removed: two would not get along."""
    states: Sequence[RegistrationState] = [
        s for s in STANDING if s is not RegistrationState.ORPHANED
    ]
    query = Registration.filter(
        trigger_id=trigger_id,
        credential_id=credential_id,
        is_test=False,
        is_wanted=False,
        state__in=states,
    )
    return await query.order_by("-created_ms", "-id").first()


async def _attach(trigger: Trigger, row: Registration) -> None:
    query = WorkflowAccount.filter(trigger_id=trigger.id)
    if row.credential_id is not None:
        query = query.filter(credential_id=row.credential_id)
    await query.update(registration_id=row.id)


def encode(setup: Setup | None) -> str | None:
    """The JSON of `Registration.setup`."""
    return msgspec.json.encode(setup).decode() if setup else None


async def try_again(context: Context, account: Credential) -> None:
    """Inside a unit of work: what failed for good with an account's old values is tried with the new ones."""
    enabled = await WorkflowAccount.filter(credential_id=account.id)
    query = Q(id__in=[row.trigger_id for row in enabled])
    if account.is_sandbox:
        query |= Q(integration_id=account.integration_id, status=TriggerStatus.ACTIVE.value)
    for trigger in await Trigger.filter(query).order_by("id"):
        await align(context, trigger)
    failed = Registration.filter(account_id=account.id, is_test=False, is_wanted=True, due_ms=None)
    await failed.filter(state=RegistrationState.ERRORED).update(due_ms=clock.now_ms(), attempts=0)

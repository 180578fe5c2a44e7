"""Sending the setup request with the sandbox account: once it was answered 2xx, step 2 is complete.

The webhook that it makes lives as every other does, but for one thing: when it fails, a person sends it again. Then
the earlier one is removed first.
"""

from dataclasses import dataclass

from domain import addresses, clock
from domain.addresses import Target
from domain.connections.callers import Caller, require_editor
from domain.connections.credentials import sandbox_credential
from domain.context import Context
from domain.database import atomically
from domain.errors import Invalid, NotFound, ProblemCode
from domain.identity import Kind, new_id
from domain.models import Credential, Registration, Trigger
from domain.registrations.aligning import encode, let_go, standing
from domain.registrations.attempts import attempt
from domain.registrations.claiming import lease_ms, take
from domain.registrations.concluding import conclude
from domain.registrations.errands import Unfit, prepare, rendered
from domain.registrations.opening import Superseded
from domain.registrations.requests import Setup
from domain.registrations.states import RegistrationState
from domain.registrations.triggers import described, find_trigger
from domain.wizard.description import Creation, Description, Level, setup_fingerprint


@dataclass(frozen=True, slots=True)
class _Sending:
    trigger: Trigger
    description: Description
    setup: Setup
    credential: Credential


async def send_setup_request(context: Context, caller: Caller, trigger_id: str) -> Registration:
    """Create the webhook at the provider for the sandbox account.

    Comes back ACTIVE, or ERRORED with a reason for a person; its `exchange` is masked. Raises Invalid
    (`triggerId`) when there is nothing to send yet; NotFound, Forbidden.
    """
    require_editor(caller)
    sending = await _prepare(caller, trigger_id)
    row = _row(context, sending)
    await _try_rendering(context, row, sending.setup)
    for earlier in await standing(trigger_id, is_test=True):
        await _remove(context, earlier)
    await atomically(lambda: _insert(row))
    try:
        await conclude(context, row, await attempt(context, row))
    except Superseded:
        raise _not_yet("it was sent again meanwhile, or the trigger was removed") from None
    row = await Registration.get(id=row.id)
    if row.state == RegistrationState.ACTIVE:
        fingerprint = setup_fingerprint(sending.description)
        query = Trigger.filter(id=trigger_id)
        await atomically(lambda: query.update(setup_fingerprint=fingerprint))
    return row


async def _prepare(caller: Caller, trigger_id: str) -> _Sending:
    trigger = await find_trigger(caller, trigger_id)
    description = described(trigger)
    setup, credential = description.setup, await sandbox_credential(trigger.integration_id)
    if description.basic.creation is not Creation.API_REQUEST or setup is None:
        raise _not_yet("describe the setup request first, with creation API_REQUEST")
    if credential is None:
        raise _not_yet("connect a sandbox account first: connectAccount with isSandbox true")
    return _Sending(trigger, description, setup, credential)


async def _try_rendering(context: Context, row: Registration, setup: Setup) -> None:
    try:
        rendered(await prepare(context, row, is_new=True), setup.request, "setup")
    except Unfit as error:
        said = str(error)
        raise _not_yet(said[:1].lower() + said[1:]) from error


def _row(context: Context, sending: _Sending) -> Registration:
    trigger, is_user = sending.trigger, sending.description.basic.level is Level.USER
    target = Target(trigger.project_id, trigger.integration_id, trigger.id if is_user else None)
    now = clock.now_ms()
    return Registration(
        id=new_id(Kind.REGISTRATION),
        trigger_id=trigger.id,
        project_id=trigger.project_id,
        credential_id=sending.credential.id if is_user else None,
        account_id=sending.credential.id,
        is_test=True,
        state=RegistrationState.PENDING,
        setup=encode(sending.setup),
        webhook_url=addresses.target_url(context.settings, target),
        fence=1,
        lease_ms=now + lease_ms(context.settings),
        created_ms=now,
        updated_ms=now,
    )


async def _insert(row: Registration) -> None:
    if not await Trigger.exists(id=row.trigger_id, deleted_ms=None):
        raise NotFound("there is no such trigger")
    await row.save(force_create=True)


async def _remove(context: Context, row: Registration) -> None:
    """Remove an earlier webhook now, as far as it lets itself be removed; what is left is seen to later."""

    async def unit() -> bool:
        await let_go(row)
        now = clock.now_ms()
        return await take(row, now, now + lease_ms(context.settings))

    if await atomically(unit):
        await conclude(context, row, await attempt(context, row))


def _not_yet(message: str) -> Invalid:
    return Invalid.one(ProblemCode.INCOMPLETE, message, "triggerId")

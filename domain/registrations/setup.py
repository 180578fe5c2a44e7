"""Sending the setup request with the sandbox account: once it was answered 2xx, step 2 is complete.

The registration's row is on disk before the provider is called, because handshakes arrive while the call is open,
and no transaction is open then. A process that ends in between leaves PENDING; sending again is always possible,
and its new window lets the new handshake replace the old secret once.
"""

from dataclasses import dataclass
from typing import Final

from domain import addresses, clock
from domain.addresses import Target
from domain.connections.callers import Caller, require_editor
from domain.connections.credentials import sandbox_credential
from domain.context import Context
from domain.database import atomically
from domain.errors import Invalid, NotFound, ProblemCode
from domain.identity import Kind, new_id
from domain.models import Credential, Integration, Registration, Trigger
from domain.outbound import Answer, OutboundRequest, Unreachable
from domain.registrations import kept, masking
from domain.registrations.kept import Kept
from domain.registrations.rendering import render_request
from domain.registrations.requests import Setup
from domain.registrations.scope import Sender, persisted_values, sender
from domain.registrations.states import RegistrationState
from domain.registrations.triggers import described, find_trigger
from domain.templates.errors import TemplateError, TemplateSyntaxError
from domain.text import shorten
from domain.wizard.description import Creation, Description, Level, setup_fingerprint

WINDOW_MS: Final = 60_000

_SLACK_MS: Final = 5_000
_MAX_QUOTE: Final = 300


@dataclass(frozen=True, slots=True)
class _Call:
    """Everything about one sending. scope: where values are kept."""

    trigger: Trigger
    description: Description
    setup: Setup
    credential: Credential
    sender: Sender
    request: OutboundRequest
    scope: str


async def send_setup_request(context: Context, caller: Caller, trigger_id: str) -> Registration:
    """Create the webhook at the provider for the sandbox account.

    Comes back ACTIVE, or ERRORED with a reason for a person; its `exchange` is masked. Raises Invalid
    (`triggerId`) when there is nothing to send yet; NotFound, Forbidden.
    """
    require_editor(caller)
    call = await _prepare(context, caller, trigger_id)
    registration = await atomically(lambda: _open(context, call))
    context.drop_plans(call.trigger.integration_id)
    sent_ms = clock.now_ms()
    try:
        outcome: Answer | str = await context.outbound.send(call.request)
    except Unreachable as error:
        outcome = str(error)
    registration = await atomically(
        lambda: _conclude(context, call, registration, outcome, sent_ms)
    )
    context.drop_plans(call.trigger.integration_id)
    return registration


async def _prepare(context: Context, caller: Caller, trigger_id: str) -> _Call:
    trigger = await find_trigger(caller, trigger_id)
    description = described(trigger)
    setup, credential = description.setup, await sandbox_credential(trigger.integration_id)
    if description.basic.creation is not Creation.API_REQUEST or setup is None:
        raise _not_yet("describe the setup request first, with creation API_REQUEST")
    if credential is None:
        raise _not_yet("connect a sandbox account first: connectAccount with isSandbox true")
    scope = kept.scope_name(description.basic.level, credential.id)
    integration = await Integration.get(id=trigger.integration_id)
    whose = await sender(
        context,
        integration,
        credential,
        webhook_url=_webhook_url(context, trigger, description),
        persisted=await persisted_values(context.vault, trigger.id, scope),
    )
    try:
        request = render_request(setup.request, whose)
    except (TemplateError, TemplateSyntaxError) as error:
        raise _not_yet(f"the setup request cannot be filled in: {error}") from error
    return _Call(trigger, description, setup, credential, whose, request, scope)


def _webhook_url(context: Context, trigger: Trigger, description: Description) -> str:
    own = trigger.id if description.basic.level is Level.USER else None
    target = Target(trigger.project_id, trigger.integration_id, own)
    return addresses.target_url(context.settings, target)


def _not_yet(message: str) -> Invalid:
    return Invalid.one(ProblemCode.INCOMPLETE, message, "triggerId")


async def _open(context: Context, call: _Call) -> Registration:
    await find_again(call.trigger.id)
    now = clock.now_ms()
    longest = context.settings.outbound_seconds * 1000 + _SLACK_MS
    return await Registration.create(
        id=new_id(Kind.REGISTRATION),
        trigger_id=call.trigger.id,
        project_id=call.trigger.project_id,
        credential_id=call.credential.id if call.description.basic.level is Level.USER else None,
        is_test=True,
        state=RegistrationState.PENDING,
        window_ms=now + max(WINDOW_MS, longest),
        created_ms=now,
        updated_ms=now,
    )


async def _conclude(
    context: Context, call: _Call, row: Registration, outcome: Answer | str, sent_ms: int
) -> Registration:
    persisted = await persisted_values(context.vault, call.trigger.id, call.scope)
    found = _read(call, outcome)
    hidden = [*call.sender.hidden(), *persisted.values(), *found.values.values()]
    masked = masking.exchange(call.request, outcome, hidden, sent_ms)
    row.exchange = masking.encode(masked)
    row.reason = _reason(masked, found)
    row.state = RegistrationState.ERRORED if row.reason else RegistrationState.ACTIVE
    row.window_ms = row.updated_ms = clock.now_ms()
    await row.save()
    await kept.store(context.vault, call.trigger.id, call.scope, found.values, window=row.id)
    if row.state is RegistrationState.ACTIVE:
        fingerprint = setup_fingerprint(call.description)
        await Trigger.filter(id=call.trigger.id).update(setup_fingerprint=fingerprint)
    return row


def _read(call: _Call, outcome: Answer | str) -> Kept:
    if isinstance(outcome, str) or not outcome.is_success:
        return Kept({}, ())
    return kept.read_kept(call.setup.keep, call.sender.names, outcome)


def _reason(masked: masking.Exchange, found: Kept) -> str:
    """Why it failed, for a person; empty when it did not."""
    answer = masked.answer
    if answer is None:
        return masked.problem
    if not 200 <= answer.status < 300:
        quoted = shorten(" ".join(answer.body.split()), _MAX_QUOTE)
        said = f": {quoted}" if quoted else " with an empty body."
        return f"The provider answered {answer.status}{said}"
    if found.missing:
        return (
            f"The provider answered {answer.status}, so the webhook may exist there, but not every "
            f"value can be kept: {'; '.join(found.missing)}"
        )
    return ""


async def find_again(trigger_id: str) -> None:
    """Make sure, inside a unit of work, that a trigger was not removed meanwhile. Raises NotFound."""
    if not await Trigger.exists(id=trigger_id, deleted_ms=None):
        raise NotFound("there is no such trigger")

"""Looking at a trigger: its wizard, its addresses, the variable menu of a step."""

from typing import Any, Final

from domain import addresses
from domain.addresses import Target
from domain.connections.callers import Caller, require_editor
from domain.connections.credentials import granted, sandbox_credential
from domain.context import Context
from domain.deliveries.stored import as_request
from domain.models import Delivery, Integration, Registration, Trigger, Verdict
from domain.registrations import masking
from domain.registrations.scope import integration_values
from domain.registrations.triggers import described, find_trigger
from domain.request import Request
from domain.settings import Settings
from domain.templates.menu import VariableGroup, menu
from domain.templates.names import KnownNames
from domain.templates.scope import answer
from domain.verdict import Outcome
from domain.wizard.description import Creation, Description, Level
from domain.wizard.names import Vocabulary
from domain.wizard.steps import Step, Wizard, wizard
from domain.wizard.surroundings import facts, surroundings

_NOT_EVENTS: Final = (Outcome.HANDSHAKE.value, Outcome.REJECTED.value)


async def trigger_wizard(context: Context, trigger: Trigger) -> Wizard:
    """How far a trigger is: of its draft, or of what is live when there is no draft."""
    description = described(trigger)
    integration = await Integration.get(id=trigger.integration_id)
    around = await surroundings(context, trigger, integration, description)
    return wizard(description, await facts(trigger), around)


def target(trigger: Trigger, description: Description) -> Target:
    """Which of our addresses is the trigger's, the live one."""
    own = trigger.id if description.basic.level is Level.USER else None
    return Target(trigger.project_id, trigger.integration_id, own)


def target_url(settings: Settings, trigger: Trigger) -> str:
    """What to copy into the provider's console for the sandbox account; ends in `/test`."""
    return addresses.target_url(settings, target(trigger, described(trigger)))


def user_target_url(settings: Settings, trigger: Trigger, credential_id: str) -> str | None:
    """The address of one account; None at app level, where all accounts share one."""
    description = described(trigger)
    if description.basic.level is Level.APP:
        return None
    return addresses.user_target_url(settings, target(trigger, description), credential_id)


async def variables(
    context: Context, caller: Caller, trigger_id: str, step: Step
) -> list[VariableGroup]:
    """The variable menu of a step, with samples from the newest event. Raises NotFound, Forbidden."""
    require_editor(caller)
    trigger = await find_trigger(caller, trigger_id)
    description = described(trigger)
    integration = await Integration.get(id=trigger.integration_id)
    around = await surroundings(context, trigger, integration, description)
    known = _known(step, description, around.vocabulary)
    if known is None:
        return []
    values = await _values(context, trigger, integration)
    return menu(known, await newest_event(context.settings, trigger.id), values)


async def newest_event(settings: Settings, trigger_id: str) -> Request | None:
    """The newest delivery of a trigger that was no handshake and not rejected, else the newest of all."""
    verdicts = Verdict.filter(trigger_id=trigger_id).order_by("-seq")
    verdict = await verdicts.exclude(outcome__in=_NOT_EVENTS).first() or await verdicts.first()
    delivery = await Delivery.get_or_none(id=verdict.delivery_id) if verdict else None
    return as_request(settings, delivery) if delivery else None


def _known(step: Step, description: Description, names: Vocabulary) -> KnownNames | None:
    match step:
        case Step.BASIC_INFO:
            return None
        case Step.WEBHOOK_SETUP:
            has_answer = description.basic.creation is Creation.API_REQUEST
            known = names.request()
            return KnownNames(known.closed, has_event=True, has_answer=has_answer, deep=known.deep)
        case Step.EVENT_HANDLING:
            return KnownNames(names.secret().closed, has_event=True)


async def _values(context: Context, trigger: Trigger, integration: Integration) -> dict[str, Any]:
    values: dict[str, Any] = {
        "settings": {"webhookURL": target_url(context.settings, trigger)},
        "integration": integration_values(integration),
    }
    if sandbox := await sandbox_credential(integration.id):
        own = {"id": sandbox.id, "providerId": sandbox.provider_id}
        values["credential"] = {**granted(context.vault, sandbox).extra, **own}
        values["user"] = {"id": sandbox.user_id}
    newest = Registration.filter(trigger_id=trigger.id, is_test=True).order_by("-created_ms", "-id")
    registration = await newest.first()
    if registration and registration.exchange:
        shown = masking.decode(registration.exchange).answer
        if shown:
            response = answer(shown.status, shown.headers, shown.body.encode())
            values["setup"] = {"response": response}
    return values

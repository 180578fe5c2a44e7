"""Finish: the draft goes live. And what that costs the accounts that use what is live now."""

from dataclasses import dataclass
from typing import Final

from domain import clock
from domain.connections.callers import Caller, require_editor
from domain.context import Context
from domain.database import atomically
from domain.errors import Invalid, Problem, ProblemCode
from domain.models import Registration, ShownValue, Trigger
from domain.registrations.states import RegistrationState
from domain.registrations.triggers import find_trigger
from domain.wizard.description import Description, decode
from domain.wizard.progress import trigger_wizard
from domain.wizard.status import TriggerStatus
from domain.wizard.steps import Step, Wizard

STANDING: Final = (
    RegistrationState.PENDING,
    RegistrationState.ACTIVE,
    RegistrationState.ERRORED,
)
"""States in which a webhook may exist at the provider and is ours to remove."""

_TITLES: Final = {
    Step.BASIC_INFO: "Basic Trigger Info",
    Step.WEBHOOK_SETUP: "Webhook API Setup",
    Step.EVENT_HANDLING: "Event Handling",
}


@dataclass(frozen=True, slots=True)
class FinishImpact:
    """registrations: how many live webhooks finishing would register anew. reasons: why, for a person."""

    registrations: int = 0
    reasons: tuple[str, ...] = ()


async def finish_trigger(context: Context, caller: Caller, trigger_id: str) -> Trigger:
    """Publish a complete, proven draft. A trigger without one is live already and comes back as it is.

    Raises Invalid (`triggerId`) with everything that is missing; NotFound, Forbidden.
    """
    require_editor(caller)

    async def unit() -> Trigger:
        trigger = await find_trigger(caller, trigger_id)
        if trigger.draft is None:
            return trigger
        if problems := _unfinished(await trigger_wizard(context, trigger)):
            raise Invalid(problems)
        changes = {
            "live": trigger.draft,
            "draft": None,
            "live_version": trigger.live_version + 1,
            "status": TriggerStatus.ACTIVE,
            "updated_ms": clock.now_ms(),
        }
        await trigger.update_from_dict(changes).save(update_fields=list(changes))
        await ShownValue.filter(trigger_id=trigger.id).delete()
        return trigger

    trigger = await atomically(unit)
    context.drop_plans(trigger.integration_id)
    return trigger


async def finish_impact(trigger: Trigger) -> FinishImpact:
    """What finishing the draft would change for live accounts."""
    stored = [text for text in (trigger.live, trigger.draft) if text]
    reasons = tuple(_reasons(*map(decode, stored))) if len(stored) == 2 else ()
    if not reasons:
        return FinishImpact()
    return FinishImpact(len(await standing_registrations(trigger.id, is_test=False)), reasons)


async def standing_registrations(
    trigger_id: str, *, is_test: bool | None = None
) -> list[Registration]:
    """Registrations whose webhook may exist at the provider, oldest first; is_test: None for both kinds."""
    query = Registration.filter(trigger_id=trigger_id, state__in=STANDING)
    if is_test is not None:
        query = query.filter(is_test=is_test)
    return await query.order_by("created_ms", "id")


def _reasons(live: Description, draft: Description) -> list[str]:
    reasons: list[str] = []
    if live.basic.creation is not draft.basic.creation:
        reasons.append("The way the webhook is created changed.")
    if live.basic.level is not draft.basic.level:
        reasons.append("The level changed, and with it the address.")
    if (live.setup and live.setup.request) != (draft.setup and draft.setup.request):
        reasons.append("The setup request changed.")
    return reasons


def _unfinished(state: Wizard) -> list[Problem]:
    return [
        Problem(ProblemCode.INCOMPLETE, f"{_TITLES[step.step]}: {problem.message}", ("triggerId",))
        for step in state.steps
        for problem in step.missing
    ]

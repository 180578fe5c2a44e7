"""Finish: the draft goes live. And what that costs the accounts that use what is live now."""

from dataclasses import dataclass
from typing import Final

from domain import clock
from domain.connections.callers import Caller, require_editor
from domain.context import Context
from domain.database import atomically
from domain.errors import Invalid, Problem, ProblemCode
from domain.models import ShownValue, Trigger
from domain.registrations import needs
from domain.registrations.aligning import TOPIC, align, standing
from domain.registrations.triggers import find_trigger
from domain.wizard.description import decode
from domain.wizard.progress import trigger_wizard
from domain.wizard.status import TriggerStatus
from domain.wizard.steps import Step, Wizard

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
        anew = bool(_reasons(trigger))
        changes = {
            "live": trigger.draft,
            "draft": None,
            "live_version": trigger.live_version + 1,
            "status": TriggerStatus.ACTIVE,
            "updated_ms": clock.now_ms(),
        }
        await trigger.update_from_dict(changes).save(update_fields=list(changes))
        await ShownValue.filter(trigger_id=trigger.id).delete()
        await align(context, trigger, anew=anew)
        return trigger

    trigger = await atomically(unit)
    context.drop_plans(trigger.integration_id)
    context.bus.wake([TOPIC])
    return trigger


async def finish_impact(trigger: Trigger) -> FinishImpact:
    """What finishing the draft would change for live accounts."""
    reasons = tuple(_reasons(trigger))
    if not reasons:
        return FinishImpact()
    wanted = [row for row in await standing(trigger.id, is_test=False) if row.is_wanted]
    return FinishImpact(len(wanted), reasons)


def _reasons(trigger: Trigger) -> list[str]:
    if not (trigger.live and trigger.draft):
        return []
    return needs.anew(decode(trigger.live), decode(trigger.draft))


def _unfinished(state: Wizard) -> list[Problem]:
    return [
        Problem(ProblemCode.INCOMPLETE, f"{_TITLES[step.step]}: {problem.message}", ("triggerId",))
        for step in state.steps
        for problem in step.missing
    ]

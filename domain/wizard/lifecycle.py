"""Disable, enable and delete a trigger."""

from dataclasses import dataclass

from domain import clock
from domain.connections.callers import Caller, require_editor
from domain.context import Context
from domain.database import atomically
from domain.errors import Invalid, ProblemCode
from domain.models import Registration, ShownValue, Trigger
from domain.registrations.aligning import TOPIC, align
from domain.registrations.triggers import find_trigger
from domain.wizard.status import TriggerStatus


@dataclass(frozen=True, slots=True)
class Deleted:
    """standing: registrations whose webhook is removed at the provider from now on."""

    trigger: Trigger
    standing: tuple[Registration, ...]


async def disable_trigger(context: Context, caller: Caller, trigger_id: str) -> Trigger:
    """Switch a finished trigger off; again is fine. Raises Invalid (`triggerId`), NotFound, Forbidden."""
    return await _switch(context, caller, trigger_id, TriggerStatus.DISABLED)


async def enable_trigger(context: Context, caller: Caller, trigger_id: str) -> Trigger:
    """Switch a disabled trigger on; again is fine. Raises Invalid (`triggerId`), NotFound, Forbidden."""
    return await _switch(context, caller, trigger_id, TriggerStatus.ACTIVE)


async def delete_trigger(context: Context, caller: Caller, trigger_id: str) -> Deleted:
    """Remove a trigger for good; its address answers 410 from now on, which tells providers to stop.

    Raises NotFound, Forbidden.
    """
    require_editor(caller)

    async def unit() -> Deleted:
        trigger = await find_trigger(caller, trigger_id)
        trigger.deleted_ms = trigger.updated_ms = clock.now_ms()
        await trigger.save(update_fields=["deleted_ms", "updated_ms"])
        await ShownValue.filter(trigger_id=trigger.id).delete()
        found = await align(context, trigger, with_tests=True)
        return Deleted(trigger, found.unwanted)

    deleted = await atomically(unit)
    context.drop_plans(deleted.trigger.integration_id)
    context.bus.wake([trigger_id, TOPIC])
    return deleted


async def _switch(
    context: Context, caller: Caller, trigger_id: str, status: TriggerStatus
) -> Trigger:
    require_editor(caller)

    async def unit() -> Trigger:
        trigger = await find_trigger(caller, trigger_id)
        if trigger.live is None:
            message = "it was never finished; accepted: an active or a disabled trigger"
            raise Invalid.one(ProblemCode.NOT_ALLOWED, message, "triggerId")
        trigger.status = status
        trigger.updated_ms = clock.now_ms()
        await trigger.save(update_fields=["status", "updated_ms"])
        await align(context, trigger)
        return trigger

    trigger = await atomically(unit)
    context.drop_plans(trigger.integration_id)
    context.bus.wake([TOPIC])
    return trigger

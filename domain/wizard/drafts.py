"""The draft: what an editor changes. A finished trigger's draft begins as a copy of what is live.

Two editors at once: each saves a whole step, read and written in one unit of work, so the last one wins per step
and nothing of another step is lost.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from domain import clock
from domain.connections.callers import Caller, require_editor
from domain.context import Context
from domain.database import atomically
from domain.errors import Invalid, ProblemCode
from domain.models import Integration, Trigger
from domain.registrations.triggers import described, find_trigger
from domain.wizard.description import Description, encode


@dataclass(frozen=True, slots=True)
class Editing:
    """One trigger while it is changed. description: before the change."""

    context: Context
    trigger: Trigger
    integration: Integration
    description: Description


async def edit(
    context: Context,
    caller: Caller,
    trigger_id: str,
    change: Callable[[Editing], Awaitable[Description]],
) -> Trigger:
    """Save what `change` makes of the description; nothing is written when it makes the same.

    Raises what `change` raises, with nothing changed; NotFound, Forbidden.
    """
    require_editor(caller)

    async def unit() -> Trigger:
        trigger = await find_trigger(caller, trigger_id)
        integration = await Integration.get(id=trigger.integration_id)
        before = described(trigger)
        after = await change(Editing(context, trigger, integration, before))
        if after != before:
            trigger.draft = stored(after)
            trigger.updated_ms = clock.now_ms()
            await trigger.save(update_fields=["draft", "updated_ms"])
        return trigger

    trigger = await atomically(unit)
    context.drop_plans(trigger.integration_id)
    return trigger


def stored(description: Description) -> str:
    """The JSON of a description. Raises Invalid when some part of it, such as a key, cannot be written."""
    try:
        return encode(description)
    except (ValueError, TypeError, RecursionError) as error:
        message = "some text in it is not valid Unicode, or it is nested too deeply"
        raise Invalid.one(ProblemCode.INVALID, message) from error

"""Finding a trigger for a caller."""

from domain.connections.callers import Caller
from domain.errors import NotFound
from domain.identity import Kind, is_id
from domain.models import Trigger
from domain.wizard.description import Description, decode


async def find_trigger(caller: Caller, trigger_id: str) -> Trigger:
    """A trigger of the caller's project that was not removed. Raises NotFound."""
    row = None
    if is_id(trigger_id, Kind.TRIGGER):
        row = await Trigger.get_or_none(
            id=trigger_id, project_id=caller.project_id, deleted_ms=None
        )
    if row is None:
        raise NotFound("there is no such trigger")
    return row


def described(trigger: Trigger) -> Description:
    """What the wizard shows: the draft where there is one, else what is live."""
    stored = trigger.draft or trigger.live
    if stored is None:
        raise NotFound("there is no such trigger")
    return decode(stored)

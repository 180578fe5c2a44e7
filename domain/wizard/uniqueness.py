"""Names of triggers: unique in their integration, across drafts and what is live, letter case aside."""

from collections.abc import Iterator

from domain.errors import Problem, ProblemCode
from domain.models import Trigger
from domain.wizard.description import decode


async def name_problems(integration_id: str, name: str, trigger_id: str | None) -> list[Problem]:
    """Whether another trigger has the name. trigger_id: the one that may have it."""
    others = Trigger.filter(integration_id=integration_id, deleted_ms=None)
    taken = {
        each.casefold()
        for other in await others
        if other.id != trigger_id
        for each in _names(other)
    }
    if name.casefold() not in taken:
        return []
    message = f"another trigger of this integration is named {name!r}; choose another name"
    return [Problem(ProblemCode.TAKEN, message, ("name",))]


def _names(trigger: Trigger) -> Iterator[str]:
    for stored in (trigger.draft, trigger.live):
        if stored:
            yield decode(stored).basic.name

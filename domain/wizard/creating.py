"""Step 1 of a new trigger."""

from dataclasses import dataclass

from domain import catalog, clock
from domain.catalog import Provider
from domain.connections.callers import Caller, require_editor
from domain.connections.integrations import get_integration
from domain.context import Context
from domain.database import atomically
from domain.errors import Invalid, NotFound, Problem, ProblemCode
from domain.identity import Kind, new_id
from domain.models import Trigger
from domain.wizard import prefill
from domain.wizard.checks import basic_problems
from domain.wizard.description import Basic, Creation, Description, Level
from domain.wizard.drafts import stored
from domain.wizard.status import TriggerStatus
from domain.wizard.uniqueness import name_problems


@dataclass(frozen=True, slots=True)
class NewTrigger:
    """What step 1 asks. template: a catalog slug to prefill from; creation and level may then be left to it."""

    name: str
    description: str = ""
    creation: Creation | None = None
    level: Level | None = None
    template: str | None = None


async def create_trigger(
    context: Context, caller: Caller, integration_id: str, new: NewTrigger
) -> Trigger:
    """Make a draft. Raises Invalid (`name`, `description`, `creation`, `level`, `template`), NotFound, Forbidden."""
    require_editor(caller)

    async def insert() -> Trigger:
        integration = await get_integration(caller, integration_id)
        description = _describe(new, await name_problems(integration_id, new.name.strip(), None))
        now = clock.now_ms()
        return await Trigger.create(
            id=new_id(Kind.TRIGGER),
            integration_id=integration.id,
            project_id=integration.project_id,
            status=TriggerStatus.DRAFT,
            draft=stored(description),
            created_ms=now,
            updated_ms=now,
        )

    trigger = await atomically(insert)
    context.drop_plans(integration_id)
    return trigger


def _describe(new: NewTrigger, taken: list[Problem]) -> Description:
    problems = list(taken)
    provider = _provider(new.template, problems)
    creation, level = prefill.suggested(provider) if provider else (None, None)
    basic = Basic(
        name=new.name.strip(),
        description=new.description,
        creation=new.creation or creation or Creation.MANUAL,
        level=new.level or level or Level.USER,
    )
    problems += basic_problems(basic)
    if new.template is None:
        problems += _unanswered(new)
    if problems:
        raise Invalid(problems)
    return prefill.describe(provider, basic) if provider else Description(basic=basic)


def _unanswered(new: NewTrigger) -> list[Problem]:
    asked = {
        "creation": (new.creation, "how is this webhook created? API_REQUEST or MANUAL"),
        "level": (new.level, "what type of webhook is this? USER or APP"),
    }
    return [
        Problem(ProblemCode.REQUIRED, question, (name,))
        for name, (answer, question) in asked.items()
        if answer is None
    ]


def _provider(slug: str | None, problems: list[Problem]) -> Provider | None:
    try:
        return catalog.provider(slug) if slug is not None else None
    except NotFound:
        message = "there is no such provider; accepted: a slug of the query `providers`"
        problems.append(Problem(ProblemCode.NOT_FOUND, message, ("template",)))
        return None

"""Workflows: what the events of a finished trigger start, for the accounts they are enabled for.

Leaves out enabling (`registrations`) and sending.
"""

from datetime import timedelta
from typing import Any, Final

import msgspec
from msgspec import UNSET, UnsetType

from domain import clock, text
from domain.connections.callers import Caller, require_editor
from domain.context import Context
from domain.database import atomically
from domain.errors import Invalid, NotFound, Problem, ProblemCode
from domain.identity import Kind, is_id, new_id
from domain.models import Trigger, Workflow
from domain.registrations import enabling
from domain.registrations.aligning import TOPIC
from domain.registrations.triggers import find_trigger
from domain.runs import secrets, started
from domain.runs.endpoints import endpoint_problems
from domain.runs.states import PAUSED, WorkflowStatus, status_of
from domain.settings import Settings
from domain.templates.conditions import EventFilter, check_filter
from domain.templates.structs import read
from domain.wizard.names import EVENT

MAX_NAME: Final = 80
MAX_OVERLAP: Final = timedelta(days=7)
DEFAULT_OVERLAP: Final = timedelta(days=1)


class WorkflowChanges(msgspec.Struct, frozen=True, kw_only=True):
    """Absent leaves as it is; null clears. endpoint: null means an engine pulls. filter: in its data form.

    is_paused: False also starts a stopped workflow again, and so does another endpoint.
    """

    name: str | UnsetType = UNSET
    endpoint: str | UnsetType | None = UNSET
    filter: Any = UNSET
    is_ordered: bool | UnsetType = UNSET
    is_paused: bool | UnsetType = UNSET


async def create_workflow(
    context: Context, caller: Caller, trigger_id: str, changes: WorkflowChanges
) -> tuple[Workflow, str]:
    """Make a workflow on a finished trigger; with it its signing secret, which is not told again.

    Raises Invalid (`triggerId`, `name`, `endpoint`, `filter.…`), NotFound, Forbidden.
    """
    project_id = require_editor(caller)
    now = clock.now_ms()
    secret = secrets.new_secret(now)

    async def insert() -> tuple[Workflow, Trigger]:
        trigger = await find_trigger(caller, trigger_id)
        if trigger.live is None:
            message = "this trigger is a draft; accepted: a finished one"
            raise Invalid.one(ProblemCode.NOT_ALLOWED, message, "triggerId")
        row = Workflow(
            id=new_id(Kind.WORKFLOW),
            trigger_id=trigger.id,
            project_id=project_id,
            name="",
            is_ordered=False,
            stopped_reason="",
            created_ms=now,
        )
        row.sealed = secrets.seal(context.vault, row.id, (secret,))
        _apply(context.settings, row, changes)
        await row.save(force_create=True)
        return row, trigger

    row, trigger = await atomically(insert)
    context.drop_plans(trigger.integration_id)
    return row, secret.text


async def update_workflow(
    context: Context, caller: Caller, workflow_id: str, changes: WorkflowChanges
) -> Workflow:
    """Change a workflow. Runs that wait go by what it is then. Raises Invalid, NotFound, Forbidden."""
    require_editor(caller)

    async def unit() -> Workflow:
        row = await find_workflow(caller, workflow_id)
        _apply(context.settings, row, changes)
        await row.save()
        return row

    return await _changed(context, await atomically(unit))


async def rotate_secret(
    context: Context, caller: Caller, workflow_id: str, overlap: timedelta = DEFAULT_OVERLAP
) -> tuple[Workflow, str]:
    """Give a workflow a new signing secret, which is not told again; the one before signs too for the overlap.

    Raises Invalid (`overlapHours`), NotFound, Forbidden.
    """
    require_editor(caller)
    if not timedelta(0) <= overlap <= MAX_OVERLAP:
        most = int(MAX_OVERLAP.total_seconds() // 3_600)
        message = f"accepted: 0 to {most} hours"
        raise Invalid.one(ProblemCode.INVALID, message, "overlapHours")

    async def unit() -> tuple[Workflow, secrets.Secrets]:
        row = await find_workflow(caller, workflow_id)
        now = clock.now_ms()
        held = secrets.rotated(secrets.unseal(context.vault, row.id, row.sealed), overlap, now)
        row.sealed, row.updated_ms = secrets.seal(context.vault, row.id, held), now
        await row.save(update_fields=["sealed", "updated_ms"])
        return row, held

    row, held = await atomically(unit)
    return row, held[0].text


async def delete_workflow(context: Context, caller: Caller, workflow_id: str) -> Workflow:
    """End a workflow for good: no event starts it, runs that are not done are cancelled, and webhooks that it alone needed are removed.

    Raises NotFound, Forbidden.
    """
    require_editor(caller)

    async def unit() -> Workflow:
        row = await find_workflow(caller, workflow_id)
        row.deleted_ms = row.updated_ms = clock.now_ms()
        await row.save(update_fields=["deleted_ms", "updated_ms"])
        await enabling.forget_workflow(context, row)
        return row

    row = await _changed(context, await atomically(unit))
    context.bus.wake([TOPIC])
    return row


async def find_workflow(caller: Caller, workflow_id: str) -> Workflow:
    """A workflow of the caller's project that was not removed. Raises NotFound."""
    row = None
    if is_id(workflow_id, Kind.WORKFLOW):
        row = await Workflow.get_or_none(
            id=workflow_id, project_id=caller.project_id, deleted_ms=None
        )
    if row is None:
        raise NotFound("there is no such workflow")
    return row


async def _changed(context: Context, row: Workflow) -> Workflow:
    trigger = await Trigger.get(id=row.trigger_id)
    context.drop_plans(trigger.integration_id)
    context.bus.wake([started.TOPIC])  # what waited may be due
    return row


def _apply(settings: Settings, row: Workflow, changes: WorkflowChanges) -> None:
    problems: list[Problem] = []
    row.updated_ms = clock.now_ms()
    if not isinstance(changes.name, UnsetType):
        row.name = changes.name.strip()
    problems += text.problems(row.name, "name", most=MAX_NAME, what="the name")
    if not isinstance(changes.endpoint, UnsetType):
        endpoint = (changes.endpoint or "").strip() or None
        problems += endpoint_problems(settings, endpoint)
        if endpoint != row.endpoint and status_of(row.stopped_reason) is WorkflowStatus.STOPPED:
            row.stopped_reason = ""
        row.endpoint = endpoint
    if changes.filter is not UNSET:
        row.conditions = _conditions(changes.filter, problems)
    if not isinstance(changes.is_ordered, UnsetType):
        row.is_ordered = changes.is_ordered
    if not isinstance(changes.is_paused, UnsetType):
        row.stopped_reason = PAUSED if changes.is_paused else ""
    if problems:
        raise Invalid(problems)


def _conditions(data: Any, problems: list[Problem]) -> str | None:
    if data is None:
        return None
    found: list[Problem] = []
    stored = read(data, EventFilter, ("filter",), found)
    if stored is not None:
        found += check_filter(stored, EVENT, ("filter",))
    problems += found
    return None if found else msgspec.json.encode(data).decode()

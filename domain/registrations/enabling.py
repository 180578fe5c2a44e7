"""Enabling a workflow for an account, and disabling it: the first that needs a webhook has it made, the last has it removed."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from domain import clock
from domain.connections.callers import Caller
from domain.connections.credentials import IN_USE, get_credential
from domain.context import Context
from domain.database import atomically
from domain.errors import Invalid, NotFound, Problem, ProblemCode
from domain.identity import Kind, is_id
from domain.models import Credential, Registration, Trigger, Workflow, WorkflowAccount
from domain.registrations.aligning import TOPIC, align
from domain.wizard.status import TriggerStatus


@dataclass(frozen=True, slots=True)
class Enabling:
    """registration: the webhook that the account's events come from, or came from. None: there never was one."""

    workflow: Workflow
    registration: Registration | None


async def enable_workflow(
    context: Context, caller: Caller, workflow_id: str, credential_id: str
) -> Enabling:
    """Let an account's events start a workflow; again is fine. A connected user may do so for their own accounts.

    The webhook is being made when this returns: its registration tells how it goes. Raises Invalid (`workflowId`,
    `credentialId`).
    """

    async def unit() -> Enabling:
        workflow, credential, trigger = await _found(caller, workflow_id, credential_id)
        if problems := _problems(trigger, credential):
            raise Invalid(problems)
        await WorkflowAccount.get_or_create(
            workflow_id=workflow.id,
            credential_id=credential.id,
            defaults={
                "project_id": workflow.project_id,
                "trigger_id": trigger.id,
                "enabled_ms": clock.now_ms(),
            },
        )
        await align(context, trigger)
        own = await WorkflowAccount.get(workflow_id=workflow.id, credential_id=credential.id)
        return Enabling(workflow, await Registration.get_or_none(id=own.registration_id))

    return await _done(context, unit)


async def disable_workflow(
    context: Context, caller: Caller, workflow_id: str, credential_id: str
) -> Enabling:
    """Let an account's events start a workflow no more; again is fine. Raises Invalid (`workflowId`, `credentialId`)."""

    async def unit() -> Enabling:
        workflow, credential, trigger = await _found(caller, workflow_id, credential_id)
        own = await WorkflowAccount.get_or_none(
            workflow_id=workflow.id, credential_id=credential.id
        )
        if own is None:
            return Enabling(workflow, None)
        await own.delete()
        await align(context, trigger)
        return Enabling(workflow, await Registration.get_or_none(id=own.registration_id))

    return await _done(context, unit)


async def forget_workflow(context: Context, workflow: Workflow) -> None:
    """Disable a workflow for every account, inside the unit of work that removes it."""
    await WorkflowAccount.filter(workflow_id=workflow.id).delete()
    await align(context, await Trigger.get(id=workflow.trigger_id))


async def _done(context: Context, unit: Callable[[], Awaitable[Enabling]]) -> Enabling:
    done = await atomically(unit)
    context.bus.wake([TOPIC])
    trigger = await Trigger.get(id=done.workflow.trigger_id)
    context.drop_plans(trigger.integration_id)
    return done


async def _found(
    caller: Caller, workflow_id: str, credential_id: str
) -> tuple[Workflow, Credential, Trigger]:
    problems: list[Problem] = []
    workflow = None
    if is_id(workflow_id, Kind.WORKFLOW):
        workflow = await Workflow.get_or_none(
            id=workflow_id, project_id=caller.project_id, deleted_ms=None
        )
    if workflow is None:
        message = "there is no such workflow"
        problems.append(Problem(ProblemCode.NOT_FOUND, message, ("workflowId",)))
    try:
        credential = await get_credential(caller, credential_id)
    except NotFound as error:
        problems.append(Problem(ProblemCode.NOT_FOUND, str(error), ("credentialId",)))
    if problems or workflow is None:
        raise Invalid(problems)
    return workflow, credential, await Trigger.get(id=workflow.trigger_id)


def _problems(trigger: Trigger, credential: Credential) -> list[Problem]:
    problems: list[Problem] = []
    if credential.integration_id != trigger.integration_id:
        message = "the account is of another integration than the workflow's trigger"
        problems.append(Problem(ProblemCode.INVALID, message, ("credentialId",)))
    elif credential.status not in IN_USE:
        message = "the account is not connected: connect it again first"
        problems.append(Problem(ProblemCode.NOT_ALLOWED, message, ("credentialId",)))
    if trigger.live is None:
        message = "its trigger is a draft: finish it first"
        problems.append(Problem(ProblemCode.INCOMPLETE, message, ("workflowId",)))
    elif trigger.status != TriggerStatus.ACTIVE or trigger.deleted_ms is not None:
        message = "its trigger is disabled or removed: enable it first"
        problems.append(Problem(ProblemCode.NOT_ALLOWED, message, ("workflowId",)))
    return problems

"""Workflows that are enabled for accounts, and what their events started."""

from dataclasses import dataclass
from typing import Any, Final

from domain import clock
from domain.models import Run, Workflow, WorkflowAccount
from tests.api.world import World
from tests.receiver.shop import Placed, Shop

CREATE: Final = """
mutation ($input: CreateWorkflowInput!) {
  createWorkflow(input: $input) { workflow { id } secret errors { code message path } } }"""
UPDATE: Final = """
mutation ($input: UpdateWorkflowInput!) {
  updateWorkflow(input: $input) { workflow { status } errors { code message path } } }"""
DELETE: Final = """
mutation ($input: DeleteWorkflowInput!) {
  deleteWorkflow(input: $input) { deletedWorkflowId errors { code message path } } }"""


@dataclass(frozen=True, slots=True)
class Started:
    """A workflow on a trigger."""

    id: str
    secret: str
    trigger: Placed

    async def runs(self) -> list[Run]:
        """Its runs, oldest first."""
        return await Run.filter(workflow_id=self.id).order_by("id")


async def workflow(shop: Shop, trigger: Placed, **given: Any) -> Started:
    """Make a workflow; it is enabled for nobody yet."""
    made = await shop.editor.change(CREATE, triggerId=trigger.id, **{"name": "Sync", **given})
    return Started(made["workflow"]["id"], made["secret"], trigger)


async def enable(hookwright: World, shop: Shop, started: Started, *credential_ids: str) -> None:
    """Enable a workflow for accounts."""
    row = await Workflow.get(id=started.id)
    for credential_id in credential_ids:
        await WorkflowAccount.create(
            workflow_id=row.id,
            project_id=row.project_id,
            trigger_id=row.trigger_id,
            credential_id=credential_id,
            enabled_ms=clock.now_ms(),
        )
    hookwright.hookwright.context.drop_plans(shop.integration_id)

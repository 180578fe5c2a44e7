"""Workflows that are enabled for accounts, and what their events started."""

import asyncio
from collections.abc import Awaitable, Callable
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


async def within(seconds: float, is_so: Callable[[], Awaitable[bool]]) -> None:
    """Ask now and then until it is so; so long at most."""
    async with asyncio.timeout(seconds):
        while not await is_so():  # noqa: ASYNC110  the database tells nobody
            await asyncio.sleep(0.02)


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

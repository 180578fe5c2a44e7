"""Workflows at an endpoint, enabled for the bench's account, and a backlog of runs for them."""

from typing import Final

from bench.seed import Sample
from domain import clock
from domain.connections.callers import Caller, CallerKind
from domain.context import Context
from domain.database import atomically
from domain.identity import Kind, new_id
from domain.models import Credential, Delivery, Run, Trigger, WorkflowAccount
from domain.runs.started import TOPIC
from domain.runs.workflows import WorkflowChanges, create_workflow

RUNS: Final = 20_000


async def workflows(
    context: Context, trigger: Trigger, endpoint: str | None, count: int
) -> list[str]:
    """Make them, each at a path of its own; without an endpoint they are pulled."""
    caller = Caller(trigger.project_id, CallerKind.EDITOR)
    account = await Credential.get(integration_id=trigger.integration_id)
    made: list[str] = []
    for number in range(count):
        url = f"{endpoint}/{number}" if endpoint else None
        changes = WorkflowChanges(name=f"Bench {number}", endpoint=url)
        row, _ = await create_workflow(context, caller, trigger.id, changes)
        await WorkflowAccount.create(
            workflow=row,
            project_id=trigger.project_id,
            trigger_id=trigger.id,
            credential_id=account.id,
            enabled_ms=clock.now_ms(),
        )
        made.append(row.id)
    context.drop_plans(trigger.integration_id)
    return made


async def fill(context: Context, trigger: Trigger, sample: Sample, ids: list[str]) -> None:
    """Write runs that are all due at once, of one delivery."""
    account = await Credential.get(integration_id=trigger.integration_id)
    now = clock.now_ms()
    delivery = Delivery(
        id=new_id(Kind.DELIVERY),
        project_id=trigger.project_id,
        integration_id=trigger.integration_id,
        is_test=False,
        received_ms=now,
        method="POST",
        path=sample.path,
        query_string="",
        headers='[["content-type","application/json"],["user-agent","GitHub-Hookshot/1"]]',
        body=sample.body,
        body_size=len(sample.body),
        outcome="EVENT",
        explanation="",
        reply_status=200,
        reply_headers="[]",
        reply_body=b"",
    )
    runs = [
        Run(
            id=new_id(Kind.RUN),
            project_id=trigger.project_id,
            workflow_id=ids[number % len(ids)],
            trigger_id=trigger.id,
            credential_id=account.id,
            event_id=new_id(Kind.EVENT),
            delivery_id=delivery.id,
            state="PENDING",
            attempts=0,
            due_ms=now,
            error="",
            is_ordered=False,
            tries_from=0,
            created_ms=now,
            updated_ms=now,
        )
        for number in range(RUNS)
    ]

    async def unit() -> None:
        await delivery.save(force_create=True)
        await Run.bulk_create(runs, batch_size=500)

    await atomically(unit)
    context.bus.wake([TOPIC])

"""What events start: workflows and their runs, and the fields that lead from them to everything else."""

from typing import Annotated, Final, Self

import orjson
import strawberry
from tortoise.queryset import QuerySet

from api.auth import Info
from api.described import field, output
from api.graph import Credential, Delivery, RemovalImpact, Trigger
from api.node import Node
from api.pages import After, Connection, First, asked, by_id, connection
from api.runs import RunAttempt, RunFields
from api.transport.encoding import is_plain
from api.transport.scalars import JSON, MAX_DEPTH
from api.workflows import TriggerOutput, WorkflowFields
from domain import models
from domain.registrations import impact
from domain.runs import output as outputs
from domain.runs import samples
from domain.runs.states import RunState

_UNSET: Final = strawberry.UNSET

States = Annotated[
    list[RunState] | None,
    strawberry.argument(description="Those in one of these states; all when absent."),
]


@output
class Workflow(WorkflowFields, Node):
    """What events of a finished trigger start, for the accounts that it is enabled for."""

    row: strawberry.Private[models.Workflow]

    @field
    async def trigger(self, info: Info) -> Trigger | None:
        """The trigger whose events start it. Null once that is deleted."""
        row = await info.context.loaders.triggers.load(self.row.trigger_id)
        return Trigger.of(row) if row else None

    @field
    async def test_data(self, info: Info) -> "TestData | None":
        """What its last Test Step gave. Null until one did, and once that is not kept any more."""
        trigger = await info.context.loaders.triggers.load(self.row.trigger_id)
        delivery_id = self.row.test_delivery_id
        if trigger is None or delivery_id is None:
            return None
        delivery = await info.context.loaders.deliveries.load(delivery_id)
        found = await samples.sample_of(trigger, delivery_id)
        if delivery is None or found is None:
            return None
        return TestData(delivery=Delivery(row=delivery), output=TriggerOutput.of(found))

    @field
    async def removal_impact(self) -> RemovalImpact:
        """What is removed at the provider when the workflow is deleted: the webhooks that it alone needs."""
        return RemovalImpact.of(await impact.of_workflow(self.row.id))

    @field
    async def accounts(
        self, info: Info, first: First = _UNSET, after: After = _UNSET
    ) -> Connection[Credential]:
        """The accounts that it is enabled for, in the order of their ids."""
        wanted = asked(f"workflow-accounts:{self.row.id}", first, after)
        query = models.WorkflowAccount.filter(workflow_id=self.row.id)
        if wanted.after is not None:
            query = query.filter(credential_id__gt=wanted.after)
        found = await query.order_by("credential_id").limit(wanted.first + 1)
        ids = [one.credential_id for one in found]
        rows = await info.context.loaders.credentials.load_many(ids)
        kept = [row for row in rows if row is not None]
        return connection(kept, wanted, lambda row: Credential(row=row))

    @field
    async def runs(
        self, state: States = _UNSET, first: First = _UNSET, after: After = _UNSET
    ) -> "Connection[Run]":
        """Its runs, newest first."""
        query = models.Run.filter(workflow_id=self.row.id)
        return await run_page(query, f"runs:{self.row.id}", state, first, after)


@output
class TestData:
    """What a Test Step gave: the data that a workflow is built with."""

    delivery: Delivery = strawberry.field(description="The delivery that brought the event.")
    output: TriggerOutput = strawberry.field(description="The step's output, and its shape.")


@output
class Run(RunFields, Node):
    """One start of a workflow by an event. It is sent, or pulled, at least once."""

    row: strawberry.Private[models.Run]

    @field
    async def workflow(self, info: Info) -> Workflow | None:
        """The workflow that is started. Null once it is deleted."""
        row = await info.context.loaders.workflows.load(self.row.workflow_id)
        return Workflow(row=row) if row else None

    @field
    async def trigger(self, info: Info) -> Trigger | None:
        """The trigger whose event started it. Null once it is deleted."""
        row = await info.context.loaders.triggers.load(self.row.trigger_id)
        return Trigger.of(row) if row else None

    @field
    async def credential(self, info: Info) -> Credential | None:
        """The account whose event it is. Null once its integration is deleted."""
        row = await info.context.loaders.credentials.load(self.row.credential_id)
        return Credential(row=row) if row else None

    @field
    async def delivery(self, info: Info) -> Delivery | None:
        """The delivery that brought the event. Null once it is not kept any more."""
        row = await info.context.loaders.deliveries.load(self.row.delivery_id)
        return Delivery(row=row) if row else None

    @field
    async def is_replay(self, info: Info) -> bool:
        """Whether its event is that of a replayed delivery. False too once that is not kept any more."""
        row = await info.context.loaders.deliveries.load(self.row.delivery_id)
        return row is not None and row.replay_of is not None

    @field
    async def output(self, info: Info) -> JSON | None:
        """What the workflow gets: the same that is POSTed. Null once the delivery is not kept any more.

        Null too when the body is nested deeper than the scalar allows; the delivery has it as bytes.
        """
        loaders = info.context.loaders
        delivery = await loaders.deliveries.load(self.row.delivery_id)
        trigger = await loaders.any_triggers.load(self.row.trigger_id)
        if delivery is None or trigger is None:
            return None
        account_id, event_id = self.row.credential_id, self.row.event_id
        found = await samples.event_output(trigger, delivery, event_id, account_id)
        value = outputs.plain(found)
        return JSON(value) if is_plain(value, MAX_DEPTH) else None

    @field
    async def history(self, info: Info) -> list[RunAttempt]:
        """Every attempt that ended, oldest first."""
        rows = await info.context.loaders.run_attempts.load(self.row.id)
        return [RunAttempt(row=row) for row in rows]


@output
class LeftOutWorkflow:
    """A workflow that an event does not start, because the workflow's filter left it out."""

    workflow: Workflow | None = strawberry.field(
        description="The workflow. Null once it is deleted."
    )
    reason: str = strawberry.field(description="Why, for a person.")

    @classmethod
    async def all(cls, info: Info, stored: str | None) -> list[Self]:
        """Show those of a verdict."""
        found = orjson.loads(stored) if stored else []
        rows = await info.context.loaders.workflows.load_many([each for each, _ in found])
        return [
            cls(workflow=Workflow(row=row) if row else None, reason=reason)
            for row, (_, reason) in zip(rows, found, strict=True)
        ]


async def run_page(
    query: QuerySet[models.Run],
    space: str,
    state: list[RunState] | None,
    first: int | None,
    after: str | None,
) -> Connection[Run]:
    """A page of runs, newest first."""
    wanted = asked(space, first, after)
    if state:
        query = query.filter(state__in=[each.value for each in state])
    rows = await by_id(query, wanted, newest_first=True)
    return connection(rows, wanted, lambda row: Run(row=row))

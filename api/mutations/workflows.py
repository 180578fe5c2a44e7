"""Making, changing and ending workflows."""

from datetime import timedelta
from typing import Any

import strawberry
from msgspec import UNSET
from strawberry import Maybe

from api.auth import Info, caller_of, domain_of
from api.described import entry, output
from api.inputs.handling import EventFilterInput
from api.inputs.reading import given_or_unset
from api.mutation import Given, Payload, mutation
from api.node import known
from api.starts import Workflow
from domain.identity import Kind
from domain.runs import workflows
from domain.runs.workflows import DEFAULT_OVERLAP, WorkflowChanges


@entry
class CreateWorkflowInput:
    """A workflow to make."""

    trigger_id: strawberry.ID = strawberry.field(
        description="The trigger whose events start it; a finished one."
    )
    name: str = strawberry.field(description="What it is called, 1 to 80 characters.")
    endpoint: Maybe[str | None] = strawberry.field(
        description="Where its runs are POSTed, an https:// address. Null: an engine pulls them."
    )
    filter: Maybe[EventFilterInput | None] = strawberry.field(
        description="Which events start it. Null: all."
    )
    is_ordered: Maybe[bool] = strawberry.field(
        description="True: the runs of one account go one after another."
    )


@output
class CreateWorkflowPayload(Payload):
    """What came of making a workflow."""

    workflow: Workflow | None = strawberry.field(default=None, description="The new workflow.")
    secret: str | None = strawberry.field(
        default=None,
        description="What its POSTs are signed with: `whsec_` and Base64. It is shown here alone.",
    )


@entry
class UpdateWorkflowInput:
    """Changes of a workflow. What is absent stays."""

    workflow_id: strawberry.ID = strawberry.field(description="The workflow's id.")
    name: Maybe[str] = strawberry.field(description="What it is called, 1 to 80 characters.")
    endpoint: Maybe[str | None] = strawberry.field(
        description="Where its runs are POSTed. Null: an engine pulls them. Another one than before "
        "starts a stopped workflow again."
    )
    filter: Maybe[EventFilterInput | None] = strawberry.field(
        description="Which events start it. Null: all."
    )
    is_ordered: Maybe[bool] = strawberry.field(
        description="Whether the runs of one account go one after another; of events from now on."
    )
    is_paused: Maybe[bool] = strawberry.field(
        description="True: its runs wait. False: they are sent, also when it was stopped."
    )


@output
class UpdateWorkflowPayload(Payload):
    """What came of changing a workflow."""

    workflow: Workflow | None = strawberry.field(
        default=None, description="The workflow as it is now."
    )


@entry
class RotateWorkflowSecretInput:
    """A workflow to give a new signing secret."""

    workflow_id: strawberry.ID = strawberry.field(description="The workflow's id.")
    overlap_hours: Maybe[int] = strawberry.field(
        description="How long the secrets before it sign too: 0 to 168 hours; 24 when absent."
    )


@output
class RotateWorkflowSecretPayload(Payload):
    """What came of giving a workflow a new signing secret."""

    workflow: Workflow | None = strawberry.field(default=None, description="The workflow.")
    secret: str | None = strawberry.field(
        default=None, description="The new secret. It is shown here alone."
    )


@entry
class DeleteWorkflowInput:
    """A workflow to end."""

    workflow_id: strawberry.ID = strawberry.field(description="The workflow's id.")


@output
class DeleteWorkflowPayload(Payload):
    """What came of ending a workflow."""

    deleted_workflow_id: strawberry.ID | None = strawberry.field(
        default=None, description="The id of the workflow that is gone."
    )


@output
class WorkflowMutations:
    """Changes of workflows."""

    @mutation("triggerId")
    async def create_workflow(
        self, info: Info, given: Given[CreateWorkflowInput]
    ) -> CreateWorkflowPayload:
        """Make a workflow on a finished trigger. It starts for the accounts that it is then enabled for."""
        row, secret = await workflows.create_workflow(
            domain_of(info),
            caller_of(info),
            known(given.trigger_id, Kind.TRIGGER),
            WorkflowChanges(name=given.name, **_given(given)),
        )
        return CreateWorkflowPayload(workflow=Workflow(row=row), secret=secret)

    @mutation("workflowId")
    async def update_workflow(
        self, info: Info, given: Given[UpdateWorkflowInput]
    ) -> UpdateWorkflowPayload:
        """Change, pause or resume a workflow. Runs that wait are sent as it is then."""
        changes = WorkflowChanges(
            name=given_or_unset(given.name),
            is_paused=given_or_unset(given.is_paused),
            **_given(given),
        )
        identifier = known(given.workflow_id, Kind.WORKFLOW)
        row = await workflows.update_workflow(domain_of(info), caller_of(info), identifier, changes)
        return UpdateWorkflowPayload(workflow=Workflow(row=row))

    @mutation("workflowId")
    async def rotate_workflow_secret(
        self, info: Info, given: Given[RotateWorkflowSecretInput]
    ) -> RotateWorkflowSecretPayload:
        """Give a workflow a new signing secret. Those before it sign too, for as long as is asked."""
        hours = given.overlap_hours
        overlap = timedelta(hours=hours.value) if hours else DEFAULT_OVERLAP
        identifier = known(given.workflow_id, Kind.WORKFLOW)
        row, secret = await workflows.rotate_secret(
            domain_of(info), caller_of(info), identifier, overlap
        )
        return RotateWorkflowSecretPayload(workflow=Workflow(row=row), secret=secret)

    @mutation("workflowId")
    async def delete_workflow(
        self, info: Info, given: Given[DeleteWorkflowInput]
    ) -> DeleteWorkflowPayload:
        """End a workflow for good. No event starts it any more; runs that are not done are cancelled."""
        identifier = known(given.workflow_id, Kind.WORKFLOW)
        row = await workflows.delete_workflow(domain_of(info), caller_of(info), identifier)
        return DeleteWorkflowPayload(deleted_workflow_id=strawberry.ID(row.id))


def _given(given: CreateWorkflowInput | UpdateWorkflowInput) -> dict[str, Any]:
    found = given_or_unset(given.filter)
    return {
        "endpoint": given_or_unset(given.endpoint),
        "filter": found.data() if found and found is not UNSET else found,
        "is_ordered": given_or_unset(given.is_ordered),
    }

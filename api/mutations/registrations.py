"""Enabling workflows for accounts, and tending the webhooks that they need."""

import strawberry

from api.auth import Info, caller_of, domain_of
from api.described import entry, output
from api.graph import Registration
from api.mutation import Given, Payload, mutation
from api.starts import Workflow
from domain.models import Registration as Row
from domain.registrations import enabling, tending


@entry
class EnableWorkflowInput:
    """A workflow to enable for an account."""

    workflow_id: strawberry.ID = strawberry.field(description="The workflow's id.")
    credential_id: strawberry.ID = strawberry.field(description="The connected account's id.")


@output
class EnableWorkflowPayload(Payload):
    """What came of enabling a workflow."""

    workflow: Workflow | None = strawberry.field(default=None, description="The workflow.")

    registration: Registration | None = strawberry.field(
        default=None,
        description="The webhook that the account's events come from. It may still be in the making.",
    )


@entry
class DisableWorkflowInput:
    """A workflow to disable for an account."""

    workflow_id: strawberry.ID = strawberry.field(description="The workflow's id.")
    credential_id: strawberry.ID = strawberry.field(description="The connected account's id.")


@output
class DisableWorkflowPayload(Payload):
    """What came of disabling a workflow."""

    workflow: Workflow | None = strawberry.field(default=None, description="The workflow.")

    registration: Registration | None = strawberry.field(
        default=None,
        description="The webhook that its events came from; it is removed when nothing else needs it. Null when it "
        "was not enabled.",
    )


@entry
class RetryRegistrationInput:
    """A webhook to try again."""

    registration_id: strawberry.ID = strawberry.field(description="The registration's id.")


@output
class RetryRegistrationPayload(Payload):
    """What came of asking for another try."""

    registration: Registration | None = strawberry.field(
        default=None, description="The registration, about to be tried."
    )


@entry
class MarkRegistrationRemovedInput:
    """A webhook that a person removed at the provider."""

    registration_id: strawberry.ID = strawberry.field(description="The registration's id.")


@output
class MarkRegistrationRemovedPayload(Payload):
    """What came of saying that a webhook was removed by hand."""

    registration: Registration | None = strawberry.field(
        default=None, description="The registration, TORN_DOWN."
    )


@output
class RegistrationMutations:
    """Changes of which webhooks exist at providers."""

    @mutation()
    async def enable_workflow(
        self, info: Info, given: Given[EnableWorkflowInput]
    ) -> EnableWorkflowPayload:
        """Let an account's events start a workflow. The first that needs a webhook has it made at the provider.

        Again is fine. A connected user may do so for their own accounts.
        """
        done = await enabling.enable_workflow(
            domain_of(info), caller_of(info), str(given.workflow_id), str(given.credential_id)
        )
        return EnableWorkflowPayload(
            workflow=Workflow(row=done.workflow), registration=_shown(done.registration)
        )

    @mutation()
    async def disable_workflow(
        self, info: Info, given: Given[DisableWorkflowInput]
    ) -> DisableWorkflowPayload:
        """Let an account's events start a workflow no more. The last has the webhook removed at the provider.

        Again is fine. A connected user may do so for their own accounts.
        """
        done = await enabling.disable_workflow(
            domain_of(info), caller_of(info), str(given.workflow_id), str(given.credential_id)
        )
        return DisableWorkflowPayload(
            workflow=Workflow(row=done.workflow), registration=_shown(done.registration)
        )

    @mutation("registrationId")
    async def retry_registration(
        self, info: Info, given: Given[RetryRegistrationInput]
    ) -> RetryRegistrationPayload:
        """Try now what failed: making, renewing or removing a webhook."""
        row = await tending.retry_registration(
            domain_of(info), caller_of(info), str(given.registration_id)
        )
        return RetryRegistrationPayload(registration=Registration(row=row))

    @mutation("registrationId")
    async def mark_registration_removed(
        self, info: Info, given: Given[MarkRegistrationRemovedInput]
    ) -> MarkRegistrationRemovedPayload:
        """Say that an ORPHANED webhook was removed at the provider by hand, so that it is tried no more."""
        row = await tending.mark_removed(
            domain_of(info), caller_of(info), str(given.registration_id)
        )
        return MarkRegistrationRemovedPayload(registration=Registration(row=row))


def _shown(row: Row | None) -> Registration | None:
    return Registration(row=row) if row else None

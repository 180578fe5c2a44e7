"""Enabling workflows for accounts, and tending the webhooks that they need."""

from typing import Self

import strawberry
from strawberry import Maybe

from api.auth import Info, caller_of, domain_of
from api.described import entry, output
from api.graph import Registration
from api.mutation import Given, Payload, mutation
from api.node import known
from api.registrations import Exchange
from api.starts import Workflow
from domain.identity import Kind
from domain.models import Registration as Row
from domain.registrations import enabling, reconciling, tending
from domain.registrations.comparing import Finding, FindingKind


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


@entry
class ReconcileRegistrationsInput:
    """Whose webhooks are compared with the provider's."""

    trigger_id: strawberry.ID = strawberry.field(description="The trigger's id.")
    credential_id: Maybe[strawberry.ID | None] = strawberry.field(
        description="The account that asks. Needed at user level; absent at app level."
    )


@output
class RegistrationFinding:
    """One difference between the provider's webhooks and ours."""

    id: strawberry.ID = strawberry.field(description="Names the difference: give it to be fixed.")
    kind: FindingKind = strawberry.field(description="What kind of difference it is.")
    explanation: str = strawberry.field(description="What differs, for a person.")
    registration: Registration | None = strawberry.field(
        description="Ours. Null when no registration knows it."
    )
    provider_webhook_id: str | None = strawberry.field(
        description="The id of the provider's. Null when there is none."
    )
    provider_webhook_url: str | None = strawberry.field(
        description="Where the provider's delivers to. Null when there is none."
    )
    provider_state: str | None = strawberry.field(
        description="The state of the provider's. Null when there is none, or it tells none."
    )

    @classmethod
    def of(cls, finding: Finding) -> Self:
        """Show a difference."""
        theirs = finding.theirs
        return cls(
            id=strawberry.ID(finding.id),
            kind=finding.kind,
            explanation=finding.explanation,
            registration=_shown(finding.registration),
            provider_webhook_id=theirs.id if theirs else None,
            provider_webhook_url=theirs.url if theirs else None,
            provider_state=theirs.state if theirs else None,
        )


@output
class ReconcileRegistrationsPayload(Payload):
    """What came of comparing."""

    findings: list[RegistrationFinding] = strawberry.field(
        default_factory=list, description="Every difference. None: both sides agree."
    )
    listed: int | None = strawberry.field(
        default=None, description="How many webhooks the provider has for whoever asked."
    )
    exchange: Exchange | None = strawberry.field(
        default=None, description="What was asked, and the answer."
    )


@entry
class FixRegistrationFindingInput:
    """A difference to mend."""

    trigger_id: strawberry.ID = strawberry.field(description="The trigger's id.")
    credential_id: Maybe[strawberry.ID | None] = strawberry.field(
        description="The account that asked. Needed at user level; absent at app level."
    )
    finding_id: strawberry.ID = strawberry.field(description="The id of the difference.")


@output
class FixRegistrationFindingPayload(Payload):
    """What came of mending a difference."""

    registration: Registration | None = strawberry.field(
        default=None,
        description="The registration that is made, or removed, from now on; it tells how that goes.",
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

    @mutation("triggerId")
    async def reconcile_registrations(
        self, info: Info, given: Given[ReconcileRegistrationsInput]
    ) -> ReconcileRegistrationsPayload:
        """Ask the provider which webhooks exist, and compare them with ours. Changes nothing."""
        found = await reconciling.reconcile(
            domain_of(info),
            caller_of(info),
            known(given.trigger_id, Kind.TRIGGER),
            given.credential_id.value if given.credential_id else None,
        )
        return ReconcileRegistrationsPayload(
            findings=[RegistrationFinding.of(each) for each in found.findings],
            listed=found.listed,
            exchange=Exchange.of(found.exchange),
        )

    @mutation("triggerId")
    async def fix_registration_finding(
        self, info: Info, given: Given[FixRegistrationFindingInput]
    ) -> FixRegistrationFindingPayload:
        """Mend a difference, if it still is one: the missing is made, the drifted replaced, the orphaned removed."""
        row = await reconciling.fix(
            domain_of(info),
            caller_of(info),
            known(given.trigger_id, Kind.TRIGGER),
            given.credential_id.value if given.credential_id else None,
            str(given.finding_id),
        )
        return FixRegistrationFindingPayload(registration=Registration(row=row))


def _shown(row: Row | None) -> Registration | None:
    return Registration(row=row) if row else None

"""What is removed at providers when something goes: told beforehand, to whoever is about to do it."""

from dataclasses import dataclass

from domain.models import Registration, WorkflowAccount
from domain.registrations.states import STANDING, RegistrationState


@dataclass(frozen=True, slots=True)
class Impact:
    """registrations: whose webhook is removed, oldest first."""

    registrations: tuple[Registration, ...]

    @property
    def explanation(self) -> str:
        """The same in a sentence for a person."""
        by_hand = sum(row.setup is None for row in self.registrations)
        by_us = len(self.registrations) - by_hand
        said = [
            f"{_counted(by_us)} removed at the provider." if by_us else "",
            f"{_counted(by_hand)} to be taken out by hand, where a person entered the address."
            if by_hand
            else "",
        ]
        return " ".join(filter(None, said)) or "No webhook is removed."


async def of_trigger(trigger_id: str) -> Impact:
    """When a trigger is deleted."""
    return await _impact({"trigger_id": trigger_id})


async def of_integration(integration_id: str) -> Impact:
    """When every trigger of an integration is deleted."""
    return await _impact({"trigger__integration_id": integration_id})


async def of_account(credential_id: str) -> Impact:
    """When an account is disconnected."""
    return await _impact({"account_id": credential_id})


async def of_workflow(workflow_id: str) -> Impact:
    """When a workflow is deleted: what it alone needs."""
    own = await WorkflowAccount.filter(workflow_id=workflow_id)
    ids = {row.registration_id for row in own if row.registration_id}
    others = WorkflowAccount.filter(registration_id__in=list(ids), workflow__deleted_ms=None)
    needed = {row.registration_id for row in await others.exclude(workflow_id=workflow_id)}
    return await _impact({"id__in": list(ids - needed)})


async def _impact(which: dict[str, object]) -> Impact:
    query = Registration.filter(is_wanted=True, state__in=STANDING, **which)
    rows = await query.order_by("created_ms", "id")
    return Impact(tuple(row for row in rows if _may_exist(row)))


def _may_exist(row: Registration) -> bool:
    is_made = row.state in {RegistrationState.ACTIVE, RegistrationState.EXPIRED}
    return is_made or row.called_ms is not None


def _counted(count: int) -> str:
    return "1 webhook is" if count == 1 else f"{count} webhooks are"

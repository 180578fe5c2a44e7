"""Rows by id, read together: one query of a kind for all that one operation asks for.

Knows that a project sees its own alone, and a connected user only their accounts; leaves out what is shown of a row.
"""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from strawberry.dataloader import DataLoader
from tortoise.models import Model

from domain.connections.callers import Caller, CallerKind
from domain.connections.credentials import IN_USE, own_accounts
from domain.models import (
    Credential,
    Delivery,
    FollowUp,
    Integration,
    Project,
    Registration,
    Replay,
    Run,
    RunAttempt,
    ShownValue,
    Trigger,
    TriggerHealth,
    Verdict,
    Workflow,
)

M = TypeVar("M", bound=Model)


class Loaders:
    """Loaders with empty caches, for one operation of a caller. What is not its own is None.

    A connected user has nothing but accounts, their webhooks, and what of an integration they are shown of them.
    """

    def __init__(self, caller: Caller | None) -> None:
        project_id = caller.project_id if caller else ""
        is_editor = caller is not None and caller.kind is CallerKind.EDITOR
        own = {"project_id": project_id if is_editor else ""}
        self.projects = DataLoader(_by_id(Project, {"id": own["project_id"]}))
        self.integrations = DataLoader(_by_id(Integration, {"project_id": project_id}))
        self.credentials = DataLoader(_by_id(Credential, own_accounts(caller) if caller else own))
        self.triggers = DataLoader(_by_id(Trigger, {**own, "deleted_ms": None}))
        self.health = DataLoader(_by_id(TriggerHealth, own))
        self.any_triggers = DataLoader(_by_id(Trigger, own))
        self.registrations = DataLoader(_registrations(caller))
        self.deliveries = DataLoader(_by_id(Delivery, own))
        self.workflows = DataLoader(_by_id(Workflow, {**own, "deleted_ms": None}))
        self.runs = DataLoader(_by_id(Run, own))
        self.replays = DataLoader(_by_id(Replay, own))
        self.run_attempts = DataLoader(_attempts)
        self.event_runs = DataLoader(_runs)
        self.sandboxes = DataLoader(_sandboxes)
        self.verdicts = DataLoader(_verdicts)
        self.follow_ups = DataLoader(_by_id(FollowUp, own))
        self.shown = DataLoader(_shown)


def _by_id(
    kind: type[M], which: dict[str, Any]
) -> Callable[[list[str]], Awaitable[list[M | None]]]:
    async def load(ids: list[str]) -> list[M | None]:
        rows = {row.pk: row for row in await kind.filter(pk__in=ids, **which)}
        return [rows.get(identifier) for identifier in ids]

    return load


def _registrations(
    caller: Caller | None,
) -> Callable[[list[str]], Awaitable[list[Registration | None]]]:
    """Read webhooks; of a connected user those of their own accounts alone."""

    async def load(ids: list[str]) -> list[Registration | None]:
        project_id = caller.project_id if caller else ""
        found = await Registration.filter(id__in=ids, project_id=project_id)
        if caller is not None and caller.kind is not CallerKind.EDITOR:
            accounts = [row.credential_id for row in found if row.credential_id]
            own = Credential.filter(id__in=accounts, **own_accounts(caller))
            mine = {row.id for row in await own}
            found = [row for row in found if row.credential_id in mine]
        rows = {row.id: row for row in found}
        return [rows.get(identifier) for identifier in ids]

    return load


async def _sandboxes(integration_ids: list[str]) -> list[Credential | None]:
    """Read the connected sandbox account of each integration."""
    query = Credential.filter(
        integration_id__in=integration_ids, is_sandbox=True, status__in=IN_USE
    )
    found = {row.integration_id: row for row in await query}
    return [found.get(identifier) for identifier in integration_ids]


async def _verdicts(delivery_ids: list[str]) -> list[list[Verdict]]:
    """Read those of each delivery, in the order in which they were decided."""
    found: dict[str, list[Verdict]] = {identifier: [] for identifier in delivery_ids}
    for verdict in await Verdict.filter(delivery_id__in=delivery_ids).order_by("seq"):
        found[verdict.delivery_id].append(verdict)
    return [found[identifier] for identifier in delivery_ids]


async def _attempts(run_ids: list[str]) -> list[list[RunAttempt]]:
    """Read those of each run, oldest first."""
    found: dict[str, list[RunAttempt]] = {identifier: [] for identifier in run_ids}
    for row in await RunAttempt.filter(run_id__in=run_ids).order_by("number"):
        found[row.run_id].append(row)
    return [found[identifier] for identifier in run_ids]


async def _runs(event_ids: list[str]) -> list[list[Run]]:
    """Read those that each event started."""
    found: dict[str, list[Run]] = {identifier: [] for identifier in event_ids}
    for row in await Run.filter(event_id__in=event_ids).order_by("id"):
        found[row.event_id].append(row)
    return [found[identifier] for identifier in event_ids]


async def _shown(delivery_ids: list[str]) -> list[list[ShownValue]]:
    """Read the values that each delivery brought for a person to see, by name."""
    found: dict[str, list[ShownValue]] = {identifier: [] for identifier in delivery_ids}
    for row in await ShownValue.filter(delivery_id__in=delivery_ids).order_by("name"):
        found[row.delivery_id].append(row)
    return [found[identifier] for identifier in delivery_ids]

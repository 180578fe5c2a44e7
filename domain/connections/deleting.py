"""Deleting an integration: its webhooks are gone first, then the tokens of its accounts are ended, then the rows go.

Tokens end as those of disconnected accounts do, by the same claimed job (`tending`), which survives a restart. A call
waits a little for it; what takes longer is told, and the integration stays until the job has done all it can.
"""

import asyncio
from typing import Final

import msgspec
from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from domain.connections import oauth_app
from domain.connections.callers import Caller, require_editor
from domain.connections.credentials import DISCONNECTED, IN_USE, TOPIC, forget
from domain.connections.integrations import get_integration
from domain.context import Context
from domain.database import atomically
from domain.errors import Invalid, ProblemCode
from domain.models import Credential, Integration, Registration, Trigger
from domain.registrations.states import STANDING

PATIENCE: Final = 5.0
"""Seconds that a call waits for tokens to be revoked."""
AT_ONCE: Final = 100

_POLL: Final = 0.05


async def delete_integration(context: Context, caller: Caller, integration_id: str) -> None:
    """Remove an integration with its accounts, drafts and disabled triggers, once none of its webhooks stands.

    Raises Invalid (`id`) while a trigger is active, naming them, while a webhook may stand, and while tokens of its
    accounts, which are disconnected then, wait to be revoked; NotFound, Forbidden.
    """
    require_editor(caller)
    integration = await get_integration(caller, integration_id)
    await _require_free(integration)
    await _disconnect(context, integration)
    await _ended(integration_id)

    async def delete() -> None:
        row = await get_integration(caller, integration_id)
        await _require_free(row)
        if left := await _ending(integration_id).count():
            message = (
                f"its accounts are disconnected, and the tokens of {left} are being revoked at the provider, "
                "at most five times each: delete it again in a while"
            )
            raise Invalid.one(ProblemCode.NOT_ALLOWED, message, "id")
        await row.delete()

    await atomically(delete)
    context.drop_plans(integration_id)


async def _require_free(row: Integration) -> None:
    active = await Trigger.filter(integration_id=row.id, status="ACTIVE", deleted_ms=None)
    if active:
        names = ", ".join(_trigger_name(trigger) for trigger in active[:10])
        message = (
            f"it has {len(active)} active triggers ({names}): disable or delete them first; "
            "drafts and disabled triggers are deleted with it"
        )
        raise Invalid.one(ProblemCode.NOT_ALLOWED, message, "id")
    if left := await _standing(row):
        message = (
            f"{left} of its webhooks may still stand at the provider: delete its triggers first, which removes "
            "them, and retry those that are ORPHANED or say that they were removed by hand"
        )
        raise Invalid.one(ProblemCode.NOT_ALLOWED, message, "id")


async def _disconnect(context: Context, integration: Integration) -> None:
    """Disconnect the accounts that have tokens which can be revoked, some in each commit."""
    if not integration.oauth or not oauth_app.decode(integration.oauth).revoke_url:
        return

    async def unit() -> int:
        query = Credential.filter(integration_id=integration.id, sealed_grant__not_isnull=True)
        rows = await query.filter(status__in=IN_USE).order_by("id").limit(AT_ONCE)
        for row in rows:
            row.status = DISCONNECTED
            await forget(context, row)
            await row.save()
        return len(rows)

    while await atomically(unit):
        context.drop_plans(integration.id)
        context.bus.wake([TOPIC])


async def _ended(integration_id: str) -> None:
    """Wait until the job has tried to end every token, for a while."""
    for _ in range(int(PATIENCE / _POLL)):
        if not await _ending(integration_id).filter(failures=0).exists():
            return
        await asyncio.sleep(_POLL)


def _ending(integration_id: str) -> QuerySet[Credential]:
    due = Credential.filter(integration_id=integration_id, status=DISCONNECTED)
    return due.filter(sealed_grant__not_isnull=True, due_ms__not_isnull=True)


async def _standing(row: Integration) -> int:
    """How many webhooks may exist at the provider that we could still remove."""
    query = Registration.filter(trigger__integration_id=row.id, state__in=STANDING)
    made = Q(sealed__not_isnull=True) | Q(called_ms__not_isnull=True)
    return await query.filter(made).count()


def _trigger_name(trigger: Trigger) -> str:
    stored = msgspec.json.decode(trigger.live or trigger.draft or "{}")
    return str(stored.get("basic", {}).get("name", trigger.id))

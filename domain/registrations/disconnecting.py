"""Disconnecting an account: its webhooks are removed first, with its values; then the values are forgotten.

From the commit on its events are refused. The values stay for as long as a removal is tried with them.
"""

from domain.connections.callers import Caller
from domain.connections.credentials import (
    DISCONNECTED,
    TOPIC,
    forget_if_disconnected,
    get_credential,
)
from domain.context import Context
from domain.database import atomically
from domain.models import Credential, Registration, Trigger, WorkflowAccount
from domain.registrations import aligning
from domain.registrations.aligning import align, let_go


async def disconnect_account(context: Context, caller: Caller, credential_id: str) -> Credential:
    """End a connection; again is fine. Raises NotFound."""

    async def unit() -> Credential:
        row = await get_credential(caller, credential_id)
        if row.status == DISCONNECTED:
            return row
        # a refresh under way would write its own status over this one
        row.status, row.version, row.claimed_ms = DISCONNECTED, row.version + 1, None
        await row.save(update_fields=["status", "version", "claimed_ms"])
        await _let_all_go(context, row)
        if not await Registration.exists(account_id=row.id, due_ms__not_isnull=True):
            await forget_if_disconnected(context, row.id)
        return await Credential.get(id=row.id)

    row = await atomically(unit)
    context.drop_plans(row.integration_id)
    context.bus.wake([TOPIC, aligning.TOPIC])
    return row


async def _let_all_go(context: Context, account: Credential) -> None:
    """Whatever was made with an account goes, the wizard's own too; what the app needs is made without it."""
    own = await Registration.filter(account_id=account.id, is_wanted=True)
    for row in own:
        await let_go(row)
    enabled = await WorkflowAccount.filter(credential_id=account.id)
    ids = {row.trigger_id for row in own} | {row.trigger_id for row in enabled}
    for trigger in await Trigger.filter(id__in=list(ids)).order_by("id"):
        await align(context, trigger)

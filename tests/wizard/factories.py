"""An integration with a sandbox account, and triggers in it."""

from domain.connections.connecting import Account, connect_account
from domain.connections.integrations import IntegrationChanges, create_integration
from domain.models import Credential, Integration, Trigger
from domain.registrations.requests import (
    Authorization,
    AuthorizationKind,
    Body,
    BodyKind,
    RequestTemplate,
)
from domain.wizard.creating import NewTrigger, create_trigger
from domain.wizard.description import Creation, Level, decode, handling_fingerprint
from domain.wizard.updates import (
    EnteredVerification,
    HandlingChanges,
    SetupChanges,
    update_event_handling,
    update_webhook_setup,
)
from tests.connections.workspace import Workspace

TOKEN = "xoxb-planted-token"

REQUEST = RequestTemplate(
    url="/webhooks",
    body=Body(BodyKind.JSON, json={"target": "{{settings.webhookURL}}"}),
)


async def integration(space: Workspace, base_url: str | None = None) -> Integration:
    changes = IntegrationChanges(name="CRM", api_base_url=base_url)
    return await create_integration(space.context, space.caller, changes)


async def sandbox(space: Workspace, where: Integration) -> Credential:
    bearer = Authorization(AuthorizationKind.BEARER, token=TOKEN)
    account = Account("editor", bearer, provider_id="T1", is_sandbox=True)
    return await connect_account(space.context, space.caller, where.id, account)


async def trigger(
    space: Workspace,
    where: Integration,
    *,
    name: str = "Created",
    creation: Creation = Creation.API_REQUEST,
    level: Level = Level.USER,
) -> Trigger:
    new = NewTrigger(name, creation=creation, level=level)
    return await create_trigger(space.context, space.caller, where.id, new)


async def described_trigger(space: Workspace, where: Integration) -> Trigger:
    """One that lacks only its setup request's success and its proof."""
    made = await trigger(space, where)
    await update_webhook_setup(space.context, space.caller, made.id, SetupChanges(request=REQUEST))
    none = HandlingChanges(verification=EnteredVerification("none", entered=True))
    return await update_event_handling(space.context, space.caller, made.id, none)


async def prove(made: Trigger) -> None:
    """Do what the journal does when a verified event arrives."""
    row = await Trigger.get(id=made.id)
    fingerprint = handling_fingerprint(decode(row.draft or row.live))
    await Trigger.filter(id=made.id).update(proven_fingerprint=fingerprint)

"""A provider with a webhook API, and a project that has triggers, accounts and workflows at it."""

import asyncio
import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import httpx

from domain import clock
from domain.identity import Kind, new_id
from domain.models import Registration, Trigger
from domain.registrations.aligning import TOPIC
from domain.simulator.webhook_api import Hook
from tests.api.world import (
    CONNECT,
    CREATE_INTEGRATION,
    CREATE_TRIGGER,
    HANDLING,
    SET_SECRET,
    Editor,
    World,
)
from tests.endtoend.process import Served
from tests.registrations.gate import GatedApi

TOKEN: Final = "planted-access-token-of-the-account"

FIELDS: Final = """id state reason isWanted isTest attempts nextAttemptAt expiresAt renewsAt webhookUrl providerUrl
  credential { id } history { deed exchange { request { method url body } answer { status body } problem } }"""
SETUP: Final = """
mutation ($input: UpdateWebhookSetupInput!) {
  updateWebhookSetup(input: $input) { trigger { id } errors { code message path } }
}"""
SEND: Final = """
mutation ($input: SendSetupRequestInput!) {
  sendSetupRequest(input: $input) { registration { id state reason } errors { code message path } }
}"""
RESPONSE: Final = """
mutation ($input: UpdateWebhookResponseInput!) {
  updateWebhookResponse(input: $input) { trigger { id } errors { code message path } }
}"""
CREATE_WORKFLOW: Final = """
mutation ($input: CreateWorkflowInput!) {
  createWorkflow(input: $input) { workflow { id } errors { code message path } }
}"""
FINISH: Final = """
mutation ($input: FinishTriggerInput!) {
  finishTrigger(input: $input) { trigger { status } errors { code message path } }
}"""
ENABLE, DISABLE = (
    f"""
mutation ($input: {verb.title()}WorkflowInput!) {{
  {verb}Workflow(input: $input) {{ registration {{ {FIELDS} }} errors {{ code message path }} }}
}}"""
    for verb in ("enable", "disable")
)
RETRY: Final = f"""
mutation ($input: RetryRegistrationInput!) {{
  retryRegistration(input: $input) {{ registration {{ {FIELDS} }} errors {{ code message path }} }}
}}"""
MARK: Final = f"""
mutation ($input: MarkRegistrationRemovedInput!) {{
  markRegistrationRemoved(input: $input) {{ registration {{ {FIELDS} }} errors {{ code message path }} }}
}}"""
NODE: Final = f"query ($id: ID!) {{ node(id: $id) {{ ... on Registration {{ {FIELDS} }} }} }}"

REQUEST: Final[dict[str, Any]] = {
    "url": "/webhooks",
    "body": {"json": {"url": "{{settings.webhookURL}}"}},
}
KEEP: Final = [
    {"name": "webhook_id", "value": "{{setup.response.body.id}}"},
    {"name": "signing_secret", "value": "{{setup.response.body.secret}}"},
]
TEARDOWN: Final = {"method": "DELETE", "url": "/webhooks/{{persisted.webhook_id}}"}
RENEWAL: Final[dict[str, Any]] = {
    "request": {"method": "PATCH", "url": "/webhooks/{{persisted.webhook_id}}"},
    "expiresAt": "{{setup.response.body.expires_at}}",
}


@dataclass
class Site:
    """url: of the provider."""

    world: World
    editor: Editor
    api: GatedApi
    url: str
    integration_id: str = ""
    accounts: list[str] = field(default_factory=list)

    async def trigger(
        self, *, level: str = "USER", handshakes: list[Any] | None = None, **setup: Any
    ) -> str:
        """A finished trigger whose webhook is made by the API. setup: what differs from the usual one.

        handshakes: by which the provider gives the secret that it signs with; without them nothing is signed.
        """
        await self._integration()
        made = await self.editor.change(
            CREATE_TRIGGER,
            integrationId=self.integration_id,
            name=f"Created {new_id(Kind.TRIGGER)}",
            creation="API_REQUEST",
            level=level,
        )
        trigger = made["trigger"]
        given = {"request": REQUEST, "keep": KEEP, "teardown": TEARDOWN, **setup}
        await self.editor.change(SETUP, triggerId=trigger["id"], **given)
        if handshakes:
            await self.editor.change(RESPONSE, triggerId=trigger["id"], handshakes=handshakes)
        await self._prove(trigger, level, is_signed=bool(handshakes))
        return str(trigger["id"])

    async def manual_trigger(self, level: str = "USER") -> str:
        """A finished trigger whose address a person enters."""
        await self._integration()
        made = await self.editor.change(
            CREATE_TRIGGER,
            integrationId=self.integration_id,
            name=f"Entered {new_id(Kind.TRIGGER)}",
            creation="MANUAL",
            level=level,
        )
        await self._prove(made["trigger"], level, is_made=False)
        return str(made["trigger"]["id"])

    async def _integration(self) -> None:
        if self.integration_id:
            return
        made = await self.editor.change(CREATE_INTEGRATION, name="Board", apiBaseUrl=self.url)
        self.integration_id = made["integration"]["id"]
        await self.account("developer", isSandbox=True, providerId="T0")
        await self.editor.change(SET_SECRET, name="APP", value="planted-app-secret")

    async def _prove(
        self, trigger: Any, level: str, *, is_made: bool = True, is_signed: bool = False
    ) -> None:
        handling: dict[str, Any] = {"verification": SIGNED if is_signed else {"none": True}}
        if level == "APP":
            handling["routing"] = ["event.body.team"]
        await self.editor.change(HANDLING, triggerId=trigger["id"], **handling)
        if is_made:
            sent = await self.editor.change(SEND, triggerId=trigger["id"])
            assert sent["registration"]["state"] == "ACTIVE", sent
        secret = next((hook.secret for hook in self.api.hooks.values()), "")
        assert (await self.deliver(trigger["targetUrl"], secret)).status_code == 200
        await self.editor.change(FINISH, triggerId=trigger["id"])
        self.api.hooks.clear()
        self.api.asked.clear()

    async def deliver(self, url: str, secret: str) -> httpx.Response:
        """Send an event that is signed with this secret."""
        body = b'{"team": "T0"}'
        signature = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
        headers = {"content-type": "application/json", "x-signature": signature}
        return await self.editor.http.post(url, content=body, headers=headers)

    async def shake_hands(self, hook: Hook) -> None:
        """Do what the provider does before it answers: give the secret, and want it back."""
        answer = await self.editor.http.post(hook.url, headers={"x-hook-secret": hook.secret})
        assert answer.status_code == 200
        assert answer.headers["x-hook-secret"] == hook.secret

    async def account(self, user: str, **given: Any) -> str:
        """Connect an account that may call the API."""
        made = await self.editor.change(
            CONNECT,
            integrationId=self.integration_id,
            userId=user,
            authorization={"bearer": {"token": TOKEN}},
            **given,
        )
        return str(made["credential"]["id"])

    async def workflow(self, trigger_id: str) -> str:
        """A workflow of a trigger."""
        made = await self.editor.change(CREATE_WORKFLOW, triggerId=trigger_id, name="Do it")
        return str(made["workflow"]["id"])

    async def enable(self, workflow_id: str, account_id: str) -> Any:
        """Enable, give the registration as it was answered."""
        done = await self.editor.change(ENABLE, workflowId=workflow_id, credentialId=account_id)
        return done["registration"]

    async def disable(self, workflow_id: str, account_id: str) -> Any:
        """Disable, give the registration as it was answered."""
        done = await self.editor.change(DISABLE, workflowId=workflow_id, credentialId=account_id)
        return done["registration"]

    async def look(self, registration_id: str) -> Any:
        """The registration as GraphQL shows it."""
        return (await self.editor.data(NODE, id=registration_id))["node"]

    async def settled(self, registration_id: str) -> Any:
        """The registration once nobody has it in hand and nothing is due now."""
        await self.until(
            lambda row: (
                row.lease_ms is None
                and row.waits_for is None
                and (row.due_ms or _LATER) > clock.now_ms()
            ),
            registration_id,
        )
        return await self.look(registration_id)

    async def until(
        self, is_so: Callable[[Registration], bool], registration_id: str
    ) -> Registration:
        """Wait for the row."""
        async with asyncio.timeout(8):
            while True:
                row = await Registration.get(id=registration_id)
                if is_so(row):
                    return row
                await asyncio.sleep(0.005)

    async def time_passes(self, registration_id: str) -> Any:
        """Let the time come at which a registration is seen to next, and wait for what comes of it."""
        await Registration.filter(id=registration_id).update(due_ms=clock.now_ms())
        self.wake()
        return await self.settled(registration_id)

    def wake(self) -> None:
        """Say that rows were changed."""
        self.world.hookwright.context.bus.wake([TOPIC])

    async def live_url(self, trigger_id: str, account_id: str | None = None) -> str:
        """Our live address of a trigger."""
        trigger = await Trigger.get(id=trigger_id)
        base = f"{self.editor.url}/triggers/connect/{trigger.project_id}/{trigger.integration_id}"
        return f"{base}/custom-triggers/{trigger_id}?id={account_id}" if account_id else base

    async def eventually(self, registration_id: str, state: str) -> Any:
        """Wait, by GraphQL alone, until a registration stands so."""
        async with asyncio.timeout(15):
            while True:
                row = await self.look(registration_id)
                if row["state"] == state:
                    return row
                await asyncio.sleep(0.05)

    async def state(self, registration_id: str) -> str:
        """How it stands once it is settled."""
        return str((await self.settled(registration_id))["state"])


def site_of(process: Served, api: GatedApi, url: str) -> Site:
    """The same around a process of its own."""
    return Site(None, process.editor, api, url)  # type: ignore[arg-type]


_LATER: Final = 1 << 62
LISTING: Final[dict[str, Any]] = {
    "request": {"method": "GET", "url": "/webhooks"},
    "items": "setup.response.body.data",
    "id": "{{item.id}}",
    "url": "{{item.url}}",
    "keptAs": "webhook_id",
    "state": "{{item.status}}",
    "active": ["enabled"],
    "next": "{{setup.response.body.next}}",
}
HELLO: Final = {
    "name": "Hello",
    "when": [{"path": "event.headers.x-hook-secret", "isPresent": True}],
    "persist": [{"name": "key", "value": "{{event.headers.x-hook-secret}}"}],
    "reply": {"headers": [{"name": "X-Hook-Secret", "value": "{{event.headers.x-hook-secret}}"}]},
}
SIGNED: Final = {"hmac": {"header": "X-Signature", "secret": "{{persisted.key}}"}}

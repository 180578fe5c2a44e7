"""The wizard by hand, for a provider that nobody knows: what an editor enters, for both creations and both levels."""

import hashlib
import hmac
import json
from dataclasses import dataclass
from typing import Any, Final

import httpx

from tests.api.world import CONNECT, CREATE_TRIGGER, HANDLING, SET_SECRET, Editor
from tests.endtoend.provider import Provider
from tests.endtoend.stage import CREATE_INTEGRATION, FINISH, SEND, SETUP, USER_URL, WIZARD

SECRET: Final = "planted-walk-secret"
RESPONSE: Final = """
mutation ($input: UpdateWebhookResponseInput!) {
  updateWebhookResponse(input: $input) { trigger { id } errors { code message path } }
}"""
BASIC: Final = """
mutation ($input: UpdateBasicInfoInput!) {
  updateBasicInfo(input: $input) { trigger { name description } errors { code message path } }
}"""
COMBINATIONS: Final = [
    (creation, level) for creation in ("API_REQUEST", "MANUAL") for level in ("USER", "APP")
]
PING: Final = {
    "name": "Ping",
    "when": [{"path": "event.body.ping", "isPresent": True}],
    "reply": {"json": {"pong": "{{event.body.ping}}"}},
}
REQUEST: Final = {
    "method": "PUT",
    "url": "/v1/hooks",
    "headers": [{"name": "X-Team", "value": "{{integration.slug}}"}],
    "query": [{"name": "notify", "value": "no"}],
    "body": {"json": {"url": "{{settings.webhookURL}}", "key": "{{secrets.SIGNING}}"}},
}
SETUP_GIVEN: Final = {
    "request": REQUEST,
    "keep": [{"name": "hook_id", "value": "{{setup.response.body.hook.id}}"}],
    "teardown": {"method": "DELETE", "url": "/v1/hooks/{{persisted.hook_id}}"},
}


@dataclass(frozen=True, slots=True)
class Walk:
    """One trigger in the wizard. account_id: the sandbox's, with the Provider ID T1."""

    editor: Editor
    provider: Provider
    creation: str
    level: str
    integration_id: str
    webhook_url: str
    account_id: str
    trigger_id: str
    target_url: str

    async def wizard(self) -> Any:
        """The wizard's state."""
        return (await self.editor.data(WIZARD, id=self.trigger_id))["trigger"]["wizard"]

    async def completed(self) -> list[bool]:
        """Which steps are complete."""
        return [each["isComplete"] for each in (await self.wizard())["steps"]]

    async def connect(self, user_id: str, provider_id: str | None = None) -> str:
        """Connect another account."""
        account = {"integrationId": self.integration_id, "userId": user_id}
        connected = await self.editor.change(CONNECT, **account, providerId=provider_id)
        return str(connected["credential"]["id"])

    async def live_url(self, account_id: str) -> str:
        """Where the provider delivers what concerns one account."""
        if self.level == "APP":
            return self.webhook_url
        found = await self.editor.data(USER_URL, id=self.trigger_id, account=account_id)
        return str(found["trigger"]["userTargetUrl"])

    async def deliver(
        self, body: Any, url: str | None = None, secret: str = SECRET
    ) -> httpx.Response:
        """Send one signed delivery."""
        content = json.dumps(body).encode()
        signature = hmac.new(secret.encode(), content, hashlib.sha256).hexdigest()
        headers = {"x-signature": signature, "content-type": "application/json"}
        return await self.editor.http.post(url or self.target_url, content=content, headers=headers)

    async def set_up(self) -> Any:
        """Step 2: the reply, and where a request makes the webhook the request, sent."""
        await self.editor.change(RESPONSE, triggerId=self.trigger_id, handshakes=[PING])
        if self.creation == "MANUAL":
            return None
        await self.editor.change(SETUP, triggerId=self.trigger_id, **SETUP_GIVEN)
        self.provider.answer = (201, {"hook": {"id": "h-77"}})
        return await self.editor.change(SEND, triggerId=self.trigger_id)

    async def handle(self, **changes: Any) -> None:
        """Step 3 but for the event."""
        given = {
            "verification": {"hmac": {"header": "X-Signature", "secret": "{{secrets.SIGNING}}"}},
            "routing": ["event.body.team"] if self.level == "APP" else None,
            **changes,
        }
        await self.editor.change(HANDLING, triggerId=self.trigger_id, **given)

    async def finish(self) -> None:
        """Walk to the end."""
        await self.set_up()
        await self.handle()
        assert (await self.deliver({"team": "T1", "n": 1})).status_code == 200
        done = await self.editor.change(FINISH, triggerId=self.trigger_id)
        assert done["trigger"] == {"status": "ACTIVE"}


async def walk(editor: Editor, provider: Provider, creation: str, level: str) -> Walk:
    """Step 1, with a sandbox account."""
    made = await editor.change(CREATE_INTEGRATION, name="Tracker", apiBaseUrl=provider.url)
    integration = made["integration"]
    account = {"integrationId": integration["id"], "userId": "sandbox", "isSandbox": True}
    connected = await editor.change(CONNECT, **account, providerId="T1")
    await editor.change(SET_SECRET, name="SIGNING", value=SECRET)
    created = await editor.change(
        CREATE_TRIGGER,
        integrationId=integration["id"],
        name="Item",
        creation=creation,
        level=level,
    )
    return Walk(
        editor,
        provider,
        creation,
        level,
        integration["id"],
        integration["webhookUrl"],
        connected["credential"]["id"],
        created["trigger"]["id"],
        created["trigger"]["targetUrl"],
    )

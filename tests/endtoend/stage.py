"""A provider's trigger, taken through the wizard over GraphQL to the point where an event is all that is missing."""

import json
import time
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import parse_qs

import httpx

from domain.models import Event
from tests.api.world import CONNECT, CREATE_TRIGGER, SET_SECRET, Editor
from tests.endtoend.provider import Asked, Provider
from tests.endtoend.senders import Sender, Sending

ACCESS_TOKEN: Final = "planted-access-token-0123"
ACCOUNT_SID: Final = "AC2b000000000000000000000000000000ff"

CREATE_INTEGRATION: Final = """
mutation ($input: CreateIntegrationInput!) {
  createIntegration(input: $input) {
    integration { id webhookUrl provider { slug } } errors { code message path }
  }
}"""
SETUP: Final = """
mutation ($input: UpdateWebhookSetupInput!) {
  updateWebhookSetup(input: $input) { trigger { id } errors { code message path } }
}"""
SEND: Final = """
mutation ($input: SendSetupRequestInput!) {
  sendSetupRequest(input: $input) {
    registration {
      state reason
      exchange { request { method url headers { name value } body } answer { status body } }
    }
    trigger { persistedValues { name } }
    errors { code message path }
  }
}"""
FINISH: Final = """
mutation ($input: FinishTriggerInput!) {
  finishTrigger(input: $input) { trigger { status } errors { code message path } }
}"""
WIZARD: Final = """
query ($id: ID!) {
  trigger(id: $id) {
    creation level status
    setup { request { method url body { kind json form { name value } } } }
    wizard { step stepsRemaining canFinish steps { isComplete } }
    sample { id }
  }
}"""
USER_URL: Final = """
query ($id: ID!, $account: ID!) { trigger(id: $id) { userTargetUrl(credentialId: $account) } }"""


@dataclass(frozen=True, slots=True)
class Stage:
    """A provider's trigger in the wizard. sender: with the secret that it signs with by now."""

    editor: Editor
    sender: Sender
    integration_id: str
    webhook_url: str
    account_id: str
    trigger_id: str
    target_url: str

    async def trigger(self) -> Any:
        """The trigger as it stands."""
        return (await self.editor.data(WIZARD, id=self.trigger_id))["trigger"]

    async def send(
        self,
        url: str | None = None,
        *,
        account: str | None = None,
        secret: str | None = None,
        age: int = 0,
        body: bytes | None = None,
    ) -> httpx.Response:
        """Post a delivery as the provider does. secret: another than the right one; age: in seconds."""
        at, url = int(time.time()) - age, url or self.target_url
        body = self.sender.body(at, account) if body is None else body
        sending = Sending(url, body, secret or self.sender.secret, at)
        headers = {**self.sender.headers(), **self.sender.sign(sending)}
        return await self.editor.http.post(url, content=body, headers=headers)

    async def connect(self, user_id: str, **given: Any) -> str:
        """Connect an account, give its id."""
        return await connect(self.editor, self.integration_id, self.sender.slug, user_id, **given)

    async def user_url(self, account_id: str) -> str:
        """The address of one account, at user level."""
        found = await self.editor.data(USER_URL, id=self.trigger_id, account=account_id)
        return str(found["trigger"]["userTargetUrl"])

    async def finish(self) -> None:
        """Prove it by a genuine event and publish it."""
        assert (await self.send()).status_code == 200
        done = await self.editor.change(FINISH, triggerId=self.trigger_id)
        assert done["trigger"] == {"status": "ACTIVE"}

    async def events(self) -> int:
        """How many events were started."""
        return await Event.filter(trigger_id=self.trigger_id).count()


async def connect(
    editor: Editor, integration_id: str, slug: str, user_id: str, **given: Any
) -> str:
    """Connect an account with the values that the provider's API wants."""
    values: dict[str, Any] = {"bearer": {"token": ACCESS_TOKEN}}
    if slug == "twilio":
        values = {"basic": {"username": ACCOUNT_SID, "password": ACCESS_TOKEN}}
    if slug == "shopify":
        values = {"headers": [{"name": "accessToken", "value": ACCESS_TOKEN}]}
    if slug == "standard-webhooks":
        values = {"none": True}
    account = {"integrationId": integration_id, "userId": user_id, "authorization": values}
    connected = await editor.change(CONNECT, **account, **given)
    return str(connected["credential"]["id"])


async def begin(editor: Editor, sender: Sender, provider: Provider) -> Stage:
    """From the catalog to a prefilled trigger: integration, secrets, sandbox account, step 1."""
    made = await editor.change(CREATE_INTEGRATION, provider=sender.slug, apiBaseUrl=provider.url)
    integration = made["integration"]
    assert integration["provider"] == {"slug": sender.slug}
    named = {sender.secret_name: sender.secret} if sender.secret_name else {}
    for name, value in {**named, **sender.secrets}.items():
        await editor.change(SET_SECRET, name=name, value=value)
    account_id = await connect(
        editor, integration["id"], sender.slug, "sandbox", isSandbox=True, providerId=sender.account
    )
    created = await editor.change(
        CREATE_TRIGGER, integrationId=integration["id"], name="Event", template=sender.slug
    )
    trigger = created["trigger"]
    return Stage(
        editor,
        sender,
        integration["id"],
        integration["webhookUrl"],
        account_id,
        trigger["id"],
        trigger["targetUrl"],
    )


async def set_up(stage: Stage, provider: Provider) -> Any:
    """Step 2 where a request makes the webhook: fill in, send, give the payload. None: it is made by hand."""
    trigger = await stage.trigger()
    if trigger["creation"] == "MANUAL":
        return None
    request = trigger["setup"]["request"]
    body = request["body"]
    entered = {"form": body["form"]} if body["kind"] == "FORM" else {"json": _filled(body["json"])}
    changed = {"method": request["method"], "url": _filled(request["url"]), "body": entered}
    await stage.editor.change(SETUP, triggerId=stage.trigger_id, request=changed)
    play(stage, provider)
    return await stage.editor.change(SEND, triggerId=stage.trigger_id)


def play(stage: Stage, provider: Provider) -> None:
    """Let the provider answer a setup request as its documentation says."""
    secret = stage.sender.secret
    webhook = {"id": "whk_77", "secret": secret}
    created = {"webhookSubscriptionCreate": {"webhookSubscription": {"id": "gid://1"}}}
    answers: dict[str, tuple[int, Any]] = {
        "github": (201, {"id": 12345678, "active": True}),
        "stripe": (200, {"id": "we_77", "object": "webhook_endpoint", "secret": secret}),
        "shopify": (200, {"data": created}),
        "asana": (201, {"data": {"gid": "12345"}, "X-Hook-Secret": secret}),
        "linear": (200, {"data": {"webhookCreate": {"success": True, "webhook": webhook}}}),
        "twilio": (200, {"sid": "PN77", "sms_url": stage.target_url}),
    }
    provider.answer = answers[stage.sender.slug]
    if stage.sender.slug == "asana":
        provider.meanwhile = shake_hands(secret)


def shake_hands(secret: str) -> Any:
    """Asana's handshake: the secret in a header, wanted back before the webhook exists."""

    async def meanwhile(asked: Asked) -> None:
        if asked.method != "POST":  # the earlier webhook goes first
            return
        target = json.loads(asked.body)["data"]["target"]
        response = await asked.http.post(target, headers={"X-Hook-Secret": secret}, content=b"")
        assert response.status_code == 200
        assert response.headers["x-hook-secret"] == secret

    return meanwhile


def target_in(asked: Asked) -> str | None:
    """The webhook's address in a setup request, wherever the provider wants it."""
    if asked.headers["content-type"].startswith("application/x-www-form-urlencoded"):
        fields = parse_qs(asked.body.decode())
        return next((fields[name][0] for name in ("url", "SmsUrl") if name in fields), None)
    body = json.loads(asked.body)
    found = [
        body.get("config", {}).get("url"),
        body.get("variables", {}).get("url"),
        body.get("variables", {}).get("input", {}).get("url"),
        body.get("data", {}).get("target"),
    ]
    return next((each for each in found if each), None)


async def ready(editor: Editor, sender: Sender, provider: Provider) -> Stage:
    """A trigger of which step 3's event alone is missing."""
    stage = await begin(editor, sender, provider)
    sent = await set_up(stage, provider)
    assert sent is None or sent["registration"]["state"] == "ACTIVE", sent
    return stage


def with_secret(stage: Stage, secret: str) -> Stage:
    """The same, signing otherwise."""
    return replace(stage, sender=replace(stage.sender, secret=secret))


def _filled(value: Any) -> Any:
    """The words in capitals of a sketch are a person's to fill in."""
    text = json.dumps(value)
    for word, filled in {
        "OWNER/REPOSITORY": "octo-org/webhooks",
        "PROJECT_GID": "1206000",
        "TEAM_ID": "team-1",
        "NUMBER_SID": "PN77",
    }.items():
        text = text.replace(word, filled)
    return json.loads(text)

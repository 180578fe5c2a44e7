"""An integration with a sandbox account, its triggers set up over GraphQL, and what providers send to them."""

import hashlib
import hmac
import itertools
import json
from dataclasses import dataclass
from typing import Any, Final

import httpx

from domain.models import Delivery, Event, Verdict
from domain.verdict import Outcome, RejectionCause
from tests.api.world import (
    CONNECT,
    CREATE_INTEGRATION,
    CREATE_TRIGGER,
    HANDLING,
    SECRET,
    SET_SECRET,
    Editor,
)

SIGNED: Final = {"hmac": {"header": "X-Signature", "secret": "{{secrets.SIGNING}}"}}
UNSIGNED: Final = {"none": True}
ACCOUNT: Final = "T1"

RESPONSE: Final = """
mutation ($input: UpdateWebhookResponseInput!) {
  updateWebhookResponse(input: $input) { trigger { id } errors { code message path } }
}"""
FINISH: Final = """
mutation ($input: FinishTriggerInput!) {
  finishTrigger(input: $input) { trigger { status } errors { code message path } }
}"""
DISABLE: Final = """
mutation ($input: DisableTriggerInput!) {
  disableTrigger(input: $input) { trigger { status } errors { code message path } }
}"""
DELETE: Final = """
mutation ($input: DeleteTriggerInput!) {
  deleteTrigger(input: $input) { deletedTriggerId errors { code message path } }
}"""
DISCONNECT: Final = """
mutation ($input: DisconnectAccountInput!) {
  disconnectAccount(input: $input) { credential { id } errors { code message path } }
}"""
WEBHOOK_URL: Final = "query ($id: ID!) { integration(id: $id) { webhookUrl } }"
USER_URL: Final = """
query ($id: ID!, $account: ID!) { trigger(id: $id) { userTargetUrl(credentialId: $account) } }"""

_names = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Answered:
    """One delivery: what the provider saw, and what was written down."""

    reply: httpx.Response
    row: Delivery

    @property
    def verdict(self) -> tuple[int, Outcome, RejectionCause | None]:
        """The status, the outcome, the cause."""
        cause = RejectionCause(self.row.cause) if self.row.cause else None
        return self.reply.status_code, Outcome(self.row.outcome), cause


@dataclass(frozen=True, slots=True)
class Placed:
    """A trigger and its test address."""

    id: str
    url: str


@dataclass(frozen=True, slots=True)
class Shop:
    """An integration. url: the live address that its app-level triggers share. sandbox: the account T1."""

    editor: Editor
    integration_id: str
    sandbox: str
    url: str

    @property
    def project_id(self) -> str:
        """The project's id."""
        return self.editor.project.id

    async def account(self, provider_id: str | None, user: str = "customer") -> str:
        """Connect one more account, give its credential's id."""
        given = {"integrationId": self.integration_id, "userId": user, "providerId": provider_id}
        return str((await self.editor.change(CONNECT, **given))["credential"]["id"])

    async def place(
        self,
        *,
        level: str = "APP",
        verification: Any = SIGNED,
        response: Any = None,
        handshakes: Any = (),
        **handling: Any,
    ) -> Placed:
        """Describe a trigger to the end. It waits for its first event."""
        created = await self.editor.change(
            CREATE_TRIGGER,
            integrationId=self.integration_id,
            name=f"Trigger {next(_names)}",
            creation="MANUAL",
            level=level,
        )
        trigger = Placed(created["trigger"]["id"], created["trigger"]["targetUrl"])
        if response or handshakes:
            answers = {"response": response or {"ok": True}, "handshakes": list(handshakes)}
            await self.editor.change(RESPONSE, triggerId=trigger.id, **answers)
        if verification is not None:
            routing = {"routing": ["event.body.team"]} if level == "APP" else {}
            given = {"verification": verification, **routing, **handling}
            await self.editor.change(HANDLING, triggerId=trigger.id, **given)
        return trigger

    async def finish(self, trigger: Placed) -> Placed:
        """Prove it by a signed event of the sandbox account, and finish it."""
        proof = await self.send(trigger.url, {"team": ACCOUNT, "proof": trigger.id})
        assert proof.row.outcome == Outcome.EVENT
        await self.editor.change(FINISH, triggerId=trigger.id)
        return trigger

    async def live(self, **described: Any) -> Placed:
        """Describe and finish a trigger."""
        return await self.finish(await self.place(**described))

    async def user_url(self, trigger: Placed, account: str) -> str:
        """The address of one account at a user-level trigger."""
        found = await self.editor.data(USER_URL, id=trigger.id, account=account)
        return str(found["trigger"]["userTargetUrl"])

    async def send(
        self,
        url: str,
        body: Any = None,
        *,
        secret: str = SECRET,
        method: str = "POST",
        headers: Any = None,
    ) -> Answered:
        """Send a delivery that leaves one row. It is signed unless headers are given. body: bytes, or JSON."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        sent = signed(content, secret) if headers is None else headers
        before = await self.rows()
        reply = await self.editor.http.request(method, url, content=content, headers=sent)
        (identifier,) = set(await self.rows()) - set(before)
        return Answered(reply, await Delivery.get(id=identifier))

    async def rows(self) -> list[str]:
        """Ids of everything that was written down."""
        return await Delivery.filter(project_id=self.project_id).values_list("id", flat=True)  # type: ignore[return-value]

    async def events(self, trigger: Placed) -> list[tuple[str, str]]:
        """The trigger's events: delivery and account."""
        rows = await Event.filter(trigger_id=trigger.id).order_by("id")
        return [(row.delivery_id, row.credential_id) for row in rows]

    async def verdict(self, trigger: Placed, delivery: Delivery) -> Verdict:
        """What one trigger made of a delivery."""
        return await Verdict.get(trigger_id=trigger.id, delivery_id=delivery.id)


def signed(content: bytes, secret: str = SECRET) -> dict[str, str]:
    """The headers of a genuine delivery."""
    return {"x-signature": signature(content, secret), "content-type": "application/json"}


def signature(content: bytes, secret: str = SECRET) -> str:
    """HMAC-SHA256, hex."""
    return hmac.new(secret.encode(), content, hashlib.sha256).hexdigest()


async def opened(editor: Editor) -> Shop:
    """Make an integration, its sandbox account and its signing secret."""
    made = await editor.change(CREATE_INTEGRATION, name=f"Tracker {next(_names)}")
    identifier = made["integration"]["id"]
    account = {"integrationId": identifier, "userId": "sandbox", "providerId": ACCOUNT}
    connected = await editor.change(CONNECT, **account, isSandbox=True)
    await editor.change(SET_SECRET, name="SIGNING", value=SECRET)
    url = (await editor.data(WEBHOOK_URL, id=identifier))["integration"]["webhookUrl"]
    return Shop(editor, identifier, connected["credential"]["id"], url)

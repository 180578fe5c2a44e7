"""The second act: an app's webhook, entered by hand in the provider's console, shared by every account."""

import secrets
from typing import Any, Final

from api.demo import accounts, scene, wizard
from api.demo.editor import Editor
from api.demo.listening import listening
from api.demo.scene import Scene
from api.demo.stage import Stage
from api.demo.telling import Teller
from domain.simulator import draft

_SECRET: Final = "SLACK_SIGNING_SECRET"  # noqa: S105  a name
_SANDBOX: Final = "T0123ABCD"
_CUSTOMER: Final = "T0555WXYZ"


async def act(teller: Teller, stage: Stage) -> None:
    """Play it. Raises Failed, and Unanswered when the provider does not get its challenge back."""
    teller.act("Slack: one webhook of the app, for every account")
    signing_secret, editor = secrets.token_hex(16), stage.editor
    simulator = stage.simulator("slack", app={_SECRET: signing_secret})
    integration = await _create(teller, editor, signing_secret)
    sandbox = {"userId": "editor", "providerId": _SANDBOX, "isSandbox": True}
    await _connect(editor, integration["id"], **sandbox)
    teller.done(f"Sandbox account connected: workspace {_SANDBOX}")
    trigger = await wizard.begin(teller, editor, integration["id"], "slack", "Message posted")
    await simulator.check(trigger["targetUrl"])
    what = "target URL entered at Slack, which verified it"
    wizard.completed(teller, trigger, "WEBHOOK_SETUP", what)
    async with listening(editor, trigger["id"]) as events:
        here = Scene(teller, editor, simulator, trigger, events)
        await _handshake(here)
        scene.address(here)
        await _verdicts(here)
        await scene.finish(here)
        await _live(here, integration)


async def _create(teller: Teller, editor: Editor, signing_secret: str) -> dict[str, Any]:
    fields = "integration { id name webhookUrl }"
    made = await editor.do("createIntegration", fields, provider="slack")
    integration: dict[str, Any] = made["integration"]
    teller.expect("The integration is the catalog's", "Slack", integration["name"])
    teller.done("Integration made from the catalog")
    await editor.do("setSecret", "secret { name }", name=_SECRET, value=signing_secret)
    shows = [text for text in editor.seen if signing_secret in text]
    teller.expect("The API does not show the secret", [], shows)
    teller.done(f"Signing secret stored, write-only: {{{{secrets.{_SECRET}}}}}")
    return integration


async def _connect(editor: Editor, integration_id: str, **account: Any) -> dict[str, str]:
    return await accounts.connect(editor, integration_id, secrets.token_urlsafe(24), **account)


async def _handshake(here: Scene) -> None:
    delivery = await scene.handshake(here, "url_verification, signed; its challenge went back")
    challenge = delivery["body"]["json"]["challenge"]
    answered = delivery["reply"]["body"]["json"]
    here.teller.expect("The challenge went back", {"challenge": challenge}, answered)


async def _verdicts(here: Scene) -> None:
    message = draft(here.simulator.provider, here.target)
    await scene.genuine(here, "genuine: signed with the signing secret", request=message)
    await scene.genuine(here, "the same again, as Slack retries", "DUPLICATE", message)
    await scene.forged(here)
    await scene.stale(here)


async def _live(here: Scene, integration: dict[str, Any]) -> None:
    live = integration["webhookUrl"]
    account = {"userId": "customer-42", "providerId": _CUSTOMER}
    customer = await _connect(here.editor, integration["id"], **account)
    here.teller.done(f"A customer connected workspace {_CUSTOMER}")
    message = draft(here.simulator.provider, live, account=_CUSTOMER)
    what = f"genuine, about workspace {_CUSTOMER}"
    await scene.live(here, live, what, customer, message)

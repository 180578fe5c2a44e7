"""The first act: an account's webhook, made by request; its secret comes in a handshake while the request is open."""

import secrets
from datetime import datetime, timedelta
from typing import Any, Final

from api.demo import accounts, scene, wizard
from api.demo.editor import Editor
from api.demo.listening import listening
from api.demo.scene import Scene
from api.demo.stage import Stage, served
from api.demo.telling import Teller

_SENT: Final = f"""
    registration {{
      state reason
      exchange {{ sentAt request {{ method url }} answer {{ status elapsedMs }} }}
    }}
    trigger {{ {wizard.TRIGGER} }}"""


async def act(teller: Teller, stage: Stage) -> None:
    """Play it. Raises Failed."""
    teller.act("Asana: a webhook for each account, made by request")
    token, editor = secrets.token_urlsafe(24), stage.editor
    simulator = stage.simulator("asana", credential={"accessToken": token})
    async with served(simulator) as base_url:
        integration_id = await _create(teller, editor, base_url)
        who: dict[str, Any] = {"userId": "editor", "isSandbox": True}
        account = await accounts.connect(editor, integration_id, token, **who)
        teller.done("Sandbox account connected, with its access token")
        trigger = await wizard.begin(teller, editor, integration_id, "asana", "Task changed")
        await _fill_in(editor, trigger)
        exchange = await _send(teller, editor, trigger["id"])
        async with listening(editor, trigger["id"]) as events:
            here = Scene(teller, editor, simulator, trigger, events)
            await _handshake(here, exchange)
            scene.address(here)
            await scene.forged(here)
            await scene.unproven(here)
            await scene.genuine(here, "genuine: signed with the kept secret")
            await scene.finish(here)
            live = await _live_url(editor, trigger["id"], account["id"])
            await scene.live(here, live, "genuine, at the account's live address", account)


async def _create(teller: Teller, editor: Editor, base_url: str) -> str:
    fields = "integration { id name apiBaseUrl }"
    made = await editor.do("createIntegration", fields, provider="asana", apiBaseUrl=base_url)
    integration = made["integration"]
    came = (integration["name"], integration["apiBaseUrl"])
    teller.expect("The integration is the catalog's", ("Asana", base_url), came)
    teller.done("Integration made from the catalog; its API is played by the simulator at")
    teller.detail(base_url)
    return str(integration["id"])


async def _fill_in(editor: Editor, trigger: dict[str, Any]) -> None:
    request = trigger["setup"]["request"]
    data = {**request["body"]["json"]["data"], "resource": "1206000"}  # PROJECT_GID, in the sketch
    await editor.do(
        "updateWebhookSetup",
        "trigger { id }",
        triggerId=trigger["id"],
        request={
            "method": request["method"],
            "url": request["url"],
            "body": {"json": {"data": data}},
        },
    )


async def _send(teller: Teller, editor: Editor, trigger_id: str) -> dict[str, Any]:
    sent = await editor.do("sendSetupRequest", _SENT, triggerId=trigger_id)
    registration = sent["registration"]
    came = (registration["state"], registration["reason"])
    teller.expect("The provider accepted the setup request", ("ACTIVE", None), came)
    exchange: dict[str, Any] = registration["exchange"]
    teller.expect("The provider answered 201", 201, exchange["answer"]["status"])
    wizard.completed(teller, sent["trigger"], "WEBHOOK_SETUP", "setup request sent, answered 201")
    request, took = exchange["request"], exchange["answer"]["elapsedMs"]
    teller.detail(f"{request['method']} {request['url']} in {took} ms")
    return exchange


async def _handshake(here: Scene, exchange: dict[str, Any]) -> None:
    delivery = await scene.handshake(here, "X-Hook-Secret, echoed and kept")
    began = datetime.fromisoformat(exchange["sentAt"])
    # both times are cut to whole milliseconds
    ended = began + timedelta(milliseconds=exchange["answer"]["elapsedMs"] + 1)
    is_within = began <= datetime.fromisoformat(delivery["receivedAt"]) <= ended
    here.teller.expect("The handshake came during the call", expected=True, came=is_within)
    here.teller.done("The handshake came and was answered while the setup request was open")
    trigger = await wizard.look(here.editor, here.trigger["id"])
    names = sorted(each["name"] for each in trigger["persistedValues"])
    here.teller.expect("Both values are kept", ["hook_secret", "webhook_id"], names)
    secret = here.simulator.webhooks[here.target].persisted["hook_secret"]
    shows = [text for text in here.editor.seen if secret in text]
    here.teller.expect("Neither exchange nor trigger show the secret", [], shows)
    here.teller.done("Kept, encrypted: {{persisted.hook_secret}}, {{persisted.webhook_id}}")


async def _live_url(editor: Editor, trigger_id: str, account_id: str) -> str:
    document = """
        query ($id: ID!, $account: ID!) {
          trigger(id: $id) { userTargetUrl(credentialId: $account) }
        }"""
    data = await editor.ask(document, id=trigger_id, account=account_id)
    return str(data["trigger"]["userTargetUrl"])

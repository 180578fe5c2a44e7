"""A provider's ping while the webhook is made is a handshake: it is answered, and proves nothing."""

import hashlib
import hmac
import json
from typing import Any, Final

import httpx

from domain.models import Delivery
from tests.api.world import (
    CONNECT,
    CREATE_INTEGRATION,
    CREATE_TRIGGER,
    SET_SECRET,
    Editor,
    World,
)

SECRET: Final = "planted-github-secret"
PING: Final = {"zen": "Keep it logically awesome.", "hook_id": 30, "hook": {"type": "Repository"}}
PROOF: Final = "query ($id: ID!) { trigger(id: $id) { sample { id } } }"


async def a_github_trigger(editor: Editor) -> Any:
    made = await editor.change(CREATE_INTEGRATION, provider="github")
    account = {"integrationId": made["integration"]["id"], "userId": "me", "isSandbox": True}
    await editor.change(CONNECT, **account, authorization={"bearer": {"token": "gho_planted"}})
    await editor.change(SET_SECRET, name="GITHUB_WEBHOOK_SECRET", value=SECRET)
    created = await editor.change(
        CREATE_TRIGGER, integrationId=made["integration"]["id"], name="Push", template="github"
    )
    return created["trigger"]


async def ping(editor: Editor, url: str, secret: str) -> httpx.Response:
    body = json.dumps(PING).encode()
    signature = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    headers = {
        "content-type": "application/json",
        "x-github-event": "ping",
        "x-hub-signature-256": f"sha256={signature}",
    }
    return await editor.http.post(url, content=body, headers=headers)


async def test_githubs_ping_is_a_handshake_and_proves_nothing(hookwright: World) -> None:
    editor = await hookwright.editor()
    trigger = await a_github_trigger(editor)

    answer = await ping(editor, trigger["targetUrl"], SECRET)

    assert (answer.status_code, answer.content) == (200, b"")
    assert (await Delivery.get(project_id=editor.project.id)).outcome == "HANDSHAKE"
    assert (await editor.data(PROOF, id=trigger["id"]))["trigger"] == {"sample": None}


async def test_a_forged_ping_is_refused(hookwright: World) -> None:
    editor = await hookwright.editor()
    trigger = await a_github_trigger(editor)

    answer = await ping(editor, trigger["targetUrl"], "guessed")

    assert answer.status_code == 401
    stored = await Delivery.get(project_id=editor.project.id)
    assert (stored.outcome, stored.cause) == ("REJECTED", "SIGNATURE_MISMATCH")

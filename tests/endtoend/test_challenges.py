"""Handshakes with real input: Slack's signed challenge, Zoom's token, Meta's GET. Shown live, never events."""

import hashlib
import hmac
import json
from typing import Any, Final

import pytest

from tests.api.world import Editor
from tests.endtoend import ears
from tests.endtoend.ears import Ear
from tests.endtoend.provider import Provider
from tests.endtoend.senders import SENDERS
from tests.endtoend.stage import ready

SLACK: Final = {
    "token": "Jhj5dZrVaK7ZwHHjRyZWjbDl",
    "challenge": "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P",
    "type": "url_verification",
}
ZOOM: Final = {
    "payload": {"plainToken": "qgg8vlvZRS6UYooatFL8Aw"},
    "event_ts": 1654503849680,
    "event": "endpoint.url_validation",
}


async def outcome(ear: Ear) -> tuple[str, str | None, int, list[Any]]:
    delivery = (await ear.next())["delivery"]
    events = [event for verdict in delivery["verdicts"] for event in verdict["events"]]
    return delivery["outcome"], delivery["cause"], delivery["reply"]["status"], events


async def test_slacks_signed_challenge_is_answered_and_a_forged_one_is_not(
    editor: Editor, provider: Provider
) -> None:
    stage = await ready(editor, SENDERS["slack"], provider)
    body = json.dumps(SLACK).encode()
    async with ears.by_socket(editor, stage.trigger_id) as ear:
        forged = await stage.send(body=body, secret="guessed")
        stale = await stage.send(body=body, age=310)
        genuine = await stage.send(body=body)
        seen = [await outcome(ear) for _ in range(3)]

    assert (forged.status_code, forged.content) == (401, b"")
    assert (stale.status_code, stale.content) == (401, b"")
    assert (genuine.status_code, genuine.json()) == (200, {"challenge": SLACK["challenge"]})
    assert genuine.headers["content-type"].startswith("application/json")
    assert seen == [
        ("REJECTED", "SIGNATURE_MISMATCH", 401, []),
        ("REJECTED", "TIMESTAMP_OUTSIDE_TOLERANCE", 401, []),
        ("HANDSHAKE", None, 200, []),
    ]
    assert await stage.events() == 0
    assert (await stage.trigger())["wizard"]["canFinish"] is False


async def test_zooms_token_comes_back_encrypted_under_the_secret_token(
    editor: Editor, provider: Provider
) -> None:
    stage = await ready(editor, SENDERS["zoom"], provider)
    body = json.dumps(ZOOM).encode()
    async with ears.by_socket(editor, stage.trigger_id) as ear:
        forged = await stage.send(body=body, secret="guessed")
        genuine = await stage.send(body=body)
        seen = [await outcome(ear) for _ in range(2)]

    plain = "qgg8vlvZRS6UYooatFL8Aw"
    encrypted = hmac.new(stage.sender.secret.encode(), plain.encode(), hashlib.sha256).hexdigest()
    assert (forged.status_code, forged.content) == (401, b"")
    assert genuine.status_code == 200
    assert genuine.json() == {"plainToken": plain, "encryptedToken": encrypted}
    assert seen == [
        ("REJECTED", "SIGNATURE_MISMATCH", 401, []),
        ("HANDSHAKE", None, 200, []),
    ]


async def test_metas_challenge_is_answered_as_text_for_the_verify_token_alone(
    editor: Editor, provider: Provider
) -> None:
    stage = await ready(editor, SENDERS["meta"], provider)
    asked = {"hub.mode": "subscribe", "hub.challenge": "1158201444"}
    token = stage.sender.secrets["META_VERIFY_TOKEN"]
    async with ears.by_socket(editor, stage.trigger_id) as ear:
        tokens: list[dict[str, str]] = [
            {"hub.verify_token": token},
            {"hub.verify_token": token + "x"},
            {"hub.verify_token": ""},
            {},
        ]
        responses = [
            await editor.http.get(stage.target_url, params={**asked, **each}) for each in tokens
        ]
        seen = [await outcome(ear) for _ in responses]

    assert [each.status_code for each in responses] == [200, 403, 403, 403]
    assert [each.content for each in responses] == [b"1158201444", b"", b"", b""]
    assert responses[0].headers["content-type"].startswith("text/plain")
    assert seen == [
        ("HANDSHAKE", None, 200, []),
        *[("REJECTED", "HANDSHAKE_REFUSED", 403, [])] * 3,
    ]


@pytest.mark.parametrize("slug", ["slack", "zoom"])
async def test_live_address_answers_the_challenge_once_finished(
    slug: str, editor: Editor, provider: Provider
) -> None:
    stage = await ready(editor, SENDERS[slug], provider)
    body = json.dumps(SLACK if slug == "slack" else ZOOM).encode()

    before = await stage.send(stage.webhook_url, body=body)
    await stage.finish()
    after = await stage.send(stage.webhook_url, body=body)

    assert (before.status_code, after.status_code) == (404, 200)

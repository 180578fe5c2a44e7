"""The setup request as a real provider gets it, its answer kept, and the exchange shown without a secret."""

import base64
import json
from dataclasses import replace
from typing import Final
from urllib.parse import parse_qsl

import pytest

from domain.identity import Kind, is_id
from tests.api.world import Editor
from tests.endtoend import ears
from tests.endtoend.provider import Asked, Provider
from tests.endtoend.senders import SENDERS
from tests.endtoend.stage import (
    ACCESS_TOKEN,
    ACCOUNT_SID,
    SEND,
    Stage,
    begin,
    ready,
    set_up,
    target_in,
)

_BEARER: Final = ("authorization", f"Bearer {ACCESS_TOKEN}")
_BASIC: Final = base64.b64encode(f"{ACCOUNT_SID}:{ACCESS_TOKEN}".encode()).decode()
ASKED: Final = {
    "github": ("/repos/octo-org/webhooks/hooks", _BEARER, ["webhook_id"]),
    "stripe": ("/v1/webhook_endpoints", _BEARER, ["signing_secret", "webhook_id"]),
    "shopify": ("/graphql.json", ("x-shopify-access-token", ACCESS_TOKEN), ["webhook_id"]),
    "asana": ("/webhooks", _BEARER, ["hook_secret", "webhook_id"]),
    "linear": ("/graphql", _BEARER, ["signing_secret", "webhook_id"]),
    "twilio": (
        f"/2010-04-01/Accounts/{ACCOUNT_SID}/IncomingPhoneNumbers/PN77.json",
        ("authorization", f"Basic {_BASIC}"),
        [],
    ),
}
each_api = pytest.mark.parametrize("slug", ASKED)


@each_api
async def test_provider_is_asked_as_its_documentation_says(
    slug: str, editor: Editor, provider: Provider
) -> None:
    stage = await begin(editor, SENDERS[slug], provider)

    sent = await set_up(stage, provider)

    path, (header, value), kept = ASKED[slug]
    (asked,) = provider.asked
    assert (asked.method, asked.path, asked.headers[header]) == ("POST", path, value)
    assert target_in(asked) == stage.target_url
    assert sent["registration"]["state"] == "ACTIVE"
    assert sent["registration"]["reason"] is None
    assert sorted(each["name"] for each in sent["trigger"]["persistedValues"]) == kept


@each_api
async def test_exchange_is_shown_without_a_secret(
    slug: str, editor: Editor, provider: Provider
) -> None:
    stage = await begin(editor, SENDERS[slug], provider)

    sent = await set_up(stage, provider)

    shown = json.dumps(sent, ensure_ascii=False)
    assert stage.trigger_id in shown
    assert [
        secret for secret in (ACCESS_TOKEN, stage.sender.secret, _BASIC) if secret in shown
    ] == []


async def test_forms_and_json_arrive_with_the_values_filled_in(
    editor: Editor, provider: Provider
) -> None:
    github = await ready(editor, SENDERS["github"], provider)
    stripe = await ready(editor, SENDERS["stripe"], provider)

    first, second = provider.asked
    assert json.loads(first.body) == {
        "name": "web",
        "active": True,
        "events": ["push"],
        "config": {
            "url": github.target_url,
            "content_type": "json",
            "secret": github.sender.secret,
        },
    }
    assert parse_qsl(second.body.decode()) == [
        ("url", stripe.target_url),
        ("enabled_events[]", "payment_intent.succeeded"),
    ]


async def test_asanas_handshake_is_shown_live_while_the_call_is_open(
    editor: Editor, provider: Provider
) -> None:
    stage = await begin(editor, SENDERS["asana"], provider)
    async with ears.by_socket(editor, stage.trigger_id) as ear:
        await set_up(stage, provider)
        delivery = (await ear.next())["delivery"]

    assert is_id(delivery["id"], Kind.DELIVERY)
    assert (delivery["outcome"], delivery["cause"], delivery["isTest"]) == ("HANDSHAKE", None, True)
    assert delivery["explanation"] == (
        "Answered by the handshake rule “X-Hook-Secret”. Kept persisted.hook_secret."
    )
    assert delivery["reply"]["status"] == 200
    assert [verdict["events"] for verdict in delivery["verdicts"]] == [[]]
    assert (await stage.trigger())["wizard"]["canFinish"] is False


async def test_stranger_cannot_replace_the_secret_that_asana_sent(
    editor: Editor, provider: Provider
) -> None:
    stage = await ready(editor, SENDERS["asana"], provider)
    takeover = {"X-Hook-Secret": "of-a-stranger"}

    response = await editor.http.post(stage.target_url, headers=takeover)
    forged = await stage.send(secret="of-a-stranger")
    genuine = await stage.send()

    assert [response.status_code, forged.status_code, genuine.status_code] == [401, 401, 200]
    assert "x-hook-secret" not in response.headers
    assert await stage.events() == 1


async def test_new_setup_request_takes_asanas_new_secret_and_drops_the_old(
    editor: Editor, provider: Provider
) -> None:
    stage = await ready(editor, SENDERS["asana"], provider)
    anew = replace(stage, sender=replace(stage.sender, secret="planted-second-hook-secret"))

    await _set_up_again(anew, provider)

    assert (await stage.send()).status_code == 401
    assert (await anew.send()).status_code == 200


async def test_refusal_of_the_provider_is_told_in_its_words(
    editor: Editor, provider: Provider
) -> None:
    stage = await begin(editor, SENDERS["stripe"], provider)
    provider.answer = (401, {"error": {"message": f"Invalid API Key: {ACCESS_TOKEN}"}})

    sent = await editor.change(SEND, triggerId=stage.trigger_id)

    assert sent["registration"]["state"] == "ERRORED"
    assert sent["registration"]["reason"] == (
        'The provider answered 401: {"error":{"message":"Invalid API Key: «•••»"}}'
    )
    steps = (await stage.trigger())["wizard"]["steps"]
    assert [step["isComplete"] for step in steps] == [True, False, False]


async def test_handshake_at_a_wrong_address_fails_the_setup_and_keeps_nothing(
    editor: Editor, provider: Provider
) -> None:
    stage = await begin(editor, SENDERS["asana"], provider)

    async def strange(asked: Asked) -> None:
        wrong = str(target_in(asked)).replace("trg_0", "trg_1")
        response = await asked.http.post(wrong, headers={"X-Hook-Secret": "planted"})
        assert response.status_code == 404

    provider.meanwhile = strange
    provider.answer = (400, {"errors": [{"message": "the handshake failed"}]})
    sent = await editor.change(SEND, triggerId=stage.trigger_id)

    assert sent["registration"]["state"] == "ERRORED"
    assert sent["trigger"] == {"persistedValues": []}


async def _set_up_again(stage: Stage, provider: Provider) -> None:
    provider.asked.clear()
    sent = await set_up(stage, provider)
    assert sent["registration"]["state"] == "ACTIVE"
    assert [one.method for one in provider.asked] == ["DELETE", "POST"]

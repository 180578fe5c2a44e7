"""Values kept from handshakes: in a registration's window or while someone listens, once; never by a stranger."""

import asyncio
import contextlib
import hashlib
import hmac
import json
import socket
from collections.abc import AsyncIterator
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from domain.models import PersistedValue, Registration, Trigger
from domain.verdict import Outcome, RejectionCause
from tests.api.world import HANDLING, SECRET, World, served
from tests.receiver.shop import ACCOUNT, FINISH, RESPONSE, Answered, Placed, Shop, signature
from tests.transport.endpoint import Wire

OWN = "secret-of-the-handshake"
STRANGER = "secret-of-a-stranger"
BY_KEPT = {"hmac": {"header": "X-Signature", "secret": "{{persisted.key}}"}}
HELLO = {
    "name": "Hello",
    "when": [{"path": "event.headers.x-hook-secret", "isPresent": True}],
    "persist": [{"name": "key", "value": "{{event.headers.x-hook-secret}}"}],
    "reply": {"headers": [{"name": "X-Hook-Secret", "value": "{{event.headers.x-hook-secret}}"}]},
}
LISTEN = "subscription ($id: ID!) { listenForEvents(triggerId: $id) { __typename } }"
EVENT = {"team": ACCOUNT}
SETUP = """
mutation ($input: UpdateWebhookSetupInput!) {
  updateWebhookSetup(input: $input) { trigger { id } errors { code message path } }
}"""
SEND = """
mutation ($input: SendSetupRequestInput!) {
  sendSetupRequest(input: $input) { registration { state } errors { code message path } }
}"""
CREATE = """
mutation ($input: CreateTriggerInput!) {
  createTrigger(input: $input) { trigger { id targetUrl } errors { code message path } }
}"""


@contextlib.asynccontextmanager
async def listening(shop: Shop, trigger: Placed) -> AsyncIterator[Wire]:
    """Listen as an editor does, until the window is open."""
    async with shop.editor.socket() as wire:
        await wire.subscribe("live", LISTEN, variables={"id": trigger.id})
        async with asyncio.timeout(5):
            while not (await Trigger.get(id=trigger.id)).listening_ms:  # noqa: ASYNC110  a row, no event
                await asyncio.sleep(0)
        yield wire


async def hello(shop: Shop, trigger: Placed, key: str) -> Answered:
    return await shop.send(trigger.url, b"", headers={"x-hook-secret": key})


async def placed(shop: Shop, **more: Any) -> Placed:
    return await shop.place(verification=BY_KEPT, handshakes=[HELLO], **more)


async def test_without_a_window_nothing_is_kept(shop: Shop) -> None:
    trigger = await placed(shop)

    sent = await hello(shop, trigger, OWN)

    assert sent.verdict == (401, Outcome.REJECTED, RejectionCause.HANDSHAKE_REFUSED)
    assert sent.reply.content == b""
    assert "x-hook-secret" not in sent.reply.headers
    assert "only while the webhook is being registered" in sent.row.explanation
    assert await PersistedValue.filter(trigger_id=trigger.id).count() == 0


async def test_no_event_verifies_before_its_secret_is_there(shop: Shop) -> None:
    trigger = await placed(shop)

    sent = await shop.send(trigger.url, EVENT, secret="")

    assert sent.verdict == (401, Outcome.REJECTED, RejectionCause.SECRET_MISSING)


async def test_first_handshake_while_someone_listens_is_kept_and_the_next_is_refused(
    shop: Shop,
) -> None:
    trigger = await placed(shop)

    async with listening(shop, trigger):
        first = await hello(shop, trigger, OWN)
        stranger = await hello(shop, trigger, STRANGER)
        repeated = await hello(shop, trigger, OWN)
    genuine = await shop.send(trigger.url, EVENT, secret=OWN)
    forged = await shop.send(trigger.url, EVENT, secret=STRANGER)

    assert first.verdict == (200, Outcome.HANDSHAKE, None)
    assert first.reply.headers["x-hook-secret"] == OWN
    assert OWN not in first.row.headers
    assert OWN not in first.row.reply_headers
    assert stranger.verdict == (401, Outcome.REJECTED, RejectionCause.HANDSHAKE_REFUSED)
    assert repeated.verdict == (200, Outcome.HANDSHAKE, None)
    assert genuine.verdict == (200, Outcome.EVENT, None)
    assert forged.verdict == (401, Outcome.REJECTED, RejectionCause.SIGNATURE_MISMATCH)
    kept = await PersistedValue.get(trigger_id=trigger.id)
    assert (kept.window, kept.scope, kept.delivery_id) == ("listening", "test", first.row.id)
    assert OWN.encode() not in bytes(kept.sealed)


async def test_new_listening_lets_nobody_replace_what_is_kept(shop: Shop) -> None:
    trigger = await placed(shop)
    async with listening(shop, trigger):
        await hello(shop, trigger, OWN)

    async with listening(shop, trigger):
        sent = await hello(shop, trigger, STRANGER)

    assert sent.verdict == (401, Outcome.REJECTED, RejectionCause.HANDSHAKE_REFUSED)
    assert (await shop.send(trigger.url, EVENT, secret=OWN)).row.outcome == Outcome.EVENT


async def test_of_many_handshakes_at_once_one_wins(shop: Shop) -> None:
    trigger = await placed(shop)

    async def post(key: str) -> httpx.Response:
        return await shop.editor.http.post(trigger.url, headers={"x-hook-secret": key})

    async with listening(shop, trigger):
        keys = [f"secret-number-{number}" for number in range(12)]
        replies = await asyncio.gather(*map(post, keys))

    (winner,) = [key for key, reply in zip(keys, replies, strict=True) if reply.status_code == 200]
    assert sorted(reply.status_code for reply in replies) == [200] + [401] * 11
    assert (await shop.send(trigger.url, EVENT, secret=winner)).row.outcome == Outcome.EVENT
    others = set(keys) - {winner}
    refused = [await shop.send(trigger.url, EVENT, secret=other) for other in sorted(others)[:3]]
    assert [each.row.outcome for each in refused] == [Outcome.REJECTED] * 3


async def test_listening_opens_the_test_address_and_not_the_live_one(shop: Shop) -> None:
    trigger = await placed(shop)
    async with listening(shop, trigger):
        await hello(shop, trigger, OWN)
    await shop.send(trigger.url, EVENT, secret=OWN)
    await shop.editor.change(FINISH, triggerId=trigger.id)

    async with listening(shop, trigger):
        sent = await shop.send(shop.url, b"", headers={"x-hook-secret": STRANGER})

    assert sent.verdict == (401, Outcome.REJECTED, RejectionCause.HANDSHAKE_REFUSED)


async def test_verified_request_may_replace_what_is_kept(shop: Shop) -> None:
    trigger = await placed(shop)
    async with listening(shop, trigger):
        await hello(shop, trigger, OWN)
    headers = {"x-hook-secret": "rotated-by-the-provider", "x-signature": signature(b"", OWN)}

    sent = await shop.send(trigger.url, b"", headers=headers)

    assert sent.verdict == (200, Outcome.HANDSHAKE, None)
    old = await shop.send(trigger.url, EVENT, secret=OWN)
    new = await shop.send(trigger.url, EVENT, secret="rotated-by-the-provider")
    assert [old.row.outcome, new.row.outcome] == [Outcome.REJECTED, Outcome.EVENT]


async def test_accepting_all_payloads_verifies_nobody(shop: Shop) -> None:
    trigger = await placed(shop)
    async with listening(shop, trigger):
        await hello(shop, trigger, OWN)
    await shop.editor.change(HANDLING, triggerId=trigger.id, verification={"none": True})

    sent = await hello(shop, trigger, STRANGER)

    assert sent.verdict == (401, Outcome.REJECTED, RejectionCause.HANDSHAKE_REFUSED)


async def test_handshake_during_our_setup_request_is_kept_and_later_ones_are_not(
    hookwright: World, shop: Shop
) -> None:
    made = await shop.editor.change(
        CREATE, integrationId=shop.integration_id, name="Task", creation="API_REQUEST", level="USER"
    )
    trigger = Placed(made["trigger"]["id"], made["trigger"]["targetUrl"])
    seen: list[int] = []

    async def webhooks(request: Request) -> Response:
        target = (await request.json())["target"]
        for key in (OWN, STRANGER):
            reply = await hookwright.http.post(target, headers={"x-hook-secret": key})
            seen.append(reply.status_code)
        return JSONResponse({"id": 1}, 201)

    async with provider(webhooks) as url:
        await describe(shop, trigger, url)
        sent = await shop.editor.change(SEND, triggerId=trigger.id)
        assert sent["registration"] == {"state": "ACTIVE"}
        assert seen == [200, 401]
        after = await hello(shop, trigger, STRANGER)
        assert after.verdict == (401, Outcome.REJECTED, RejectionCause.HANDSHAKE_REFUSED)
        assert (await shop.send(trigger.url, {}, secret=OWN)).row.outcome == Outcome.EVENT

        await shop.editor.change(SEND, triggerId=trigger.id)

    # a registration of its own starts afresh: the first to call replaces, once; here it is OWN again
    assert seen == [200, 401, 200, 401]
    registration = await Registration.filter(trigger_id=trigger.id).order_by("-created_ms").first()
    assert registration is not None
    assert (await shop.send(trigger.url, {}, secret=OWN)).row.outcome == Outcome.EVENT


async def test_delivery_during_our_setup_request_is_answered_2xx_though_its_secret_is_yet_to_come(
    hookwright: World, shop: Shop
) -> None:
    made = await shop.editor.change(
        CREATE, integrationId=shop.integration_id, name="Ping", creation="API_REQUEST", level="USER"
    )
    trigger = Placed(made["trigger"]["id"], made["trigger"]["targetUrl"])
    seen: list[int] = []

    async def webhooks(request: Request) -> Response:
        target = (await request.json())["target"]
        seen.append((await hookwright.http.post(target, content=b'{"type":"ping"}')).status_code)
        return JSONResponse({"key": OWN}, 201)

    async with provider(webhooks) as url:
        await describe(
            shop, trigger, url, keep=[{"name": "key", "value": "{{setup.response.body.key}}"}]
        )
        await shop.editor.change(SEND, triggerId=trigger.id)

    assert seen == [200]
    late = await shop.send(trigger.url, {"type": "ping"}, headers={})
    assert late.verdict == (401, Outcome.REJECTED, RejectionCause.SIGNATURE_MISSING)
    assert (await shop.send(trigger.url, {}, secret=OWN)).row.outcome == Outcome.EVENT


async def test_stranger_cannot_have_an_event_signed_as_a_challenge(shop: Shop) -> None:
    value = '{{event.body.plainToken | hmac("sha256", secrets.SIGNING, "hex")}}'
    rule = {
        "name": "Validation",
        "when": [{"path": "event.body.plainToken", "isPresent": True}],
        "reply": {"json": {"encryptedToken": value}},
    }
    trigger = await shop.place(handshakes=[rule])
    event = json.dumps(EVENT)
    wanted = hmac.new(SECRET.encode(), event.encode(), hashlib.sha256).hexdigest()

    for token in (event, f" {event}", {"team": ACCOUNT}, [event], f"v0:1:{event}", "a\nb", "é"):
        asked = await shop.send(trigger.url, {"plainToken": token}, headers={})
        assert asked.verdict == (401, Outcome.REJECTED, RejectionCause.HANDSHAKE_REFUSED)
        assert asked.reply.content == b""
        assert wanted not in asked.row.explanation
    plain = await shop.send(trigger.url, {"plainToken": "qgg8vlvZRS6UYooatFL8Aw"}, headers={})
    assert plain.verdict == (200, Outcome.HANDSHAKE, None)
    assert plain.reply.json() == {"encryptedToken": signature(b"qgg8vlvZRS6UYooatFL8Aw")}


async def test_secret_in_an_answer_is_for_verified_senders_alone(shop: Shop) -> None:
    rule = {
        "name": "Tell",
        "when": [{"path": "event.body.tell", "isPresent": True}],
        "reply": {"text": "{{secrets.SIGNING}}"},
        "signed": True,
    }
    trigger = await shop.place(handshakes=[rule])

    stranger = await shop.send(trigger.url, {"tell": 1}, headers={})
    known = await shop.send(trigger.url, {"tell": 1})

    assert stranger.verdict == (401, Outcome.REJECTED, RejectionCause.SIGNATURE_MISSING)
    assert stranger.reply.content == b""
    assert known.reply.text == SECRET
    assert SECRET.encode() not in bytes(known.row.reply_body)


@contextlib.asynccontextmanager
async def provider(webhooks: Any) -> AsyncIterator[str]:
    """Serve a provider whose one endpoint creates webhooks."""
    app = Starlette(routes=[Route("/webhooks", webhooks, methods=["POST"])])
    with socket.create_server(("127.0.0.1", 0)) as listener:
        async with served(app, listener, asyncio.Event()):
            yield f"http://127.0.0.1:{listener.getsockname()[1]}/webhooks"


async def describe(shop: Shop, trigger: Placed, url: str, keep: Any = ()) -> None:
    body = {"json": {"target": "{{settings.webhookURL}}"}}
    request = {"url": url, "method": "POST", "body": body, "authorization": {"none": True}}
    await shop.editor.change(SETUP, triggerId=trigger.id, request=request, keep=list(keep))
    await shop.editor.change(
        RESPONSE, triggerId=trigger.id, response={"ok": True}, handshakes=[HELLO]
    )
    await shop.editor.change(HANDLING, triggerId=trigger.id, verification=BY_KEPT)

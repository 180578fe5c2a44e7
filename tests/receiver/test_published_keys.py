"""A delivery waits for the provider's published key; without it the provider is asked to send it again."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any, Final

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from joserfc.jwk import ECKey

from domain.models import Event
from domain.verdict import Outcome, RejectionCause
from tests.api.test_samples import SEND
from tests.api.world import SECRET
from tests.keyring.authority import pem, root
from tests.keyring.server import KeyServer, key, publishing, token
from tests.receiver.shop import ACCOUNT, Answered, Placed, Shop

EVENT: Final = {"team": ACCOUNT}
FETCH: Final = {"as": "jwks", "from": "jws:jku", "hosts": ["127.0.0.1"]}
JWT: Final = {
    "method": "jwt",
    "signature": {"from": "header:Authorization", "strip": "Bearer "},
    "algorithms": ["ES256"],
    "fetch": FETCH,
}
UNAVAILABLE: Final = (503, Outcome.REJECTED, RejectionCause.KEY_UNAVAILABLE)


@pytest.fixture
async def server() -> AsyncIterator[KeyServer]:
    async with publishing() as made:
        yield made


async def place(shop: Shop, scheme: Any = JWT, **described: Any) -> Placed:
    verification = {"scheme": {"scheme": scheme, "secrets": []}}
    return await shop.place(verification=verification, **described)


def bearer(by: ECKey, server: KeyServer, kid: str | None = None) -> dict[str, str]:
    text = token(by, datetime.now(UTC), kid=kid, jku=server.url)
    return {"authorization": f"Bearer {text}", "content-type": "application/json"}


async def send(shop: Shop, trigger: Placed, headers: dict[str, str]) -> Answered:
    return await shop.send(trigger.url, EVENT, headers=headers)


async def test_a_token_of_a_published_key_becomes_an_event(shop: Shop, server: KeyServer) -> None:
    known = key("1")
    server.publish(known)
    trigger = await place(shop)

    first = await send(shop, trigger, bearer(known, server))
    second = await send(shop, trigger, bearer(known, server))

    assert first.verdict == second.verdict == (200, Outcome.EVENT, None)
    assert server.asked == ["GET /keys HTTP/1.1"]


async def test_a_forged_token_is_refused_and_starts_nothing(shop: Shop, server: KeyServer) -> None:
    server.publish(key("1"))
    trigger = await place(shop)

    sent = await send(shop, trigger, bearer(key("x"), server, kid="1"))

    assert sent.verdict == (401, Outcome.REJECTED, RejectionCause.SIGNATURE_MISMATCH)
    assert sent.reply.content == b""
    assert await Event.filter(trigger_id=trigger.id).count() == 0


async def test_a_provider_that_is_down_is_asked_to_send_again(
    shop: Shop, server: KeyServer
) -> None:
    server.status = 500
    trigger = await place(shop)

    sent = await send(shop, trigger, bearer(key("1"), server))

    assert sent.verdict == UNAVAILABLE
    assert sent.reply.headers["retry-after"] == "60"
    assert sent.reply.content == b""
    assert sent.row.explanation == "127.0.0.1 answered 500 instead of a key."
    assert await shop.events(trigger) == []


async def test_what_is_sent_again_at_an_address_that_answers_now_becomes_an_event(
    shop: Shop, server: KeyServer
) -> None:
    known = key("1")
    server.status = 500
    trigger = await place(shop)
    headers = bearer(known, server)
    refused = await send(shop, trigger, headers)
    server.status, server.body = 200, b""
    server.publish(known)

    at_once = await send(shop, trigger, headers)
    other = {**bearer(known, server)}
    other["authorization"] = f"Bearer {token(known, datetime.now(UTC), jku=server.url + '?2')}"
    elsewhere = await send(shop, trigger, other)

    assert refused.verdict == at_once.verdict == UNAVAILABLE
    assert elsewhere.verdict == (200, Outcome.EVENT, None)
    assert server.asked == ["GET /keys HTTP/1.1", "GET /keys?2 HTTP/1.1"]


async def test_a_new_key_is_fetched_when_the_first_delivery_names_it(
    shop: Shop, server: KeyServer
) -> None:
    old, new = key("old"), key("new")
    server.publish(old)
    trigger = await place(shop)
    await send(shop, trigger, bearer(old, server))
    server.publish(new)

    rotated = await send(shop, trigger, bearer(new, server))
    unknown = await send(shop, trigger, bearer(key("x"), server))

    assert rotated.verdict == (200, Outcome.EVENT, None)
    assert unknown.verdict == UNAVAILABLE
    assert len(server.asked) == 2


async def test_a_flood_of_forged_tokens_is_no_flood_of_requests(
    shop: Shop, server: KeyServer
) -> None:
    known = key("1")
    server.publish(known)
    trigger = await place(shop)
    forged = [bearer(known, server, kid=f"forged-{number}") for number in range(50)]
    content = json.dumps(EVENT).encode()

    replies = await asyncio.gather(
        *(shop.editor.http.post(trigger.url, content=content, headers=each) for each in forged)
    )
    genuine = await send(shop, trigger, bearer(known, server))

    assert {reply.status_code for reply in replies} <= {401, 503}
    assert genuine.verdict == (200, Outcome.EVENT, None)
    assert len(server.asked) <= 2


async def test_fifty_deliveries_at_once_wait_for_one_request(shop: Shop, server: KeyServer) -> None:
    known = key("1")
    server.publish(known)
    trigger = await place(shop)
    content, headers = json.dumps(EVENT).encode(), bearer(known, server)

    replies = await asyncio.gather(
        *(shop.editor.http.post(trigger.url, content=content, headers=headers) for _ in range(50))
    )

    assert [reply.status_code for reply in replies] == [200] * 50
    assert server.asked == ["GET /keys HTTP/1.1"]


async def test_a_strangers_address_is_never_asked(shop: Shop, server: KeyServer) -> None:
    mine = key("1")
    server.publish(mine)
    pinned = {**FETCH, "hosts": ["keys.acme.example"]}
    trigger = await place(shop, {**JWT, "fetch": pinned})

    sent = await send(shop, trigger, bearer(mine, server))

    assert sent.verdict == (401, Outcome.REJECTED, RejectionCause.SIGNATURE_MISMATCH)
    assert sent.row.explanation == (
        "the token's header field jku names a key at an address that is not the provider's"
    )
    assert server.asked == []


async def test_a_delivery_without_a_token_asks_nobody(shop: Shop, server: KeyServer) -> None:
    trigger = await place(shop)

    sent = await send(shop, trigger, {"content-type": "application/json"})

    assert sent.verdict == (401, Outcome.REJECTED, RejectionCause.SIGNATURE_MISSING)
    assert server.asked == []


async def test_triggers_with_keys_of_their_own_are_fetched_for_at_once(
    shop: Shop, server: KeyServer
) -> None:
    known = key("1")
    server.publish(known)
    leeways = [await place(shop, {**JWT, "leeway": number}) for number in range(10, 15)]

    async with publishing() as another:
        another.publish(known)
        place_of = {**FETCH, "from": "header:X-Keys"}
        last = await place(shop, {**JWT, "fetch": place_of})
        headers = {**bearer(known, server), "x-keys": another.url}
        sent = await send(shop, last, headers)
        asked = another.asked

    assert sent.verdict == (200, Outcome.EVENT, None)
    assert asked == server.asked == ["GET /keys HTTP/1.1"]
    assert [len(await shop.events(each)) for each in (*leeways, last)] == [1] * 6


async def test_a_signed_handshake_waits_for_the_key_and_is_asked_again_without_it(
    shop: Shop, server: KeyServer
) -> None:
    rule = {
        "name": "Hello",
        "when": [{"path": "event.body.team", "equals": ACCOUNT}],
        "signed": True,
        "reply": {"text": "hello"},
    }
    known = key("1")
    server.publish(known)
    trigger = await place(shop, handshakes=[rule])

    answered = await send(shop, trigger, bearer(known, server))
    server.status = 500
    headers = bearer(known, server)
    headers["authorization"] = f"Bearer {token(known, datetime.now(UTC), jku=server.url + '?2')}"
    refused = await send(shop, trigger, headers)

    assert answered.verdict == (200, Outcome.HANDSHAKE, None)
    assert answered.reply.text == "hello"
    assert refused.verdict == UNAVAILABLE


async def test_a_certificate_at_an_address_in_the_body_verifies(
    shop: Shop, server: KeyServer
) -> None:
    private = generate_private_key(65_537, 2_048)
    server.body = pem(root().issue(private))
    scheme = {
        "method": "signature",
        "algorithm": "rsa-sha256",
        "signature": {"from": "header:X-Signature"},
        "encoding": "base64",
        "fetch": {"as": "x509", "from": "json:cert", "hosts": ["127.0.0.1"]},
    }
    trigger = await place(shop, scheme)
    body = json.dumps({**EVENT, "cert": server.url}).encode()
    signature = private.sign(body, padding.PKCS1v15(), hashes.SHA256())
    headers = {"x-signature": base64.b64encode(signature).decode()}

    genuine = await shop.send(trigger.url, body, headers=headers)
    tampered = await shop.send(trigger.url, body + b" ", headers=headers)

    assert genuine.verdict == (200, Outcome.EVENT, None)
    assert tampered.verdict == (401, Outcome.REJECTED, RejectionCause.SIGNATURE_MISMATCH)
    assert server.asked == ["GET /keys HTTP/1.1"]


async def test_a_certificate_that_nobody_trusted_vouches_for_is_no_key(
    shop: Shop, server: KeyServer
) -> None:
    private = generate_private_key(65_537, 2_048)
    server.body = pem(root().issue(private, "hooks.acme.example"))
    named = {"as": "x509", "from": "json:cert", "hosts": ["127.0.0.1"], "name": "*.acme.example"}
    scheme = {
        "method": "signature",
        "algorithm": "rsa-sha256",
        "signature": {"from": "header:X-Signature"},
        "encoding": "base64",
        "fetch": named,
    }
    trigger = await place(shop, scheme)
    body = json.dumps({**EVENT, "cert": server.url}).encode()
    signature = private.sign(body, padding.PKCS1v15(), hashes.SHA256())

    sent = await shop.send(
        trigger.url, body, headers={"x-signature": base64.b64encode(signature).decode()}
    )

    assert sent.verdict == UNAVAILABLE
    assert sent.row.explanation == (
        "127.0.0.1 answered with a certificate that no trusted authority gave to *.acme.example."
    )


async def test_an_alternative_that_holds_needs_no_key(shop: Shop, server: KeyServer) -> None:
    token_of_ours = {"method": "token", "from": "header:X-Token"}
    scheme = {"method": "any", "schemes": [JWT, token_of_ours]}
    verification = {
        "scheme": {
            "scheme": scheme,
            "secrets": [{"name": "secret", "value": "{{secrets.SIGNING}}"}],
        }
    }
    trigger = await shop.place(verification=verification)
    headers = {**bearer(key("1"), server), "x-token": SECRET}

    sent = await send(shop, trigger, headers)

    assert sent.verdict == (200, Outcome.EVENT, None)
    assert server.asked == []


async def test_a_sample_is_signed_and_verified_by_a_generated_key_without_the_provider(
    shop: Shop, server: KeyServer
) -> None:
    trigger = await place(shop)

    made = await shop.editor.change(SEND, triggerId=trigger.id, body=json.dumps(EVENT))

    assert (made["delivery"]["outcome"], made["delivery"]["cause"]) == ("EVENT", None)
    assert server.asked == []


async def test_the_wizards_jwt_form_asks_the_providers_address(shop: Shop) -> None:
    form = {
        "header": "Authorization",
        "prefix": "Bearer ",
        "algorithms": ["ES256"],
        "jwksUrl": "https://127.0.0.1/keys",
    }
    trigger = await shop.place(verification={"jwt": form})
    text = token(key("1"), datetime.now(UTC))

    sent = await send(shop, trigger, {"authorization": f"Bearer {text}"})

    assert sent.verdict == UNAVAILABLE
    assert sent.row.explanation == (
        "127.0.0.1 refused the connection: nothing listens at that port."
    )

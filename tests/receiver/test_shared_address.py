"""One address, several app-level triggers: each judges for itself, there is one reply."""

import json
from typing import Any

from domain.verdict import Outcome, RejectionCause
from tests.api.world import SECRET, SET_SECRET
from tests.receiver.shop import ACCOUNT, SIGNED, UNSIGNED, Shop, signature

EVENT = {"team": ACCOUNT}
BODY = json.dumps(EVENT).encode()
OTHER_SECRET = "other-planted-secret"
OTHERWISE = {"hmac": {"header": "X-Signature", "secret": "{{secrets.OTHER}}"}}


def ping(text: str, **more: Any) -> dict[str, Any]:
    when = [{"path": "event.body.ping", "isPresent": True}]
    return {"name": f"Ping {text}", "when": when, "reply": {"text": text}, **more}


async def both_secrets(shop: Shop) -> None:
    await shop.editor.change(SET_SECRET, name="OTHER", value=OTHER_SECRET)


async def test_each_trigger_verifies_with_its_own_secret(shop: Shop) -> None:
    await both_secrets(shop)
    one, other = await shop.place(), await shop.place(verification=OTHERWISE)

    sent = await shop.send(one.url, BODY, secret=OTHER_SECRET)

    assert one.url == other.url
    assert sent.verdict == (200, Outcome.EVENT, None)
    refused, accepted = await shop.verdict(one, sent.row), await shop.verdict(other, sent.row)
    assert (refused.outcome, refused.cause) == ("REJECTED", RejectionCause.SIGNATURE_MISMATCH)
    assert (accepted.outcome, accepted.cause) == ("EVENT", None)
    assert await shop.events(one) == []
    assert await shop.events(other) == [(sent.row.id, shop.sandbox)]


async def test_one_delivery_is_an_event_for_every_trigger_that_verifies_it(shop: Shop) -> None:
    triggers = [await shop.place() for _ in range(3)]

    sent = await shop.send(triggers[0].url, BODY)

    for trigger in triggers:
        assert await shop.events(trigger) == [(sent.row.id, shop.sandbox)]


async def test_unsigned_trigger_takes_what_its_neighbour_refuses(shop: Shop) -> None:
    signed, unsigned = await shop.place(), await shop.place(verification=UNSIGNED)

    sent = await shop.send(signed.url, BODY, headers={})

    assert sent.verdict == (200, Outcome.EVENT, None)
    assert await shop.events(signed) == []
    assert await shop.events(unsigned) == [(sent.row.id, shop.sandbox)]


async def test_triggers_route_and_filter_for_themselves(shop: Shop) -> None:
    nothing = {"any": [{"all": [{"path": "event.body.never", "operator": "EXISTS"}]}]}
    routed = await shop.place(routing=["event.headers.x-team"])
    filtered = await shop.place(filter=nothing)
    lost = await shop.place(routing=["event.body.tenant"])
    headers = {"x-signature": signature(BODY), "x-team": ACCOUNT}

    sent = await shop.send(routed.url, BODY, headers=headers)

    assert sent.verdict == (200, Outcome.EVENT, None)
    outcomes = [(await shop.verdict(each, sent.row)).outcome for each in (routed, filtered, lost)]
    assert outcomes == ["EVENT", "FILTERED", "UNROUTED"]


async def test_reply_is_the_first_that_is_not_the_default_of_those_that_verify(shop: Shop) -> None:
    await both_secrets(shop)
    plain = await shop.place()
    await shop.place(verification=OTHERWISE, response={"echoBody": True})

    own = await shop.send(plain.url, BODY)
    other = await shop.send(plain.url, BODY, secret=OTHER_SECRET)
    nobody = await shop.send(plain.url, BODY, secret="guessed")

    assert (own.reply.status_code, own.reply.content) == (200, b"")
    assert (other.reply.status_code, other.reply.content) == (200, BODY)
    assert (nobody.reply.status_code, nobody.reply.content) == (401, b"")


async def test_handshake_is_answered_by_the_trigger_created_first_and_is_no_event(
    shop: Shop,
) -> None:
    plain = await shop.place(verification=UNSIGNED)
    first = await shop.place(handshakes=[ping("first")])
    second = await shop.place(handshakes=[ping("second")])

    sent = await shop.send(plain.url, {**EVENT, "ping": 1}, headers={})

    assert sent.verdict == (200, Outcome.HANDSHAKE, None)
    assert sent.reply.text == "first"
    for trigger in (plain, first, second):
        assert (await shop.verdict(trigger, sent.row)).outcome == "HANDSHAKE"
        assert await shop.events(trigger) == []


async def test_rule_that_refuses_leaves_the_handshake_to_the_next(shop: Shop) -> None:
    demanding = ping(
        "first", require=[{"name": "event.query.token", "value": "{{secrets.SIGNING}}"}]
    )
    first = await shop.place(handshakes=[demanding])
    await shop.place(handshakes=[ping("second")])

    stranger = await shop.send(first.url, {"ping": 1}, headers={})
    known = await shop.send(f"{first.url}?token={SECRET}", {"ping": 1}, headers={})

    assert (stranger.verdict[1], stranger.reply.text) == (Outcome.HANDSHAKE, "second")
    assert (known.verdict[1], known.reply.text) == (Outcome.HANDSHAKE, "first")
    assert SECRET not in known.row.query_string


async def test_rule_that_refuses_takes_no_event_from_another_trigger(shop: Shop) -> None:
    demanding = ping("no", require=[{"name": "event.query.token", "value": "{{secrets.SIGNING}}"}])
    refusing = await shop.place(verification=None, handshakes=[demanding])
    other = await shop.place()

    sent = await shop.send(other.url, {**EVENT, "ping": "a field of the event"})

    assert sent.verdict == (200, Outcome.EVENT, None)
    assert await shop.events(other) == [(sent.row.id, shop.sandbox)]
    verdict = await shop.verdict(refusing, sent.row)
    assert (verdict.outcome, verdict.cause) == ("REJECTED", RejectionCause.HANDSHAKE_REFUSED)


async def test_refused_handshake_answers_with_the_rules_status_when_nobody_verifies(
    shop: Shop,
) -> None:
    demanding = ping("no", require=[{"name": "event.query.token", "value": "{{secrets.SIGNING}}"}])
    refusing = await shop.place(handshakes=[{**demanding, "rejectStatus": 403}])
    await shop.place()

    sent = await shop.send(refusing.url, {**EVENT, "ping": 1}, headers={})

    assert sent.verdict[:2] == (403, Outcome.REJECTED)
    assert sent.reply.content == b""


async def test_rejection_of_all_is_shown_to_each(shop: Shop) -> None:
    triggers = [await shop.place(), await shop.place(verification={"token": SIGNED["hmac"]})]

    sent = await shop.send(triggers[0].url, BODY, headers={})

    assert sent.verdict == (401, Outcome.REJECTED, RejectionCause.SIGNATURE_MISSING)
    causes = [(await shop.verdict(each, sent.row)).cause for each in triggers]
    assert causes == [RejectionCause.SIGNATURE_MISSING, RejectionCause.CREDENTIALS_MISSING]


async def test_user_level_triggers_do_not_hear_what_comes_to_the_shared_address(
    shop: Shop,
) -> None:
    app, user = await shop.place(), await shop.place(level="USER")

    at_app = await shop.send(app.url, BODY)
    at_user = await shop.send(user.url, BODY)

    assert await shop.events(app) == [(at_app.row.id, shop.sandbox)]
    assert await shop.events(user) == [(at_user.row.id, shop.sandbox)]

"""An ordinary delivery is answered as its provider wants it, a forged one with the status that was chosen."""

from typing import Any

import pytest

from domain.verdict import Outcome
from tests.receiver.shop import ACCOUNT, RESPONSE, UNSIGNED, Shop

HELLO = {"acknowledgement": {"text": "Hello API Event Received"}}
EVENT = {"team": ACCOUNT, "id": "evt_1"}
GET = """
query ($id: ID!) {
  trigger(id: $id) {
    response {
      kind rejectedStatus
      acknowledgement { status headers { name value } text json }
    }
  }
}"""


async def test_verified_delivery_is_answered_with_the_acknowledgement(shop: Shop) -> None:
    trigger = await shop.place(response=HELLO)

    sent = await shop.send(trigger.url, EVENT)

    assert (sent.reply.status_code, sent.reply.text) == (200, "Hello API Event Received")
    assert sent.reply.headers["content-type"] == "text/plain; charset=utf-8"
    assert sent.row.outcome == Outcome.EVENT


async def test_templates_read_the_event_in_every_part(shop: Shop) -> None:
    acknowledgement = {
        "status": 202,
        "headers": [{"name": "X-Client-Id", "value": "{{event.headers.x-client-id}}"}],
        "json": {"received": "{{event.body.id}}"},
    }
    trigger = await shop.place(verification=UNSIGNED, response={"acknowledgement": acknowledgement})

    sent = await shop.send(trigger.url, EVENT, headers={"x-client-id": "CBJ"})

    assert (sent.reply.status_code, sent.reply.json()) == (202, {"received": "evt_1"})
    assert sent.reply.headers["x-client-id"] == "CBJ"


async def test_filtered_unrouted_and_repeated_deliveries_are_acknowledged_too(shop: Shop) -> None:
    condition = {"path": "event.body.kind", "operator": "EXISTS"}
    trigger = await shop.place(
        response=HELLO,
        filter={"any": [{"all": [condition]}]},
        deduplicationKey="{{event.body.id}}",
    )

    bodies = (EVENT, {**EVENT, "kind": 1, "team": "?"}, *[{**EVENT, "kind": 1}] * 2)
    sent = [await shop.send(trigger.url, body) for body in bodies]

    assert [each.row.outcome for each in sent] == ["FILTERED", "UNROUTED", "EVENT", "DUPLICATE"]
    assert {each.reply.text for each in sent} == {"Hello API Event Received"}


async def test_answer_that_cannot_be_made_costs_no_event(shop: Shop) -> None:
    response = {"acknowledgement": {"status": 201, "text": "{{event.body.missing}}"}}
    trigger = await shop.place(response=response)

    sent = await shop.send(trigger.url, EVENT)

    assert (sent.reply.status_code, sent.reply.content) == (201, b"")
    assert sent.row.outcome == Outcome.EVENT
    assert "The acknowledgement could not be made: event.body.missing" in sent.row.explanation


async def test_forged_delivery_gets_the_chosen_status_and_nothing_else(shop: Shop) -> None:
    trigger = await shop.place(response=HELLO)
    await shop.editor.change(RESPONSE, triggerId=trigger.id, rejectedStatus=403)

    forged = await shop.send(trigger.url, EVENT, secret="guessed")
    unsigned = await shop.send(trigger.url, EVENT, headers={})

    assert [forged.reply.status_code, unsigned.reply.status_code] == [403, 403]
    assert forged.reply.content == b""
    assert await shop.events(trigger) == []


async def test_forged_ping_of_a_signed_rule_gets_the_chosen_status_too(shop: Shop) -> None:
    ping = {
        "name": "PING",
        "when": [{"path": "event.body.type", "equals": 1}],
        "signed": True,
        "reply": {"json": {"type": 1}},
    }
    trigger = await shop.place(handshakes=[ping])
    await shop.editor.change(RESPONSE, triggerId=trigger.id, rejectedStatus=403)

    genuine = await shop.send(trigger.url, {"type": 1})
    forged = await shop.send(trigger.url, {"type": 1}, secret="guessed")

    assert (genuine.reply.status_code, genuine.reply.json()) == (200, {"type": 1})
    assert (forged.reply.status_code, forged.reply.content) == (403, b"")


async def test_nobody_has_content_of_their_choice_signed_by_an_acknowledgement(shop: Shop) -> None:
    signing = '{{event.body.x | hmac("sha256", secrets.SIGNING)}}'
    trigger = await shop.place(
        verification=UNSIGNED, response={"acknowledgement": {"text": signing}}
    )

    forgery = await shop.send(trigger.url, {**EVENT, "x": '{"team":"T1"}'}, headers={})

    assert forgery.reply.content == b""
    assert "is not a plain token" in forgery.row.explanation


async def test_what_was_chosen_is_shown_and_null_clears_it(shop: Shop) -> None:
    trigger = await shop.place(response=HELLO)
    await shop.editor.change(RESPONSE, triggerId=trigger.id, rejectedStatus=422)

    before = (await shop.editor.data(GET, id=trigger.id))["trigger"]["response"]
    await shop.editor.change(RESPONSE, triggerId=trigger.id, response=None, rejectedStatus=None)
    after = (await shop.editor.data(GET, id=trigger.id))["trigger"]["response"]

    text = HELLO["acknowledgement"]["text"]
    assert before == {
        "kind": "ACKNOWLEDGEMENT",
        "rejectedStatus": 422,
        "acknowledgement": {"status": 200, "headers": [], "text": text, "json": None},
    }
    assert after == {"kind": "OK", "rejectedStatus": 401, "acknowledgement": None}


@pytest.mark.parametrize(
    ("given", "code", "path"),
    [
        ({"status": 302}, "INVALID", ["status"]),
        ({"status": 204, "text": "x"}, "INVALID", ["status"]),
        ({"text": "x", "json": {}}, "INVALID", []),
        ({"text": "{{event.bdy}}"}, "UNKNOWN_NAME", ["text"]),
        ({"text": "{{secrets.SIGNING}}"}, "NOT_ALLOWED", ["text"]),
        ({"json": {"a": ["{{"]}}, "INVALID", ["json", "a", "0"]),
        (
            {"headers": [{"name": "A", "value": ""}, {"name": "Set-Cookie", "value": "a"}]},
            "NOT_ALLOWED",
            ["headers", "1"],
        ),
        (
            {"headers": [{"name": "A", "value": "1"}, {"name": "A", "value": "2"}]},
            "TAKEN",
            ["headers", "1"],
        ),
    ],
)
async def test_faulty_acknowledgement_is_refused_where_it_stands(
    shop: Shop, given: Any, code: str, path: list[str]
) -> None:
    trigger = await shop.place()

    refusals = await shop.editor.refused(
        RESPONSE, triggerId=trigger.id, response={"acknowledgement": given}
    )

    assert refusals == [(code, ["input", "response", "acknowledgement", *path])]


@pytest.mark.parametrize("status", [200, 302, 402, 429, 500, -1])
async def test_other_statuses_are_no_refusals(shop: Shop, status: int) -> None:
    trigger = await shop.place()

    refusals = await shop.editor.refused(RESPONSE, triggerId=trigger.id, rejectedStatus=status)

    assert refusals == [("INVALID", ["input", "rejectedStatus"])]


async def test_preview_answers_the_newest_delivery_and_says_what_is_wrong(shop: Shop) -> None:
    query = """
    query ($id: ID!) {
      trigger(id: $id) { responsePreview { problem reply { status body { text } } } }
    }"""
    response = {"acknowledgement": {"status": 202, "text": "Got {{event.body.id}}"}}
    trigger = await shop.place(response=response)

    nothing = (await shop.editor.data(query, id=trigger.id))["trigger"]["responsePreview"]
    await shop.send(trigger.url, EVENT)
    fine = (await shop.editor.data(query, id=trigger.id))["trigger"]["responsePreview"]
    await shop.send(trigger.url, {"team": ACCOUNT})
    wrong = (await shop.editor.data(query, id=trigger.id))["trigger"]["responsePreview"]
    await shop.editor.change(RESPONSE, triggerId=trigger.id, response={"echoBody": True})
    echoed = (await shop.editor.data(query, id=trigger.id))["trigger"]["responsePreview"]

    assert nothing is None
    assert fine == {"problem": "", "reply": {"status": 202, "body": {"text": "Got evt_1"}}}
    assert wrong["reply"] == {"status": 202, "body": {"text": ""}}
    assert "event.body.id" in wrong["problem"]
    assert echoed["reply"] == {"status": 200, "body": {"text": '{"team": "T1"}'}}

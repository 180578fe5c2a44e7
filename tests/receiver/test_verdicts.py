"""What becomes of a genuine delivery: its account, filter, duplicates, proof and reply."""

import asyncio
import json

import httpx
import pytest

from domain.deliveries import plans
from domain.models import Delivery, Event, Trigger
from domain.verdict import Outcome, RejectionCause
from tests.api.world import HANDLING
from tests.receiver.shop import ACCOUNT, SIGNED, UNSIGNED, Shop, signature, signed

EVENT = {"team": ACCOUNT}
ONLY_OPENED = {
    "any": [{"all": [{"path": "event.body.action", "operator": "EQUALS", "value": "opened"}]}]
}
BY_ID = "{{event.body.id}}"
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "REPORT"]


@pytest.mark.parametrize("method", METHODS)
async def test_every_method_is_a_delivery(shop: Shop, method: str) -> None:
    trigger = await shop.place()

    sent = await shop.send(trigger.url, EVENT, method=method)
    refused = await shop.send(trigger.url, EVENT, method=method, headers={})

    assert sent.verdict == (200, Outcome.EVENT, None)
    assert sent.row.method == method
    assert refused.verdict == (401, Outcome.REJECTED, RejectionCause.SIGNATURE_MISSING)


async def test_delivery_is_stored_exactly_as_it_arrived(shop: Shop) -> None:
    trigger = await shop.place()
    body = b'{ "team" : "T1",\r\n "n":1.0,"n":2, "e":"\\u00e9\xc3\xa9" }\n\x20'
    headers = [
        ("X-Signature", signature(body)),
        ("X-Twice", "b"),
        ("x-twice", "a, c"),
        ("Content-Type", "text/plain"),
    ]

    sent = await shop.send(f"{trigger.url}?b=%C3%A9&a=1&&a=+2", body, headers=headers)

    assert sent.verdict == (200, Outcome.EVENT, None)
    assert bytes(sent.row.body) == body
    assert sent.row.query_string == "b=%C3%A9&a=1&&a=+2"
    assert trigger.url.endswith(sent.row.path)
    kept = [tuple(pair) for pair in json.loads(sent.row.headers)]
    lower = [(name.lower(), value) for name, value in headers]
    assert [pair for pair in kept if pair in lower] == lower


async def test_every_account_named_in_the_payload_gets_the_event_once(shop: Shop) -> None:
    trigger = await shop.live(routing=["event.body.teams[*].id", "event.body.team"])
    first, second = await shop.account("T2", "anna"), await shop.account("T2", "bert")
    third = await shop.account("T3", "anna")

    teams = [{"id": "T3"}, {"id": "T2"}, {"id": "T3"}, {"id": "nobody"}, {"id": None}]
    sent = await shop.send(shop.url, {"teams": teams, "team": "T1"})

    assert sent.verdict == (200, Outcome.EVENT, None)
    mine = [account for delivery, account in await shop.events(trigger) if delivery == sent.row.id]
    assert sorted(mine) == sorted([first, second, third])
    verdict = await shop.verdict(trigger, sent.row)
    assert json.loads(verdict.provider_ids) == ["T3", "T2", "nobody"]


async def test_account_is_found_though_what_is_known_of_accounts_is_forgotten_meanwhile(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plans, "_MOST_ACCOUNTS", 0)
    trigger = await shop.place(routing=["event.body.teams[*]"])

    async def post(number: int) -> int:
        content = json.dumps({"teams": [ACCOUNT, f"nobody-{number}"]}).encode()
        headers = signed(content)
        reply = await shop.editor.http.post(trigger.url, content=content, headers=headers)
        return reply.status_code

    assert [await post(number) for number in (-1, 0)] == [200, 200]
    assert await asyncio.gather(*map(post, range(1, 30))) == [200] * 29
    assert len(await shop.events(trigger)) == 31


@pytest.mark.parametrize(
    ("body", "explanation"),
    [
        ({"team": "T404"}, "No connected account has the Provider ID T404."),
        ({"teem": "T1"}, "the body has no team; it has: teem"),
        ({"team": None}, "event.body.team is null or empty"),
        ({"team": {"id": 1}}, "event.body.team is an object, not an id"),
        (b"\xff", "event.body.team: the body is not JSON"),
    ],
)
async def test_genuine_delivery_of_nobody_is_kept_unrouted_and_says_why(
    shop: Shop, body: object, explanation: str
) -> None:
    trigger = await shop.live()
    before = await shop.events(trigger)

    sent = await shop.send(shop.url, body)

    assert sent.verdict == (200, Outcome.UNROUTED, None)
    assert sent.row.explanation == explanation
    assert (await shop.verdict(trigger, sent.row)).is_verified
    assert await shop.events(trigger) == before


async def test_filtered_delivery_is_kept_answered_and_starts_nothing(shop: Shop) -> None:
    trigger = await shop.place(filter=ONLY_OPENED, response={"echoBody": True})

    filtered = await shop.send(trigger.url, {**EVENT, "action": "closed"})
    passed = await shop.send(trigger.url, {**EVENT, "action": "opened"})

    assert filtered.verdict == (200, Outcome.FILTERED, None)
    assert filtered.reply.json() == {**EVENT, "action": "closed"}
    assert "closed" in filtered.row.explanation
    assert await shop.events(trigger) == [(passed.row.id, shop.sandbox)]


async def test_forged_delivery_is_rejected_before_the_filter_sees_it(shop: Shop) -> None:
    trigger = await shop.place(filter=ONLY_OPENED)

    sent = await shop.send(trigger.url, {**EVENT, "action": "closed"}, secret="guessed")

    assert sent.verdict == (401, Outcome.REJECTED, RejectionCause.SIGNATURE_MISMATCH)


async def test_repeated_key_is_a_duplicate_that_names_the_first_and_is_answered_alike(
    shop: Shop,
) -> None:
    trigger = await shop.live(deduplicationKey=BY_ID, response={"echoBody": True})
    first = await shop.send(shop.url, {**EVENT, "id": "a", "try": 1})

    again = await shop.send(shop.url, {**EVENT, "id": "a", "try": 2})
    other = await shop.send(shop.url, {**EVENT, "id": "b"})

    assert first.verdict == (200, Outcome.EVENT, None)
    assert again.verdict == (200, Outcome.DUPLICATE, None)
    assert again.row.duplicate_of == first.row.id
    assert first.row.id in again.row.explanation
    assert again.reply.content == first.reply.content
    assert again.reply.headers["content-type"] == first.reply.headers["content-type"]
    assert bytes(again.row.reply_body) == first.reply.content
    assert bytes(again.row.body) != bytes(first.row.body)
    verdict = await shop.verdict(trigger, again.row)
    assert (verdict.outcome, json.loads(verdict.events)) == ("DUPLICATE", [])
    assert [row for row, _ in await shop.events(trigger)][1:] == [first.row.id, other.row.id]


async def test_of_many_posts_with_one_key_exactly_one_is_an_event(shop: Shop) -> None:
    trigger = await shop.place(deduplicationKey=BY_ID)
    content = json.dumps({**EVENT, "id": "same"}).encode()

    async def post() -> httpx.Response:
        return await shop.editor.http.post(trigger.url, content=content, headers=signed(content))

    replies = await asyncio.gather(*(post() for _ in range(40)))

    assert [reply.status_code for reply in replies] == [200] * 40
    (event,) = await Event.filter(trigger_id=trigger.id)
    outcomes = Delivery.filter(project_id=shop.project_id)
    assert (await outcomes.get(outcome="EVENT")).id == event.delivery_id
    assert await outcomes.filter(outcome="DUPLICATE", duplicate_of=event.delivery_id).count() == 39


async def test_without_a_key_equal_bodies_are_events_each(shop: Shop) -> None:
    trigger = await shop.place()

    sent = [await shop.send(trigger.url, EVENT) for _ in range(3)]

    assert await shop.events(trigger) == [(each.row.id, shop.sandbox) for each in sent]


async def test_key_that_is_absent_or_empty_swallows_nothing_and_says_so(shop: Shop) -> None:
    trigger = await shop.place(deduplicationKey=BY_ID)

    for body in (EVENT, EVENT, {**EVENT, "id": ""}, {**EVENT, "id": ""}):
        sent = await shop.send(trigger.url, body)
        assert sent.verdict == (200, Outcome.EVENT, None)
        assert "Not de-duplicated" in sent.row.explanation


@pytest.mark.parametrize("key", ["k" * 100_000, "\x00", "é" * 500, "🎈", "'; DROP TABLE event; --"])
async def test_any_key_is_a_key(shop: Shop, key: str) -> None:
    trigger = await shop.place(deduplicationKey=BY_ID)

    outcomes = [
        (await shop.send(trigger.url, {**EVENT, "id": each})).row.outcome
        for each in (key, key + "x", key)
    ]

    assert outcomes == ["EVENT", "EVENT", "DUPLICATE"]


async def test_key_of_a_refused_or_filtered_delivery_is_not_taken(shop: Shop) -> None:
    trigger = await shop.place(deduplicationKey=BY_ID, filter=ONLY_OPENED)

    await shop.send(trigger.url, {**EVENT, "id": "a", "action": "opened"}, secret="guessed")
    await shop.send(trigger.url, {**EVENT, "id": "a", "action": "closed"})
    genuine = await shop.send(trigger.url, {**EVENT, "id": "a", "action": "opened"})

    assert genuine.verdict == (200, Outcome.EVENT, None)


async def test_duplicate_for_one_account_is_an_event_for_another(shop: Shop) -> None:
    trigger = await shop.live(level="USER", deduplicationKey=BY_ID)
    first, second = await shop.account(None), await shop.account(None)

    body = {"id": "same"}
    sent = [await shop.send(await shop.user_url(trigger, each), body) for each in (first, second)]

    assert [each.row.outcome for each in sent] == ["EVENT", "EVENT"]


async def test_changed_description_is_proven_by_the_same_delivery_sent_again(shop: Shop) -> None:
    trigger = await shop.place(deduplicationKey=BY_ID)
    body = {**EVENT, "id": "same"}
    await shop.send(trigger.url, body)
    await shop.editor.change(
        HANDLING, triggerId=trigger.id, deduplicationKey="v2:{{event.body.id}}"
    )

    again = await shop.send(trigger.url, body)

    assert again.verdict == (200, Outcome.EVENT, None)
    assert (await Trigger.get(id=trigger.id)).sample_delivery_id == again.row.id


async def test_only_a_test_event_proves_and_a_change_asks_again(shop: Shop) -> None:
    trigger = await shop.place(filter=ONLY_OPENED, deduplicationKey=BY_ID)
    opened = {**EVENT, "action": "opened", "id": 1}

    for body, secret in ((opened, "guessed"), ({**EVENT, "action": "closed"}, None)):
        await shop.send(trigger.url, body, **({"secret": secret} if secret else {}))
    await shop.send(trigger.url, {**opened, "team": "T404"})
    assert (await Trigger.get(id=trigger.id)).proven_fingerprint is None

    proof = await shop.send(trigger.url, opened)
    proven = await Trigger.get(id=trigger.id)
    assert proven.sample_delivery_id == proof.row.id
    assert proven.proven_fingerprint == (await shop.verdict(trigger, proof.row)).fingerprint

    await shop.send(trigger.url, {**opened, "id": 2})
    assert (await Trigger.get(id=trigger.id)).sample_delivery_id == proof.row.id

    await shop.editor.change(HANDLING, triggerId=trigger.id, verification=UNSIGNED)
    renewed = await shop.send(trigger.url, {**opened, "id": 3}, headers={})
    assert (await Trigger.get(id=trigger.id)).sample_delivery_id == renewed.row.id


async def test_live_event_proves_no_draft(shop: Shop) -> None:
    trigger = await shop.live()
    before = (await Trigger.get(id=trigger.id)).sample_delivery_id
    await shop.editor.change(
        HANDLING, triggerId=trigger.id, verification=SIGNED, filter=ONLY_OPENED
    )

    await shop.send(shop.url, {**EVENT, "action": "opened"})

    assert (await Trigger.get(id=trigger.id)).sample_delivery_id == before


@pytest.mark.parametrize(
    ("content_type", "answered"),
    [
        ("text/html", "text/plain; charset=utf-8"),
        ("image/svg+xml", "text/plain; charset=utf-8"),
        ("application/xhtml+xml", "text/plain; charset=utf-8"),
        ("TEXT/HTML; charset=utf-8", "text/plain; charset=utf-8"),
        ("application/json, text/html", "text/plain; charset=utf-8"),
        ("application/javascript", "text/plain; charset=utf-8"),
        ("multipart/form-data; boundary=x", "text/plain; charset=utf-8"),
        ("application/json", "application/json"),
        ("application/cloudevents+json; charset=utf-8", "application/json"),
    ],
)
async def test_echoed_body_is_the_same_bytes_and_never_a_page(
    shop: Shop, content_type: str, answered: str
) -> None:
    trigger = await shop.place(verification=UNSIGNED, response={"echoBody": True})
    body = b"<script>alert(1)</script>\xff\x00"

    sent = await shop.send(trigger.url, body, headers={"content-type": content_type})

    assert sent.reply.content == body
    assert sent.reply.headers["content-type"] == answered
    assert sent.reply.headers["x-content-type-options"] == "nosniff"


async def test_body_of_a_stranger_is_not_echoed(shop: Shop) -> None:
    trigger = await shop.place(response={"echoBody": True})

    sent = await shop.send(trigger.url, b"<script>", secret="guessed")

    assert (sent.reply.status_code, sent.reply.content) == (401, b"")


async def test_event_that_repeats_for_one_account_and_is_new_for_another_says_both(
    shop: Shop,
) -> None:
    routing = ["event.body.teams[*]", "event.body.team"]
    trigger = await shop.live(routing=routing, deduplicationKey=BY_ID)
    other = await shop.account("T2")
    first = await shop.send(shop.url, {"teams": [ACCOUNT], "id": "E1"})

    second = await shop.send(shop.url, {"teams": [ACCOUNT, "T2"], "id": "E1"})

    assert second.verdict == (200, Outcome.EVENT, None)
    assert second.row.duplicate_of == first.row.id
    note = f"Not again for {shop.sandbox}: the same deduplication key arrived before, with {first.row.id}."
    verdict = await shop.verdict(trigger, second.row)
    assert verdict.explanation.endswith(note)
    assert second.row.explanation.endswith(note)
    mine = [pair for pair in await shop.events(trigger) if pair[0] == second.row.id]
    assert mine == [(second.row.id, other)]

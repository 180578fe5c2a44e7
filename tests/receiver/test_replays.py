"""Replaying what is stored: through today's configuration, verified as it was, naming its original."""

from typing import Any

from domain.models import Delivery, Event, PersistedValue, Trigger
from domain.verdict import Outcome
from tests.api.world import HANDLING, SET_SECRET, World
from tests.receiver.shop import ACCOUNT, DELETE, DISCONNECT, FINISH, SIGNED, UNSIGNED, Shop

REPLAY = """
mutation ($input: ReplayDeliveryInput!) {
  replayDelivery(input: $input) {
    delivery { id outcome explanation isReplay isTest replayOf { id } body { text } verdicts { outcome explanation
      events { id credential { id } } } } errors { code message path } }
}"""
REPLAY_EVENT = """
mutation ($input: ReplayEventInput!) {
  replayEvent(input: $input) { delivery { id outcome replayOf { id } verdicts { outcome trigger { id }
    events { id credential { id } } } } errors { code message path } }
}"""
TOKEN = {"token": {"header": "X-Token", "secret": "{{secrets.SIGNING}}"}}
CHALLENGE = {
    "name": "Challenge",
    "when": [{"path": "event.body.challenge", "isPresent": True}],
    "reply": {"text": "{{event.body.challenge}}"},
    "persist": [{"name": "secret", "value": "{{event.body.challenge}}"}],
}


async def replay(shop: Shop, row: Delivery) -> Any:
    """Replay a delivery that can be."""
    return (await shop.editor.change(REPLAY, deliveryId=row.id))["delivery"]


async def test_replay_is_a_new_delivery_of_the_same_bytes_with_an_event_of_its_own(
    shop: Shop,
) -> None:
    trigger = await shop.live()
    sent = await shop.send(shop.url, b'{"team": "T1",  "n": 1}')

    found = await replay(shop, sent.row)

    assert found["id"] != sent.row.id
    assert (found["outcome"], found["isReplay"], found["isTest"]) == ("EVENT", True, False)
    assert found["replayOf"] == {"id": sent.row.id}
    assert found["body"]["text"] == '{"team": "T1",  "n": 1}'
    assert "when it arrived" in found["explanation"]
    events = [pair for pair in await shop.events(trigger) if pair[0] in (sent.row.id, found["id"])]
    assert events == [(sent.row.id, shop.sandbox), (found["id"], shop.sandbox)]


async def test_replay_goes_by_todays_filter_and_routing(shop: Shop) -> None:
    trigger = await shop.live()
    sent = await shop.send(shop.url, {"team": "nobody", "owner": ACCOUNT})
    assert sent.verdict == (200, Outcome.UNROUTED, None)
    await shop.editor.change(HANDLING, triggerId=trigger.id, routing=["event.body.owner"])
    await shop.send(trigger.url, {"owner": ACCOUNT})
    await shop.editor.change(FINISH, triggerId=trigger.id)

    found = await replay(shop, sent.row)

    assert found["outcome"] == "EVENT"
    assert (await Delivery.get(id=sent.row.id)).outcome == "UNROUTED"


async def test_what_was_genuine_stays_so_after_its_secret_changed_and_though_it_is_masked(
    shop: Shop,
) -> None:
    await shop.live(verification=SIGNED)
    by_signature = await shop.send(shop.url, {"team": ACCOUNT})
    await shop.place(verification=TOKEN)
    with_token = await shop.send(
        f"{shop.url}/test", {"team": ACCOUNT}, headers={"x-token": "planted-signing-secret"}
    )
    assert "planted" not in with_token.row.headers
    await shop.editor.change(SET_SECRET, name="SIGNING", value="another-secret-now")

    first, second = await replay(shop, by_signature.row), await replay(shop, with_token.row)

    assert (first["outcome"], second["outcome"]) == ("EVENT", "EVENT")


async def test_forged_delivery_stays_refused_when_it_is_replayed_and_starts_nothing(
    shop: Shop,
) -> None:
    trigger = await shop.live()
    forged = await shop.send(shop.url, {"team": ACCOUNT}, secret="guessed")
    before = await shop.events(trigger)

    found = await replay(shop, forged.row)

    assert (found["outcome"], found["replayOf"]) == ("REJECTED", {"id": forged.row.id})
    assert await shop.events(trigger) == before


async def test_refused_delivery_is_an_event_once_the_configuration_is_mended(shop: Shop) -> None:
    wrong = {
        "hmac": {"header": "X-Signature", "secret": "{{secrets.SIGNING}}", "encoding": "BASE64"}
    }
    trigger = await shop.place(verification=wrong)
    refused = await shop.send(trigger.url, {"team": ACCOUNT})
    assert refused.row.outcome == "REJECTED"
    await shop.editor.change(HANDLING, triggerId=trigger.id, verification=SIGNED)

    found = await replay(shop, refused.row)

    assert (found["outcome"], found["isTest"]) == ("EVENT", True)
    row = await Trigger.get(id=trigger.id)
    assert (row.proven_fingerprint, row.sample_delivery_id) == (None, None)


async def test_masked_secret_that_did_not_verify_says_so(shop: Shop) -> None:
    trigger = await shop.place(verification={"token": {**TOKEN["token"], "prefix": "Bearer "}})
    refused = await shop.send(
        trigger.url, {"team": ACCOUNT}, headers={"x-token": "planted-signing-secret"}
    )
    await shop.editor.change(HANDLING, triggerId=trigger.id, verification=TOKEN)

    found = await replay(shop, refused.row)

    assert found["outcome"] == "REJECTED"
    assert "masked" in found["explanation"]


async def test_replay_is_an_event_though_its_deduplication_key_came_before(shop: Shop) -> None:
    trigger = await shop.live(deduplicationKey="{{event.body.id}}")
    sent = await shop.send(shop.url, {"team": ACCOUNT, "id": "E1"})

    twice = [await replay(shop, sent.row) for _ in range(2)]
    again = await shop.send(shop.url, {"team": ACCOUNT, "id": "E1"})

    assert [each["outcome"] for each in twice] == ["EVENT", "EVENT"]
    assert all(sent.row.id in each["verdicts"][0]["explanation"] for each in twice)
    assert (again.row.outcome, again.row.duplicate_of) == ("DUPLICATE", sent.row.id)
    ids = [sent.row.id, *(each["id"] for each in twice)]
    assert [pair[0] for pair in await shop.events(trigger) if pair[0] in ids] == ids


async def test_replayed_handshake_keeps_nothing_and_starts_nothing(shop: Shop) -> None:
    trigger = await shop.place(verification=UNSIGNED, handshakes=[CHALLENGE])
    await Trigger.filter(id=trigger.id).update(listening_ms=2**53)
    await shop.editor.change(HANDLING, triggerId=trigger.id, routing=["event.body.team"])
    sent = await shop.send(trigger.url, {"team": ACCOUNT, "challenge": "first-secret"}, headers={})
    assert sent.row.outcome == "HANDSHAKE"
    await PersistedValue.filter(trigger_id=trigger.id).delete()
    await shop.editor.change(HANDLING, triggerId=trigger.id, filter={"any": []})

    found = await replay(shop, sent.row)

    assert found["outcome"] == "HANDSHAKE"
    assert await PersistedValue.filter(trigger_id=trigger.id).count() == 0
    assert await Event.filter(project_id=shop.project_id).count() == 0


async def test_event_is_replayed_for_its_own_trigger_and_account_alone(shop: Shop) -> None:
    mine, other = await shop.live(), await shop.live()
    second = await shop.account(ACCOUNT, "another")
    sent = await shop.send(shop.url, {"team": ACCOUNT})
    event = await Event.get(delivery_id=sent.row.id, trigger_id=mine.id, credential_id=second)

    made = (await shop.editor.change(REPLAY_EVENT, eventId=event.id))["delivery"]

    assert made["replayOf"] == {"id": sent.row.id}
    (verdict,) = made["verdicts"]
    assert verdict["trigger"] == {"id": mine.id}
    assert [each["credential"]["id"] for each in verdict["events"]] == [second]
    assert not [pair for pair in await shop.events(other) if pair[0] == made["id"]]


async def test_what_nobody_listens_to_any_more_is_not_replayed(
    shop: Shop, hookwright: World
) -> None:
    trigger = await shop.live(level="USER")
    account = await shop.account(None)
    sent = await shop.send(await shop.user_url(trigger, account), {})
    event = await Event.get(delivery_id=sent.row.id)
    stranger = await hookwright.editor()
    before = await Delivery.filter(project_id=shop.project_id).count()

    assert await stranger.refused(REPLAY, deliveryId=sent.row.id) == [
        ("NOT_FOUND", ["input", "deliveryId"])
    ]
    await shop.editor.change(DISCONNECT, credentialId=account)
    refusals = [await shop.editor.refused(REPLAY, deliveryId=sent.row.id)]
    refusals.append(await shop.editor.refused(REPLAY_EVENT, eventId=event.id))
    await shop.editor.change(DELETE, triggerId=trigger.id)
    refusals.append(await shop.editor.refused(REPLAY, deliveryId=sent.row.id))

    assert refusals == [
        [("NOT_ALLOWED", ["input", "deliveryId"])],
        [("NOT_ALLOWED", ["input", "eventId"])],
        [("NOT_ALLOWED", ["input", "deliveryId"])],
    ]
    assert await Delivery.filter(project_id=shop.project_id).count() == before


async def test_what_was_too_large_to_be_kept_is_not_replayed_without_its_body(shop: Shop) -> None:
    trigger = await shop.live(verification=UNSIGNED)
    large = await shop.send(shop.url, b"x" * (5 * 1024 * 1024 + 1), headers={})
    assert large.row.cause == "BODY_TOO_LARGE"
    before = await shop.events(trigger)

    refused = await shop.editor.refused(REPLAY, deliveryId=large.row.id)

    assert refused == [("NOT_ALLOWED", ["input", "deliveryId"])]
    assert await shop.events(trigger) == before

"""A one-off value of a handshake is shown to the person in the wizard; never a stranger's once it is finished."""

from typing import Any

from domain.models import ShownValue
from domain.verdict import Outcome, RejectionCause
from tests.receiver.shop import ACCOUNT, FINISH, RESPONSE, SIGNED, Answered, Placed, Shop
from tests.receiver.test_kept_values import listening

TOKEN = "secret_tMrlL1qK5vuQAh1b6cZGhFChZTSYJlce98V0pYn7yBl"
RULE = {
    "name": "Verification token",
    "when": [{"path": "event.body.token", "isPresent": True}],
    "show": [{"name": "verification_token", "value": "{{event.body.token}}"}],
}
OF_TRIGGER = """
query ($id: ID!) {
  trigger(id: $id) { shownValues { name value isVerified replacements deliveryId at } }
}"""
OF_DELIVERY = """
query ($id: ID!) {
  delivery(id: $id) { body { text } explanation shownValues { name value isVerified } }
}"""
LISTEN = """
subscription ($id: ID!) {
  listenForEvents(triggerId: $id) {
    ... on DeliveryReceived { delivery { outcome shownValues { name value } } }
  }
}"""


async def token(shop: Shop, trigger: Placed, value: Any, *, is_signed: bool = False) -> Answered:
    headers = None if is_signed else {"content-type": "application/json"}
    return await shop.send(trigger.url, {"token": value}, headers=headers)


async def of(shop: Shop, trigger: Placed) -> list[tuple[str, str, bool, int]]:
    rows = (await shop.editor.data(OF_TRIGGER, id=trigger.id))["trigger"]["shownValues"]
    return [(row["name"], row["value"], row["isVerified"], row["replacements"]) for row in rows]


async def test_value_is_shown_on_the_trigger_and_on_its_delivery_and_is_encrypted_at_rest(
    shop: Shop,
) -> None:
    trigger = await shop.place(handshakes=[RULE])
    async with listening(shop, trigger):
        sent = await token(shop, trigger, TOKEN)

    delivery = (await shop.editor.data(OF_DELIVERY, id=sent.row.id))["delivery"]
    stored = await ShownValue.get(trigger_id=trigger.id)
    assert sent.verdict == (200, Outcome.HANDSHAKE, None)
    assert await of(shop, trigger) == [("verification_token", TOKEN, False, 0)]
    assert delivery["shownValues"] == [
        {"name": "verification_token", "value": TOKEN, "isVerified": False}
    ]
    assert delivery["body"]["text"] == '{"token": "•••"}'
    assert delivery["explanation"].endswith("To be shown to a person: verification_token.")
    assert TOKEN.encode() not in stored.sealed


async def test_listener_sees_the_value_with_its_delivery(shop: Shop) -> None:
    trigger = await shop.place(handshakes=[RULE])
    async with listening(shop, trigger) as wire:
        await token(shop, trigger, TOKEN)
        await wire.subscribe("with-values", LISTEN, variables={"id": trigger.id})
        while (message := await wire.receive())["id"] != "with-values":
            pass

    assert message["payload"]["data"]["listenForEvents"]["delivery"] == {
        "outcome": "HANDSHAKE",
        "shownValues": [{"name": "verification_token", "value": TOKEN}],
    }


async def test_newest_value_counts_and_says_that_there_were_others(shop: Shop) -> None:
    trigger = await shop.place(handshakes=[RULE])
    async with listening(shop, trigger):
        for value in ("one-value", "one-value", "another-value"):
            await token(shop, trigger, value)

    assert await of(shop, trigger) == [("verification_token", "another-value", False, 1)]


async def test_stranger_never_replaces_what_a_verified_sender_showed(shop: Shop) -> None:
    trigger = await shop.place(handshakes=[RULE])
    async with listening(shop, trigger):
        await token(shop, trigger, TOKEN, is_signed=True)
        sent = await token(shop, trigger, "of-a-stranger")
        same = await token(shop, trigger, TOKEN)

    assert sent.verdict == (401, Outcome.REJECTED, RejectionCause.HANDSHAKE_REFUSED)
    assert same.verdict == (200, Outcome.HANDSHAKE, None)
    assert [value for _, value, *_ in await of(shop, trigger)] == [TOKEN]


async def test_nothing_of_a_stranger_is_shown_while_nobody_listens(shop: Shop) -> None:
    trigger = await shop.place(handshakes=[RULE])

    sent = await token(shop, trigger, TOKEN)

    assert sent.verdict == (401, Outcome.REJECTED, RejectionCause.HANDSHAKE_REFUSED)
    assert await of(shop, trigger) == []


async def test_finishing_forgets_the_values_and_strangers_show_nothing_afterwards(
    shop: Shop,
) -> None:
    trigger = await shop.place(handshakes=[RULE])
    async with listening(shop, trigger):
        await token(shop, trigger, TOKEN)
        await shop.send(trigger.url, {"team": ACCOUNT})
        await shop.editor.change(FINISH, triggerId=trigger.id)
        after = await of(shop, trigger)
        sent = await token(shop, trigger, "of-a-stranger")

    assert after == []
    assert sent.verdict == (401, Outcome.REJECTED, RejectionCause.HANDSHAKE_REFUSED)
    assert await of(shop, trigger) == []


async def test_value_that_could_be_dressed_up_is_refused(shop: Shop) -> None:
    trigger = await shop.place(handshakes=[RULE])
    async with listening(shop, trigger):
        for value in ("", "a\nb", "a\u202eb", "a" * 1_025, None, "\0"):
            sent = await token(shop, trigger, value)
            assert sent.row.outcome != Outcome.HANDSHAKE

    assert await of(shop, trigger) == []


async def test_rule_that_would_show_a_secret_is_refused(shop: Shop) -> None:
    trigger = await shop.place(verification=SIGNED)
    show = [
        {"name": "a", "value": "{{secrets.SIGNING}}"},
        {"name": "b", "value": '{{event.body.x | hmac("sha256", secrets.SIGNING)}}'},
        {"name": "0", "value": "{{event.body.x}}"},
    ]
    rule = {**RULE, "show": show, "signed": True}

    refusals = await shop.editor.refused(RESPONSE, triggerId=trigger.id, handshakes=[rule])

    assert refusals == [
        ("INVALID", ["input", "handshakes", "0", "show", "2"]),
        ("NOT_ALLOWED", ["input", "handshakes", "0", "show", "0"]),
    ]

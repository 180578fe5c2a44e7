"""previewHandling: another handling against stored deliveries, before and after, with nothing saved."""

from typing import Any, Final

import pytest

from domain.models import Delivery, Event, PersistedValue, Trigger, Verdict
from tests.api.world import HANDLING, World
from tests.receiver.shop import ACCOUNT, SIGNED, Placed, Shop, opened

PREVIEW: Final = """
mutation ($input: PreviewHandlingInput!) {
  previewHandling(input: $input) { preview { changed deliveries { isChanged delivery { id }
      before { outcome cause providerIds events } after { outcome cause explanation providerIds events } } }
    errors { code message path } }
}"""
WRONG: Final = {
    "hmac": {"header": "X-Signature", "secret": "{{secrets.SIGNING}}", "encoding": "BASE64"}
}
TOKEN: Final = {"token": {"header": "X-Token", "secret": "{{secrets.SIGNING}}"}}
CODE: Final = "function verify(parameters, libraries, request) { return request.headers['x-signature'] !== undefined; }"


@pytest.fixture
async def shop(hookwright: World) -> Shop:
    return await opened(await hookwright.editor())


async def preview(shop: Shop, trigger: Placed, **given: Any) -> list[tuple[Any, Any]]:
    """Outcome and cause before and after, oldest first."""
    made = await shop.editor.change(PREVIEW, triggerId=trigger.id, **given)
    found = made["preview"]["deliveries"]
    assert made["preview"]["changed"] == sum(each["isChanged"] for each in found)
    return [(each["before"], each["after"]) for each in reversed(found)]


async def test_verification_routing_and_filter_are_tried_before_they_are_saved(shop: Shop) -> None:
    trigger = await shop.place(verification=WRONG)
    await shop.send(trigger.url, {"owner": {"id": ACCOUNT}, "type": "push"})
    await shop.send(trigger.url, {"owner": {"id": "T9"}, "type": "push"})
    await shop.send(trigger.url, {"owner": {"id": ACCOUNT}, "type": "pull"})
    await shop.send(trigger.url, {"owner": {"id": ACCOUNT}}, secret="guessed")
    pushed = [{"path": "event.body.type", "operator": "EQUALS", "value": "push"}]
    before = await state(shop)

    found = await preview(
        shop,
        trigger,
        verification=SIGNED,
        routing=["event.body.owner.id"],
        filter={"any": [{"all": pushed}]},
    )

    assert [each["outcome"] for each, _ in found] == ["REJECTED"] * 4
    after = [(each["outcome"], each["cause"], each["providerIds"]) for _, each in found]
    assert after == [
        ("EVENT", None, [ACCOUNT]),
        ("UNROUTED", None, ["T9"]),
        ("FILTERED", None, []),
        ("REJECTED", "SIGNATURE_MISMATCH", []),
    ]
    assert [each["events"] for _, each in found] == [1, 0, 0, 0]
    assert await state(shop) == before


async def test_saved_draft_is_tried_when_nothing_is_given(shop: Shop) -> None:
    trigger = await shop.live()
    sent = await shop.send(shop.url, {"team": ACCOUNT})
    await shop.editor.change(HANDLING, triggerId=trigger.id, routing=["event.body.nothing"])

    ((_, proof), (before, after)) = await preview(shop, trigger)

    assert (proof["outcome"], before["outcome"]) == ("UNROUTED", "EVENT")
    assert after["outcome"] == "UNROUTED"
    assert "nothing" in after["explanation"]
    assert (await Delivery.get(id=sent.row.id)).outcome == "EVENT"


async def test_masked_secret_counts_as_it_did_and_a_repeated_key_as_a_duplicate(
    shop: Shop,
) -> None:
    trigger = await shop.place(verification=TOKEN)
    headers = {"x-token": "planted-signing-secret"}
    for n in (1, 2, 1):
        await shop.send(trigger.url, {"team": ACCOUNT, "n": n}, headers=headers)

    found = await preview(shop, trigger, deduplicationKey="{{event.body.n}}")

    assert [each["outcome"] for _, each in found] == ["EVENT", "EVENT", "DUPLICATE"]


async def test_custom_code_is_tried_too(shop: Shop) -> None:
    trigger = await shop.place()
    await shop.send(trigger.url, {"team": ACCOUNT}, secret="guessed")
    code = {"code": {"code": CODE, "parameters": []}}

    ((before, after),) = await preview(shop, trigger, verification=code)

    assert (before["outcome"], after["outcome"]) == ("REJECTED", "EVENT")


async def test_what_is_wrong_with_the_input_is_told_and_nothing_of_others_is_seen(
    shop: Shop, hookwright: World
) -> None:
    trigger = await shop.place()
    stranger = await hookwright.editor()

    wrong = await shop.editor.refused(
        PREVIEW, triggerId=trigger.id, routing=["event..x"], deduplicationKey="{{secret}}"
    )
    assert [path for _, path in wrong] == [
        ["input", "routing", "0"],
        ["input", "deduplicationKey"],
    ]
    assert await shop.editor.refused(PREVIEW, triggerId=trigger.id, first=51) == [
        ("INVALID", ["input", "first"])
    ]
    assert await stranger.refused(PREVIEW, triggerId=trigger.id) == [
        ("NOT_FOUND", ["input", "triggerId"])
    ]


async def state(shop: Shop) -> Any:
    """Everything that a preview must leave as it is."""
    own = {"project_id": shop.project_id}
    triggers = await Trigger.filter(**own).values()
    counts = [await kind.filter(**own).count() for kind in (Delivery, Event)]
    return triggers, counts, await Verdict.all().count(), await PersistedValue.all().count()

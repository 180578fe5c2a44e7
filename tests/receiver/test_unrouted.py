"""The unrouted inbox: what had no account is routed once one is there, in order, once, or by hand; near misses are told."""

from typing import Any

import pytest

from domain.deliveries import routing
from domain.deliveries.routing import Router
from domain.models import Delivery, Event, Unrouted, Verdict
from domain.verdict import Outcome
from tests.api.world import CONNECT, World
from tests.receiver.shop import ACCOUNT, DELETE, DISABLE, DISCONNECT, Placed, Shop
from tests.receiver.waiting import settled

ROUTE = """
mutation ($input: RouteDeliveryInput!) {
  routeDelivery(input: $input) { delivery { outcome explanation verdicts { outcome events { credential { id } } } }
    errors { code message path } }
}"""
NEAR = """
query ($id: ID!) { integration(id: $id) { unrouted { edges { node { id
  nearMisses { kind path message credential { id } } } } } } }"""
ENABLE = """
mutation ($input: EnableTriggerInput!) {
  enableTrigger(input: $input) { trigger { status } errors { code message path } }
}"""


async def lost(shop: Shop, trigger: Placed, count: int = 1, **more: Any) -> list[Delivery]:
    """Send genuine deliveries of an account that nobody has connected."""
    sent = [(await shop.send(shop.url, {"team": "T9", "n": n, **more})).row for n in range(count)]
    assert [(await shop.verdict(trigger, row)).outcome for row in sent] == ["UNROUTED"] * count
    return sent


async def routed(row: Delivery) -> Delivery:
    """Wait until it is routed."""

    async def is_routed() -> bool:
        return await Delivery.exists(id=row.id, outcome=Outcome.EVENT.value)

    await settled(is_routed)
    return await Delivery.get(id=row.id)


async def test_connecting_the_account_routes_what_waited_in_order_and_once(shop: Shop) -> None:
    trigger = await shop.live()
    sent = await lost(shop, trigger, 3)
    before = await shop.verdict(trigger, sent[2])

    account = await shop.account("T9")
    last = await routed(sent[2])
    await shop.account("T9", "another")
    late = await shop.send(shop.url, {"team": "T9"})

    mine = [pair for pair in await shop.events(trigger) if pair[1] == account]
    assert mine == [*((row.id, account) for row in sent), (late.row.id, account)]
    verdict = await shop.verdict(trigger, sent[2])
    assert verdict.seq > before.seq
    assert last.explanation == verdict.explanation
    assert account in verdict.explanation
    assert await Unrouted.filter(integration_id=shop.integration_id).count() == 0


async def test_replacing_the_provider_id_of_an_account_routes_too(shop: Shop) -> None:
    trigger = await shop.live()
    (sent,) = await lost(shop, trigger)
    sandbox = {"integrationId": shop.integration_id, "userId": "sandbox", "isSandbox": True}

    await shop.editor.change(CONNECT, **sandbox, providerId="T9")

    await routed(sent)
    assert (sent.id, shop.sandbox) in await shop.events(trigger)


async def test_only_the_triggers_that_could_not_route_it_get_it_later(shop: Shop) -> None:
    by_team = await shop.live()
    by_owner = await shop.place(routing=["event.body.owner"])
    await shop.send(by_owner.url, {"owner": ACCOUNT, "proof": 1})
    await shop.editor.change(
        "mutation ($input: FinishTriggerInput!) { finishTrigger(input: $input) { trigger { id } errors { code } } }",
        triggerId=by_owner.id,
    )
    sent = await shop.send(shop.url, {"team": ACCOUNT, "owner": "T9"})
    assert sent.verdict == (200, Outcome.EVENT, None)

    account = await shop.account("T9")

    async def is_routed() -> bool:
        return (await shop.verdict(by_owner, sent.row)).outcome == "EVENT"

    await settled(is_routed)
    mine = [pair for pair in await shop.events(by_team) if pair[0] == sent.row.id]
    assert mine == [(sent.row.id, shop.sandbox)]
    assert (sent.row.id, account) in await shop.events(by_owner)
    assert (await Delivery.get(id=sent.row.id)).explanation == sent.row.explanation


async def test_what_came_again_meanwhile_is_a_duplicate_and_no_second_event(
    shop: Shop,
) -> None:
    trigger = await shop.live(deduplicationKey="{{event.body.id}}")
    (sent,) = await lost(shop, trigger, id="E1")
    await shop.editor.change(DISABLE, triggerId=trigger.id)
    account = await shop.account("T9")
    await shop.editor.change(ENABLE, triggerId=trigger.id)

    async def is_settled() -> bool:
        return (await shop.verdict(trigger, sent)).outcome != "UNROUTED"

    await settled(is_settled)
    again = await shop.send(shop.url, {"team": "T9", "n": 0, "id": "E1"})

    assert again.verdict == (200, Outcome.DUPLICATE, None)
    assert again.row.duplicate_of == sent.id
    assert [p for p in await shop.events(trigger) if p[1] == account] == [(sent.id, account)]


async def test_disabled_and_deleted_triggers_start_nothing(shop: Shop) -> None:
    disabled = await shop.live()
    deleted = await shop.live(routing=["event.body.other", "event.body.team"])
    (first,) = await lost(shop, disabled, other="T8")
    await shop.editor.change(DISABLE, triggerId=disabled.id)
    await shop.editor.change(DELETE, triggerId=deleted.id)

    await shop.account("T9")
    await shop.account("T8")
    marker = await shop.live()
    (second,) = await lost(shop, marker, team="T7")
    await shop.account("T7")
    await routed(second)

    assert await Event.filter(project_id=shop.project_id, delivery_id=first.id).count() == 0
    assert (await shop.verdict(disabled, first)).outcome == "UNROUTED"


async def test_process_that_died_between_connecting_and_routing_is_made_up_for_at_the_start(
    shop: Shop, hookwright: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    trigger = await shop.live()
    sent = await lost(shop, trigger, 2)
    monkeypatch.setattr(Router, "changed", lambda *_: None)
    account = await shop.account("T9")
    assert (await shop.verdict(trigger, sent[0])).outcome == "UNROUTED"

    composed = hookwright.hookwright
    async with routing.opened(Router(), composed.context, composed.acceptance):
        await routed(sent[1])

    mine = [pair for pair in await shop.events(trigger) if pair[1] == account]
    assert mine == [(row.id, account) for row in sent]


async def test_routing_by_hand_makes_the_event_of_the_account_that_was_chosen(shop: Shop) -> None:
    trigger = await shop.live()
    nameless = (await shop.send(shop.url, {"teem": "T9"})).row
    account = await shop.account("T5")

    made = await shop.editor.change(ROUTE, deliveryId=nameless.id, credentialId=account)
    again = await shop.editor.refused(ROUTE, deliveryId=nameless.id, credentialId=account)

    delivery = made["delivery"]
    assert (delivery["outcome"], account in delivery["explanation"]) == ("EVENT", True)
    assert delivery["verdicts"][0]["events"] == [{"credential": {"id": account}}]
    assert again == [("NOT_ALLOWED", ["input", "deliveryId"])]
    assert [p for p in await shop.events(trigger) if p[1] == account] == [(nameless.id, account)]


async def test_routing_by_hand_refuses_what_is_not_ones_own_or_not_unrouted(
    shop: Shop, hookwright: World
) -> None:
    trigger = await shop.live()
    (sent,) = await lost(shop, trigger)
    taken = (await shop.send(shop.url, {"team": ACCOUNT})).row
    test = (await shop.send(trigger.url, {"team": "T9"})).row
    gone = await shop.account("T5")
    await shop.editor.change(DISCONNECT, credentialId=gone)
    stranger = await hookwright.editor()
    before = await Event.filter(project_id=shop.project_id).count()
    other = {"credentialId": shop.sandbox}

    assert await stranger.refused(ROUTE, deliveryId=sent.id, **other) == [
        ("NOT_FOUND", ["input", "deliveryId"])
    ]
    for given, field in (
        ({"deliveryId": taken.id, **other}, "deliveryId"),
        ({"deliveryId": test.id, **other}, "deliveryId"),
        ({"deliveryId": sent.id, "credentialId": gone}, "credentialId"),
    ):
        assert await shop.editor.refused(ROUTE, **given) == [("NOT_ALLOWED", ["input", field])]
    unknown = await shop.editor.refused(ROUTE, deliveryId=sent.id, credentialId=sent.id)
    assert unknown == [("NOT_FOUND", ["input", "credentialId"])]
    assert await Event.filter(project_id=shop.project_id).count() == before
    assert await Verdict.filter(delivery_id=sent.id, outcome="UNROUTED").count() == 1


@pytest.mark.parametrize(
    ("body", "provider_id", "miss"),
    [
        ({"team": 42}, "0042", ("NUMBER", "event.body.team")),
        ({"team": "acme"}, "ACME", ("CASE", "event.body.team")),
        ({"team": " T7"}, "T7", ("WHITE_SPACE", "event.body.team")),
        ({"team": "urn:team:T7"}, "T7", ("PREFIX", "event.body.team")),
        ({"team": "T7"}, "acct_T7", ("PREFIX", "event.body.team")),
        ({"owner": {"id": "T7"}}, "T7", ("ELSEWHERE", "event.body.owner.id")),
    ],
)
async def test_near_miss_names_the_account_and_what_differs(
    shop: Shop, body: Any, provider_id: str, miss: tuple[str, str]
) -> None:
    await shop.live()
    account = await shop.account(provider_id)
    await shop.send(shop.url, body)

    ((found,),) = await near(shop)

    assert (found["kind"], found["path"]) == miss
    assert found["credential"] == {"id": account}
    assert provider_id in found["message"]


async def test_near_miss_tells_of_a_disconnected_account(shop: Shop) -> None:
    trigger = await shop.live()
    gone = await shop.account("T9")
    await shop.editor.change(DISCONNECT, credentialId=gone)
    await lost(shop, trigger)

    ((found,),) = await near(shop)

    assert (found["kind"], found["credential"]) == ("DISCONNECTED", {"id": gone})


async def near(shop: Shop) -> list[list[Any]]:
    """The near misses of each unrouted delivery."""
    data = await shop.editor.data(NEAR, id=shop.integration_id)
    return [edge["node"]["nearMisses"] for edge in data["integration"]["unrouted"]["edges"]]

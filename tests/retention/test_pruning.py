"""Retention: each kind goes at its age, floods of rejections are bounded, what is needed stays, cursors tell."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import clock
from domain.models import Delivery, Event, Run, RunAttempt, Trigger, Unrouted, Verdict, Workflow
from domain.retention.job import prune
from domain.retention.policy import Kept, Policy
from domain.settings import Settings
from tests.api.test_listening import LISTEN
from tests.receiver.shop import ACCOUNT, Placed, Shop
from tests.runs.test_workflows import CREATE

PLAIN = Policy.of(Settings())


async def after(days: float, **changes: Any) -> dict[Kept, int]:
    """Prune as if so many days had gone by."""
    policy = Policy(
        {**PLAIN.ages, **changes.get("ages", {})},
        changes.get("most", PLAIN.rejected_most),
        changes.get("size", PLAIN.rejected_bytes),
    )
    return await prune(policy, clock.now() + timedelta(days=days))


async def kept(shop: Shop, rows: Sequence[Delivery]) -> list[bool]:
    """Which of these are still there."""
    found = {row.id for row in await Delivery.filter(project_id=shop.project_id)}
    return [row.id in found for row in rows]


async def one_of_each(shop: Shop, trigger: Placed) -> list[Delivery]:
    """Live, test, rejected, unrouted."""
    sent = [
        await shop.send(shop.url, {"team": ACCOUNT}),
        await shop.send(trigger.url, {"team": ACCOUNT}),
        await shop.send(shop.url, {"team": ACCOUNT}, secret="guessed"),
        await shop.send(shop.url, {"team": "T9"}),
    ]
    return [each.row for each in sent]


async def test_each_kind_goes_at_its_own_age(shop: Shop) -> None:
    trigger = await shop.live()
    rows = await one_of_each(shop, trigger)
    found = []
    for days in (6.9, 7.1, 29.9, 30.1):
        await after(days)
        found.append(await kept(shop, rows))

    assert found == [
        [True] * 4,
        [True, False, False, True],
        [True, False, False, True],
        [False] * 4,
    ]


async def test_nothing_of_what_was_deleted_is_left_behind(shop: Shop) -> None:
    trigger = await shop.live()
    rows = await one_of_each(shop, trigger)

    await after(31)

    ids = [row.id for row in rows]
    assert await Verdict.filter(delivery_id__in=ids).count() == 0
    assert await Event.filter(delivery_id__in=ids).count() == 0
    assert await Unrouted.filter(delivery_id__in=ids).count() == 0


async def test_the_sample_and_test_data_stay(shop: Shop) -> None:
    trigger = await shop.live()
    made = await shop.editor.change(CREATE, triggerId=trigger.id, name="Sync")
    test = (await shop.send(trigger.url, {"team": ACCOUNT})).row
    query = Workflow.filter(id=made["workflow"]["id"])
    await query.update(test_delivery_id=test.id)

    await after(400)

    sample = (await Trigger.get(id=trigger.id)).sample_delivery_id
    left = await Delivery.filter(project_id=shop.project_id).values_list("id", flat=True)
    assert sorted(map(str, left)) == sorted([str(sample), test.id])


async def test_a_run_that_is_not_over_keeps_its_event_and_one_that_is_goes_at_its_age(
    shop: Shop,
) -> None:
    await shop.live()
    rows = [(await shop.send(shop.url, {"team": ACCOUNT, "n": n})).row for n in range(2)]
    waiting, done = [
        await Run.create(
            id=f"run_{row.id[4:]}",
            project_id=shop.project_id,
            workflow_id="wfl_1",
            trigger_id="trg_1",
            credential_id=shop.sandbox,
            event_id=(await Event.get(delivery_id=row.id)).id,
            delivery_id=row.id,
            state=state,
            attempts=1,
            due_ms=2**53,
            error="",
            created_ms=0,
            updated_ms=0,
        )
        for row, state in zip(rows, ("PENDING", "SUCCEEDED"), strict=True)
    ]
    await RunAttempt.create(run_id=done.id, number=1, at_ms=0, elapsed_ms=1, error="", answer="ok")

    await after(31)

    assert await kept(shop, rows) == [True, False]
    assert await Event.filter(delivery_id=rows[0].id).count() == 1
    left = [row.id for row in await Run.filter(id__in=[waiting.id, done.id])]
    assert left == [waiting.id]
    assert await RunAttempt.filter(run_id=done.id).count() == 0


async def test_a_flood_of_rejections_is_bounded_by_number_and_size_for_each_project(
    shop: Shop,
) -> None:
    trigger = await shop.live()
    genuine = (await shop.send(shop.url, {"team": ACCOUNT})).row
    forged = [(await shop.send(shop.url, b"x" * 1_000, secret="guessed")).row for _ in range(6)]

    await after(0, most=4)
    by_number = await kept(shop, forged)
    await after(0, size=2_500)

    assert by_number == [False] * 2 + [True] * 4
    assert await kept(shop, forged) == [False] * 4 + [True] * 2
    assert await kept(shop, [genuine]) == [True]
    assert await shop.events(trigger) != []


async def test_a_cursor_before_what_was_deleted_says_so_and_one_behind_it_goes_on(
    shop: Shop,
) -> None:
    trigger = await shop.live()
    other = await shop.live(level="USER")
    cursors = {each.id: await cursor(shop, each) for each in (trigger, other)}
    await shop.send(trigger.url, {"team": ACCOUNT})
    behind = await cursor(shop, trigger)

    await after(8)
    fresh = await shop.send(trigger.url, {"team": ACCOUNT, "n": 2})

    assert await first(shop, trigger, cursors[trigger.id]) == "CURSOR_EXPIRED"
    assert await first(shop, trigger, behind) == fresh.row.id
    untouched = await shop.send(other.url, {})
    assert await first(shop, other, cursors[other.id]) == untouched.row.id


async def test_the_newest_cursor_stays_good_when_everything_was_deleted(shop: Shop) -> None:
    trigger = await shop.place()
    await shop.send(trigger.url, {"team": ACCOUNT}, secret="guessed")
    newest = await cursor(shop, trigger)

    await after(8)
    sent = await shop.send(trigger.url, {"team": ACCOUNT})

    assert await first(shop, trigger, newest) == sent.row.id


async def cursor(shop: Shop, trigger: Placed) -> str:
    """The cursor of the newest delivery of a trigger."""
    count = await Verdict.filter(trigger_id=trigger.id).count()
    async with shop.editor.socket() as wire:
        await wire.subscribe("1", LISTEN, variables={"id": trigger.id, "after": None})
        found = [await wire.receive() for _ in range(count)]
    return str(found[-1]["payload"]["data"]["listenForEvents"]["cursor"])


async def first(shop: Shop, trigger: Placed, after_cursor: str) -> str:
    """What comes first after a cursor: a delivery's id, or why it ends."""
    query = """subscription ($id: ID!, $after: String) { listenForEvents(triggerId: $id, after: $after) {
      ... on DeliveryReceived { delivery { id } } ... on ListenEnded { reason } } }"""
    async with shop.editor.socket() as wire:
        await wire.subscribe("1", query, variables={"id": trigger.id, "after": after_cursor})
        found = (await wire.receive())["payload"]["data"]["listenForEvents"]
    return str(found["reason"] if "reason" in found else found["delivery"]["id"])


@given(
    st.lists(st.integers(0, 5_000_000), max_size=30),
    st.integers(0, 20),
    st.integers(0, 20_000_000),
)
def test_what_is_kept_of_rejections_is_the_newest_that_fit(
    sizes: list[int], most: int, room: int
) -> None:
    newest = [(f"dlv_{len(sizes) - n:03}", size) for n, size in enumerate(sizes)]

    first_gone = Policy(PLAIN.ages, most, room).first_of_too_many(newest)

    left = [size for name, size in newest if first_gone is None or name > first_gone]
    assert len(left) <= most
    assert sum(left) <= room
    if first_gone is not None:
        one_more = sizes[: len(left) + 1]
        assert len(one_more) > most or sum(one_more) > room


@pytest.mark.parametrize("kind", list(Kept))
def test_every_kind_has_an_age(kind: Kept) -> None:
    assert PLAIN.ages[kind] >= timedelta(days=1)

"""Trigger.health: what a round over the rows tells of a trigger, and what the metrics say."""

from typing import Any, Final

from domain import clock
from domain.health.job import Rounds
from domain.models import Trigger, TriggerHealth
from tests.api.world import World
from tests.receiver.shop import ACCOUNT, DISABLE, Placed, Shop

HEALTH: Final = """query ($id: ID!) { trigger(id: $id) { health { lastEventAt eventsPerDay
  expectedSilenceSeconds isSilent silentSince drift { path was now } } } }"""
EXPECT: Final = """
mutation ($input: SetExpectedSilenceInput!) {
  setExpectedSilence(input: $input) { trigger { id } errors { code message path } }
}"""


async def health(shop: Shop, trigger: Placed) -> Any:
    return (await shop.editor.data(HEALTH, id=trigger.id))["trigger"]["health"]


async def quiet(trigger: Placed, minutes: int) -> None:
    """Let so many minutes go by."""
    then = clock.now_ms() - minutes * 60_000
    await TriggerHealth.filter(trigger_id=trigger.id).update(last_event_ms=then)
    await Trigger.filter(id=trigger.id).update(updated_ms=then)


async def test_draft_has_no_health_and_a_new_trigger_none_before_the_first_round(
    shop: Shop,
) -> None:
    draft, fresh = await shop.place(), await shop.live()

    assert [await health(shop, each) for each in (draft, fresh)] == [None, None]


async def test_events_are_counted_and_what_differs_from_the_sample_is_named(shop: Shop) -> None:
    trigger = await shop.live()
    for n in range(12):
        await shop.send(shop.url, {"team": ACCOUNT, "n": n})
    await shop.send(trigger.url, {"team": ACCOUNT, "proof": "a test is not counted"})

    await Rounds().round()
    found = await health(shop, trigger)

    assert found["eventsPerDay"] >= 12
    assert found["expectedSilenceSeconds"] == 600
    assert (found["isSilent"], found["silentSince"]) == (False, None)
    assert found["drift"] == [{"path": "event.body.proof", "was": "a text", "now": None}]


async def test_silence_is_told_on_the_trigger_and_in_the_metrics_and_ends(
    shop: Shop, hookwright: World
) -> None:
    trigger = await shop.live()
    await shop.send(shop.url, {"team": ACCOUNT})
    rounds = Rounds()
    await rounds.round()
    assert (await health(shop, trigger))["expectedSilenceSeconds"] is None
    await shop.editor.change(EXPECT, triggerId=trigger.id, minutes=5)
    await quiet(trigger, 6)
    silent = await health(shop, trigger)
    await rounds.round()
    told = (await hookwright.http.get(f"{hookwright.url}/metrics")).text
    await shop.send(shop.url, {"team": ACCOUNT})
    await rounds.round()
    after = (await hookwright.http.get(f"{hookwright.url}/metrics")).text

    assert (silent["isSilent"], silent["expectedSilenceSeconds"]) == (True, 300)
    assert silent["silentSince"] == silent["lastEventAt"]
    assert f'hookwright_trigger_silence_seconds{{trigger="{trigger.id}"}}' in told
    assert (await health(shop, trigger))["isSilent"] is False
    assert trigger.id not in after


async def test_disabled_trigger_is_not_called_silent(shop: Shop) -> None:
    trigger = await shop.live()
    await shop.editor.change(EXPECT, triggerId=trigger.id, minutes=5)
    await Rounds().round()
    await shop.editor.change(DISABLE, triggerId=trigger.id)
    await quiet(trigger, 600)

    found = await health(shop, trigger)

    assert (found["isSilent"], found["expectedSilenceSeconds"]) == (False, None)


async def test_expected_silence_is_bounded_one_s_own_and_can_be_cleared(
    shop: Shop, hookwright: World
) -> None:
    trigger = await shop.live()
    stranger = await hookwright.editor()

    for minutes in (0, -1, 527_041):
        assert await shop.editor.refused(EXPECT, triggerId=trigger.id, minutes=minutes) == [
            ("INVALID", ["input", "minutes"])
        ]
    assert await stranger.refused(EXPECT, triggerId=trigger.id, minutes=5) == [
        ("NOT_FOUND", ["input", "triggerId"])
    ]
    assert (await Trigger.get(id=trigger.id)).expected_silence_ms is None
    await shop.editor.change(EXPECT, triggerId=trigger.id, minutes=5)
    await shop.editor.change(EXPECT, triggerId=trigger.id, minutes=None)
    assert (await Trigger.get(id=trigger.id)).expected_silence_ms is None

"""Replays of many: counted first, in order, each once, also after a restart; cancelled where they are; watched."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from domain.models import Delivery, Event, Replay, Run, RunChange
from tests.api.world import HANDLING, World
from tests.receiver.shop import ACCOUNT, FINISH, SIGNED, Placed, Shop
from tests.receiver.waiting import settled
from tests.runs.test_workflows import CREATE, DELETE

FIELDS: Final = "id kind state total done failed"
PREVIEW: Final = """
mutation ($input: PreviewReplayEventsInput!) {
  previewReplayEvents(input: $input) { count errors { code message path } }
}"""
START: Final = f"""
mutation ($input: ReplayEventsInput!) {{
  replayEvents(input: $input) {{ replay {{ {FIELDS} }} errors {{ code message path }} }}
}}"""
COUNT_RUNS: Final = """
mutation ($input: PreviewRetryRunsInput!) {
  previewRetryRuns(input: $input) { count errors { code message path } }
}"""
RETRY: Final = f"""
mutation ($input: RetryRunsInput!) {{
  retryRuns(input: $input) {{ replay {{ {FIELDS} }} errors {{ code message path }} }}
}}"""
CANCEL: Final = f"""
mutation ($input: CancelReplayInput!) {{
  cancelReplay(input: $input) {{ replay {{ {FIELDS} }} errors {{ code message path }} }}
}}"""
PROGRESS: Final = f"subscription ($id: ID!) {{ replayProgress(replayId: $id) {{ {FIELDS} }} }}"
NODE: Final = f"query ($id: ID!) {{ node(id: $id) {{ ... on Replay {{ {FIELDS} }} }} }}"


async def send(shop: Shop, bodies: list[Any], **more: Any) -> list[str]:
    """Send many at once, in the order in which they are written down."""
    return [(await shop.send(shop.url, body, **more)).row.id for body in bodies]


async def over(replay_id: str) -> Replay:
    """Wait until a replay is over."""

    async def is_over() -> bool:
        return (await Replay.get(id=replay_id)).state != "RUNNING"

    await settled(is_over)
    return await Replay.get(id=replay_id)


async def replays(shop: Shop) -> list[tuple[str, str]]:
    """What was replayed, in order: the original, and how it ended."""
    rows = Delivery.filter(project_id=shop.project_id, replay_of__isnull=False).order_by("id")
    return [(str(row.replay_of), row.outcome) for row in await rows]


async def test_events_are_counted_and_then_replayed_in_order_each_for_its_account(
    shop: Shop,
) -> None:
    trigger = await shop.live()
    other = await shop.account(ACCOUNT, "another")
    sent = await send(shop, [{"team": ACCOUNT, "n": n} for n in range(3)])
    await send(shop, [{"team": "T9"}])
    await shop.send(trigger.url, {"team": ACCOUNT})

    previewed = await shop.editor.change(PREVIEW, triggerId=trigger.id)
    assert await replays(shop) == []
    started = (await shop.editor.change(START, triggerId=trigger.id))["replay"]
    row = await over(started["id"])

    assert (previewed["count"], started["total"], row.done, row.failed) == (6, 6, 6, 0)
    assert await replays(shop) == [(each, "EVENT") for each in sent for _ in range(2)]
    found = [pair[1] for pair in await shop.events(trigger)][-6:]
    assert sorted(found[:2]) == sorted([shop.sandbox, other])
    shown = (await shop.editor.data(NODE, id=row.id))["node"]
    assert (shown["state"], shown["kind"], shown["done"]) == ("DONE", "EVENTS", 6)


async def test_account_and_time_choose_which(shop: Shop) -> None:
    trigger = await shop.live()
    other = await shop.account(ACCOUNT, "another")
    await send(shop, [{"team": ACCOUNT}])
    between = datetime.now(UTC)
    later = await send(shop, [{"team": ACCOUNT}])

    given = {"triggerId": trigger.id, "credentialId": other, "receivedFrom": between.isoformat()}
    counted = await shop.editor.change(PREVIEW, **given)
    started = (await shop.editor.change(START, **given))["replay"]
    await over(started["id"])

    assert counted["count"] == 1
    assert await replays(shop) == [(later[0], "EVENT")]
    assert (await Event.filter(credential_id=other).order_by("-id").first()) is not None


async def test_what_was_refused_is_judged_anew_for_this_trigger_alone_once_it_is_mended(
    shop: Shop,
) -> None:
    neighbour = await shop.live()
    trigger = await shop.live(routing=["event.body.team", "event.body.owner"])
    filtered = {"any": [{"all": [{"path": "event.body.never", "operator": "EXISTS"}]}]}
    await shop.editor.change(HANDLING, triggerId=trigger.id, filter=filtered)
    await shop.send(trigger.url, {"team": ACCOUNT, "never": 1})
    await shop.editor.change(FINISH, triggerId=trigger.id)
    stopped = await send(shop, [{"team": ACCOUNT, "n": n} for n in range(2)])
    forged = await send(shop, [{"team": ACCOUNT}], secret="guessed")
    await shop.editor.change(HANDLING, triggerId=trigger.id, filter=None, verification=SIGNED)
    await shop.send(trigger.url, {"team": ACCOUNT})
    await shop.editor.change(FINISH, triggerId=trigger.id)
    before = len(await shop.events(neighbour))

    given = {"triggerId": trigger.id, "outcomes": ["FILTERED", "REJECTED"]}
    started = (await shop.editor.change(START, **given))["replay"]
    row = await over(started["id"])

    assert (row.total, row.done, row.failed) == (3, 3, 1)
    assert await replays(shop) == [
        *((each, "EVENT") for each in stopped),
        (forged[0], "REJECTED"),
    ]
    assert len(await shop.events(neighbour)) == before


async def test_progress_is_watched_until_it_is_over(shop: Shop) -> None:
    trigger = await shop.live()
    await send(shop, [{"team": ACCOUNT, "n": n} for n in range(4)])
    started = (await shop.editor.change(START, triggerId=trigger.id))["replay"]
    seen = []
    async with shop.editor.socket() as wire:
        await wire.subscribe("1", PROGRESS, variables={"id": started["id"]})
        while (frame := await wire.receive())["type"] == "next":
            seen.append(frame["payload"]["data"]["replayProgress"])

    assert frame["type"] == "complete"
    assert (seen[-1]["state"], seen[-1]["done"]) == ("DONE", 4)
    assert [each["done"] for each in seen] == sorted(each["done"] for each in seen)


async def test_cancelled_replay_writes_nothing_more(shop: Shop) -> None:
    trigger = await shop.live()
    await send(shop, [{"team": ACCOUNT, "n": n} for n in range(60)])
    started = (await shop.editor.change(START, triggerId=trigger.id))["replay"]

    cancelled = (await shop.editor.change(CANCEL, replayId=started["id"]))["replay"]
    again = (await shop.editor.change(CANCEL, replayId=started["id"]))["replay"]
    marker = await shop.live()
    await send(shop, [{"team": ACCOUNT}])
    other = (await shop.editor.change(START, triggerId=marker.id))["replay"]
    await over(other["id"])

    assert (cancelled["state"], again["state"]) == ("CANCELLED", "CANCELLED")
    row = await Replay.get(id=started["id"])
    assert row.done < row.total
    assert len(await replays(shop)) == row.done + 1


async def test_dead_runs_are_retried_by_filter_and_no_others(shop: Shop) -> None:
    trigger = await shop.live()
    made = [
        (await shop.editor.change(CREATE, triggerId=trigger.id, name=name))["workflow"]["id"]
        for name in ("One", "Two", "Deleted")
    ]
    await shop.editor.change(DELETE, workflowId=made[2])
    runs = {
        (workflow, state): await run(shop, trigger, workflow, state, n)
        for n, (workflow, state) in enumerate(
            [(made[0], "DEAD"), (made[0], "SUCCEEDED"), (made[1], "DEAD"), (made[2], "DEAD")]
        )
    }

    counted = await shop.editor.change(COUNT_RUNS, workflowId=made[0])
    one = (await shop.editor.change(RETRY, workflowId=made[0]))["replay"]
    await over(one["id"])
    states = [(await Run.get(id=each.id)).state for each in runs.values()]
    everything = (await shop.editor.change(RETRY))["replay"]
    row = await over(everything["id"])

    assert (counted["count"], one["kind"], one["total"]) == (1, "RUNS", 1)
    assert states == ["PENDING", "SUCCEEDED", "DEAD", "DEAD"]
    assert (row.total, row.done, row.failed) == (2, 2, 1)
    first = await Run.get(id=runs[made[0], "DEAD"].id)
    assert (first.tries_from, first.event_id) == (11, runs[made[0], "DEAD"].event_id)
    assert (await Run.get(id=runs[made[2], "DEAD"].id)).state == "DEAD"
    assert await RunChange.filter(project_id=shop.project_id).count() == 2


async def test_times_beyond_all_others_choose_everything_or_nothing(shop: Shop) -> None:
    trigger = await shop.live()
    await send(shop, [{"team": ACCOUNT}])
    first, last = "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"

    counts = [
        (await shop.editor.change(PREVIEW, triggerId=trigger.id, **given))["count"]
        for given in (
            {"receivedFrom": first, "receivedUntil": last},
            {"receivedFrom": last},
            {"receivedUntil": first},
        )
    ]

    assert counts == [1, 0, 0]


async def test_what_is_wrong_is_told_and_nothing_begins(shop: Shop, hookwright: World) -> None:
    trigger = await shop.live()
    await send(shop, [{"team": ACCOUNT}])
    stranger = await hookwright.editor()
    now = datetime.now(UTC)
    backwards = {"receivedFrom": now.isoformat(), "receivedUntil": (now - timedelta(1)).isoformat()}

    for given, path in (
        ({"outcomes": ["HANDSHAKE"]}, ["input", "outcomes"]),
        ({"outcomes": []}, ["input", "outcomes"]),
        (backwards, ["input", "receivedFrom"]),
    ):
        for query in (START, PREVIEW):
            refused = await shop.editor.refused(query, triggerId=trigger.id, **given)
            assert refused == [("INVALID", path)]
    assert await stranger.refused(START, triggerId=trigger.id) == [
        ("NOT_FOUND", ["input", "triggerId"])
    ]
    assert await Replay.filter(project_id=shop.project_id).count() == 0
    started = (await shop.editor.change(START, triggerId=trigger.id))["replay"]
    assert await stranger.refused(CANCEL, replayId=started["id"]) == [
        ("NOT_FOUND", ["input", "replayId"])
    ]
    assert (await stranger.data(NODE, id=started["id"]))["node"] is None
    await asyncio.wait_for(over(started["id"]), 5)


async def run(shop: Shop, trigger: Placed, workflow_id: str, state: str, number: int) -> Run:
    """A run that was tried eleven times."""
    return await Run.create(
        id=f"run_01{number:024}",
        project_id=shop.project_id,
        workflow_id=workflow_id,
        trigger_id=trigger.id,
        credential_id=shop.sandbox,
        event_id=f"evt_01{number:024}",
        delivery_id=f"dlv_01{number:024}",
        state=state,
        attempts=11,
        due_ms=0,
        error="",
        created_ms=0,
        updated_ms=0,
    )

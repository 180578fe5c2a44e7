"""Engines that pull: holds that end, fences, and what becomes of runs whose holder never comes back."""

import asyncio
from typing import Any, Final

import pytest

from domain.models import Run, RunAttempt
from tests.api.world import World
from tests.receiver.shop import Placed, Shop
from tests.runs.endpoint import Endpoint
from tests.runs.started import DELETE, UPDATE, Started, enable, workflow

CLAIM: Final = """
mutation ($input: ClaimRunsInput!) {
  claimRuns(input: $input) { runs { id attempt state output credential { id } heldUntil } errors { code message path } } }"""
COMPLETE: Final = """
mutation ($input: CompleteRunInput!) {
  completeRun(input: $input) { run { state history { number answer error } } errors { code message path } } }"""
FAIL: Final = """
mutation ($input: FailRunInput!) {
  failRun(input: $input) { run { state error nextAttemptAt } errors { code message path } } }"""
EXTEND: Final = """
mutation ($input: ExtendLeaseInput!) {
  extendLease(input: $input) { run { heldUntil } errors { code message path } } }"""
RETRY: Final = """
mutation ($input: RetryRunInput!) {
  retryRun(input: $input) { run { state attempt } errors { code message path } } }"""
LOST: Final = [("NOT_ALLOWED", ["input", "attempt"])]


@pytest.fixture
async def trigger(shop: Shop) -> Placed:
    return await shop.live()


@pytest.fixture
async def pulled(hookwright: World, shop: Shop, trigger: Placed) -> Started:
    """A workflow without an endpoint, for the accounts A and B."""
    made = await workflow(shop, trigger)
    await enable(hookwright, shop, made, await shop.account("A"), await shop.account("B"))
    return made


async def claimed(shop: Shop, **given: Any) -> Any:
    return (await shop.editor.change(CLAIM, **given))["runs"]


@pytest.mark.usefixtures("pulled")
async def test_claimed_run_is_held_and_completed(shop: Shop) -> None:
    await shop.send(shop.url, {"team": "A", "n": 1})

    (run,) = await claimed(shop)
    again = await claimed(shop)
    done = await shop.editor.change(COMPLETE, runId=run["id"], attempt=1, answer="made issue 7")

    assert (run["state"], run["attempt"], run["output"]["body"]["n"]) == ("RUNNING", 1, 1)
    assert again == []
    assert done["run"] == {
        "state": "SUCCEEDED",
        "history": [{"number": 1, "answer": "made issue 7", "error": None}],
    }
    assert await claimed(shop) == []
    assert await shop.editor.refused(COMPLETE, runId=run["id"], attempt=1) == LOST


@pytest.mark.usefixtures("pulled")
async def test_hold_that_ended_is_given_out_again_and_the_late_holder_is_refused(
    shop: Shop,
) -> None:
    await shop.send(shop.url, {"team": "A"})
    (first,) = await claimed(shop)
    await Run.filter(id=first["id"]).update(due_ms=0)

    (second,) = await claimed(shop)

    assert (second["id"], second["attempt"]) == (first["id"], 2)
    for late in (COMPLETE, EXTEND, FAIL):
        more: dict[str, Any] = {"leaseSeconds": 5} if late == EXTEND else {}
        more |= {"error": "late"} if late == FAIL else {}
        assert await shop.editor.refused(late, runId=first["id"], attempt=1, **more) == LOST
    run = await Run.get(id=first["id"])
    assert (run.state, run.attempts) == ("RUNNING", 2)
    assert await RunAttempt.filter(run_id=run.id).count() == 0


@pytest.mark.usefixtures("pulled")
async def test_failed_attempt_waits_by_the_schedule_or_as_long_as_it_was_asked(shop: Shop) -> None:
    await shop.send(shop.url, {"team": "A"})
    (run,) = await claimed(shop)

    failed = await shop.editor.change(
        FAIL, runId=run["id"], attempt=1, error="the engine is full", retryAfterSeconds=600
    )

    row = await Run.get(id=run["id"])
    assert (failed["run"]["state"], failed["run"]["error"]) == ("PENDING", "the engine is full")
    assert 599_000 < row.due_ms - row.updated_ms <= 600_000
    assert await claimed(shop) == []


@pytest.mark.usefixtures("pulled")
async def test_extended_hold_lasts_longer(shop: Shop) -> None:
    await shop.send(shop.url, {"team": "A"})
    (run,) = await claimed(shop, leaseSeconds=1)
    before = (await Run.get(id=run["id"])).due_ms

    await shop.editor.change(EXTEND, runId=run["id"], attempt=1, leaseSeconds=3600)

    assert (await Run.get(id=run["id"])).due_ms > before + 3_500_000


@pytest.mark.usefixtures("pulled")
async def test_oldest_come_first_and_no_run_is_given_to_two(shop: Shop) -> None:
    for number in range(12):
        await shop.send(shop.url, {"team": "A", "n": number})

    pages = await asyncio.gather(*(claimed(shop, first=4) for _ in range(4)))

    numbers = sorted(run["output"]["body"]["n"] for page in pages for run in page)
    assert numbers == list(range(12))
    assert sorted(len(page) for page in pages) == [0, 4, 4, 4]


async def test_runs_in_order_are_given_one_by_one_for_each_account(
    hookwright: World, shop: Shop, trigger: Placed
) -> None:
    made = await workflow(shop, trigger, isOrdered=True)
    await enable(hookwright, shop, made, await shop.account("A"), await shop.account("B"))
    for number in range(3):
        await shop.send(shop.url, {"team": "A", "n": number})
    await shop.send(shop.url, {"team": "B", "n": 9})

    first = await claimed(shop)
    nothing = await claimed(shop)
    (one,) = [run for run in first if run["output"]["body"]["n"] == 0]
    await shop.editor.change(FAIL, runId=one["id"], attempt=1, error="no")
    still_nothing = await claimed(shop)
    await Run.filter(id=one["id"]).update(due_ms=0)
    (again,) = await claimed(shop)
    await shop.editor.change(COMPLETE, runId=again["id"], attempt=2)
    (second,) = await claimed(shop)

    assert sorted(run["output"]["body"]["n"] for run in first) == [0, 9]
    assert (nothing, still_nothing) == ([], [])
    assert (again["id"], second["output"]["body"]["n"]) == (one["id"], 1)


@pytest.mark.usefixtures("pulled")
async def test_run_that_nobody_ever_ends_is_dead_at_last(shop: Shop) -> None:
    await shop.send(shop.url, {"team": "A"})
    (run,) = await claimed(shop)
    await Run.filter(id=run["id"]).update(due_ms=0, attempts=11)

    assert await claimed(shop) == []

    row = await Run.get(id=run["id"])
    assert (row.state, row.attempts) == ("DEAD", 11)


@pytest.mark.usefixtures("pulled")
async def test_dead_run_begins_a_new_schedule_when_it_is_retried(shop: Shop) -> None:
    await shop.send(shop.url, {"team": "A"})
    (run,) = await claimed(shop)
    await Run.filter(id=run["id"]).update(attempts=11)
    dead = await shop.editor.change(FAIL, runId=run["id"], attempt=11, error="no")

    retried = await shop.editor.change(RETRY, runId=run["id"])
    (again,) = await claimed(shop)
    failed = await shop.editor.change(FAIL, runId=run["id"], attempt=12, error="no")

    assert dead["run"]["state"] == "DEAD"
    assert retried["run"] == {"state": "PENDING", "attempt": 11}
    assert again["attempt"] == 12
    assert failed["run"]["state"] == "PENDING"
    assert await shop.editor.refused(RETRY, runId="run_" + "0" * 26) == [
        ("NOT_FOUND", ["input", "runId"])
    ]


@pytest.mark.usefixtures("pulled")
async def test_run_that_is_done_or_held_is_not_retried(shop: Shop) -> None:
    await shop.send(shop.url, {"team": "A"})
    (run,) = await claimed(shop)
    refused = [("NOT_ALLOWED", ["input", "runId"])]

    assert await shop.editor.refused(RETRY, runId=run["id"]) == refused
    await shop.editor.change(COMPLETE, runId=run["id"], attempt=1)
    assert await shop.editor.refused(RETRY, runId=run["id"]) == refused
    assert (await Run.get(id=run["id"])).state == "SUCCEEDED"


async def test_nothing_is_pulled_of_others_of_paused_ones_and_of_endpoints(
    hookwright: World, shop: Shop, trigger: Placed, pulled: Started, endpoint: Endpoint
) -> None:
    sent = await workflow(shop, trigger, endpoint=endpoint.url + "/")
    await shop.editor.change(UPDATE, workflowId=pulled.id, isPaused=True)
    await shop.send(shop.url, {"team": "A"})
    stranger = await hookwright.editor()

    assert await claimed(shop) == []
    assert await shop.editor.refused(CLAIM, workflowId=sent.id) == [
        ("NOT_ALLOWED", ["input", "workflowId"])
    ]
    await shop.editor.change(UPDATE, workflowId=pulled.id, isPaused=False)
    (payload,) = (await stranger.data(CLAIM, input={})).values()
    assert payload["runs"] == []
    assert await stranger.refused(CLAIM, workflowId=pulled.id) == [
        ("NOT_FOUND", ["input", "workflowId"])
    ]
    (run,) = await claimed(shop)
    assert await stranger.refused(COMPLETE, runId=run["id"], attempt=1) == [
        ("NOT_FOUND", ["input", "runId"])
    ]
    assert (await Run.get(id=run["id"])).state == "RUNNING"


@pytest.mark.parametrize(
    ("mutation", "given", "path"),
    [
        (CLAIM, {"first": 0}, "first"),
        (CLAIM, {"first": 101}, "first"),
        (CLAIM, {"leaseSeconds": 0}, "leaseSeconds"),
        (CLAIM, {"leaseSeconds": 3601}, "leaseSeconds"),
    ],
)
async def test_bounds_of_a_claim_are_told(shop: Shop, mutation: str, given: Any, path: str) -> None:
    assert await shop.editor.refused(mutation, **given) == [("INVALID", ["input", path])]


@pytest.mark.usefixtures("pulled")
async def test_failing_needs_a_reason(shop: Shop) -> None:
    await shop.send(shop.url, {"team": "A"})
    (run,) = await claimed(shop)

    assert await shop.editor.refused(FAIL, runId=run["id"], attempt=1, error=" ") == [
        ("REQUIRED", ["input", "error"])
    ]
    assert (await Run.get(id=run["id"])).state == "RUNNING"


async def test_runs_of_a_deleted_workflow_are_cancelled(shop: Shop, pulled: Started) -> None:
    for number in range(3):
        await shop.send(shop.url, {"team": "A", "n": number})

    await shop.editor.change(DELETE, workflowId=pulled.id)

    async with asyncio.timeout(5):
        while {run.state for run in await pulled.runs()} != {"CANCELLED"}:  # noqa: ASYNC110
            await asyncio.sleep(0)
    assert await claimed(shop) == []

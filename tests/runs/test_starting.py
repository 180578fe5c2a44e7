"""What an event starts: a run for each enabled workflow and account, in the event's own commit, and nothing else does."""

from typing import Any, Final

import pytest

from domain.models import Event, Run, RunChange
from tests.api.world import World
from tests.receiver.shop import Placed, Shop
from tests.runs.started import DELETE, UPDATE, enable, workflow

VERDICT: Final = """query ($id: ID!) { delivery(id: $id) { verdicts { outcome explanation
  leftOut { workflow { id name } reason }
  events { id credential { id } runs { id state attempt workflow { id } credential { id } delivery { id } output
    eventId nextAttemptAt heldUntil status error history { number } } } } } }"""
RUNS: Final = """query ($state: [RunState!], $workflow: ID, $first: Int, $after: String) {
  runs(state: $state, workflowId: $workflow, first: $first, after: $after) {
    edges { node { id } } pageInfo { hasNextPage endCursor } } }"""

ROUTE: Final = """
mutation ($input: RouteDeliveryInput!) {
  routeDelivery(input: $input) { delivery { outcome } errors { code message path } } }"""
REPLAY: Final = """
mutation ($input: ReplayEventInput!) {
  replayEvent(input: $input) { delivery { outcome } errors { code message path } } }"""


@pytest.fixture
async def trigger(shop: Shop) -> Placed:
    return await shop.live()


async def verdicts(shop: Shop, delivery_id: str) -> Any:
    return (await shop.editor.data(VERDICT, id=delivery_id))["delivery"]["verdicts"]


async def test_event_starts_one_run_for_each_enabled_workflow_and_account(
    hookwright: World, shop: Shop, trigger: Placed
) -> None:
    first, second = await shop.account("A"), await shop.account("A")
    one, other = await workflow(shop, trigger), await workflow(shop, trigger)
    await enable(hookwright, shop, one, first, second)
    await enable(hookwright, shop, other, second)

    sent = await shop.send(shop.url, {"team": "A", "n": 1})

    assert sent.reply.status_code == 200
    found = {
        (run.workflow_id, run.credential_id, run.delivery_id)
        for run in await Run.filter(project_id=shop.project_id)
    }
    assert found == {
        (one.id, first, sent.row.id),
        (one.id, second, sent.row.id),
        (other.id, second, sent.row.id),
    }
    assert await RunChange.filter(project_id=shop.project_id).count() == 3
    events = {each.id: each.credential_id for each in await Event.filter(delivery_id=sent.row.id)}
    for run in await Run.filter(project_id=shop.project_id):
        assert events[run.event_id] == run.credential_id


async def test_run_is_shown_with_its_event(hookwright: World, shop: Shop, trigger: Placed) -> None:
    account = await shop.account("A")
    made = await workflow(shop, trigger)
    await enable(hookwright, shop, made, account)

    sent = await shop.send(shop.url, {"team": "A", "n": 1})

    (verdict,) = await verdicts(shop, sent.row.id)
    (event,) = verdict["events"]
    (run,) = event["runs"]
    output = run.pop("output")
    assert run.pop("nextAttemptAt") is not None
    assert run == {
        "id": (await made.runs())[0].id,
        "state": "PENDING",
        "attempt": 0,
        "workflow": {"id": made.id},
        "credential": {"id": account},
        "delivery": {"id": sent.row.id},
        "eventId": event["id"],
        "heldUntil": None,
        "status": None,
        "error": None,
        "history": [],
    }
    assert (output["eventId"], output["body"]) == (event["id"], {"team": "A", "n": 1})
    assert output["account"] == {"id": account, "userId": "customer", "providerId": "A"}


async def test_user_level_event_starts_what_its_own_account_wants(
    hookwright: World, shop: Shop
) -> None:
    trigger = await shop.live(level="USER")
    mine, other = await shop.account(None), await shop.account(None)
    made = await workflow(shop, trigger)
    await enable(hookwright, shop, made, mine)

    await shop.send(await shop.user_url(trigger, other), {"n": 1})
    sent = await shop.send(await shop.user_url(trigger, mine), {"n": 2})

    (run,) = await made.runs()
    assert (run.credential_id, run.delivery_id) == (mine, sent.row.id)


async def test_filter_of_the_workflow_is_judged_and_its_verdict_shown(
    hookwright: World, shop: Shop, trigger: Placed
) -> None:
    account = await shop.account("A")
    pushes = {
        "any": [{"all": [{"path": "event.body.type", "operator": "EQUALS", "value": "push"}]}]
    }
    picky, all_of_them = await workflow(shop, trigger, filter=pushes), await workflow(shop, trigger)
    unasked = await workflow(shop, trigger, filter=pushes)
    await enable(hookwright, shop, picky, account)
    await enable(hookwright, shop, all_of_them, account)

    sent = await shop.send(shop.url, {"team": "A", "type": "ping"})
    await shop.send(shop.url, {"team": "A", "type": "push"})

    (verdict,) = await verdicts(shop, sent.row.id)
    reason = 'event.body.type is the text "ping", expected equal to the text "push"'
    assert verdict["outcome"] == "EVENT"
    assert verdict["leftOut"] == [{"workflow": {"id": picky.id, "name": "Sync"}, "reason": reason}]
    assert verdict["explanation"].endswith(f"Workflow “Sync” left it out: {reason}.")
    assert [len(await each.runs()) for each in (picky, all_of_them, unasked)] == [1, 2, 0]


async def test_repetition_starts_nothing(hookwright: World, shop: Shop) -> None:
    trigger = await shop.live(deduplicationKey="{{event.body.id}}")
    account = await shop.account("A")
    made = await workflow(shop, trigger)
    await enable(hookwright, shop, made, account)

    first = await shop.send(shop.url, {"team": "A", "id": "1"})
    again = await shop.send(shop.url, {"team": "A", "id": "1"})

    assert (first.row.outcome, again.row.outcome) == ("EVENT", "DUPLICATE")
    (run,) = await made.runs()
    assert run.delivery_id == first.row.id
    assert await RunChange.filter(run_id=run.id).count() == 1


@pytest.mark.parametrize("what", ["test", "forged", "unrouted", "filtered", "disabled account"])
async def test_delivery_that_is_no_live_event_starts_nothing(
    hookwright: World, shop: Shop, what: str
) -> None:
    kind = {"path": "event.body.kind", "operator": "NOT_EQUALS", "value": "noise"}
    trigger = await shop.live(filter={"any": [{"all": [kind]}]})
    account, other = await shop.account("A"), await shop.account("B")
    made = await workflow(shop, trigger)
    await enable(hookwright, shop, made, account, shop.sandbox)

    match what:
        case "test":
            sent = await shop.send(trigger.url, {"team": "T1"})
        case "forged":
            sent = await shop.send(shop.url, {"team": "A"}, secret="guessed")
        case "unrouted":
            sent = await shop.send(shop.url, {"team": "Z"})
        case "filtered":
            sent = await shop.send(shop.url, {"team": "A", "kind": "noise"})
        case _:
            sent = await shop.send(shop.url, {"team": "B"})

    assert sent.row.outcome in {"EVENT", "REJECTED", "UNROUTED", "FILTERED"}
    assert other != account
    assert await Run.filter(project_id=shop.project_id).count() == 0
    assert await RunChange.filter(project_id=shop.project_id).count() == 0


async def test_deleted_workflow_starts_nothing_and_a_paused_one_makes_runs_that_wait(
    hookwright: World, shop: Shop, trigger: Placed
) -> None:
    account = await shop.account("A")
    gone, paused = await workflow(shop, trigger), await workflow(shop, trigger)
    await enable(hookwright, shop, gone, account)
    await enable(hookwright, shop, paused, account)
    await shop.send(shop.url, {"team": "A"})
    await shop.editor.change(DELETE, workflowId=gone.id)
    await shop.editor.change(UPDATE, workflowId=paused.id, isPaused=True)

    await shop.send(shop.url, {"team": "A"})

    assert len(await gone.runs()) == 1
    assert [run.state for run in await paused.runs()] == ["PENDING", "PENDING"]


async def test_runs_are_listed_newest_first_by_state_and_workflow(
    hookwright: World, shop: Shop, trigger: Placed
) -> None:
    account = await shop.account("A")
    one, other = await workflow(shop, trigger), await workflow(shop, trigger)
    await enable(hookwright, shop, one, account)
    await enable(hookwright, shop, other, account)
    for number in range(3):
        await shop.send(shop.url, {"team": "A", "n": number})
    ids = [run.id for run in await one.runs()]

    async def listed(**given: Any) -> Any:
        found = (await shop.editor.data(RUNS, **given))["runs"]
        return [edge["node"]["id"] for edge in found["edges"]], found["pageInfo"]

    page, info = await listed(workflow=one.id, first=2)
    rest, _ = await listed(workflow=one.id, first=2, after=info["endCursor"])
    assert page + rest == ids[::-1]
    assert len((await listed(state=["PENDING"]))[0]) == 6
    assert (await listed(state=["DEAD", "SUCCEEDED"]))[0] == []
    stranger = await hookwright.editor()
    assert (await stranger.data(RUNS))["runs"]["edges"] == []
    query = "query ($id: ID!) { run(id: $id) { id } node(id: $id) { id } }"
    assert await stranger.data(query, id=ids[0]) == {"run": None, "node": None}
    assert await shop.editor.data(query, id=ids[0]) == {
        "run": {"id": ids[0]},
        "node": {"id": ids[0]},
    }


async def test_unrouted_event_starts_its_runs_once_it_is_routed(
    hookwright: World, shop: Shop, trigger: Placed
) -> None:
    """By hand: the account that a person chose has another Provider ID."""
    account = await shop.account("B")
    made = await workflow(shop, trigger)
    await enable(hookwright, shop, made, account)
    sent = await shop.send(shop.url, {"team": "Z"})
    assert await made.runs() == []

    await shop.editor.change(ROUTE, deliveryId=sent.row.id, credentialId=account)

    (run,) = await made.runs()
    assert (run.credential_id, run.delivery_id) == (account, sent.row.id)


async def test_replayed_event_starts_runs_of_its_own(
    hookwright: World, shop: Shop, trigger: Placed
) -> None:
    account = await shop.account("A")
    made = await workflow(shop, trigger)
    await enable(hookwright, shop, made, account)
    await shop.send(shop.url, {"team": "A"})
    (first,) = await made.runs()

    await shop.editor.change(REPLAY, eventId=first.event_id)

    _, second = await made.runs()
    assert second.event_id != first.event_id
    assert (second.credential_id, second.workflow_id) == (account, made.id)

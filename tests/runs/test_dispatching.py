"""What an endpoint gets, and what becomes of a run by what the endpoint answers."""

import base64
import json
from typing import Any, Final

import pytest
import standardwebhooks
import svix

from domain.models import Delivery, Run, RunAttempt, Workflow
from tests.api.world import World
from tests.receiver.shop import UNSIGNED, Placed, Shop
from tests.runs.endpoint import Endpoint, answering, cutting, hanging
from tests.runs.started import UPDATE, Started, enable, within, workflow

SETTINGS: Final = {"run_seconds": 1}
HISTORY: Final = """query ($id: ID!) { run(id: $id) { state attempt status error nextAttemptAt
  history { number at elapsedMs status error answer } } }"""
ROTATE: Final = """
mutation ($input: RotateWorkflowSecretInput!) {
  rotateWorkflowSecret(input: $input) { secret errors { code message path } } }"""


@pytest.fixture
async def trigger(shop: Shop) -> Placed:
    return await shop.live()


async def sent_to(
    hookwright: World, shop: Shop, trigger: Placed, url: str, **given: Any
) -> Started:
    """A workflow of the account A at an endpoint."""
    made = await workflow(shop, trigger, endpoint=url, **given)
    await enable(hookwright, shop, made, await shop.account("A"))
    return made


async def attempted(made: Started, times: int = 1) -> Run:
    """Wait until the only run was attempted so often."""

    async def is_so() -> bool:
        runs = await made.runs()
        return bool(runs) and await RunAttempt.filter(run_id=runs[0].id).count() >= times

    await within(30, is_so)
    (run,) = await made.runs()
    return run


async def waiting(run: Run) -> int:
    """Milliseconds from the end of the last attempt to the next."""
    attempt = await RunAttempt.get(run_id=run.id)
    return int(run.due_ms - attempt.at_ms - attempt.elapsed_ms)


async def test_run_is_posted_signed_once_and_done(
    hookwright: World, shop: Shop, trigger: Placed, endpoint: Endpoint
) -> None:
    url = endpoint.behave("/runs", answering(202, "thanks"))
    made = await sent_to(hookwright, shop, trigger, url)

    sent = await shop.send(shop.url, {"team": "A", "n": 1})

    run = await attempted(made)
    (taken,) = endpoint.taken
    assert taken.headers["webhook-id"] == run.event_id
    assert taken.headers["content-type"] == "application/json"
    assert standardwebhooks.Webhook(made.secret).verify(taken.content, taken.headers) == taken.json
    svix.Webhook(made.secret).verify(taken.content, taken.headers)
    assert (taken.json["runId"], taken.json["workflowId"]) == (run.id, made.id)
    assert taken.json["output"]["body"] == {"team": "A", "n": 1}
    assert taken.json["output"]["eventId"] == run.event_id
    shown = (await shop.editor.data(HISTORY, id=run.id))["run"]
    (attempt,) = shown.pop("history")
    assert shown == {
        "state": "SUCCEEDED",
        "attempt": 1,
        "status": 202,
        "error": None,
        "nextAttemptAt": None,
    }
    assert (attempt["number"], attempt["status"], attempt["error"], attempt["answer"]) == (
        1,
        202,
        None,
        "thanks",
    )
    assert sent.row.id == run.delivery_id


async def test_forged_body_or_other_secret_does_not_verify(
    hookwright: World, shop: Shop, trigger: Placed, endpoint: Endpoint
) -> None:
    made = await sent_to(hookwright, shop, trigger, endpoint.url + "/")
    other = await workflow(shop, trigger)
    await shop.send(shop.url, {"team": "A"})
    await attempted(made)
    (taken,) = endpoint.taken

    with pytest.raises(standardwebhooks.WebhookVerificationError):
        standardwebhooks.Webhook(made.secret).verify(taken.content + b" ", taken.headers)
    with pytest.raises(standardwebhooks.WebhookVerificationError):
        standardwebhooks.Webhook(other.secret).verify(taken.content, taken.headers)


async def test_both_secrets_sign_during_the_overlap(
    hookwright: World, shop: Shop, trigger: Placed, endpoint: Endpoint
) -> None:
    made = await sent_to(hookwright, shop, trigger, endpoint.url + "/")
    await shop.send(shop.url, {"team": "A", "n": 0})
    await attempted(made)

    rotated = await shop.editor.change(ROTATE, workflowId=made.id)
    await shop.send(shop.url, {"team": "A", "n": 1})
    await within(30, lambda: _is(len(endpoint.taken) == 2))
    at_once = await shop.editor.change(ROTATE, workflowId=made.id, overlapHours=0)
    await shop.send(shop.url, {"team": "A", "n": 2})
    await within(30, lambda: _is(len(endpoint.taken) == 3))

    assert [
        _verifying(taken, made.secret, rotated["secret"], at_once["secret"])
        for taken in endpoint.taken
    ] == [
        [True, False, False],
        [True, True, False],
        [False, False, True],
    ]


FAILURES: Final = {
    "500": (answering(500, "no\0"), 500, "It was answered 500; 2xx is wanted."),
    "a redirect": (
        answering(302, location="/elsewhere"),
        302,
        "It was answered 302; 2xx is wanted.",
    ),
    "404": (answering(404), 404, "It was answered 404; 2xx is wanted."),
    "no answer": (hanging, None, "127.0.0.1 did not answer completely within 1 seconds."),
    "a cut": (cutting, None, "127.0.0.1 hung up without an answer."),
}


@pytest.mark.parametrize("what", FAILURES)
async def test_failed_attempt_is_recorded_and_the_run_waits_to_be_tried_again(
    hookwright: World, shop: Shop, trigger: Placed, endpoint: Endpoint, what: str
) -> None:
    behaviour, status, error = FAILURES[what]
    made = await sent_to(hookwright, shop, trigger, endpoint.behave("/runs", behaviour))

    await shop.send(shop.url, {"team": "A"})

    run = await attempted(made)
    assert (run.state, run.attempts, run.status, run.error) == ("PENDING", 1, status, error)
    assert 4_000 < await waiting(run) < 6_000
    assert len(endpoint.taken) == 1
    attempt = await RunAttempt.get(run_id=run.id)
    assert (attempt.status, attempt.error) == (status, error)


async def test_next_attempt_repeats_the_same_with_the_same_key(
    hookwright: World, shop: Shop, trigger: Placed, endpoint: Endpoint
) -> None:
    url = endpoint.behave("/runs", answering(503), answering(200))
    made = await sent_to(hookwright, shop, trigger, url)
    await shop.send(shop.url, {"team": "A"})
    run = await attempted(made)

    await Run.filter(id=run.id).update(due_ms=0)

    run = await attempted(made, times=2)
    first, second = endpoint.taken
    assert (run.state, run.attempts, run.error) == ("SUCCEEDED", 2, "")
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert first.content == second.content


async def test_retry_after_is_honoured_within_bounds(
    hookwright: World, shop: Shop, trigger: Placed, endpoint: Endpoint
) -> None:
    hour = await sent_to(
        hookwright, shop, trigger, endpoint.behave("/h", answering(429, retry_after="3600"))
    )
    year = await sent_to(
        hookwright, shop, trigger, endpoint.behave("/y", answering(503, retry_after="31536000"))
    )
    soon = await sent_to(
        hookwright, shop, trigger, endpoint.behave("/s", answering(503, retry_after="no"))
    )

    await shop.send(shop.url, {"team": "A"})

    waits = [await waiting(await attempted(each)) for each in (hour, year, soon)]
    assert 3_600_000 <= waits[0] < 3_601_000
    assert 6 * 3_600_000 <= waits[1] < 6 * 3_600_000 + 1_000
    assert waits[2] < 6_000


async def test_gone_stops_the_endpoint_until_it_is_resumed(
    hookwright: World, shop: Shop, trigger: Placed, endpoint: Endpoint
) -> None:
    url = endpoint.behave("/runs", answering(410), answering(200))
    made = await sent_to(hookwright, shop, trigger, url)
    await shop.send(shop.url, {"team": "A", "n": 1})
    await attempted(made)
    stopped = await Workflow.get(id=made.id)
    await shop.send(shop.url, {"team": "A", "n": 2})
    other = await sent_to(hookwright, shop, trigger, endpoint.url + "/other")
    await shop.send(shop.url, {"team": "A", "n": 3})
    await attempted(other)

    assert stopped.stopped_reason.startswith("The endpoint answered 410 Gone on ")
    assert len(endpoint.by_path["/runs"]) == 1
    assert [run.state for run in await made.runs()] == ["PENDING"] * 3

    await shop.editor.change(UPDATE, workflowId=made.id, isPaused=False)

    await within(30, lambda: _all_done(made))
    assert len(endpoint.by_path["/runs"]) == 4


async def test_last_attempt_that_fails_leaves_the_run_dead(
    hookwright: World, shop: Shop, trigger: Placed, endpoint: Endpoint
) -> None:
    made = await sent_to(hookwright, shop, trigger, endpoint.behave("/runs", answering(500)))
    await shop.send(shop.url, {"team": "A"})
    run = await attempted(made)

    await Run.filter(id=run.id).update(due_ms=0, attempts=10)

    run = await attempted(made, times=2)
    assert (run.state, run.attempts) == ("DEAD", 11)


async def test_paused_workflow_sends_nothing_until_it_is_resumed(
    hookwright: World, shop: Shop, trigger: Placed, endpoint: Endpoint
) -> None:
    made = await sent_to(hookwright, shop, trigger, endpoint.url + "/paused")
    other = await sent_to(hookwright, shop, trigger, endpoint.url + "/other")
    await shop.editor.change(UPDATE, workflowId=made.id, isPaused=True)

    await shop.send(shop.url, {"team": "A"})
    await attempted(other)

    assert endpoint.by_path["/paused"] == []
    await shop.editor.change(UPDATE, workflowId=made.id, isPaused=False)
    await attempted(made)
    assert len(endpoint.by_path["/paused"]) == 1


async def test_large_and_binary_bodies_arrive_whole(
    hookwright: World, shop: Shop, endpoint: Endpoint
) -> None:
    """A large one is not read with the others, but when its turn comes."""
    trigger = await shop.live(level="USER", verification=UNSIGNED)
    account = await shop.account(None)
    made = await workflow(shop, trigger, endpoint=endpoint.url + "/")
    await enable(hookwright, shop, made, account)
    large, binary = json.dumps({"pad": "é" * 300_000}).encode(), b"\xff\x00" * 10

    for body in (large, binary):
        await shop.send(await shop.user_url(trigger, account), body)
    await within(30, lambda: _is(len(endpoint.taken) == 2))

    outputs = [taken.json["output"] for taken in endpoint.taken]
    by_size = sorted(outputs, key=lambda one: len(one["rawBody"] or ""))
    assert base64.b64decode(by_size[0]["rawBodyBase64"]) == binary
    assert by_size[1]["rawBody"].encode() == large
    assert by_size[1]["body"] == json.loads(large)


async def test_run_whose_delivery_is_not_kept_any_more_is_dead(
    hookwright: World, shop: Shop, trigger: Placed, endpoint: Endpoint
) -> None:
    made = await sent_to(hookwright, shop, trigger, endpoint.url + "/")
    await shop.editor.change(UPDATE, workflowId=made.id, isPaused=True)
    sent = await shop.send(shop.url, {"team": "A"})
    await Delivery.filter(id=sent.row.id).delete()

    await shop.editor.change(UPDATE, workflowId=made.id, isPaused=False)

    run = await attempted(made)
    assert (run.state, run.error) == ("DEAD", "Its delivery is not kept any more.")
    assert endpoint.taken == []


async def test_huge_answer_is_kept_in_part_and_does_no_harm(
    hookwright: World, shop: Shop, trigger: Placed, endpoint: Endpoint
) -> None:
    made = await sent_to(
        hookwright, shop, trigger, endpoint.behave("/", answering(200, "é" * 500_000))
    )

    await shop.send(shop.url, {"team": "A"})

    run = await attempted(made)
    attempt = await RunAttempt.get(run_id=run.id)
    assert run.state == "SUCCEEDED"
    assert len(attempt.answer) == 2_000


async def _is(so: bool) -> bool:
    return so


async def _all_done(made: Started) -> bool:
    return all(run.state == "SUCCEEDED" for run in await made.runs())


def _verifying(taken: Any, *secrets: str) -> list[bool]:
    found = []
    for secret in secrets:
        try:
            standardwebhooks.Webhook(secret).verify(taken.content, taken.headers)
            found.append(True)
        except standardwebhooks.WebhookVerificationError:
            found.append(False)
    return found


async def test_runs_in_order_wait_for_the_older_ones_of_their_account_alone(
    hookwright: World, shop: Shop, trigger: Placed, endpoint: Endpoint
) -> None:
    url = endpoint.behave("/", answering(500), answering(200))
    made = await workflow(shop, trigger, endpoint=url, isOrdered=True)
    await enable(hookwright, shop, made, await shop.account("A"), await shop.account("B"))
    await shop.send(shop.url, {"team": "A", "n": 0})
    await attempted(made)
    for number in range(1, 4):
        await shop.send(shop.url, {"team": "A", "n": number})
    await shop.send(shop.url, {"team": "B", "n": 9})
    await within(30, lambda: _is(len(endpoint.taken) == 2))
    assert [taken.json["output"]["body"]["n"] for taken in endpoint.taken] == [0, 9]

    await Run.filter(id=(await made.runs())[0].id).update(due_ms=0)

    await within(30, lambda: _all_done(made))
    numbers = [taken.json["output"]["body"]["n"] for taken in endpoint.taken]
    assert numbers == [0, 9, 0, 1, 2, 3]
    assert endpoint.most_open["/"] == 1

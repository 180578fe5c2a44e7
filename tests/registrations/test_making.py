"""Making a webhook, and everything that can go wrong with it: tried again, never two, never silently."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from domain import clock
from domain.models import Registration
from domain.simulator.webhook_api import Hook, Mishap
from tests.registrations.site import LISTING, RETRY, TEARDOWN, Site


async def enabled(site: Site, **setup: Any) -> str:
    """A registration that was asked for and is settled."""
    trigger_id = await site.trigger(**setup)
    account_id = await site.account("ann")
    made = await site.enable(await site.workflow(trigger_id), account_id)
    await site.settled(made["id"])
    return str(made["id"])


def seconds_until(text: str) -> float:
    return (datetime.fromisoformat(text) - clock.now()).total_seconds()


@pytest.mark.parametrize(
    ("mishap", "said", "least"),
    [(Mishap.LIMITED, "answered 429", 100), (Mishap.FAIL, "answered 500", 4)],
)
async def test_what_may_pass_is_tried_again_at_its_time(
    site: Site, mishap: Mishap, said: str, least: int
) -> None:
    trigger_id, site.api.retry_after = await site.trigger(), "120"
    site.api.mishaps.append(mishap)
    made = await site.enable(await site.workflow(trigger_id), await site.account("ann"))

    failed = await site.settled(made["id"])

    assert (failed["state"], failed["attempts"]) == ("ERRORED", 1)
    assert said in failed["reason"]
    assert least < seconds_until(failed["nextAttemptAt"]) < least * 2
    again = await site.time_passes(made["id"])
    assert (again["state"], again["attempts"], again["nextAttemptAt"]) == ("ACTIVE", 0, None)
    assert [one["deed"] for one in again["history"]] == ["CREATE", "CREATE"]
    assert len(site.api.hooks) == 1


async def test_refusal_waits_for_a_person_who_tries_again(site: Site) -> None:
    trigger_id = await site.trigger()
    site.api.mishaps.append(Mishap.REFUSE)
    made = await site.enable(await site.workflow(trigger_id), await site.account("ann"))

    failed = await site.settled(made["id"])

    assert (failed["state"], failed["nextAttemptAt"]) == ("ERRORED", None)
    assert failed["reason"] == 'The provider answered 422: {"error":"this address is not wanted"}'
    await site.editor.change(RETRY, registrationId=made["id"])
    assert await site.state(made["id"]) == "ACTIVE"
    assert await site.editor.refused(RETRY, registrationId=made["id"]) == [
        ("NOT_ALLOWED", ["input", "registrationId"])
    ]


async def test_request_that_cannot_be_filled_in_asks_nobody(site: Site) -> None:
    trigger_id = await site.trigger()
    account_id = await site.account("ann")
    row = "mutation ($input: UpdateIntegrationInput!) { updateIntegration(input: $input) { errors { message } } }"
    scheme = {"headers": [{"name": "X-Key", "value": "{{credential.apiKey}}"}]}
    await site.editor.change(row, integrationId=site.integration_id, authorization=scheme)

    made = await site.enable(await site.workflow(trigger_id), account_id)

    failed = await site.settled(made["id"])
    assert (failed["state"], failed["nextAttemptAt"]) == ("ERRORED", None)
    assert "credential.apiKey" in failed["reason"]
    assert site.api.asked == []


@pytest.mark.parametrize("mishap", [Mishap.CUT_AFTER, Mishap.FAIL_AFTER, Mishap.CUT_BEFORE])
async def test_lost_answer_never_leaves_two_where_the_provider_can_be_asked(
    site: Site, mishap: Mishap
) -> None:
    trigger_id = await site.trigger(listing=LISTING)
    site.api.hooks["other"] = Hook("other", "https://elsewhere.example/", "")
    site.api.mishaps.append(mishap)
    made = await site.enable(await site.workflow(trigger_id), await site.account("ann"))
    lost = await site.settled(made["id"])
    assert lost["state"] == "ERRORED"

    again = await site.time_passes(made["id"])

    assert again["state"] == "ACTIVE"
    removals = [] if mishap is Mishap.CUT_BEFORE else ["DELETE"]
    assert site.api.methods() == ["POST", "GET", *removals, "POST"]
    assert site.api.urls() == sorted([again["webhookUrl"], "https://elsewhere.example/"])


async def test_lost_answer_never_leaves_two_where_the_address_names_the_webhook(site: Site) -> None:
    site.api.is_unique = True
    teardown = {
        **TEARDOWN,
        "url": "/webhooks",
        "query": [{"name": "url", "value": "{{settings.webhookURL}}"}],
    }
    trigger_id = await site.trigger(teardown=teardown)
    site.api.mishaps.append(Mishap.CUT_AFTER)
    made = await site.enable(await site.workflow(trigger_id), await site.account("ann"))
    await site.settled(made["id"])

    again = await site.time_passes(made["id"])

    assert again["state"] == "ACTIVE"
    assert site.api.methods() == ["POST", "DELETE", "POST"]
    assert site.api.urls() == [again["webhookUrl"]]


async def test_lost_answer_waits_for_a_person_where_nothing_can_tell(site: Site) -> None:
    trigger_id = await site.trigger()
    site.api.mishaps.append(Mishap.CUT_AFTER)
    made = await site.enable(await site.workflow(trigger_id), await site.account("ann"))
    await site.settled(made["id"])

    stopped = await site.time_passes(made["id"])

    assert (stopped["state"], stopped["nextAttemptAt"]) == ("ERRORED", None)
    assert stopped["webhookUrl"] in stopped["reason"]
    assert "may exist there" in stopped["reason"]
    assert site.api.methods() == ["POST"]
    site.api.hooks.clear()
    await site.editor.change(RETRY, registrationId=made["id"])
    assert await site.state(made["id"]) == "ACTIVE"
    assert len(site.api.hooks) == 1


async def test_list_that_cannot_be_read_makes_no_second_webhook(site: Site) -> None:
    trigger_id = await site.trigger(listing=LISTING)
    site.api.mishaps += [Mishap.CUT_AFTER, Mishap.GIBBERISH]
    made = await site.enable(await site.workflow(trigger_id), await site.account("ann"))
    await site.settled(made["id"])

    unsure = await site.time_passes(made["id"])

    assert unsure["state"] == "ERRORED"
    assert "holds no list" in unsure["reason"]
    assert unsure["nextAttemptAt"] is not None
    assert site.api.methods() == ["POST", "GET"]
    assert (await site.time_passes(made["id"]))["state"] == "ACTIVE"
    assert len(site.api.hooks) == 1


async def test_answer_without_the_wanted_values_is_no_success_and_is_removed_before_the_next(
    site: Site,
) -> None:
    identifier = await enabled(site)
    await Registration.filter(id=identifier).update(
        setup=_with_unfindable(await Registration.get(id=identifier))
    )
    site.api.asked.clear()
    site.api.hooks.clear()
    await Registration.filter(id=identifier).update(state="EXPIRED")
    missing = await site.time_passes(identifier)
    assert (missing["state"], missing["nextAttemptAt"]) == ("ERRORED", None)
    assert "persisted.nowhere" in missing["reason"]

    await site.editor.change(RETRY, registrationId=identifier)
    await site.settled(identifier)

    assert site.api.methods() == ["POST", "DELETE", "POST"]
    assert len(site.api.hooks) == 1


def _with_unfindable(row: Registration) -> str:
    setup = json.loads(row.setup or "")
    setup["keep"].append({"name": "nowhere", "value": "{{setup.response.body.nowhere}}"})
    return json.dumps(setup)


async def test_tries_end_after_ten_and_a_person_begins_them_anew(site: Site) -> None:
    trigger_id = await site.trigger()
    site.api.mishaps += [Mishap.FAIL] * 12
    made = await site.enable(await site.workflow(trigger_id), await site.account("ann"))
    await site.settled(made["id"])

    pauses = []
    for _ in range(10):
        row = await site.look(made["id"])
        pauses.append(seconds_until(row["nextAttemptAt"]))
        await site.time_passes(made["id"])

    assert pauses == sorted(pauses)
    assert timedelta(hours=11) < timedelta(seconds=pauses[-1]) < timedelta(hours=15)
    stopped = await site.look(made["id"])
    assert (stopped["attempts"], stopped["nextAttemptAt"]) == (11, None)
    again = await site.editor.change(RETRY, registrationId=made["id"])
    assert again["registration"]["attempts"] == 0
    assert (await site.settled(made["id"]))["attempts"] == 1


@pytest.mark.slow
async def test_answer_that_comes_too_late_counts_as_lost(site: Site) -> None:
    trigger_id = await site.trigger(listing=LISTING)
    gate = site.api.hold("POST", before=False)
    made = await site.enable(await site.workflow(trigger_id), await site.account("ann"))

    late = await site.settled(made["id"])
    gate.released.set()
    again = await site.time_passes(made["id"])

    assert late["state"] == "ERRORED"
    assert "did not answer completely within 3 seconds" in late["reason"]
    assert again["state"] == "ACTIVE"
    assert sorted(site.api.methods()) == ["DELETE", "GET", "POST", "POST"]
    assert len(site.api.hooks) == 1

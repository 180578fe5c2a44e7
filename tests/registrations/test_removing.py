"""Removing a webhook: with the values of its own answer, again after a failure, and never silently given up."""

from typing import Any

import pytest

from domain.models import Registration
from domain.simulator.webhook_api import Mishap
from tests.registrations.site import LISTING, MARK, RETRY, Site

SWITCH = """
mutation ($input: %(name)sTriggerInput!) {
  %(verb)sTrigger(input: $input) { errors { code message path } }
}"""
DELETE = """
mutation ($input: DeleteTriggerInput!) {
  deleteTrigger(input: $input) { deletedTriggerId standing { id isTest isWanted } errors { code message path } }
}"""
DELETE_WORKFLOW = """
mutation ($input: DeleteWorkflowInput!) {
  deleteWorkflow(input: $input) { deletedWorkflowId errors { code message path } }
}"""


async def enabled(site: Site, **setup: Any) -> tuple[str, str, str]:
    """The ids of a registration that is ACTIVE, of its workflow and of its account."""
    trigger_id = await site.trigger(**setup)
    account_id, workflow_id = await site.account("ann"), await site.workflow(trigger_id)
    made = await site.enable(workflow_id, account_id)
    assert await site.state(made["id"]) == "ACTIVE"
    return str(made["id"]), workflow_id, account_id


async def test_failure_leaves_it_orphaned_with_what_to_remove_by_hand_and_another_try(
    site: Site,
) -> None:
    identifier, workflow_id, account_id = await enabled(site)
    (hook,) = site.api.hooks.values()
    site.api.mishaps.append(Mishap.FAIL)

    await site.disable(workflow_id, account_id)

    left = await site.settled(identifier)
    assert (left["state"], left["isWanted"], left["attempts"]) == ("ORPHANED", False, 1)
    assert left["providerUrl"] == f"DELETE {site.url}/webhooks/{hook.id}"
    assert left["reason"].endswith(f"remove it by hand: DELETE {site.url}/webhooks/{hook.id}")
    assert left["nextAttemptAt"] is not None
    gone = await site.time_passes(identifier)
    assert (gone["state"], site.api.hooks) == ("TORN_DOWN", {})


@pytest.mark.parametrize("retry", [True, False])
async def test_person_retries_or_says_that_it_was_removed_by_hand(
    site: Site, *, retry: bool
) -> None:
    identifier, workflow_id, account_id = await enabled(site)
    assert await site.editor.refused(MARK, registrationId=identifier) == [
        ("NOT_ALLOWED", ["input", "registrationId"])
    ]
    site.api.mishaps.append(Mishap.REFUSE)
    await site.disable(workflow_id, account_id)
    assert await site.state(identifier) == "ORPHANED"

    await site.editor.change(RETRY if retry else MARK, registrationId=identifier)

    gone = await site.settled(identifier)
    assert (gone["state"], gone["nextAttemptAt"]) == ("TORN_DOWN", None)
    assert len(site.api.hooks) == (0 if retry else 1)


async def test_what_the_provider_does_not_know_any_more_is_gone(site: Site) -> None:
    identifier, workflow_id, account_id = await enabled(site)
    site.api.hooks.clear()

    await site.disable(workflow_id, account_id)

    gone = await site.settled(identifier)
    assert (gone["state"], gone["reason"]) == ("TORN_DOWN", "It was gone at the provider already.")


async def test_without_a_teardown_request_it_is_orphaned_at_once(site: Site) -> None:
    identifier, workflow_id, account_id = await enabled(site, teardown=None)

    await site.disable(workflow_id, account_id)

    left = await site.settled(identifier)
    assert (left["state"], left["nextAttemptAt"]) == ("ORPHANED", None)
    assert left["reason"].endswith(left["webhookUrl"])


async def test_orphan_does_not_stand_in_the_way_of_the_next(site: Site) -> None:
    identifier, workflow_id, account_id = await enabled(site)
    site.api.mishaps.append(Mishap.FAIL)
    await site.disable(workflow_id, account_id)

    next_one = await site.enable(workflow_id, account_id)

    assert await site.state(next_one["id"]) == "ACTIVE"
    assert await site.state(identifier) == "ORPHANED"
    assert len(site.api.hooks) == 2
    assert (await site.time_passes(identifier))["state"] == "TORN_DOWN"
    assert site.api.urls() == [next_one["webhookUrl"]]


async def test_what_is_let_go_before_it_was_asked_for_is_never_asked_for(site: Site) -> None:
    trigger_id = await site.trigger()
    workflow_id, account_id = await site.workflow(trigger_id), await site.account("ann")
    site.api.mishaps.append(Mishap.LIMITED)
    made = await site.enable(workflow_id, account_id)
    await site.settled(made["id"])

    await site.disable(workflow_id, account_id)

    assert await site.state(made["id"]) == "TORN_DOWN"
    assert site.api.methods() == ["POST"]


async def test_what_is_let_go_while_it_is_made_is_removed_as_soon_as_it_is_there(
    site: Site,
) -> None:
    trigger_id = await site.trigger()
    workflow_id, account_id = await site.workflow(trigger_id), await site.account("ann")
    gate = site.api.hold("POST", before=False)
    made = await site.enable(workflow_id, account_id)
    await gate.reached.wait()

    gone = await site.disable(workflow_id, account_id)
    gate.released.set()

    assert (gone["state"], gone["isWanted"]) == ("PENDING", False)
    assert await site.state(made["id"]) == "TORN_DOWN"
    assert site.api.methods() == ["POST", "DELETE"]
    assert site.api.hooks == {}


async def test_lost_answer_is_looked_for_before_it_counts_as_removed(site: Site) -> None:
    trigger_id = await site.trigger(listing=LISTING)
    workflow_id, account_id = await site.workflow(trigger_id), await site.account("ann")
    site.api.mishaps.append(Mishap.CUT_AFTER)
    made = await site.enable(workflow_id, account_id)
    await site.settled(made["id"])

    await site.disable(workflow_id, account_id)

    assert await site.state(made["id"]) == "TORN_DOWN"
    assert site.api.methods() == ["POST", "GET", "DELETE"]
    assert site.api.hooks == {}


async def test_lost_answer_that_nothing_can_tell_is_orphaned(site: Site) -> None:
    trigger_id = await site.trigger()
    workflow_id, account_id = await site.workflow(trigger_id), await site.account("ann")
    site.api.mishaps.append(Mishap.CUT_AFTER)
    made = await site.enable(workflow_id, account_id)
    await site.settled(made["id"])

    await site.disable(workflow_id, account_id)

    left = await site.settled(made["id"])
    assert (left["state"], left["nextAttemptAt"]) == ("ORPHANED", None)
    assert left["webhookUrl"] in left["reason"]


async def test_disabled_trigger_has_no_webhooks_and_gets_them_back_when_it_is_enabled(
    site: Site,
) -> None:
    identifier, _, _ = await enabled(site)
    row = await Registration.get(id=identifier)

    await site.editor.change(
        SWITCH % {"verb": "disable", "name": "Disable"}, triggerId=row.trigger_id
    )
    assert await site.state(identifier) == "TORN_DOWN"
    await site.editor.change(
        SWITCH % {"verb": "enable", "name": "Enable"}, triggerId=row.trigger_id
    )

    (again,) = await Registration.filter(trigger_id=row.trigger_id, is_wanted=True, is_test=False)
    assert await site.state(again.id) == "ACTIVE"
    assert site.api.methods() == ["POST", "DELETE", "POST"]


async def test_deleted_trigger_says_what_is_removed_and_removes_it_the_wizards_own_too(
    site: Site,
) -> None:
    identifier, _, _ = await enabled(site)
    row = await Registration.get(id=identifier)
    test = await Registration.get(trigger_id=row.trigger_id, is_test=True)

    done = await site.editor.change(DELETE, triggerId=row.trigger_id)

    told = {one["id"]: one["isWanted"] for one in done["standing"]}
    assert told == {identifier: False, test.id: False}
    assert [await site.state(each) for each in told] == ["TORN_DOWN", "TORN_DOWN"]
    assert site.api.hooks == {}


async def test_deleted_workflow_takes_the_webhook_that_it_alone_needed(site: Site) -> None:
    identifier, workflow_id, _ = await enabled(site)

    await site.editor.change(DELETE_WORKFLOW, workflowId=workflow_id)

    assert await site.state(identifier) == "TORN_DOWN"
    assert site.api.hooks == {}

"""Enabling a workflow has the account's webhook made; disabling the last has it removed."""

import json

import pytest

from domain.models import Registration, WorkflowAccount
from tests.api.world import HANDLING
from tests.registrations.site import ENABLE, FINISH, SEND, SETUP, Site
from tests.registrations.site import REQUEST as USUAL

IMPACT = (
    "query ($id: ID!) { trigger(id: $id) { targetUrl finishImpact { registrations reasons } } }"
)


async def test_first_workflow_of_an_account_has_its_webhook_made_at_the_live_address(
    site: Site,
) -> None:
    trigger_id = await site.trigger()
    account_id = await site.account("ann")

    answered = await site.enable(await site.workflow(trigger_id), account_id)

    assert (answered["state"], answered["isWanted"], answered["isTest"]) == ("PENDING", True, False)
    made = await site.settled(answered["id"])
    (hook,) = site.api.hooks.values()
    assert (made["state"], made["reason"]) == ("ACTIVE", None)
    assert hook.url == made["webhookUrl"] == await site.live_url(trigger_id, account_id)
    assert made["providerUrl"] == f"DELETE {site.url}/webhooks/{hook.id}"
    assert made["credential"] == {"id": account_id}
    assert [one["deed"] for one in made["history"]] == ["CREATE"]
    assert hook.secret not in json.dumps(made)
    assert site.api.methods() == ["POST"]


async def test_second_workflow_and_second_enabling_share_the_webhook(site: Site) -> None:
    trigger_id = await site.trigger()
    account_id = await site.account("ann")
    first, second = await site.workflow(trigger_id), await site.workflow(trigger_id)

    ids = [
        (await site.enable(workflow_id, account_id))["id"] for workflow_id in (first, first, second)
    ]

    assert len(set(ids)) == 1
    assert await site.state(ids[0]) == "ACTIVE"
    assert len(site.api.hooks) == 1
    assert await WorkflowAccount.filter(trigger_id=trigger_id).count() == 2


async def test_last_workflow_that_is_disabled_has_the_webhook_removed(site: Site) -> None:
    trigger_id = await site.trigger()
    account_id = await site.account("ann")
    first, second = await site.workflow(trigger_id), await site.workflow(trigger_id)
    made = await site.enable(first, account_id)
    await site.enable(second, account_id)
    await site.settled(made["id"])

    assert (await site.disable(first, account_id))["isWanted"] is True
    assert (await site.disable(second, account_id))["isWanted"] is False

    gone = await site.settled(made["id"])
    assert (gone["state"], gone["reason"], gone["nextAttemptAt"]) == ("TORN_DOWN", None, None)
    assert site.api.hooks == {}
    assert site.api.methods() == ["POST", "DELETE"]
    assert await site.disable(second, account_id) is None


async def test_each_account_has_a_webhook_of_its_own(site: Site) -> None:
    trigger_id = await site.trigger()
    accounts = [await site.account(name) for name in ("ann", "ben")]
    workflow_id = await site.workflow(trigger_id)

    made = [await site.enable(workflow_id, account_id) for account_id in accounts]

    assert [await site.state(one["id"]) for one in made] == ["ACTIVE", "ACTIVE"]
    expected = [await site.live_url(trigger_id, account_id) for account_id in accounts]
    assert site.api.urls() == sorted(expected)


async def test_app_level_trigger_has_one_webhook_for_all_made_with_the_developers_account(
    site: Site,
) -> None:
    trigger_id = await site.trigger(level="APP")
    accounts = [await site.account(name, providerId=name) for name in ("ann", "ben")]
    workflow_id = await site.workflow(trigger_id)

    made = [await site.enable(workflow_id, account_id) for account_id in accounts]

    assert made[0]["id"] == made[1]["id"]
    assert (await site.settled(made[0]["id"]))["credential"] is None
    assert site.api.urls() == [await site.live_url(trigger_id)]
    await site.disable(workflow_id, accounts[0])
    assert await site.state(made[0]["id"]) == "ACTIVE"
    await site.disable(workflow_id, accounts[1])
    assert await site.state(made[0]["id"]) == "TORN_DOWN"
    assert site.api.hooks == {}


@pytest.mark.parametrize("level", ["USER", "APP"])
async def test_manual_trigger_needs_nothing_but_the_row(site: Site, level: str) -> None:
    trigger_id = await site.manual_trigger(level)
    account_id = await site.account("ann", providerId="T1")
    workflow_id = await site.workflow(trigger_id)

    made = await site.enable(workflow_id, account_id)

    assert (made["state"], made["isWanted"]) == ("ACTIVE", True)
    assert "by hand" in made["reason"]
    await site.disable(workflow_id, account_id)
    gone = await site.settled(made["id"])
    assert gone["state"] == "TORN_DOWN"
    assert "by hand" in gone["reason"]
    assert site.api.asked == []


async def test_enabling_again_while_the_old_one_is_removed_waits_for_it(site: Site) -> None:
    site.api.is_unique = True
    trigger_id = await site.trigger()
    account_id = await site.account("ann")
    workflow_id = await site.workflow(trigger_id)
    first = await site.enable(workflow_id, account_id)
    await site.settled(first["id"])

    await site.disable(workflow_id, account_id)
    second = await site.enable(workflow_id, account_id)

    assert second["id"] != first["id"]
    assert await site.state(second["id"]) == "ACTIVE"
    assert await site.state(first["id"]) == "TORN_DOWN"
    assert site.api.methods() == ["POST", "DELETE", "POST"]


async def test_what_cannot_be_enabled_is_refused_and_nothing_is_registered(site: Site) -> None:
    trigger_id = await site.trigger()
    account_id = await site.account("ann")
    workflow_id = await site.workflow(trigger_id)
    stranger = await site.world.editor()
    change = "mutation ($input: DisableTriggerInput!) { disableTrigger(input: $input) { errors { message } } }"

    unknown = await site.editor.refused(ENABLE, workflowId="wfl_no", credentialId="crd_no")
    foreign = await stranger.refused(ENABLE, workflowId=workflow_id, credentialId=account_id)
    await site.editor.change(change, triggerId=trigger_id)
    disabled = await site.editor.refused(ENABLE, workflowId=workflow_id, credentialId=account_id)

    both = [("NOT_FOUND", ["input", "workflowId"]), ("NOT_FOUND", ["input", "credentialId"])]
    assert unknown == foreign == both
    assert disabled == [("NOT_ALLOWED", ["input", "workflowId"])]
    assert await Registration.filter(trigger_id=trigger_id, is_test=False).count() == 0
    assert site.api.asked == []


async def test_new_version_registers_anew_exactly_when_the_request_changed(site: Site) -> None:
    trigger_id = await site.trigger()
    account_id = await site.account("ann")
    made = await site.enable(await site.workflow(trigger_id), account_id)
    await site.settled(made["id"])
    impact = "query ($id: ID!) { trigger(id: $id) { finishImpact { registrations reasons } } }"

    other = {**USUAL, "body": {"json": {"url": "{{settings.webhookURL}}", "events": ["card"]}}}
    await site.editor.change(SETUP, triggerId=trigger_id, request=other)
    shown = (await site.editor.data(impact, id=trigger_id))["trigger"]["finishImpact"]
    await site.editor.change(
        "mutation ($input: SendSetupRequestInput!) { sendSetupRequest(input: $input) { errors { message } } }",
        triggerId=trigger_id,
    )
    site.api.asked.clear()
    await site.editor.change(FINISH, triggerId=trigger_id)

    assert shown == {"registrations": 1, "reasons": ["The setup request changed."]}
    assert await site.state(made["id"]) == "TORN_DOWN"
    (row,) = await Registration.filter(trigger_id=trigger_id, is_test=False, is_wanted=True)
    assert await site.state(row.id) == "ACTIVE"
    assert site.api.methods() == ["DELETE", "POST"]


async def test_new_version_with_the_same_request_leaves_webhooks_alone(site: Site) -> None:
    trigger_id = await site.trigger()
    account_id = await site.account("ann")
    made = await site.enable(await site.workflow(trigger_id), account_id)
    await site.settled(made["id"])
    rename = "mutation ($input: UpdateBasicInfoInput!) { updateBasicInfo(input: $input) { errors { message } } }"

    await site.editor.change(rename, triggerId=trigger_id, name="Another name")
    await site.editor.change(FINISH, triggerId=trigger_id)

    assert await site.state(made["id"]) == "ACTIVE"
    assert site.api.methods() == ["POST"]


async def test_new_version_at_another_level_moves_every_webhook(site: Site) -> None:
    trigger_id = await site.trigger()
    workflow_id = await site.workflow(trigger_id)
    accounts = [await site.account(name, providerId=name) for name in ("ann", "ben")]
    made = [(await site.enable(workflow_id, account_id))["id"] for account_id in accounts]
    for each in made:
        await site.settled(each)
    level = "mutation ($input: UpdateBasicInfoInput!) { updateBasicInfo(input: $input) { errors { message } } }"
    await site.editor.change(level, triggerId=trigger_id, level="APP")
    handling = {"verification": {"none": True}, "routing": ["event.body.team"]}
    await site.editor.change(HANDLING, triggerId=trigger_id, **handling)

    shown = await site.editor.data(IMPACT, id=trigger_id)
    await site.editor.change(SEND, triggerId=trigger_id)
    await site.deliver(shown["trigger"]["targetUrl"], "")
    await site.editor.change(FINISH, triggerId=trigger_id)

    assert shown["trigger"]["finishImpact"]["registrations"] == 2
    assert [await site.state(each) for each in made] == ["TORN_DOWN", "TORN_DOWN"]
    row = await Registration.get(trigger_id=trigger_id, is_test=False, is_wanted=True)
    assert (await site.state(row.id), row.credential_id) == ("ACTIVE", None)
    live = [hook.url for hook in site.api.hooks.values() if not hook.url.endswith("/test")]
    assert live == [await site.live_url(trigger_id)]

"""When an account, a workflow, a trigger or an integration goes: what that removes is said before, and done."""

from typing import Any

from domain.models import Credential, Registration
from domain.simulator.webhook_api import Mishap
from tests.registrations.site import MARK, TOKEN, Site

DISCONNECT = """
mutation ($input: DisconnectAccountInput!) {
  disconnectAccount(input: $input) { credential { id status } errors { code message path } }
}"""
RECONNECT = """
mutation ($input: ConnectAccountInput!) {
  connectAccount(input: $input) { credential { id } errors { code message path } }
}"""
DELETE_TRIGGER = """
mutation ($input: DeleteTriggerInput!) { deleteTrigger(input: $input) { errors { code message path } } }"""
DELETE_INTEGRATION = """
mutation ($input: DeleteIntegrationInput!) {
  deleteIntegration(input: $input) { deletedIntegrationId errors { code message path } }
}"""
SWITCH_OFF = """
mutation ($input: DisableTriggerInput!) { disableTrigger(input: $input) { errors { code message path } } }"""
IMPACT = """
query ($id: ID!) { node(id: $id) {
  ... on Trigger { removalImpact { explanation webhooks { id } } }
  ... on Credential { removalImpact { explanation webhooks { id } } }
  ... on Workflow { removalImpact { explanation webhooks { id } } }
  ... on Integration { removalImpact { explanation webhooks { id } } }
} }"""


async def impact(site: Site, identifier: str) -> tuple[str, list[str]]:
    found = (await site.editor.data(IMPACT, id=identifier))["node"]["removalImpact"]
    return found["explanation"], [one["id"] for one in found["webhooks"]]


async def active(site: Site, trigger_id: str, account_id: str) -> tuple[str, str]:
    """The ids of a workflow that is enabled and of its registration, which is ACTIVE."""
    workflow_id = await site.workflow(trigger_id)
    made = await site.enable(workflow_id, account_id)
    assert await site.state(made["id"]) == "ACTIVE"
    return workflow_id, str(made["id"])


def knows_token(site: Site, row: Credential) -> bool:
    vault = site.world.hookwright.context.vault
    return TOKEN in vault.open(row.sealed, f"credential:{row.id}")


async def test_disconnected_account_has_its_webhooks_removed_with_its_values_and_then_forgets_them(
    site: Site,
) -> None:
    trigger_id, account_id = await site.trigger(), await site.account("ann")
    _, identifier = await active(site, trigger_id, account_id)
    assert await impact(site, account_id) == ("1 webhook is removed at the provider.", [identifier])
    gate = site.api.hold("DELETE", before=True)

    done = await site.editor.change(DISCONNECT, credentialId=account_id)

    assert done["credential"]["status"] == "DISCONNECTED"
    await gate.reached.wait()
    assert knows_token(site, await Credential.get(id=account_id))
    gate.released.set()
    assert await site.state(identifier) == "TORN_DOWN"
    assert site.api.hooks == {}
    assert site.api.asked[-1].token == TOKEN
    assert not knows_token(site, await Credential.get(id=account_id))
    assert await impact(site, account_id) == ("No webhook is removed.", [])


async def test_values_stay_as_long_as_a_removal_is_tried_with_them(site: Site) -> None:
    trigger_id, account_id = await site.trigger(), await site.account("ann")
    _, identifier = await active(site, trigger_id, account_id)
    site.api.mishaps.append(Mishap.FAIL)

    await site.editor.change(DISCONNECT, credentialId=account_id)

    assert await site.state(identifier) == "ORPHANED"
    assert knows_token(site, await Credential.get(id=account_id))
    await site.editor.change(MARK, registrationId=identifier)
    assert not knows_token(site, await Credential.get(id=account_id))


async def test_account_without_webhooks_forgets_at_once(site: Site) -> None:
    await site.trigger()
    account_id = await site.account("ann")

    await site.editor.change(DISCONNECT, credentialId=account_id)

    assert not knows_token(site, await Credential.get(id=account_id))
    assert site.api.asked == []


async def test_developers_account_that_goes_takes_the_apps_webhook_until_it_comes_back(
    site: Site,
) -> None:
    trigger_id = await site.trigger(level="APP")
    account_id = await site.account("ann", providerId="T1")
    _, identifier = await active(site, trigger_id, account_id)
    sandbox = await Credential.get(integration_id=site.integration_id, is_sandbox=True)

    await site.editor.change(DISCONNECT, credentialId=sandbox.id)

    assert await site.state(identifier) == "TORN_DOWN"
    (row,) = await Registration.filter(trigger_id=trigger_id, is_wanted=True, is_test=False)
    waiting = await site.settled(row.id)
    assert (waiting["state"], waiting["nextAttemptAt"]) == ("ERRORED", None)
    values: dict[str, Any] = {"bearer": {"token": TOKEN}}
    await site.editor.change(
        RECONNECT,
        integrationId=site.integration_id,
        userId="developer",
        isSandbox=True,
        providerId="T0",
        authorization=values,
    )
    assert await site.state(row.id) == "ACTIVE"
    assert site.api.urls() == [await site.live_url(trigger_id)]


async def test_what_goes_with_a_workflow_and_a_trigger_is_said_before(site: Site) -> None:
    trigger_id, account_id = await site.trigger(), await site.account("ann")
    first, identifier = await active(site, trigger_id, account_id)
    test = await Registration.get(trigger_id=trigger_id, is_test=True)

    assert await impact(site, first) == ("1 webhook is removed at the provider.", [identifier])
    await active(site, trigger_id, account_id)

    assert await impact(site, first) == ("No webhook is removed.", [])
    both = ("2 webhooks are removed at the provider.", [test.id, identifier])
    assert await impact(site, trigger_id) == both
    assert await impact(site, site.integration_id) == both


async def test_manual_webhook_is_said_to_be_taken_out_by_hand(site: Site) -> None:
    trigger_id = await site.manual_trigger()
    _, identifier = await active(site, trigger_id, await site.account("ann"))

    explanation, ids = await impact(site, trigger_id)

    assert ids == [identifier]
    assert explanation.startswith("1 webhook is to be taken out by hand")


async def test_integration_is_not_deleted_while_its_webhooks_stand(site: Site) -> None:
    trigger_id, account_id = await site.trigger(), await site.account("ann")
    _, identifier = await active(site, trigger_id, account_id)
    site.api.mishaps.append(Mishap.REFUSE)
    await site.editor.change(SWITCH_OFF, triggerId=trigger_id)
    assert await site.state(identifier) == "ORPHANED"

    refused = await site.editor.refused(DELETE_INTEGRATION, integrationId=site.integration_id)
    assert refused == [("NOT_ALLOWED", ["input", "integrationId"])]
    await site.editor.change(MARK, registrationId=identifier)
    await site.editor.change(DELETE_TRIGGER, triggerId=trigger_id)
    test = await Registration.get(trigger_id=trigger_id, is_test=True)
    assert await site.state(test.id) == "TORN_DOWN"

    await site.editor.change(DELETE_INTEGRATION, integrationId=site.integration_id)
    assert not await Registration.exists(trigger_id=trigger_id)

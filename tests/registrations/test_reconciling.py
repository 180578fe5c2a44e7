"""The provider's webhooks beside ours: what is missing, drifted or orphaned is told, and mended one by one."""

from dataclasses import replace
from typing import Any, Final

from domain.models import Registration
from domain.simulator.webhook_api import Hook, Mishap
from tests.registrations.site import LISTING, Site

RECONCILE: Final = """
mutation ($input: ReconcileRegistrationsInput!) {
  reconcileRegistrations(input: $input) {
    listed exchange { request { method url } answer { status } }
    findings { id kind explanation registration { id } providerWebhookId providerWebhookUrl providerState }
    errors { code message path }
  }
}"""
FIX: Final = """
mutation ($input: FixRegistrationFindingInput!) {
  fixRegistrationFinding(input: $input) { registration { id state isWanted } errors { code message path } }
}"""


class Board:
    """A trigger that is enabled for one account, whose webhook stands."""

    def __init__(self, site: Site, trigger_id: str, account_id: str, registration_id: str) -> None:
        self.site = site
        self.registration_id = registration_id
        self.whose = {"triggerId": trigger_id, "credentialId": account_id}

    async def look(self) -> list[Any]:
        """The differences, as GraphQL tells them."""
        found = await self.site.editor.change(RECONCILE, **self.whose)
        return list(found["findings"])

    async def fix(self, finding: Any) -> Any:
        """Have one mended, give the registration."""
        done = await self.site.editor.change(FIX, **self.whose, findingId=finding["id"])
        return done["registration"]


async def board(site: Site) -> Board:
    trigger_id = await site.trigger(listing=LISTING)
    account_id = await site.account("ann")
    made = await site.enable(await site.workflow(trigger_id), account_id)
    assert await site.state(made["id"]) == "ACTIVE"
    site.api.hooks["other"] = Hook("other", "https://elsewhere.example/", "")
    return Board(site, trigger_id, account_id, made["id"])


async def test_agreement_is_told_and_nothing_is_changed(site: Site) -> None:
    one = await board(site)
    before = dict(site.api.hooks)

    found = await site.editor.change(RECONCILE, **one.whose)

    assert (found["findings"], found["listed"]) == ([], 2)
    assert found["exchange"] == {
        "request": {"method": "GET", "url": f"{site.url}/webhooks"},
        "answer": {"status": 200},
    }
    assert site.api.hooks == before


async def test_missing_webhook_is_told_and_made_again(site: Site) -> None:
    one = await board(site)
    del site.api.hooks[next(key for key in site.api.hooks if key != "other")]

    (finding,) = await one.look()
    assert (finding["kind"], finding["registration"]) == ("MISSING", {"id": one.registration_id})
    fixed = await one.fix(finding)

    assert await site.state(fixed["id"]) == "ACTIVE"
    assert await site.state(one.registration_id) == "TORN_DOWN"
    assert await one.look() == []
    assert await site.editor.refused(FIX, **one.whose, findingId=finding["id"]) == [
        ("NOT_FOUND", ["input", "findingId"])
    ]


async def test_webhook_that_does_not_deliver_to_us_is_replaced(site: Site) -> None:
    one = await board(site)
    hook = next(hook for hook in site.api.hooks.values() if hook.id != "other")
    site.api.hooks[hook.id] = replace(hook, url="https://thief.example/")
    (elsewhere,) = await one.look()
    site.api.hooks[hook.id] = replace(hook, state="disabled")

    (finding,) = await one.look()
    assert (finding["kind"], elsewhere["kind"]) == ("DRIFTED", "DRIFTED")
    assert "another address" in elsewhere["explanation"]
    assert "'disabled'" in finding["explanation"]
    fixed = await one.fix(finding)

    assert fixed["id"] != one.registration_id
    assert await site.state(fixed["id"]) == "ACTIVE"
    assert await site.state(one.registration_id) == "TORN_DOWN"
    assert await one.look() == []
    assert hook.id not in site.api.hooks


async def test_webhook_that_nobody_knows_is_told_and_removed_with_every_try(site: Site) -> None:
    one = await board(site)
    url = (await Registration.get(id=one.registration_id)).webhook_url or ""
    site.api.hooks["stray"] = Hook("stray", url, "")

    (finding,) = await one.look()
    assert (finding["kind"], finding["providerWebhookId"], finding["registration"]) == (
        "ORPHANED",
        "stray",
        None,
    )
    site.api.mishaps += [Mishap.NONE, Mishap.FAIL]
    fixed = await one.fix(finding)

    left = await site.settled(fixed["id"])
    assert (left["state"], left["isWanted"]) == ("ORPHANED", False)
    assert await one.look() == []  # it is known now
    assert (await site.time_passes(fixed["id"]))["state"] == "TORN_DOWN"
    assert "stray" not in site.api.hooks
    assert await site.state(one.registration_id) == "ACTIVE"


async def test_webhook_whose_answer_was_lost_is_not_taken_for_a_stray(site: Site) -> None:
    trigger_id = await site.trigger(listing=LISTING)
    account_id = await site.account("ann")
    site.api.mishaps.append(Mishap.CUT_AFTER)
    made = await site.enable(await site.workflow(trigger_id), account_id)
    await site.settled(made["id"])

    assert await Board(site, trigger_id, account_id, made["id"]).look() == []


async def test_app_level_asks_as_the_developer_and_knows_what_other_triggers_have(
    site: Site,
) -> None:
    triggers = [await site.trigger(level="APP", listing=LISTING) for _ in range(2)]
    account_id = await site.account("ann", providerId="ann")
    for trigger_id in triggers:
        made = await site.enable(await site.workflow(trigger_id), account_id)
        await site.settled(made["id"])
    assert len(site.api.hooks) == 2

    found = await site.editor.change(RECONCILE, triggerId=triggers[0])

    assert (found["findings"], found["listed"]) == ([], 2)


async def test_what_cannot_be_asked_says_why(site: Site) -> None:
    one = await board(site)
    plain = await site.trigger()
    stranger = await site.world.editor()
    made = await site.enable(await site.workflow(plain), one.whose["credentialId"])
    await site.settled(made["id"])
    site.api.mishaps.append(Mishap.FAIL)

    assert await site.editor.refused(RECONCILE, **one.whose) == [("FAILED", ["input", "triggerId"])]
    assert await site.editor.refused(RECONCILE, triggerId=one.whose["triggerId"]) == [
        ("REQUIRED", ["input", "credentialId"])
    ]
    assert await site.editor.refused(RECONCILE, **{**one.whose, "triggerId": plain}) == [
        ("NOT_ALLOWED", ["input", "triggerId"])
    ]
    assert await stranger.refused(RECONCILE, **one.whose) == [("NOT_FOUND", ["input", "triggerId"])]


async def test_webhook_at_an_address_of_ours_that_is_no_longer_right_has_drifted(
    site: Site,
) -> None:
    one = await board(site)
    hook = next(hook for hook in site.api.hooks.values() if hook.id != "other")
    old = hook.url.replace("127.0.0.1", "old.example")
    site.api.hooks[hook.id] = replace(hook, url=old)
    await Registration.filter(id=one.registration_id).update(webhook_url=old)

    (finding,) = await one.look()
    fixed = await one.fix(finding)

    assert finding["kind"] == "DRIFTED"
    assert await site.state(fixed["id"]) == "ACTIVE"
    assert await one.look() == []


async def test_every_page_of_a_list_is_read(site: Site) -> None:
    one = await board(site)
    site.api.page_size = 1

    assert await one.look() == []
    assert site.api.methods()[-2:] == ["GET", "GET"]


async def test_webhook_that_a_list_cut_short_does_not_show_is_never_made_twice(site: Site) -> None:
    trigger_id = await site.trigger(listing={**LISTING, "next": None})
    account_id = await site.account("ann")
    made = await site.enable(await site.workflow(trigger_id), account_id)
    await site.settled(made["id"])
    site.api.page_size = 0
    one = Board(site, trigger_id, account_id, made["id"])

    (finding,) = await one.look()
    fixed = await one.fix(finding)

    assert finding["kind"] == "MISSING"
    assert await site.state(fixed["id"]) == "ACTIVE"
    assert site.api.urls() == [await site.live_url(trigger_id, account_id)]

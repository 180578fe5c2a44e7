"""The console's tools around stored deliveries: the signature doctor, workflows with their Test Step and runs."""

import base64
import hashlib
import hmac

from playwright.async_api import expect

from tests.api.world import CONNECT, HANDLING, SECRET, Editor, Workshop, World, workshop
from tests.browser.chromium import Watched
from tests.browser.console import arrivals, opened
from tests.oauth.shop import shop as shop_with_oauth

FINISH = """
mutation ($input: FinishTriggerInput!) {
  finishTrigger(input: $input) { trigger { status } errors { code message path } }
}"""


async def finished(editor: Editor) -> Workshop:
    """A trigger that is live."""
    shop = await workshop(editor)
    await shop.deliver({"team": "T1", "type": "sample"})
    await editor.change(FINISH, triggerId=shop.trigger_id)
    return shop


async def test_doctor_finds_the_encoding_and_its_finding_is_taken(
    watched: Watched, editor: Editor
) -> None:
    shop = await workshop(editor)
    body = b'{"team": "T1"}'
    digest = hmac.new(SECRET.encode(), body, hashlib.sha256).digest()
    headers = {"x-signature": base64.b64encode(digest).decode(), "content-type": "application/json"}
    page = await opened(watched, editor, f"/triggers/{shop.trigger_id}?step=handling")
    await page.get_by_role("button", name="Listen for events").click()

    await editor.http.post(shop.target_url, content=body, headers=headers)
    await arrivals(page).get_by_role("button", name="Rejected").click()
    await page.get_by_role("button", name="Find what verifies it").click()
    await page.get_by_role("button", name="Use this").first.click()

    await expect(page.get_by_text("Taken: prove it by another event")).to_be_visible()
    again = await editor.http.post(shop.target_url, content=body, headers=headers)
    assert again.status_code == 200
    await expect(page.get_by_text("Ready to finish")).to_be_visible()
    assert watched.complaints == []


async def test_workflow_is_made_tested_enabled_and_its_run_is_seen(
    watched: Watched, editor: Editor
) -> None:
    shop = await finished(editor)
    await editor.change(CONNECT, integrationId=shop.integration_id, userId="acme", providerId="T2")
    page = await opened(watched, editor, "/workflows/new")
    await page.get_by_label("Name").fill("Tell the warehouse")
    await page.get_by_role("button", name="Make the workflow").click()
    await (
        page.get_by_role("link", name="I have kept it")
        .or_(page.get_by_role("link", name="Test Step"))
        .first.click()
    )
    await page.get_by_role("link", name="Test Step").click()

    await page.get_by_role("button", name="Test", exact=True).click()
    output = page.get_by_role("region", name="Output of the step")
    await expect(output).to_contain_text('"sample"')  # it looks back
    await page.get_by_role("button", name="Test again").click()
    await shop.deliver({"team": "T1", "type": "tested"})
    await expect(output).to_contain_text('"tested"')

    await page.get_by_role("link", name="Accounts").click()
    await page.get_by_label("Account to enable it for").select_option(label="acme (T2)")
    await page.get_by_role("button", name="Enable for this account").click()
    await expect(page.get_by_role("button", name="Disable")).to_be_visible()
    live = Workshop(
        editor, shop.integration_id, "", shop.trigger_id, shop.target_url.removesuffix("/test")
    )
    await live.deliver({"team": "T2", "type": "live"})
    await page.get_by_role("link", name="Runs", exact=True).last.click()
    await page.get_by_role("link", name="for acme").click()

    await expect(page.get_by_role("heading", level=1)).to_contain_text("Run")
    await expect(page.get_by_role("region", name="What the workflow gets")).to_contain_text(
        '"live"'
    )
    assert watched.complaints == []


async def test_account_is_connected_on_the_providers_own_page(
    watched: Watched, hookwright: World
) -> None:
    async with shop_with_oauth(hookwright) as acme:
        page = await opened(watched, acme.editor, f"/integrations/{acme.integration_id}/accounts")
        await page.get_by_role("button", name="Connect by OAuth").click()
        async with page.context.expect_page() as opening:
            await page.get_by_role("link", name="Go on at the provider").click()
        theirs = await opening.value
        await theirs.get_by_role("link", name="allow").click()

        await expect(theirs.get_by_text("The account is connected")).to_be_visible()
        await page.reload()
        await expect(page.get_by_role("listitem").filter(has_text="sandbox")).to_contain_text("T1")
        await expect(page.get_by_text("Connected", exact=True)).to_be_visible()
        await page.get_by_role("button", name="Last request").click()
        await expect(page.get_by_text("Answered 200")).to_be_visible()
        assert watched.complaints == []


async def test_events_are_counted_and_then_replayed_by_the_many(
    watched: Watched, editor: Editor
) -> None:
    shop = await finished(editor)
    await editor.change(CONNECT, integrationId=shop.integration_id, userId="acme", providerId="T2")
    live = Workshop(
        editor, shop.integration_id, "", shop.trigger_id, shop.target_url.removesuffix("/test")
    )
    await live.deliver({"team": "T2", "n": 1})
    await live.deliver({"team": "T2", "n": 2})
    page = await opened(watched, editor, f"/triggers/{shop.trigger_id}/deliveries")
    rows = page.locator(".list > li")
    await expect(rows).to_have_count(3)

    await page.get_by_role("button", name="Replay events").click()
    await page.get_by_role("button", name="Count them").click()
    await expect(page.get_by_text("There are 2.")).to_be_visible()
    await page.get_by_role("button", name="Replay them").click()

    await expect(rows).to_have_count(5)
    await page.get_by_role("link", name="Health").click()
    await expect(page.get_by_text("once a minute").or_(page.get_by_text("Silence"))).to_be_visible()
    await page.get_by_role("link", name="Runs", exact=True).click()
    await expect(page.get_by_role("region", name="Replays by the many")).to_contain_text("2 of 2")
    assert watched.complaints == []


UNTIL = """
query ($id: ID!) {
  trigger(id: $id) { handling { deduplicationKey verification { hmac { previousSecretUntil } } } }
}"""


async def test_saving_a_step_leaves_what_was_not_touched_as_it_was(
    watched: Watched, editor: Editor
) -> None:
    shop = await workshop(editor)
    hmac_form = {
        "header": "X-Signature",
        "secret": "{{secrets.SIGNING}}",
        "previousSecret": "{{secrets.SIGNING}}",
        "previousSecretUntil": "2031-05-01T10:30:00Z",
    }
    await editor.change(HANDLING, triggerId=shop.trigger_id, verification={"hmac": hmac_form})
    page = await opened(watched, editor, f"/triggers/{shop.trigger_id}?step=handling")

    await page.get_by_label("De-duplication key").fill("{{event.body.id}}")
    await expect(page.get_by_text("Not saved yet")).to_be_visible()
    await expect(page.get_by_text("Saved", exact=True)).to_be_visible()

    handling = (await editor.data(UNTIL, id=shop.trigger_id))["trigger"]["handling"]
    assert handling == {
        "deduplicationKey": "{{event.body.id}}",
        "verification": {"hmac": {"previousSecretUntil": "2031-05-01T10:30:00Z"}},
    }

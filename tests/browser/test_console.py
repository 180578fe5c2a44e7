"""The console in a real browser: the wizard from the first click to Finish, over the public API alone."""

from urllib.parse import urlsplit

import pytest
from playwright.async_api import Page, expect

from tests.api.world import SECRET, Editor, World, workshop
from tests.browser.chromium import Watched

STATUS = "query ($id: ID!) { trigger(id: $id) { status wizard { stepsRemaining } sample { id } } }"


@pytest.fixture
async def editor(hookwright: World) -> Editor:
    return await hookwright.editor()


async def opened(watched: Watched, editor: Editor, path: str = "/") -> Page:
    """Open the console as `./run` says it: signed in by the address's fragment."""
    await watched.page.goto(f"{editor.url}{path}#token={editor.token}")
    return watched.page


def trigger_id(page: Page) -> str:
    """The trigger that an address is of."""
    return urlsplit(page.url).path.removeprefix("/triggers/")


async def test_address_signs_in_and_loses_its_token_at_once(
    watched: Watched, editor: Editor
) -> None:
    page = await opened(watched, editor)

    await expect(page.get_by_text("No integration yet")).to_be_visible()
    assert page.url == f"{editor.url}/"
    assert watched.hosts == {urlsplit(editor.url).netloc}
    assert watched.complaints == []


async def test_wrong_token_is_told_at_the_door(watched: Watched, hookwright: World) -> None:
    page = watched.page
    await page.goto(hookwright.url)

    await page.get_by_label("Editor token").fill("not-a-token-of-this-server")
    await page.get_by_role("button", name="Open").click()

    await expect(page.get_by_text("This token is not accepted")).to_be_visible()


async def test_wizard_from_the_catalog_to_finish_by_a_signed_sample(
    watched: Watched, editor: Editor
) -> None:
    page = await opened(watched, editor, "/catalog")
    await page.get_by_label("Search providers").fill("github")
    await page.get_by_role("link", name="GitHub", exact=False).first.click()
    await page.get_by_role("button", name="Use this provider").click()
    await page.get_by_role("link", name="Connect it").click()
    await page.get_by_label("Provider ID").fill("1")
    await page.get_by_role("radio", name="None: for its events alone").check()
    await page.get_by_role("button", name="Connect", exact=True).click()
    await expect(page.get_by_text("Sandbox", exact=True)).to_be_visible()

    await page.get_by_role("link", name="New trigger").click()
    await page.get_by_label("Name").fill("Push")
    await page.get_by_role("radio", name="Manual").check()
    await page.get_by_role("radio", name="User-level").check()
    await page.get_by_role("button", name="Next").click()
    await expect(page.get_by_text("step remaining")).to_be_visible()
    await page.get_by_role("button", name="Event Handling").click()
    await page.get_by_role("button", name="+ Store a new secret").click()
    await page.get_by_label("Name").fill("github_webhook_secret")
    await page.get_by_label("Value").fill(SECRET)
    await page.get_by_role("button", name="Store the secret").click()
    await expect(page.get_by_role("group", name="A new secret")).to_be_hidden()
    await expect(page.get_by_role("button", name="Finish")).to_be_disabled()
    await page.get_by_text("Send a signed sample").click()
    await page.get_by_role("button", name="Send the sample").click()
    await expect(page.get_by_label("What arrived").get_by_text("Event", exact=True)).to_be_visible()
    await page.get_by_role("button", name="Finish").click()

    await expect(page.get_by_text("Live, nothing to finish")).to_be_visible()
    found = await editor.data(STATUS, id=trigger_id(page))
    assert found["trigger"]["status"] == "ACTIVE"
    assert watched.complaints == []


async def test_forged_event_is_shown_with_its_reason_and_proves_nothing(
    watched: Watched, editor: Editor
) -> None:
    shop = await workshop(editor)
    page = await opened(watched, editor, f"/triggers/{shop.trigger_id}")
    await page.get_by_role("button", name="Listen for events").click()
    await expect(page.get_by_text("Listening, for what arrived")).to_be_visible()

    await shop.deliver({"team": "T1"}, secret="guessed")

    arrival = page.get_by_label("What arrived").get_by_role("listitem")
    await expect(arrival).to_contain_text("Rejected")
    await expect(arrival).to_contain_text("Signature mismatch")
    await expect(page.get_by_role("button", name="Finish")).to_be_disabled()
    found = await editor.data(STATUS, id=shop.trigger_id)
    assert found["trigger"]["sample"] is None


async def test_hostile_payload_stays_text(watched: Watched, editor: Editor) -> None:
    shop = await workshop(editor)
    hostile = (
        "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>"
    )
    page = await opened(watched, editor, f"/triggers/{shop.trigger_id}")
    await page.get_by_role("button", name="Listen for events").click()

    await shop.deliver({"team": "T1", hostile: hostile})
    await page.get_by_label("What arrived").get_by_role("button", name="Event").click()

    tree = page.get_by_role("region", name="The request").locator(".tree")
    await expect(tree).to_contain_text("<script>document.title='taken'</script>")
    assert await page.locator("main img").count() == 0
    assert await page.title() == "Hookwright"
    assert watched.complaints == []

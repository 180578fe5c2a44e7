"""The console in a real browser: the wizard from the first click to Finish, over the public API alone."""

import json
from urllib.parse import urlsplit

from playwright.async_api import expect

from tests.api.world import (
    CONNECT,
    CREATE_INTEGRATION,
    SECRET,
    SET_SECRET,
    Editor,
    Workshop,
    World,
    workshop,
)
from tests.browser.chromium import Watched
from tests.browser.console import opened, target_url, trigger_id
from tests.endtoend.provider import Provider

STATUS = "query ($id: ID!) { trigger(id: $id) { status wizard { stepsRemaining } sample { id } } }"
CODE = """function yourFunction(parameters, libraries, request) {
  console.log('asked by', request.body.team);
  return { status: 202, body: parameters.greeting };
}"""


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


async def test_wizard_by_hand_with_a_setup_request_and_custom_code(
    watched: Watched, editor: Editor, provider: Provider
) -> None:
    made = await editor.change(CREATE_INTEGRATION, name="Tracker", apiBaseUrl=provider.url)
    integration_id = made["integration"]["id"]
    account = {"integrationId": integration_id, "userId": "sandbox", "isSandbox": True}
    await editor.change(CONNECT, **account, providerId="T1")
    await editor.change(SET_SECRET, name="SIGNING", value=SECRET)
    provider.answer = (201, {"hook": {"id": "h-77"}})
    page = await opened(watched, editor, f"/integrations/{integration_id}/new")
    await page.get_by_label("Name").fill("Item")
    await page.get_by_role("radio", name="API Request").check()
    await page.get_by_role("radio", name="App-level").check()
    await page.get_by_role("button", name="Next").click()

    await page.get_by_label("URL", exact=True).fill("/hooks")
    await page.get_by_role("button", name="+ Keep a value").click()
    await page.get_by_label("Keep from the answer, 1: name").fill("hook_id")
    await page.get_by_label("Keep from the answer, 1: value").fill(
        "{{setup.response.body.hook.id}}"
    )
    await page.get_by_role("button", name="Send the request").click()
    await expect(page.get_by_text("Answered 201")).to_be_visible()
    await page.get_by_role("radio", name="Use custom code").check()
    await page.get_by_role("button", name="+ Add a parameter").last.click()
    await page.get_by_label("Parameters, 1: name").fill("greeting")
    await page.get_by_label("Parameters, 1: value").fill("hello")
    await page.locator(".cm-content").click()
    await page.keyboard.press("Control+A")
    await page.keyboard.press("Delete")
    await page.keyboard.insert_text(CODE)
    await expect(
        page.get_by_text("2 steps remaining").or_(page.get_by_text("1 step"))
    ).to_be_visible()
    await page.get_by_role("button", name="Next").click()

    await page.get_by_label("ID in Event Payload, 1").fill("event.body.team")
    await page.get_by_label("How is this payload validated?").select_option(label="HMAC signature")
    await page.get_by_label("Its name there").fill("X-Signature")
    await page.get_by_label("Secret", exact=True).fill("{{secrets.SIGNING}}")
    await expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    await page.get_by_role("button", name="Listen for events").click()
    shop = Workshop(editor, integration_id, "", trigger_id(page), await target_url(page))
    reply = await shop.deliver({"team": "T1"})
    await page.get_by_role("button", name="Finish").click()

    await expect(page.get_by_text("Live, nothing to finish")).to_be_visible()
    assert (reply.status_code, reply.text) == (202, "hello")
    assert [(each.method, each.path) for each in provider.asked] == [("POST", "/hooks")]
    assert json.loads(provider.asked[0].body) == {"url": shop.target_url}
    assert watched.complaints == []


async def test_custom_code_is_tried_on_a_stored_delivery(watched: Watched, editor: Editor) -> None:
    shop = await workshop(editor)
    await shop.deliver({"team": "T1"})
    page = await opened(watched, editor, f"/triggers/{shop.trigger_id}?step=setup")
    await page.get_by_role("radio", name="Use custom code").check()
    await page.locator(".cm-content").click()
    await page.keyboard.press("Control+A")
    await page.keyboard.press("Delete")
    await page.keyboard.insert_text(CODE)

    await page.get_by_role("button", name="Run it on the newest delivery").click()

    result = page.get_by_role("status", name="Result of the code")
    await expect(result).to_contain_text("It answers 202")
    await expect(result).to_contain_text("asked by T1")

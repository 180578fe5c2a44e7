"""GraphiQL at /graphql in a real browser, with no other host than the server itself."""

from urllib.parse import urlsplit

from playwright.async_api import expect

from tests.api.world import World, workshop
from tests.browser.chromium import Watched

LISTEN = (
    'subscription { listenForEvents(triggerId: "%s") '
    "{ ... on DeliveryReceived { delivery { outcome body { text } } } } }"
)


async def test_graphiql_queries_and_listens_without_another_host(
    hookwright: World, watched: Watched
) -> None:
    editor = await hookwright.editor()
    shop = await workshop(editor)
    page = watched.page
    result = page.locator(".result-window")
    await page.goto(f"{editor.url}/graphql#token={editor.token}")

    await page.click(".graphiql-execute-button")
    await expect(result).to_contain_text(editor.project.id)
    await page.click(".graphiql-query-editor .CodeMirror-lines")
    await page.keyboard.press("Control+A")
    await page.keyboard.insert_text(LISTEN % shop.trigger_id)
    await page.keyboard.press("Control+Enter")
    await expect(page.get_by_label("Stop query")).to_be_visible()
    await shop.deliver({"team": "T1", "said": "hello"})

    await expect(result).to_contain_text("said")
    await expect(result).to_contain_text('"outcome": "EVENT"')
    assert page.url == f"{editor.url}/graphql"  # the token is gone from it
    assert watched.hosts == {urlsplit(editor.url).netloc}
    assert watched.complaints == []


async def test_graphiql_shows_the_whole_api_and_its_dialogs_under_its_policy(
    hookwright: World, watched: Watched
) -> None:
    page = watched.page
    await page.goto(f"{hookwright.url}/graphql")

    await page.click('[aria-label="Show Documentation Explorer"]')
    await expect(page.locator(".graphiql-doc-explorer")).to_contain_text("IntegrationConnection")
    await page.click('[aria-label="Show GraphiQL Explorer"]')
    await expect(page.locator(".docExplorerWrap")).to_contain_text("viewer")
    await page.click('[aria-label="Open settings dialog"]')
    await expect(page.get_by_role("dialog")).to_contain_text("Theme")

    assert watched.complaints == []

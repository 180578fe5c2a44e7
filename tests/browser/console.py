"""The console in a tab: opening it, and what of it the tests read."""

from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from playwright.async_api import Locator, Page

from tests.api.world import Editor
from tests.browser.chromium import Watched

AXE: Final = (
    Path(__file__).parent.parent.parent / "console" / "node_modules" / "axe-core" / "axe.min.js"
)


async def opened(watched: Watched, editor: Editor, path: str = "/") -> Page:
    """Open the console as `./run` says it: signed in by the address's fragment."""
    await watched.page.goto(f"{editor.url}{path}#token={editor.token}")
    return watched.page


def trigger_id(page: Page) -> str:
    """The trigger that an address is of."""
    return urlsplit(page.url).path.removeprefix("/triggers/")


async def target_url(page: Page) -> str:
    """The address to deliver to, as the test pane gives it."""
    return await page.get_by_label("Target URL of the sandbox account", exact=True).input_value()


def arrivals(page: Page) -> Locator:
    """The deliveries in the test pane, newest first."""
    return page.get_by_label("What arrived").get_by_role("listitem")


async def faults(page: Page) -> list[str]:
    """What axe-core finds serious or worse: its rule and the first element."""
    await page.evaluate(AXE.read_text(encoding="utf-8"))
    found: Any = await page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:160]}"
        for each in found["violations"]
        if each["impact"] in {"serious", "critical"}
    ]

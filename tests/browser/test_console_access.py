"""The console for everybody: no serious fault by axe-core, in light and dark, wide and narrow, and by keyboard."""

import os
from typing import Literal

import pytest
from playwright.async_api import Browser, expect

from tests.api.world import CREATE_INTEGRATION, Editor, workshop
from tests.browser.chromium import Watched, tab
from tests.browser.console import AXE, arrivals, faults, opened


@pytest.fixture
def axe() -> None:
    """Skips where axe-core is missing; fails there in CI."""
    if AXE.exists():
        return
    missing = "axe-core is missing: npm ci --prefix console --ignore-scripts"
    if os.environ.get("CI") == "true":
        pytest.fail(missing)
    pytest.skip(missing)


async def screens(editor: Editor) -> list[str]:
    """Every screen's address, with something to show in it."""
    shop = await workshop(editor)
    await editor.change(CREATE_INTEGRATION, provider="slack")
    await shop.deliver({"team": "T1", "list": [{"a": None}]})
    await shop.deliver({"team": "T9"})
    integration, trigger = f"/integrations/{shop.integration_id}", f"/triggers/{shop.trigger_id}"
    return [
        *(f"{trigger}?step={step}" for step in ("handling", "setup", "basics")),
        f"{trigger}/deliveries",
        "/catalog/slack",
        "/",
        "/catalog",
        "/catalog/by-hand",
        *(
            f"{integration}/{tab}"
            for tab in ("triggers", "accounts", "unrouted", "settings", "new")
        ),
        "/workflows",
        "/runs",
        "/settings",
    ]


@pytest.mark.parametrize(
    ("scheme", "width", "most"), [("light", 1280, None), ("dark", 1280, 5), ("light", 380, 5)]
)
@pytest.mark.usefixtures("axe")
async def test_no_screen_has_a_serious_fault(
    browser: Browser, editor: Editor, scheme: Literal["light", "dark"], width: int, most: int | None
) -> None:
    async with tab(browser, color_scheme=scheme, viewport={"width": width, "height": 800}) as made:
        page = await opened(made, editor)
        found = {}
        for screen in (await screens(editor))[:most]:
            await page.goto(f"{editor.url}{screen}")
            await expect(page.locator("h1")).to_be_visible()
            await expect(page.locator(".loading")).to_have_count(0)
            assert await page.evaluate("document.documentElement.scrollWidth") <= width, screen
            found[screen] = await faults(page)

    assert [faulty for faulty in found.items() if faulty[1]] == []
    assert len(found) == (most or 16)


async def test_variable_menu_works_by_keyboard_and_shows_samples(
    watched: Watched, editor: Editor
) -> None:
    shop = await workshop(editor)
    await shop.deliver({"team": "T1", "id": "evt-77"})
    page = await opened(watched, editor, f"/triggers/{shop.trigger_id}?step=handling")
    key = page.get_by_label("De-duplication key")

    await key.press_sequentially("{{body.i")
    menu = page.get_by_role("listbox", name="Variables")
    await expect(menu.get_by_role("option", selected=True)).to_contain_text("event.body.id")
    await expect(menu.get_by_role("option", selected=True)).to_contain_text("evt-77")
    await key.press("Enter")

    await expect(key).to_have_value("{{event.body.id}}")
    await expect(page.get_by_text("Saved", exact=True)).to_be_visible()


async def test_problem_is_shown_at_its_field_and_goes_when_it_is_mended(
    watched: Watched, editor: Editor
) -> None:
    shop = await workshop(editor)
    page = await opened(watched, editor, f"/triggers/{shop.trigger_id}?step=handling")
    key = page.get_by_label("De-duplication key")

    await key.fill("{{event.bdy.id}}")
    await expect(key).to_have_attribute("aria-invalid", "true")
    await expect(page.get_by_text("Not saved: one problem")).to_be_visible()
    await key.fill("{{event.body.id}}")

    await expect(key).not_to_have_attribute("aria-invalid", "true")
    await expect(page.get_by_text("Saved", exact=True)).to_be_visible()


async def test_a_delivery_opens_by_keyboard_alone(watched: Watched, editor: Editor) -> None:
    shop = await workshop(editor)
    await shop.deliver({"team": "T1"})
    page = await opened(watched, editor, f"/triggers/{shop.trigger_id}")

    await page.get_by_role("button", name="Listen for events").press("Enter")
    await arrivals(page).get_by_role("button").first.press("Enter")

    await expect(page.get_by_role("region", name="The request")).to_contain_text("team")

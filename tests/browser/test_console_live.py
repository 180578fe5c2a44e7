"""The live pane against everything that breaks a socket, and two editors at once."""

import asyncio
import socket
from pathlib import Path

from playwright.async_api import Browser, Page, WebSocketRoute, expect

from tests.api.world import Editor, Workshop, workshop
from tests.browser.chromium import Watched, tab
from tests.browser.console import arrivals, opened
from tests.endtoend.process import started


async def listening(watched: Watched, shop: Workshop) -> Page:
    """Open a trigger's wizard and listen."""
    page = await opened(watched, shop.editor, f"/triggers/{shop.trigger_id}")
    await page.get_by_role("button", name="Listen for events").click()
    await expect(page.get_by_text("Listening, for what arrived")).to_be_visible()
    return page


async def test_dropped_socket_loses_nothing_and_repeats_nothing(
    watched: Watched, editor: Editor
) -> None:
    gate, open_sockets = asyncio.Event(), list[WebSocketRoute]()
    gate.set()

    async def through(route: WebSocketRoute) -> None:
        await gate.wait()
        route.connect_to_server()
        open_sockets.append(route)

    await watched.page.route_web_socket("**/graphql", through)
    shop = await workshop(editor)
    page = await listening(watched, shop)
    await shop.deliver({"team": "T1", "n": 1})
    await expect(arrivals(page)).to_have_count(1)

    gate.clear()
    await open_sockets[0].close(code=1012)
    await expect(page.get_by_text("The connection broke")).to_be_visible()
    await shop.deliver({"team": "T1", "n": 2})
    await shop.deliver({"team": "T1", "n": 3}, secret="guessed")
    gate.set()
    await expect(page.get_by_text("Listening, for what arrived")).to_be_visible()
    await shop.deliver({"team": "T1", "n": 4})

    await expect(arrivals(page)).to_have_count(4)
    outcomes = await arrivals(page).locator(".badge").all_inner_texts()
    assert outcomes == ["Event", "Rejected", "Event", "Event"]
    assert len(open_sockets) == 2


async def test_listening_goes_on_after_a_restart_of_the_server(
    watched: Watched, tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    async with started(tmp_path, port) as before:
        shop = await workshop(before.editor)
        page = await listening(watched, shop)
        await shop.deliver({"team": "T1", "n": 1})
        await expect(arrivals(page)).to_have_count(1)
        await before.stop()
        await expect(page.get_by_text("The connection broke")).to_be_visible()

    async with started(tmp_path, port) as after:
        again = Workshop(
            after.editor,
            shop.integration_id,
            shop.credential_id,
            shop.trigger_id,
            shop.target_url,
        )
        await again.deliver({"team": "T1", "n": 2})
        await expect(arrivals(page)).to_have_count(2, timeout=15_000)


async def test_two_editors_see_the_same_state_and_the_same_events(
    watched: Watched, browser: Browser, editor: Editor
) -> None:
    shop = await workshop(editor)
    mine = await listening(watched, shop)
    async with tab(browser) as second:
        theirs = await listening(second, shop)
        await mine.get_by_role("button", name="Basic Trigger Info").click()
        await theirs.get_by_role("button", name="Basic Trigger Info").click()

        await mine.get_by_label("Name").fill("Item created")
        await shop.deliver({"team": "T1"})

        await expect(theirs.get_by_label("Name")).to_have_value("Item created")
        await expect(theirs.get_by_role("heading", level=1)).to_contain_text("Item created")
        await expect(theirs.get_by_text("Ready to finish")).to_be_visible()
        await expect(arrivals(mine)).to_have_count(1)
        await expect(arrivals(theirs)).to_have_count(1)

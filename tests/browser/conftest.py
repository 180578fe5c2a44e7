"""One browser and one served process for each module of these tests."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser

from tests.api.world import Editor, World, world
from tests.browser.chromium import Watched, chromium, tab
from tests.endtoend.provider import Provider, serving


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as started:
        yield started


@pytest.fixture(scope="module")
async def hookwright(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    async with world(tmp_path_factory.mktemp("data")) as made:
        yield made


@pytest.fixture
async def watched(browser: Browser) -> AsyncIterator[Watched]:
    async with tab(browser) as opened:
        yield opened


@pytest.fixture
async def editor(hookwright: World) -> Editor:
    return await hookwright.editor()


@pytest.fixture
async def provider() -> AsyncIterator[Provider]:
    async with serving() as made:
        yield made

"""One served process for each module of these tests, with its SETTINGS; an integration of one's own for each test."""

from collections.abc import AsyncIterator

import pytest

from tests.api.world import World, world
from tests.receiver.shop import Shop, opened


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
async def hookwright(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[World]:
    settings = getattr(request.module, "SETTINGS", {})
    async with world(tmp_path_factory.mktemp("data"), **settings) as made:
        yield made


@pytest.fixture
async def shop(hookwright: World) -> Shop:
    return await opened(await hookwright.editor())

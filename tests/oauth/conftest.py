"""One served process for each module of these tests, and a provider and a company of one's own for each test."""

from collections.abc import AsyncIterator

import pytest

from tests.api.world import World, world
from tests.oauth.shop import Shop, shop


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
async def hookwright(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    folder = tmp_path_factory.mktemp("data")
    async with world(
        folder, outbound_seconds=2, allowed_origins=("https://app.example.com",)
    ) as made:
        yield made


@pytest.fixture
async def acme(hookwright: World) -> AsyncIterator[Shop]:
    async with shop(hookwright) as made:
        yield made

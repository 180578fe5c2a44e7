"""One served process for each module of these tests, and a company of one's own for each test."""

from collections.abc import AsyncIterator

import pytest

from tests.api.world import World, world
from tests.users.company import Company, company


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
async def hookwright(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    async with world(tmp_path_factory.mktemp("data")) as made:
        yield made


@pytest.fixture
async def acme(hookwright: World) -> Company:
    return await company(hookwright)

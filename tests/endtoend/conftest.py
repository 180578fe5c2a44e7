"""One served process for each module of these tests; a project and a provider of one's own for each test."""

from collections.abc import AsyncIterator

import pytest

from tests.api.world import Editor, Workshop, World, workshop, world
from tests.endtoend.provider import Provider, serving


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
async def hookwright(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    async with world(tmp_path_factory.mktemp("data")) as made:
        yield made


@pytest.fixture
async def editor(hookwright: World) -> Editor:
    return await hookwright.editor()


@pytest.fixture
async def bench(editor: Editor) -> Workshop:
    return await workshop(editor)


@pytest.fixture
async def provider() -> AsyncIterator[Provider]:
    async with serving() as made:
        yield made

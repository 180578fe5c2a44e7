"""One served process for each module of these tests; a provider and a project of one's own for each test."""

import asyncio
import socket
from collections.abc import AsyncIterator

import pytest

from tests.api.world import World, served, world
from tests.registrations.gate import GatedApi
from tests.registrations.site import TOKEN, Site


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
async def hookwright(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    async with world(tmp_path_factory.mktemp("data"), outbound_seconds=3) as made:
        yield made


@pytest.fixture
async def site(hookwright: World, api: tuple[GatedApi, str]) -> Site:
    return Site(hookwright, await hookwright.editor(), *api)


@pytest.fixture
async def api() -> AsyncIterator[tuple[GatedApi, str]]:
    """A provider alone, and its address."""
    api = GatedApi(TOKEN)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        async with served(api, listener, asyncio.Event()):
            yield api, f"http://127.0.0.1:{listener.getsockname()[1]}"

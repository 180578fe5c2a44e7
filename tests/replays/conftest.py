"""One served process for each module of these tests, with its SETTINGS; an integration of one's own for each test."""

from collections.abc import AsyncIterator

import pytest

from tests.receiver.conftest import anyio_backend, hookwright, shop
from tests.runs.endpoint import Endpoint, listening

__all__ = ["anyio_backend", "hookwright", "shop"]


@pytest.fixture
async def endpoint() -> AsyncIterator[Endpoint]:
    async with listening() as made:
        yield made

"""One served sample view for each module of these tests."""

from collections.abc import AsyncIterator

import pytest

from .endpoint import Endpoint, serving
from .sample import CHANGES, ENDED, sample_view


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
async def endpoint() -> AsyncIterator[Endpoint]:
    async with serving(sample_view(has_graphiql=True)) as served:
        yield served


@pytest.fixture(autouse=True)
def clean_slate() -> None:
    CHANGES.clear()
    ENDED.clear()

"""One sandbox for the tests of a file: starting it is most of what a test would cost."""

from collections.abc import AsyncIterator

import pytest

from domain.sandbox import Sandbox
from tests.sandbox.asking import PATIENT


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(PATIENT) as made:
        await made.start()
        yield made

"""What every test shares."""

import pytest

pytest_plugins = ["tests.services.plugin"]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"

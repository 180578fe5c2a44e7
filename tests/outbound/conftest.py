"""A door that may reach servers on this machine."""

from collections.abc import AsyncIterator

import pytest

from domain.outbound import Outbound, opened
from domain.settings import Settings


@pytest.fixture
def settings() -> Settings:
    return Settings(outbound_http=True, outbound_networks=("127.0.0.0/8",), outbound_seconds=1)


@pytest.fixture
async def door(settings: Settings) -> AsyncIterator[Outbound]:
    async with opened(settings) as outbound:
        yield outbound

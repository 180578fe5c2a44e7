"""A workspace of one's own for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.connections.workspace import Workspace, workspace


@pytest.fixture
async def space(tmp_path: Path) -> AsyncIterator[Workspace]:
    async with workspace(tmp_path) as made:
        yield made

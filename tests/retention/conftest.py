"""One served process for each module of these tests, with its SETTINGS; an integration of one's own for each test."""

from tests.receiver.conftest import anyio_backend, hookwright, shop

__all__ = ["anyio_backend", "hookwright", "shop"]

"""Waiting for what the database comes to say."""

import asyncio
from collections.abc import Awaitable, Callable


async def settled(is_so: Callable[[], Awaitable[bool]]) -> None:
    """Ask until it is so, for five seconds at most."""
    async with asyncio.timeout(5):
        while not await is_so():  # noqa: ASYNC110  the database tells nobody
            await asyncio.sleep(0)

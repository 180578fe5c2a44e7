"""Waiting for what other processes and servers do."""

import asyncio
from collections.abc import Awaitable, Callable


async def eventually(is_so: Callable[[], bool | Awaitable[bool]], seconds: float = 30) -> None:
    """Look now and then until something is so. Raises TimeoutError."""
    async with asyncio.timeout(seconds):
        while True:
            found = is_so()
            if found if isinstance(found, bool) else await found:
                return
            await asyncio.sleep(0.02)

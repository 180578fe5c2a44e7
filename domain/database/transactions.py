"""The unit of work, and whose turn it is to write.

SQLite has one writer. Its busy timeout polls and may starve the unlucky one; a queue in this process does not.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TypeVar

from tortoise.transactions import in_transaction

T = TypeVar("T")

_units: set[asyncio.Task[object]] = set()
_turns: dict[asyncio.AbstractEventLoop, asyncio.Lock] = {}


@contextlib.asynccontextmanager
async def write_turn() -> AsyncIterator[None]:
    """Hold the right to write, in order of asking. Short: everyone else waits."""
    loop = asyncio.get_running_loop()
    async with _turns.setdefault(loop, asyncio.Lock()):
        yield


async def atomically(work: Callable[[], Awaitable[T]]) -> T:
    """Run `work()` in one transaction that a cancelled caller cannot interrupt half-way.

    `work` awaits the database and nothing else, and starts no tasks. Not nested: a unit that needs
    another calls its function directly.
    """

    async def unit() -> T:
        async with write_turn(), in_transaction():
            return await work()

    task = asyncio.create_task(unit())
    _units.add(task)
    task.add_done_callback(_units.discard)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        if not task.done():
            await asyncio.wait({task})
        if not task.cancelled():
            task.exception()  # retrieved, or asyncio would log it as lost
        raise


async def finish_units() -> None:
    """Wait for the transactions whose callers have gone. Before connections are closed."""
    while _units:
        await asyncio.wait(set(_units))
    _turns.pop(asyncio.get_running_loop(), None)

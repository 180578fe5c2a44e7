"""The unit of work, and whose turn it is to write.

Units go one after another, so that what one has read still holds when it writes. In one process on SQLite a queue
sees to that: its busy timeout polls and may starve the unlucky one. On PostgreSQL a lock of the database does, held
until the commit.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Final, TypeVar

from tortoise.transactions import in_transaction

from domain.database import engine

T = TypeVar("T")

UNIT_LOCK: Final = 0x486F6F6B  # "Hook", among the database's advisory locks
TAKE_UNIT_LOCK: Final = f"SELECT pg_advisory_xact_lock({UNIT_LOCK})"

_units: set[asyncio.Task[object]] = set()
_turns: dict[asyncio.AbstractEventLoop, asyncio.Lock] = {}


@contextlib.asynccontextmanager
async def write_turn() -> AsyncIterator[None]:
    """Hold the right to write, in order of asking; on a shared database at once. Short: everyone else waits."""
    if engine.current().is_shared:
        yield
        return
    loop = asyncio.get_running_loop()
    async with _turns.setdefault(loop, asyncio.Lock()):
        yield


async def atomically(work: Callable[[], Awaitable[T]], *, beside_others: bool = False) -> T:
    """Run `work()` in one transaction that a cancelled caller cannot interrupt half-way.

    `work` awaits the database and nothing else, and starts no tasks. Not nested: a unit that needs
    another calls its function directly. beside_others: on a shared database it does not wait for other units;
    for work that claims its rows by locking them, or writes without having read.
    """

    async def unit() -> T:
        async with write_turn(), in_transaction() as connection:
            if engine.current().is_shared and not beside_others:
                await connection.execute_query(TAKE_UNIT_LOCK)
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

"""How far a replay is, as it goes."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Final

from domain.connections.callers import Caller
from domain.context import Context
from domain.models import Replay
from domain.replays.starting import find_replay
from domain.replays.wanted import ReplayState

_SAFETY_NET: Final = 1.0


async def progress(
    context: Context,
    caller: Caller,
    replay_id: str,
    is_valid: Callable[[], Awaitable[bool]],
    closing: asyncio.Event,
) -> AsyncGenerator[Replay, None]:
    """Give the replay now and at every change, until it is over. Ends early when the caller may not see it any more.

    Raises NotFound, Forbidden, before the first.
    """
    row = await find_replay(caller, replay_id)
    with context.bus.listen(replay_id) as woken:
        shown = None
        while True:
            woken.clear()
            row = await Replay.get(id=row.id)
            if (row.done, row.state) != shown:
                shown = (row.done, row.state)
                yield row
            if row.state != ReplayState.RUNNING.value or closing.is_set() or not await is_valid():
                return
            try:
                async with asyncio.timeout(_SAFETY_NET):
                    await woken.wait()
            except TimeoutError:
                continue

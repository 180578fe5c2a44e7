"""The order of the acts, and the exit code."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Final

import httpx
from websockets.exceptions import WebSocketException

from api.demo import asana, slack
from api.demo.stage import staged
from api.demo.telling import Failed, Teller
from domain.errors import HookwrightError

_PATIENCE: Final = 60


async def play() -> int:
    """Play the whole path and tell it: 0 when every step truly happened, 1 otherwise."""
    return await told(_story)


async def told(story: Callable[[Teller], Awaitable[None]], end: str = "All of it happened") -> int:
    """Tell a story: 0 when it came to its end, 1 after the step that did not happen, with what came instead."""
    teller, started = Teller(), time.monotonic()
    try:
        async with asyncio.timeout(_PATIENCE):
            await story(teller)
    except Failed as error:
        teller.failed(error.step, error.expected, error.came)
        return 1
    except (HookwrightError, httpx.HTTPError, WebSocketException, OSError) as error:
        teller.failed("It goes on", "no error", f"{type(error).__name__}: {error}")
        return 1
    seconds = time.monotonic() - started
    teller.finished(f"{end}: {teller.checked} checks in {seconds:.1f} seconds.")
    return 0


async def _story(teller: Teller) -> None:
    async with staged() as stage:
        teller.say("Hookwright is running, with a provider that we play ourselves: no internet.")
        teller.detail(f"{stage.editor.address}/graphql, in a folder that is removed at the end")
        await asana.act(teller, stage)
        await slack.act(teller, stage)

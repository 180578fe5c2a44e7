"""What an attempt means for its run. Pure: the clock and chance are arguments."""

from datetime import timedelta
from typing import Final

from domain import clock
from domain.runs.posting import Posted
from domain.runs.queue import Claimed, Settlement
from domain.runs.retrying import pause_after
from domain.runs.states import RunState

_GONE: Final = 410


def concluded(
    run: Claimed, posted: Posted, endpoint: str, *, now_ms: int, chance: float
) -> Settlement:
    """Settle a run by what came of POSTing it.

    2xx is done; 410 stops the endpoint and leaves the run waiting; anything else is tried again, or dead after the last.
    """
    state, due_ms, error, stop = RunState.SUCCEEDED, now_ms, "", ""
    if posted.status == _GONE:
        at = clock.from_ms(now_ms).strftime("%Y-%m-%d %H:%M UTC")
        state = RunState.PENDING
        error = "It was answered 410 Gone: the endpoint wants nothing any more."
        stop = f"The endpoint answered 410 Gone on {at}. Resume the workflow, or give it another endpoint."
    elif posted.status is None or not 200 <= posted.status < 300:
        error = posted.error or f"It was answered {posted.status}; 2xx is wanted."
        pause = pause_after(run.tries, posted.asked, chance)
        state = RunState.DEAD if pause is None else RunState.PENDING
        due_ms = now_ms + int((pause or timedelta(0)) / timedelta(milliseconds=1))
    return Settlement(
        run=run,
        state=state,
        due_ms=due_ms,
        at_ms=now_ms - posted.elapsed_ms,
        elapsed_ms=posted.elapsed_ms,
        status=posted.status,
        error=error,
        answer=posted.answer,
        stop=stop,
        endpoint=endpoint,
    )


def lost(run: Claimed, why: str, now_ms: int) -> Settlement:
    """Settle a run that can never be sent."""
    return Settlement(run, RunState.DEAD, now_ms, now_ms, 0, error=why)


def returned(run: Claimed, now_ms: int, why: str) -> Settlement:
    """Give back a run whose sending came to nothing through no fault of its endpoint: it is due at once."""
    return Settlement(run, RunState.PENDING, now_ms, now_ms, 0, error=why)

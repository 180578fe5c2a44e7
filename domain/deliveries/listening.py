"""Listening: an editor watches a trigger's deliveries. A tap, not a theft: rows by cursor, for any number of editors.

Knows when a listening looks back, beats, and ends; leaves out how what it says is shown. Nothing is queued: the
next page is read when the last one was taken.
"""

import asyncio
import contextlib
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from weakref import WeakKeyDictionary

from domain import clock
from domain.bus import Bus
from domain.connections.callers import Caller, require_editor
from domain.context import Context
from domain.database import atomically
from domain.deliveries import tail, together
from domain.deliveries.tail import Entry
from domain.deliveries.together import Page
from domain.errors import Busy
from domain.models import Trigger
from domain.registrations.triggers import find_trigger

BEAT: Final = timedelta(seconds=15)
WINDOW: Final = timedelta(seconds=30)

_HELD_BACK: Final = 0.002
_OPEN_STILL: Final = timedelta(seconds=5)

_windows: WeakKeyDictionary[Bus, dict[str, int]] = WeakKeyDictionary()


class EndReason(StrEnum):
    """Why a listening ends for good. SHUTTING_DOWN: this process does; listen again with the cursor.

    COMPLETED: of a test alone, which has its event.
    """

    COMPLETED = "COMPLETED"
    EXPIRED = "EXPIRED"
    TRIGGER_DELETED = "TRIGGER_DELETED"
    CURSOR_EXPIRED = "CURSOR_EXPIRED"
    UNAUTHORIZED = "UNAUTHORIZED"
    SHUTTING_DOWN = "SHUTTING_DOWN"


@dataclass(frozen=True, slots=True)
class Received:
    """A delivery with the trigger's verdict. is_look_back: it was there before the listening began."""

    position: int
    entry: Entry
    is_look_back: bool


@dataclass(frozen=True, slots=True)
class Beat:
    """A sign of life."""

    position: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Ended:
    """The last word."""

    position: int
    reason: EndReason


Message = Received | Beat | Ended


@dataclass(frozen=True, slots=True)
class Listener:
    """Who listens, to what, and from where.

    after: a position that was handed out, None to look back a few minutes. is_valid: whether the caller
    would still be let in. closing: set when the process stops. beat: between two signs of life. tests_only: what
    comes to the test address alone. live_from: with `after`, the position up to which it was there before.
    """

    caller: Caller
    trigger_id: str
    after: int | None
    is_valid: Callable[[], Awaitable[bool]]
    closing: asyncio.Event
    beat: timedelta = BEAT
    tests_only: bool = False
    live_from: int = 0


async def admit(context: Context, listener: Listener) -> Trigger:
    """The trigger, if one more may listen to it. Raises NotFound, Forbidden, Busy."""
    project_id = require_editor(listener.caller)
    trigger = await find_trigger(listener.caller, listener.trigger_id)
    if context.bus.listeners(project_id) >= context.settings.listeners_per_project:
        most = context.settings.listeners_per_project
        raise Busy(f"{most} editors of this project listen already", timedelta(seconds=30))
    return trigger


async def listen(context: Context, listener: Listener) -> AsyncGenerator[Message, None]:
    """Give everything after the position, once each, in commit order, and then what comes.

    Ends with Ended, whatever the reason. Raises NotFound, Forbidden, and Busy when too many of the
    project's editors listen; all before the first message.
    """
    trigger = await admit(context, listener)
    # registered before the first read: what is committed from now on wakes it
    with context.bus.listen(trigger.id, trigger.project_id) as woken:
        listening = _Listening(context, listener, trigger, woken)
        with listening.watching_the_end():
            async with contextlib.aclosing(listening.messages()) as messages:
                async for message in messages:
                    yield message


class _Listening:
    """One listening. position: after what was last given."""

    def __init__(
        self, context: Context, listener: Listener, trigger: Trigger, woken: asyncio.Event
    ) -> None:
        self._context = context
        self._listener = listener
        self._trigger = trigger
        self._woken = woken
        self._time = asyncio.get_running_loop().time
        self._ends_at = self._time() + context.settings.listen_minutes * 60
        self._beats_at = self._time() + listener.beat.total_seconds()
        self._position = 0
        self._live_from = listener.live_from
        self._read_until: int | None = None
        self._alarm: asyncio.TimerHandle | None = None
        self._is_by_clock = False

    @contextlib.contextmanager
    def watching_the_end(self) -> Iterator[None]:
        """Have the end of the process wake it, like a commit: one task for all its waiting."""
        closing = asyncio.create_task(self._listener.closing.wait())
        closing.add_done_callback(lambda _: self._woken.set())
        try:
            yield
        finally:
            closing.cancel()
            if self._alarm is not None:
                self._alarm.cancel()

    async def messages(self) -> AsyncGenerator[Message, None]:
        if reason := await self._begin():
            yield Ended(self._position, reason)
            return
        page: deque[Entry] = deque()
        while True:
            if self._is_due():
                due = await self._due()
                yield due
                if isinstance(due, Ended):
                    return
            elif page:
                entry = page.popleft()
                self._position = entry.position
                yield Received(entry.position, entry, entry.position <= self._live_from)
            elif self._is_caught_up():
                await self._wait()
            else:
                was_woken = self._woken.is_set() and not self._is_by_clock
                self._is_by_clock = False
                self._woken.clear()
                found = await self._read()
                page.extend(found.entries)
                self._read_until = found.as_of if found.is_last else None
                if page:
                    continue
                if found.is_held_back:
                    await asyncio.sleep(_HELD_BACK)
                    continue
                # woken for nothing to read: the trigger may be gone
                if was_woken and (reason := await self._reason_to_end()):
                    yield Ended(self._position, reason)
                    return
                await self._wait()

    def _is_caught_up(self) -> bool:
        """Whether nothing was committed since the last reading, which found nothing more."""
        is_read = self._read_until == self._context.bus.last_wake(self._trigger.id)
        return is_read and not self._woken.is_set()

    async def _read(self) -> Page:
        bus, trigger_id = self._context.bus, self._trigger.id
        if not self._listener.tests_only:
            return await together.read(bus, trigger_id, self._position)
        # what is live is not read again at the next wake
        as_of, end = bus.last_wake(trigger_id), await tail.end()
        found = await together.read_alone(trigger_id, self._position, as_of, tests_only=True)
        self._position = self._position if found.entries else max(self._position, end)
        return found

    async def _begin(self) -> EndReason | None:
        after = self._listener.after
        if after is None:
            self._live_from = await tail.end()
            self._position = await tail.look_back(self._trigger.id)
        else:
            self._position = after
            if not await tail.is_readable(self._trigger.id, after):
                return EndReason.CURSOR_EXPIRED
        await self._keep_window_open()
        return None

    def _is_due(self) -> bool:
        """Judge by the clock, busy or idle."""
        return self._listener.closing.is_set() or self._time() >= self._beats_at

    async def _due(self) -> Beat | Ended:
        if self._listener.closing.is_set():
            return Ended(self._position, EndReason.SHUTTING_DOWN)
        self._beats_at = self._time() + self._listener.beat.total_seconds()
        if reason := await self._reason_to_end():
            return Ended(self._position, reason)
        await self._keep_window_open()
        return Beat(self._position, clock.now())

    async def _reason_to_end(self) -> EndReason | None:
        if not await self._listener.is_valid():
            return EndReason.UNAUTHORIZED
        if not await Trigger.exists(id=self._trigger.id, deleted_ms=None):
            return EndReason.TRIGGER_DELETED
        if self._time() >= self._ends_at:
            return EndReason.EXPIRED
        return None

    async def _keep_window_open(self) -> None:
        """Let handshakes of the test address store values while somebody listens."""
        now = clock.now_ms()
        windows = _windows.setdefault(self._context.bus, {})
        if windows.get(self._trigger.id, 0) > now + int(
            (WINDOW - _OPEN_STILL).total_seconds() * 1000
        ):
            return  # another listener has just seen to it
        until = now + int(WINDOW.total_seconds() * 1000)
        windows[self._trigger.id] = until
        query = Trigger.filter(id=self._trigger.id)
        await atomically(lambda: query.update(listening_ms=until), beside_others=True)
        self._context.drop_plans(self._trigger.integration_id)

    async def _wait(self) -> None:
        """Until something is committed, the next beat, or the end of the process."""
        if self._alarm is None:  # one that is set already comes early enough
            rest = min(self._context.bus.patience, max(0.0, self._beats_at - self._time()))
            self._alarm = asyncio.get_running_loop().call_later(rest, self._look_again)
        await self._woken.wait()

    def _look_again(self) -> None:
        """By the clock: a beat is due, or a wake may have been lost."""
        self._alarm = None
        self._is_by_clock = not self._woken.is_set()
        self._woken.set()

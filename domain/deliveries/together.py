"""Listeners of one trigger at one position read together: what one finds, all get."""

import asyncio
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from domain.bus import Bus
from domain.deliveries import tail
from domain.deliveries.tail import PAGE, Entry

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Page:
    """What was read. as_of: the last wake before; what was committed until then is in it.

    is_last: nothing more was there. is_held_back: more is committed, and can be read in a moment.
    """

    entries: list[Entry]
    as_of: int
    is_last: bool
    is_held_back: bool


_readings: WeakKeyDictionary[Bus, dict[Key, asyncio.Task[Page]]] = WeakKeyDictionary()


async def read(bus: Bus, trigger_id: str, after: int) -> Page:
    """As `tail.read`, once for the listeners of one process.

    A reading that began before the last wake counts when it found something: what it did not find may be there now.
    """
    under_way = _readings.setdefault(bus, {})
    key = (trigger_id, after)
    earlier = under_way.get(key)
    if earlier is not None:
        page = await asyncio.shield(earlier)
        if page.entries or page.as_of == bus.last_wake(trigger_id):
            return page
    reading = under_way.get(key)
    if reading is None or reading is earlier:
        as_of = bus.last_wake(trigger_id)
        reading = asyncio.create_task(read_alone(trigger_id, after, as_of))
        under_way[key] = reading
        reading.add_done_callback(lambda done: _ended(under_way, key, done))
    return await asyncio.shield(reading)


async def read_alone(trigger_id: str, after: int, as_of: int, *, tests_only: bool = False) -> Page:
    """As `tail.read`, for one listener. as_of: the last wake, before now."""
    found = await tail.read(trigger_id, after, tests_only=tests_only)
    if len(found) == PAGE:
        return Page(found, as_of, is_last=False, is_held_back=False)
    end = found[-1].position if found else after
    is_held_back = await tail.is_held_back(trigger_id, end, tests_only=tests_only)
    return Page(found, as_of, is_last=not is_held_back, is_held_back=is_held_back)


def _ended(under_way: dict[Key, asyncio.Task[Page]], key: Key, done: asyncio.Task[Page]) -> None:
    if under_way.get(key) is done:
        del under_way[key]
    if not done.cancelled():
        done.exception()  # retrieved, or asyncio would log it when all who asked have gone

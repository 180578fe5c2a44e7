"""Listeners of one trigger at one position read together: what one finds, all get."""

import asyncio
from weakref import WeakKeyDictionary

from domain.bus import Bus
from domain.deliveries import tail
from domain.deliveries.tail import Entry

Key = tuple[str, int, bool]

_readings: WeakKeyDictionary[Bus, dict[Key, asyncio.Task[list[Entry]]]] = WeakKeyDictionary()


async def read(bus: Bus, trigger_id: str, after: int, *, tests_only: bool) -> list[Entry]:
    """As `tail.read`, for the listeners of one process.

    A reading that began before one asked counts when it found something: what it did not find may be there by now.
    """
    readings = _readings.setdefault(bus, {})
    key = (trigger_id, after, tests_only)
    earlier = readings.get(key)
    if earlier is not None and (found := await asyncio.shield(earlier)):
        return [*found]
    reading = readings.get(key)
    if reading is None or reading is earlier:
        reading = asyncio.create_task(tail.read(trigger_id, after, tests_only=tests_only))
        readings[key] = reading
        reading.add_done_callback(lambda done: _ended(readings, key, done))
    return [*await asyncio.shield(reading)]


def _ended(
    readings: dict[Key, asyncio.Task[list[Entry]]], key: Key, done: asyncio.Task[list[Entry]]
) -> None:
    if readings.get(key) is done:
        del readings[key]
    if not done.cancelled():
        done.exception()  # retrieved, or asyncio would log it when all who asked have gone

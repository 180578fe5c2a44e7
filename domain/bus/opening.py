"""Choosing what carries wakes: nothing in one process, NOTIFY on PostgreSQL, NATS where its address is set."""

import contextlib
from collections.abc import AsyncIterator

from domain.bus.carrying import LinkedCarrier, running
from domain.bus.local import Bus
from domain.database import Database, File, engine
from domain.errors import Misconfigured


@contextlib.asynccontextmanager
async def carried(bus: Bus, store: Database, bus_url: str) -> AsyncIterator[None]:
    """Have the bus's wakes carried to other processes until the end. Raises Misconfigured."""
    if isinstance(store, File):
        if bus_url:
            raise Misconfigured(
                "HOOKWRIGHT_BUS_URL is for several processes, and SQLite serves one: "
                "name a PostgreSQL by HOOKWRIGHT_DATABASE_URL as well"
            )
        yield
        return
    async with running(_carrier(bus, store.dsn, bus_url), bus):
        yield


def _carrier(bus: Bus, dsn: str, bus_url: str) -> LinkedCarrier:
    if not bus_url:
        from domain.bus.notify import by_notify  # noqa: PLC0415  its driver is optional

        return LinkedCarrier("notify", by_notify(dsn), bus)
    try:
        from domain.bus.nats import by_nats  # noqa: PLC0415  its driver is optional
    except ImportError as error:
        message = "NATS needs the extra `nats`: pip install 'hookwright[nats]'"
        raise Misconfigured(message) from error
    return LinkedCarrier("nats", by_nats(bus_url, engine.current().name), bus)

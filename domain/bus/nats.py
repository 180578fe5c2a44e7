"""Wakes by core NATS: for many hosts. It keeps nothing, and nothing needs to be kept."""

import contextlib
from collections.abc import AsyncIterator, Callable
from typing import Final

from nats.aio.client import Client
from nats.aio.msg import Msg

from domain.bus.carrying import Connect, Link

_SECONDS: Final = 5


class _Nats(Link):
    def __init__(self, subject: str) -> None:
        super().__init__()
        self.client = Client()
        self._subject = subject

    async def publish(self, message: bytes) -> None:
        await self.client.publish(self._subject, message)
        await self.client.flush(_SECONDS)

    async def close(self) -> None:
        with contextlib.suppress(Exception):
            await self.client.close()


def by_nats(urls: str, database: str) -> Connect:
    """Connect to one of several servers, by commas. database: the name of what these processes share."""

    @contextlib.asynccontextmanager
    async def connect(received: Callable[[bytes], None]) -> AsyncIterator[Link]:
        link = _Nats(f"hookwright.{database}")

        async def hear(message: Msg) -> None:
            received(message.data)

        async def gone() -> None:
            link.lost.set()

        try:
            await link.client.connect(
                servers=[url.strip() for url in urls.split(",")],
                allow_reconnect=False,  # the carrier does, and wakes everyone when it has
                connect_timeout=_SECONDS,
                ping_interval=10,
                disconnected_cb=gone,
                closed_cb=gone,
            )
            await link.client.subscribe(f"hookwright.{database}", cb=hear)
            await link.client.flush(_SECONDS)
            yield link
        finally:
            await link.close()

    return connect

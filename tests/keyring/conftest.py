"""A provider's key server, and a ring that may reach it, with a clock that the test moves."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from domain import keyring, outbound
from domain.keyring import Keyring, KeysNeeded
from domain.request import Request
from domain.settings import Settings
from domain.signatures import Verifier
from tests.keyring.server import KeyServer, publishing


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: datetime = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Say what time it is."""
        return self.now


@dataclass
class Judge:
    """Judges as the receiver does: what is needed is fetched, and then it is judged again."""

    ring: Keyring
    clock: Clock

    async def __call__(self, verify: Verifier, delivery: Request) -> None:
        """Return for a genuine delivery. Raises Refused."""
        now = self.clock()
        try:
            verify(delivery, now)
        except KeysNeeded as needed:
            await self.ring.bring(needed.wants)
            verify(delivery, now)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def server() -> AsyncIterator[KeyServer]:
    async with publishing() as made:
        yield made


@pytest.fixture
async def ring(clock: Clock) -> AsyncIterator[Keyring]:
    settings = Settings(outbound_http=True, outbound_networks=("127.0.0.0/8",), outbound_seconds=1)
    async with outbound.opened(settings) as door, keyring.opened(door, now=clock) as made:
        yield made


@pytest.fixture
def judge(ring: Keyring, clock: Clock) -> Judge:
    return Judge(ring, clock)

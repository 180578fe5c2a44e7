"""Fetching keys through the outbound door: each answer once, however many deliveries wait for it.

Nothing that a provider does raises: what failed is remembered, in words for a person.
"""

import asyncio
import contextlib
import functools
import warnings
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final
from weakref import WeakValueDictionary

import certifi
import structlog
from cryptography import x509
from cryptography.x509.verification import Store

from domain import clock
from domain.keyring import answers
from domain.keyring.allowances import Allowances
from domain.keyring.answers import Roots
from domain.keyring.shelf import Shelf
from domain.outbound import Answer, Outbound, OutboundRequest, Unreachable, hosts
from domain.signatures.fetching import KeyRequest, KeyRing, Want
from domain.signatures.public_keys import Key

SECONDS: Final = 5
AT_ONCE: Final = 4
"""Requests to one host at the same time."""

log = structlog.get_logger()


@functools.cache
def trusted() -> Store:
    """The authorities that certifi trusts."""
    with warnings.catch_warnings(action="ignore"):  # an old root has a serial number of zero
        return Store(x509.load_pem_x509_certificates(Path(certifi.where()).read_bytes()))


class Keyring:
    """The keys of one process. Made by `opened`."""

    def __init__(self, outbound: Outbound, now: Callable[[], datetime], roots: Roots) -> None:
        self._outbound = outbound
        self._now = now
        self._roots = roots
        self._shelf = Shelf()
        self._allowances = Allowances()
        self._flights: dict[KeyRequest, asyncio.Task[None]] = {}
        self._turns: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()

    def of(self, owner: str) -> KeyRing:
        """The ring as one owner sees it: what it makes us ask for counts against its own allowance."""
        return _Owned(self._shelf, owner)

    async def bring(self, wants: Iterable[Want]) -> None:
        """Fetch what is wanted, and keep what came of it. Those who want the same share one request."""
        flights = {self._flight(want) for want in wants}
        if flights:
            await asyncio.shield(asyncio.gather(*flights))

    async def close(self) -> None:
        """Break off what is under way."""
        flights = tuple(self._flights.values())
        for flight in flights:
            flight.cancel()
        await asyncio.gather(*flights, return_exceptions=True)

    def _flight(self, want: Want) -> asyncio.Task[None]:
        flight = self._flights.get(want.request)
        if flight is None:
            flight = asyncio.create_task(self._fetch(want))
            self._flights[want.request] = flight
            flight.add_done_callback(lambda _: self._flights.pop(want.request, None))
        return flight

    async def _fetch(self, want: Want) -> None:
        request = want.request
        try:
            host = hosts.host_of(request.url)
        except ValueError as error:
            self._shelf.fail(request, f"Where the key should be, {error}.", self._now())
            return
        if not self._may_ask(want, host):
            words = f"Too many addresses at {host} were asked for lately."
            self._shelf.fail(request, words, self._now())
            return
        try:
            async with asyncio.timeout(SECONDS), self._turn(host):
                answer = await self._answer(request)
            found = answers.read(request, answer, self._roots, self._now())
        except TimeoutError:
            self._failed(request, host, f"{host} did not answer within {SECONDS} seconds.")
        except Unreachable as error:
            self._failed(request, host, str(error))
        except ValueError as error:
            self._failed(request, host, f"{host} {error}.")
        else:
            self._shelf.put(request, found, answers.lives(answer), self._now())
            log.info("keyring.fetched", host=host, keys=len(found.keys))

    async def _answer(self, request: KeyRequest) -> Answer:
        answer = await self._outbound.send(_sent(request))
        if not request.discovered:
            return answer
        url = answers.discovered(request, answer)
        return await self._outbound.send(OutboundRequest("GET", url))

    def _may_ask(self, want: Want, host: str) -> bool:
        is_known = self._shelf.is_known(want.request)
        return is_known or self._allowances.take(want.owner, host, self._now())

    def _turn(self, host: str) -> asyncio.Semaphore:
        return self._turns.setdefault(host, asyncio.Semaphore(AT_ONCE))

    def _failed(self, request: KeyRequest, host: str, words: str) -> None:
        self._shelf.fail(request, words, self._now())
        log.warning("keyring.failed", host=host, reason=words)


@dataclass(frozen=True, slots=True)
class _Owned:
    shelf: Shelf
    owner: str

    def lookup(self, request: KeyRequest, kid: str, now: datetime, /) -> Sequence[Key]:
        return self.shelf.lookup(Want(request, self.owner), kid, now)


@contextlib.asynccontextmanager
async def opened(
    outbound: Outbound, *, now: Callable[[], datetime] = clock.now, roots: Roots = trusted
) -> AsyncIterator[Keyring]:
    """Hold a ring until the end. roots: the authorities that certificates are traced to."""
    ring = Keyring(outbound, now, roots)
    try:
        yield ring
    finally:
        await ring.close()


def _sent(request: KeyRequest) -> OutboundRequest:
    return OutboundRequest(request.method, request.url, request.headers, request.body)

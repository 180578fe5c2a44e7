"""POSTing to endpoints: many connections, kept open, at little cost. By the outbound door's rules.

An address is checked as it is connected to, also one that stands in the URL; no redirect is followed, no cookie kept, no
proxy read from the environment; only the beginning of an answer is read. Whatever the other side does, Posted comes back.
"""

import contextlib
import io
import ipaddress
import socket
import ssl
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

import aiohttp
import httpx
from yarl import URL

from domain import clock
from domain.deliveries.follow_ups import retry_after
from domain.outbound import Answer, failures
from domain.outbound.door import USER_AGENT
from domain.outbound.failures import RefusedAddress, UnknownHost
from domain.outbound.network import IPNetwork, is_allowed
from domain.runs.names import Names
from domain.settings import Settings
from domain.text import shorten

MOST_KEPT: Final = 2_000

_MOST_READ: Final = 8 * 1024
_AT_ONCE: Final = 256 * 1024
# servers close idle connections after five seconds or more: we close first
_KEPT_SECONDS: Final = 4
_HEADERS: Final = {
    "content-type": "application/json",
    "user-agent": USER_AGENT,
    "accept-encoding": "identity",
}


@dataclass(frozen=True, slots=True)
class Posted:
    """status: None without an answer; error is then a sentence for a person. answer: its beginning, as text.

    asked: what Retry-After wants.
    """

    status: int | None
    elapsed_ms: int
    error: str = ""
    answer: str = ""
    asked: timedelta | None = None


class Poster:
    """Posts. Made by `opened`."""

    def __init__(self, settings: Settings, session: aiohttp.ClientSession) -> None:
        self._schemes = ("https", "http") if settings.outbound_http else ("https",)
        self._seconds = settings.run_seconds
        self._session = session

    async def post(self, url: URL, body: bytes, headers: Mapping[str, str]) -> Posted:
        """Send once."""
        started = time.monotonic()
        try:
            if url.scheme not in self._schemes or not url.host:
                raise aiohttp.InvalidURL(url)
            status, answer, asked = await self._exchange(url, body, headers)
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
            said = _sentence(error, url.host or "the endpoint", self._seconds)
            return Posted(None, _elapsed(started), said)
        return Posted(status, _elapsed(started), answer=answer, asked=asked)

    async def _exchange(
        self, url: URL, body: bytes, headers: Mapping[str, str]
    ) -> tuple[int, str, timedelta | None]:
        # aiohttp writes a stream piece by piece, and bytes at once
        data = io.BytesIO(body) if len(body) > _AT_ONCE else body
        sent = self._session.post(
            url, data=data, headers={**_HEADERS, **headers}, allow_redirects=False
        )
        async with sent as response:
            answer = await _beginning(response)
            asked = None
            if response.status >= 300 and (wanted := response.headers.get("retry-after")):
                said = Answer(response.status, (("retry-after", wanted),), b"", timedelta(0))
                asked = retry_after(said, clock.now())
            return response.status, answer, asked


@contextlib.asynccontextmanager
async def opened(settings: Settings, *, tls: ssl.SSLContext | None = None) -> AsyncIterator[Poster]:
    """Hold the connections until the end. tls: other trusted authorities than the well-known ones."""
    networks = tuple(ipaddress.ip_network(each) for each in settings.outbound_networks)
    connector = aiohttp.TCPConnector(
        limit=0,  # lanes bound what is in flight
        ssl=tls or httpx.create_ssl_context(),
        keepalive_timeout=_KEPT_SECONDS,
        socket_factory=_CheckedSockets(networks),
        resolver=Names(),
    )
    session = aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=aiohttp.ClientTimeout(total=settings.run_seconds),
        auto_decompress=False,
    )
    async with session:
        yield Poster(settings, session)


class _NotAllowed(OSError):
    """An address may not be connected to. An OSError, so that a host's next address is tried."""


class _CheckedSockets:
    """Makes sockets for the addresses that may be reached. networks: the private ones that are allowed."""

    def __init__(self, networks: Sequence[IPNetwork]) -> None:
        self._networks = networks

    def __call__(self, address: tuple[Any, ...]) -> socket.socket:
        family, kind, protocol, _, where = address
        if not is_allowed(str(where[0]), self._networks):
            raise _NotAllowed("not allowed")
        return socket.socket(family, kind, protocol)


async def _beginning(response: aiohttp.ClientResponse) -> str:
    """The first of an answer's body. What is longer costs it the connection."""
    parts: list[bytes] = []
    left = _MOST_READ
    while left > 0 and (part := await response.content.read(left)):
        parts.append(part)
        left -= len(part)
    if left <= 0:
        response.close()
    text = b"".join(parts).decode(errors="replace").replace("\0", "�")
    return shorten(text, MOST_KEPT)


def _sentence(error: Exception, host: str, seconds: int) -> str:
    if isinstance(error, aiohttp.InvalidURL | ValueError) and not isinstance(error, OSError):
        return "The endpoint is not an address that runs may be sent to."
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return failures.sentence(UnknownHost(host), host, seconds)
    cause = getattr(error, "certificate_error", None) or getattr(error, "os_error", None)
    if isinstance(cause, _NotAllowed):
        return failures.sentence(RefusedAddress(host), host, seconds)
    if isinstance(error, aiohttp.ServerDisconnectedError):
        return f"{host} hung up without an answer."
    if isinstance(error, aiohttp.ClientResponseError):
        return f"{host} answered with something that is not HTTP."
    return failures.sentence(cause or error, host, seconds)


def _elapsed(started: float) -> int:
    return int((time.monotonic() - started) * 1_000)

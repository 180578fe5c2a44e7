"""Sending one request and reading one answer. Whatever the other side does, an Answer or Unreachable comes back."""

import asyncio
import contextlib
import ipaddress
import ssl
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Final

import httpcore
import httpx

from domain.outbound import body as bodies
from domain.outbound.backend import CheckedBackend
from domain.outbound.failures import (
    RefusedAddress,
    UnknownHost,
    Unreachable,
    may_have_arrived,
    sentence,
)
from domain.outbound.lanes import PER_HOST, Lanes
from domain.outbound.message import Answer, OutboundRequest
from domain.settings import Settings

USER_AGENT: Final = "Hookwright"
MAX_HEADERS: Final = 200
MAX_URL: Final = 8_192

_CONNECTIONS: Final = 100
_MAX_PORT: Final = 65_535
_OURS: Final = frozenset({"host", "content-length", "transfer-encoding", "connection"})
_FAILURES: Final = (
    OSError,
    ssl.SSLError,
    RefusedAddress,
    UnknownHost,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.TimeoutException,
    httpcore.UnsupportedProtocol,
)


class Outbound:
    """The door. Made by `opened`."""

    def __init__(self, settings: Settings, pool: httpcore.AsyncConnectionPool) -> None:
        self._schemes = ("https", "http") if settings.outbound_http else ("https",)
        self._seconds = settings.outbound_seconds
        self._pool = pool
        self._lanes = Lanes()

    async def send(self, request: OutboundRequest) -> Answer:
        """Send once, no redirect followed: a 3xx is an answer. Raises Unreachable.

        Waiting for a place in the host's lane counts into the time, and takes at most half of it.
        """
        url = self._url(request.url)
        started = time.monotonic()
        try:
            async with asyncio.timeout(self._seconds), self._place(url):
                status, headers, body = await self._exchange(request, url)
        except bodies.TooLarge:
            raise Unreachable(
                f"{url.host} answered with more than {bodies.MAX_BODY} bytes, the most that is read.",
                was_sent=True,
            ) from None
        except _FAILURES as error:
            said = sentence(error, url.host, self._seconds)
            raise Unreachable(said, was_sent=may_have_arrived(error)) from None
        if len(headers) > MAX_HEADERS:
            said = f"{url.host} answered with more than {MAX_HEADERS} headers."
            raise Unreachable(said, was_sent=True)
        return Answer(status, headers, body, timedelta(seconds=time.monotonic() - started))

    @contextlib.asynccontextmanager
    async def _place(self, url: httpx.URL) -> AsyncIterator[None]:
        """Hold a place in the host's lane. Raises Unreachable."""
        async with contextlib.AsyncExitStack() as stack:
            try:
                async with asyncio.timeout(self._seconds / 2):
                    await stack.enter_async_context(self._lanes.of(url.netloc.decode().lower()))
            except TimeoutError:
                raise Unreachable(
                    f"{url.host} is busy with {PER_HOST} other requests of ours; this one was not sent."
                ) from None
            yield

    async def _exchange(
        self, request: OutboundRequest, url: httpx.URL
    ) -> tuple[int, tuple[tuple[str, str], ...], bytes]:
        target = httpcore.URL(
            scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
        )
        sent = _headers(request, url)
        async with self._pool.stream(
            request.method.encode("ascii", "replace"), target, headers=sent, content=request.body
        ) as response:
            headers = tuple(
                (name.decode("latin-1").lower(), value.decode("latin-1"))
                for name, value in response.headers
            )
            body = await bodies.read(response.aiter_stream())
        encoding = next((value for name, value in headers if name == "content-encoding"), "")
        return response.status, headers, bodies.decompress(body, encoding)

    def _url(self, text: str) -> httpx.URL:
        try:
            url = httpx.URL(text) if len(text) <= MAX_URL else None
        except (httpx.InvalidURL, UnicodeError):
            url = None
        if url is None or not url.host or (url.port or 1) > _MAX_PORT:
            raise Unreachable("The address of the request is not a URL with a host.")
        if url.scheme not in self._schemes:
            accepted = " and ".join(f"{scheme}://" for scheme in self._schemes)
            raise Unreachable(f"{url.scheme}:// is not allowed; addresses with {accepted} are.")
        if url.userinfo:
            raise Unreachable("The URL holds a user name or password; use basic authorization.")
        return url


@contextlib.asynccontextmanager
async def opened(
    settings: Settings, *, tls: ssl.SSLContext | None = None
) -> AsyncIterator[Outbound]:
    """Hold the door until the end. tls: other trusted authorities than the well-known ones."""
    networks = tuple(ipaddress.ip_network(each) for each in settings.outbound_networks)
    pool = httpcore.AsyncConnectionPool(
        ssl_context=tls or httpx.create_ssl_context(),
        max_connections=_CONNECTIONS,
        max_keepalive_connections=0,  # every request has its address checked anew
        network_backend=CheckedBackend(networks),
    )
    async with pool:
        yield Outbound(settings, pool)


def _headers(request: OutboundRequest, url: httpx.URL) -> list[tuple[bytes, bytes]]:
    given = [(name, value) for name, value in request.headers if name.lower() not in _OURS]
    names = {name.lower() for name, _ in given}
    defaults = [("User-Agent", USER_AGENT), ("Accept", "*/*")]
    ours = [
        ("Host", url.netloc.decode("ascii")),
        *((name, value) for name, value in defaults if name.lower() not in names),
        ("Accept-Encoding", "identity"),
    ]
    if request.body or request.method in {"POST", "PUT", "PATCH"}:
        ours.append(("Content-Length", str(len(request.body))))
    kept = [*ours, *((name, value) for name, value in given if name.lower() != "accept-encoding")]
    return [
        (name.encode("latin-1", "replace"), value.encode("utf-8", "replace"))
        for name, value in kept
    ]

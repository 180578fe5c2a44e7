"""Connects to the very address that was checked; TLS and its certificate still go by the host's name."""

import asyncio
import socket
import typing
from collections.abc import Iterable, Sequence

import httpcore

from domain.outbound.failures import RefusedAddress, UnknownHost
from domain.outbound.network import IPNetwork, is_allowed


class CheckedBackend(httpcore.AsyncNetworkBackend):
    """networks: the private ones that are allowed."""

    def __init__(self, networks: Sequence[IPNetwork]) -> None:
        self._networks = networks
        self._network = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[typing.Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Try each allowed address in the resolver's order. Raises UnknownHost, RefusedAddress, ConnectError."""
        found = await _resolve(host, port)
        allowed = [address for address in found if is_allowed(address, self._networks)]
        if not allowed:
            raise RefusedAddress(host)
        for address in allowed[:-1]:
            try:
                return await self._network.connect_tcp(
                    address, port, timeout, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self._network.connect_tcp(
            allowed[-1], port, timeout, local_address, socket_options
        )

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ASYNC109  httpcore's signature
        socket_options: Iterable[typing.Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Refuse: a file of this machine is not the internet."""
        _ = timeout, socket_options
        raise RefusedAddress(path)

    async def sleep(self, seconds: float) -> None:
        """Between httpcore's own tries."""
        await asyncio.sleep(seconds)


async def _resolve(host: str, port: int) -> list[str]:
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnknownHost(host) from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))

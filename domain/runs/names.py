"""Looking up endpoints' names, in threads of its own: a name whose servers are silent takes one of many for a while."""

import asyncio
import functools
import socket
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from aiohttp.abc import AbstractResolver, ResolveResult

_THREADS: Final = 64
_NUMERIC: Final = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV


class Names(AbstractResolver):
    """A resolver for aiohttp. Whether an address may be reached is judged when it is connected to."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="runs-names")

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Every address, in the system's order. Raises OSError, ValueError."""
        look_up = functools.partial(
            socket.getaddrinfo, host, port, type=socket.SOCK_STREAM, family=family
        )
        found = await asyncio.get_running_loop().run_in_executor(self._threads, look_up)
        return [
            ResolveResult(
                hostname=host,
                host=str(address[0]),
                port=int(address[1]),
                family=kind,
                proto=protocol,
                flags=_NUMERIC,
            )
            for kind, _, protocol, _, address in found
        ]

    async def close(self) -> None:
        """Let the threads go; what is under way is not waited for."""
        self._threads.shutdown(wait=False, cancel_futures=True)

"""What a POST costs each HTTP client: processor time, to an endpoint that answers at once.

`python -m bench.clients [posts]`: 2 KB JSON, 64 at once over kept connections; the client on core 0, the endpoint on
core 1. httpx over aiohttp's transport is measured where `httpx-aiohttp` is installed.
"""

import asyncio
import importlib
import importlib.util
import json
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import aiohttp
import httpcore
import httpx
from rich.console import Console
from rich.table import Table

from bench import load
from bench.seed import body

AT_ONCE = 64
HEADERS = {"content-type": "application/json", "user-agent": "Hookwright", "webhook-id": "evt_1"}
CONTENT = body()

Post = Callable[[str], Awaitable[int]]


@asynccontextmanager
async def by_aiohttp() -> AsyncIterator[Post]:
    """Post as domain/runs does."""
    jar, connector = aiohttp.DummyCookieJar(), aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector, cookie_jar=jar) as session:

        async def post(url: str) -> int:
            sent = session.post(url, data=CONTENT, headers=HEADERS, allow_redirects=False)
            async with sent as answer:
                await answer.read()
                return answer.status

        yield post


@asynccontextmanager
async def by_httpx(transport: httpx.AsyncBaseTransport | None = None) -> AsyncIterator[Post]:
    """Post by httpx, over its own transport or another."""
    limits = httpx.Limits(max_connections=AT_ONCE, max_keepalive_connections=AT_ONCE)
    async with httpx.AsyncClient(limits=limits, transport=transport) as client:

        async def post(url: str) -> int:
            return (await client.post(url, content=CONTENT, headers=HEADERS)).status_code

        yield post


@asynccontextmanager
async def by_httpx_over_aiohttp() -> AsyncIterator[Post]:
    """Post by httpx over aiohttp's transport."""
    connector = aiohttp.TCPConnector(limit=0)
    made = importlib.import_module("httpx_aiohttp").AiohttpTransport(
        client=aiohttp.ClientSession(connector=connector)
    )
    async with by_httpx(made) as post:
        yield post


@asynccontextmanager
async def by_httpcore() -> AsyncIterator[Post]:
    """Post as the outbound door does, over kept connections."""
    async with httpcore.AsyncConnectionPool(
        max_connections=AT_ONCE, max_keepalive_connections=AT_ONCE
    ) as pool:

        async def post(url: str) -> int:
            sent = await pool.request("POST", url, headers=[*HEADERS.items()], content=CONTENT)
            return sent.status

        yield post


CLIENTS = {
    "aiohttp": by_aiohttp,
    "httpx over aiohttp": by_httpx_over_aiohttp,
    "httpcore": by_httpcore,
    "httpx": by_httpx,
}


async def measure(post: Post, url: str, posts: int) -> tuple[float, float]:
    """Microseconds of processor time for a POST, and POSTs a second."""
    left = iter(range(posts))

    async def worker() -> None:
        for _ in left:
            assert await post(url) == 200

    started, spent = time.perf_counter(), time.process_time()
    await asyncio.gather(*(worker() for _ in range(AT_ONCE)))
    elapsed = time.perf_counter() - started
    return (time.process_time() - spent) / posts * 1e6, posts / elapsed


async def measured(name: str, url: str, posts: int) -> tuple[float, float]:
    """Warm up, then measure one client."""
    async with CLIENTS[name]() as post:
        await measure(post, url, posts // 10)
        return await measure(post, url, posts)


def main() -> None:
    """Measure each client and print the table."""
    posts = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    load.pin(0)
    command = [sys.executable, "-m", "bench.sink", "1"]
    table = Table("client", "CPU µs/POST", "POST/s", "of aiohttp", box=None)
    with subprocess.Popen(command, stdout=subprocess.PIPE) as sink:  # noqa: S603  our own module
        assert sink.stdout is not None
        url = f"http://127.0.0.1:{json.loads(sink.stdout.readline())['port']}/"
        found = {
            name: load.run(measured(name, url, posts if "httpx" not in name else posts // 4))
            for name in CLIENTS
            if name != "httpx over aiohttp" or importlib.util.find_spec("httpx_aiohttp")
        }
        sink.terminate()
    for name, (cpu, rate) in found.items():
        ratio = cpu / found["aiohttp"][0]
        table.add_row(name, f"{cpu:,.0f}", f"{rate:,.0f}", f"{ratio:.1f}")
    Console().print(table)


if __name__ == "__main__":
    main()

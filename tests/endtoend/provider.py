"""A small provider on a loopback port: its API keeps what it is asked, answers, and may call back meanwhile.

Knows HTTP; leaves out what a provider answers (`senders`).
"""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.api.world import served

Meanwhile = Callable[["Asked"], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Asked:
    """One request to the provider's API."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    http: httpx.AsyncClient


@dataclass(slots=True)
class Provider:
    """url: of its API. answer: a status and JSON. meanwhile: what it does before it answers."""

    url: str
    asked: list[Asked] = field(default_factory=list)
    answer: tuple[int, Any] = (201, {})
    meanwhile: Meanwhile | None = None


@asynccontextmanager
async def serving() -> AsyncIterator[Provider]:
    """Serve one for the length of the block."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        made = Provider(f"http://127.0.0.1:{listener.getsockname()[1]}/api")
        async with httpx.AsyncClient(timeout=5) as http:

            async def answer(request: Request) -> Response:
                asked = Asked(
                    request.method,
                    request.url.path.removeprefix("/api"),
                    dict(request.headers),
                    await request.body(),
                    http,
                )
                made.asked.append(asked)
                if made.meanwhile is not None:
                    await made.meanwhile(asked)
                return JSONResponse(made.answer[1], made.answer[0])

            methods = ["GET", "POST", "PUT", "PATCH", "DELETE"]
            app = Starlette(routes=[Route("/api/{rest:path}", answer, methods=methods)])
            async with served(app, listener, asyncio.Event()):
                yield made

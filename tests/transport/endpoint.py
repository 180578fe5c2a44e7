"""A real server around a view, for tests in the same loop, and ways to speak to it."""

import asyncio
import contextlib
import json
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Self

import httpx
from starlette.applications import Starlette
from starlette.routing import Route, WebSocketRoute
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from api.transport.server import Server, configured
from api.transport.view import GraphQLView

RESPONSE_JSON = "application/graphql-response+json"


def application(view: GraphQLView) -> Starlette:
    """Mount a view as the product does."""
    return Starlette(routes=[Route("/graphql", view), WebSocketRoute("/graphql", view)])


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A served view."""

    port: int
    server: Server
    http: httpx.AsyncClient

    @property
    def url(self) -> str:
        """Its HTTP address."""
        return f"http://127.0.0.1:{self.port}/graphql"

    async def post(
        self,
        query: str,
        accept: str | None = None,
        headers: dict[str, str] | None = None,
        **rest: Any,
    ) -> httpx.Response:
        """Send one operation by POST."""
        sent = {"accept": accept} if accept else {}
        return await self.http.post(
            self.url, json={"query": query, **rest}, headers={**sent, **(headers or {})}
        )

    async def data(self, query: str, **rest: Any) -> Any:
        """Send one operation that must succeed."""
        body = (await self.post(query, **rest)).json()
        assert "errors" not in body
        return body["data"]

    async def error(self, query: str, **rest: Any) -> Any:
        """Send one operation that must fail in one way."""
        (error,) = (await self.post(query, **rest)).json()["errors"]
        return error

    @asynccontextmanager
    async def socket(
        self, protocol: str | None = "graphql-transport-ws", **options: Any
    ) -> AsyncIterator["Wire"]:
        """Open a socket, not yet initialised."""
        protocols = [Subprotocol(protocol)] if protocol else None
        url = f"ws://127.0.0.1:{self.port}/graphql"
        async with connect(url, subprotocols=protocols, **options) as connection:
            yield Wire(connection)

    @asynccontextmanager
    async def ready(self, **payload: Any) -> AsyncIterator["Wire"]:
        """Open a socket and initialise it."""
        async with self.socket() as wire:
            await wire.send({"type": "connection_init", "payload": payload})
            assert await wire.receive() == {"type": "connection_ack"}
            yield wire


@dataclass(frozen=True, slots=True)
class Wire:
    """Frames of one socket."""

    connection: ClientConnection

    async def send(self, frame: Any) -> Self:
        """Send one frame: text and bytes as they are, all else as JSON."""
        raw = isinstance(frame, str | bytes)
        await self.connection.send(frame if raw else json.dumps(frame))
        return self

    async def subscribe(self, operation_id: str, query: str, **rest: Any) -> None:
        """Start an operation."""
        await self.send(
            {"id": operation_id, "type": "subscribe", "payload": {"query": query, **rest}}
        )

    async def receive(self) -> Any:
        """Take the next frame, within five seconds."""
        async with asyncio.timeout(5):
            return json.loads(await self.connection.recv())

    async def closed(self) -> tuple[int, str]:
        """Skip frames until the server closes; return its code and reason."""
        async with asyncio.timeout(5):
            with contextlib.suppress(ConnectionClosed):
                while True:
                    await self.connection.recv()
        code = self.connection.close_code
        assert code is not None
        return code, self.connection.close_reason or ""

    async def alive(self) -> bool:
        """Say whether a query on this socket is still answered."""
        await self.subscribe("alive", "{ echo }")
        frames = [await self.receive(), await self.receive()]
        return [frame["type"] for frame in frames] == ["next", "complete"]


async def until(is_so: Callable[[], bool]) -> None:
    """Let the loop turn until something is so, for five seconds at most."""
    async with asyncio.timeout(5):
        while not is_so():  # noqa: ASYNC110  it is seen from outside, no event tells of it
            await asyncio.sleep(0)


@asynccontextmanager
async def serving(
    view: GraphQLView, listener: socket.socket | None = None
) -> AsyncIterator[Endpoint]:
    """Serve a view, on a free port if nothing else is said, for the length of the block."""
    with listener or socket.create_server(("127.0.0.1", 0)) as bound:
        port = bound.getsockname()[1] if bound.family == socket.AF_INET else 0
        server = Server(configured(application(view), "127.0.0.1", port), view.closing)
        task = asyncio.create_task(server.serve(sockets=[bound]))
        await until(lambda: server.started)
        async with httpx.AsyncClient(timeout=5) as http:
            yield Endpoint(port, server, http)
        server.should_exit = True
        await task

"""The stage: the real server and a provider on free ports of this machine, in a folder that is removed."""

import asyncio
import contextlib
import socket
import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import httpx
from starlette.types import ASGIApp

from api import logs
from api.app import composed
from api.command import address_of, bound
from api.demo.editor import Editor
from api.demo.telling import Failed
from api.transport.server import Server, configured
from domain import catalog
from domain.connections import tokens
from domain.connections.callers import Caller, CallerKind
from domain.connections.projects import create_project
from domain.settings import Settings
from domain.simulator import Simulator


class _Guest(Server):
    """A server in a process that is somebody else's: Ctrl+C stays with the one who runs the demo."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals alone."""
        yield


@dataclass(frozen=True, slots=True)
class Stage:
    """editor: a client with the first project's token. client: what providers send with."""

    editor: Editor
    client: httpx.AsyncClient

    def simulator(
        self,
        slug: str,
        *,
        credential: Mapping[str, str] | None = None,
        app: Mapping[str, str] | None = None,
    ) -> Simulator:
        """A provider of the catalog, to be told its account and its app's secrets."""
        return Simulator(catalog.provider(slug), self.client, credential=credential, app=app)

    async def elsewhere(self, name: str) -> "Stage":
        """The same stage with the editor of a project that is new. name: cut to what a project may have."""
        project = await create_project(name[:80])
        made = await tokens.create_token(Caller(project.id, CallerKind.EDITOR), "Check")
        return replace(self, editor=Editor(self.client, self.editor.address, made.token))


class Theatre(contextlib.AsyncExitStack):
    """Has a stage from the moment one is wanted until the end of the block."""

    def __init__(self) -> None:
        super().__init__()
        self._stage: Stage | None = None

    async def stage(self) -> Stage:
        """The one stage. Raises Misconfigured."""
        if self._stage is None:
            self._stage = await self.enter_async_context(staged())
        return self._stage


@contextlib.asynccontextmanager
async def staged() -> AsyncIterator[Stage]:
    """Start everything, and take it down at the end. Raises Misconfigured."""
    async with contextlib.AsyncExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="hookwright-demo-"))
        settings = Settings(
            port=0,
            data=Path(folder),
            outbound_http=True,  # the provider is on this machine, and speaks plain HTTP
            outbound_networks=("127.0.0.0/8",),
            log_level="warning",
        )
        logs.configure(settings)
        listener, closing = bound(settings), asyncio.Event()
        settings = replace(settings, public_url=address_of(listener))
        hookwright = await stack.enter_async_context(composed(settings, closing))
        address = await stack.enter_async_context(_serving(hookwright.app, listener, closing))
        client = await stack.enter_async_context(httpx.AsyncClient(trust_env=False, timeout=10))
        if hookwright.token is None:
            raise Failed("A new project has an editor token", "a token", None)
        yield Stage(Editor(client, address, hookwright.token), client)


@contextlib.asynccontextmanager
async def served(simulator: Simulator) -> AsyncIterator[str]:
    """Serve a provider's API on a free port: its base URL."""
    async with _serving(simulator, bound(Settings(port=0)), asyncio.Event()) as address:
        yield simulator.base_url(address)


@contextlib.asynccontextmanager
async def _serving(
    app: ASGIApp, listener: socket.socket, closing: asyncio.Event
) -> AsyncIterator[str]:
    listener.listen()  # who connects from now on waits, and is not refused
    config = configured(app, *listener.getsockname()[:2])
    config.lifespan = "off"
    server = _Guest(config, closing)
    running = asyncio.create_task(server.serve([listener]))
    try:
        yield address_of(listener)
    finally:
        server.should_exit = True
        await running

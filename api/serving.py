"""`hookwright serve`: listen, say where, and stop cleanly on SIGTERM."""

import asyncio
import socket
from dataclasses import replace

import structlog
from rich.console import Console

from api import logs
from api.app import Hookwright, composed
from api.command import VERSION, address_of, bound
from api.roles import EVERY, Role, check
from api.transport.server import Server, configured
from domain import database
from domain.settings import Settings
from receiver.protocol import Protocol

log = structlog.get_logger()


async def serve(settings: Settings, roles: frozenset[Role] = EVERY) -> int:
    """Serve until SIGTERM or SIGINT. Raises Misconfigured."""
    logs.configure(settings)
    check(settings, roles)
    listening = bound(settings)
    local = address_of(listening)
    settings = replace(settings, public_url=settings.public_url or local)
    closing = asyncio.Event()
    async with composed(settings, closing, roles) as hookwright:
        _greet(hookwright, local)
        await serve_until_stopped(hookwright, listening, closing)
    log.info("stopped")
    return 0


async def serve_until_stopped(
    hookwright: Hookwright, listening: socket.socket, closing: asyncio.Event
) -> None:
    """Answer what comes to a bound socket until a signal, or until the server is told to stop."""
    config = configured(hookwright.app, *listening.getsockname()[:2])
    config.lifespan = "off"  # the composition is around the server
    config.http = Protocol
    await Server(config, closing).serve([listening])


def _greet(hookwright: Hookwright, local: str) -> None:
    settings = hookwright.context.settings
    token = hookwright.token or "kept elsewhere; `./run token create` makes another"
    lines = (
        *([("Console", _door(local, hookwright.token))] if settings.console else []),
        ("GraphQL API", f"{local}/graphql"),
        ("Webhooks", f"{settings.public_url}/triggers/connect/…"),
        ("Health", f"{local}/healthz  /readyz  /metrics"),
        ("Database", database.shown(settings.database)),
        ("Project", f"{hookwright.project.name}, {hookwright.project.id}"),
        ("Editor token", token),
    )
    console = Console(highlight=False, soft_wrap=True)  # a token is copied whole, never wrapped
    console.print(f"[bold]Hookwright {VERSION}[/]")
    for name, value in lines:
        console.print(f"  [dim]{name:13}[/] {value}", markup=True)


def _door(local: str, token: str | None) -> str:
    """The console's address, signed in where the token is known: a fragment is never sent to a server."""
    return f"{local}/#token={token}" if token else f"{local}/"

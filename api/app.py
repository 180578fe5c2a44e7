"""Composition: one process with its database, journal, receiver, API and metrics, as one ASGI application."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from prometheus_client import Gauge
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.types import Receive, Scope, Send

from api import console, graphiql, health, jobs, oauth
from api.auth import Identity, fresh_loaders, identify_for
from api.roles import EVERY, Role
from api.schema import schema
from api.transport.view import GraphQLView, ViewSettings
from domain import catalog, database, keyring, outbound
from domain.bus import Bus, Presence, carried
from domain.connections import freshness
from domain.connections.projects import first_project
from domain.context import Context
from domain.deliveries import journal as journals
from domain.deliveries.accept import Acceptance
from domain.deliveries.journal import Journal
from domain.deliveries.plans import Plans
from domain.errors import Misconfigured
from domain.keeping import kept_token, secret_keys
from domain.models import Project
from domain.sandbox import Sandbox
from domain.settings import Settings
from domain.vault import Vault
from receiver import Receiver
from receiver.endpoint import PREFIX

_WAITING = Gauge("hookwright_deliveries_waiting", "Deliveries that wait for the next commit.")
_LISTENERS = Gauge("hookwright_listeners", "Editors that listen now.")


class Application(Starlette):
    """Starlette's routes, and before them the receiver: a router would cost as much as a delivery.

    receiver: None in a process that takes no deliveries.
    """

    receiver: Receiver | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection."""
        if self.receiver and scope["type"] == "http" and scope["path"].startswith(PREFIX):
            await self.receiver(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


@dataclass(frozen=True, slots=True)
class Hookwright:
    """A composed process. token: the first project's editor token, when it is known."""

    app: Application
    context: Context
    acceptance: Acceptance
    journal: Journal
    project: Project
    token: str | None


@contextlib.asynccontextmanager
async def composed(
    settings: Settings, closing: asyncio.Event, roles: frozenset[Role] = EVERY
) -> AsyncIterator[Hookwright]:
    """Build everything, and take it down in order at the end. Raises Misconfigured.

    settings: with a public_url. closing: set when the server is about to stop; streams end then. roles: what the
    process is for.
    """
    settings.data.mkdir(parents=True, exist_ok=True)
    vault, bus = Vault(secret_keys(settings)), Bus()
    async with contextlib.AsyncExitStack() as stack:
        if settings.providers is not None:
            _add_providers(settings.providers)
            stack.callback(catalog.remove, settings.providers)
        store = await stack.enter_async_context(database.opened(settings.database))
        await stack.enter_async_context(carried(bus, store, settings.bus_url))
        journal = await stack.enter_async_context(
            journals.opened(store, vault, bus, capacity=settings.max_waiting)
        )
        door = await stack.enter_async_context(outbound.opened(settings))
        ring = await stack.enter_async_context(keyring.opened(door))
        plans = Plans(vault, settings.public_url, ring, bus)
        sandbox = await stack.enter_async_context(Sandbox(custom_code=settings.custom_code))
        context = Context(settings, vault, bus, door, plans.drop, sandbox)
        stack.push_async_callback(freshness.finish_refreshes)
        project, made = await first_project(settings.editor_token)
        token = settings.editor_token or kept_token(settings.data, made)
        acceptance = Acceptance(plans, journal, ring, sandbox)
        if Role.DISPATCHER in roles:
            await stack.enter_async_context(jobs.running(context, acceptance, store))
        app = _application(context, acceptance, closing, roles)
        if Role.RECEIVER in roles:
            receivers = Presence(bus, Role.RECEIVER)
            await stack.enter_async_context(receivers.shown())
            app.receiver = Receiver(acceptance, settings, receivers.count)
        _WAITING.set_function(lambda: journal.depth)
        _LISTENERS.set_function(bus.listeners)
        yield Hookwright(app, context, acceptance, journal, project, token)


def _add_providers(folder: Path) -> None:
    try:
        catalog.add(folder)
    except OSError as error:
        message = f"HOOKWRIGHT_PROVIDERS: {folder} cannot be read ({error.strerror})"
        raise Misconfigured(message) from error


def _application(
    context: Context, acceptance: Acceptance, closing: asyncio.Event, roles: frozenset[Role]
) -> Application:
    pages = _api(context, acceptance, closing) if Role.API in roles else []
    return Application(routes=[*pages, *health.routes(acceptance.journal, closing)])


def _api(context: Context, acceptance: Acceptance, closing: asyncio.Event) -> list[BaseRoute]:
    settings = context.settings
    view = GraphQLView(
        schema,
        identify=identify_for(context, acceptance),
        fresh_loaders=fresh_loaders,
        is_valid=Identity.is_valid,
        closing=closing,
        settings=ViewSettings(
            allowed_origins=settings.allowed_origins, has_graphiql=settings.graphiql
        ),
    )
    return [
        Route("/graphql", view, middleware=_cross_origin(settings)),
        WebSocketRoute("/graphql", view),
        *([graphiql.files()] if settings.graphiql else []),
        Route(oauth.ROUTE, oauth.callback(context)),
        *(console.routes() if settings.console else [Route("/", _front)]),
    ]


def _cross_origin(settings: Settings) -> list[Middleware]:
    """Let pages at the named origins ask: with a token of their own, never with cookies."""
    if not settings.allowed_origins:
        return []
    return [
        Middleware(
            CORSMiddleware,
            allow_origins=settings.allowed_origins,
            allow_methods=("GET", "POST"),
            allow_headers=("authorization", "content-type", "accept"),
            expose_headers=("x-request-id", "retry-after"),
        )
    ]


async def _front(_: Request) -> Response:
    return PlainTextResponse(
        "Hookwright\n\n"
        "/graphql            the API; a browser gets GraphiQL\n"
        "/triggers/connect/  where providers deliver\n"
        "/healthz /readyz /metrics\n"
    )

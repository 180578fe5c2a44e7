"""Composition: one process with its database, journal, receiver, API and metrics, as one ASGI application."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from prometheus_client import CONTENT_TYPE_LATEST, Gauge, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import Receive, Scope, Send

from api import console, graphiql, oauth
from api.auth import Identity, fresh_loaders, identify_for
from api.schema import schema
from api.transport.view import GraphQLView, ViewSettings
from domain import catalog, database, keyring, outbound
from domain.bus import Bus
from domain.connections import tending
from domain.connections.projects import first_project
from domain.context import Context
from domain.deliveries import following, routing
from domain.deliveries import journal as journals
from domain.deliveries.accept import Acceptance
from domain.deliveries.journal import Journal
from domain.deliveries.plans import Plans
from domain.errors import Misconfigured
from domain.keeping import kept_token, secret_keys
from domain.models import Project
from domain.registrations import keeping
from domain.retention import job as retention
from domain.runs import dispatching
from domain.sandbox import Sandbox
from domain.settings import Settings
from domain.vault import Vault
from receiver import Receiver
from receiver.endpoint import PREFIX

_WAITING = Gauge("hookwright_deliveries_waiting", "Deliveries that wait for the next commit.")
_LISTENERS = Gauge("hookwright_listeners", "Editors that listen now.")


class Application(Starlette):
    """Starlette's routes, and before them the receiver: a router would cost as much as a delivery."""

    receiver: Receiver

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection."""
        if scope["type"] == "http" and scope["path"].startswith(PREFIX):
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
async def composed(settings: Settings, closing: asyncio.Event) -> AsyncIterator[Hookwright]:
    """Build everything, and take it down in order at the end. Raises Misconfigured.

    settings: with a public_url. closing: set when the server is about to stop; streams end then.
    """
    settings.data.mkdir(parents=True, exist_ok=True)
    vault, bus = Vault(secret_keys(settings)), Bus()
    async with contextlib.AsyncExitStack() as stack:
        if settings.providers is not None:
            _add_providers(settings.providers)
            stack.callback(catalog.remove, settings.providers)
        store = await stack.enter_async_context(database.opened(settings.database))
        journal = await stack.enter_async_context(
            journals.opened(store, vault, bus, capacity=settings.max_waiting)
        )
        door = await stack.enter_async_context(outbound.opened(settings))
        ring = await stack.enter_async_context(keyring.opened(door))
        plans = Plans(vault, settings.public_url, ring)
        sandbox = await stack.enter_async_context(Sandbox(custom_code=settings.custom_code))
        router = routing.Router()

        def changed(integration_id: str) -> None:
            plans.drop(integration_id)
            router.changed(integration_id)

        context = Context(settings, vault, bus, door, changed, sandbox)
        await stack.enter_async_context(following.opened(context, journal.followed))
        await stack.enter_async_context(tending.opened(context))
        await stack.enter_async_context(keeping.opened(context))
        if isinstance(store, database.File):
            await stack.enter_async_context(dispatching.opened(context, store, journal.started))
        project, made = await first_project(settings.editor_token)
        token = settings.editor_token or kept_token(settings.data, made)
        acceptance = Acceptance(plans, journal, ring, sandbox)
        await stack.enter_async_context(routing.opened(router, context, acceptance))
        await stack.enter_async_context(retention.opened(context))
        app = _application(context, acceptance, closing)
        app.receiver = Receiver(acceptance, settings)
        _WAITING.set_function(lambda: journal.depth)
        _LISTENERS.set_function(bus.listeners)
        yield Hookwright(app, context, acceptance, journal, project, token)


def _add_providers(folder: Path) -> None:
    try:
        catalog.add(folder)
    except OSError as error:
        message = f"HOOKWRIGHT_PROVIDERS: {folder} cannot be read ({error.strerror})"
        raise Misconfigured(message) from error


def _application(context: Context, acceptance: Acceptance, closing: asyncio.Event) -> Application:
    view = GraphQLView(
        schema,
        identify=identify_for(context, acceptance),
        fresh_loaders=fresh_loaders,
        is_valid=Identity.is_valid,
        closing=closing,
        settings=ViewSettings(
            allowed_origins=context.settings.allowed_origins,
            has_graphiql=context.settings.graphiql,
        ),
    )

    async def readiness(_: Request) -> Response:
        problems = []
        if closing.is_set():
            problems.append("stopping")
        if acceptance.journal.depth >= context.settings.max_waiting:
            problems.append("too many deliveries wait to be written")
        if not await _database_answers():
            problems.append("the database does not answer")
        return JSONResponse({"ready": not problems, "problems": problems}, 503 if problems else 200)

    return Application(
        routes=[
            Route("/graphql", view),
            WebSocketRoute("/graphql", view),
            *([graphiql.files()] if context.settings.graphiql else []),
            Route(oauth.ROUTE, oauth.callback(context)),
            Route("/healthz", _health),
            Route("/readyz", readiness),
            Route("/metrics", _metrics),
            *(console.routes() if context.settings.console else [Route("/", _front)]),
        ]
    )


async def _database_answers() -> bool:
    try:
        async with asyncio.timeout(2):
            return await Project.all().limit(1).count() >= 0
    except Exception:  # noqa: BLE001  whatever it is, this process cannot serve
        return False


async def _health(_: Request) -> Response:
    return PlainTextResponse("ok\n")


async def _metrics(_: Request) -> Response:
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


async def _front(_: Request) -> Response:
    return PlainTextResponse(
        "Hookwright\n\n"
        "/graphql            the API; a browser gets GraphiQL\n"
        "/triggers/connect/  where providers deliver\n"
        "/healthz /readyz /metrics\n"
    )

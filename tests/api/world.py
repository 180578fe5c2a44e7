"""A whole Hookwright on a free port, and an editor who speaks GraphQL to it."""

import asyncio
import hashlib
import hmac
import itertools
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from starlette.types import ASGIApp
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from api.app import Hookwright, composed
from api.transport.server import Server, configured
from domain.connections import tokens
from domain.connections.callers import Caller, CallerKind
from domain.connections.projects import create_project
from domain.models import Project
from domain.settings import Settings
from tests.services.chosen import settings_of
from tests.transport.endpoint import Wire, until

SECRET = "planted-signing-secret"

CREATE_INTEGRATION = """
mutation ($input: CreateIntegrationInput!) {
  createIntegration(input: $input) { integration { id } errors { code message path } }
}"""
CONNECT = """
mutation ($input: ConnectAccountInput!) {
  connectAccount(input: $input) { credential { id } errors { code message path } }
}"""
CREATE_TRIGGER = """
mutation ($input: CreateTriggerInput!) {
  createTrigger(input: $input) { trigger { id targetUrl } errors { code message path } }
}"""
HANDLING = """
mutation ($input: UpdateEventHandlingInput!) {
  updateEventHandling(input: $input) { trigger { id } errors { code message path } }
}"""
SET_SECRET = """
mutation ($input: SetSecretInput!) {
  setSecret(input: $input) { secret { name } errors { code message path } }
}"""


@dataclass(frozen=True, slots=True)
class Editor:
    """One project's editor."""

    url: str
    project: Project
    caller: Caller
    token: str
    http: httpx.AsyncClient

    async def post(self, query: str, **variables: Any) -> Any:
        """Send one operation, give the whole response."""
        response = await self.http.post(
            f"{self.url}/graphql",
            content=json.dumps({"query": query, "variables": variables}),
            headers={
                "authorization": f"Bearer {self.token}",
                "content-type": "application/json",
            },
        )
        return response.json()

    async def data(self, query: str, **variables: Any) -> Any:
        """Send one operation that has no top-level errors."""
        body = await self.post(query, **variables)
        assert "errors" not in body, body["errors"]
        return body["data"]

    async def error(self, query: str, **variables: Any) -> Any:
        """Send one operation that has one top-level error."""
        (error,) = (await self.post(query, **variables))["errors"]
        return error

    async def change(self, query: str, **given: Any) -> Any:
        """Run one mutation that succeeds, give its payload."""
        (payload,) = (await self.data(query, input=given)).values()
        assert payload["errors"] == []
        return payload

    async def refused(self, query: str, **given: Any) -> list[tuple[str, list[str]]]:
        """Run one mutation that is refused, give codes and paths."""
        (payload,) = (await self.data(query, input=given)).values()
        assert all(value in (None, []) for name, value in payload.items() if name != "errors")
        return [(error["code"], error["path"]) for error in payload["errors"]]

    @asynccontextmanager
    async def socket(self) -> AsyncIterator[Wire]:
        """Open a socket and say who we are."""
        url = f"{self.url.replace('http', 'ws', 1)}/graphql"
        async with connect(url, subprotocols=[Subprotocol("graphql-transport-ws")]) as connection:
            wire = Wire(connection)
            payload = {"authorization": f"Bearer {self.token}"}
            await wire.send({"type": "connection_init", "payload": payload})
            assert await wire.receive() == {"type": "connection_ack"}
            yield wire


@dataclass(frozen=True, slots=True)
class Workshop:
    """An app-level trigger with an HMAC, a sandbox account with the Provider ID T1, and no event yet."""

    editor: Editor
    integration_id: str
    credential_id: str
    trigger_id: str
    target_url: str

    async def deliver(self, body: Any, secret: str = SECRET) -> httpx.Response:
        """Send one signed delivery to the sandbox's address."""
        content = json.dumps(body).encode()
        signature = hmac.new(secret.encode(), content, hashlib.sha256).hexdigest()
        return await self.editor.http.post(
            self.target_url,
            content=content,
            headers={"x-signature": signature, "content-type": "application/json"},
        )


_names = itertools.count(1)


@dataclass(frozen=True, slots=True)
class World:
    """A served process."""

    url: str
    hookwright: Hookwright
    server: Server
    http: httpx.AsyncClient

    async def editor(self) -> Editor:
        """Make a project of its own and its editor."""
        project = await create_project(f"Project {next(_names)}")
        caller = Caller(project.id, CallerKind.EDITOR)
        made = await tokens.create_token(caller, "Test")
        return Editor(self.url, project, caller, made.token, self.http)


async def workshop(editor: Editor) -> Workshop:
    """Take the wizard to the point where an event is all that is missing."""
    made = await editor.change(CREATE_INTEGRATION, name="Tracker")
    integration_id = made["integration"]["id"]
    account = {"integrationId": integration_id, "userId": "sandbox", "isSandbox": True}
    connected = await editor.change(CONNECT, **account, providerId="T1")
    await editor.change(SET_SECRET, name="SIGNING", value=SECRET)
    created = await editor.change(
        CREATE_TRIGGER, integrationId=integration_id, name="Item", creation="MANUAL", level="APP"
    )
    trigger = created["trigger"]
    verification = {"hmac": {"header": "X-Signature", "secret": "{{secrets.SIGNING}}"}}
    await editor.change(
        HANDLING,
        triggerId=trigger["id"],
        routing=["event.body.team"],
        verification=verification,
    )
    return Workshop(
        editor, integration_id, connected["credential"]["id"], trigger["id"], trigger["targetUrl"]
    )


@asynccontextmanager
async def served(
    app: ASGIApp, listener: socket.socket, closing: asyncio.Event
) -> AsyncIterator[Server]:
    """Serve an application on a bound socket for the length of the block."""
    config = configured(app, *listener.getsockname()[:2])
    config.lifespan = "off"
    server = Server(config, closing)
    task = asyncio.create_task(server.serve(sockets=[listener]))
    await until(lambda: server.started)
    try:
        yield server
    finally:
        server.should_exit = True
        await task


@asynccontextmanager
async def world(folder: Path, **settings: Any) -> AsyncIterator[World]:
    """Compose and serve a process on a database in the folder, new unless there is one."""
    store = await settings_of(folder)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        chosen = Settings(
            data=folder,
            public_url=url,
            editor_token="first-editor-token",
            secret_key="0123456789abcdef0123456789abcdef",
            outbound_http=True,
            outbound_networks=("127.0.0.0/8",),
            **{**store, **settings},
        )
        closing = asyncio.Event()
        async with (
            composed(chosen, closing) as hookwright,
            httpx.AsyncClient(timeout=5) as http,
            served(hookwright.app, listener, closing) as server,
        ):
            yield World(url, hookwright, server, http)

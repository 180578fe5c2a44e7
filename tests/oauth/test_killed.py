"""Killed with SIGKILL in the middle of connecting and of disconnecting: the next process goes on, or says to start again.

Between two lives the claims of the dead are ended by hand: that is the time that would have to pass.
"""

import asyncio
import html
import re
import socket
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from domain.simulator.oauth_server import Mishap, OAuthServer
from tests.api.world import CREATE_INTEGRATION, SET_SECRET, served
from tests.endtoend.process import Served, started
from tests.oauth.shop import SECRET, START
from tests.oauth.test_refresh import DISCONNECT
from tests.services.programs import free_port

pytestmark = pytest.mark.slow

ACCOUNTS = """query ($id: ID!) { integration(id: $id) {
  credentials { edges { node { id status reason } } } } }"""


@dataclass(frozen=True, slots=True)
class Scene:
    """A provider of ours, and where our process listens in each of its lives."""

    provider: OAuthServer
    origin: str
    folder: Path
    port: int

    async def integration(self, process: Served) -> str:
        """An integration with an app at the provider."""
        await process.editor.change(SET_SECRET, name="CLIENT_SECRET", value=SECRET)
        app = {
            "authorizeUrl": f"{self.origin}/oauth/authorize",
            "tokenUrl": f"{self.origin}/oauth/token",
            "revokeUrl": f"{self.origin}/oauth/revoke",
            "clientId": "client-1",
            "clientSecret": "{{secrets.CLIENT_SECRET}}",
        }
        made = await process.editor.change(CREATE_INTEGRATION, name="Tracker", oauth=app)
        identifier = str(made["integration"]["id"])
        self.provider.redirect_uri = f"{process.url}/oauth/callback/{identifier}"
        return identifier

    async def allowed(self, process: Served, integration_id: str) -> str:
        """Where the browser goes after the person allowed it."""
        wish = {"integrationId": integration_id, "userId": "ada"}
        url = (await process.editor.change(START, **wish))["authorizationUrl"]
        page = await process.editor.http.get(url)
        link = re.search(r'href="([^"]+)">allow<', page.text)
        assert link
        decided = await process.editor.http.get(self.origin + html.unescape(link[1]))
        return decided.headers["location"]


async def statuses(process: Served, integration_id: str) -> list[str]:
    found = await process.editor.data(ACCOUNTS, id=integration_id)
    edges = found["integration"]["credentials"]["edges"]
    return [edge["node"]["status"] for edge in edges]


async def kill(process: Served) -> None:
    process.process.kill()
    await process.process.wait()


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    async with _scene(tmp_path) as made:
        yield made


@asynccontextmanager
async def _scene(folder: Path) -> AsyncIterator[Scene]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        origin = f"http://127.0.0.1:{listener.getsockname()[1]}"
        provider = OAuthServer("client-1", SECRET, "")
        async with served(provider, listener, asyncio.Event()):
            yield Scene(provider, origin, folder, free_port())
            provider.held.set()


@pytest.mark.parametrize("mishap", [Mishap.STALL, Mishap.SLOW])
async def test_connecting_that_was_cut_off_is_started_again(scene: Scene, mishap: Mishap) -> None:
    async with started(scene.folder, scene.port) as process:
        integration_id = await scene.integration(process)
        address = await scene.allowed(process, integration_id)
        scene.provider.mishaps.append(mishap)
        browser = asyncio.create_task(process.editor.http.get(address))
        async with asyncio.timeout(10):
            while scene.provider.mishaps:  # noqa: ASYNC110  another process asks
                await asyncio.sleep(0.02)
        await kill(process)
        with pytest.raises(httpx.TransportError):
            await browser

    async with started(scene.folder, scene.port) as process:
        again = await process.editor.http.get(address)
        assert "not valid any more" in again.text
        assert await statuses(process, integration_id) == []

        done = await process.editor.http.get(await scene.allowed(process, integration_id))

        assert done.status_code == 200
        assert await statuses(process, integration_id) == ["CONNECTED"]


async def test_grant_of_an_account_that_was_disconnected_is_revoked_by_the_next_process(
    scene: Scene,
) -> None:
    async with started(scene.folder, scene.port) as process:
        integration_id = await scene.integration(process)
        await process.editor.http.get(await scene.allowed(process, integration_id))
        found = await process.editor.data(ACCOUNTS, id=integration_id)
        account = found["integration"]["credentials"]["edges"][0]["node"]["id"]
        scene.provider.client_secret = "another"  # so that it cannot be revoked in this life
        await process.editor.change(DISCONNECT, credentialId=account)
        await kill(process)
    scene.provider.client_secret = SECRET
    with closing(sqlite3.connect(scene.folder / "hookwright.db")) as connection:
        connection.execute("UPDATE credential SET due_ms = 1, claimed_ms = NULL")
        connection.commit()

    async with started(scene.folder, scene.port) as process:
        async with asyncio.timeout(30):
            while not scene.provider.revoked:  # noqa: ASYNC110  another process asks
                await asyncio.sleep(0.05)
        assert scene.provider.revoked == [scene.provider.grants[0].refresh]
        assert await statuses(process, integration_id) == ["DISCONNECTED"]

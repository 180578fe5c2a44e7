"""A company whose integration has an OAuth app at a provider of ours, and the browser of one of its users."""

import asyncio
import html
import re
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx

from domain.models import Credential
from domain.simulator.oauth_server import OAuthServer
from tests.api.world import CREATE_INTEGRATION, SET_SECRET, Editor, World, served
from tests.users.company import Company, company

SECRET = "planted-client-secret"
START = """
mutation ($input: StartOAuthInput!) {
  startOAuth(input: $input) { authorizationUrl errors { code message path } }
}"""
UPDATE = """
mutation ($input: UpdateIntegrationInput!) {
  updateIntegration(input: $input) { integration { id } errors { code message path } }
}"""
ACCOUNT = """
query ($id: ID!) { node(id: $id) { ... on Credential {
  id userId providerId status reason expiresAt
  exchange { request { method url headers { name value } body } answer { status body } problem }
} } }"""
REFRESH = """
mutation ($input: RefreshAccountInput!) {
  refreshAccount(input: $input) { credential { id status } errors { code message path } }
}"""
LOOKUP = {"value": "{{setup.response.body.team.id}}", "request": {"url": "/me", "method": "GET"}}


async def eventually(is_so: Callable[[], Awaitable[bool]]) -> None:
    """Wait until something is so in the database, for ten seconds at most."""
    async with asyncio.timeout(10):
        while not await is_so():  # noqa: ASYNC110  it is seen in rows, no event tells of it
            await asyncio.sleep(0.02)


@dataclass(frozen=True, slots=True)
class Shop:
    """provider: the simulator, served at `origin`."""

    company: Company
    provider: OAuthServer
    origin: str
    integration_id: str

    @property
    def editor(self) -> Editor:
        """The company's editor."""
        return self.company.editor

    async def start(self, by: Editor | None = None, **given: Any) -> str:
        """Begin to connect; the authorization URL."""
        wish = {"integrationId": self.integration_id, "userId": "ada", **given}
        return str((await (by or self.editor).change(START, **wish))["authorizationUrl"])

    async def allow(self, url: str, word: str = "allow") -> str:
        """Do as a person in the browser: read the page, follow a link; the address one is sent to."""
        page = await self.editor.http.get(url)
        assert page.status_code == 200, page.text
        link = re.search(rf'href="([^"]+)">{word}<', page.text)
        assert link
        decided = await self.editor.http.get(self.origin + html.unescape(link[1]))
        assert decided.status_code == 302
        return decided.headers["location"]

    async def back(self, url: str) -> httpx.Response:
        """Follow the address back to us."""
        return await self.editor.http.get(url)

    async def connect(self, **given: Any) -> str:
        """The whole way; the account's id."""
        before = set(await Credential.all().values_list("id", flat=True))
        page = await self.back(await self.allow(await self.start(**given)))
        assert page.status_code == 200, page.text
        if "credentialId" in given:
            return str(given["credentialId"])
        (made,) = set(await Credential.all().values_list("id", flat=True)) - before
        return str(made)

    async def account(self, credential_id: str) -> Any:
        """What the editor sees of an account."""
        return (await self.editor.data(ACCOUNT, id=credential_id))["node"]


def asked(url: str) -> dict[str, str]:
    """The query of an address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}


@asynccontextmanager
async def shop(hookwright: World, kind: type[OAuthServer] = OAuthServer) -> AsyncIterator[Shop]:
    """Serve a provider, and register an app of the company's there."""
    owner = await company(hookwright)
    editor = owner.editor
    await editor.change(SET_SECRET, name="CLIENT_SECRET", value=SECRET)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        origin = f"http://127.0.0.1:{listener.getsockname()[1]}"
        app = {
            "authorizeUrl": f"{origin}/oauth/authorize",
            "tokenUrl": f"{origin}/oauth/token",
            "revokeUrl": f"{origin}/oauth/revoke",
            "clientId": "client-1",
            "clientSecret": "{{secrets.CLIENT_SECRET}}",
            "clientAuthentication": "BASIC",
            "scopes": ["hooks", "read"],
        }
        made = await editor.change(
            CREATE_INTEGRATION,
            name="Tracker",
            apiBaseUrl=origin,
            oauth=app,
            providerIdLookup=LOOKUP,
        )
        integration_id = made["integration"]["id"]
        back = f"{editor.url}/oauth/callback/{integration_id}"
        provider = kind("client-1", SECRET, back)
        async with served(provider, listener, asyncio.Event()):
            yield Shop(owner, provider, origin, integration_id)
            provider.held.set()

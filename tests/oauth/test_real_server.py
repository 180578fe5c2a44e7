"""A real OAuth server, authlib's, as the peer: everything from the authorization to the revocation."""

import asyncio
import socket

import pytest

from domain.connections import freshness
from domain.connections.credentials import account_values
from domain.models import Credential
from tests.api.world import CREATE_INTEGRATION, SET_SECRET, World, served
from tests.oauth.peer import App, Peer
from tests.oauth.shop import LOOKUP, REFRESH, SECRET, START, UPDATE, eventually
from tests.oauth.test_refresh import DISCONNECT
from tests.users.company import company


@pytest.mark.parametrize(
    ("authentication", "method"), [("BASIC", "client_secret_basic"), ("POST", "client_secret_post")]
)
async def test_account_lives_its_whole_life_at_a_real_server(
    hookwright: World, authentication: str, method: str
) -> None:
    editor, context = (await company(hookwright)).editor, hookwright.hookwright.context
    await editor.change(SET_SECRET, name="CLIENT_SECRET", value=SECRET)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        origin = f"http://127.0.0.1:{listener.getsockname()[1]}"
        app = {
            "authorizeUrl": f"{origin}/oauth/authorize",
            "tokenUrl": f"{origin}/oauth/token",
            "revokeUrl": f"{origin}/oauth/revoke",
            "clientId": "client-1",
            "clientSecret": "{{secrets.CLIENT_SECRET}}",
            "clientAuthentication": authentication,
            "scopes": ["hooks", "read"],
        }
        made = await editor.change(
            CREATE_INTEGRATION, name="Real", apiBaseUrl=origin, oauth=app, providerIdLookup=LOOKUP
        )
        integration_id = made["integration"]["id"]
        back = f"{editor.url}/oauth/callback/{integration_id}"
        peer = Peer(App("client-1", SECRET, back, method))
        async with served(peer.asgi(), listener, asyncio.Event()):
            wish = {"integrationId": integration_id, "userId": "ada"}
            url = (await editor.change(START, **wish))["authorizationUrl"]
            allowed = await editor.http.get(url)
            assert allowed.status_code == 302, allowed.text
            page = await editor.http.get(allowed.headers["location"])
            assert page.status_code == 200, page.text

            row = await Credential.get(integration_id=integration_id)
            assert (row.status, row.provider_id) == ("CONNECTED", "T-authlib")
            await editor.change(REFRESH, credentialId=row.id)
            row = await freshness.refreshed(context, row.id)
            assert account_values(context.vault, row).token == peer.tokens[1].access_token
            assert [each.is_over for each in peer.tokens] == [True, False]

            await editor.change(DISCONNECT, credentialId=row.id)

            async def is_revoked() -> bool:
                return peer.tokens[1].is_over

            await eventually(is_revoked)


async def test_code_without_its_verifier_is_refused_by_a_real_server(hookwright: World) -> None:
    editor = (await company(hookwright)).editor
    await editor.change(SET_SECRET, name="CLIENT_SECRET", value=SECRET)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        origin = f"http://127.0.0.1:{listener.getsockname()[1]}"
        app = {
            "authorizeUrl": f"{origin}/oauth/authorize",
            "tokenUrl": f"{origin}/oauth/token",
            "clientId": "client-1",
            "clientSecret": "{{secrets.CLIENT_SECRET}}",
            "scopes": ["hooks"],
        }
        made = await editor.change(CREATE_INTEGRATION, name="Real", oauth=app)
        integration_id = made["integration"]["id"]
        back = f"{editor.url}/oauth/callback/{integration_id}"
        peer = Peer(App("client-1", SECRET, back, "client_secret_post"))
        async with served(peer.asgi(), listener, asyncio.Event()):
            wish = {"integrationId": integration_id, "userId": "ada"}
            url = (await editor.change(START, **wish))["authorizationUrl"]
            allowed = await editor.http.get(url)
            assert allowed.status_code == 302, allowed.text
            await editor.change(UPDATE, integrationId=integration_id, oauth={"usesPkce": False})

            page = await editor.http.get(allowed.headers["location"])

    assert page.status_code == 400
    assert "code_verifier" in page.text
    assert await Credential.filter(integration_id=integration_id).count() == 0

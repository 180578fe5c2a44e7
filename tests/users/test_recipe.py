"""The recipe of docs/connected-users.md, as it stands there: from Node, from Python, and from a page in a browser."""

import asyncio
import json
import os
import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.async_api import Browser
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from domain.models import WorkflowAccount
from tests.api.world import served, world
from tests.browser.chromium import chromium, tab
from tests.docs.pages import examples, page
from tests.oauth.shop import UPDATE
from tests.users.company import Company, company, ec_key, private_pem

SIGNING, CLIENT = examples(page("connected-users.md"), "js")
(SIGNING_IN_PYTHON,) = examples(page("connected-users.md"), "python")
STORY = """
const client = hookwright(url, () => token);
const before = await client.getUser();
const [account] = before.credentials, [workflow] = before.workflows;
const pasted = await client.urlToPaste(workflow.id, account.credentialId);
const enabled = await client.enableWorkflow(workflow.id, account.credentialId);
const during = await client.getUser();
let refused = "";
try { await client.enableWorkflow(workflow.id, others); } catch (error) { refused = error.message; }
await client.disableWorkflow(workflow.id, account.credentialId);
const after = await client.getUser();
const goes = await client.connect(workflow.integration.id, home, account.credentialId);
const said = { goes, before, pasted, enabled, during, refused, after };
"""


@dataclass(frozen=True, slots=True)
class Place:
    """A company with a page of its own at another origin."""

    acme: Company
    origin: str
    trigger_id: str
    workflow_id: str
    own: str
    others: str
    integration_id: str

    def judge(self, said: Any) -> None:
        """What the story must have told."""
        editor = self.acme.editor
        path = f"{editor.project.id}/{self.integration_id}/custom-triggers/{self.trigger_id}"
        assert said["before"]["userId"] == "ada"
        account = {
            "credentialId": self.own,
            "providerId": "T1",
            "status": "CONNECTED",
            "integration": {"id": self.integration_id, "name": "Tracker"},
        }
        assert said["before"]["credentials"] == [account]
        (workflow,) = said["before"]["workflows"]
        assert (workflow["id"], workflow["enabledFor"]) == (self.workflow_id, [])
        assert said["pasted"] == f"{editor.url}/triggers/connect/{path}?id={self.own}"
        assert said["during"]["workflows"][0]["enabledFor"] == [{"credentialId": self.own}]
        assert "no such account" in said["refused"]
        assert said["after"]["workflows"][0]["enabledFor"] == []
        assert said["goes"].startswith("https://provider.example/authorize?response_type=code&")


@asynccontextmanager
async def page_server(listener: socket.socket) -> AsyncIterator[None]:
    """Serve the company's front end."""

    async def home(_: Request) -> Response:
        return HTMLResponse("<!doctype html><link rel=icon href=data:,><title>Settings</title>")

    async def module(_: Request) -> Response:
        return Response(CLIENT, media_type="text/javascript")

    app = Starlette(routes=[Route("/", home), Route("/hookwright.js", module)])
    async with served(app, listener, asyncio.Event()):
        yield


@pytest.fixture(scope="module")
async def place(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Place]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        origin = f"http://127.0.0.1:{listener.getsockname()[1]}"
        folder = tmp_path_factory.mktemp("data")
        async with page_server(listener), world(folder, allowed_origins=(origin,)) as hookwright:
            acme = await company(hookwright)
            integration_id = await acme.integration()
            app = {
                "authorizeUrl": "https://provider.example/authorize",
                "tokenUrl": "https://provider.example/token",
                "clientId": "client-1",
                "clientAuthentication": "NONE",
            }
            await acme.editor.change(UPDATE, integrationId=integration_id, oauth=app)
            own = await acme.account(integration_id, "ada", providerId="T1")
            others = await acme.account(integration_id, "grace", providerId="T2")
            trigger_id = await acme.trigger(integration_id)
            workflow_id = await acme.workflow(trigger_id)
            yield Place(acme, origin, trigger_id, workflow_id, own, others, integration_id)


@pytest.fixture(scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as started:
        yield started


async def test_from_node_with_a_token_that_node_signs(place: Place, tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        if os.environ.get("CI") == "true":
            pytest.fail("node is missing")
        pytest.skip("node is missing")
    acme = place.acme
    (tmp_path / "signing.mjs").write_text(SIGNING)
    (tmp_path / "client.mjs").write_text(CLIENT)
    values = {
        "url": f"{acme.editor.url}/graphql",
        "others": place.others,
        "home": f"{place.origin}/settings",
        "keyId": acme.key_id,
        "privateKey": private_pem(ec_key()),
    }
    named = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in values.items())
    script = (
        'import { userToken } from "./signing.mjs";\nimport { hookwright } from "./client.mjs";\n'
        f'{named}const token = userToken("ada", keyId, privateKey);\n'
        f"{STORY}console.log(JSON.stringify(said));\n"
    )
    (tmp_path / "story.mjs").write_text(script)

    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        node, str(tmp_path / "story.mjs"), stdout=pipe, stderr=pipe
    )
    async with asyncio.timeout(30):
        said, complaints = await process.communicate()

    assert process.returncode == 0, complaints.decode()
    place.judge(json.loads(said))


async def test_from_a_page_at_another_origin_with_a_token_that_python_signs(
    place: Place, browser: Browser
) -> None:
    names: dict[str, Any] = {}
    exec(SIGNING_IN_PYTHON, names)  # noqa: S102  it stands in our own documentation
    token = names["user_token"]("ada", place.acme.key_id, private_pem(ec_key()))
    url, home = f"{place.acme.editor.url}/graphql", f"{place.origin}/settings"
    values = {"url": url, "others": place.others, "token": token, "home": home}
    script = (
        "async ({ url, others, token, home }) => {\n"
        'const { hookwright } = await import("/hookwright.js");\n'
        f"{STORY}return said;\n}}"
    )
    async with tab(browser) as watched:
        await watched.page.goto(place.origin)

        place.judge(await watched.page.evaluate(script, values))

        assert watched.complaints == []
    assert await WorkflowAccount.filter(workflow_id=place.workflow_id).count() == 0


async def test_page_at_an_origin_that_is_not_named_is_told_nothing(
    place: Place, browser: Browser
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        origin = f"http://127.0.0.1:{listener.getsockname()[1]}"
        async with page_server(listener), tab(browser) as watched:
            await watched.page.goto(origin)
            values = {"url": f"{place.acme.editor.url}/graphql", "token": place.acme.user().token}
            script = """async ({ url, token }) => {
              const { hookwright } = await import("/hookwright.js");
              try { return await hookwright(url, () => token).getUser(); }
              catch (error) { return error.message; } }"""

            assert await watched.page.evaluate(script, values) == "Failed to fetch"


async def test_preflight_names_the_page_and_nothing_more(place: Place) -> None:
    asked = {
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
    }
    url = f"{place.acme.editor.url}/graphql"
    async with httpx.AsyncClient() as http:
        named = await http.options(url, headers={"origin": place.origin, **asked})
        other = await http.options(url, headers={"origin": "https://evil.example", **asked})
        plain = await http.post(
            url, json={"query": "{ __typename }"}, headers={"origin": "https://evil.example"}
        )

    assert named.status_code == 200
    assert named.headers["access-control-allow-origin"] == place.origin
    assert "access-control-allow-credentials" not in named.headers
    assert other.status_code == 400
    assert "access-control-allow-origin" not in other.headers
    assert "access-control-allow-origin" not in plain.headers

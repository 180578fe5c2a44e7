"""Real clients against the real server: PyPI's gql, the graphql-http audit suite, and npm's clients.

The npm judges are installed by `npm ci --prefix tests/audit --ignore-scripts`.
"""

import asyncio
import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from gql import Client, gql
from gql.transport.aiohttp import AIOHTTPTransport
from gql.transport.exceptions import TransportQueryError
from gql.transport.websockets import WebsocketsTransport

from .endpoint import Endpoint

AUDIT = Path(__file__).parent.parent / "audit"
COUNT = gql("subscription { count(to: 3) { number } }")


async def judged(script: str, url: str) -> Any:
    """Run one of the node scripts against a URL; its output is JSON. Skips where node is missing."""
    node = shutil.which("node")
    if node is None or not (AUDIT / "node_modules").is_dir():
        missing = "node or tests/audit/node_modules is missing: npm ci --prefix tests/audit"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        node, str(AUDIT / script), url, stdout=pipe, stderr=pipe
    )
    async with asyncio.timeout(60):
        output, complaints = await process.communicate()
    assert process.returncode == 0, complaints.decode()
    return json.loads(output)


async def test_every_audit_of_graphql_over_http_passes(endpoint: Endpoint) -> None:
    results = await judged("audit.mjs", endpoint.url)

    assert [each for each in results if each["status"] != "ok"] == []
    assert len(results) == 61


async def test_browser_clients_query_mutate_and_subscribe(endpoint: Endpoint) -> None:
    seen = await judged("clients.mjs", endpoint.url)

    usual = {"query": "hi", "mutation": "changed", "numbers": [0, 1, 2]}
    assert seen == {
        "@apollo/client": usual,
        "@urql/core": usual,
        "@urql/core by GET": usual,
        "graphql-sse": {**usual, "error": "BAD_USER_INPUT"},
        "graphql-ws": {**usual, "error": "BAD_USER_INPUT"},
    }


async def test_gql_speaks_http(endpoint: Endpoint) -> None:
    async with Client(
        transport=AIOHTTPTransport(endpoint.url), fetch_schema_from_transport=True
    ) as session:
        data = await session.execute(gql('{ echo(text: "hi") }'))

    assert data == {"echo": "hi"}


async def test_gql_speaks_websocket(endpoint: Endpoint) -> None:
    transport = WebsocketsTransport(
        endpoint.url.replace("http", "ws"), init_payload={"authorization": "Bearer ada"}
    )
    async with Client(transport=transport) as session:
        numbers = [event["count"]["number"] async for event in session.subscribe(COUNT)]
        caller = await session.execute(gql("{ caller }"))
        with pytest.raises(TransportQueryError, match="nothing"):
            await session.execute(gql("{ nothing }"))

    assert numbers == [0, 1, 2]
    assert caller == {"caller": "ada"}

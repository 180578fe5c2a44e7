"""The wire below the receiver: a head that is too long or too slow, and an offer to upgrade that is declined."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import pytest
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from api.transport.server import Server, configured
from domain.models import Delivery
from receiver import protocol
from receiver.protocol import Protocol
from tests.api.world import World
from tests.receiver.shop import ACCOUNT, Placed, Shop, signature
from tests.receiver.wire import connected, head, target
from tests.transport.endpoint import until

BODY = json.dumps({"team": ACCOUNT}).encode()
SIGNED = [("X-Signature", signature(BODY)), ("Content-Length", str(len(BODY)))]


@pytest.fixture
async def trigger(hookwright: World, shop: Shop) -> AsyncIterator[Placed]:
    """A trigger, reached through the protocol."""
    placed = await shop.place()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        config = configured(hookwright.hookwright.app, *listener.getsockname()[:2])
        config.lifespan, config.http = "off", Protocol
        server = Server(config, asyncio.Event())
        task = asyncio.create_task(server.serve([listener]))
        await until(lambda: server.started)
        host = urlsplit(placed.url).netloc
        port = listener.getsockname()[1]
        yield Placed(placed.id, placed.url.replace(host, f"127.0.0.1:{port}"))
        server.should_exit = True
        await task


@pytest.mark.parametrize("upgrade", ["h2c", "websocket", "TLS/1.3, HTTP/2.0"])
@pytest.mark.parametrize("method", ["POST", "GET"])
async def test_offer_to_upgrade_does_not_lose_the_delivery(
    shop: Shop, trigger: Placed, upgrade: str, method: str
) -> None:
    offer = [("Connection", "Upgrade, HTTP2-Settings"), ("Upgrade", upgrade), ("X-Last", "1")]
    request = head(method, target(trigger.url), [*SIGNED, *offer]) + BODY

    async with connected(trigger.url) as raw:
        for chunk in (request, request[:40], request[40:-5], request[-5:]):
            await raw.send(chunk)
        replies = [await raw.receive(), await raw.receive()]

    assert [reply.status for reply in replies] == [200, 200]
    rows = await Delivery.filter(project_id=shop.project_id)
    assert [bytes(row.body) for row in rows] == [BODY, BODY]
    assert ["x-last", "1"] in json.loads(rows[0].headers)


async def test_offer_in_chunks_does_not_lose_the_delivery(shop: Shop, trigger: Placed) -> None:
    headers = [SIGNED[0], ("Transfer-Encoding", "chunked"), ("Connection", "upgrade")]
    request = head("POST", target(trigger.url), [*headers, ("Upgrade", "h2c")])
    chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(BODY), BODY)

    async with connected(trigger.url) as raw:
        await raw.send(request + chunked + head("POST", target(trigger.url), SIGNED) + BODY)
        replies = [await raw.receive(), await raw.receive()]

    assert [reply.status for reply in replies] == [200, 200]
    assert len(await shop.rows()) == 2


async def test_socket_of_the_api_is_still_opened(trigger: Placed) -> None:
    url = f"ws://{urlsplit(trigger.url).netloc}/graphql"

    async with connect(url, subprotocols=[Subprotocol("graphql-transport-ws")]) as connection:
        assert connection.subprotocol == "graphql-transport-ws"


async def test_tunnel_is_a_bad_request(shop: Shop, trigger: Placed) -> None:
    async with connected(trigger.url) as raw:
        await raw.send(head("CONNECT", "hooks.example.com:443"))
        assert (await raw.receive()).status == 400
        assert await raw.is_closed()

    assert await shop.rows() == []


async def test_long_head_is_431(trigger: Placed) -> None:
    async with connected(trigger.url) as raw:
        await raw.send(b"GET / HTTP/1.1\r\n")
        await raw.send(b"X: " + b"x" * protocol.MAX_HEAD_BYTES)
        reply = await raw.receive()

    assert (reply.status, reply.headers["connection"]) == (431, "close")


@pytest.mark.parametrize("start", [b"", b"POST /triggers/connect/x HTTP/1.1\r\nX: "])
async def test_head_that_does_not_come_is_408(
    trigger: Placed, start: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocol, "HEAD_SECONDS", 0.1)

    async with connected(trigger.url) as raw:
        await raw.send(start)
        assert (await raw.receive()).status == 408
        assert await raw.is_closed()


async def test_head_of_a_second_request_is_bounded_as_well(trigger: Placed) -> None:
    large = json.dumps({"team": ACCOUNT, "x": "x" * 300_000}).encode()
    headers = [("X-Signature", signature(large)), ("Content-Length", str(len(large)))]

    async with connected(trigger.url) as raw:
        await raw.send(head("POST", target(trigger.url), headers) + large + b"GET / HTTP/1.1\r\n")
        assert (await raw.receive()).status == 200
        await raw.send(b"X: " + b"x" * protocol.MAX_HEAD_BYTES)
        assert (await raw.receive()).status == 431

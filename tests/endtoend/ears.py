"""Real listeners, one for each transport, that give the messages of `listenForEvents` as they come.

Heartbeats are skipped. Each patient for five seconds.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, aclosing, asynccontextmanager
from typing import Any, Final

import httpx
from gql import Client, gql
from gql.transport.websockets import WebsocketsTransport

from tests.api.world import Editor

LISTEN: Final = """
subscription ($trigger: ID!, $after: String) {
  listenForEvents(triggerId: $trigger, after: $after) {
    __typename
    ... on ListenHeartbeat { cursor at }
    ... on ListenEnded { cursor reason }
    ... on DeliveryReceived {
      cursor
      isLookBack
      delivery {
        id isTest method path queryString
        headers { name value }
        body { base64 size }
        outcome cause explanation
        reply { status headers { name value } body { base64 } }
        verdicts {
          outcome cause isVerified providerIds
          trigger { id }
          events { id credential { id } }
        }
        duplicateOf { id }
      }
    }
  }
}"""
SSE: Final = "text/event-stream"
MULTIPART: Final = "multipart/mixed;boundary=graphql;subscriptionSpec=1.0,application/json"


class Ear:
    """One open listening."""

    def __init__(self, messages: AsyncIterator[Any]) -> None:
        self._messages = messages

    async def next(self) -> Any:
        """The next message that is no heartbeat."""
        async with asyncio.timeout(5):
            while True:
                message = await anext(self._messages)
                if message["__typename"] != "ListenHeartbeat":
                    return message

    async def take(self, count: int) -> list[Any]:
        """The next messages."""
        return [await self.next() for _ in range(count)]

    async def skip_to(self, size: int) -> None:
        """Skip messages up to a delivery with a body of this size."""
        while (await self.next())["delivery"]["body"]["size"] != size:
            pass


Listening = Callable[[Editor, str], AbstractAsyncContextManager[Ear]]


@asynccontextmanager
async def by_socket(
    editor: Editor, trigger_id: str, after: str | None = None
) -> AsyncIterator[Ear]:
    """Listen over graphql-transport-ws, by `websockets`."""
    async with editor.socket() as wire:
        await wire.subscribe("1", LISTEN, variables={"trigger": trigger_id, "after": after})

        async def messages() -> AsyncGenerator[Any, None]:
            while True:
                frame = await wire.receive()
                assert frame["type"] in {"next", "ping"}, frame
                if frame["type"] == "next":
                    assert frame["id"] == "1"
                    yield frame["payload"]["data"]["listenForEvents"]

        async with aclosing(messages()) as found:
            yield Ear(found)


@asynccontextmanager
async def by_gql(editor: Editor, trigger_id: str) -> AsyncIterator[Ear]:
    """Listen by PyPI's gql."""
    transport = WebsocketsTransport(
        f"{editor.url.replace('http', 'ws', 1)}/graphql",
        init_payload={"authorization": f"Bearer {editor.token}"},
    )
    query = gql(LISTEN)
    query.variable_values = {"trigger": trigger_id}
    async with Client(transport=transport) as session:

        async def messages() -> AsyncGenerator[Any, None]:
            async with aclosing(session.subscribe(query)) as results:
                async for data in results:
                    yield data["listenForEvents"]

        async with aclosing(messages()) as found:
            yield Ear(found)


@asynccontextmanager
async def by_events(editor: Editor, trigger_id: str) -> AsyncIterator[Ear]:
    """Listen over Server-Sent Events."""
    async with _stream(editor, trigger_id, SSE) as response:

        async def messages() -> AsyncGenerator[Any, None]:
            async for line in response.aiter_lines():
                if line.startswith("data: "):
                    yield json.loads(line.removeprefix("data: "))["data"]["listenForEvents"]

        async with aclosing(messages()) as found:
            yield Ear(found)


@asynccontextmanager
async def by_parts(editor: Editor, trigger_id: str) -> AsyncIterator[Ear]:
    """Listen over a multipart subscription."""
    async with _stream(editor, trigger_id, MULTIPART) as response:

        async def messages() -> AsyncGenerator[Any, None]:
            async for line in response.aiter_lines():
                if line.startswith('{"payload"'):
                    yield json.loads(line)["payload"]["data"]["listenForEvents"]

        async with aclosing(messages()) as found:
            yield Ear(found)


@asynccontextmanager
async def _stream(editor: Editor, trigger_id: str, accept: str) -> AsyncIterator[httpx.Response]:
    async with editor.http.stream(
        "POST",
        f"{editor.url}/graphql",
        json={"query": LISTEN, "variables": {"trigger": trigger_id}},
        headers={"accept": accept, "authorization": f"Bearer {editor.token}"},
    ) as response:
        assert response.status_code == 200
        yield response

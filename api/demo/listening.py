"""Listen for events over a real socket, in the graphql-transport-ws protocol."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from typing import Any, Final

from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from api.demo.editor import Editor
from api.demo.telling import Failed

_PROTOCOL: Final = Subprotocol("graphql-transport-ws")
_PATIENCE: Final = 10
_DOCUMENT: Final = """
    subscription ($triggerId: ID!) {
      listenForEvents(triggerId: $triggerId) {
        __typename
        ... on ListenEnded { reason }
        ... on DeliveryReceived {
          isLookBack
          delivery {
            isTest receivedAt outcome cause explanation
            reply { status body { json } }
            body { json }
            verdicts { events { credential { id userId } } }
          }
        }
      }
    }"""


class Listening:
    """An open subscription."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket

    async def next(self) -> dict[str, Any]:
        """The next delivery that is shown. Raises Failed when the stream ends, or nothing comes in time."""
        while True:
            message = await _received(self._socket)
            if message["type"] == "ping":
                await self._socket.send(json.dumps({"type": "pong"}))
                continue
            if message["type"] != "next" or message["payload"].get("errors"):
                raise Failed("The listener is told of a delivery", "a next message", message)
            said: dict[str, Any] = message["payload"]["data"]["listenForEvents"]
            if said["__typename"] == "DeliveryReceived":
                shown: dict[str, Any] = said["delivery"]
                return shown
            if said["__typename"] == "ListenEnded":
                raise Failed("The listener is told of a delivery", "a delivery", said)


@contextlib.asynccontextmanager
async def listening(editor: Editor, trigger_id: str) -> AsyncIterator[Listening]:
    """Connect, authenticate and subscribe. Raises Failed, OSError, websockets' errors."""
    url = editor.address.replace("http://", "ws://", 1) + "/graphql"
    async with connect(url, subprotocols=[_PROTOCOL], proxy=None) as socket:
        token = {"Authorization": f"Bearer {editor.token}"}
        await socket.send(json.dumps({"type": "connection_init", "payload": token}))
        message = await _received(socket)
        if message["type"] != "connection_ack":
            raise Failed("The socket is acknowledged", "connection_ack", message)
        payload = {"query": _DOCUMENT, "variables": {"triggerId": trigger_id}}
        await socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": payload}))
        yield Listening(socket)
        await socket.send(json.dumps({"id": "1", "type": "complete"}))


async def _received(socket: ClientConnection) -> dict[str, Any]:
    try:
        async with asyncio.timeout(_PATIENCE):
            message: dict[str, Any] = json.loads(await socket.recv())
    except TimeoutError:
        raise Failed(
            "The socket says something", "a message", f"silence for {_PATIENCE} s"
        ) from None
    return message

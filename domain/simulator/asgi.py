"""One HTTP exchange over plain ASGI: the request read whole, the answer as JSON."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Final, TypeAlias

import orjson

from domain import clock
from domain.request import Request

Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send: TypeAlias = Callable[[MutableMapping[str, Any]], Awaitable[None]]

MAX_BODY: Final = 1024 * 1024


async def read(scope: Scope, receive: Receive) -> Request | None:
    """Read the request; None when its body is larger than MAX_BODY bytes or did not arrive."""
    body, has_more = b"", True
    while has_more:
        message = await receive()
        body += message.get("body", b"")
        has_more = message.get("more_body", False)
        if message["type"] != "http.request" or len(body) > MAX_BODY:
            return None
    return Request(
        method=scope["method"],
        public_url="",
        path=scope["path"],
        query_string=scope["query_string"].decode("latin-1"),
        headers=tuple(
            (name.decode("latin-1").lower(), value.decode("latin-1"))
            for name, value in scope["headers"]
        ),
        body=body,
        received_at=clock.now(),
    )


async def respond(send: Send, status: int, value: Any) -> None:
    """Answer with JSON."""
    headers = [(b"content-type", b"application/json")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": orjson.dumps(value)})

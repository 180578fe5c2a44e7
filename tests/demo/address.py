"""An address that a provider may call: a small application that answers handshakes by the catalog's rules, or badly."""

from dataclasses import dataclass, field
from typing import Any

import httpx
from starlette.requests import Request as Incoming
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from domain import clock
from domain.catalog import Provider
from domain.handshakes import Call, answer, compile_rules, match
from domain.request import Request
from domain.templates.scope import RequestScope

URL = "https://hooks.example.com/in/test"


@dataclass
class Address:
    """names: what the rules' templates read. spoils: answers handshakes with this instead. calls: what came, in order.

    to_call: what handshakes asked to be called.
    """

    provider: Provider
    names: dict[str, Any] = field(default_factory=dict)
    spoils: Response | None = None
    calls: list[Request] = field(default_factory=list)
    to_call: list[Call] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Keep what came, and answer it."""
        incoming = Incoming(scope, receive)
        self.calls.append(await _as_request(incoming))
        await self._response(self.calls[-1])(scope, receive, send)

    def client(self) -> httpx.AsyncClient:
        """Who calls with it reaches this address, whatever the URL."""
        return httpx.AsyncClient(transport=httpx.ASGITransport(self))

    def _response(self, request: Request) -> Response:
        rule = match(compile_rules(self.provider.handshakes), request)
        if rule is None:
            return Response()
        if self.spoils is not None:
            return self.spoils
        names = {**self.names, "event": RequestScope(request), "settings": {"webhookURL": URL}}
        answered = answer(rule, names, is_verified=True)
        self.to_call += [answered.follow_up] if answered.follow_up else []
        reply = answered.reply
        return Response(reply.body, reply.status, dict(reply.headers))


async def _as_request(incoming: Incoming) -> Request:
    return Request(
        method=incoming.method,
        public_url=f"{incoming.url.scheme}://{incoming.url.netloc}",
        path=incoming.url.path,
        query_string=incoming.url.query,
        headers=tuple((name.lower(), value) for name, value in incoming.headers.items()),
        body=await incoming.body(),
        received_at=clock.now(),
    )

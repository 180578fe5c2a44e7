"""The GraphQL endpoint: one ASGI application for HTTP, WebSocket and streams.

Knows which transport a request wants and how results and refusals are written in it; leaves out the
schema, who the caller is, and the server. Everything it answers over HTTP is JSON, save the two
streams and the page for people.
"""

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final, cast

from graphql import GraphQLError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.schema.exceptions import CannotGetOperationTypeError
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL
from strawberry.types import ExecutionResult
from strawberry.types.execution import PreExecutionError
from strawberry.types.graphql import OperationType
from strawberry.types.unset import UNSET, UnsetType

from api import graphiql
from api.transport import accept
from api.transport.context import Context, FreshLoaders, Identify, IsValid, new_request_id
from api.transport.encoding import decode, encode
from api.transport.errors import (
    INTERNAL,
    UNEXPECTED,
    log_unexpected,
    presentable,
)
from api.transport.reading import read_request
from api.transport.refusal import ALLOW, Refusal, refusal_of
from api.transport.reply import PLAIN_JSON, RESPONSE_JSON, Reply, payload
from api.transport.request import GraphQLRequest
from api.transport.schema import Schema
from api.transport.sharing import Frames
from api.transport.sockets import Socket, StrictHandler
from api.transport.streams import EventStream, StreamFormat, stream_format
from domain.errors import HookwrightError, Unauthenticated

_STREAMING: Final = (
    "A subscription needs a streaming transport: WebSocket (graphql-transport-ws), "
    "`Accept: text/event-stream`, or `Accept: multipart/mixed;subscriptionSpec=1.0`."
)


@dataclass(frozen=True, slots=True)
class ViewSettings:
    """What may differ between installations.

    allowed_origins: pages elsewhere that may open sockets, as `https://host[:port]`; our own always may.
    has_graphiql: whether a browser gets the page; its files are the application's to serve (`graphiql.files`).
    max_operations: at once on one socket. init_timeout: until `connection_init` must have come.
    """

    allowed_origins: Sequence[str] = ()
    has_graphiql: bool = False
    max_body_bytes: int = 1_000_000
    max_operations: int = 50
    init_timeout: timedelta = timedelta(seconds=10)


class GraphQLView(GraphQL[Context[Any, Any], None]):
    """Serves one schema. Mount it with `Route` and `WebSocketRoute` at the same path.

    identify: tells who asks, from an Authorization header or a connection's parameters; what it raises
    becomes 401, 403 or 429 over HTTP and 4403 or 1013 over a socket. is_valid: asked before each operation
    of a socket, which is closed with 4403 once the answer is no. closing: set when the server
    stops; give it to `server.serve` as well.
    """

    schema: Schema
    graphql_transport_ws_handler_class = StrictHandler
    websocket_adapter_class = Socket

    def __init__(  # noqa: PLR0913  the parts of a view
        self,
        schema: Schema,
        *,
        identify: Identify[Any],
        fresh_loaders: FreshLoaders[Any, Any] = lambda _identity: None,
        is_valid: IsValid[Any] | None = None,
        closing: asyncio.Event | None = None,
        settings: ViewSettings | None = None,
    ) -> None:
        self.settings = settings or ViewSettings()
        super().__init__(
            schema,
            graphql_ide=None,  # its page loads from other hosts; ours is in the package
            subscription_protocols=(GRAPHQL_TRANSPORT_WS_PROTOCOL,),
            connection_init_wait_timeout=self.settings.init_timeout,
            max_subscriptions_per_connection=self.settings.max_operations,
            allowed_origins=self.settings.allowed_origins,
        )
        self.closing = closing or asyncio.Event()
        self._identify = identify
        self._fresh_loaders = fresh_loaders
        self._is_valid = is_valid
        self._frames = Frames()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection."""
        if scope["type"] == "websocket":
            await super().__call__(scope, receive, send)
            return
        request = Request(scope, receive)
        try:
            response = await self._respond(request)
        except ClientDisconnect:
            return
        await response(scope, receive, send)

    async def get_context(
        self, request: Request | WebSocket, response: Request | WebSocket | Response
    ) -> Context[Any, Any]:
        """Make the context of a socket, before it is known who speaks."""
        del response
        context: Context[Any, Any] = Context(None, None, self._fresh_loaders, closing=self.closing)
        context.is_valid, context.frames = self._is_valid, self._frames
        if authorization := request.headers.get("authorization"):
            context.connection_params = {"authorization": authorization}
        return context

    async def on_ws_connect(self, context: Context[Any, Any]) -> UnsetType:
        """Learn who speaks, from the connection's parameters or the handshake's header."""
        parameters = context.connection_params or {}
        context.connection_params = None  # a token is not kept for the hours of a socket
        context.identity = await self._identify(_authorization(parameters))
        return cast("UnsetType", UNSET)

    def decode_json(self, data: str | bytes) -> object:
        """Read a frame. Raises json.JSONDecodeError."""
        return decode(data)

    def encode_json(self, data: object) -> str:
        """Write a frame."""
        return encode(data)

    async def _respond(self, request: Request) -> Response:
        accepted = accept.ranges(",".join(request.headers.getlist("accept")))
        reply = Reply(
            accept.preferred(accepted, (PLAIN_JSON, RESPONSE_JSON)) or PLAIN_JSON, new_request_id()
        )
        try:
            return await self._answer(request, accepted, reply)
        except Refusal as refusal:
            return reply.json(refusal.body(), refusal.status, refusal.headers)
        except HookwrightError as error:
            turned_away = refusal_of(error)
            return reply.json(turned_away.body(), turned_away.status, turned_away.headers)
        except ClientDisconnect:
            raise
        except Exception as error:  # noqa: BLE001  the last door before the server's own text
            log_unexpected(error, reply.request_id)
            extensions = {"requestId": reply.request_id}
            return reply.json(Refusal(500, UNEXPECTED, INTERNAL, {}, extensions).body(), 500)

    async def _answer(
        self, request: Request, accepted: Sequence[accept.MediaRange], reply: Reply
    ) -> Response:
        if self._wants_page(request, accepted):
            return graphiql.page(reply.headers)
        asked = await read_request(request, self.settings.max_body_bytes)
        form = self._form(request.method, asked, stream_format(accepted))
        identity = await self._identify(request.headers.get("authorization"))
        context: Context[Any, Any] = Context(
            identity,
            self._fresh_loaders(identity),
            self._fresh_loaders,
            request_id=reply.request_id,
            closing=self.closing,
            frames=self._frames,
        )
        if form is not None:
            payloads = self._payloads(asked, context)
            return EventStream(payloads, form, self.closing, reply.headers)
        return reply.result(await self._execute(asked, context))

    def _wants_page(self, request: Request, accepted: Sequence[accept.MediaRange]) -> bool:
        return (
            self.settings.has_graphiql
            and request.method == "GET"
            and "query" not in request.query_params
            and accept.names(accepted, "text/html")
            and accept.preferred(accepted, ("text/html", PLAIN_JSON, RESPONSE_JSON)) == "text/html"
        )

    def _form(
        self, method: str, asked: GraphQLRequest, form: StreamFormat | None
    ) -> StreamFormat | None:
        """Settle how the operation is answered, None for JSON. Raises Refusal where it cannot be."""
        kind = self.schema.operation_type(asked.query, asked.operation_name)
        if method == "GET" and kind is OperationType.MUTATION:
            raise Refusal(405, "A mutation needs POST.", headers=ALLOW)
        if kind is OperationType.SUBSCRIPTION and form is None:
            raise Refusal(400, _STREAMING)
        if form is not None and not form.is_for_queries and kind is not OperationType.SUBSCRIPTION:
            return None
        return form

    async def _execute(self, asked: GraphQLRequest, context: Context[Any, Any]) -> ExecutionResult:
        try:
            return await self.schema.execute(
                asked.query,
                variable_values=asked.variables,
                context_value=context,
                operation_name=asked.operation_name,
                operation_extensions=asked.extensions,
            )
        except CannotGetOperationTypeError as error:
            mistake = GraphQLError(error.as_http_error_reason(), original_error=error)
            return PreExecutionError(None, presentable([mistake], context.request_id))

    async def _payloads(
        self, asked: GraphQLRequest, context: Context[Any, Any]
    ) -> AsyncGenerator[dict[str, Any], None]:
        async with aclosing(await self.schema.results(asked, context)) as results:
            async for result in results:
                yield payload(result)


def _authorization(parameters: Mapping[str, object]) -> str | None:
    found = [value for name, value in parameters.items() if name.lower() == "authorization"]
    if found and not isinstance(found[-1], str):
        raise Unauthenticated("The `authorization` of a connection must be a string.")
    return str(found[-1]) if found else None

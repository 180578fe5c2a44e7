"""graphql-transport-ws, strictly: many operations over one WebSocket.

Knows frames, close codes and the life of an operation; leaves out HTTP, and who may connect. Close
reasons are fixed texts; nothing that a client sends ends the socket without one.
"""

import asyncio
from collections.abc import Mapping
from contextlib import aclosing, suppress
from typing import Any, Final, cast

from graphql import GraphQLError
from starlette.websockets import WebSocketDisconnect
from starlette.websockets import WebSocketDisconnected as StarletteDisconnected
from strawberry.asgi import ASGIWebSocketAdapter
from strawberry.http.exceptions import WebSocketDisconnected
from strawberry.subscriptions.protocols.graphql_transport_ws.handlers import (
    BaseGraphQLTransportWSHandler,
    Operation,
)
from strawberry.subscriptions.protocols.graphql_transport_ws.types import (
    ConnectionInitMessage,
    Message,
    SubscribeMessage,
)
from strawberry.types import ExecutionResult

from api.transport.context import Context, new_request_id, request_id_of
from api.transport.encoding import encode
from api.transport.errors import (
    RATE_LIMITED,
    is_request_error,
    log_unexpected,
    presentable,
)
from api.transport.frames import frame_problem
from api.transport.request import GraphQLRequest
from api.transport.schema import Schema
from api.transport.sharing import SharedData
from domain.errors import Busy, HookwrightError

TRY_AGAIN_LATER: Final = 1013  # clients retry after it
INTERNAL_ERROR: Final = 4500  # clients do not retry
FORBIDDEN: Final = 4403


class Socket(ASGIWebSocketAdapter):
    """A socket that may die at any time: sending and closing then say so in one way, or nothing."""

    async def send_json(self, message: Mapping[str, object]) -> None:
        """Send one frame. Raises strawberry's WebSocketDisconnected when nobody is there."""
        try:
            await super().send_json(message)
        except (StarletteDisconnected, WebSocketDisconnect) as error:
            raise WebSocketDisconnected from error

    async def send_text(self, text: str) -> None:
        """Send one frame that is JSON already. Raises strawberry's WebSocketDisconnected when nobody is there."""
        try:
            await self.ws.send_text(text)
        except (StarletteDisconnected, WebSocketDisconnect) as error:
            raise WebSocketDisconnected from error

    async def close(self, code: int, reason: str) -> None:
        """Close, unless it is closed already."""
        try:
            await super().close(code, reason)
        except (StarletteDisconnected, WebSocketDisconnect):
            return


class StrictHandler(BaseGraphQLTransportWSHandler[Any, None]):
    """One connection. Every frame is judged before it is obeyed; operations fail alone."""

    context: Context[Any, Any]
    schema: Schema

    async def handle(self) -> None:
        """Serve until either side closes; a fault of ours is logged and closed as 4500."""
        try:
            await super().handle()
        except Exception as error:  # noqa: BLE001  the last door before the server's own 1006
            log_unexpected(error, request_id_of(self.context))
            await self.websocket.close(INTERNAL_ERROR, "Internal server error")

    async def handle_message(self, message: Message) -> None:
        """Obey one frame, or close with 4400."""
        if problem := frame_problem(message):
            await self.handle_invalid_message(problem)
        else:
            await super().handle_message(message)

    async def handle_connection_init(self, message: ConnectionInitMessage) -> None:
        """Acknowledge, or close with the code of why not. A null payload is an absent one."""
        payload = {**(self.context.connection_params or {}), **(message.get("payload") or {})}
        try:
            await super().handle_connection_init({"type": "connection_init", "payload": payload})
        except Busy:
            await self.websocket.close(TRY_AGAIN_LATER, "Try again later")
        except HookwrightError:
            await self.websocket.close(FORBIDDEN, "Forbidden")

    async def handle_subscribe(self, message: SubscribeMessage) -> None:
        """Start an operation. 4401 before the acknowledgement, 4409 for an id that is in use."""
        if self.connection_acknowledged and message["id"] in self.operations:
            await self.websocket.close(4409, "Subscriber already exists")
        elif self.connection_acknowledged and self._is_full():
            await self._refuse(message["id"])
        elif self.connection_acknowledged and not await self.context.is_still_valid():
            await self.websocket.close(FORBIDDEN, "Forbidden")
        else:
            await super().handle_subscribe(message)

    async def run_operation(self, operation: Operation[Any, None]) -> None:
        """Run one operation to its end; its errors are its own, and a dead socket is no error."""
        try:
            await self._run(operation, self.context.for_operation())
        except WebSocketDisconnected:
            return
        except Exception as error:  # noqa: BLE001  the last door of the operation's task
            fault = GraphQLError("", original_error=error)
            with suppress(WebSocketDisconnected):
                await operation.send_initial_errors(presentable([fault], new_request_id()))

    async def cleanup_operation(self, operation_id: str) -> None:
        """Cancel an operation; whatever it still does, nothing more is sent for its id."""
        if operation := self.operations.get(operation_id):
            operation.completed = True
        await super().cleanup_operation(operation_id)

    async def _run(self, operation: Operation[Any, None], context: Context[Any, Any]) -> None:
        asked = GraphQLRequest(operation.query, operation.variables, operation.operation_name)
        is_first = True
        async with aclosing(await self.schema.results(asked, context)) as results:
            async for result in results:
                if is_first and is_request_error(result):
                    await operation.send_initial_errors(result.errors or [])
                    return
                await self._send(operation, result)
                is_first = False
        await operation.send_operation_message({"id": operation.id, "type": "complete"})

    async def _send(self, operation: Operation[Any, None], result: ExecutionResult) -> None:
        if isinstance(result.data, SharedData) and not (result.errors or result.extensions):
            if not operation.completed:
                frame = (
                    f'{{"id":{encode(operation.id)},"type":"next","payload":{result.data.text}}}'
                )
                await cast("Socket", self.websocket).send_text(frame)
            return  # such come by pages that are read, and reading waits
        await operation.send_next(result)
        await asyncio.sleep(0)  # a generator that never waits must not starve the other operations

    def _is_full(self) -> bool:
        most = self.max_subscriptions_per_connection
        return most is not None and len(self.operations) >= most

    async def _refuse(self, operation_id: str) -> None:
        most = self.max_subscriptions_per_connection
        message = f"At most {most} operations run at once on a connection."
        await self.send_message(
            {
                "id": operation_id,
                "type": "error",
                "payload": [{"message": message, "extensions": {"code": RATE_LIMITED}}],
            }
        )

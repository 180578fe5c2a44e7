"""The receiver's one endpoint: every address of design §2, every HTTP method."""

import asyncio
import contextlib
import time
from collections.abc import Callable
from typing import Final
from urllib.parse import parse_qs

import structlog
from starlette.types import Message, Receive, Scope, Send

from domain import addresses, clock
from domain.addresses import Target
from domain.deliveries.accept import Acceptance
from domain.deliveries.plan import Plan
from domain.deliveries.plans import Gone
from domain.deliveries.record import Record
from domain.errors import Busy
from domain.identity import Kind, is_id
from domain.reply import Reply
from domain.request import MAX_PARTS, Request
from domain.settings import Settings
from domain.verdict import Refused, RejectionCause
from receiver.measures import count, turned_away
from receiver.rates import Rates
from receiver.reading import Disconnected, check_headers, header_pairs, read_body
from receiver.senders import finder

PREFIX: Final = "/triggers/connect/"
_STATUS: Final = {
    RejectionCause.BODY_TOO_LARGE: 413,
    RejectionCause.HEADERS_TOO_LARGE: 413,
    RejectionCause.BODY_TOO_SLOW: 408,
}
_LINGER_SECONDS: Final = 2
_BODILESS: Final = (204, 304)
_NOT_FOUND: Final = Reply(status=404)
_GONE: Final = Reply(status=410)
_TOO_MANY: Final = Reply(status=429, headers=(("retry-after", "10"),))

log = structlog.get_logger()


class Receiver:
    """An ASGI application for the addresses below PREFIX. receivers: how many processes receive now."""

    def __init__(
        self, acceptance: Acceptance, settings: Settings, receivers: Callable[[], int] = lambda: 1
    ) -> None:
        self._acceptance = acceptance
        self._settings = settings
        self._rates = Rates(settings.deliveries_per_second, receivers)
        self._sender = finder(settings.trusted_proxies)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request."""
        try:
            reply = await self._answer(scope, receive)
        except Disconnected:
            turned_away("disconnected")
            return
        if reply.status == 413:
            await _send_and_linger(send, receive, reply)
        else:
            await _send(send, reply)

    async def _answer(self, scope: Scope, receive: Receive) -> Reply:
        target = addresses.read(scope["path"])
        if target is None:
            return _without_row(_NOT_FOUND, "unknown address")
        try:
            return await self._answer_at(target, scope, receive)
        except Disconnected:
            raise
        except Gone:
            return _without_row(_GONE, "removed trigger")
        except Busy as busy:
            return _unavailable(busy, busy.retry_after.total_seconds())
        except Exception as error:  # noqa: BLE001  whatever it is: nothing is lost if it is sent again
            return _unavailable(error, 1)

    async def _answer_at(self, target: Target, scope: Scope, receive: Receive) -> Reply:
        plan = await self._acceptance.plan(target, _credential_id(target, scope))
        if plan is None:
            return _without_row(_NOT_FOUND, "unknown address")
        if self._rates.is_over(target.project_id):
            return _without_row(_TOO_MANY, "rate limit")
        return (await self._deliver(plan, scope, receive)).reply

    async def _deliver(self, plan: Plan, scope: Scope, receive: Receive) -> Record:
        limits = self._settings
        headers: tuple[tuple[str, str], ...] = ()
        started = time.perf_counter()
        try:
            check_headers(scope, limits.max_header_bytes)
            headers = header_pairs(scope)
            body = await read_body(
                scope, receive, most=limits.max_body_bytes, seconds=limits.body_seconds
            )
            started = time.perf_counter()
            record = await self._acceptance.accept(self._request(scope, headers, body), plan)
        except Refused as refusal:
            kept = scope if headers else {**scope, "query_string": b""}
            request = self._request(kept, headers, b"")
            record = await self._acceptance.reject(request, plan, refusal, _STATUS[refusal.cause])
        count(record, time.perf_counter() - started)
        return record

    def _request(self, scope: Scope, headers: tuple[tuple[str, str], ...], body: bytes) -> Request:
        raw_path: bytes = scope.get("raw_path") or scope["path"].encode()
        return Request(
            method=scope["method"].upper(),
            public_url=self._settings.public_url,
            path=raw_path.decode("latin-1"),
            query_string=scope["query_string"].decode("latin-1"),
            headers=headers,
            body=body,
            received_at=clock.now(),
            peer=self._sender(scope, headers),
        )


def _credential_id(target: Target, scope: Scope) -> str | None:
    if target.trigger_id is None or target.is_test:
        return None
    try:
        named = parse_qs(scope["query_string"].decode("latin-1"), max_num_fields=MAX_PARTS).get(
            "id", []
        )
    except ValueError:
        return None
    return named[0] if len(named) == 1 and is_id(named[0], Kind.CREDENTIAL) else None


def _without_row(reply: Reply, reason: str) -> Reply:
    turned_away(reason)
    return reply


def _unavailable(error: Exception, seconds: float) -> Reply:
    turned_away("unavailable")
    log.error("receiver.unavailable", error=repr(error), exc_info=not isinstance(error, Busy))
    return Reply(status=503, headers=(("retry-after", str(max(1, round(seconds)))),))


async def _send_and_linger(send: Send, receive: Receive, reply: Reply) -> None:
    """Let the sender finish before the connection closes: one that is reset while it sends never sees why."""

    async def send_unfinished(message: Message) -> None:
        await send({**message, "more_body": True} if "body" in message else message)

    await _send(send_unfinished, reply)
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_LINGER_SECONDS):
            while (await receive()).get("more_body"):
                pass
    await send({"type": "http.response.body", "body": b""})


async def _send(send: Send, reply: Reply) -> None:
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in reply.headers]
    if reply.status not in _BODILESS:
        headers.append((b"content-length", str(len(reply.body)).encode()))
    if reply.status in (408, 413):
        headers.append((b"connection", b"close"))  # the rest of the body is not read
    await send({"type": "http.response.start", "status": reply.status, "headers": headers})
    await send({"type": "http.response.body", "body": reply.body})

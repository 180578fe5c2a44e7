"""Results as they happen over HTTP: Server-Sent Events in distinct mode, and multipart subscriptions.

Knows framing, heartbeats and how a stream ends; leaves out what is streamed. Between the generator
and the network stands room for one frame: a slow reader slows the generator, and nothing piles up.
"""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, Final

from starlette.responses import StreamingResponse
from starlette.types import Send

from api.transport.accept import MediaRange, preferred
from api.transport.encoding import encode
from api.transport.errors import log_unexpected

JSON_TYPES: Final = ("application/json", "application/graphql-response+json")
FAREWELL_SECONDS: Final = 1.0
_HEADERS: Final = {"cache-control": "no-cache, no-transform", "x-accel-buffering": "no"}


@dataclass(frozen=True, slots=True)
class StreamFormat:
    """How results are framed. heartbeat_seconds: the longest silence.

    is_for_queries: queries and mutations may be answered so too, as one result.
    """

    content_type: str
    frame: Callable[[Mapping[str, Any]], str]
    heartbeat: str
    ending: str
    heartbeat_seconds: float
    is_for_queries: bool


def _event(payload: Mapping[str, Any]) -> str:
    # LF only: a widely used client splits events on LF LF
    return f"event: next\ndata: {encode(payload)}\n\n"


def _part(payload: Mapping[str, Any]) -> str:
    return f"{_PART_HEADER}{encode({'payload': payload})}\r\n--graphql"


_PART_HEADER: Final = "\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"

SERVER_SENT_EVENTS: Final = StreamFormat(
    content_type="text/event-stream; charset=utf-8",
    frame=_event,
    heartbeat=":\n\n",
    ending="event: complete\ndata:\n\n",
    heartbeat_seconds=15.0,
    is_for_queries=True,
)
MULTIPART: Final = StreamFormat(
    content_type="multipart/mixed;boundary=graphql;subscriptionSpec=1.0",
    frame=_part,
    heartbeat=f"{_PART_HEADER}{{}}\r\n--graphql",
    ending="--\r\n",
    heartbeat_seconds=5.0,
    is_for_queries=False,
)
_OPENINGS: Final = {SERVER_SENT_EVENTS.content_type: ":\n\n", MULTIPART.content_type: "--graphql"}


def stream_format(accepted: Sequence[MediaRange]) -> StreamFormat | None:
    """Choose the stream that a client prefers to JSON, or None.

    Only a type named in full counts: `*/*` asks for no stream. Multipart needs subscriptionSpec 1.0.
    """
    offers = [each.type for each in accepted if _format(each) is not None and each.weight > 0]
    chosen = preferred(accepted, [*offers, *JSON_TYPES])
    return next((_format(each) for each in accepted if each.type == chosen), None)


def _format(media_range: MediaRange) -> StreamFormat | None:
    if media_range.type == "text/event-stream":
        return SERVER_SENT_EVENTS
    if media_range.type == "multipart/mixed":
        version = media_range.parameters.get("subscriptionspec", "")
        boundary = media_range.parameters.get("boundary", "graphql")
        return MULTIPART if version == "1.0" and boundary == "graphql" else None
    return None


class EventStream(StreamingResponse):
    """A response that frames payloads as they come, with heartbeats in silence.

    When the client leaves, the generator is closed before the response returns. When the server
    closes, the generator has a second to end by itself; then the stream is cut without its ending,
    which clients take as a reason to reconnect.
    """

    def __init__(
        self,
        payloads: AsyncGenerator[Mapping[str, Any], None],
        form: StreamFormat,
        closing: asyncio.Event,
        headers: Mapping[str, str],
    ) -> None:
        self._chunks = _paced(_framed(payloads, form), form, closing, headers["x-request-id"])
        super().__init__(
            self._chunks,
            headers={"content-type": form.content_type, **_HEADERS, **headers},
        )

    async def stream_response(self, send: Send) -> None:
        """Send everything, and leave no generator behind, however it ends."""
        async with aclosing(self._chunks):
            await super().stream_response(send)


async def _framed(
    payloads: AsyncGenerator[Mapping[str, Any], None], form: StreamFormat
) -> AsyncGenerator[str, None]:
    async with aclosing(payloads):
        yield _OPENINGS[form.content_type]
        async for payload in payloads:
            yield form.frame(payload)
        yield form.ending


async def _paced(
    frames: AsyncGenerator[str, None], form: StreamFormat, closing: asyncio.Event, request_id: str
) -> AsyncGenerator[str, None]:
    slot: asyncio.Queue[str | None] = asyncio.Queue(maxsize=1)
    # one task for all steps: a generator may keep context variables from event to event
    pump = asyncio.create_task(_pump(frames, slot))
    cutter = asyncio.create_task(_cut(pump, closing))
    try:
        async for frame in _with_heartbeats(slot, form):
            yield frame
    finally:
        for task in (cutter, pump):
            task.cancel()
        await asyncio.wait({cutter, pump})
        if not pump.cancelled() and (error := pump.exception()):
            log_unexpected(error, request_id)


async def _with_heartbeats(
    slot: asyncio.Queue[str | None], form: StreamFormat
) -> AsyncIterator[str]:
    while True:
        try:
            async with asyncio.timeout(form.heartbeat_seconds):
                frame = await slot.get()
        except TimeoutError:
            frame = form.heartbeat
        if frame is None:
            return
        yield frame


async def _pump(frames: AsyncGenerator[str, None], slot: asyncio.Queue[str | None]) -> None:
    try:
        async with aclosing(frames):
            async for frame in frames:
                await slot.put(frame)
    except asyncio.CancelledError:
        with contextlib.suppress(asyncio.QueueEmpty):
            slot.get_nowait()  # whoever is cut off does not wait for room
        slot.put_nowait(None)
        raise
    except Exception:
        await slot.put(None)
        raise
    await slot.put(None)


async def _cut(pump: asyncio.Task[None], closing: asyncio.Event) -> None:
    await closing.wait()
    await asyncio.sleep(FAREWELL_SECONDS)
    pump.cancel()

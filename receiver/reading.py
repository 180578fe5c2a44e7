"""Reading a request's bytes within limits."""

import asyncio
from collections.abc import Iterable
from typing import Final

from starlette.types import Receive, Scope

from domain.verdict import Refused, RejectionCause

MOST_HEADERS: Final = 200


class Disconnected(Exception):
    """The sender went away before the request was whole."""


def header_pairs(scope: Scope) -> tuple[tuple[str, str], ...]:
    """Headers as the domain has them: names in lower case, values as Latin-1 text, in order."""
    raw: Iterable[tuple[bytes, bytes]] = scope["headers"]
    return tuple([(name.decode("latin-1"), value.decode("latin-1")) for name, value in raw])


def check_headers(scope: Scope, most: int) -> None:
    """Raises Refused when the headers are too many, or too large together with the target."""
    raw = scope["headers"]
    size = sum([len(name) + len(value) for name, value in raw]) + len(scope["query_string"])
    if size > most or len(raw) > MOST_HEADERS:
        raise Refused(
            RejectionCause.HEADERS_TOO_LARGE,
            f"The headers and the query are {len(raw)} fields and {size} bytes; "
            f"at most {MOST_HEADERS} fields and {most} bytes are taken.",
        )


async def read_body(scope: Scope, receive: Receive, *, most: int, seconds: float) -> bytes:
    """The whole body. Raises Refused when it is too large or too slow, Disconnected when it breaks off."""
    announced = next((value for name, value in scope["headers"] if name == b"content-length"), b"")
    if announced.isdigit() and len(announced) < 20 and int(announced) > most:
        raise _too_large(most)
    if _is_here(receive):
        return await _gather(receive, most)
    try:
        async with asyncio.timeout(seconds):
            return await _gather(receive, most)
    except TimeoutError:
        raise Refused(
            RejectionCause.BODY_TOO_SLOW,
            f"The body did not arrive within {seconds:g} seconds.",
        ) from None


def _is_here(receive: Receive) -> bool:
    """Whether uvicorn has read the whole body already, as it mostly has: then there is nothing to time."""
    cycle = getattr(receive, "__self__", None)
    return getattr(cycle, "more_body", None) is False


async def _gather(receive: Receive, most: int) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Disconnected
        chunk: bytes = message.get("body", b"")
        if not message.get("more_body") and not chunks:
            size = len(chunk)
            if size > most:
                raise _too_large(most)
            return chunk
        size += len(chunk)
        if size > most:
            raise _too_large(most)
        chunks.append(chunk)
        if not message.get("more_body"):
            return b"".join(chunks)


def _too_large(most: int) -> Refused:
    return Refused(RejectionCause.BODY_TOO_LARGE, f"The body is larger than {most} bytes.")

"""Reading an answer's body within its bounds, decompressed within the same bounds."""

import zlib
from collections.abc import AsyncIterable
from typing import Final

MAX_BODY: Final = 1024 * 1024

_WINDOW: Final = {"gzip": 31, "x-gzip": 31, "deflate": 15}


class TooLarge(Exception):
    """The body has more than MAX_BODY bytes, as sent or decompressed."""


async def read(stream: AsyncIterable[bytes]) -> bytes:
    """All of it. Raises TooLarge as soon as that is certain."""
    parts: list[bytes] = []
    size = 0
    async for part in stream:
        size += len(part)
        if size > MAX_BODY:
            raise TooLarge
        parts.append(part)
    return b"".join(parts)


def decompress(body: bytes, encoding: str) -> bytes:
    """The content of a body that came compressed although we accept only `identity`.

    Raises TooLarge. What is damaged, or in a coding we do not know, is given back as it came.
    """
    window = _WINDOW.get(encoding.strip().lower())
    if window is None:
        return body
    reader = zlib.decompressobj(window)
    try:
        content = reader.decompress(body, MAX_BODY + 1)
    except zlib.error:
        return body
    if len(content) > MAX_BODY:
        raise TooLarge
    return content if reader.eof else body

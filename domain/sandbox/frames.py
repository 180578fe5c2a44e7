"""Reads what a child says, which may be hostile: it is believed in nothing but its form. Pure."""

import json
from collections.abc import Iterator
from typing import Any, Final

import orjson

from domain.sandbox import framing

Frame = tuple[bytes, bytes, int]

_TYPES: Final = frozenset({framing.LINE, framing.RESULT, framing.ENDED})
_DEPTH: Final = "depth limit"


class Hostile(ValueError):
    """A child said something it cannot say; the message names what."""


class TooDeep(ValueError):
    """A value is nested deeper than we read; a person's code can do that without any malice."""


class Frames:
    """Cuts what a child sends into frames. A frame longer than `most` bytes is Hostile before it is read."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held = bytearray()

    def feed(self, data: bytes) -> Iterator[Frame]:
        """Yield (type, payload, microseconds) for each frame that is whole. Raises Hostile."""
        self._held += data
        while len(self._held) >= framing.FRAME.size:
            kind, length, microseconds = framing.FRAME.unpack_from(self._held)
            if kind not in _TYPES:
                raise Hostile("a frame of unknown type")
            if length > self._most:
                raise Hostile("a frame that is too long")
            end = framing.FRAME.size + length
            if len(self._held) < end:
                return
            payload = bytes(self._held[framing.FRAME.size : end])
            del self._held[:end]
            yield kind, payload, microseconds


def decode(payload: bytes) -> Any:
    """Read JSON; lone surrogates become U+FFFD, as they do when Node writes them. Raises Hostile, TooDeep."""
    try:
        return orjson.loads(payload)
    except orjson.JSONDecodeError as error:
        if _DEPTH in str(error):
            raise TooDeep("it is nested too deeply") from None
    try:
        text = json.dumps(json.loads(payload), ensure_ascii=False)
        return orjson.loads(
            text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        )
    except (ValueError, RecursionError) as error:
        raise Hostile("a payload that is not JSON") from error

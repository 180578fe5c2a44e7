"""A request to a provider and its answer. Values only."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class OutboundRequest:
    """method: upper case. url: absolute. headers: in order, a repeated name stays repeated."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, whatever its status.

    headers: names in lower case, values Latin-1 text, in order. body: decompressed, at most 1 MB.
    elapsed: from the first look-up to the last byte.
    """

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    elapsed: timedelta

    @property
    def is_success(self) -> bool:
        """Whether the status is 2xx."""
        return 200 <= self.status < 300

"""What we answer to a delivery."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reply:
    """status: 200-599. headers: names in lower case, values without control characters. body: as sent."""

    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""

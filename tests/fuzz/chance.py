"""What chance does to bytes, texts and JSON. Everything comes from one seed."""

import random
from datetime import UTC, datetime
from typing import Any, Final

from domain.request import Request

NOW: Final = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
_TEXTS: Final = (
    "", " ", "\0", "é", "\ud800", "=", ",", "v1=", "{}", "[]", "null", "true", "{{", "}}", "{{event.body", "%00", "%zz",
    "t=1,v1=", "Bearer ", "Basic ", "a" * 5_000, "9" * 400, "-1", "1e999", "NaN", "../", "sha256=", "eyJhbGciOiJub25lIn0..",
)  # fmt: skip


class Chance:
    """seed: the same gives the same again."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311  it makes tests, not secrets

    def one(self, choices: Any) -> Any:
        """One of these."""
        return self._random.choice(choices)

    def happens(self, likelihood: float) -> bool:
        """Whether something of this likelihood happens."""
        return self._random.random() < likelihood

    def octets(self, most: int = 300) -> bytes:
        """Bytes without any order."""
        return self._random.randbytes(self._random.randint(0, most))

    def text(self) -> str:
        """A text that is likely to be in the way."""
        if self.happens(0.7):
            return str(self.one(_TEXTS))
        return self.octets(40).decode("latin-1")

    def spoiled(self, content: bytes) -> bytes:
        """Bytes that differ from these in one place."""
        if not content or self.happens(0.2):
            return content + self.octets(8) + b"!"
        at = self._random.randrange(len(content))
        match self._random.randrange(4):
            case 0:
                return content[:at]
            case 1:
                return (
                    content[:at]
                    + bytes([content[at] ^ (1 << self._random.randrange(8))])
                    + content[at + 1 :]
                )
            case 2:
                return content[:at] + self.octets(20) + b"!" + content[at:]
            case _:
                return content + content[at:] + b" "

    def value(self, depth: int = 3) -> Any:
        """Any JSON."""
        if depth and self.happens(0.4):
            count = self._random.randrange(4)
            if self.happens(0.5):
                return [self.value(depth - 1) for _ in range(count)]
            return {self.text(): self.value(depth - 1) for _ in range(count)}
        return self.one((None, True, False, 0, -1, 10**30, 1.5, self.text(), self.text()))

    def changed(self, data: Any) -> Any:
        """The same JSON with one part replaced, left out or added."""
        if isinstance(data, dict) and data and self.happens(0.8):
            name = self.one(list(data))
            rest = {key: value for key, value in data.items() if key != name}
            if self.happens(0.15):
                return rest
            if self.happens(0.1):
                return {**data, self.text(): self.value()}
            return {**rest, name: self.changed(data[name])}
        if isinstance(data, list | tuple) and data and self.happens(0.8):
            at = self._random.randrange(len(data))
            return [*data[:at], self.changed(data[at]), *data[at + 1 :]]
        return self.value()

    def request(self, like: Request) -> Request:
        """A request that differs from this one in a part or two."""
        headers = list(like.headers)
        if headers and self.happens(0.5):
            at = self._random.randrange(len(headers))
            name, value = headers[at]
            headers[at] = (name, self._latin(value))
            if self.happens(0.2):
                headers.append((name, value))
            elif self.happens(0.2):
                del headers[at]
        body = self.spoiled(like.body) if self.happens(0.5) else like.body
        query = self._latin(like.query_string) if self.happens(0.3) else like.query_string
        return Request(
            method=self.one((like.method, like.method, "GET", "PUT", "X")),
            public_url=like.public_url,
            path=like.path,
            query_string=query,
            headers=tuple(headers),
            body=body,
            received_at=like.received_at,
            peer=self.one(("", "192.0.2.1", "not an address")),
        )

    def _latin(self, value: str) -> str:
        changed = self.text() if self.happens(0.3) else value + self.text()
        return changed.encode("latin-1", errors="replace").decode("latin-1")

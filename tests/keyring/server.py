"""A provider that publishes its keys on this machine, and tokens that it signs. Made with libraries, not with ours."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from joserfc import jwt
from joserfc.jwk import ECKey

from tests.outbound.peers import Peer, serving

PATH: Final = "/keys"


@dataclass
class KeyServer:
    """Answers whatever is asked with what it publishes. opened: while it is not set, it does not answer.

    documents: what is at other paths.
    """

    peer: Peer = field(default_factory=lambda: Peer(0))
    status: int = 200
    headers: tuple[str, ...] = ()
    body: bytes = b""
    documents: dict[str, bytes] = field(default_factory=dict)
    opened: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def url(self) -> str:
        """Where the keys are."""
        return self.peer.url + PATH

    @property
    def asked(self) -> list[str]:
        """The first line of every request that came."""
        return [each.split(b"\r\n")[0].decode() for each in self.peer.requests]

    def publish(self, *keys: ECKey) -> None:
        """Publish a set of these keys."""
        self.body = json.dumps({"keys": [key.as_dict(private=False) for key in keys]}).encode()

    async def behave(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one request."""
        await self.opened.wait()
        body = self.documents.get(self.asked[-1].split(" ")[1], self.body)
        lines = (f"HTTP/1.1 {self.status} X", f"content-length: {len(body)}", *self.headers)
        writer.write("\r\n".join((*lines, "", "")).encode() + body)
        await writer.drain()


@contextlib.asynccontextmanager
async def publishing() -> AsyncIterator[KeyServer]:
    """Serve until the end; open from the start."""
    server = KeyServer()
    server.opened.set()
    async with serving(server.behave) as peer:
        server.peer = peer
        try:
            yield server
        finally:
            server.opened.set()


def key(kid: str) -> ECKey:
    """A key pair with this id."""
    return ECKey.generate_key("P-256", {"kid": kid, "use": "sig"})


def token(by: ECKey, at: datetime, *, kid: str | None = None, jku: str = "", **claims: Any) -> str:
    """A token that a key signed. kid: another id than the key's own. jku: where it says that its key is."""
    header = {"alg": "ES256", "kid": by.kid if kid is None else kid}
    if jku:
        header["jku"] = jku
    return jwt.encode(header, {"iat": int(at.timestamp()), **claims}, by, algorithms=["ES256"])

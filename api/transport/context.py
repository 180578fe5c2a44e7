"""Who asks: what every resolver can rely on.

Knows identity, request id, loaders and the closing of the server; leaves out how any of them is made.
"""

import asyncio
import uuid
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from api.transport.sharing import Frames

Identity = TypeVar("Identity")
Loaders = TypeVar("Loaders")

Identify = Callable[[str | None], Awaitable[Identity]]
"""From the text of an Authorization header, or None, to who asks. Raises domain errors to refuse."""

IsValid = Callable[[Identity], Awaitable[bool]]
"""Whether an identity that was learnt a while ago would be accepted now."""

FreshLoaders = Callable[[Identity], Loaders]
"""Makes a new set of loaders, with empty caches, for one caller."""


def new_request_id() -> str:
    """Make an id to find a request by in the logs: `req_` and 32 hexadecimal digits."""
    return f"req_{uuid.uuid4().hex}"


@dataclass(slots=True)
class Context(Generic[Identity, Loaders]):
    """What an operation knows of its caller.

    A socket holds one for hours, so loaders are renewed for every operation, and for every event of a
    subscription: what they cached is never older. closing: set when the server is about to stop.
    connection_params: what a socket sent to say who it is, until that is known. frames: where listeners share events.
    """

    identity: Identity
    loaders: Loaders
    fresh_loaders: FreshLoaders[Identity, Loaders]
    request_id: str = field(default_factory=new_request_id)
    closing: asyncio.Event = field(default_factory=asyncio.Event)
    connection_params: dict[str, object] | None = field(default=None, repr=False)
    is_valid: IsValid[Identity] | None = None
    frames: Frames | None = None

    @property
    def viewer(self) -> Hashable | None:
        """Whose eyes these are: equal for callers who may see the same. None: not known."""
        return getattr(self.identity, "viewer", None)

    async def is_still_valid(self) -> bool:
        """Whether the caller would be let in now: a token may end while its socket is open."""
        return self.is_valid is None or await self.is_valid(self.identity)

    def for_operation(self) -> "Context[Identity, Loaders]":
        """Copy for one more operation of the same caller: a request id and loaders of its own."""
        loaders = self.fresh_loaders(self.identity)
        return replace(self, loaders=loaders, request_id=new_request_id())

    def for_event(self) -> "Context[Identity, Loaders]":
        """Copy for one more event of the same subscription: loaders of its own."""
        return replace(self, loaders=self.fresh_loaders(self.identity))


def request_id_of(context: Any) -> str:
    """Read the request id of any context; a new one when it has none."""
    return context.request_id if isinstance(context, Context) else new_request_id()

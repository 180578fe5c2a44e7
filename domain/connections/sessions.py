"""From a bearer text to who bears it: an editor token, or a user token."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from domain.connections import tokens, user_tokens
from domain.connections.callers import Caller
from domain.errors import Unauthenticated
from domain.models import EditorToken


@dataclass(frozen=True, slots=True)
class Session:
    """is_valid: whether the token would be accepted now. It keeps what is needed for that, never the token."""

    caller: Caller
    is_valid: Callable[[], Awaitable[bool]]


async def authenticate(token: str) -> Session:
    """Who bears this token. Raises Unauthenticated."""
    try:
        caller = await tokens.authenticate(token)
    except Unauthenticated:
        # a configured editor token may hold dots too, so it is looked for first
        if token.count(".") != 2:
            raise
        user = await user_tokens.authenticate(token)
        return Session(user.caller, user.is_valid)
    digest = tokens.digest(token)
    return Session(caller, lambda: EditorToken.exists(digest=digest, revoked_ms=None))

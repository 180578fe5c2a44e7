"""Who asks: from a bearer token to a caller of the domain.

Knows the form of the Authorization header and what is kept of a token while a socket is open: its digest.
Leaves out what a caller may do.
"""

from dataclasses import dataclass, field

import strawberry

from api.loaders import Loaders
from api.transport import context as transport
from domain.connections import tokens
from domain.connections.callers import Caller
from domain.context import Context
from domain.deliveries.accept import Acceptance
from domain.errors import Unauthenticated
from domain.models import EditorToken


@dataclass(frozen=True, slots=True)
class Identity:
    """What a request comes with. caller: None when it brought no token; digest: of the token it brought."""

    context: Context
    acceptance: Acceptance
    caller: Caller | None
    digest: str | None = field(default=None, repr=False)

    async def is_valid(self) -> bool:
        """Whether the token would be accepted now."""
        return await EditorToken.exists(digest=self.digest, revoked_ms=None)


Info = strawberry.Info[transport.Context[Identity, Loaders], None]


def identify_for(context: Context, acceptance: Acceptance) -> transport.Identify[Identity]:
    """Make what the transport asks about each request. Without a token only the schema can be asked for."""

    async def identify(authorization: str | None) -> Identity:
        if not authorization:
            return Identity(context, acceptance, None)
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            raise Unauthenticated("authorization is `Bearer` and a token")
        caller = await tokens.authenticate(token.strip())
        return Identity(context, acceptance, caller, tokens.digest(token.strip()))

    return identify


def fresh_loaders(identity: Identity) -> Loaders:
    """Make loaders that see the caller's project alone."""
    return Loaders(identity.caller.project_id if identity.caller else "")


def caller_of(info: Info) -> Caller:
    """Say who asks. Raises Unauthenticated."""
    caller = info.context.identity.caller
    if caller is None:
        raise Unauthenticated("this needs an editor token: `Authorization: Bearer TOKEN`")
    return caller


def domain_of(info: Info) -> Context:
    """Give what the domain's deeds need."""
    return info.context.identity.context


def acceptance_of(info: Info) -> Acceptance:
    """Give what takes deliveries."""
    return info.context.identity.acceptance

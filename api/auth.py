"""Who asks: from a bearer token to a caller of the domain.

Knows the form of the Authorization header; leaves out what a caller may do.
"""

from dataclasses import dataclass, field

import strawberry

from api.loaders import Loaders
from api.transport import context as transport
from domain.connections import sessions
from domain.connections.callers import Caller
from domain.connections.sessions import Session
from domain.context import Context
from domain.deliveries.accept import Acceptance
from domain.errors import Unauthenticated


@dataclass(frozen=True, slots=True)
class Identity:
    """What a request comes with. session: None when it brought no token."""

    context: Context
    acceptance: Acceptance
    session: Session | None = field(default=None, repr=False)

    @property
    def caller(self) -> Caller | None:
        """Who asks, if that was said."""
        return self.session.caller if self.session else None

    @property
    def viewer(self) -> Caller | None:
        """Equal for those who may see the same."""
        return self.caller

    async def is_valid(self) -> bool:
        """Whether the token that was brought, if any, would be accepted now."""
        return self.session is None or await self.session.is_valid()


Info = strawberry.Info[transport.Context[Identity, Loaders], None]


def identify_for(context: Context, acceptance: Acceptance) -> transport.Identify[Identity]:
    """Make what the transport asks about each request. Without a token only the schema can be asked for."""

    async def identify(authorization: str | None) -> Identity:
        if not authorization:
            return Identity(context, acceptance)
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            raise Unauthenticated("authorization is `Bearer` and a token")
        return Identity(context, acceptance, await sessions.authenticate(token.strip()))

    return identify


def fresh_loaders(identity: Identity) -> Loaders:
    """Make loaders that see what is the caller's own, alone."""
    return Loaders(identity.caller)


def caller_of(info: Info) -> Caller:
    """Say who asks. Raises Unauthenticated."""
    caller = info.context.identity.caller
    if caller is None:
        raise Unauthenticated("this needs a token: `Authorization: Bearer TOKEN`")
    return caller


def domain_of(info: Info) -> Context:
    """Give what the domain's deeds need."""
    return info.context.identity.context


def acceptance_of(info: Info) -> Acceptance:
    """Give what takes deliveries."""
    return info.context.identity.acceptance

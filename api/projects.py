"""The project and what belongs to it alone: secrets and editor tokens, without their values."""

from datetime import datetime

import strawberry

from api.auth import Info, caller_of
from api.described import field, output
from api.enums import UserTokenAlgorithm
from api.node import Node
from domain import clock, models
from domain.connections import secrets, tokens, user_token_keys


@output
class Secret:
    """A named developer token of the project. Its value is never shown."""

    row: strawberry.Private[models.Secret]

    @field
    def name(self) -> str:
        """Its name, as in `{{secrets.NAME}}`."""
        return self.row.name

    @field
    def updated_at(self) -> datetime:
        """When its value was last set."""
        return clock.from_ms(self.row.updated_ms)


@output
class EditorToken:
    """A bearer token of the editor. The token itself is shown once, when it is made."""

    row: strawberry.Private[models.EditorToken]

    @field
    def id(self) -> strawberry.ID:
        """Its id, to revoke it by."""
        return strawberry.ID(self.row.id)

    @field
    def name(self) -> str:
        """What it is called."""
        return self.row.name

    @field
    def created_at(self) -> datetime:
        """When it was made."""
        return clock.from_ms(self.row.created_ms)

    @field
    def revoked_at(self) -> datetime | None:
        """When it was revoked. Null while it is valid."""
        return None if self.row.revoked_ms is None else clock.from_ms(self.row.revoked_ms)


@output
class UserTokenKey:
    """A public key that user tokens are verified with."""

    row: strawberry.Private[models.UserTokenKey]

    @field
    def id(self) -> strawberry.ID:
        """Its id: the `kid` of the tokens that it verifies."""
        return strawberry.ID(self.row.id)

    @field
    def name(self) -> str:
        """What it is called."""
        return self.row.name

    @field
    def algorithm(self) -> UserTokenAlgorithm:
        """The one algorithm of the tokens that it verifies."""
        return UserTokenAlgorithm(self.row.algorithm)

    @field
    def public_key(self) -> str:
        """The key, as PEM."""
        return self.row.public_key

    @field
    def created_at(self) -> datetime:
        """When it was registered."""
        return clock.from_ms(self.row.created_ms)

    @field
    def revoked_at(self) -> datetime | None:
        """When it was revoked. Null while it counts."""
        return None if self.row.revoked_ms is None else clock.from_ms(self.row.revoked_ms)


@output
class Project(Node):
    """The workspace of a company; it owns everything else."""

    row: strawberry.Private[models.Project]

    @field
    def name(self) -> str:
        """What it is called."""
        return self.row.name

    @field
    def created_at(self) -> datetime:
        """When it was made."""
        return clock.from_ms(self.row.created_ms)

    @field
    async def secrets(self, info: Info) -> list[Secret]:
        """Its secrets, by name. What stands here is set."""
        return [Secret(row=row) for row in await secrets.list_secrets(caller_of(info))]

    @field
    async def editor_tokens(self, info: Info) -> list[EditorToken]:
        """Its editor tokens, the revoked ones too, oldest first."""
        return [EditorToken(row=row) for row in await tokens.list_tokens(caller_of(info))]

    @field
    async def user_token_keys(self, info: Info) -> list[UserTokenKey]:
        """The public keys that its user tokens are verified with, the revoked ones too, oldest first."""
        rows = await user_token_keys.list_keys(caller_of(info))
        return [UserTokenKey(row=row) for row in rows]

"""Connected accounts: the fields that lead nowhere else. Their values are never shown.

Leaves out integrations and registrations (`graph`).
"""

from datetime import datetime

import strawberry

from api import enums as _enums  # noqa: F401  describes the status
from api.described import field, output
from api.registrations import Exchange
from domain import clock, models
from domain.connections.credentials import CredentialStatus
from domain.registrations import masking


@output
class CredentialFields:
    """The plain fields of a credential."""

    row: strawberry.Private[models.Credential]

    @field
    def credential_id(self) -> strawberry.ID:
        """Its id once more, by the name that front ends know it by: it ends the account's URLs, `?id=…`."""
        return strawberry.ID(self.row.id)

    @field
    def user_id(self) -> str:
        """The connected user whose account it is, as your product names them."""
        return self.row.user_id

    @field
    def provider_id(self) -> str | None:
        """The id by which the provider names this account in its events. Null when it is not known."""
        return self.row.provider_id

    @field
    def is_sandbox(self) -> bool:
        """Whether it is the editor's own test account of the integration."""
        return self.row.is_sandbox

    @field
    def status(self) -> CredentialStatus:
        """Whether it is connected."""
        return CredentialStatus(self.row.status)

    @field
    def reason(self) -> str | None:
        """Why it stands so, for a person. Null when there is nothing to say."""
        return self.row.reason or None

    @field
    def expires_at(self) -> datetime | None:
        """When its access token ends; it is refreshed ahead of that. Null when that is not known."""
        return None if self.row.expires_ms is None else clock.from_ms(self.row.expires_ms)

    @field
    def exchange(self) -> Exchange | None:
        """The last request that was sent to connect, refresh or look it up, every secret masked."""
        return Exchange.of(masking.decode(self.row.exchange)) if self.row.exchange else None

    @field
    def created_at(self) -> datetime:
        """When it was first connected."""
        return clock.from_ms(self.row.created_ms)

"""A project's use of a provider: the fields that lead nowhere else.

Leaves out accounts, triggers and deliveries (`graph`).
"""

from datetime import datetime
from typing import Self

import strawberry

from api import providers
from api.auth import Info, domain_of
from api.described import field, output
from api.oauth_apps import OAuthApp, ProviderIdLookup
from api.providers import Provider
from api.requests import RequestAuthorization
from domain import addresses, clock, models
from domain.connections import authorization, lookup, oauth_app
from domain.connections.integrations import parameter_names
from domain.connections.oauth_flows import redirect_url
from domain.registrations.requests import Authorization


@output
class IntegrationAuthorization:
    """How requests to the provider are authorized: the scheme, and which values it reads. Never the values."""

    scheme: RequestAuthorization = strawberry.field(
        description="The scheme. INHERIT means: as each account was connected."
    )
    account_values: list[str] = strawberry.field(
        description="The names of an account's values that it reads, as in `{{credential.NAME}}`."
    )

    @classmethod
    def of(cls, scheme: Authorization) -> Self:
        """Show a scheme."""
        return cls(
            scheme=RequestAuthorization.of(scheme),
            account_values=list(authorization.wanted(scheme)),
        )


@output
class IntegrationFields:
    """The plain fields of an integration."""

    row: strawberry.Private[models.Integration]

    @field
    def name(self) -> str:
        """What it is called."""
        return self.row.name

    @field
    def slug(self) -> str:
        """Its stable name in the project, for code."""
        return self.row.slug

    @field
    def provider(self) -> Provider | None:
        """The entry of the catalog it was made from. Null when it was described by hand."""
        return providers.find(self.row.provider_slug) if self.row.provider_slug else None

    @field
    def api_base_url(self) -> str | None:
        """Where the provider's API begins. Requests with a path alone go below it."""
        return self.row.api_base_url

    @field
    def authorization(self) -> IntegrationAuthorization:
        """How requests to the provider's API are authorized."""
        return IntegrationAuthorization.of(authorization.decode(self.row.authorization))

    @field
    def oauth(self, info: Info) -> OAuthApp | None:
        """Its OAuth app. Null: accounts are connected by values that are entered."""
        if self.row.oauth is None:
            return None
        url = redirect_url(domain_of(info).settings, self.row.id)
        return OAuthApp.of(oauth_app.decode(self.row.oauth), url)

    @field
    def account_parameters(self) -> list[str]:
        """What its addresses read of each account: the names of `parameters` when one is connected by OAuth."""
        return list(parameter_names(self.row, by_oauth=True))

    @field
    def provider_id_lookup(self) -> ProviderIdLookup | None:
        """How the Provider ID of an account is looked up. Null: it is given when one is connected."""
        return ProviderIdLookup.of(lookup.decode(self.row.lookup)) if self.row.lookup else None

    @field
    def webhook_url(self, info: Info) -> str:
        """The address that its app-level triggers share, without `/test`."""
        settings = domain_of(info).settings
        return addresses.webhook_url(settings, self.row.project_id, self.row.id)

    @field
    def created_at(self) -> datetime:
        """When it was made."""
        return clock.from_ms(self.row.created_ms)

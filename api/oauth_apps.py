"""How accounts of an integration are connected, as GraphQL shows it: which values are set, never the values."""

from typing import Self

import strawberry

from api import enums as _enums  # noqa: F401  describes the grants
from api.described import output
from api.requests import RequestTemplate
from api.values import KeyValue, shown
from domain.connections import lookup as lookups
from domain.connections import oauth_app
from domain.connections.oauth_app import ClientAuthentication, OAuthGrant


@output
class OAuthApp:
    """An integration's OAuth 2.0 app at the provider."""

    grant: OAuthGrant = strawberry.field(description="How access tokens are had.")
    authorize_url: str = strawberry.field(description="Where a person allows the access.")
    token_url: str = strawberry.field(description="Where a code becomes tokens.")
    revoke_url: str = strawberry.field(description="Where tokens are ended. Empty: nowhere.")
    scopes: list[str] = strawberry.field(description="What is asked for.")
    scope_separator: str = strawberry.field(description="What stands between scopes.")
    extra: list[KeyValue] = strawberry.field(
        description="Further parameters of the authorization request."
    )
    client_id: str = strawberry.field(description="The app's id, a template or the id itself.")
    client_secret: str = strawberry.field(
        description="The app's secret, a template that names where it is kept. Empty: none is set."
    )
    client_authentication: ClientAuthentication = strawberry.field(
        description="How the token endpoint takes id and secret."
    )
    uses_pkce: bool = strawberry.field(description="Whether codes are bound by PKCE, S256.")
    redirect_url: str = strawberry.field(
        description="What to register at the provider as the app's redirect URI."
    )
    missing: list[str] = strawberry.field(
        description="The fields that must still be given before an account can be connected."
    )

    @classmethod
    def of(cls, app: oauth_app.OAuthApp, redirect_url: str) -> Self:
        """Show an app."""
        return cls(
            grant=app.grant,
            authorize_url=app.authorize_url,
            token_url=app.token_url,
            revoke_url=app.revoke_url,
            scopes=list(app.scopes),
            scope_separator=app.scope_separator,
            extra=shown(app.extra),
            client_id=app.client_id,
            client_secret=app.client_secret,
            client_authentication=app.client_authentication,
            uses_pkce=app.uses_pkce,
            redirect_url=redirect_url,
            missing=list(oauth_app.missing(app)),
        )


@output
class ProviderIdLookup:
    """How the provider tells whose account it is."""

    value: str = strawberry.field(description="A template that gives the Provider ID.")
    request: RequestTemplate | None = strawberry.field(
        description="The request whose answer it reads. Null: it reads what came with the token."
    )

    @classmethod
    def of(cls, lookup: lookups.Lookup) -> Self:
        """Show a lookup."""
        request = lookup.request
        return cls(value=lookup.value, request=RequestTemplate.of(request) if request else None)

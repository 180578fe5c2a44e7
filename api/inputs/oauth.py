"""How accounts of an integration are connected, as GraphQL takes it: its OAuth app, and the Provider ID's lookup."""

import msgspec
import strawberry
from strawberry import Maybe

from api import enums as _enums  # noqa: F401  describes the grants
from api.described import entry
from api.inputs.reading import given_or_unset
from api.inputs.requests import RequestTemplateInput
from api.values import KeyValueInput, entered
from domain.connections.lookup import Lookup
from domain.connections.oauth_app import ClientAuthentication, OAuthChanges, OAuthGrant


@entry
class OAuthAppInput:
    """An OAuth 2.0 app at the provider. What is absent stays: as the catalog filled it in, or as it was."""

    grant: Maybe[OAuthGrant] = strawberry.field(
        description="How access tokens are had; AUTHORIZATION_CODE unless it is said."
    )
    authorize_url: Maybe[str] = strawberry.field(description="Where a person allows the access.")
    token_url: Maybe[str] = strawberry.field(description="Where a code becomes tokens.")
    revoke_url: Maybe[str] = strawberry.field(
        description="Where tokens are ended (RFC 7009). Empty: nowhere."
    )
    scopes: Maybe[list[str]] = strawberry.field(description="What is asked for.")
    scope_separator: Maybe[str] = strawberry.field(
        description="What stands between scopes: a space unless it is said."
    )
    extra: Maybe[list[KeyValueInput]] = strawberry.field(
        description="Further parameters of the authorization request, such as `access_type`."
    )
    client_id: Maybe[str] = strawberry.field(
        description="The app's id, a template such as `{{secrets.NAME}}`, or the id itself."
    )
    client_secret: Maybe[str] = strawberry.field(
        description="The app's secret, a template such as `{{secrets.NAME}}`; never the secret itself."
    )
    client_authentication: Maybe[ClientAuthentication] = strawberry.field(
        description="How the token endpoint takes id and secret; POST unless it is said."
    )
    uses_pkce: Maybe[bool] = strawberry.field(
        description="Whether codes are bound by PKCE, S256; true unless it is said."
    )

    def entered(self) -> OAuthChanges:
        """Convert to the domain's form."""
        scopes, extra = given_or_unset(self.scopes), given_or_unset(self.extra)
        return OAuthChanges(
            grant=given_or_unset(self.grant),
            authorize_url=given_or_unset(self.authorize_url),
            token_url=given_or_unset(self.token_url),
            revoke_url=given_or_unset(self.revoke_url),
            scopes=scopes if scopes is msgspec.UNSET else tuple(scopes),
            scope_separator=given_or_unset(self.scope_separator),
            extra=extra if extra is msgspec.UNSET else entered(extra),
            client_id=given_or_unset(self.client_id),
            client_secret=given_or_unset(self.client_secret),
            client_authentication=given_or_unset(self.client_authentication),
            uses_pkce=given_or_unset(self.uses_pkce),
        )


@entry
class ProviderIdLookupInput:
    """How the provider tells whose account it is, when one is connected and whenever it is asked for."""

    value: str = strawberry.field(
        description="A template that gives the Provider ID: `{{setup.response.body.team.id}}` of the request's "
        "answer; without a request `{{credential.NAME}}`, what came beside the access token."
    )
    request: Maybe[RequestTemplateInput | None] = strawberry.field(
        description="The request that is sent with the account's values. Null: none is needed."
    )

    def entered(self) -> Lookup:
        """Convert to the domain's form."""
        request = self.request.value if self.request else None
        return Lookup(self.value, request.entered() if request else None)

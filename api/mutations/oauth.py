"""Connecting accounts by OAuth, and what can be asked of the provider about a connected one."""

import strawberry
from strawberry import Maybe

from api.auth import Info, caller_of, domain_of
from api.described import entry, output
from api.graph import Credential
from api.mutation import Given, Payload, mutation
from api.node import known
from api.values import KeyValueInput, entered
from domain.connections import asking
from domain.connections.oauth_flows import Wish, start_oauth
from domain.identity import Kind
from domain.registrations.requests import KeyValue


@entry
class StartOAuthInput:
    """An account to connect by OAuth."""

    integration_id: strawberry.ID = strawberry.field(description="The integration's id.")
    user_id: Maybe[str] = strawberry.field(
        description="The connected user whose account it is. With a user token: the token's user, also when absent."
    )
    is_sandbox: Maybe[bool] = strawberry.field(
        description="True: it is the editor's own test account. An earlier one is replaced."
    )
    return_url: Maybe[str | None] = strawberry.field(
        description="Where the browser goes afterwards, with `credentialId` or `error` in its query; at an allowed "
        "origin. Null: a plain page says what came of it."
    )
    credential_id: Maybe[strawberry.ID | None] = strawberry.field(
        description="An account to connect again: it keeps its id, its registrations and its URLs."
    )
    parameters: Maybe[list[KeyValueInput] | None] = strawberry.field(
        description="What the integration's addresses read of the account, such as `shop` for "
        "`https://{{credential.shop}}.myshopify.com`. Each value is one name of letters, digits and hyphens. "
        "Absent: an account that is connected again keeps its own."
    )


@output
class StartOAuthPayload(Payload):
    """What came of beginning to connect an account."""

    authorization_url: str | None = strawberry.field(
        default=None,
        description="Where the user's browser goes now. Good once, for ten minutes, and for this user alone.",
    )


@entry
class RefreshAccountInput:
    """An account whose access token is to be refreshed now."""

    credential_id: strawberry.ID = strawberry.field(description="The account's id.")


@output
class RefreshAccountPayload(Payload):
    """What came of refreshing an account."""

    credential: Credential | None = strawberry.field(default=None, description="The account.")


@entry
class LookUpProviderIdInput:
    """An account whose Provider ID is to be looked up now."""

    credential_id: strawberry.ID = strawberry.field(description="The account's id.")


@output
class LookUpProviderIdPayload(Payload):
    """What came of looking up a Provider ID."""

    credential: Credential | None = strawberry.field(
        default=None, description="The account; its `exchange` shows what was asked and answered."
    )


@output
class OAuthMutations:
    """Connecting accounts by OAuth."""

    @mutation("integrationId")
    async def start_o_auth(self, info: Info, given: Given[StartOAuthInput]) -> StartOAuthPayload:
        """Begin to connect an account by OAuth: authorization code with PKCE. The callback finishes it."""
        credential_id = given.credential_id.value if given.credential_id else None
        wish = Wish(
            integration_id=known(given.integration_id, Kind.INTEGRATION),
            user_id=given.user_id.value if given.user_id else None,
            is_sandbox=bool(given.is_sandbox and given.is_sandbox.value),
            return_url=given.return_url.value if given.return_url else None,
            credential_id=None if credential_id is None else str(credential_id),
            parameters=_parameters(given),
        )
        url = await start_oauth(domain_of(info), caller_of(info), wish)
        return StartOAuthPayload(authorization_url=url)

    @mutation("credentialId")
    async def refresh_account(
        self, info: Info, given: Given[RefreshAccountInput]
    ) -> RefreshAccountPayload:
        """Refresh an account's access token now, whether or not it is due."""
        identifier = known(given.credential_id, Kind.CREDENTIAL)
        row = await asking.refresh_account(domain_of(info), caller_of(info), identifier)
        return RefreshAccountPayload(credential=Credential(row=row))

    @mutation("credentialId")
    async def look_up_provider_id(
        self, info: Info, given: Given[LookUpProviderIdInput]
    ) -> LookUpProviderIdPayload:
        """Look up an account's Provider ID at the provider, as the integration describes it, and keep it."""
        identifier = known(given.credential_id, Kind.CREDENTIAL)
        row = await asking.look_up_provider_id(domain_of(info), caller_of(info), identifier)
        return LookUpProviderIdPayload(credential=Credential(row=row))


def _parameters(given: StartOAuthInput) -> tuple[KeyValue, ...] | None:
    """The parameters that were given; None when none were, which keeps those of an account that is there."""
    if given.parameters is None or given.parameters.value is None:
        return None
    return entered(given.parameters.value)

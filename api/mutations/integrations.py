"""Changing integrations and connected accounts."""

import strawberry
from strawberry import Maybe

from api.auth import Info, caller_of, domain_of
from api.described import entry, output
from api.graph import Credential, Integration
from api.inputs.accounts import AccountAuthorizationInput
from api.inputs.oauth import OAuthAppInput, ProviderIdLookupInput
from api.inputs.reading import given_or_unset
from api.inputs.requests import RequestAuthorizationInput
from api.mutation import Given, Payload, mutation
from api.node import known
from api.values import KeyValueInput, entered
from domain.connections import connecting, deleting, integrations
from domain.connections.connecting import Account
from domain.connections.integrations import IntegrationChanges
from domain.identity import Kind
from domain.registrations import disconnecting
from domain.registrations.requests import Authorization, AuthorizationKind


@entry
class CreateIntegrationInput:
    """An integration to make: from a provider of the catalog, or described by hand."""

    provider: Maybe[str | None] = strawberry.field(
        description="A provider's slug; what is not given below is taken from there."
    )
    name: Maybe[str | None] = strawberry.field(
        description="What it is called, 1 to 80 characters. Needed without a provider."
    )
    api_base_url: Maybe[str | None] = strawberry.field(
        description="Where the provider's API begins, such as `https://api.example.com/v1`."
    )
    authorization: Maybe[RequestAuthorizationInput | None] = strawberry.field(
        description="How requests are authorized, in templates; as each account was connected when null."
    )
    oauth: Maybe[OAuthAppInput | None] = strawberry.field(
        description="The OAuth app that accounts are connected by. What is not given is taken from the provider."
    )
    provider_id_lookup: Maybe[ProviderIdLookupInput | None] = strawberry.field(
        description="How the Provider ID of an account is looked up. Null: it is given when one is connected."
    )


@output
class CreateIntegrationPayload(Payload):
    """What came of making an integration."""

    integration: Integration | None = strawberry.field(
        default=None, description="The new integration."
    )


@entry
class UpdateIntegrationInput:
    """Changes of an integration. What is absent stays."""

    integration_id: strawberry.ID = strawberry.field(description="The integration's id.")
    name: Maybe[str] = strawberry.field(description="What it is called, 1 to 80 characters.")
    api_base_url: Maybe[str | None] = strawberry.field(
        description="Where the provider's API begins. Null clears."
    )
    authorization: Maybe[RequestAuthorizationInput | None] = strawberry.field(
        description="How requests are authorized, in templates. Null: as each account was connected."
    )
    oauth: Maybe[OAuthAppInput | None] = strawberry.field(
        description="The OAuth app that accounts are connected by. What is not given of it stays. Null clears."
    )
    provider_id_lookup: Maybe[ProviderIdLookupInput | None] = strawberry.field(
        description="How the Provider ID of an account is looked up. Null clears."
    )


@output
class UpdateIntegrationPayload(Payload):
    """What came of changing an integration."""

    integration: Integration | None = strawberry.field(
        default=None, description="The integration as it is now."
    )


@entry
class DeleteIntegrationInput:
    """An integration to remove."""

    integration_id: strawberry.ID = strawberry.field(description="The integration's id.")


@output
class DeleteIntegrationPayload(Payload):
    """What came of removing an integration."""

    deleted_integration_id: strawberry.ID | None = strawberry.field(
        default=None, description="The id of the integration that is gone."
    )


@entry
class ConnectAccountInput:
    """An account to connect."""

    integration_id: strawberry.ID = strawberry.field(description="The integration's id.")
    user_id: str = strawberry.field(
        description="The connected user whose account it is, as your product names them."
    )
    is_sandbox: Maybe[bool] = strawberry.field(
        description="True: it is the editor's own test account. An earlier one is replaced."
    )
    provider_id: Maybe[str | None] = strawberry.field(
        description="The id by which the provider names this account in its events."
    )
    authorization: Maybe[AccountAuthorizationInput | None] = strawberry.field(
        description="The account's values. Absent: it is connected for its events alone."
    )
    parameters: Maybe[list[KeyValueInput] | None] = strawberry.field(
        description="What the integration's addresses read of the account, such as `shop` for "
        "`https://{{credential.shop}}.myshopify.com`. Each value is one name of letters, digits and hyphens."
    )


@output
class ConnectAccountPayload(Payload):
    """What came of connecting an account."""

    credential: Credential | None = strawberry.field(
        default=None, description="The connected account."
    )


@entry
class DisconnectAccountInput:
    """An account to disconnect."""

    credential_id: strawberry.ID = strawberry.field(description="The account's id.")


@output
class DisconnectAccountPayload(Payload):
    """What came of disconnecting an account."""

    credential: Credential | None = strawberry.field(
        default=None, description="The account, disconnected."
    )


@output
class IntegrationMutations:
    """Changes of integrations and their accounts."""

    @mutation()
    async def create_integration(
        self, info: Info, given: Given[CreateIntegrationInput]
    ) -> CreateIntegrationPayload:
        """Make an integration, from a provider of the catalog or described by hand."""
        row = await integrations.create_integration(
            domain_of(info),
            caller_of(info),
            _changes(given),
            given.provider.value if given.provider else None,
        )
        return CreateIntegrationPayload(integration=Integration(row=row))

    @mutation("integrationId")
    async def update_integration(
        self, info: Info, given: Given[UpdateIntegrationInput]
    ) -> UpdateIntegrationPayload:
        """Change an integration. Its slug stays."""
        row = await integrations.update_integration(
            domain_of(info),
            caller_of(info),
            known(given.integration_id, Kind.INTEGRATION),
            _changes(given),
        )
        return UpdateIntegrationPayload(integration=Integration(row=row))

    @mutation("integrationId")
    async def delete_integration(
        self, info: Info, given: Given[DeleteIntegrationInput]
    ) -> DeleteIntegrationPayload:
        """Remove an integration with its accounts and drafts. Refused while a trigger is active, or tokens wait to be revoked."""
        caller = caller_of(info)
        identifier = known(given.integration_id, Kind.INTEGRATION)
        await deleting.delete_integration(domain_of(info), caller, identifier)
        return DeleteIntegrationPayload(deleted_integration_id=strawberry.ID(identifier))

    @mutation("integrationId")
    async def connect_account(
        self, info: Info, given: Given[ConnectAccountInput]
    ) -> ConnectAccountPayload:
        """Connect an account of a user, or the sandbox account that the wizard tests with."""
        authorization = given.authorization.value if given.authorization else None
        account = Account(
            user_id=given.user_id,
            authorization=authorization.entered()
            if authorization
            else Authorization(AuthorizationKind.NONE),
            provider_id=given.provider_id.value if given.provider_id else None,
            is_sandbox=bool(given.is_sandbox and given.is_sandbox.value),
            by_client_credentials=bool(
                authorization
                and authorization.client_credentials
                and authorization.client_credentials.value
            ),
            parameters=entered(given.parameters.value if given.parameters else None),
        )
        caller = caller_of(info)
        identifier = known(given.integration_id, Kind.INTEGRATION)
        row = await connecting.connect_account(domain_of(info), caller, identifier, account)
        return ConnectAccountPayload(credential=Credential(row=row))

    @mutation("credentialId")
    async def disconnect_account(
        self, info: Info, given: Given[DisconnectAccountInput]
    ) -> DisconnectAccountPayload:
        """End a connection. Its events are refused from then on; its webhooks are removed, then its values are forgotten."""
        caller = caller_of(info)
        identifier = known(given.credential_id, Kind.CREDENTIAL)
        row = await disconnecting.disconnect_account(domain_of(info), caller, identifier)
        return DisconnectAccountPayload(credential=Credential(row=row))


def _changes(given: CreateIntegrationInput | UpdateIntegrationInput) -> IntegrationChanges:
    scheme, app = given_or_unset(given.authorization), given_or_unset(given.oauth)
    lookup = given_or_unset(given.provider_id_lookup)
    return IntegrationChanges(
        name=given_or_unset(given.name),
        api_base_url=given_or_unset(given.api_base_url),
        authorization=scheme.entered() if scheme else scheme,
        oauth=app.entered() if app else app,
        lookup=lookup.entered() if lookup else lookup,
    )

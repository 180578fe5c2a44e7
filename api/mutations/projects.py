"""Changing secrets, editor tokens and the keys of user tokens."""

import strawberry

from api.auth import Info, caller_of, domain_of
from api.described import entry, output
from api.mutation import Given, Payload, mutation
from api.node import known
from api.projects import EditorToken, Secret, UserTokenKey
from domain.connections import secrets, tokens, user_token_keys
from domain.errors import NotFound
from domain.identity import Kind
from domain.text import is_clean


@entry
class SetSecretInput:
    """A secret to store."""

    name: str = strawberry.field(
        description="Its name: capital letters, digits and `_`. An existing one gets the new value."
    )
    value: str = strawberry.field(description="Its value. It is encrypted, and never shown again.")


@output
class SetSecretPayload(Payload):
    """What came of storing a secret."""

    secret: Secret | None = strawberry.field(default=None, description="The secret, by its name.")


@entry
class DeleteSecretInput:
    """A secret to remove."""

    name: str = strawberry.field(description="Its name.")


@output
class DeleteSecretPayload(Payload):
    """What came of removing a secret."""

    deleted_name: str | None = strawberry.field(
        default=None, description="The name of the secret that is gone."
    )


@entry
class CreateEditorTokenInput:
    """An editor token to make."""

    name: str = strawberry.field(description="What it is for, 1 to 80 characters.")


@output
class CreateEditorTokenPayload(Payload):
    """What came of making an editor token."""

    editor_token: EditorToken | None = strawberry.field(
        default=None, description="The token's entry."
    )
    token: str | None = strawberry.field(
        default=None, description="The token itself. It is shown this once."
    )


@entry
class RevokeEditorTokenInput:
    """An editor token to revoke."""

    token_id: strawberry.ID = strawberry.field(description="The id of its entry.")


@output
class RevokeEditorTokenPayload(Payload):
    """What came of revoking an editor token."""

    editor_token: EditorToken | None = strawberry.field(
        default=None, description="The token's entry."
    )


@entry
class CreateUserTokenKeyInput:
    """A public key to register. The private key stays with you."""

    name: str = strawberry.field(description="What it is called, 1 to 80 characters.")
    public_key: str = strawberry.field(
        description="The public key, as PEM or JWK: RSA of at least 2048 bits, or the curve P-256."
    )


@output
class CreateUserTokenKeyPayload(Payload):
    """What came of registering a key."""

    user_token_key: UserTokenKey | None = strawberry.field(
        default=None, description="The key; its id is the `kid` of the tokens."
    )


@entry
class RevokeUserTokenKeyInput:
    """A key to revoke."""

    key_id: strawberry.ID = strawberry.field(description="The key's id.")


@output
class RevokeUserTokenKeyPayload(Payload):
    """What came of revoking a key."""

    user_token_key: UserTokenKey | None = strawberry.field(default=None, description="The key.")


@output
class ProjectMutations:
    """Changes of what belongs to the project alone."""

    @mutation()
    async def set_secret(self, info: Info, given: Given[SetSecretInput]) -> SetSecretPayload:
        """Store a secret, or replace its value. Whatever names it uses the new value at once."""
        row = await secrets.set_secret(domain_of(info), caller_of(info), given.name, given.value)
        return SetSecretPayload(secret=Secret(row=row))

    @mutation("name")
    async def delete_secret(
        self, info: Info, given: Given[DeleteSecretInput]
    ) -> DeleteSecretPayload:
        """Remove a secret. Whatever names it fails closed from then on."""
        if not is_clean(given.name):
            raise NotFound("there is no such secret")
        await secrets.delete_secret(domain_of(info), caller_of(info), given.name)
        return DeleteSecretPayload(deleted_name=given.name)

    @mutation()
    async def create_editor_token(
        self, info: Info, given: Given[CreateEditorTokenInput]
    ) -> CreateEditorTokenPayload:
        """Make another editor token of the project."""
        made = await tokens.create_token(caller_of(info), given.name)
        return CreateEditorTokenPayload(editor_token=EditorToken(row=made.row), token=made.token)

    @mutation("tokenId")
    async def revoke_editor_token(
        self, info: Info, given: Given[RevokeEditorTokenInput]
    ) -> RevokeEditorTokenPayload:
        """End an editor token at once and for good. Streams that were opened with it end soon after."""
        caller = caller_of(info)
        row = await tokens.revoke_token(caller, known(given.token_id, Kind.TOKEN))
        return RevokeEditorTokenPayload(editor_token=EditorToken(row=row))

    @mutation()
    async def create_user_token_key(
        self, info: Info, given: Given[CreateUserTokenKeyInput]
    ) -> CreateUserTokenKeyPayload:
        """Register a public key that user tokens are verified with, beside those that are there."""
        row = await user_token_keys.create_key(caller_of(info), given.name, given.public_key)
        return CreateUserTokenKeyPayload(user_token_key=UserTokenKey(row=row))

    @mutation("keyId")
    async def revoke_user_token_key(
        self, info: Info, given: Given[RevokeUserTokenKeyInput]
    ) -> RevokeUserTokenKeyPayload:
        """End a key at once and for good, and with it every user token that it signed."""
        caller = caller_of(info)
        row = await user_token_keys.revoke_key(caller, known(given.key_id, Kind.USER_TOKEN_KEY))
        return RevokeUserTokenKeyPayload(user_token_key=UserTokenKey(row=row))

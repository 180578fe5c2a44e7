"""The values of one account, as GraphQL takes them: exactly one kind. They are stored encrypted."""

import strawberry
from strawberry import Maybe

from api.described import choice, entry
from api.values import KeyValueInput, entered
from domain.registrations.requests import Authorization, AuthorizationKind


@entry
class BearerValuesInput:
    """An access token."""

    token: str = strawberry.field(description="The token itself.")


@entry
class BasicValuesInput:
    """A user name and a password."""

    username: str = strawberry.field(description="The user name itself.")
    password: str = strawberry.field(description="The password itself.")


@choice
class AccountAuthorizationInput:
    """The values that requests for one account are authorized with: exactly one kind."""

    none: Maybe[bool] = strawberry.field(
        description="True: no values; the account is connected for its events alone."
    )
    bearer: Maybe[BearerValuesInput] = strawberry.field(description="An access token.")
    basic: Maybe[BasicValuesInput] = strawberry.field(description="A user name and a password.")
    headers: Maybe[list[KeyValueInput]] = strawberry.field(
        description="Headers by name; also read as `{{credential.NAME}}`."
    )
    query: Maybe[list[KeyValueInput]] = strawberry.field(
        description="Query parameters by name; also read as `{{credential.NAME}}`."
    )
    client_credentials: Maybe[bool] = strawberry.field(
        description="True: a token of the integration's OAuth app itself, by the grant CLIENT_CREDENTIALS."
    )

    def entered(self) -> Authorization:
        """Convert to the domain's form."""
        if self.bearer:
            return Authorization(AuthorizationKind.BEARER, token=self.bearer.value.token)
        if self.basic:
            basic = self.basic.value
            return Authorization(
                AuthorizationKind.BASIC, username=basic.username, password=basic.password
            )
        if self.headers:
            return Authorization(AuthorizationKind.HEADERS, entries=entered(self.headers.value))
        if self.query:
            return Authorization(AuthorizationKind.QUERY, entries=entered(self.query.value))
        return Authorization(AuthorizationKind.NONE)

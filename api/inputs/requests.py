"""Requests to a provider as GraphQL takes them. Every text may hold templates.

Knows the forms and how they become the domain's; leaves out what is wrong with them.
"""

import msgspec
import strawberry
from strawberry import Maybe

from api.described import choice, entry
from api.transport.scalars import JSON
from api.values import KeyValueInput, entered
from domain.registrations import requests
from domain.registrations.requests import AuthorizationKind, BodyKind


@entry
class RawBodyInput:
    """A body of any text."""

    text: str = strawberry.field(description="The text, a template.")
    content_type: Maybe[str | None] = strawberry.field(
        description="Its content type; `text/plain; charset=utf-8` when absent."
    )


@choice
class RequestBodyInput:
    """The body of a request: exactly one form of it."""

    json: Maybe[JSON] = strawberry.field(description="JSON with templates in its texts.")
    form: Maybe[list[KeyValueInput]] = strawberry.field(
        description="Fields of a form; values are templates."
    )
    raw: Maybe[RawBodyInput] = strawberry.field(description="Any text.")

    def entered(self) -> requests.Body:
        """Convert to the domain's form."""
        if self.json is not None:
            return requests.Body(BodyKind.JSON, json=self.json.value)
        if self.form is not None:
            return requests.Body(BodyKind.FORM, form=entered(self.form.value))
        raw = self.raw.value if self.raw else RawBodyInput(text="", content_type=None)
        kind = raw.content_type.value if raw.content_type else None
        body = requests.Body(BodyKind.RAW, raw=raw.text)
        return msgspec.structs.replace(body, content_type=kind) if kind else body


@entry
class BearerAuthorizationInput:
    """Authorization by a bearer token."""

    token: str = strawberry.field(description="The token, a template such as `{{secrets.NAME}}`.")


@entry
class BasicAuthorizationInput:
    """Authorization by user name and password (HTTP basic)."""

    username: str = strawberry.field(description="The user name, a template.")
    password: str = strawberry.field(
        description="The password, a template such as `{{secrets.NAME}}`."
    )


@choice
class RequestAuthorizationInput:
    """How a request to the provider authorizes itself: exactly one way."""

    inherit: Maybe[bool] = strawberry.field(description="True: as the integration does.")
    none: Maybe[bool] = strawberry.field(description="True: not at all.")
    bearer: Maybe[BearerAuthorizationInput] = strawberry.field(description="By a bearer token.")
    basic: Maybe[BasicAuthorizationInput] = strawberry.field(
        description="By user name and password."
    )
    headers: Maybe[list[KeyValueInput]] = strawberry.field(
        description="By headers; values are templates."
    )
    query: Maybe[list[KeyValueInput]] = strawberry.field(
        description="By query parameters; values are templates."
    )

    def entered(self) -> requests.Authorization:
        """Convert to the domain's form."""
        if self.bearer:
            return requests.Authorization(AuthorizationKind.BEARER, token=self.bearer.value.token)
        if self.basic:
            basic = self.basic.value
            return requests.Authorization(
                AuthorizationKind.BASIC, username=basic.username, password=basic.password
            )
        if self.headers:
            pairs = entered(self.headers.value)
            return requests.Authorization(AuthorizationKind.HEADERS, entries=pairs)
        if self.query:
            pairs = entered(self.query.value)
            return requests.Authorization(AuthorizationKind.QUERY, entries=pairs)
        is_none = self.none is not None and self.none.value
        return requests.Authorization(
            AuthorizationKind.NONE if is_none else AuthorizationKind.INHERIT
        )


@entry
class RequestTemplateInput:
    """A request to the provider. Every text may hold templates."""

    url: str = strawberry.field(
        description="An absolute address, or a path below the integration's base URL."
    )
    method: Maybe[str | None] = strawberry.field(description="The HTTP method; POST when absent.")
    headers: Maybe[list[KeyValueInput] | None] = strawberry.field(description="Headers, in order.")
    query: Maybe[list[KeyValueInput] | None] = strawberry.field(
        description="Query parameters, in order."
    )
    body: Maybe[RequestBodyInput | None] = strawberry.field(description="The body, if any.")
    authorization: Maybe[RequestAuthorizationInput | None] = strawberry.field(
        description="How the request authorizes itself; as the integration does when absent."
    )

    def entered(self) -> requests.RequestTemplate:
        """Convert to the domain's form."""
        body = self.body.value if self.body else None
        authorization = self.authorization.value if self.authorization else None
        return requests.RequestTemplate(
            url=self.url,
            method=(self.method.value if self.method else None) or "POST",
            headers=entered(self.headers.value if self.headers else None),
            query=entered(self.query.value if self.query else None),
            body=body.entered() if body else requests.Body(),
            authorization=authorization.entered() if authorization else requests.Authorization(),
        )


@entry
class RenewalInput:
    """How a webhook that expires is kept alive: by one of the two times."""

    request: RequestTemplateInput = strawberry.field(description="The request that renews it.")
    expires_at: Maybe[str | None] = strawberry.field(
        description="A template over the provider's answer that gives the time of expiry."
    )
    every: Maybe[int | None] = strawberry.field(description="A fixed period, in seconds.")

    def entered(self) -> requests.Renewal:
        """Convert to the domain's form."""
        return requests.Renewal(
            request=self.request.entered(),
            expires_at=self.expires_at.value if self.expires_at else None,
            every=self.every.value if self.every else None,
        )


@entry
class ListingInput:
    """How the provider is asked which webhooks exist, so that what is lost, changed or left behind can be told."""

    request: RequestTemplateInput = strawberry.field(description="The request.")
    items: str = strawberry.field(
        description="The path of the list in the answer, such as `setup.response.body.data`."
    )
    id: str = strawberry.field(
        description="A template that gives the id of one, such as `{{item.id}}`."
    )
    url: str = strawberry.field(
        description="A template that gives the address it delivers to, such as `{{item.config.url}}`."
    )
    kept_as: str = strawberry.field(
        description="The name in `keep` of the value that the id is: by it a webhook is removed."
    )
    state: Maybe[str | None] = strawberry.field(
        description="A template that gives its state, such as `{{item.status}}`."
    )
    active: Maybe[list[str] | None] = strawberry.field(
        description="States in which it works, such as `enabled`; any when absent."
    )
    next: Maybe[str | None] = strawberry.field(
        description="A template over the answer that gives the address of the next page, at the same host. The list "
        "ends where it has no value."
    )

    def entered(self) -> requests.Listing:
        """Convert to the domain's form."""
        return requests.Listing(
            request=self.request.entered(),
            items=self.items,
            id=self.id,
            url=self.url,
            kept_as=self.kept_as,
            state=self.state.value if self.state else None,
            active=tuple(self.active.value or ()) if self.active else (),
            next=self.next.value if self.next else None,
        )

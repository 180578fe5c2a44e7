"""Requests to a provider as GraphQL shows them: setup, teardown, renewal. Templates, never values.

Knows the forms; leaves out entering them (`inputs.requests`) and sending.
"""

from typing import Self

import strawberry

from api.described import output
from api.transport.scalars import JSON
from api.values import KeyValue, shown
from domain.registrations import requests
from domain.registrations.requests import AuthorizationKind, BodyKind


@output
class RequestBody:
    """The body of a request. `kind` says which of the others counts."""

    kind: BodyKind = strawberry.field(description="How it is written.")
    json: JSON | None = strawberry.field(description="JSON with templates in its texts.")
    form: list[KeyValue] = strawberry.field(description="Fields of a form; values are templates.")
    raw: str = strawberry.field(description="Any text, a template.")
    content_type: str = strawberry.field(description="The content type of a raw body.")

    @classmethod
    def of(cls, body: requests.Body) -> Self:
        """Show a body."""
        return cls(
            kind=body.kind,
            json=None if body.json is None else JSON(body.json),
            form=shown(body.form),
            raw=body.raw,
            content_type=body.content_type,
        )


@output
class RequestAuthorization:
    """How a request authorizes itself, in templates. `kind` says which of the others counts."""

    kind: AuthorizationKind = strawberry.field(description="How it is done.")
    token: str = strawberry.field(description="The bearer token, a template.")
    username: str = strawberry.field(
        description="The user name of basic authentication, a template."
    )
    password: str = strawberry.field(
        description="The password of basic authentication, a template."
    )
    entries: list[KeyValue] = strawberry.field(
        description="Headers or query parameters; values are templates."
    )

    @classmethod
    def of(cls, authorization: requests.Authorization) -> Self:
        """Show an authorization."""
        return cls(
            kind=authorization.kind,
            token=authorization.token,
            username=authorization.username,
            password=authorization.password,
            entries=shown(authorization.entries),
        )


@output
class RequestTemplate:
    """A request to the provider. Every text may hold templates."""

    method: str = strawberry.field(description="The HTTP method.")
    url: str = strawberry.field(
        description="An absolute address, or a path below the integration's base URL."
    )
    headers: list[KeyValue] = strawberry.field(description="Headers, in order.")
    query: list[KeyValue] = strawberry.field(description="Query parameters, in order.")
    body: RequestBody = strawberry.field(description="The body.")
    authorization: RequestAuthorization = strawberry.field(
        description="How the request authorizes itself."
    )

    @classmethod
    def of(cls, request: requests.RequestTemplate) -> Self:
        """Show a request."""
        return cls(
            method=request.method,
            url=request.url,
            headers=shown(request.headers),
            query=shown(request.query),
            body=RequestBody.of(request.body),
            authorization=RequestAuthorization.of(request.authorization),
        )


@output
class Renewal:
    """How a webhook that expires is kept alive."""

    request: RequestTemplate = strawberry.field(description="The request that renews it.")
    expires_at: str | None = strawberry.field(
        description="A template over the provider's answer that gives the time of expiry."
    )
    every: int | None = strawberry.field(description="A fixed period, in seconds.")

    @classmethod
    def of(cls, renewal: requests.Renewal) -> Self:
        """Show a renewal."""
        return cls(
            request=RequestTemplate.of(renewal.request),
            expires_at=renewal.expires_at,
            every=renewal.every,
        )


@output
class Listing:
    """How the provider is asked which webhooks exist."""

    request: RequestTemplate = strawberry.field(description="The request.")
    items: str = strawberry.field(description="The path of the list in the answer.")
    id: str = strawberry.field(description="A template over each `item` that gives its id.")
    url: str = strawberry.field(
        description="A template over each `item` that gives the address it delivers to."
    )
    kept_as: str = strawberry.field(description="The name of the kept value that the id is.")
    state: str | None = strawberry.field(
        description="A template over each `item` that gives its state. Null when it says none."
    )
    active: list[str] = strawberry.field(
        description="States in which a webhook works. Any when there are none."
    )
    next: str | None = strawberry.field(
        description="A template over the answer that gives the address of the next page. Null: there is one page."
    )

    @classmethod
    def of(cls, listing: requests.Listing) -> Self:
        """Show how it is listed."""
        return cls(
            request=RequestTemplate.of(listing.request),
            items=listing.items,
            id=listing.id,
            url=listing.url,
            kept_as=listing.kept_as,
            state=listing.state,
            active=list(listing.active),
            next=listing.next,
        )


@output
class WebhookSetup:
    """How the webhook is created at the provider, renewed and removed."""

    request: RequestTemplate = strawberry.field(description="The request that creates the webhook.")
    keep: list[KeyValue] = strawberry.field(
        description="Names of values to keep, and templates over the provider's answer that give "
        "them; read as `{{persisted.NAME}}` afterwards."
    )
    teardown: RequestTemplate | None = strawberry.field(
        description="The request that removes the webhook."
    )
    renewal: Renewal | None = strawberry.field(description="How it is kept alive, if it expires.")
    listing: Listing | None = strawberry.field(
        description="How the provider is asked which webhooks exist. Null when it cannot be asked."
    )

    @classmethod
    def of(cls, setup: requests.Setup) -> Self:
        """Show a setup."""
        return cls(
            request=RequestTemplate.of(setup.request),
            keep=shown(setup.keep),
            teardown=RequestTemplate.of(setup.teardown) if setup.teardown else None,
            renewal=Renewal.of(setup.renewal) if setup.renewal else None,
            listing=Listing.of(setup.listing) if setup.listing else None,
        )

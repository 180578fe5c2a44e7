"""The catalog as GraphQL shows it: everything that the wizard can be prefilled from.

Leaves out what a project made of it (`graph`).
"""

from datetime import UTC, datetime
from typing import Self

import strawberry

from api.described import field, output
from api.handshakes import Acknowledgement, HandshakeRule
from api.pages import Connection, asked, connection
from api.requests import RequestAuthorization, WebhookSetup
from api.transport.scalars import JSON
from api.values import KeyValue, shown, shown_pairs
from domain import catalog
from domain.signatures import covers, secret_names, to_data
from domain.wizard.description import Creation, Level


@output
class ProviderSource:
    """A page of the provider that something was taken from."""

    url: str = strawberry.field(description="Its address.")
    read_at: datetime = strawberry.field(description="The day it was read.")


@output
class ProviderCredentialField:
    """A value of a connected account that the provider's API needs."""

    name: str = strawberry.field(description="Its name, as in `{{credential.NAME}}`.")
    label: str = strawberry.field(description="What a form calls it.")
    help: str = strawberry.field(description="Where a person finds it.")
    is_secret: bool = strawberry.field(description="Whether a form hides what is typed.")


@output
class ProviderSecret:
    """A secret that a provider's signature scheme needs."""

    name: str = strawberry.field(description="Its name in the scheme.")
    label: str = strawberry.field(description="What a form calls it.")
    help: str = strawberry.field(description="Where a person finds it.")
    value: str = strawberry.field(
        description="The template that fills it unless the trigger says otherwise."
    )


@output
class SchemeCoverage:
    """What a passed verification proves about a delivery."""

    body: bool = strawberry.field(description="Whether the body is as it was signed.")
    url: bool = strawberry.field(description="Whether our own address is signed.")
    time: bool = strawberry.field(description="Whether a signed time was close enough.")


@output
class ProviderScheme:
    """One way in which a provider signs."""

    slug: str = strawberry.field(description="Its name in the provider's file.")
    name: str = strawberry.field(description="What a person calls it.")
    scheme: JSON = strawberry.field(description="Its data form, as `verification.scheme` takes it.")
    secret_names: list[str] = strawberry.field(description="The secrets it uses.")
    covers: SchemeCoverage = strawberry.field(description="What it proves.")

    @classmethod
    def of(cls, named: catalog.NamedScheme) -> Self:
        """Show a named scheme."""
        proof = covers(named.scheme)
        return cls(
            slug=named.slug,
            name=named.name,
            scheme=JSON(to_data(named.scheme)),
            secret_names=list(secret_names(named.scheme)),
            covers=SchemeCoverage(body=proof.body, url=proof.url, time=proof.time),
        )


@output
class ProviderOAuth:
    """OAuth 2.0 authorization code at a provider."""

    authorize_url: str = strawberry.field(description="Where a person allows the access.")
    token_url: str = strawberry.field(description="Where a code becomes tokens.")
    scopes: list[str] = strawberry.field(description="What is asked for unless said otherwise.")
    scope_separator: str = strawberry.field(description="What stands between scopes.")
    client_authentication: str = strawberry.field(
        description="How the token endpoint takes the client's id and secret: `basic`, in a header, or "
        "`body`."
    )
    extra: list[KeyValue] = strawberry.field(
        description="Further parameters of the authorization request."
    )
    has_pkce: bool = strawberry.field(description="Whether it takes PKCE (RFC 7636).")
    has_refresh: bool = strawberry.field(
        description="Whether its access tokens end and are renewed."
    )


@output
class ProviderExample:
    """An unsigned delivery in the shape of the provider's documentation."""

    name: str = strawberry.field(description="The event it shows.")
    method: str = strawberry.field(description="The HTTP method.")
    content_type: str = strawberry.field(description="The content type of the body.")
    headers: list[KeyValue] = strawberry.field(description="Headers besides the content type.")
    query: list[KeyValue] = strawberry.field(description="Query parameters.")
    body: str = strawberry.field(description="The body as text.")


@output
class Provider:
    """A third party, as the catalog knows it."""

    one: strawberry.Private[catalog.Provider]

    @field
    def slug(self) -> str:
        """Its stable name."""
        return self.one.slug

    @field
    def name(self) -> str:
        """What a person calls it."""
        return self.one.name

    @field
    def description(self) -> str:
        """What its webhooks tell about."""
        return self.one.description

    @field
    def documentation(self) -> str:
        """The address of its documentation of webhooks."""
        return self.one.documentation

    @field
    def keywords(self) -> list[str]:
        """Words it can be found by, beside its name."""
        return list(self.one.keywords)

    @field
    def sources(self) -> list[ProviderSource]:
        """The pages that this entry was taken from."""
        return [
            ProviderSource(
                url=source.url, read_at=datetime.combine(source.read, datetime.min.time(), UTC)
            )
            for source in self.one.sources
        ]

    @field
    def creation(self) -> Creation:
        """How its webhooks are usually created."""
        return Creation(self.one.creation)

    @field
    def level(self) -> Level:
        """Whose its webhooks usually are."""
        return Level(self.one.level)

    @field
    def api_base_url(self) -> str | None:
        """The base URL of its API. Null when there is not one for all."""
        return self.one.api_base_url or None

    @field
    def authorization(self) -> RequestAuthorization:
        """How requests to its API are authorized."""
        return RequestAuthorization.of(self.one.authorization)

    @field
    def oauth(self) -> ProviderOAuth | None:
        """How an account is connected by OAuth 2.0. Null where its documentation describes none."""
        one = self.one.oauth
        if one is None:
            return None
        return ProviderOAuth(
            authorize_url=one.authorize_url,
            token_url=one.token_url,
            scopes=list(one.scopes),
            scope_separator=one.scope_separator,
            client_authentication=one.client_authentication,
            extra=shown_pairs(one.extra.items()),
            has_pkce=one.pkce,
            has_refresh=one.refresh,
        )

    @field
    def fields(self) -> list[ProviderCredentialField]:
        """What a connected account has, beside the usual values."""
        return [
            ProviderCredentialField(
                name=each.name, label=each.label, help=each.help, is_secret=each.is_secret
            )
            for each in self.one.fields
        ]

    @field
    def setup(self) -> WebhookSetup | None:
        """A sketch of the setup request; words in CAPITALS are yours to fill in."""
        return WebhookSetup.of(self.one.setup) if self.one.setup else None

    @field
    def manual(self) -> str:
        """Where in the provider's console the address goes."""
        return self.one.manual

    @field
    def handshakes(self) -> list[HandshakeRule]:
        """The challenges it sends, and how they are answered."""
        return [HandshakeRule.of(rule) for rule in self.one.handshakes]

    @field
    def acknowledgement(self) -> Acknowledgement | None:
        """What it wants ordinary deliveries to be answered. Null when an empty 200 does."""
        one = self.one.acknowledgement
        return Acknowledgement.of(one) if one else None

    @field
    def schemes(self) -> list[ProviderScheme]:
        """How it signs, the recommended way first."""
        return [ProviderScheme.of(named) for named in self.one.schemes]

    @field
    def secrets(self) -> list[ProviderSecret]:
        """The secrets that its schemes use."""
        return [
            ProviderSecret(name=each.name, label=each.label, help=each.help, value=each.value)
            for each in self.one.secrets
        ]

    @field
    def routing(self) -> list[str]:
        """Paths to the Provider ID in its events, the likeliest first."""
        return list(self.one.routing.paths)

    @field
    def event_type(self) -> str:
        """A template over the event that gives its kind. May be empty."""
        return self.one.event_type

    @field
    def deduplication_key(self) -> str:
        """A template over the event that is the same when it is sent again. May be empty."""
        return self.one.deduplication_key

    @field
    def notes(self) -> list[str]:
        """What a person must know beside it, a sentence each."""
        return list(self.one.notes)

    @field
    def examples(self) -> list[ProviderExample]:
        """Deliveries in the shape of the provider's documentation."""
        return [
            ProviderExample(
                name=each.name,
                method=each.method,
                content_type=each.content_type,
                headers=shown(each.headers),
                query=shown(each.query),
                body=each.body,
            )
            for each in self.one.examples
        ]


def page(search: str, first: int | None, after: str | None) -> Connection[Provider]:
    """List what the catalog finds, from the provider after a cursor on. Raises Invalid."""
    wanted = asked("providers", first, after)
    found = catalog.search(search)
    slugs = [one.slug for one in found]
    start = slugs.index(wanted.after) + 1 if wanted.after in slugs else 0
    rows = found[start : start + wanted.first + 1]
    return connection(rows, wanted, lambda one: Provider(one=one), lambda one: one.slug)


def find(slug: str) -> Provider | None:
    """Find by slug, or None."""
    one = catalog.load().providers.get(slug)
    return Provider(one=one) if one else None

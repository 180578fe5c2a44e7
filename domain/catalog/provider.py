"""The form of a provider's file: the class that reads it is its schema.

Knows the fields; leaves out reading and what the parts do. Every text that says so holds templates
with the names of `domain.templates`.
"""

from datetime import date
from typing import Literal

import msgspec

from domain.handshakes import Acknowledgement, HandshakeRule
from domain.registrations.requests import Authorization, KeyValue, Setup
from domain.signatures import Scheme


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    pass


class Source(_Part, frozen=True):
    """A page that something in the file was taken from, and the day it was read."""

    url: str
    read: date


class CredentialField(_Part, frozen=True):
    """A value of a connected account that the provider's API needs, as `credential.<name>`."""

    name: str
    label: str
    help: str = ""
    is_secret: bool = True


class NamedScheme(_Part, frozen=True):
    """One way in which the provider signs. slug: unique in the file."""

    slug: str
    name: str
    scheme: Scheme


class SecretField(_Part, frozen=True):
    """A secret that a scheme uses by `name`.

    value: the template that fills it unless the trigger says otherwise: a project's secret, or a value
    that is kept from a handshake or a setup answer. help: where a person finds it.
    """

    name: str
    label: str
    help: str
    value: str


class OAuth(_Part, frozen=True):
    """OAuth 2.0 authorization code at the provider, as its documentation describes it.

    scopes: those to ask for unless the integration says otherwise. client_authentication: how the token
    endpoint takes the client's id and secret. refresh: whether access tokens end and are renewed. extra:
    further parameters of the authorization request. revoke_url: where tokens are ended (RFC 7009), if anywhere.
    """

    authorize_url: str
    token_url: str
    scopes: tuple[str, ...] = ()
    scope_separator: str = " "
    pkce: bool = False
    client_authentication: Literal["basic", "body"] = "body"
    refresh: bool = True
    extra: dict[str, str] = {}
    revoke_url: str = ""


class Routing(_Part, frozen=True):
    """paths: where an event names the account it is about, the likeliest first."""

    paths: tuple[str, ...] = ()


class Example(_Part, frozen=True):
    """A delivery of ours in the shape of the provider's documentation, unsigned, made to be signed.

    name: the event. headers: besides the content type and those that signing adds.
    """

    name: str
    body: str
    content_type: str = "application/json"
    method: str = "POST"
    headers: tuple[KeyValue, ...] = ()
    query: tuple[KeyValue, ...] = ()


class Provider(_Part, frozen=True):
    """A third party, as its file describes it.

    slug: the file's name. authorization: how requests to its API are authorized, from `fields` of the
    connected account. creation, level: what the wizard should suggest. setup: a sketch; words in
    CAPITALS are the developer's to fill in. manual: where in the provider's console the address goes.
    acknowledgement: what an ordinary delivery is answered; an empty 200 when absent. schemes: the recommended
    one first. event_type, deduplication_key: templates over the event.
    notes: what a person must know beside it, a sentence each.
    """

    name: str
    slug: str
    description: str
    documentation: str
    sources: tuple[Source, ...]
    creation: Literal["API_REQUEST", "MANUAL"]
    level: Literal["USER", "APP"]
    schemes: tuple[NamedScheme, ...]
    examples: tuple[Example, ...]
    keywords: tuple[str, ...] = ()
    api_base_url: str = ""
    authorization: Authorization = Authorization()
    oauth: OAuth | None = None
    fields: tuple[CredentialField, ...] = ()
    setup: Setup | None = None
    manual: str = ""
    handshakes: tuple[HandshakeRule, ...] = ()
    acknowledgement: Acknowledgement | None = None
    secrets: tuple[SecretField, ...] = ()
    routing: Routing = Routing()
    event_type: str = ""
    deduplication_key: str = ""
    notes: tuple[str, ...] = ()

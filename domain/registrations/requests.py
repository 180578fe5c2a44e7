"""The form of a request to a provider: setup, teardown, renewal, listing. Values only; sending is elsewhere.

Every text may hold templates. The same form stands in GraphQL, in provider files and in a trigger's
configuration.
"""

from enum import StrEnum
from typing import Any

import msgspec


class BodyKind(StrEnum):
    """How the body is written."""

    NONE = "NONE"
    JSON = "JSON"
    FORM = "FORM"
    RAW = "RAW"


class AuthorizationKind(StrEnum):
    """How a request to the provider authorizes itself."""

    INHERIT = "INHERIT"
    NONE = "NONE"
    BEARER = "BEARER"
    BASIC = "BASIC"
    HEADERS = "HEADERS"
    QUERY = "QUERY"


class KeyValue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name and a value, in order; a repeated name stays repeated."""

    name: str
    value: str


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """kind says which of the others counts. json: any JSON, templates in its strings."""

    kind: BodyKind = BodyKind.NONE
    json: Any = None
    form: tuple[KeyValue, ...] = ()
    raw: str = ""
    content_type: str = "text/plain; charset=utf-8"


class Authorization(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """kind says which of the others counts. entries: header or query parameters."""

    kind: AuthorizationKind = AuthorizationKind.INHERIT
    token: str = ""
    username: str = ""
    password: str = ""
    entries: tuple[KeyValue, ...] = ()


class RequestTemplate(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """url: absolute, or a path below the integration's base URL."""

    url: str
    method: str = "POST"
    headers: tuple[KeyValue, ...] = ()
    query: tuple[KeyValue, ...] = ()
    body: Body = Body()
    authorization: Authorization = Authorization()


class Renewal(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """When a registration must be renewed: at `expires_at` (a template over the answer) or `every` seconds."""

    request: RequestTemplate
    expires_at: str | None = None
    every: int | None = None


class Listing(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How the webhooks that exist are asked for.

    items: the path of their list in the answer (over setup.response). id, url, state: templates over each `item`.
    kept_as: the name of the kept value that the id is. active: states in which a webhook works; any when empty.
    next: a template over the answer that gives the address of the next page; no value ends the list.
    """

    request: RequestTemplate
    items: str
    id: str
    url: str
    kept_as: str
    state: str | None = None
    active: tuple[str, ...] = ()
    next: str | None = None


class Setup(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How a webhook is created at the provider, and what of the answer is kept.

    keep: names of persisted values and the templates (over setup.response) that fill them.
    """

    request: RequestTemplate
    keep: tuple[KeyValue, ...] = ()
    teardown: RequestTemplate | None = None
    renewal: Renewal | None = None
    listing: Listing | None = None

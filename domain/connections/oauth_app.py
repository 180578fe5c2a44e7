"""An integration's OAuth app: where its users authorize it, and how it shows itself at the token endpoint. Pure.

The client's id and secret are templates over the project's secrets: what is configured can be read again, a
secret cannot.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, Final

import msgspec
from msgspec import UNSET, UnsetType

from domain import text
from domain.catalog.provider import OAuth
from domain.connections import parameters
from domain.errors import Problem, ProblemCode
from domain.registrations.requests import KeyValue
from domain.templates.names import KnownNames, check

MAX_SCOPES: Final = 200
MAX_PARAMETERS: Final = 20
MAX_TEXT: Final = 2_000

_RESERVED: Final = frozenset(
    {
        "client_id",
        "client_secret",
        "redirect_uri",
        "response_type",
        "state",
        "scope",
        "code_challenge",
        "code_challenge_method",
    }
)


class OAuthGrant(StrEnum):
    """How an access token is had: the user authorizes, or the app stands for itself."""

    AUTHORIZATION_CODE = "AUTHORIZATION_CODE"
    CLIENT_CREDENTIALS = "CLIENT_CREDENTIALS"


class ClientAuthentication(StrEnum):
    """How the token endpoint takes the client's id and secret (RFC 6749, 2.3.1). NONE: it has no secret."""

    BASIC = "BASIC"
    POST = "POST"
    NONE = "NONE"


class OAuthApp(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """client_id, client_secret: templates over `secrets.*`. extra: of the authorization request."""

    grant: OAuthGrant = OAuthGrant.AUTHORIZATION_CODE
    authorize_url: str = ""
    token_url: str = ""
    revoke_url: str = ""
    scopes: tuple[str, ...] = ()
    scope_separator: str = " "
    extra: tuple[KeyValue, ...] = ()
    client_id: str = ""
    client_secret: str = ""
    client_authentication: ClientAuthentication = ClientAuthentication.POST
    uses_pkce: bool = True

    @property
    def scope(self) -> str:
        """The scopes as one text."""
        return self.scope_separator.join(self.scopes)


class OAuthChanges(msgspec.Struct, frozen=True, kw_only=True):
    """What is given of an app. Absent leaves as it is."""

    grant: OAuthGrant | UnsetType = UNSET
    authorize_url: str | UnsetType = UNSET
    token_url: str | UnsetType = UNSET
    revoke_url: str | UnsetType = UNSET
    scopes: tuple[str, ...] | UnsetType = UNSET
    scope_separator: str | UnsetType = UNSET
    extra: tuple[KeyValue, ...] | UnsetType = UNSET
    client_id: str | UnsetType = UNSET
    client_secret: str | UnsetType = UNSET
    client_authentication: ClientAuthentication | UnsetType = UNSET
    uses_pkce: bool | UnsetType = UNSET


def changed(app: OAuthApp, changes: OAuthChanges) -> OAuthApp:
    """The app with the changes; addresses without spaces around them."""
    given: dict[str, Any] = {
        name: value.strip() if name.endswith("_url") else value
        for name, value in msgspec.structs.asdict(changes).items()
        if value is not UNSET
    }
    return msgspec.structs.replace(app, **given)


def of_catalog(one: OAuth) -> OAuthApp:
    """What the catalog knows; the client's id and secret are the project's to give.

    PKCE is sent even where the provider's pages are silent: who does not know it must ignore it (RFC 6749, 3.1).
    """
    way = {"basic": ClientAuthentication.BASIC, "body": ClientAuthentication.POST}
    return OAuthApp(
        authorize_url=one.authorize_url,
        token_url=one.token_url,
        revoke_url=one.revoke_url,
        scopes=one.scopes,
        scope_separator=one.scope_separator,
        extra=tuple(KeyValue(name, value) for name, value in one.extra.items()),
        client_authentication=way[one.client_authentication],
    )


def parameter_names(app: OAuthApp) -> tuple[str, ...]:
    """The account parameters that its addresses read."""
    return parameters.names(app.authorize_url, app.token_url, app.revoke_url)


def filled(app: OAuthApp, values: Mapping[str, str]) -> OAuthApp:
    """The app with its addresses filled in for one account."""
    return msgspec.structs.replace(
        app,
        authorize_url=parameters.filled(app.authorize_url, values),
        token_url=parameters.filled(app.token_url, values),
        revoke_url=parameters.filled(app.revoke_url, values),
    )


def missing(app: OAuthApp) -> tuple[str, ...]:
    """What must still be given before an account can be connected, by the names of the input."""
    needs_user = app.grant is OAuthGrant.AUTHORIZATION_CODE
    needs_secret = app.client_authentication is not ClientAuthentication.NONE
    wanted = {
        "authorizeUrl": app.authorize_url or not needs_user,
        "tokenUrl": app.token_url,
        "clientId": app.client_id,
        "clientSecret": app.client_secret or not needs_secret,
    }
    return tuple(name for name, value in wanted.items() if not value)


def problems(app: OAuthApp, secrets: frozenset[str], *, allows_http: bool) -> Iterator[Problem]:
    """Find what is wrong with an app; paths as in the input: `tokenUrl`, `scopes.0`. secrets: the names that exist."""
    for name, url in (
        ("authorizeUrl", app.authorize_url),
        ("tokenUrl", app.token_url),
        ("revokeUrl", app.revoke_url),
    ):
        if url and (fault := _url_fault(url, allows_http=allows_http)):
            yield Problem(ProblemCode.INVALID, fault, (name,))
    yield from _scope_problems(app)
    yield from _parameter_problems(app)
    known = KnownNames({"secrets": secrets})
    for name, value in (("clientId", app.client_id), ("clientSecret", app.client_secret)):
        yield from text.problems(value, name, most=MAX_TEXT, is_required=False)
        yield from check(value, known, (name,)) if text.is_clean(value) else ()
    if app.client_secret and "{{" not in app.client_secret:
        message = "a literal secret is not kept here: put it into a secret with setSecret and write {{secrets.NAME}}"
        yield Problem(ProblemCode.NOT_ALLOWED, message, ("clientSecret",))


def encode(app: OAuthApp) -> str:
    """The JSON that is stored."""
    return msgspec.json.encode(app).decode()


def decode(stored: str) -> OAuthApp:
    """Read what was stored."""
    return msgspec.json.decode(stored, type=OAuthApp)


def _url_fault(url: str, *, allows_http: bool) -> str | None:
    if "#" in url:
        return "an OAuth address holds no #"
    return parameters.address_fault(url, allows_http=allows_http)


def _scope_problems(app: OAuthApp) -> Iterator[Problem]:
    if app.scope_separator not in {" ", ",", "+", ";"}:
        message = "scopes are separated by a space, or by one of , + ;"
        yield Problem(ProblemCode.INVALID, message, ("scopeSeparator",))
    if len(app.scopes) > MAX_SCOPES:
        yield Problem(ProblemCode.TOO_LONG, f"at most {MAX_SCOPES} are accepted", ("scopes",))
    for index, scope in enumerate(app.scopes[:MAX_SCOPES]):
        if not 0 < len(scope) <= MAX_TEXT or not scope.isascii() or not scope.isprintable():
            message = "a scope is one word of printable ASCII, such as channels:read"
            yield Problem(ProblemCode.INVALID, message, ("scopes", str(index)))


def _parameter_problems(app: OAuthApp) -> Iterator[Problem]:
    if len(app.extra) > MAX_PARAMETERS:
        message = f"at most {MAX_PARAMETERS} are accepted"
        yield Problem(ProblemCode.TOO_LONG, message, ("extra",))
    for index, entry in enumerate(app.extra[:MAX_PARAMETERS]):
        where = ("extra", str(index))
        yield from text.problems(entry.name, *where, "name", most=200, what="the name")
        yield from text.problems(entry.value, *where, "value", most=MAX_TEXT, is_required=False)
        if entry.name.lower() in _RESERVED:
            message = f"{entry.name} is filled in by the flow itself; leave it out"
            yield Problem(ProblemCode.NOT_ALLOWED, message, (*where, "name"))

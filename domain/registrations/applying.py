"""Authorization on a rendered request: the headers and query parameters it adds. Pure."""

import base64
from collections.abc import Callable
from dataclasses import dataclass

from domain.registrations.requests import Authorization, AuthorizationKind
from domain.templates.errors import TemplateError
from domain.templates.scope import Scope
from domain.templates.template import Template

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Applied:
    """What authorization adds to a request."""

    headers: Pairs = ()
    query: Pairs = ()


def apply(
    own: Authorization, scheme: Authorization, account: Authorization, scope: Scope
) -> Applied:
    """Authorize by the request's own templates, else by the integration's scheme, else as the account is.

    Raises TemplateError when a value is missing or cannot be sent.
    """
    chosen = scheme if own.kind is AuthorizationKind.INHERIT else own
    if chosen.kind is AuthorizationKind.INHERIT or _is_bare(chosen):
        # the values are the account's own words: a {{ in them is no template
        return _applied(account, str)
    return _applied(chosen, lambda each: Template.parse(each).text(scope))


def _is_bare(scheme: Authorization) -> bool:
    parts = (scheme.token, scheme.username, scheme.password, scheme.entries)
    return scheme.kind is not AuthorizationKind.NONE and not any(parts)


def _applied(authorization: Authorization, text: Callable[[str], str]) -> Applied:
    entries = [(entry.name, entry.value) for entry in authorization.entries]
    match authorization.kind:
        case AuthorizationKind.BEARER:
            return Applied(headers=(("Authorization", "Bearer " + text(authorization.token)),))
        case AuthorizationKind.BASIC:
            pair = _basic(text(authorization.username), text(authorization.password))
            return Applied(headers=(("Authorization", pair),))
        case AuthorizationKind.HEADERS:
            return Applied(headers=tuple((name, text(value)) for name, value in entries))
        case AuthorizationKind.QUERY:
            return Applied(query=tuple((name, text(value)) for name, value in entries))
        case _:
            return Applied()


def _basic(username: str, password: str) -> str:
    if ":" in username:
        raise TemplateError("authorization", "a user name cannot hold a colon")
    return "Basic " + base64.b64encode(f"{username}:{password}".encode()).decode()

"""A call to the provider's API: what it asks for, or why it is refused. Pure."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from domain.catalog import Provider
from domain.handshakes import HandshakeRule
from domain.registrations.applying import apply
from domain.registrations.requests import Authorization, AuthorizationKind, KeyValue
from domain.request import Request
from domain.simulator import trees
from domain.simulator.sketches import Sketch
from domain.templates.errors import TemplateError
from domain.templates.scope import Scope
from domain.templates.template import Template


@dataclass(frozen=True, slots=True)
class Creation:
    """A webhook is asked for. target: where it shall deliver."""

    target: str


@dataclass(frozen=True, slots=True)
class Removal:
    """A webhook shall go. by_id: whether the call names which; otherwise there is only the one."""

    by_id: bool


@dataclass(frozen=True, slots=True)
class Refusal:
    """message: as a provider would say it."""

    status: int
    message: str


Call: TypeAlias = Creation | Removal | Refusal


def base_path(provider: Provider) -> str:
    """The path of the provider's API, without a slash at the end."""
    return urlsplit(provider.api_base_url).path.rstrip("/")


def recognise(provider: Provider, names: Scope, request: Request) -> Call:
    """Say what a request asks for. names: the account that may ask, and the app's secrets."""
    if not _is_authorized(provider, names, request):
        return Refusal(401, "the credentials are missing or wrong")
    if provider.setup is None:
        return Refusal(404, "webhooks are made in the console")
    creation = Sketch(provider.setup.request, base_path(provider), names)
    target = creation.address(request) if creation.fits(request) else None
    if target is not None:
        return Creation(target)
    if provider.setup.teardown:
        removal = Sketch(provider.setup.teardown, base_path(provider), names)
        if removal.fits(request):
            return Removal(removal.reads("persisted"))
    if creation.fits(request):
        return Refusal(400, "the webhook's address is missing")
    return Refusal(404, f"there is no {request.method} {request.path}")


def created(provider: Provider) -> tuple[Mapping[str, str], Any]:
    """Make up what the provider gives a new webhook: its values by name, and the answer that holds them."""
    given: dict[str, str] = {}
    body: Any = {}
    for entry in _kept(provider):
        given[entry.name] = secrets.token_hex(16)  # reads as text, hexadecimal and base64
        for path in Template.parse(entry.value).paths:
            if path.segments[:2] == ("response", "body"):
                body = trees.put(body, path.segments[2:], given[entry.name])
    return given, body


def comes_later(provider: Provider, rule: HandshakeRule) -> bool:
    """Whether a handshake is signed with what the answer to the creation brings: it can only come after it."""
    given = {entry.name for entry in _kept(provider)}
    paths = [path for field in provider.secrets for path in Template.parse(field.value).paths]
    return rule.signed and any(
        path.root == "persisted" and str(path.segments[0]) in given for path in paths
    )


def _kept(provider: Provider) -> tuple[KeyValue, ...]:
    return provider.setup.keep if provider.setup else ()


def _is_authorized(provider: Provider, names: Scope, request: Request) -> bool:
    nobody = Authorization(kind=AuthorizationKind.NONE)
    try:
        wanted = apply(Authorization(), provider.authorization, nobody, names)
    except TemplateError:
        return False  # no account was told to it
    sent = [(name.lower(), request.header_values(name.lower())) for name, _ in wanted.headers]
    has_headers = sent == [(name.lower(), (value,)) for name, value in wanted.headers]
    return has_headers and set(wanted.query) <= set(request.query)

"""Read one provider's file, strictly: types, schemes, handshakes, templates, and what must agree.

Leaves out finding files.
"""

import tomllib
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from domain.catalog.provider import Provider
from domain.connections import parameters
from domain.errors import Invalid, Problem, ProblemCode
from domain.handshakes import read_acknowledgement, read_rules
from domain.registrations.requests import AuthorizationKind
from domain.signatures import read_scheme, secret_names
from domain.signatures.decoding import decode
from domain.templates.names import check, check_path


def read_provider(slug: str, text: str) -> Provider:
    """Build the provider of the file `<slug>.toml`. Raises Invalid with every problem by its key path."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Invalid.one(ProblemCode.INVALID, f"this is not TOML: {error}") from error
    provider: Provider = decode(data, Provider)
    problems = [
        *_attempt(lambda: read_rules(data.get("handshakes", []), ("handshakes",))),
        *_acknowledgement(data.get("acknowledgement")),
        *_schemes(data["schemes"]),
        *_templates(provider),
        *_agreement(slug, provider),
    ]
    if problems:
        raise Invalid(problems)
    return provider


def _attempt(read: Callable[[], object]) -> Iterable[Problem]:
    try:
        read()
    except Invalid as error:
        yield from error.problems


def _acknowledgement(data: Any) -> Iterable[Problem]:
    if data is not None:
        yield from _attempt(lambda: read_acknowledgement(data, ("acknowledgement",)))


def _schemes(schemes: list[Any]) -> Iterable[Problem]:
    for number, named in enumerate(schemes):
        place = ("schemes", str(number), "scheme")
        yield from _attempt(lambda named=named, place=place: read_scheme(named["scheme"], place))  # type: ignore[misc]


def _templates(provider: Provider) -> Iterable[Problem]:
    for name in ("event_type", "deduplication_key", "setup", "authorization"):
        yield from check(msgspec.to_builtins(getattr(provider, name)), None, (name,))
    for number, secret in enumerate(provider.secrets):
        yield from check(secret.value, None, ("secrets", str(number), "value"))
    for number, path in enumerate(provider.routing.paths):
        yield from check_path(path, None, ("routing", "paths", str(number)))


def _agreement(slug: str, provider: Provider) -> Iterable[Problem]:
    if provider.slug != slug:
        yield _invalid(f"the slug must be the file's name, {slug!r}", "slug")
    for name in ("sources", "schemes", "examples"):
        if not getattr(provider, name):
            yield _invalid("at least one is needed", name)
    if len({named.slug for named in provider.schemes}) != len(provider.schemes):
        yield _invalid("two schemes have the same slug", "schemes")
    if provider.creation == "API_REQUEST" and provider.setup is None:
        yield _invalid("a webhook made by API request needs its request", "setup")
    if provider.setup and provider.authorization.kind is AuthorizationKind.INHERIT:
        yield _invalid(
            "an API needs its kind of authorization: there is none to inherit", "authorization"
        )
    yield from _listing(provider)
    yield from _secrets(provider)
    yield from _oauth(provider)
    yield from _base_url(provider)


def _listing(provider: Provider) -> Iterable[Problem]:
    listing = provider.setup.listing if provider.setup else None
    if provider.setup is None or listing is None:
        return
    yield from check_path(listing.items, None, ("setup", "listing", "items"))
    if listing.kept_as not in {entry.name for entry in provider.setup.keep}:
        yield _invalid("the id is none of the values in keep", "setup", "listing", "kept_as")


def _oauth(provider: Provider) -> Iterable[Problem]:
    for name in ("authorize_url", "token_url", "revoke_url") if provider.oauth else ():
        url = getattr(provider.oauth, name)
        if not url.startswith("https://") and (url or name != "revoke_url"):
            yield _invalid("an OAuth endpoint is an https:// address", "oauth", name)
        elif url and (fault := parameters.address_fault(url, allows_http=False)):
            yield _invalid(fault, "oauth", name)


def _base_url(provider: Provider) -> Iterable[Problem]:
    url = provider.api_base_url
    if url and (fault := parameters.address_fault(url, allows_http=False)):
        yield _invalid(fault, "api_base_url")


def _secrets(provider: Provider) -> Iterable[Problem]:
    used = {name for named in provider.schemes for name in secret_names(named.scheme)}
    described = {secret.name for secret in provider.secrets}
    for name in sorted(used - described):
        yield _invalid(f"a scheme uses the secret {name!r}, which is not described", "secrets")
    for name in sorted(described - used):
        yield _invalid(f"no scheme uses the secret {name!r}", "secrets")


def _invalid(message: str, *path: str) -> Problem:
    return Problem(ProblemCode.INVALID, message, path)

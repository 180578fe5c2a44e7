"""Integrations: a project's use of a provider, taken from the catalog or described by hand."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

import msgspec
from msgspec import UNSET, UnsetType

from domain import catalog, clock, text
from domain.connections import authorization, oauth_app, parameters
from domain.connections import lookup as lookups
from domain.connections.callers import Caller, require_editor
from domain.connections.lookup import Lookup
from domain.connections.oauth_app import OAuthApp, OAuthChanges
from domain.connections.secrets import secret_names
from domain.context import Context
from domain.database import atomically
from domain.errors import Invalid, NotFound, Problem, ProblemCode
from domain.identity import Kind, is_id, new_id
from domain.models import Integration
from domain.registrations.requests import Authorization

_MAX_NAME: Final = 80
_MAX_SLUG: Final = 80
_NOT_SLUG: Final = re.compile(r"[^a-z0-9]+")


class IntegrationChanges(msgspec.Struct, frozen=True, kw_only=True):
    """Absent leaves as it is; null clears. authorization: null means as each account was connected.

    oauth: what is given of the app; the rest of it stays, as the catalog filled it in.
    """

    name: str | UnsetType | None = UNSET
    api_base_url: str | UnsetType | None = UNSET
    authorization: Authorization | UnsetType | None = UNSET
    oauth: OAuthChanges | UnsetType | None = UNSET
    lookup: Lookup | UnsetType | None = UNSET


async def create_integration(
    context: Context,
    caller: Caller,
    changes: IntegrationChanges,
    provider: str | None = None,
) -> Integration:
    """Make an integration. provider: a catalog slug; what `changes` leaves out is copied from there.

    Raises Invalid (`provider`, `name`, `apiBaseUrl`, `authorization.…`, `oauth.…`, `providerIdLookup.…`), Forbidden.
    """
    project_id = require_editor(caller)
    row = Integration(id=new_id(Kind.INTEGRATION), project_id=project_id, created_ms=clock.now_ms())
    row.name, row.api_base_url = "", None
    row.authorization = authorization.encode(Authorization())
    if provider is not None:
        _copy(provider, row)

    async def insert() -> Integration:
        await _apply(context, row, changes)
        row.slug = await _free_slug(project_id, row.name)
        await row.save(force_create=True)
        return row

    return await atomically(insert)


async def update_integration(
    context: Context, caller: Caller, integration_id: str, changes: IntegrationChanges
) -> Integration:
    """Change an integration; its slug stays. Raises Invalid, NotFound, Forbidden."""
    require_editor(caller)

    async def update() -> Integration:
        row = await get_integration(caller, integration_id)
        await _apply(context, row, changes)
        await row.save()
        return row

    row = await atomically(update)
    context.drop_plans(row.id)
    return row


async def get_integration(caller: Caller, integration_id: str) -> Integration:
    """An integration of the caller's project. Raises NotFound."""
    row = None
    if is_id(integration_id, Kind.INTEGRATION):
        row = await Integration.get_or_none(id=integration_id, project_id=caller.project_id)
    if row is None:
        raise NotFound("there is no such integration")
    return row


def parameter_names(row: Integration, *, by_oauth: bool) -> tuple[str, ...]:
    """The account parameters that its addresses read. by_oauth: those of its OAuth app too."""
    app = oauth_app.decode(row.oauth) if row.oauth and by_oauth else None
    own = oauth_app.parameter_names(app) if app else ()
    return tuple(dict.fromkeys([*own, *parameters.names(row.api_base_url)]))


def _copy(slug: str, row: Integration) -> None:
    try:
        found = catalog.provider(slug)
    except NotFound:
        message = "there is no such provider; accepted: a slug of the query `providers`"
        raise Invalid.one(ProblemCode.NOT_FOUND, message, "provider") from None
    row.provider_slug = found.slug
    row.name = found.name
    row.api_base_url = found.api_base_url or None
    row.authorization = authorization.encode(found.authorization)
    if found.oauth is not None:
        row.oauth = oauth_app.encode(oauth_app.of_catalog(found.oauth))


async def _apply(context: Context, row: Integration, changes: IntegrationChanges) -> None:
    problems: list[Problem] = []
    if not isinstance(changes.name, UnsetType):
        row.name = (changes.name or "").strip()
    if not isinstance(changes.api_base_url, UnsetType):
        row.api_base_url = (changes.api_base_url or "").strip().rstrip("/") or None
        problems += _url_problems(row.api_base_url, allows_http=context.settings.outbound_http)
    if not isinstance(changes.authorization, UnsetType):
        scheme = changes.authorization or Authorization()
        names = await secret_names(row.project_id)
        found = list(authorization.scheme_problems(scheme, names))
        problems += [problem.under("authorization") for problem in found]
        if not found:  # what is not storable cannot be encoded either
            row.authorization = authorization.encode(scheme)
    problems += await _apply_connecting(context, row, changes)
    problems = [*text.problems(row.name, "name", most=_MAX_NAME, what="the name"), *problems]
    if problems:
        raise Invalid(problems)


async def _apply_connecting(
    context: Context, row: Integration, changes: IntegrationChanges
) -> list[Problem]:
    """Change how accounts are connected."""
    names, allows_http = await secret_names(row.project_id), context.settings.outbound_http
    problems: list[Problem] = []
    if changes.oauth is None or changes.lookup is None:
        cleared = {"oauth": changes.oauth, "lookup": changes.lookup}
        row.update_from_dict({name: None for name, given in cleared.items() if given is None})
    if isinstance(changes.oauth, OAuthChanges):
        before = oauth_app.decode(row.oauth) if row.oauth else OAuthApp()
        app = oauth_app.changed(before, changes.oauth)
        found = list(oauth_app.problems(app, names, allows_http=allows_http))
        problems += [problem.under("oauth") for problem in found]
        row.oauth = row.oauth if found else oauth_app.encode(app)
    if isinstance(changes.lookup, Lookup):
        has_base_url = row.api_base_url is not None
        found = list(
            lookups.problems(
                changes.lookup, names, has_base_url=has_base_url, allows_http=allows_http
            )
        )
        problems += [problem.under("providerIdLookup") for problem in found]
        row.lookup = row.lookup if found else lookups.encode(changes.lookup)
    return problems


def _url_problems(url: str | None, *, allows_http: bool) -> Iterator[Problem]:
    if url is None:
        return
    if fault := parameters.address_fault(url, allows_http=allows_http):
        yield Problem(ProblemCode.INVALID, fault, ("apiBaseUrl",))
    elif "?" in url or "#" in url:
        message = "a base URL ends with its path: no ? and no #"
        yield Problem(ProblemCode.INVALID, message, ("apiBaseUrl",))


async def _free_slug(project_id: str, name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = _NOT_SLUG.sub("-", plain).strip("-")[: _MAX_SLUG - 8] or "integration"
    near = Integration.filter(project_id=project_id, slug__startswith=stem)
    taken = {row.slug for row in await near}
    number, slug = 1, stem
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug

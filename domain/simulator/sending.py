"""Signed and sent: what leaves the provider."""

from datetime import datetime

import httpx

from domain.catalog import Provider
from domain.request import Request
from domain.simulator.materials import Material, signed_with
from domain.templates.errors import TemplateError
from domain.templates.scope import Scope
from domain.templates.template import Template


def signed(provider: Provider, request: Request, material: Material, at: datetime) -> Request:
    """Sign by the provider's recommended scheme. Raises Invalid when a secret is missing."""
    return signed_with(provider.schemes[0].scheme, request, material, at)


def secrets_of(provider: Provider, names: Scope) -> dict[str, list[str]]:
    """The secrets of the provider's schemes, those that can be filled in. names: `secrets` and `persisted`."""
    found: dict[str, list[str]] = {}
    for field in provider.secrets:
        try:
            found[field.name] = [Template.parse(field.value).text(names)]
        except TemplateError:
            continue  # not agreed yet: signing says so
    return found


async def post(client: httpx.AsyncClient, request: Request) -> httpx.Response:
    """Send a request, byte for byte. Raises httpx.HTTPError."""
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in request.headers]
    return await client.request(request.method, request.url, headers=headers, content=request.body)

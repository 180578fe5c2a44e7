"""Every provider of the catalog can be played: its setup answered, its handshakes made, its events genuine."""

import re
from collections.abc import Mapping
from datetime import timedelta
from importlib import resources
from typing import Any, NamedTuple

import httpx
import pytest

from domain import catalog, clock
from domain.catalog import Provider
from domain.outbound import Answer
from domain.registrations import kept
from domain.registrations.rendering import render_request
from domain.registrations.requests import Authorization, AuthorizationKind, RequestTemplate
from domain.registrations.scope import Sender
from domain.request import Request
from domain.signatures import NoSignature, compile_verifier, covers
from domain.simulator import Simulator, calls
from domain.simulator.sending import secrets_of
from domain.verdict import Refused

from .address import URL, Address

ORIGIN = "http://provider"
VALUE = "7365637265742d6e756d6265722d6f6e"  # reads as text, as base64 and as hex


class Played(NamedTuple):
    """A provider on stage. names: what requests to it may read."""

    simulator: Simulator
    address: Address
    names: dict[str, Any]


def played(provider: Provider) -> Played:
    file = resources.files("domain.catalog") / "providers" / f"{provider.slug}.toml"
    text = file.read_text(encoding="utf-8")
    app = dict.fromkeys(re.findall(r"secrets\.([A-Z_]+)", text), VALUE)
    credential = dict.fromkeys(re.findall(r"credential\.(\w+)", text), "of-the-account")
    settings = {
        "webhookURL": URL,
        "expiresAt": "2026-12-03T12:00:00Z",
        "expiresAtMs": "1796299200000",
    }
    names = {"secrets": app, "credential": credential, "settings": settings}
    address = Address(provider, names)
    client = address.client()
    return Played(Simulator(provider, client, credential=credential, app=app), address, names)


async def call(
    on: Played, template: RequestTemplate, persisted: Mapping[str, str]
) -> httpx.Response:
    provider = on.simulator.provider
    nobody = Authorization(kind=AuthorizationKind.NONE)
    names = {**on.names, "persisted": dict(persisted)}
    base_url = on.simulator.base_url(ORIGIN)
    request = render_request(template, Sender(base_url, provider.authorization, nobody, names))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(on.simulator)) as client:
        return await client.request(
            request.method, request.url, headers=request.headers, content=request.body
        )


async def follow_up(on: Played) -> None:
    """Call what the handshakes asked to be called, and see that the provider awaited exactly that."""
    awaited = {call.url for call in on.address.to_call}
    assert on.simulator.webhooks[URL].awaited == awaited
    async with httpx.AsyncClient(transport=httpx.ASGITransport(on.simulator)) as client:
        for call in on.address.to_call:
            assert (await client.request(call.method, call.url)).status_code == 200
    assert on.simulator.webhooks[URL].awaited == frozenset()


def is_genuine(on: Played, request: Request, persisted: Mapping[str, str]) -> bool:
    provider = on.simulator.provider
    given = secrets_of(provider, {**on.names, "persisted": dict(persisted)})
    given |= {name: [text] for name, text in on.simulator.public_keys().items()}
    verify = compile_verifier(provider.schemes[0].scheme, given)
    try:
        verify(request, clock.now())
    except Refused:
        return False
    return True


PROVIDERS = tuple(catalog.load().providers.values())
MADE_BY_REQUEST = [one for one in PROVIDERS if one.setup]


@pytest.mark.parametrize("provider", MADE_BY_REQUEST, ids=lambda one: one.slug)
async def test_setup_is_answered_with_everything_to_keep_and_torn_down_again(
    provider: Provider,
) -> None:
    on = played(provider)
    assert provider.setup is not None

    response = await call(on, provider.setup.request, {})

    headers = tuple(response.headers.items())
    answer = Answer(response.status_code, headers, response.content, timedelta())
    found = kept.read_kept(provider.setup.keep, on.names, answer)
    assert answer.is_success, response.text
    assert found.missing == ()
    assert set(found.values.items()) <= set(on.simulator.webhooks[URL].persisted.items())
    at_once = [one for one in provider.handshakes if not calls.comes_later(provider, one)]
    assert len(on.address.calls) == len(at_once)
    await follow_up(on)
    if provider.setup.teardown:
        gone = await call(on, provider.setup.teardown, found.values)
        assert gone.status_code == 200
        assert on.simulator.webhooks == {}


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda one: one.slug)
async def test_every_example_is_genuine_and_its_forgery_is_not(provider: Provider) -> None:
    on = played(provider)
    if provider.setup:
        await call(on, provider.setup.request, {})
    else:
        await on.simulator.check(URL)
    await follow_up(on)
    persisted = on.simulator.webhooks[URL].persisted
    on.address.calls.clear()

    await on.simulator.send(URL)
    await on.simulator.forged(URL)
    await on.simulator.stale(URL)

    scheme = provider.schemes[0].scheme
    genuine, forged, stale = [is_genuine(on, each, persisted) for each in on.address.calls]
    assert genuine
    assert forged is isinstance(scheme, NoSignature)
    assert stale is not covers(scheme).time

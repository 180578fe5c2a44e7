"""Parts of an integration's addresses that only a customer knows: given when connecting, and never a way to another host."""

from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.connections import parameters
from domain.models import Credential, Integration, OAuthFlow
from domain.registrations.requests import KeyValue
from domain.simulator.asgi import Receive, Scope, Send
from domain.simulator.oauth_server import OAuthServer
from tests.api.world import CONNECT, CREATE_INTEGRATION, SET_SECRET, World
from tests.oauth.shop import LOOKUP, REFRESH, START, UPDATE, Shop, eventually, shop
from tests.oauth.test_refresh import DISCONNECT
from tests.oauth.test_using import SEND, described

SHOP = "{{credential.shop}}"
DECLARED = "query ($id: ID!) { integration(id: $id) { accountParameters } }"
ACME = [{"name": "shop", "value": "acme"}]
OWN = (
    "query ($id: ID!) { node(id: $id) { ... on Credential { integration { accountParameters } } } }"
)
URL_OF = "query ($id: ID!) { node(id: $id) { ... on Credential { integration { apiBaseUrl } } } }"
BASE = "https://{{credential.shop}}.example.com/api"
HOSTILE = (
    "",
    " ",
    "acme.evil",
    "evil.example/",
    "acme@evil",
    "acme/..",
    "..",
    "acme:8443",
    "acme\n",
    "acme#",
    "acme?x",
    "acme%2e",
    "-acme",
    "acme-",
    "äcme",
    "acme\u3002evil",
    "{{secrets.CLIENT_SECRET}}",
    "a" * 64,
    "a" * 300,
)
ASTRAY = (
    "https://{{credential.shop}}",
    "https://{{credential.shop}}/api",
    "https://{{credential.shop}}.com",
    "https://example.{{credential.shop}}",
    "https://evil{{credential.shop}}.example/api",
    "https://a.example.com:{{credential.port}}/api",
    "https://{{credential.shop}}@a.example.com",
    "{{credential.scheme}}://a.example.com",
    "https://{{secrets.CLIENT_SECRET}}.example.com",
    "https://{{credential.accessToken}}.example.com",
    "https://{{credential.shop | upper}}.example.com",
    "https://{{credential.shop.name}}.example.com",
    "https://{{credential.shop",
)


class Tenants(OAuthServer):
    """A provider at which each customer has an address of their own: `/acme/oauth/token`. came: customers and paths."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.came: list[tuple[str, str]] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer below a customer's name; the decision of the person alone stands above."""
        path = scope["path"]
        if path != "/oauth/decide":
            _, tenant, rest = path.split("/", 2)
            self.came.append((tenant, f"/{rest}"))
            scope = {**scope, "path": f"/{rest}", "raw_path": f"/{rest}".encode()}
        await super().__call__(scope, receive, send)


@pytest.fixture
async def tenants(hookwright: World) -> AsyncIterator[Shop]:
    async with shop(hookwright, Tenants) as made:
        below = f"{made.origin}/{SHOP}"
        app = {
            "authorizeUrl": f"{below}/oauth/authorize",
            "tokenUrl": f"{below}/oauth/token",
            "revokeUrl": f"{below}/oauth/revoke",
        }
        own = {"integrationId": made.integration_id, "apiBaseUrl": below, "oauth": app}
        await made.editor.change(UPDATE, **own)
        yield made


def came(tenants: Shop) -> list[tuple[str, str]]:
    """Which customers' addresses were asked since the last time."""
    assert isinstance(tenants.provider, Tenants)
    found, tenants.provider.came = tenants.provider.came, []
    return found


async def test_every_request_goes_to_the_customers_own_address(tenants: Shop) -> None:
    made = await tenants.connect(parameters=ACME)

    assert came(tenants) == [
        ("acme", "/oauth/authorize"),
        ("acme", "/oauth/token"),
        ("acme", "/me"),
    ]
    assert (await tenants.account(made))["providerId"] == "T1"
    row = await Credential.get(id=made)
    assert row.sealed_parameters is not None
    assert b"acme" not in row.sealed_parameters
    await tenants.editor.change(REFRESH, credentialId=made)
    assert came(tenants) == [("acme", "/oauth/token")]
    await tenants.connect(credentialId=made)
    assert {tenant for tenant, _ in came(tenants)} == {"acme"}


async def test_tokens_are_revoked_at_the_customers_address_and_then_it_is_forgotten(
    tenants: Shop,
) -> None:
    made = await tenants.connect(parameters=ACME)
    came(tenants)

    await tenants.editor.change(DISCONNECT, credentialId=made)

    async def is_forgotten() -> bool:
        return (await Credential.get(id=made)).sealed_parameters is None

    await eventually(is_forgotten)
    assert came(tenants) == [("acme", "/oauth/revoke")]


async def test_account_with_values_of_its_own_has_parameters_too(tenants: Shop) -> None:
    account = {"integrationId": tenants.integration_id, "userId": "ada", "parameters": ACME}
    lookup = {"value": SHOP}
    await tenants.editor.change(
        UPDATE, integrationId=tenants.integration_id, providerIdLookup=lookup
    )

    made = await tenants.editor.change(CONNECT, **account, authorization={"bearer": {"token": "t"}})

    assert (await tenants.account(made["credential"]["id"]))["providerId"] == "acme"


async def test_setup_request_reads_the_parameter(tenants: Shop) -> None:
    await tenants.connect(isSandbox=True, parameters=ACME)
    payload, trigger_id = await described(tenants, "{{integration.apiBaseUrl}}/me?s=" + SHOP)
    assert payload["errors"] == []

    sent = (await tenants.editor.change(SEND, triggerId=trigger_id))["registration"]

    assert sent["exchange"]["request"]["url"] == f"{tenants.origin}/acme/me?s=acme"
    assert sent["exchange"]["answer"]["status"] == 200


async def test_connected_user_gives_their_own_and_learns_nothing_of_the_address(
    tenants: Shop,
) -> None:
    ada = tenants.company.user("ada")
    wish = {"integrationId": tenants.integration_id}

    assert await ada.refused(START, **wish) == [("REQUIRED", ["input", "parameters"])]
    made = await tenants.connect(by=ada, userId="ada", parameters=ACME)

    asked = await ada.data(OWN, id=made)
    assert asked["node"]["integration"] == {"accountParameters": ["shop"]}
    assert (await ada.error(URL_OF, id=made))["extensions"]["code"] == "FORBIDDEN"


async def test_request_stays_below_the_customers_address(tenants: Shop) -> None:
    lookup = {**LOOKUP, "request": {"url": "/{{user.id}}/me", "method": "GET"}}
    await tenants.editor.change(
        UPDATE, integrationId=tenants.integration_id, providerIdLookup=lookup
    )

    made = await tenants.connect(userId="..", parameters=ACME)

    assert "leaves the integration's base URL" in (await tenants.account(made))["reason"]
    assert [path for _, path in came(tenants)] == ["/oauth/authorize", "/oauth/token"]


async def test_value_that_is_no_name_is_refused(tenants: Shop) -> None:
    wish = {"integrationId": tenants.integration_id, "userId": "ada"}
    token = {"authorization": {"bearer": {"token": "t"}}}
    told = [("INVALID", ["input", "parameters", "0", "value"])]

    for value in HOSTILE:
        own = {"parameters": [{"name": "shop", "value": value}]}
        assert await tenants.editor.refused(START, **wish, **own) == told, value
        assert await tenants.editor.refused(CONNECT, **wish, **token, **own) == told, value

    assert await OAuthFlow.filter(integration_id=tenants.integration_id).count() == 0
    assert await Credential.filter(integration_id=tenants.integration_id).count() == 0
    assert came(tenants) == []


async def test_missing_unknown_and_repeated_ones_are_told(tenants: Shop) -> None:
    wish = {"integrationId": tenants.integration_id, "userId": "ada"}
    token = {"authorization": {"bearer": {"token": "t"}}}
    other = [*ACME, *ACME, {"name": "host", "value": "evil"}]

    assert await tenants.editor.refused(START, **wish) == [("REQUIRED", ["input", "parameters"])]
    assert await tenants.editor.refused(CONNECT, **wish, **token) == [
        ("REQUIRED", ["input", "parameters"])
    ]
    assert await tenants.editor.refused(START, **wish, parameters=other) == [
        ("TAKEN", ["input", "parameters", "1", "name"]),
        ("INVALID", ["input", "parameters", "2", "name"]),
    ]
    assert await OAuthFlow.filter(integration_id=tenants.integration_id).count() == 0


async def test_account_without_a_new_parameter_says_so_and_is_not_sent(acme: Shop) -> None:
    made = await acme.connect()
    asked = list(acme.provider.asked)
    app = {"tokenUrl": f"{acme.origin}/{SHOP}/oauth/token"}
    await acme.editor.change(UPDATE, integrationId=acme.integration_id, oauth=app)

    body = await acme.editor.data(REFRESH, input={"credentialId": made})

    (error,) = body["refreshAccount"]["errors"]
    assert "credential.shop" in error["message"]
    assert acme.provider.asked == asked


async def test_address_that_a_value_could_lead_astray_is_refused(acme: Shop) -> None:
    wish = {"integrationId": acme.integration_id}
    names = ("authorizeUrl", "tokenUrl", "revokeUrl")
    before = await Integration.get(id=acme.integration_id).values()

    for url in ASTRAY:
        app = dict.fromkeys(names, url)
        refused = await acme.editor.refused(UPDATE, **wish, apiBaseUrl=url, oauth=app)
        assert sorted(path[-1] for _, path in refused) == sorted(["apiBaseUrl", *names]), url

    assert await Integration.get(id=acme.integration_id).values() == before


async def test_catalog_knows_shopify_by_the_shop(acme: Shop) -> None:
    await acme.editor.change(SET_SECRET, name="CLIENT_SECRET", value="planted")
    app = {"clientId": "client-1", "clientSecret": "{{secrets.CLIENT_SECRET}}"}
    created = await acme.editor.change(CREATE_INTEGRATION, provider="shopify", oauth=app)
    integration_id = created["integration"]["id"]

    begun = await acme.editor.change(
        START, integrationId=integration_id, userId="ada", parameters=ACME
    )

    shown = await acme.editor.data(DECLARED, id=integration_id)
    assert shown["integration"]["accountParameters"] == ["shop"]
    url = urlsplit(begun["authorizationUrl"])
    assert (url.netloc, url.path) == ("acme.myshopify.com", "/admin/oauth/authorize")


@given(st.one_of(st.text(), st.text(alphabet="aZ0-._~:/?#@!%\\ \u3002\n", max_size=8)))
def test_accepted_value_never_changes_the_host(value: str) -> None:
    entries = (KeyValue("shop", value),)
    if list(parameters.problems(entries, declared=("shop",), needed=("shop",))):
        return

    url = urlsplit(parameters.filled(BASE, {"shop": value}))

    assert (url.scheme, url.netloc, url.path) == ("https", f"{value}.example.com", "/api")
    assert url.netloc.count(".") == BASE.count(".") - 1

"""Connecting an account by OAuth: out to the provider's page, and back by the callback."""

from typing import Any

import pytest

from domain.models import Credential, OAuthFlow
from domain.simulator.oauth_server import Mishap
from tests.api.test_callers_and_nodes import DELETE_SECRET
from tests.api.world import CONNECT, SET_SECRET, World
from tests.oauth.shop import SECRET, START, UPDATE, Shop, asked, shop

SHOWN = """
query ($id: ID!) { integration(id: $id) {
  oauth { grant clientId clientSecret clientAuthentication scopes redirectUrl missing usesPkce }
  providerIdLookup { value request { method url } }
} }"""


async def test_account_is_connected_with_the_providers_own_id(acme: Shop) -> None:
    url = await acme.start()
    back = await acme.back(await acme.allow(url))

    assert back.status_code == 200
    assert "The account is connected" in back.text
    row = await Credential.get(integration_id=acme.integration_id)
    shown = await acme.account(row.id)
    assert (shown["userId"], shown["providerId"], shown["status"]) == ("ada", "T1", "CONNECTED")
    assert shown["reason"] is None
    assert shown["expiresAt"] is not None
    assert shown["exchange"]["request"]["url"] == f"{acme.origin}/oauth/token"
    sent = asked(url)
    assert (sent["scope"], sent["response_type"]) == ("hooks read", "code")
    assert sent["code_challenge_method"] == "S256"
    assert await OAuthFlow.filter(integration_id=acme.integration_id).count() == 0


async def test_page_is_plain_and_kept_by_nobody(acme: Shop) -> None:
    page = await acme.back(await acme.allow(await acme.start()))

    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["referrer-policy"] == "no-referrer"
    assert "<script" not in page.text


async def test_refusal_of_the_person_is_shown_and_changes_nothing(acme: Shop) -> None:
    page = await acme.back(await acme.allow(await acme.start(), "deny"))

    assert page.status_code == 400
    assert "access_denied The person said no" in page.text
    assert await Credential.filter(integration_id=acme.integration_id).count() == 0


async def test_words_of_the_provider_are_no_markup(acme: Shop) -> None:
    state = asked(await acme.start())["state"]
    url = f"{acme.editor.url}/oauth/callback/{acme.integration_id}"

    page = await acme.editor.http.get(
        url, params={"state": state, "error": "<script>alert(1)</script>\x00\n"}
    )

    assert page.status_code == 400
    assert "<script" not in page.text
    assert "&lt;script&gt;" in page.text


async def test_state_is_good_once(acme: Shop) -> None:
    address = await acme.allow(await acme.start())
    assert (await acme.back(address)).status_code == 200

    again = await acme.back(address)

    assert again.status_code == 400
    assert "not valid any more" in again.text
    assert await Credential.filter(integration_id=acme.integration_id).count() == 1
    assert acme.provider.asked == ["authorization_code"]


async def test_state_ends_after_ten_minutes(acme: Shop) -> None:
    address = await acme.allow(await acme.start())
    await OAuthFlow.filter(integration_id=acme.integration_id).update(expires_ms=1)

    assert "not valid any more" in (await acme.back(address)).text
    assert acme.provider.asked == []


async def test_state_is_bound_to_its_integration(hookwright: World, acme: Shop) -> None:
    address = await acme.allow(await acme.start())
    async with shop(hookwright) as other:
        elsewhere = address.replace(acme.integration_id, other.integration_id)

        assert "not valid any more" in (await acme.back(elsewhere)).text
        assert other.provider.asked == []
    assert (await acme.back(address)).status_code == 200


@pytest.mark.parametrize(
    "query", ["", "state=", "state=x", "code=x", "state=%00&code=%ff", "state=" + "x" * 9_000]
)
async def test_any_other_callback_is_a_plain_page(acme: Shop, query: str) -> None:
    page = await acme.back(f"{acme.editor.url}/oauth/callback/{acme.integration_id}?{query}")

    assert page.status_code == 400
    assert "not valid any more" in page.text
    nowhere = await acme.back(f"{acme.editor.url}/oauth/callback/nonsense?{query}")
    assert nowhere.status_code == 404


@pytest.mark.parametrize("code", ["", "guessed", "\x00", "é" * 10, "x" * 9_000])
async def test_wrong_code_connects_nothing(acme: Shop, code: str) -> None:
    state = asked(await acme.start())["state"]
    url = f"{acme.editor.url}/oauth/callback/{acme.integration_id}"

    page = await acme.editor.http.get(url, params={"state": state, "code": code})

    assert page.status_code == 400
    assert await Credential.filter(integration_id=acme.integration_id).count() == 0


async def test_stolen_code_is_worth_nothing_without_its_verifier(acme: Shop) -> None:
    stolen = asked(await acme.allow(await acme.start()))["code"]
    own = asked(await acme.start(userId="mallory"))["state"]
    url = f"{acme.editor.url}/oauth/callback/{acme.integration_id}"

    page = await acme.editor.http.get(url, params={"state": own, "code": stolen})

    assert "invalid_grant" in page.text
    assert await Credential.filter(integration_id=acme.integration_id).count() == 0


async def test_browser_goes_back_to_an_allowed_address_alone(acme: Shop) -> None:
    home = "https://app.example.com/settings?tab=apps"
    done = await acme.back(await acme.allow(await acme.start(returnUrl=home)))
    denied = await acme.back(await acme.allow(await acme.start(returnUrl=home), "deny"))

    row = await Credential.get(integration_id=acme.integration_id)
    assert done.status_code == 303
    assert done.headers["location"] == f"{home}&credentialId={row.id}"
    assert asked(denied.headers["location"])["error"].startswith("The provider did not authorize")
    for url in (
        "https://evil.example",
        "https://app.example.com.evil.example/",
        "https://app.example.com@evil.example/",
        "//app.example.com",
        "javascript:alert(1)",
        "https://app.example.com/#x",
    ):
        given = {"integrationId": acme.integration_id, "userId": "ada", "returnUrl": url}
        assert await acme.editor.refused(START, **given) == [
            ("NOT_ALLOWED", ["input", "returnUrl"])
        ]


@pytest.mark.parametrize(
    ("mishap", "said"),
    [
        (Mishap.FAIL, "http_503"),
        (Mishap.GIBBERISH, "no_access_token"),
        (Mishap.CUT, "broke off"),
        (Mishap.LIMITED, "slow_down"),
        (Mishap.STALL, "within 2 seconds"),
    ],
)
async def test_failure_of_the_token_endpoint_is_told_in_words(
    acme: Shop, mishap: Mishap, said: str
) -> None:
    address = await acme.allow(await acme.start())
    acme.provider.mishaps.append(mishap)

    page = await acme.back(address)

    assert page.status_code == 400
    assert said in page.text or "hung up" in page.text
    assert await Credential.filter(integration_id=acme.integration_id).count() == 0


async def test_user_connects_several_accounts_of_their_own_and_nobody_elses(acme: Shop) -> None:
    ada = acme.company.user("ada")
    first = await acme.connect(by=ada)
    acme.provider.account = "T2"
    second = await acme.connect(by=ada, userId="ada")

    rows = await Credential.filter(integration_id=acme.integration_id).order_by("id")
    assert [(row.id, row.user_id, row.provider_id) for row in rows] == [
        (first, "ada", "T1"),
        (second, "ada", "T2"),
    ]
    for given in ({"userId": "grace"}, {"userId": "ada", "isSandbox": True}):
        error = await ada.error(START, input={"integrationId": acme.integration_id, **given})
        assert error["extensions"]["code"] == "FORBIDDEN"
    grace = acme.company.user("grace")
    refused = await grace.refused(START, integrationId=acme.integration_id, credentialId=first)
    assert refused == [("NOT_FOUND", ["input", "credentialId"])]


async def test_sandbox_is_replaced_in_place(acme: Shop) -> None:
    first = await acme.connect(isSandbox=True, userId="me")
    acme.provider.account = "T2"
    await acme.back(await acme.allow(await acme.start(isSandbox=True, userId="you")))

    row = await Credential.get(integration_id=acme.integration_id)
    assert (row.id, row.user_id, row.provider_id, row.is_sandbox) == (first, "you", "T2", True)


async def test_account_is_connected_again_only_as_itself(acme: Shop) -> None:
    account = await acme.connect()
    await Credential.filter(id=account).update(status="INVALID", reason="It ended.")
    await acme.connect(credentialId=account)
    again = await acme.account(account)
    assert (again["status"], again["reason"], again["providerId"]) == ("CONNECTED", None, "T1")

    acme.provider.account = "T2"
    page = await acme.back(await acme.allow(await acme.start(credentialId=account)))

    assert "This is another account" in page.text
    assert (await Credential.get(id=account)).provider_id == "T1"
    assert await Credential.filter(integration_id=acme.integration_id).count() == 1


async def test_provider_id_may_come_beside_the_token(acme: Shop) -> None:
    lookup = {"value": "{{credential.team.id}}"}
    given = {"integrationId": acme.integration_id, "providerIdLookup": lookup}
    await acme.editor.change(UPDATE, **given)
    acme.provider.extra = {"team": {"id": "T77"}}

    account = await acme.connect()

    assert (await acme.account(account))["providerId"] == "T77"


async def test_account_without_a_provider_id_says_why(acme: Shop) -> None:
    lookup: dict[str, Any] = {"value": "{{setup.response.body.nothing}}"}
    lookup["request"] = {"url": "/me", "method": "GET"}
    given = {"integrationId": acme.integration_id, "providerIdLookup": lookup}
    await acme.editor.change(UPDATE, **given)

    shown = await acme.account(await acme.connect())

    assert (shown["status"], shown["providerId"]) == ("CONNECTED", None)
    assert shown["reason"].startswith("The Provider ID is not known: The Provider ID is not there")


async def test_app_is_shown_by_what_is_set_and_never_by_its_values(acme: Shop) -> None:
    body = await acme.editor.post(SHOWN, id=acme.integration_id)

    assert body["data"]["integration"] == {
        "oauth": {
            "grant": "AUTHORIZATION_CODE",
            "clientId": "client-1",
            "clientSecret": "{{secrets.CLIENT_SECRET}}",
            "clientAuthentication": "BASIC",
            "scopes": ["hooks", "read"],
            "redirectUrl": acme.provider.redirect_uri,
            "missing": [],
            "usesPkce": True,
        },
        "providerIdLookup": {
            "value": "{{setup.response.body.team.id}}",
            "request": {"method": "GET", "url": "/me"},
        },
    }
    assert SECRET not in str(body)


async def test_catalog_fills_the_app_in_and_says_what_is_missing(acme: Shop) -> None:
    create = """mutation ($input: CreateIntegrationInput!) { createIntegration(input: $input) {
      integration { id oauth { authorizeUrl tokenUrl scopes missing clientAuthentication } }
      errors { code path } } }"""
    made = (await acme.editor.change(create, provider="airtable"))["integration"]

    assert made["oauth"] == {
        "authorizeUrl": "https://airtable.com/oauth2/v1/authorize",
        "tokenUrl": "https://airtable.com/oauth2/v1/token",
        "scopes": ["webhook:manage"],
        "missing": ["clientId", "clientSecret"],
        "clientAuthentication": "BASIC",
    }
    refused = await acme.editor.refused(START, integrationId=made["id"], userId="ada")
    assert refused == [("INCOMPLETE", ["input", "integrationId"])]
    app = {"clientId": "me", "clientSecret": "{{secrets.CLIENT_SECRET}}"}
    await acme.editor.change(UPDATE, integrationId=made["id"], oauth=app)
    url = await acme.start(integrationId=made["id"])
    assert url.startswith(
        "https://airtable.com/oauth2/v1/authorize?response_type=code&client_id=me"
    )


async def test_everything_wrong_with_an_app_is_told_at_once(acme: Shop) -> None:
    app = {
        "authorizeUrl": "ftp://x",
        "tokenUrl": "https://u:p@x.example/{{secrets.X}}",
        "revokeUrl": "nowhere",
        "scopes": ["ok", "", "é"],
        "scopeSeparator": "--",
        "extra": [{"name": "State", "value": "x"}, {"name": "", "value": ""}],
        "clientId": "{{secrets.NOTHING}}",
        "clientSecret": "planted-literal",
    }
    lookup = {"value": "{{event.body.x}}", "request": {"url": "/me", "method": "BREW"}}
    given = {"integrationId": acme.integration_id, "oauth": app, "providerIdLookup": lookup}

    body = await acme.editor.post(UPDATE, input=given)

    errors = body["data"]["updateIntegration"]["errors"]
    assert [".".join(error["path"][1:]) for error in errors] == [
        "oauth.authorizeUrl",
        "oauth.tokenUrl",
        "oauth.revokeUrl",
        "oauth.scopeSeparator",
        "oauth.scopes.1",
        "oauth.scopes.2",
        "oauth.extra.0.name",
        "oauth.extra.1.name",
        "oauth.clientId",
        "oauth.clientSecret",
        "providerIdLookup.value",
        "providerIdLookup.request.method",
    ]
    assert "planted-literal" not in str(body)


async def test_integration_without_an_app_says_so(acme: Shop) -> None:
    await acme.editor.change(UPDATE, integrationId=acme.integration_id, oauth=None)

    refused = await acme.editor.refused(START, integrationId=acme.integration_id, userId="ada")
    assert refused == [("INCOMPLETE", ["input", "integrationId"])]
    nobody = await acme.editor.refused(START, integrationId=acme.integration_id, userId=" ")
    assert nobody == [("REQUIRED", ["input", "userId"])]


async def test_users_are_told_nothing_of_how_an_app_is_set_up(acme: Shop) -> None:
    secret = {"clientSecret": "{{secrets.PLANTED_NAME}}"}
    await acme.editor.change(SET_SECRET, name="PLANTED_NAME", value="x")
    request = {"url": "/{{secrets.PLANTED_NAME}}", "method": "GET"}
    lookup = {"request": request, "value": "{{setup.response.body.planted_path}}"}
    given = {"integrationId": acme.integration_id}
    await acme.editor.change(UPDATE, **given, oauth=secret, providerIdLookup=lookup)
    await acme.editor.change(DELETE_SECRET, name="PLANTED_NAME")
    ada, bearer = acme.company.user("ada"), {"bearer": {"token": "own-token-of-ada"}}

    answers = [
        await ada.post(START, input=given),
        await ada.post(CONNECT, input={**given, "userId": "ada", "authorization": bearer}),
    ]
    told = await acme.editor.post(START, input={**given, "userId": "ada"})

    assert [each["data"] for each in answers] == [
        {
            "startOAuth": {
                "authorizationUrl": None,
                "errors": [
                    _said(
                        "INCOMPLETE",
                        "integrationId",
                        "its accounts cannot be connected by OAuth now",
                    )
                ],
            }
        },
        {
            "connectAccount": {
                "credential": None,
                "errors": [
                    _said(
                        "FAILED",
                        "providerId",
                        "the provider does not tell whose account this is: check the values",
                    )
                ],
            }
        },
    ]
    assert "PLANTED_NAME" in str(told)


def _said(code: str, name: str, message: str) -> dict[str, Any]:
    return {"code": code, "message": message, "path": ["input", name]}

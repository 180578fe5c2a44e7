"""What uses an account gets values that the provider takes now, and what came beside the token; and who an account is."""

from typing import Any

import pytest

from domain import clock
from domain.models import Credential
from domain.simulator.oauth_server import Granted, Mishap
from tests.api.world import CONNECT, CREATE_INTEGRATION, CREATE_TRIGGER
from tests.oauth.shop import Shop, asked
from tests.oauth.test_refresh import LOOK_UP

SETUP = """
mutation ($input: UpdateWebhookSetupInput!) {
  updateWebhookSetup(input: $input) { trigger { id } errors { code message path } }
}"""
SEND = """
mutation ($input: SendSetupRequestInput!) {
  sendSetupRequest(input: $input) {
    registration { state reason exchange { request { url } answer { status body } } }
    errors { code message path }
  }
}"""


async def described(acme: Shop, url: str, integration_id: str | None = None) -> Any:
    """A trigger with a setup request to an address of the provider's; the payload of describing it."""
    made = await acme.editor.change(
        CREATE_TRIGGER,
        integrationId=integration_id or acme.integration_id,
        name="Item",
        creation="API_REQUEST",
        level="USER",
    )
    given = {"triggerId": made["trigger"]["id"], "request": {"url": url, "method": "GET"}}
    return (await acme.editor.data(SETUP, input=given))["updateWebhookSetup"], given["triggerId"]


async def test_setup_request_is_sent_with_a_token_that_was_just_refreshed(acme: Shop) -> None:
    acme.provider.extra = {"team": {"id": "T1", "name": "Ada & co"}}
    account = await acme.connect(isSandbox=True)
    past = clock.now_ms() - 1
    await Credential.filter(id=account).update(expires_ms=past, due_ms=past)
    payload, trigger_id = await described(acme, "/me?team={{credential.team.id}}")
    assert payload["errors"] == []

    sent = (await acme.editor.change(SEND, triggerId=trigger_id))["registration"]

    assert (sent["state"], sent["reason"]) == ("ACTIVE", None)
    assert sent["exchange"]["request"]["url"] == f"{acme.origin}/me?team=T1"
    assert sent["exchange"]["answer"]["status"] == 200
    assert "planted" not in str(sent)
    assert acme.provider.asked == ["authorization_code", "refresh_token"]


async def test_setup_request_is_not_sent_with_a_token_that_is_over(acme: Shop) -> None:
    account = await acme.connect(isSandbox=True)
    past = clock.now_ms() - 1
    await Credential.filter(id=account).update(expires_ms=past, due_ms=past)
    acme.provider.mishaps.append(Mishap.FAIL)
    _, trigger_id = await described(acme, "/me")

    body = await acme.editor.data(SEND, input={"triggerId": trigger_id})

    (error,) = body["sendSetupRequest"]["errors"]
    assert error["code"] == "INCOMPLETE"
    assert "the account cannot be used: The provider refused (http_503)" in error["message"]


async def test_names_beside_the_token_are_known_where_there_is_an_app_alone(acme: Shop) -> None:
    made = await acme.editor.change(CREATE_INTEGRATION, name="Plain", apiBaseUrl=acme.origin)

    there, _ = await described(acme, "/x/{{credential.team.id}}")
    here, _ = await described(acme, "/x/{{credential.team.id}}", made["integration"]["id"])

    assert there["errors"] == []
    assert [error["code"] for error in here["errors"]] == ["UNKNOWN_NAME"]


async def test_variable_menu_names_what_came_beside_the_token_and_shows_none_of_it(
    acme: Shop,
) -> None:
    acme.provider.extra = {"team": {"id": "T1"}, "authed_user": {"access_token": "planted-inner"}}
    await acme.connect(isSandbox=True)
    _, trigger_id = await described(acme, "/me")
    query = """query ($id: ID!) { trigger(id: $id) { variables(step: WEBHOOK_SETUP) {
      name variables { path sample isSecret } } } }"""

    body = await acme.editor.post(query, id=trigger_id)

    groups = {each["name"]: each for each in body["data"]["trigger"]["variables"]}
    found = {each["path"]: each["sample"] for each in groups["credential"]["variables"]}
    assert found["credential.team.id"] is None
    assert found["credential.authed_user.access_token"] is None
    assert found["credential.providerId"] == "T1"
    assert "planted-inner" not in str(body)


async def test_events_of_an_account_that_became_invalid_are_still_taken(acme: Shop) -> None:
    trigger_id = await acme.company.trigger(acme.integration_id)
    account = await acme.connect()
    await Credential.filter(id=account).update(status="INVALID")
    project_id = acme.editor.project.id
    path = f"triggers/connect/{project_id}/{acme.integration_id}/custom-triggers/{trigger_id}"

    sent = await acme.editor.http.post(f"{acme.editor.url}/{path}?id={account}", json={})

    assert sent.status_code == 200


async def test_provider_id_of_an_entered_token_is_looked_up_when_it_is_connected(
    acme: Shop,
) -> None:
    far = clock.now_ms() + 600_000
    acme.provider.grants.append(Granted("T5", "", {"entered-token-1": far}))
    given = {"integrationId": acme.integration_id, "userId": "ada"}
    ada = acme.company.user("ada")

    made = await ada.change(
        CONNECT, **given, authorization={"bearer": {"token": "entered-token-1"}}
    )
    wrong = await ada.refused(
        CONNECT, **given, authorization={"bearer": {"token": "guessed-token"}}
    )
    silent = await ada.change(CONNECT, **given)

    assert (await acme.account(made["credential"]["id"]))["providerId"] == "T5"
    assert wrong == [("FAILED", ["input", "providerId"])]
    assert (await acme.account(silent["credential"]["id"]))["providerId"] is None
    assert await Credential.filter(integration_id=acme.integration_id).count() == 2


async def test_provider_id_is_looked_up_again_on_request(acme: Shop) -> None:
    account = await acme.connect()
    await Credential.filter(id=account).update(provider_id=None)

    done = await acme.editor.change(LOOK_UP, credentialId=account)

    assert done["credential"]["providerId"] == "T1"
    shown = await acme.account(account)
    assert shown["exchange"]["request"]["url"] == f"{acme.origin}/me"
    assert shown["exchange"]["answer"]["status"] == 200
    acme.provider.grants[0].access.clear()
    refused = await acme.editor.refused(LOOK_UP, credentialId=account)
    assert refused == [("FAILED", ["input", "credentialId"])]
    assert (await acme.account(account))["providerId"] == "T1"
    error = await acme.company.user("ada").error(LOOK_UP, input={"credentialId": account})
    assert error["extensions"]["code"] == "FORBIDDEN"


@pytest.mark.parametrize("code", ["x" * 100, "a&b=c", "ä\n", "' OR 1=1 --"])
async def test_any_code_is_sent_as_it_came(acme: Shop, code: str) -> None:
    state = asked(await acme.start())["state"]

    page = await acme.editor.http.get(
        f"{acme.editor.url}/oauth/callback/{acme.integration_id}",
        params={"state": state, "code": code},
    )

    assert page.status_code == 400
    assert "invalid_grant" in page.text
    assert acme.provider.asked == ["authorization_code"]

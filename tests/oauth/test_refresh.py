"""Access tokens are refreshed ahead of their end, once, and what the provider says of it is written down."""

import asyncio

import pytest
from msgspec.structs import replace

from domain import clock
from domain.connections import credentials, freshness, grants, tending
from domain.connections.credentials import account_values, granted
from domain.connections.freshness import Unusable
from domain.context import Context
from domain.models import Credential
from domain.simulator.oauth_server import Mishap
from domain.vault import Unreadable, Vault
from tests.api.world import CONNECT, World
from tests.oauth.shop import REFRESH, UPDATE, Shop, eventually

DISCONNECT = """
mutation ($input: DisconnectAccountInput!) {
  disconnectAccount(input: $input) { credential { status } errors { code message path } }
}"""
LOOK_UP = """
mutation ($input: LookUpProviderIdInput!) {
  lookUpProviderId(input: $input) { credential { providerId } errors { code message path } }
}"""


@pytest.fixture
def context(hookwright: World) -> Context:
    return hookwright.hookwright.context


async def come_due(context: Context, credential_id: str, *, in_background: bool = False) -> None:
    """Let the time of refreshing come; the tender is told only if it should do it."""
    await Credential.filter(id=credential_id).update(due_ms=clock.now_ms() - 1)
    if in_background:
        context.bus.wake([credentials.TOPIC])


async def end(credential_id: str) -> None:
    """Let the access token end now."""
    past = clock.now_ms() - 1
    await Credential.filter(id=credential_id).update(expires_ms=past, due_ms=past)


async def token_of(context: Context, credential_id: str) -> str:
    return account_values(context.vault, await Credential.get(id=credential_id)).token


async def test_due_token_is_refreshed_in_the_background(acme: Shop, context: Context) -> None:
    account = await acme.connect()
    before = await Credential.get(id=account)
    assert before.due_ms is not None
    assert before.expires_ms is not None
    early = before.expires_ms - before.due_ms
    assert 300_000 <= early <= 450_000

    await come_due(context, account, in_background=True)

    async def is_done() -> bool:
        due_ms = (await Credential.get(id=account)).due_ms
        return due_ms is not None and due_ms > clock.now_ms() + 1_000

    await eventually(is_done)
    assert acme.provider.asked == ["authorization_code", "refresh_token"]
    assert await token_of(context, account) in acme.provider.grants[0].access


async def test_many_who_want_it_at_once_cause_one_refresh(acme: Shop, context: Context) -> None:
    account = await acme.connect()
    await end(account)

    rows = await asyncio.gather(*(freshness.refreshed(context, account) for _ in range(20)))

    assert acme.provider.asked == ["authorization_code", "refresh_token"]
    tokens = {account_values(context.vault, row).token for row in rows}
    assert len(tokens) == 1
    assert tokens <= set(acme.provider.grants[0].access)


async def test_rotated_refresh_token_takes_the_place_of_the_old_one(
    acme: Shop, context: Context
) -> None:
    account = await acme.connect()

    for _ in range(3):
        await acme.editor.change(REFRESH, credentialId=account)

    grant = granted(context.vault, await Credential.get(id=account))
    assert acme.provider.asked[1:] == ["refresh_token"] * 3
    assert grant.refresh_token == acme.provider.grants[0].refresh
    assert not acme.provider.grants[0].is_over


async def test_refresh_token_that_is_not_rotated_stays(acme: Shop, context: Context) -> None:
    account = await acme.connect()
    kept = acme.provider.grants[0].refresh
    acme.provider.rotates = False

    await acme.editor.change(REFRESH, credentialId=account)
    await acme.editor.change(REFRESH, credentialId=account)

    assert granted(context.vault, await Credential.get(id=account)).refresh_token == kept
    assert len(acme.provider.grants[0].access) == 3


async def test_account_is_invalid_once_the_provider_says_so(acme: Shop, context: Context) -> None:
    account = await acme.connect()
    acme.provider.grants[0].is_over = True
    await end(account)

    with pytest.raises(Unusable) as caught:
        await freshness.refreshed(context, account)

    assert caught.value.is_final
    shown = await acme.account(account)
    assert shown["status"] == "INVALID"
    assert shown["reason"].startswith("The provider refused (invalid_grant: the refresh token")
    assert shown["exchange"]["answer"]["status"] == 400
    refused = await acme.editor.refused(LOOK_UP, credentialId=account)
    assert refused == [("FAILED", ["input", "credentialId"])]
    assert acme.provider.asked == ["authorization_code", "refresh_token"]
    await acme.connect(credentialId=account)
    assert (await acme.account(account))["status"] == "CONNECTED"


@pytest.mark.parametrize("mishap", [Mishap.FAIL, Mishap.GIBBERISH, Mishap.STALL])
async def test_failure_is_counted_and_the_token_used_until_its_end(
    acme: Shop, context: Context, mishap: Mishap
) -> None:
    account = await acme.connect()
    before = await token_of(context, account)
    acme.provider.mishaps.append(mishap)
    await come_due(context, account)

    row = await freshness.refreshed(context, account)

    assert (row.status, row.failures) == ("CONNECTED", 1)
    assert row.reason is not None
    assert row.reason.endswith("It is tried again.")
    assert row.due_ms is not None
    assert 5_000 < row.due_ms - clock.now_ms() <= 10_000
    assert account_values(context.vault, row).token == before
    acme.provider.held.set()
    await Credential.filter(id=account).update(expires_ms=clock.now_ms() - 1)
    with pytest.raises(Unusable) as caught:
        await freshness.refreshed(context, account)
    assert not caught.value.is_final


async def test_retry_after_of_the_provider_is_heeded(acme: Shop, context: Context) -> None:
    account = await acme.connect()
    acme.provider.mishaps.append(Mishap.LIMITED)
    await come_due(context, account)

    row = await freshness.refreshed(context, account)

    assert row.due_ms is not None
    assert 100_000 < row.due_ms - clock.now_ms() <= 120_000


async def test_token_that_nothing_can_refresh_makes_the_account_invalid_at_its_end(
    acme: Shop, context: Context
) -> None:
    account = await acme.connect()
    row = await Credential.get(id=account)
    grant = granted(context.vault, row)
    sealed = grants.seal(context.vault, account, replace(grant, refresh_token=""))
    await Credential.filter(id=account).update(sealed_grant=sealed)
    await end(account)

    with pytest.raises(Unusable):
        await freshness.refreshed(context, account)

    shown = await acme.account(account)
    assert shown["status"] == "INVALID"
    assert shown["reason"].startswith("The access token has ended, and nothing can refresh it")
    assert acme.provider.asked == ["authorization_code"]
    refused = await acme.editor.refused(REFRESH, credentialId=account)
    assert refused == [("NOT_ALLOWED", ["input", "credentialId"])]


async def test_connecting_again_wins_over_a_refresh_that_is_under_way(
    acme: Shop, context: Context
) -> None:
    account = await acme.connect()
    acme.provider.mishaps.append(Mishap.SLOW)
    await end(account)
    slow = asyncio.create_task(freshness.refreshed(context, account))

    async def is_asked() -> bool:
        return acme.provider.asked[-1] == "refresh_token"

    await eventually(is_asked)
    await acme.connect(credentialId=account)
    newest = await token_of(context, account)
    acme.provider.held.set()
    await slow

    assert await token_of(context, account) == newest
    assert newest in acme.provider.grants[-1].access
    assert (await acme.account(account))["status"] == "CONNECTED"


async def test_caller_who_goes_away_does_not_lose_the_new_tokens(
    acme: Shop, context: Context
) -> None:
    account = await acme.connect()
    acme.provider.mishaps.append(Mishap.SLOW)
    await end(account)
    gone = asyncio.create_task(freshness.refreshed(context, account))

    async def is_asked() -> bool:
        return acme.provider.asked[-1] == "refresh_token"

    await eventually(is_asked)
    gone.cancel()
    await asyncio.gather(gone, return_exceptions=True)
    acme.provider.held.set()
    await freshness.finish_refreshes()

    assert await token_of(context, account) in acme.provider.grants[0].access
    grant = granted(context.vault, await Credential.get(id=account))
    assert grant.refresh_token == acme.provider.grants[0].refresh


async def test_disconnecting_revokes_the_grant_at_the_provider(
    acme: Shop, context: Context
) -> None:
    account = await acme.connect()
    refresh = acme.provider.grants[0].refresh

    await acme.editor.change(DISCONNECT, credentialId=account)

    async def is_forgotten() -> bool:
        return (await Credential.get(id=account)).sealed_grant is None

    await eventually(is_forgotten)
    assert acme.provider.revoked == [refresh]
    assert acme.provider.grants[0].is_over
    assert await token_of(context, account) == ""


async def test_grant_that_cannot_be_revoked_is_tried_again_and_then_said(
    acme: Shop, context: Context
) -> None:
    account = await acme.connect()
    acme.provider.client_secret = "another"
    await acme.editor.change(DISCONNECT, credentialId=account)
    for failures in range(1, tending.MOST_REVOCATIONS):

        async def has_failed(times: int = failures) -> bool:
            return (await Credential.get(id=account)).failures == times

        await eventually(has_failed)
        await come_due(context, account, in_background=True)

    async def is_given_up() -> bool:
        return (await Credential.get(id=account)).sealed_grant is None

    await eventually(is_given_up)
    reason = (await acme.account(account))["reason"]
    assert reason == (
        "The provider answered 401. Its tokens could not be revoked: remove the app at the provider."
    )


async def test_app_stands_for_itself_by_client_credentials(acme: Shop, context: Context) -> None:
    given = {"integrationId": acme.integration_id, "userId": "ada"}
    authorization = {"clientCredentials": True}
    refused = await acme.editor.refused(CONNECT, **given, authorization=authorization)
    assert refused == [("INCOMPLETE", ["input", "authorization", "clientCredentials"])]
    app = {"grant": "CLIENT_CREDENTIALS", "authorizeUrl": ""}
    await acme.editor.change(UPDATE, integrationId=acme.integration_id, oauth=app)

    made = await acme.editor.change(CONNECT, **given, authorization=authorization)
    account = made["credential"]["id"]
    await end(account)
    await freshness.refreshed(context, account)

    assert (await acme.account(account))["providerId"] == "T1"
    assert acme.provider.asked == ["client_credentials"] * 2
    error = await acme.company.user("ada").error(
        CONNECT, input={**given, "authorization": authorization}
    )
    assert error["extensions"]["code"] == "FORBIDDEN"
    acme.provider.client_secret = "another"
    refused = await acme.editor.refused(CONNECT, **given, authorization=authorization)
    assert refused == [("FAILED", ["input", "authorization", "clientCredentials"])]


async def test_account_whose_key_is_missing_waits_for_it_and_stays_connected(
    acme: Shop, context: Context
) -> None:
    account = await acme.connect()
    row = await Credential.get(id=account)
    foreign = grants.seal(Vault(["another key of 32 characters ..."]), account, grants.Grant())
    await Credential.filter(id=account).update(sealed_grant=foreign)

    await come_due(context, account, in_background=True)

    async def is_put_off() -> bool:
        due_ms = (await Credential.get(id=account)).due_ms
        return due_ms is not None and due_ms > clock.now_ms() + 1_000_000

    await eventually(is_put_off)
    shown = await acme.account(account)
    assert shown["status"] == "CONNECTED"
    assert shown["reason"] is not None
    await come_due(context, account)
    with pytest.raises(Unreadable):
        await freshness.refreshed(context, account)
    assert (await Credential.get(id=account)).claimed_ms is None
    assert acme.provider.asked == ["authorization_code"]
    await Credential.filter(id=account).update(sealed_grant=row.sealed_grant)
    await acme.editor.change(REFRESH, credentialId=account)
    assert (await acme.account(account))["reason"] is None


async def test_refresh_token_stays_when_connecting_again_brings_none(
    acme: Shop, context: Context
) -> None:
    acme.provider.rotates = False
    account = await acme.connect()
    before = granted(context.vault, await Credential.get(id=account)).refresh_token
    acme.provider.gives_refresh = False

    await acme.connect(credentialId=account)

    row = await Credential.get(id=account)
    assert granted(context.vault, row).refresh_token == before
    assert row.due_ms is not None
    await acme.editor.change(REFRESH, credentialId=account)
    assert acme.provider.asked == ["authorization_code", "authorization_code", "refresh_token"]


async def test_refresh_token_goes_where_nobody_says_that_it_is_the_same_account(
    acme: Shop, context: Context
) -> None:
    own = {"integrationId": acme.integration_id}
    await acme.editor.change(UPDATE, **own, providerIdLookup=None)
    account = await acme.connect()
    acme.provider.gives_refresh = False
    acme.provider.account = "T2"

    await acme.connect(credentialId=account)

    assert granted(context.vault, await Credential.get(id=account)).refresh_token == ""

"""Deleting an integration ends the tokens of its accounts at the provider first."""

from domain import clock
from domain.connections import credentials
from domain.models import Credential, Integration
from tests.api.world import World
from tests.oauth.shop import UPDATE, Shop
from tests.registrations.test_leaving import DELETE_INTEGRATION


async def test_tokens_of_every_account_are_revoked_before_it_goes(acme: Shop) -> None:
    await acme.connect(userId="ada")
    acme.provider.account = "T2"
    await acme.connect(userId="ben")

    await acme.editor.change(DELETE_INTEGRATION, integrationId=acme.integration_id)

    assert sorted(acme.provider.revoked) == sorted(one.refresh for one in acme.provider.grants)
    assert all(one.is_over for one in acme.provider.grants)
    assert not await Integration.exists(id=acme.integration_id)
    assert not await Credential.exists(integration_id=acme.integration_id)


async def test_it_stays_while_the_provider_cannot_be_told(acme: Shop, hookwright: World) -> None:
    account = await acme.connect()
    own = {"integrationId": acme.integration_id}
    await acme.editor.change(UPDATE, **own, oauth={"revokeUrl": "http://127.0.0.1:9/revoke"})

    refused = await acme.editor.refused(DELETE_INTEGRATION, **own)

    assert [code for code, _ in refused] == ["NOT_ALLOWED"]
    assert (await acme.account(account))["status"] == "DISCONNECTED"
    assert acme.provider.revoked == []
    await acme.editor.change(UPDATE, **own, oauth={"revokeUrl": f"{acme.origin}/oauth/revoke"})
    await Credential.filter(id=account).update(due_ms=clock.now_ms() - 1, failures=0)
    hookwright.hookwright.context.bus.wake([credentials.TOPIC])
    await acme.editor.change(DELETE_INTEGRATION, **own)
    assert acme.provider.revoked == [acme.provider.grants[0].refresh]


async def test_where_nothing_can_be_revoked_it_goes_at_once(acme: Shop) -> None:
    await acme.connect()
    own = {"integrationId": acme.integration_id}
    await acme.editor.change(UPDATE, **own, oauth={"revokeUrl": ""})

    await acme.editor.change(DELETE_INTEGRATION, **own)

    assert acme.provider.revoked == []
    assert not await Credential.exists(integration_id=acme.integration_id)

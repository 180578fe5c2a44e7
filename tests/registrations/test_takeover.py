"""A stranger who knows an account's address never puts a secret of their own in the place of the provider's."""

from typing import Any

from domain.models import PersistedValue, Registration
from tests.registrations.site import HELLO, RENEWAL, Site

STRANGER = "secret-of-a-stranger"


class Account:
    """An account whose webhook stands, its secret kept from the handshake of its own registration."""

    def __init__(self, site: Site, made: Any, ids: dict[str, str]) -> None:
        self.site = site
        self.id = made["id"]
        self.url = made["webhookUrl"]
        self.ids = ids

    async def takes(self, secret: str) -> int:
        """The status of an event that is signed with this secret."""
        return (await self.site.deliver(self.url, secret)).status_code

    async def strangers_hello(self) -> int:
        """The status of a stranger's handshake."""
        headers = {"x-hook-secret": STRANGER}
        return (await self.site.editor.http.post(self.url, headers=headers)).status_code


async def account(site: Site, name: str = "ann", trigger_id: str = "") -> Account:
    site.api.meanwhile = site.shake_hands
    trigger_id = trigger_id or await site.trigger(handshakes=[HELLO], renewal=RENEWAL)
    ids = {"workflow_id": await site.workflow(trigger_id), "account_id": await site.account(name)}
    made = await site.settled((await site.enable(**ids))["id"])
    assert made["state"] == "ACTIVE"
    return Account(site, made, ids)


async def kept(one: Account) -> PersistedValue:
    row = await Registration.get(id=one.id)
    return await PersistedValue.get(trigger_id=row.trigger_id, scope=row.credential_id, name="key")


async def test_secret_of_the_handshake_stays_whoever_calls_after_the_registration(
    site: Site,
) -> None:
    one = await account(site)
    (hook,) = site.api.hooks.values()
    before = await kept(one)

    assert await one.strangers_hello() == 401

    assert await one.takes(hook.secret) == 200
    assert await one.takes(STRANGER) == 401
    assert (await kept(one)).sealed == before.sealed


async def test_renewal_and_removal_let_no_handshake_in(site: Site) -> None:
    one = await account(site)
    (hook,) = site.api.hooks.values()
    before = await kept(one)

    gate = site.api.hold("PATCH", before=True)
    await Registration.filter(id=one.id).update(due_ms=1)
    site.wake()
    await gate.reached.wait()
    during_renewal = await one.strangers_hello()
    gate.released.set()
    await site.settled(one.id)
    gate = site.api.hold("DELETE", before=True)
    await site.disable(**one.ids)
    await gate.reached.wait()
    during_removal = await one.strangers_hello()
    gate.released.set()

    assert (during_renewal, during_removal) == (401, 401)
    assert await one.takes(hook.secret) == 200
    assert (await kept(one)).sealed == before.sealed


async def test_registration_of_another_account_opens_only_its_own_address(site: Site) -> None:
    one = await account(site)
    (hook,) = site.api.hooks.values()
    row = await Registration.get(id=one.id)
    statuses = []

    async def meanwhile(other: Any) -> None:
        statuses.append(await one.strangers_hello())
        await site.shake_hands(other)

    gate = site.api.meanwhile
    site.api.meanwhile = meanwhile
    ids = {"workflow_id": one.ids["workflow_id"], "account_id": await site.account("ben")}
    made = await site.settled((await site.enable(**ids))["id"])
    site.api.meanwhile = gate

    assert (made["state"], statuses) == ("ACTIVE", [401])
    assert await one.takes(hook.secret) == 200
    assert row.window is not None


async def test_webhook_that_is_made_anew_takes_its_new_secret_once(site: Site) -> None:
    one = await account(site)
    (old,) = site.api.hooks.values()
    site.api.hooks.clear()
    statuses = []

    async def meanwhile(hook: Any) -> None:
        await site.shake_hands(hook)
        statuses.append(await one.strangers_hello())

    site.api.meanwhile = meanwhile
    again = await site.time_passes(one.id)

    (new,) = site.api.hooks.values()
    assert (again["state"], statuses) == ("ACTIVE", [401])
    assert await one.takes(new.secret) == 200
    assert await one.takes(old.secret) == 401
    assert await one.takes(STRANGER) == 401

"""Several keepers on one PostgreSQL: each webhook is made once, renewed once and removed once."""

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain import clock
from domain.models import Registration
from domain.registrations import keeping
from tests.api.world import World, world
from tests.registrations.gate import GatedApi
from tests.registrations.site import RENEWAL, Site
from tests.services.fixtures import Databases
from tests.stores.processes import Running, running

ACCOUNTS = 12


@pytest.fixture
async def shared(
    tmp_path: Path, databases: Databases, api: tuple[GatedApi, str]
) -> AsyncIterator[Site]:
    """Three keepers beside each other."""
    async with (
        world(tmp_path, database_url=await databases.fresh(), outbound_seconds=3) as made,
        keeping.opened(made.hookwright.context),
        keeping.opened(made.hookwright.context),
    ):
        yield Site(made, await made.editor(), *api)


async def race(shared: Site) -> None:
    """Enable, renew and disable many accounts, and count what the provider was asked."""
    trigger_id = await shared.trigger(renewal=RENEWAL)
    workflow_id = await shared.workflow(trigger_id)
    accounts = [await shared.account(f"user-{number}") for number in range(ACCOUNTS)]

    # each is enabled twice at the same time
    twice = [shared.enable(workflow_id, account_id) for account_id in (*accounts, *accounts)]
    made = {row["id"] for row in await asyncio.gather(*twice)}
    states = [await shared.state(each) for each in made]
    assert states == ["ACTIVE"] * ACCOUNTS
    await Registration.filter(id__in=made).update(due_ms=clock.now_ms())
    shared.wake()
    for each in made:
        await shared.until(lambda row: bool(row.fence > 1 and row.lease_ms is None), each)
    await asyncio.gather(*(shared.disable(workflow_id, account_id) for account_id in accounts))

    assert [await shared.state(each) for each in made] == ["TORN_DOWN"] * ACCOUNTS
    assert Counter(shared.api.methods()) == {
        "POST": ACCOUNTS,
        "PATCH": ACCOUNTS,
        "DELETE": ACCOUNTS,
    }
    assert shared.api.hooks == {}


async def test_keepers_that_race_ask_the_provider_once_for_each_deed(shared: Site) -> None:
    await race(shared)


@pytest.mark.slow
async def test_processes_that_race_ask_the_provider_once_for_each_deed(
    tmp_path: Path, databases: Databases, api: tuple[GatedApi, str]
) -> None:
    address = await databases.fresh()
    async with (
        world(tmp_path, database_url=address, outbound_seconds=3) as made,
        dispatcher(tmp_path, made, address) as one,
        dispatcher(tmp_path, made, address) as other,
    ):
        await race(Site(made, await made.editor(), *api))
        assert [one.process.returncode, other.process.returncode] == [None, None]


def dispatcher(
    folder: Path, beside: World, address: str
) -> contextlib.AbstractAsyncContextManager[Running]:
    """Another process that sees to registrations on the same database."""
    return running(
        "dispatcher",
        folder,
        DATABASE_URL=address,
        PUBLIC_URL=beside.url,
        SECRET_KEY="0123456789abcdef0123456789abcdef",
        OUTBOUND_HTTP="yes",
        OUTBOUND_NETWORKS="127.0.0.0/8",
        OUTBOUND_SECONDS="3",
    )

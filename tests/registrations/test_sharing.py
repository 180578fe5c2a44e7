"""Several keepers on one PostgreSQL: each webhook is made once, renewed once and removed once."""

import asyncio
import socket
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain import clock
from domain.models import Registration
from domain.registrations import keeping
from tests.api.world import served, world
from tests.registrations.gate import GatedApi
from tests.registrations.site import RENEWAL, TOKEN, Site
from tests.services.fixtures import Databases

ACCOUNTS = 12


@pytest.fixture
async def shared(tmp_path: Path, databases: Databases) -> AsyncIterator[Site]:
    """Three keepers beside each other."""
    api, address = GatedApi(TOKEN), await databases.fresh()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        async with (
            served(api, listener, asyncio.Event()),
            world(tmp_path, database_url=address, outbound_seconds=3) as made,
            keeping.opened(made.hookwright.context),
            keeping.opened(made.hookwright.context),
        ):
            yield Site(made, await made.editor(), api, url)


async def test_keepers_that_race_ask_the_provider_once_for_each_deed(shared: Site) -> None:
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

"""Killed with SIGKILL between any two steps: the next process finds what was begun, and never makes two webhooks.

Between two lives the leases of the dead are ended by hand: that is the time that would have to pass.
"""

import asyncio
import contextlib
import os
import signal
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx
import pytest

from tests.endtoend.process import Served, started
from tests.registrations.gate import GatedApi
from tests.registrations.site import LISTING, RENEWAL, Site, site_of

pytestmark = pytest.mark.slow


async def kill(process: Served, api: GatedApi) -> None:
    os.kill(process.process.pid, signal.SIGKILL)
    await process.process.wait()
    if api.gate is not None:
        api.gate.released.set()
        api.gate = None


def let_time_pass(folder: Path) -> None:
    """End the leases of the dead, and let everything be due that is due some time."""
    with contextlib.closing(sqlite3.connect(folder / "hookwright.db")) as connection:
        connection.execute("UPDATE registration SET lease_ms = NULL")
        connection.execute(
            "UPDATE registration SET due_ms = 1 WHERE due_ms IS NOT NULL AND NOT is_test"
        )
        connection.commit()
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def enabled(site: Site) -> tuple[str, str, str]:
    """Ask for a webhook; the ids of its registration, workflow and account."""
    trigger_id = await site.trigger(listing=LISTING, renewal=RENEWAL)
    account_id, workflow_id = await site.account("ann"), await site.workflow(trigger_id)
    return str((await site.enable(workflow_id, account_id))["id"]), workflow_id, account_id


async def stopping(process: Served) -> None:
    """Wait until a process takes nothing new."""
    with contextlib.suppress(httpx.TransportError):
        while (await process.editor.http.get(f"{process.url}/readyz")).status_code == 200:  # noqa: ASYNC110  seen from outside
            await asyncio.sleep(0.02)


Step = Callable[[Site, GatedApi], Awaitable[str]]


async def just_enabled(site: Site, _: GatedApi) -> str:
    return (await enabled(site))[0]


def making(*, before: bool) -> Step:
    async def step(site: Site, api: GatedApi) -> str:
        trigger_id = await site.trigger(listing=LISTING, renewal=RENEWAL)
        account_id, workflow_id = await site.account("ann"), await site.workflow(trigger_id)
        gate = api.hold("POST", before=before)
        made = await site.enable(workflow_id, account_id)
        await gate.reached.wait()
        return str(made["id"])

    return step


@pytest.mark.parametrize(
    "step",
    [just_enabled, making(before=True), making(before=False)],
    ids=["asked", "before", "after"],
)
async def test_webhook_whose_making_was_cut_off_is_made_once(
    tmp_path: Path, api: tuple[GatedApi, str], step: Step
) -> None:
    async with started(tmp_path) as process:
        identifier = await step(site_of(process, *api), api[0])
        await kill(process, api[0])
    let_time_pass(tmp_path)

    async with started(tmp_path) as process:
        made = await site_of(process, *api).eventually(identifier, "ACTIVE")

    assert len(api[0].hooks) == 1
    assert made["providerUrl"].endswith(next(iter(api[0].hooks)))


@pytest.mark.parametrize("before", [True, False])
async def test_webhook_whose_removal_was_cut_off_is_removed(
    tmp_path: Path, api: tuple[GatedApi, str], *, before: bool
) -> None:
    async with started(tmp_path) as process:
        site = site_of(process, *api)
        identifier, workflow_id, account_id = await enabled(site)
        await site.eventually(identifier, "ACTIVE")
        gate = api[0].hold("DELETE", before=before)
        await site.disable(workflow_id, account_id)
        await gate.reached.wait()
        await kill(process, api[0])
    let_time_pass(tmp_path)

    async with started(tmp_path) as process:
        await site_of(process, *api).eventually(identifier, "TORN_DOWN")

    assert api[0].hooks == {}


@pytest.mark.parametrize("before", [True, False])
async def test_webhook_whose_renewal_was_cut_off_is_renewed(
    tmp_path: Path, api: tuple[GatedApi, str], *, before: bool
) -> None:
    async with started(tmp_path) as process:
        site = site_of(process, *api)
        identifier, _, _ = await enabled(site)
        await site.eventually(identifier, "ACTIVE")
    gate = api[0].hold("PATCH", before=before)
    let_time_pass(tmp_path)
    async with started(tmp_path) as process:
        await gate.reached.wait()
        await kill(process, api[0])
    let_time_pass(tmp_path)

    async with started(tmp_path) as process:
        site = site_of(process, *api)
        async with asyncio.timeout(15):
            await api[0].asked_for("PATCH")
        made = await site.eventually(identifier, "ACTIVE")

    assert len(api[0].hooks) == 1
    assert made["attempts"] == 0


async def test_stopped_process_lets_the_call_under_way_end(
    tmp_path: Path, api: tuple[GatedApi, str]
) -> None:
    async with started(tmp_path) as process:
        identifier = await making(before=False)(site_of(process, *api), api[0])
        process.process.send_signal(signal.SIGTERM)
        gate, api[0].gate = api[0].gate, None
        assert gate is not None
        async with asyncio.timeout(10):
            await stopping(process)
        gate.released.set()
        async with asyncio.timeout(20):
            assert await process.process.wait() == 0

    async with started(tmp_path) as process:
        await site_of(process, *api).eventually(identifier, "ACTIVE")
    assert api[0].methods() == ["POST"]

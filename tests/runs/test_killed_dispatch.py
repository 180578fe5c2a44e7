"""Killed with SIGKILL in the middle of ten thousand runs: none is lost, and what comes twice comes with the same key."""

import asyncio
import contextlib
import os
import signal
import sqlite3
from collections import Counter, defaultdict
from pathlib import Path
from typing import Final

import pytest

from tests.endtoend.process import Served, started
from tests.receiver.shop import FINISH, Shop, opened, signed
from tests.runs.backlog import fill
from tests.runs.endpoint import Endpoint
from tests.runs.started import workflow

RUNS: Final = 10_000
KILLS: Final = (2_000, 4_500, 7_000)
IN_FLIGHT: Final = 100
ENABLE: Final = """
mutation ($input: EnableWorkflowInput!) {
  enableWorkflow(input: $input) { workflow { id } errors { code message path } } }"""


async def prepared(served: Served, endpoint: Endpoint) -> tuple[str, list[str]]:
    """Four workflows, and a run of one that is done. Give the run's id and the workflows'."""
    shop: Shop = await opened(served.editor)
    trigger, account = await shop.place(), await shop.account("A")
    proof = b'{"team": "T1"}'
    await shop.editor.http.post(trigger.url, content=proof, headers=signed(proof))
    await shop.editor.change(FINISH, triggerId=trigger.id)
    ids: list[str] = []
    for number in range(4):
        made = await workflow(shop, trigger, endpoint=f"{endpoint.url}/{number}")
        ids.append(made.id)
    await served.editor.change(ENABLE, workflowId=ids[0], credentialId=account)
    body = b'{"team": "A"}'
    await shop.editor.http.post(shop.url, content=body, headers=signed(body))
    await arrived(endpoint, 1)
    return endpoint.taken[0].json["runId"], ids


async def arrived(endpoint: Endpoint, count: int) -> None:
    async with asyncio.timeout(90):
        while len(endpoint.taken) < count:  # noqa: ASYNC110  it is counted by the endpoint
            await asyncio.sleep(0.01)


def states(folder: Path) -> Counter[str]:
    """Read without the product how many runs are in each state."""
    with contextlib.closing(sqlite3.connect(folder / "hookwright.db", timeout=30)) as connection:
        return Counter(dict(connection.execute("SELECT state, count(*) FROM run GROUP BY state")))


@pytest.mark.slow
@pytest.mark.sqlite_file
async def test_no_run_is_lost_and_repetitions_keep_their_key(
    tmp_path: Path,
    endpoint: Endpoint,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("HOOKWRIGHT_RUN_SECONDS", "1")
    monkeypatch.setenv("HOOKWRIGHT_RUNS_IN_FLIGHT", str(IN_FLIGHT))
    async with started(tmp_path) as served:
        model, workflow_ids = await prepared(served, endpoint)
        await served.stop()
    endpoint.taken.clear()
    fill(tmp_path / "hookwright.db", model, workflow_ids * (RUNS // len(workflow_ids)))

    for kill in KILLS:
        async with started(tmp_path) as served:
            await arrived(endpoint, kill)
            os.kill(served.process.pid, signal.SIGKILL)
            await served.process.wait()
    async with started(tmp_path) as served:
        async with asyncio.timeout(120):
            while states(tmp_path) != {"SUCCEEDED": RUNS + 1}:  # noqa: ASYNC110  it is read from the file
                await asyncio.sleep(0.1)
        await served.stop()

    keys: defaultdict[str, list[str]] = defaultdict(list)
    for taken in endpoint.taken:
        keys[taken.json["runId"]].append(taken.headers["webhook-id"])
    twice = len(endpoint.taken) - len(keys)
    said = f"{len(KILLS)} kills in {RUNS} runs: {RUNS - len(keys)} lost, {twice} sent again"
    with capsys.disabled():
        print(f"\n{said}")  # noqa: T201  the count is the result
    assert len(keys) == RUNS
    assert all(len(set(each)) == 1 for each in keys.values())
    assert len({each[0] for each in keys.values()}) == RUNS
    assert twice <= len(KILLS) * IN_FLIGHT

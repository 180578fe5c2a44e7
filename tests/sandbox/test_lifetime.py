"""The processes of the sandbox come late, outlive any one loss, and are gone when the server is."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from typing import Final

import pytest
import uvloop

from domain.sandbox import Capacity, FailureKind, Outcome, Sandbox
from domain.settings import CustomCode
from tests.sandbox.asking import PATIENT, a_call, children, fork_servers, is_gone

KEEPER: Final = """
import asyncio, sys
from domain.sandbox import Sandbox
from tests.sandbox.asking import PATIENT, a_call, children, fork_servers

async def main():
    async with Sandbox(PATIENT) as sandbox:
        await sandbox.run(a_call("return 1"))
        loop = asyncio.create_task(sandbox.run(a_call("for(;;);")))
        await asyncio.wait([loop], timeout=0.05)
        (server,) = fork_servers()
        print(server, *children(server), flush=True)
        await asyncio.sleep(60)

asyncio.run(main())
"""


def _kinds(outcomes: list[Outcome]) -> list[FailureKind]:
    return [one.failure.kind for one in outcomes if one.failure]


async def test_nothing_is_started_before_the_first_call() -> None:
    before = fork_servers()

    async with Sandbox():
        started = fork_servers()

    assert started == before


async def test_closing_leaves_no_process() -> None:
    before = set(fork_servers())
    async with Sandbox(PATIENT) as sandbox:
        await sandbox.run(a_call("return 1"))
        (server,) = set(fork_servers()) - before
        forks = children(server)

    assert len(forks) >= 1
    assert all(is_gone(pid) for pid in [server, *forks])
    assert set(fork_servers()) == before


async def test_a_call_under_way_is_answered_when_the_sandbox_closes() -> None:
    async with Sandbox(PATIENT) as sandbox:
        await sandbox.start()
        loop = asyncio.create_task(sandbox.run(a_call("for(;;);")))
        await asyncio.wait([loop], timeout=0.02)
    outcome = await loop

    assert _kinds([outcome]) == [FailureKind.UNAVAILABLE]


async def test_a_closed_sandbox_says_so() -> None:
    async with Sandbox(PATIENT) as sandbox:
        pass

    failure = (await sandbox.run(a_call("return 1"))).failure

    assert failure is not None
    assert failure.kind is FailureKind.UNAVAILABLE
    assert failure.message == "custom code is stopping with the process"


async def test_a_killed_fork_server_costs_no_call_its_answer() -> None:
    capacity = Capacity(concurrency=4, per_project=4)
    before = set(fork_servers())
    async with Sandbox(PATIENT, capacity) as sandbox:
        await sandbox.start()
        (server,) = set(fork_servers()) - before
        calls = [asyncio.create_task(sandbox.run(a_call("return 1"))) for _ in range(40)]
        await asyncio.wait(calls, return_when=asyncio.FIRST_COMPLETED)
        os.kill(server, signal.SIGKILL)
        outcomes = await asyncio.gather(*calls)
        (anew,) = set(fork_servers()) - before

    assert _kinds(outcomes) == []
    assert [one.value for one in outcomes] == [1] * 40
    assert anew != server


async def test_killed_spares_cost_no_call_its_answer() -> None:
    before = set(fork_servers())
    async with Sandbox(PATIENT) as sandbox:
        await sandbox.run(a_call("return 1"))
        (server,) = set(fork_servers()) - before
        for pid in children(server):
            os.kill(pid, signal.SIGKILL)
        outcomes = [await sandbox.run(a_call("return 1")) for _ in range(6)]

    assert [one.value for one in outcomes] == [1] * 6


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
async def test_a_signal_meant_for_the_server_does_not_end_its_children(
    sandbox: Sandbox, number: signal.Signals
) -> None:
    await sandbox.run(a_call("return 1"))
    for server in fork_servers():
        for pid in [server, *children(server)]:
            with contextlib.suppress(ProcessLookupError):  # the child of the call that was
                os.kill(pid, number)
    before = fork_servers()

    assert (await sandbox.run(a_call("return 1"))).value == 1
    assert fork_servers() == before


def test_a_killed_server_leaves_no_process() -> None:
    keeper = subprocess.Popen([sys.executable, "-c", KEEPER], stdout=subprocess.PIPE)  # noqa: S603 - our own text
    with keeper:
        assert keeper.stdout is not None
        pids = [int(word) for word in keeper.stdout.readline().split()]
        keeper.kill()

    assert len(pids) >= 3
    assert all(is_gone(pid) for pid in pids)


def test_it_works_in_the_event_loop_of_the_server() -> None:
    async def main() -> list[Outcome]:
        async with Sandbox(PATIENT) as sandbox:
            calls = [sandbox.run(a_call(f"return {number}")) for number in range(20)]
            return [*await asyncio.gather(*calls), await sandbox.run(a_call("for(;;);"))]

    *good, looping = uvloop.run(main())

    assert [one.value for one in good] == list(range(20))
    assert _kinds([looping]) == [FailureKind.CPU]


async def test_closing_in_the_moment_of_a_renewal_leaves_no_process() -> None:
    before = set(fork_servers())
    capacity = Capacity(recycle_calls=1, renewal_pause_seconds=0)
    async with Sandbox(PATIENT, capacity) as sandbox:
        await sandbox.run(a_call("return 1"))
        outcome = await sandbox.run(a_call("return 2"))

    assert outcome.value == 2
    assert set(fork_servers()) == before


async def test_a_fork_server_that_had_enough_calls_is_replaced() -> None:
    before = set(fork_servers())
    capacity = Capacity(recycle_calls=3, renewal_pause_seconds=0)
    async with asyncio.timeout(10), Sandbox(PATIENT, capacity) as sandbox:
        await sandbox.start()
        (first,) = set(fork_servers()) - before
        outcomes = []
        while first in fork_servers():
            outcomes.append(await sandbox.run(a_call("return 1")))
        now = set(fork_servers()) - before

    assert len(outcomes) >= 3
    assert {one.value for one in outcomes} == {1}
    assert len(now) == 1


async def test_switched_off_it_refuses_in_words_and_starts_nothing() -> None:
    before = fork_servers()
    async with Sandbox(custom_code=CustomCode.OFF) as sandbox:
        outcome = await sandbox.run(a_call("return 1"))
        started = fork_servers()

    assert outcome.failure is not None
    assert outcome.failure.kind is FailureKind.UNAVAILABLE
    assert (
        outcome.failure.message == "custom code is switched off here (HOOKWRIGHT_CUSTOM_CODE=off)"
    )
    assert started == before


async def test_a_fork_server_that_cannot_start_is_told_in_words() -> None:
    async with Sandbox(engine="tests.sandbox.nowhere") as sandbox:
        outcomes = [await sandbox.run(a_call("return 1")) for _ in range(2)]

    assert _kinds(outcomes) == [FailureKind.UNAVAILABLE] * 2
    assert outcomes[0].failure is not None
    assert "tests.sandbox.nowhere" in outcomes[0].failure.message

"""Whatever customers' code tries, a result or a typed failure comes back, and the next call is as good as the first."""

from typing import Final

import pytest

from domain.sandbox import Sandbox, read_verdict
from tests.sandbox.asking import a_call, fork_servers
from tests.sandbox.hostile_scripts import FAMILIES, VERDICTS, Script
from tests.sandbox.hostile_tricks import DISGUISES, TRICKS

SCRIPTS: Final = [
    pytest.param(script, id=f"{family}: {script.name}")
    for family, scripts in (FAMILIES | TRICKS).items()
    for script in scripts
]


@pytest.mark.parametrize("script", SCRIPTS)
async def test_a_script_ends_as_it_may_and_the_next_call_is_good(
    sandbox: Sandbox, script: Script
) -> None:
    outcome = await sandbox.run(a_call(script.code, mode=script.mode))
    following = await sandbox.run(a_call("return [typeof leak, ({}).leak, 1 + 1]"))

    assert (outcome.failure.kind if outcome.failure else None) in script.ends
    assert script.value is ... or outcome.value == script.value
    assert outcome.cpu_ms < 1_500
    assert following.value == ["undefined", None, 2]


@pytest.mark.parametrize("script", VERDICTS + DISGUISES, ids=lambda one: one.name)
async def test_tampering_with_the_verdict_makes_nothing_genuine(
    sandbox: Sandbox, script: Script
) -> None:
    outcome = await sandbox.run(a_call(script.code))

    assert not read_verdict(outcome).is_genuine


async def test_no_script_ends_the_fork_server(sandbox: Sandbox) -> None:
    before = fork_servers()

    for code in ("for(;;)", "throw null", "const a = []; for(;;) a.push(a.slice())"):
        await sandbox.run(a_call(code))

    assert fork_servers() == before


async def test_what_one_call_leaves_the_next_does_not_find(sandbox: Sandbox) -> None:
    await sandbox.run(
        a_call(
            "globalThis.leak = 1; Object.prototype.leak = 2; Array.prototype.map = null; return 1"
        )
    )
    outcome = await sandbox.run(a_call("return [typeof leak, ({}).leak, [1].map(x => x + 1)]"))

    assert outcome.value == ["undefined", None, [2]]


async def test_random_numbers_differ_between_calls(sandbox: Sandbox) -> None:
    numbers = [(await sandbox.run(a_call("return Math.random()"))).value for _ in range(4)]

    assert len(set(numbers)) == 4


def test_there_are_enough_scripts() -> None:
    assert len(SCRIPTS) >= 70

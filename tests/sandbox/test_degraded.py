"""Where a part of the wall is missing, custom code is refused with what is missing, or runs when that is put up with.

The kernel itself plays the older one: a program of its own has something taken away for good before it begins.
"""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any, Final

import pytest

ROOT: Final = Path(__file__).parents[2]
LACKS: Final = {
    "process descriptors": "process descriptors (Linux 5.3)",
    "seccomp": "the seccomp filter (Linux on x86_64 or aarch64)",
}


async def outcomes(lack: str, mode: str) -> tuple[list[Any], str]:
    """What came of each piece of code, and what was logged."""
    program = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.sandbox.old_kernel", lack, mode),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    async with asyncio.timeout(60):
        said, complaints = await program.communicate()
    assert program.returncode == 0, complaints.decode()
    log, _, found = said.decode().rpartition("\n")
    return json.loads(found), log


@pytest.mark.parametrize("lack", LACKS)
async def test_custom_code_is_refused_with_what_its_wall_lacks(lack: str) -> None:
    found, _ = await outcomes(lack, "sandboxed")

    message = (
        f"custom code does not run here, because its wall lacks {LACKS[lack]};"
        " for your own code on your own machine, HOOKWRIGHT_CUSTOM_CODE=unsafe-development"
    )
    assert found == [["UNAVAILABLE", message]] * 7


@pytest.mark.parametrize("lack", LACKS)
async def test_where_that_is_put_up_with_it_runs_within_the_walls_that_are_left(lack: str) -> None:
    found, log = await outcomes(lack, "unsafe-development")

    assert found == [
        "c1",
        ["CPU", "the code used more than 250 ms of CPU"],
        ["MEMORY", "the code used more than 32 MB of memory"],
        "undefinedundefined",
        *(2, 2, 2),
    ]
    assert "custom_code.unsafe" in log
    assert LACKS[lack] in log

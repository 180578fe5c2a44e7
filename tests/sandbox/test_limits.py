"""A call is bounded in what goes in, what comes out, how long it waits, and how long it runs."""

import asyncio
from dataclasses import replace

from domain.sandbox import Capacity, FailureKind, Limits, Sandbox
from tests.sandbox.asking import PATIENT, a_call


async def _failure(sandbox: Sandbox, code: str, body: bytes = b"{}") -> tuple[FailureKind, str]:
    failure = (await sandbox.run(a_call(code, body=body))).failure
    assert failure is not None
    return failure.kind, failure.message


async def test_code_that_is_too_long_is_refused_before_it_runs(sandbox: Sandbox) -> None:
    kind, message = await _failure(sandbox, "//" + "x" * 65_536)

    assert (kind, message) == (
        FailureKind.INPUT_TOO_LARGE,
        "the code is longer than 64 KB",
    )


async def test_a_body_that_is_too_large_is_refused_before_it_runs(sandbox: Sandbox) -> None:
    kind, message = await _failure(sandbox, "return 1", bytes(1024 * 1024 + 1))

    assert (kind, message) == (FailureKind.INPUT_TOO_LARGE, "the body is larger than 1024 KB")


async def test_a_body_of_the_full_size_goes_in(sandbox: Sandbox) -> None:
    call = a_call("(p, l, r) => r.rawBodyBuffer.length", body=b"x" * 1024 * 1024)

    assert (await sandbox.run(call)).value == 1024 * 1024


async def test_parameters_that_are_too_large_together_are_refused(sandbox: Sandbox) -> None:
    outcome = await sandbox.run(a_call("return 1", parameters={"a": "x" * 600_000}))

    assert outcome.failure is not None
    assert outcome.failure.kind is FailureKind.INPUT_TOO_LARGE


async def test_text_that_is_not_unicode_is_refused_in_words(sandbox: Sandbox) -> None:
    kind, message = await _failure(sandbox, "return '\ud800'")

    assert kind is FailureKind.INPUT_TOO_LARGE
    assert message == "the code or a parameter holds what is not Unicode text"


async def test_a_result_of_almost_the_limit_comes_out(sandbox: Sandbox) -> None:
    outcome = await sandbox.run(a_call("return 'x'.repeat(500 * 1024)"))

    assert outcome.value == "x" * 500 * 1024


async def test_console_output_is_cut_and_the_call_goes_on(sandbox: Sandbox) -> None:
    code = "for (let i = 0; i < 1000; i++) console.log('y'.repeat(100)); return true"

    outcome = await sandbox.run(a_call(code))

    assert outcome.value is True
    assert 8_000 < sum(len(line.text) for line in outcome.console) <= 16_384


async def test_an_endless_loop_ends_at_its_cpu_time() -> None:
    async with Sandbox(replace(PATIENT, cpu_ms=50)) as quick:
        outcome = await quick.run(a_call("for(;;);"))

    assert outcome.failure is not None
    assert outcome.failure.kind is FailureKind.CPU
    assert outcome.failure.message == "the code used more than 50 ms of CPU"
    assert 40 <= outcome.cpu_ms < 250


async def test_a_call_ends_at_its_wall_time_when_cpu_time_is_plenty() -> None:
    async with Sandbox(Limits(cpu_ms=60_000, wall_ms=100)) as quick:
        outcome = await quick.run(a_call("for(;;);"))

    assert outcome.failure is not None
    assert outcome.failure.kind is FailureKind.TIMEOUT
    assert outcome.wall_ms >= 100


async def test_a_queue_without_room_refuses_at_once() -> None:
    capacity = Capacity(concurrency=1, per_project=1, waiting=1)
    async with Sandbox(PATIENT, capacity) as narrow:
        outcomes = await asyncio.gather(*(narrow.run(a_call("for(;;);")) for _ in range(3)))

    kinds = [one.failure.kind for one in outcomes if one.failure]
    assert sorted(kinds) == [FailureKind.BUSY, FailureKind.CPU, FailureKind.CPU]


async def test_a_wait_that_is_too_long_is_refused() -> None:
    capacity = Capacity(concurrency=1, per_project=1, queue_ms=20)
    async with Sandbox(PATIENT, capacity) as narrow:
        first, second = await asyncio.gather(
            narrow.run(a_call("for(;;);")), narrow.run(a_call("return 1"))
        )

    assert first.failure is not None
    assert first.failure.kind is FailureKind.CPU
    assert second.failure is not None
    assert second.failure.kind is FailureKind.BUSY
    assert second.queue_ms >= 20


async def test_one_projects_loops_do_not_starve_anothers_calls(sandbox: Sandbox) -> None:
    loops = [
        asyncio.create_task(sandbox.run(a_call("for(;;);", project="prj_loud"))) for _ in range(8)
    ]
    quiet = [await sandbox.run(a_call("return 1", project="prj_quiet")) for _ in range(5)]
    still_running = sum(not loop.done() for loop in loops)
    await asyncio.gather(*loops)

    assert [one.value for one in quiet] == [1] * 5
    assert still_running > 0


async def test_the_event_loop_goes_on_while_code_loops(sandbox: Sandbox) -> None:
    calls = asyncio.gather(*(sandbox.run(a_call("for(;;);", project=f"prj_{n}")) for n in range(4)))
    turns = 0
    while not calls.done():
        await asyncio.wait([calls], timeout=0.005)
        turns += 1

    assert turns > 30


async def test_a_call_that_is_given_up_leaves_its_place_to_the_next(sandbox: Sandbox) -> None:
    for _ in range(4):
        given_up = asyncio.create_task(sandbox.run(a_call("for(;;);")))
        await asyncio.wait([given_up], timeout=0.02)
        given_up.cancel()
        await asyncio.wait([given_up])

    assert (await sandbox.run(a_call("return 1"))).value == 1


async def test_code_that_compiles_has_no_problem(sandbox: Sandbox) -> None:
    assert await sandbox.check_syntax("prj_1", "return unknownName.at.runtime") is None


async def test_code_that_does_not_compile_is_found_without_running_it(sandbox: Sandbox) -> None:
    failure = await sandbox.check_syntax("prj_1", "for(;;);\nreturn (((")

    assert failure is not None
    assert failure.kind is FailureKind.SYNTAX
    assert failure.line == 2


async def test_code_that_is_too_long_does_not_compile(sandbox: Sandbox) -> None:
    failure = await sandbox.check_syntax("prj_1", "x" * 70_000)

    assert failure is not None
    assert failure.kind is FailureKind.INPUT_TOO_LARGE

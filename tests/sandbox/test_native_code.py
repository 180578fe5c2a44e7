"""Native code inside a child reaches nothing: forbidden system calls end it, and what it says is not believed."""

from collections.abc import AsyncIterator
from typing import Final

import pytest

from domain.sandbox import FailureKind, Limits, Sandbox
from tests.sandbox.asking import a_call

BLOCKED: Final = {
    "open a file": "os.open('/etc/hostname', os.O_RDONLY)",
    "list a folder": "os.listdir('/')",
    "stat": "os.stat('/')",
    "make a folder": "os.mkdir('/tmp/x')",
    "change a mode": "os.chmod('/tmp', 0o777)",
    "remove a file": "os.unlink('/tmp/x')",
    "a TCP socket": "socket.socket()",
    "a Unix socket": "socket.socket(socket.AF_UNIX)",
    "a socket pair": "socket.socketpair()",
    "connect": "libc.connect(3, b'', 0)",
    "fork": "os.fork()",
    "a thread": "threading.Thread(target=print).start()",
    "execve": "os.execve('/bin/sh', ['sh'], {})",
    "kill its parent": "os.kill(1, 0)",
    "ptrace": "libc.ptrace(16, 1, 0, 0)",
    "read another's memory": "syscall(310, 1, 0, 0, 0, 0, 0)",
    "write another's memory": "syscall(311, 1, 0, 0, 0, 0, 0)",
    "read its descriptor": "os.read(3, 1)",
    "receive on its descriptor": "libc.recv(3, b'  ', 1, 0)",
    "send on its descriptor": "libc.send(3, b'x', 1, 0)",
    "write to another descriptor": "os.write(1, b'x')",
    "a vectored write": "os.writev(3, [b'x'])",
    "copy a descriptor": "os.dup2(3, 4)",
    "a pipe": "os.pipe()",
    "disarm the CPU timer": "signal.setitimer(signal.ITIMER_PROF, 0)",
    "disarm the wall timer": "signal.setitimer(signal.ITIMER_REAL, 0)",
    "lift a limit": "resource.setrlimit(resource.RLIMIT_CPU, (-1, -1))",
    "lift a limit of another": "syscall(302, 1, 0, 0, 0)",
    "become root": "os.setuid(0)",
    "another session": "os.setsid()",
    "prctl": "libc.prctl(1, 0, 0, 0, 0)",
    "another filter": "syscall(317, 1, 0, 0)",
    "io_uring": "syscall(425, 1, 0)",
    "bpf": "syscall(321, 0, 0, 0)",
    "userfaultfd": "syscall(323, 0)",
    "a file in memory": "syscall(319, 0, 0)",
    "perf": "syscall(298, 0, 0, 0, 0, 0)",
    "unshare": "syscall(272, 0)",
    "mount": "syscall(165, 0, 0, 0, 0, 0)",
    "a pidfd": "syscall(434, 1, 0)",
    "another's descriptor": "syscall(438, 3, 0, 0)",
    "clone3": "syscall(435, 0, 0)",
    "the kernel's log": "syscall(103, 0, 0, 0)",
    "sleep": "time.sleep(0.01)",
    "poll": "select.poll().poll(1)",
    "a number of the x32 ABI": "syscall(0x40000000 + 39)",
    "a number that does not exist": "syscall(9999)",
}

SOFT: Final = {
    "mask signals": ("syscall(14, 0, 0, 0, 8)", "EPERM"),
    "handle a signal": ("syscall(13, 27, 0, 0, 8)", "EPERM"),
    "signal itself": ("syscall(234, 1, 1, 9)", "EPERM"),
    "close its descriptor": ("syscall(3, 3)", "EPERM"),
    "its id": ("syscall(39)", "EPERM"),
    "memory to write and run": ("syscall(9, 0, 4096, 7, 0x22, -1, 0)", "EACCES"),
    "make memory executable": ("syscall(10, 0, 4096, 5)", "EACCES"),
    "random bytes": ("syscall(318, 0, 0, 0)", "done"),
}

SAID: Final = {
    "garbage": ("os.write(3, b'\\xff' * 64)", FailureKind.PROTOCOL),
    "a frame of four gigabytes": (
        "os.write(3, b'R\\xff\\xff\\xff\\xff\\0\\0\\0\\0')",
        FailureKind.PROTOCOL,
    ),
    "deep JSON": (
        "os.write(3, b'R' + (100000).to_bytes(4, 'big') + bytes(4) + b'[' * 100000)",
        FailureKind.RESULT_TOO_LARGE,
    ),
    "not JSON": ("os.write(3, b'R\\0\\0\\0\\1\\0\\0\\0\\0{')", FailureKind.PROTOCOL),
    "NaN": ("os.write(3, b'R\\0\\0\\0\\3\\0\\0\\0\\0NaN')", FailureKind.PROTOCOL),
    "a result without its key": (
        "os.write(3, b'R\\0\\0\\0\\2\\0\\0\\0\\0{}')",
        FailureKind.PROTOCOL,
    ),
    "bytes that are not base64": (
        """m = b'{"v": "%", "bytes": true}'
os.write(3, b'R' + len(m).to_bytes(4, 'big') + bytes(4) + m)""",
        FailureKind.PROTOCOL,
    ),
    "an ending of no kind": (
        """m = b'{"kind": "UNAVAILABLE", "message": ""}'
os.write(3, b'E' + len(m).to_bytes(4, 'big') + bytes(4) + m)""",
        FailureKind.PROTOCOL,
    ),
    "endless console lines": (
        """m = b'["log", "' + b'x' * 4000 + b'"]'
while True:
    os.write(3, b'L' + len(m).to_bytes(4, 'big') + bytes(4) + m)""",
        FailureKind.PROTOCOL,
    ),
    "half a frame, and then nothing": (
        "os.write(3, b'R\\0\\0')\nwhile True: pass",
        FailureKind.CPU,
    ),
    "nothing": ("os._exit(0)", FailureKind.CRASH),
    "a bad access": ("ctypes.string_at(0)", FailureKind.CRASH),
    "an abort": ("os.abort()", FailureKind.CRASH),
    "too much memory": ("bytearray(200_000_000)", FailureKind.MEMORY),
    "a wait for a lock": (
        "lock = threading.Lock(); lock.acquire(); lock.acquire()",
        FailureKind.TIMEOUT,
    ),
    "a spin with signals masked": ("syscall(14, 0, 0, 0, 8)\nwhile True: pass", FailureKind.CPU),
}


@pytest.fixture(scope="module")
async def intruded() -> AsyncIterator[Sandbox]:
    async with Sandbox(Limits(wall_ms=3_000), engine="tests.sandbox.intruder") as made:
        await made.start()
        yield made


async def _ends(sandbox: Sandbox, code: str) -> FailureKind | None:
    outcome = await sandbox.run(a_call(code))
    following = await sandbox.run(a_call("result = 'good'"))

    assert following.value == "good"
    return outcome.failure.kind if outcome.failure else None


@pytest.mark.parametrize("what", BLOCKED)
async def test_a_forbidden_system_call_ends_the_child(intruded: Sandbox, what: str) -> None:
    assert await _ends(intruded, BLOCKED[what]) is FailureKind.BLOCKED_SYSCALL


@pytest.mark.parametrize("what", SOFT)
async def test_what_libraries_try_fails_without_an_end(intruded: Sandbox, what: str) -> None:
    code, answer = SOFT[what]

    outcome = await intruded.run(a_call(f"result = {code}"))

    assert outcome.value == answer


@pytest.mark.parametrize("what", SAID)
async def test_a_hostile_reply_is_a_failure_and_nothing_more(intruded: Sandbox, what: str) -> None:
    code, kind = SAID[what]

    assert await _ends(intruded, code) == kind


async def test_the_environment_holds_a_locale_and_nothing_else(intruded: Sandbox) -> None:
    outcome = await intruded.run(a_call("result = dict(os.environ)"))

    assert outcome.value == {"LC_ALL": "C.UTF-8"}


async def test_a_child_has_one_descriptor(intruded: Sandbox) -> None:
    # closing is refused where a descriptor is, and where none is: writing tells them apart, once
    for number in (0, 1, 2, 4, 5, 10, 100):
        outcome = await intruded.run(a_call(f"os.write({number}, b'x')"))
        assert outcome.failure is not None
        assert outcome.failure.kind is FailureKind.BLOCKED_SYSCALL


async def test_ordinary_memory_is_enough_for_a_large_buffer(intruded: Sandbox) -> None:
    outcome = await intruded.run(a_call("result = len(bytearray(60_000_000))"))

    assert outcome.value == 60_000_000


async def test_console_output_survives_the_end_of_the_child(intruded: Sandbox) -> None:
    outcome = await intruded.run(a_call("log('warn', 'about to')\nos.abort()"))

    assert [(line.level, line.text) for line in outcome.console] == [("warn", "about to")]

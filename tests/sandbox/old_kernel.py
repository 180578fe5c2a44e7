"""A program for `test_degraded`: a kernel that lacks something, and what the sandbox makes of it.

`python -m tests.sandbox.old_kernel LACK MODE`: from now on the kernel refuses one thing to this process; then custom code
runs in that mode of HOOKWRIGHT_CUSTOM_CODE. Prints what came of each piece, as JSON.
"""

import asyncio
import ctypes
import errno
import json
import platform
import struct
import sys
from typing import Final

from domain.sandbox import Limits, Sandbox
from domain.settings import CustomCode
from tests.sandbox.asking import a_call

CODES: Final = (
    "return request.body.challenge",
    "for(;;);",
    "const a = []; for(;;) a.push(new Array(1000).fill(1));",
    "return typeof std + typeof process.env.HOME",
)
_PRCTL: Final = {"x86_64": 157, "aarch64": 167}[platform.machine()]
_SET_SECCOMP: Final = 22
_PIDFD_OPEN: Final = 434  # on every machine that has it
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000
# the number of a system call, what its first argument is (None: any), and the error
LACKS: Final = {
    "process descriptors": (_PIDFD_OPEN, None, errno.ENOSYS),
    "seccomp": (_PRCTL, _SET_SECCOMP, errno.EINVAL),
}


def take_away(lack: str) -> None:
    """Have the kernel refuse it to this process and its children, for good."""
    number, argument, error = LACKS[lack]
    steps = [(0x20, 0, 0, 0), (0x15, 0, 3 if argument else 1, number)]
    if argument is not None:
        steps += [(0x20, 0, 0, 16), (0x15, 0, 1, argument)]
    steps += [(0x06, 0, 0, _REFUSE | error), (0x06, 0, 0, _ALLOW)]
    code = b"".join(struct.pack("=HBBI", *step) for step in steps)
    held = ctypes.create_string_buffer(code, len(code))
    header = ctypes.create_string_buffer(struct.pack("@HP", len(steps), ctypes.addressof(held)))
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.prctl(38, 1, 0, 0, 0) == 0
    assert libc.prctl(_SET_SECCOMP, 2, header, 0, 0) == 0


async def outcomes(mode: CustomCode) -> list[object]:
    """Run every piece, then three calls at once: what each gave, or the kind and message of its failure."""
    async with Sandbox(Limits(wall_ms=10_000), custom_code=mode) as sandbox:
        found = [await sandbox.run(a_call(code)) for code in CODES]
        found += await asyncio.gather(*(sandbox.run(a_call("return 1 + 1")) for _ in range(3)))
    failures = [one.failure for one in found]
    return [
        [failure.kind.value, failure.message] if failure else one.value
        for one, failure in zip(found, failures, strict=True)
    ]


if __name__ == "__main__":
    take_away(sys.argv[1])
    sys.stdout.write(f"\n{json.dumps(asyncio.run(outcomes(CustomCode(sys.argv[2]))))}")

"""The list of system calls a child may still make, as a program for the kernel.

Knows the numbers of x86_64 and aarch64 and how to build and load the filter; leaves out everything else a child gives up.
Only what customer code, the engine and the host functions need after the request was read is allowed. `read` is not.
"""

import ctypes
import errno
import platform
import struct
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

REPLY_FD: Final = 3

ALLOWED: Final = (
    "brk",
    "munmap",
    "mremap",
    "madvise",
    "futex",
    "rt_sigreturn",
    "clock_gettime",
    "gettimeofday",  # answered without the kernel, unless the machine's clock is an odd one
    "getrandom",
    "exit",
    "exit_group",
)
# libraries try these and go on when they fail; allowed, they would let native code outlive its timers
REFUSED_SOFTLY: Final = (
    "rt_sigaction",
    "rt_sigprocmask",
    "sigaltstack",
    "tgkill",
    "close",
    "getpid",
    "gettid",
)
NOT_EXECUTABLE: Final = ("mmap", "mprotect")

# linux/audit.h; arch/x86/entry/syscalls/syscall_64.tbl; include/uapi/asm-generic/unistd.h
AUDIT_ARCH: Final[Mapping[str, int]] = MappingProxyType(
    {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
)
NUMBERS: Final[Mapping[str, Mapping[str, int]]] = MappingProxyType(
    {
        "x86_64": {
            "write": 1,
            "close": 3,
            "mmap": 9,
            "mprotect": 10,
            "munmap": 11,
            "brk": 12,
            "rt_sigaction": 13,
            "rt_sigprocmask": 14,
            "rt_sigreturn": 15,
            "mremap": 25,
            "madvise": 28,
            "getpid": 39,
            "exit": 60,
            "gettimeofday": 96,
            "sigaltstack": 131,
            "gettid": 186,
            "futex": 202,
            "clock_gettime": 228,
            "exit_group": 231,
            "tgkill": 234,
            "getrandom": 318,
        },
        "aarch64": {
            "close": 57,
            "write": 64,
            "exit": 93,
            "exit_group": 94,
            "futex": 98,
            "clock_gettime": 113,
            "tgkill": 131,
            "sigaltstack": 132,
            "rt_sigaction": 134,
            "rt_sigprocmask": 135,
            "rt_sigreturn": 139,
            "gettimeofday": 169,
            "getpid": 172,
            "gettid": 178,
            "brk": 214,
            "munmap": 215,
            "mremap": 216,
            "mmap": 222,
            "mprotect": 226,
            "madvise": 233,
            "getrandom": 278,
        },
    }
)

_LOAD: Final = 0x20  # BPF_LD | BPF_W | BPF_ABS
_EQUAL: Final = 0x15  # BPF_JMP | BPF_JEQ | BPF_K
_AT_LEAST: Final = 0x35  # BPF_JMP | BPF_JGE | BPF_K
_ANY_BIT: Final = 0x45  # BPF_JMP | BPF_JSET | BPF_K
_RETURN: Final = 0x06  # BPF_RET | BPF_K

_KILL: Final = 0x80000000
_ALLOW: Final = 0x7FFF0000
_FAIL: Final = 0x00050000

_NUMBER_AT: Final = 0
_ARCH_AT: Final = 4
_X32: Final = 0x40000000
_PROT_EXEC: Final = 4

_PR_GET_SECCOMP: Final = 21
_PR_SET_SECCOMP: Final = 22
_MODE_FILTER: Final = 2

Instruction = tuple[int, int, int, int]


def program(machine: str) -> bytes:
    """Build the filter: struct sock_filter[], in the kernel's byte order. Raises KeyError for an unknown machine."""
    numbers = NUMBERS[machine]
    return b"".join(struct.pack("=HBBI", *one) for one in _instructions(numbers, machine))


def is_supported() -> bool:
    """Whether this kernel and machine can take the filter."""
    if platform.system() != "Linux" or platform.machine() not in NUMBERS:
        return False
    try:
        # the kernel answers EFAULT for a null program only when it knows the mode
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_PR_SET_SECCOMP, _MODE_FILTER, None, 0, 0)
    except (OSError, AttributeError):
        return False
    return ctypes.get_errno() == errno.EFAULT


class Filter:
    """A built program, ready to be loaded without allocating or looking anything up."""

    def __init__(self, machine: str) -> None:
        code = program(machine)
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._code = ctypes.create_string_buffer(code, len(code))
        self._header = ctypes.create_string_buffer(
            struct.pack("@HP", len(code) // 8, ctypes.addressof(self._code))
        )

    def load(self) -> None:
        """Bind this process, for good. Needs PR_SET_NO_NEW_PRIVS. Raises OSError when the kernel refuses."""
        if self._libc.prctl(_PR_SET_SECCOMP, _MODE_FILTER, self._header, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "the kernel refused the seccomp filter")


def _instructions(numbers: Mapping[str, int], machine: str) -> list[Instruction]:
    made: list[Instruction] = [
        (_LOAD, 0, 0, _ARCH_AT),
        (_EQUAL, 1, 0, AUDIT_ARCH[machine]),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER_AT),
    ]
    if machine == "x86_64":
        made += [(_AT_LEAST, 0, 1, _X32), (_RETURN, 0, 0, _KILL)]
    made += _when(numbers, ALLOWED, _ALLOW)
    made += _when(numbers, REFUSED_SOFTLY, _FAIL | errno.EPERM)
    made += [
        (_EQUAL, 0, 4, numbers["write"]),
        (_LOAD, 0, 0, _argument(0)),
        (_EQUAL, 0, 1, REPLY_FD),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _KILL),
    ]
    for name in NOT_EXECUTABLE:
        made += [
            (_EQUAL, 0, 4, numbers[name]),
            (_LOAD, 0, 0, _argument(2)),
            (_ANY_BIT, 0, 1, _PROT_EXEC),
            (_RETURN, 0, 0, _FAIL | errno.EACCES),
            (_RETURN, 0, 0, _ALLOW),
        ]
    return [*made, (_RETURN, 0, 0, _KILL)]


def _when(numbers: Mapping[str, int], names: Sequence[str], verdict: int) -> list[Instruction]:
    return [
        one for name in names for one in ((_EQUAL, 0, 1, numbers[name]), (_RETURN, 0, 0, verdict))
    ]


def _argument(position: int) -> int:
    return 16 + 8 * position  # the low half: both machines are little-endian

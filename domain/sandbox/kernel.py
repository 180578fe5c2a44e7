"""What a process gives up before customer code, apart from system calls: rights, privileges, time and memory.

Runs in the fork server and its children only. On other systems than Linux the missing parts are skipped; whether that
is acceptable was decided before (`availability`).
"""

import contextlib
import ctypes
import os
import resource
import signal
import sys
from pathlib import Path
from typing import Final

from domain.sandbox.limits import MB, Limits

NOBODY: Final = 65_534
MOST_DESCRIPTORS: Final = 1_024  # also bounds what is on its way to the server
CPU_GRACE_SECONDS: Final = 2

_OF_THE_WALL: Final = (
    signal.SIGPROF,
    signal.SIGALRM,
    signal.SIGXCPU,
    signal.SIGSYS,
    signal.SIGSEGV,
    signal.SIGABRT,
)
_OF_THE_TERMINAL: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)

_PR_SET_PDEATHSIG: Final = 1
_PR_SET_DUMPABLE: Final = 4
_PR_SET_NO_NEW_PRIVS: Final = 38


def give_up_rights() -> bool:
    """For good, for this process and its children: no core dumps, no files, no privileges, no way to gain any.

    Whether the process is another user than before: only root can become one, and not in every container.
    """
    with contextlib.suppress(
        OSError
    ):  # who is ended first when memory is short: a kindness, no wall
        if sys.platform == "linux":
            Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_NOFILE, MOST_DESCRIPTORS)
    is_nobody = _become_nobody()
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
        if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "no_new_privs was refused")
    os.umask(0o777)
    return is_nobody


def _become_nobody() -> bool:
    if os.geteuid() != 0:
        return False
    try:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    except OSError:  # no capability for it, or a user namespace without that id
        return False
    return True


def shield() -> None:
    """Take back what a process inherits about signals: those of the wall must reach it, a terminal's must not."""
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    for number in _OF_THE_WALL:
        signal.signal(number, signal.SIG_DFL)
    for number in _OF_THE_TERMINAL:  # it ends with the server, which may still wait for calls
        signal.signal(number, signal.SIG_IGN)


class Tether:
    """Makes the kernel end a child with its parent. Built before the fork, so that the child looks nothing up."""

    def __init__(self, parent: int) -> None:
        self._parent = parent
        self._libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None

    def tie(self) -> None:
        """Ends this process at once if the parent is gone already. The parent itself is tied to nobody."""
        if os.getpid() == self._parent:
            return
        if self._libc is not None:
            self._libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != self._parent:
            os._exit(0)


def address_space(limits: Limits) -> int:
    """Bytes of address space for a child: what the engine needs beside what is mapped now. 0: no limit here."""
    if sys.platform != "linux":
        return 0
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * resource.getpagesize() + 2 * limits.heap_bytes + 32 * MB


def bound_memory(address_bytes: int) -> None:
    """Bound this child's memory and processes; it has no request yet."""
    if address_bytes:
        _limit(resource.RLIMIT_AS, address_bytes)
        _limit(resource.RLIMIT_NPROC, 0)
        _limit(resource.RLIMIT_STACK, 8 * MB)


def start_clocks(limits: Limits) -> None:
    """From now on the kernel ends this process by SIGPROF (CPU) or SIGALRM (wall); it can open nothing more."""
    _limit(resource.RLIMIT_NOFILE, 0)
    seconds = limits.cpu_ms // 1000 + CPU_GRACE_SECONDS
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    if hard == resource.RLIM_INFINITY or hard > seconds:
        # equal limits would end it without saying why
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    signal.setitimer(signal.ITIMER_PROF, limits.cpu_ms / 1000)
    signal.setitimer(signal.ITIMER_REAL, limits.wall_ms / 1000)


def _limit(kind: int, value: int) -> None:
    hard = resource.getrlimit(kind)[1]
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    resource.setrlimit(kind, (value, value))

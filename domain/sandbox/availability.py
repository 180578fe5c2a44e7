"""Whether customers' code may run here, and what is missing if not."""

import os
import signal
import sys
from importlib.util import find_spec

from domain.errors import HookwrightError
from domain.sandbox import seccomp
from domain.settings import CustomCode


class Unavailable(HookwrightError):
    """Custom code cannot run in this process: the message says why and what would help."""


def has_process_descriptors() -> bool:
    """Whether a process can be named for good, not only by a number that is given out again."""
    if not hasattr(os, "pidfd_open") or not hasattr(signal, "pidfd_send_signal"):
        return False
    try:
        os.close(os.pidfd_open(os.getpid()))
    except OSError:  # an old kernel, or a container that refuses the call
        return False
    return True


def missing() -> tuple[str, ...]:
    """The parts of the wall that this system lacks, in words; empty where it can be built whole."""
    parts = []
    if sys.platform != "linux":
        parts.append("Linux")
    if not seccomp.is_supported():
        parts.append("the seccomp filter (Linux on x86_64 or aarch64)")
    if not has_process_descriptors():
        parts.append("process descriptors (Linux 5.3)")
    return tuple(parts)


def require(custom_code: CustomCode) -> tuple[str, ...]:
    """What is missing here and put up with, empty in the whole wall. Raises Unavailable."""
    if custom_code is not CustomCode.OFF and find_spec("jsbox") is None:
        raise Unavailable("custom code needs the package jsbox, which is not installed")
    if custom_code is not CustomCode.OFF and not hasattr(os, "fork"):
        raise Unavailable("custom code does not run on this system: it needs fork")
    return accept(custom_code, missing())


def accept(custom_code: CustomCode, lacking: tuple[str, ...]) -> tuple[str, ...]:
    """Decide on a wall that lacks these parts: give them back when they are put up with. Pure; raises Unavailable."""
    if custom_code is CustomCode.OFF:
        raise Unavailable("custom code is switched off here (HOOKWRIGHT_CUSTOM_CODE=off)")
    if lacking and custom_code is not CustomCode.UNSAFE_DEVELOPMENT:
        raise Unavailable(
            f"custom code does not run here, because its wall lacks {', '.join(lacking)};"
            " for your own code on your own machine, HOOKWRIGHT_CUSTOM_CODE=unsafe-development"
        )
    return lacking

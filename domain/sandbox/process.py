"""A process on the inner side of the wall, as the server holds it: started, killed and reaped without blocking the loop."""

import asyncio
import contextlib
import json
import os
import socket
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Final

from domain.sandbox.limits import Limits

ENGINE: Final = "domain.sandbox.engine"
ENVIRONMENT: Final = {"LC_ALL": "C.UTF-8"}
START_SECONDS: Final = 15
_BOOT: Final = Path(__file__).with_name("boot.py")


def config(limits: Limits, engine: str, *, with_seccomp: bool, once: bool) -> str:
    """What the process is told at its start; no secret is in it."""
    told = {"limits": asdict(limits), "engine": engine, "seccomp": with_seccomp, "once": once}
    return json.dumps(told)


async def start(control: socket.socket, told: str) -> "subprocess.Popen[bytes]":
    """Start the inner process with one descriptor and no environment. Raises OSError."""
    return await asyncio.to_thread(_spawn, control.fileno(), told)


async def end(process: "subprocess.Popen[bytes]") -> None:
    """Wait until it is gone; it leaves by itself once its control socket is closed."""
    try:
        await asyncio.to_thread(process.wait, 2)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await asyncio.to_thread(process.wait)


def _spawn(control: int, told: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603  our own file, by our own interpreter
        [sys.executable, "-I", "-B", str(_BOOT), str(control), told],
        pass_fds=[control],
        env=ENVIRONMENT,
        cwd=os.sep,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )

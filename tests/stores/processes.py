"""Processes of single roles, as `docs/scaling.md` starts them."""

import asyncio
import contextlib
import os
import re
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import httpx

from tests.services import programs

ROOT: Final = Path(__file__).parent.parent.parent
PAGE: Final = ROOT / "docs" / "scaling.md"


@dataclass(slots=True)
class Running:
    """One process. url: where it listens."""

    role: str
    url: str
    process: Process

    def kill(self) -> None:
        """End it as a crash does."""
        self.process.kill()

    async def stop(self) -> int:
        """End it as an operating system does, give the exit status."""
        self.process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(20):
            return await self.process.wait()


def documented_environment() -> dict[str, str]:
    """The settings that the page gives every process."""
    block = re.search(r"```sh\n(HOOKWRIGHT_.*?)```", PAGE.read_text(), re.DOTALL)
    assert block is not None
    return dict(line.split("=", 1) for line in block[1].splitlines())


def documented_command(role: str) -> list[str]:
    """What the page's unit starts, for a role."""
    found = re.search(r"^ExecStart=/opt/hookwright/run (.*)$", PAGE.read_text(), re.MULTILINE)
    assert found is not None
    return found[1].replace("receiver", role).split()


@asynccontextmanager
async def running(role: str, folder: Path, **settings: str) -> AsyncIterator[Running]:
    """Start a process of a role and wait until it is ready; whatever became of it, it is gone at the end."""
    port = programs.free_port()
    ours = {"PORT": str(port), "DATA": str(folder), "LOG_LEVEL": "warning", **settings}
    environment = {**os.environ, **documented_environment()}
    environment |= {f"HOOKWRIGHT_{name}": value for name, value in ours.items()}
    with (folder / f"{role}-{port}.log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "api", *documented_command(role)),
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=log,
        )
    try:
        await _ready(process, f"http://127.0.0.1:{port}")
        yield Running(role, f"http://127.0.0.1:{port}", process)
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def _ready(process: Process, url: str) -> None:
    async with httpx.AsyncClient() as http, asyncio.timeout(60):
        while process.returncode is None:
            with contextlib.suppress(httpx.TransportError):
                if (await http.get(f"{url}/readyz")).status_code == 200:
                    return
            await asyncio.sleep(0.05)
    raise AssertionError(f"it ended with {process.returncode}")

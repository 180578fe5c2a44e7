"""The product in a process of its own, as a person starts it: `hookwright serve`, its logs, and its files."""

import asyncio
import contextlib
import os
import re
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import httpx

from domain.connections.callers import Caller, CallerKind
from domain.models import Project
from tests.api.world import Editor
from tests.database import put_new

TOKEN: Final = "planted-editor-token-of-the-process"
_ROOT: Final = Path(__file__).parent.parent.parent


@dataclass(slots=True)
class Served:
    """url: where it listens. said: what it wrote, both outputs, so far. answers: what GraphQL answered."""

    process: Process
    url: str
    folder: Path
    editor: Editor
    said: bytearray
    answers: list[str] = field(default_factory=list)

    async def stop(self) -> int:
        """End it as an operating system does, give the exit status."""
        self.process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(10):
            return await self.process.wait()

    def stored(self) -> bytes:
        """Every byte of its files: the database, its log, whatever stands beside them."""
        files = sorted(each for each in self.folder.rglob("*") if each.is_file())
        assert any(file.name == "hookwright.db" for file in files)
        return b"\n".join(file.read_bytes() for file in files)


@asynccontextmanager
async def started(folder: Path, port: int = 0) -> AsyncIterator[Served]:
    """Start it for the length of the block. port: 0 takes a free one."""
    await put_new(folder / "hookwright.db")
    settings = {
        "PORT": str(port),
        "DATA": str(folder),
        "EDITOR_TOKEN": TOKEN,
        "SECRET_KEY": "fedcba9876543210fedcba9876543210",
        "OUTBOUND_HTTP": "yes",
        "OUTBOUND_NETWORKS": "127.0.0.0/8",
        "LOG_LEVEL": "debug",
        "LOG_FORMAT": "json",
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "api", "serve"),
        cwd=_ROOT,
        env={**os.environ, **{f"HOOKWRIGHT_{name}": value for name, value in settings.items()}},
        stdout=PIPE,
        stderr=PIPE,
    )
    said = bytearray()
    assert process.stdout is not None
    assert process.stderr is not None
    readers = [asyncio.create_task(_read(process.stderr, said))]
    answers: list[str] = []

    async def remember(response: httpx.Response) -> None:
        kind = response.headers.get("content-type", "")
        if response.url.path == "/graphql" and kind.startswith("application/json"):
            answers.append((await response.aread()).decode())

    try:
        url, project_id = await _greeting(process.stdout, said)
        readers.append(asyncio.create_task(_read(process.stdout, said)))
        async with httpx.AsyncClient(timeout=5, event_hooks={"response": [remember]}) as http:
            await _answering(http, url)
            caller = Caller(project_id, CallerKind.EDITOR)
            editor = Editor(url, Project(id=project_id), caller, TOKEN, http)
            yield Served(process, url, folder, editor, said, answers)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
        await asyncio.gather(*readers)


async def _read(stream: asyncio.StreamReader, said: bytearray) -> None:
    while chunk := await stream.read(65_536):
        said.extend(chunk)


async def _greeting(stream: asyncio.StreamReader, said: bytearray) -> tuple[str, str]:
    """The address and the project that it names in its first lines."""
    async with asyncio.timeout(20):
        said.extend(await stream.readuntil(b"Editor token"))
    text = said.decode()
    url, project = re.search(r"(http://\S+)/graphql", text), re.search(r"prj_\w+", text)
    assert url is not None, text
    assert project is not None, text
    return url[1], project[0]


async def _answering(http: httpx.AsyncClient, url: str) -> None:
    """The greeting comes a moment before the port is open."""
    async with asyncio.timeout(10):
        while True:
            with contextlib.suppress(httpx.ConnectError):
                await http.get(f"{url}/healthz")
                return
            await asyncio.sleep(0.01)

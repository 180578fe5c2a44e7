"""A project with a database, a vault and a door that reaches this machine, for tests of deeds."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

from domain.bus import Bus
from domain.connections.callers import Caller, CallerKind
from domain.connections.projects import create_project
from domain.context import Context
from domain.database import File, opened
from domain.outbound import opened as open_door
from domain.sandbox import Sandbox
from domain.settings import Settings
from domain.vault import Vault
from tests.database import put_new


@dataclass
class Workspace:
    """dropped: the integrations whose plans were dropped, in order."""

    context: Context
    caller: Caller
    path: Path
    dropped: list[str] = field(default_factory=list)


@contextlib.asynccontextmanager
async def workspace(folder: Path) -> AsyncIterator[Workspace]:
    settings = Settings(
        public_url="https://hooks.example.com",
        outbound_http=True,
        outbound_networks=("127.0.0.0/8",),
        outbound_seconds=2,
    )
    dropped: list[str] = []
    await put_new(folder / "x.db")
    async with (
        opened(f"sqlite://{folder}/x.db") as database,
        open_door(settings) as door,
        Sandbox() as sandbox,
    ):
        assert isinstance(database, File)
        project = await create_project("Acme")
        context = Context(settings, Vault(["k" * 32]), Bus(), door, dropped.append, sandbox)
        caller = Caller(project.id, CallerKind.EDITOR)
        yield Workspace(context, caller, database.path, dropped)

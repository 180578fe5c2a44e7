"""Ingest over each kind of database: one process on SQLite, one and two receivers on PostgreSQL.

`python -m bench.ingest [seconds]`: whole processes, as `docs/scaling.md` starts them, PostgreSQL and the senders share this machine's
cores: figures are lower bounds, and what counts is what they are beside each other.
"""

import asyncio
import os
import sys
import tempfile
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table

from bench import load
from bench.load import Result
from bench.seed import Sample, body, seed
from domain import database
from domain.bus import Bus
from domain.connections.projects import first_project
from domain.context import Context
from domain.outbound import opened as door_opened
from domain.sandbox import Sandbox
from domain.settings import Settings
from domain.vault import Vault
from tests.services import postgres
from tests.stores.processes import running

KEY: Final = "a-key-that-the-bench-and-its-processes-share"
CONNECTIONS: Final = 64


async def prepared(address: str) -> Sample:
    """Make a finished trigger, give a delivery that it takes."""
    settings = Settings(public_url="https://hooks.example.com")
    async with (
        database.opened(address),
        door_opened(settings) as door,
        Sandbox(custom_code=settings.custom_code) as sandbox,
    ):
        context = Context(settings, Vault([KEY]), Bus(), door, lambda _: None, sandbox)
        project, _ = await first_project("bench-editor-token")
        _, sample = await seed(context, project.id)
    return sample


async def measure(address: str, roles: list[str], seconds: float) -> list[Result]:
    """Load every process at once."""
    sample = await prepared(address)
    facts = {"path": sample.path, "signature": sample.signature}
    request = load.request_bytes(facts, body())
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="hookwright-bench-")))
        own = {"DATABASE_URL": address, "SECRET_KEY": KEY, "DELIVERIES_PER_SECOND": "1000000"}
        ports = []
        for role in roles:
            one = await stack.enter_async_context(running(role, folder, **own))
            ports.append(int(one.url.rpartition(":")[2]))
        each = CONNECTIONS // len(ports)
        return list(
            await asyncio.gather(
                *(
                    load.closed_loop(port, request, connections=each, seconds=seconds)
                    for port in ports
                )
            )
        )


def main() -> None:
    """Run each once and print the table."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 8.0
    table = Table("ingest", "deliveries/s", "others", "p50 ms", "p99 ms", box=None)
    with tempfile.TemporaryDirectory(prefix="hookwright-bench-") as folder:
        address = f"sqlite://{Path(folder) / 'ingest.db'}"
        _add(table, "SQLite, one process", load.run(measure(address, [""], seconds)))
    with postgres.served(durable=True) as server:
        for count in (1, 2) if server else ():
            assert server is not None
            name = f"bench_{count}_{os.getpid()}"
            load.run(postgres.execute(server.dsn(), f"CREATE DATABASE {name}"))
            found = load.run(measure(server.dsn(name), ["receiver"] * count, seconds))
            _add(table, f"PostgreSQL, {count} receiver{'s'[: count - 1]}", found)
    Console().print(table)


def _add(table: Table, name: str, found: list[Result]) -> None:
    total = sum(each.per_second for each in found)
    others = sum(each.others for each in found)
    p50 = max(each.p50 for each in found)
    p99 = max(each.p99 for each in found)
    table.add_row(name, f"{total:,.0f}", str(others), f"{p50:.1f}", f"{p99:.1f}")


if __name__ == "__main__":
    main()

"""One PostgreSQL and one NATS for a test session (with xdist: for each worker), and databases made from a template."""

import asyncio
import itertools
import os
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from domain import database
from tests.services import nats, postgres, programs

_numbers = itertools.count(1)


class Databases:
    """Makes databases. The first call migrates a template; each further one is a copy of it."""

    def __init__(self, server: postgres.Postgres | None, given: str) -> None:
        self._server = server
        self._given = given
        self._template = ""

    @property
    def server(self) -> postgres.Postgres | None:
        """Our own server; None when another was named."""
        return self._server

    def new(self) -> str:
        """The address of a fresh database that is up to date."""
        return asyncio.run(self._new())

    async def fresh(self) -> str:
        """The same, inside a loop."""
        return await asyncio.to_thread(self.new)

    async def empty(self) -> str:
        """The address of a database with nothing in it."""
        return await self._create("")

    async def _new(self) -> str:
        if not self._template:
            address = await self._create("")
            await database.prepare(address)
            self._template = address.rpartition("/")[2]
        return await self._create(f" TEMPLATE {self._template}")

    async def _create(self, how: str) -> str:
        name = f"hookwright_{os.getpid()}_{next(_numbers)}"
        await postgres.execute(self._address("postgres"), f"CREATE DATABASE {name}{how}")
        return self._address(name)

    def _address(self, name: str) -> str:
        if self._server is not None:
            return self._server.dsn(name)
        return f"{self._given.rpartition('/')[0]}/{name}"


@pytest.fixture(scope="session")
def databases() -> Iterator[Databases]:
    """Where databases come from: TEST_POSTGRES_DSN, or a server of our own."""
    given = os.environ.get("TEST_POSTGRES_DSN", "")
    with ExitStack() as stack:
        server = None if given else stack.enter_context(postgres.served())
        if not given and server is None:
            programs.missing("PostgreSQL (TEST_POSTGRES_DSN)")
        yield Databases(server, given)


@pytest.fixture(scope="session")
def nats_url() -> Iterator[str]:
    """A NATS: TEST_NATS_URL, or a server of our own."""
    given = os.environ.get("TEST_NATS_URL", "")
    with ExitStack() as stack:
        server = None if given else stack.enter_context(nats.served())
        if not given and server is None:
            programs.missing("NATS (TEST_NATS_URL)")
        yield given or (server.url if server else "")

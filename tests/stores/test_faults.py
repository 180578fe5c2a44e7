"""What dies under load, dies without a loss: nothing that was acknowledged is lost, and a listener sees everything once, in order.

Each test prints what it counted.
"""

import asyncio
import json
import os
import shutil
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import pytest

from domain import database
from domain.connections.callers import Caller, CallerKind
from domain.models import Delivery, Event, Project, Run, WorkflowAccount
from tests.api.world import Editor, Workshop, workshop
from tests.receiver.shop import FINISH, signed
from tests.runs.endpoint import answering, listening
from tests.runs.started import CREATE
from tests.services import nats, postgres, programs
from tests.services.fixtures import Databases
from tests.stores.loading import Follower, Load
from tests.stores.processes import Running, documented_environment, running
from tests.stores.waiting import eventually

pytestmark = pytest.mark.slow

ENOUGH = 150


@dataclass
class System:
    """Processes of roles that can be killed and started again. stack: what ends with it."""

    folder: Path
    address: str
    bus_url: str
    http: httpx.AsyncClient
    stack: AsyncExitStack
    roles: dict[str, list[Running]] = field(default_factory=dict)
    made: Workshop | None = None

    async def start(self, role: str) -> Running:
        """Start one more of a role."""
        settings = {"DATABASE_URL": self.address, "BUS_URL": self.bus_url}
        own = {"OUTBOUND_HTTP": "yes", "OUTBOUND_NETWORKS": "127.0.0.0/8"}
        one = await self.stack.enter_async_context(
            running(role, self.folder, **{**settings, **own})
        )
        self.roles.setdefault(role, []).append(one)
        return one

    def editors(self) -> list[Editor]:
        """The editor, at each API."""
        token = documented_environment()["HOOKWRIGHT_EDITOR_TOKEN"]
        caller = Caller("", CallerKind.EDITOR)
        return [Editor(each.url, Project(), caller, token, self.http) for each in self.roles["api"]]

    def urls(self) -> list[str]:
        """The test address of the trigger, at each receiver."""
        assert self.made is not None
        path = self.made.target_url.removeprefix(documented_environment()["HOOKWRIGHT_PUBLIC_URL"])
        return [each.url + path for each in self.roles["receiver"]]


@asynccontextmanager
async def system(
    folder: Path, address: str, bus_url: str = "", roles: str = "receiver api dispatcher"
) -> AsyncIterator[System]:
    async with AsyncExitStack() as stack:
        http = await stack.enter_async_context(httpx.AsyncClient(timeout=15))
        made = System(folder, address, bus_url, http, stack)
        for role in roles.split():
            await made.start(role)
        made.made = await workshop(made.editors()[0])
        yield made


@contextmanager
def own_postgres(**given: Any) -> Iterator[postgres.Postgres]:
    with postgres.served(**given) as server:
        if server is None:
            programs.missing("PostgreSQL")
        else:
            yield server


async def count(address: str, made: System, load: Load, follower: Follower) -> str:
    """Hold what was acknowledged against what is there, and what was seen. What to print of it."""
    assert made.made is not None
    connection = await asyncpg.connect(address)
    rows = await connection.fetch(
        "SELECT d.id, d.body FROM verdict v JOIN delivery d ON d.id = v.delivery_id "
        "WHERE v.trigger_id = $1 ORDER BY v.xid, v.seq",
        made.made.trigger_id,
    )
    await connection.close()
    names = [json.loads(row["body"])["name"] for row in rows]
    stored = [row["id"] for row in rows]
    await eventually(lambda: len(follower.seen) >= len(stored), 90)
    assert load.acknowledged - set(names) == set()
    assert follower.seen == stored
    return (
        f"acknowledged {len(load.acknowledged)}, lost 0; stored {len(stored)} "
        f"({len(names) - len(set(names))} sent again); seen live once each and in order over "
        f"{follower.streams} streams; broken off {load.broken}, 503 {load.refused}; "
        f"longest gap between acknowledgements {load.longest_gap:.1f} s"
    )


class Under:
    """Load and a listener for the length of a block, counted at its end."""

    def __init__(self, made: System, capsys: pytest.CaptureFixture[str], what: str) -> None:
        assert made.made is not None
        self.made, self.what, self._capsys = made, what, capsys
        self.load = Load(made.urls, made.http)
        self.follower = Follower(made.editors, made.made.trigger_id)

    @asynccontextmanager
    async def going(self) -> AsyncIterator[Load]:
        """Load it, have some acknowledged before and after the block, and count."""
        async with self.follower.running():
            async with self.load.running():
                await self.more()
                yield self.load
                await self.more()
            said = await count(self.made.address, self.made, self.load, self.follower)
        with self._capsys.disabled():
            print(f"\n{self.what}: {said}")  # noqa: T201  the count is the result

    async def more(self) -> None:
        """Wait until more is acknowledged."""
        enough = len(self.load.acknowledged) + ENOUGH
        await eventually(lambda: len(self.load.acknowledged) >= enough, 90)


async def test_every_role_is_killed_again_and_again(
    databases: Databases, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address = await databases.fresh()
    twice = "receiver receiver api api dispatcher dispatcher"
    async with system(tmp_path, address, roles=twice) as made, listening() as endpoint:
        workflow_id = await _workflow(made, endpoint.behave("/run", answering(200)))
        under = Under(made, capsys, "20 processes killed")
        async with under.going() as load:
            load.pause = 0.1
            live = Load(lambda: [url.removesuffix("/test") for url in made.urls()], made.http)
            for turn in range(20):
                role = ("receiver", "api", "dispatcher")[turn % 3]
                victim = made.roles[role].pop(0)
                victim.kill()
                await asyncio.gather(*(live.send(f"live {turn} {each}") for each in range(10)))
                await made.start(role)
            assert load.acknowledged

        async def all_done() -> bool:
            return not await Run.filter(workflow_id=workflow_id).exclude(state="SUCCEEDED").exists()

        async with database.opened(address):
            await eventually(all_done, 120)
            events = {each.id for each in await Event.filter(is_test=False)}
            runs = await Run.filter(workflow_id=workflow_id)
        taken = [each.headers["webhook-id"] for each in endpoint.taken]
        assert len(events) == len(runs) >= len(live.acknowledged) == 200
        assert {run.event_id for run in runs} == events
        assert len(set(taken)) == len(runs)
        with capsys.disabled():
            print(  # noqa: T201  the count is the result
                f"runs started {len(runs)}, delivered {len(set(taken))}, "
                f"delivered again {len(taken) - len(set(taken))}, lost 0"
            )


async def test_postgresql_is_killed_and_started_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with own_postgres(durable=True) as server:
        await postgres.execute(server.dsn(), "CREATE DATABASE hookwright")
        async with (
            system(tmp_path, server.dsn("hookwright")) as made,
            Under(made, capsys, "PostgreSQL killed twice").going() as load,
        ):
            for _ in range(2):
                server.kill()
                away = load.refused
                await eventually(lambda: load.refused > away)  # noqa: B023  it is awaited at once
                server.start()


async def test_a_synchronous_standby_is_promoted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with own_postgres(durable=True, extra=("-c", "wal_level=replica")) as primary:
        await postgres.execute(primary.dsn(), "CREATE DATABASE hookwright")
        with postgres.standby_of(primary) as standby:
            await postgres.execute(
                primary.dsn(), "ALTER SYSTEM SET synchronous_standby_names = 'ANY 1 (*)'"
            )
            await postgres.execute(primary.dsn(), "SELECT pg_reload_conf()")
            hosts = f"127.0.0.1:{primary.port},127.0.0.1:{standby.port}"
            address = f"postgres://postgres@{hosts}/hookwright?target_session_attrs=read-write"
            async with (
                system(tmp_path, address) as made,
                Under(made, capsys, "a synchronous standby promoted").going(),
            ):
                primary.kill()
                await postgres.execute(standby.dsn(), "SELECT pg_promote()")


async def test_the_bus_is_killed(
    databases: Databases, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with nats.served() as server:
        if server is None:
            programs.missing("NATS")
        assert server is not None
        async with system(tmp_path, await databases.fresh(), server.url) as made:
            under = Under(made, capsys, "NATS away, then back")
            async with under.going():
                server.kill()
                await under.more()
                server.start()


async def test_a_database_that_stands_still_is_503_in_time_and_nothing_is_lost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with own_postgres() as server:
        await postgres.execute(server.dsn(), "CREATE DATABASE hookwright")
        async with system(tmp_path, server.dsn("hookwright")) as made:
            under = Under(made, capsys, "PostgreSQL stood still")
            async with under.going() as load:
                server.freeze()
                # its senders are answered, within their own patience of fifteen seconds, by nothing but 503
                await eventually(lambda: load.refused >= 6, 60)
                server.thaw()
            assert load.broken == 0


@contextmanager
def small_disk(megabytes: int) -> Iterator[Path]:
    """A file system of a few megabytes, in memory."""
    path = programs.folder("hookwright-small-")
    mounted = os.geteuid() == 0 and shutil.which("mount")
    if (
        not mounted
        or subprocess.run(  # noqa: S603  our own arguments
            ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(path)],  # noqa: S607
            check=False,
            capture_output=True,
        ).returncode
    ):
        path.rmdir()
        pytest.skip("no small file system: mounting one needs root")
    try:
        os.chmod(path, 0o777)  # noqa: S103, PTH101  the server's own user writes there
        yield path
    finally:
        subprocess.run(["umount", "-l", str(path)], check=True)  # noqa: S603, S607
        path.rmdir()


async def _fill(load: Load, url: str, size: int) -> int:
    """Send large deliveries until one is refused; how many were taken."""
    taken = 0
    while taken < 2_000:
        content = json.dumps(
            {"team": "T1", "name": f"large {taken}", "x": os.urandom(size // 2).hex()}
        ).encode()
        reply = await load.http.post(url, content=content, headers=signed(content))
        if reply.status_code != 200:
            assert (reply.status_code, reply.headers.get("retry-after")) == (503, "1")
            return taken
        load.acknowledged.add(f"large {taken}")
        taken += 1
    raise AssertionError("the disk was never full")


async def test_a_full_disk_on_sqlite_is_503_and_what_was_acknowledged_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with small_disk(24) as disk:
        settings = {"DATABASE_URL": f"sqlite://{disk}/hookwright.db"}
        async with AsyncExitStack() as stack:
            http = await stack.enter_async_context(httpx.AsyncClient(timeout=15))
            made = System(tmp_path, "", "", http, stack)
            one = await stack.enter_async_context(running("", tmp_path, **settings))
            made.roles = {"api": [one], "receiver": [one]}
            made.made = await workshop(made.editors()[0])
            load = Load(made.urls, http)
            taken = await _fill(load, made.urls()[0], 200_000)
            ballast = (await http.get(f"{one.url}/readyz")).status_code
            assert await one.stop() == 0
        async with database.opened(f"sqlite://{_moved(disk, tmp_path)}"):
            names = {json.loads(each.body)["name"] for each in await Delivery.all()}
    with capsys.disabled():
        print(f"\nSQLite's disk full after {taken}: lost {len(load.acknowledged - names)}")  # noqa: T201
    assert load.acknowledged - names == set()
    assert ballast in {200, 503}


def _moved(disk: Path, to: Path) -> Path:
    for file in disk.glob("hookwright.db*"):
        shutil.copy(file, to / file.name)
    return to / "hookwright.db"


async def test_a_full_disk_on_postgresql_is_503_and_heals_when_there_is_room(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with small_disk(100) as disk, own_postgres() as server:
        await postgres.execute(server.dsn(), "CREATE DATABASE hookwright")
        tablespace = disk / "space"
        tablespace.mkdir(mode=0o777)
        os.chmod(tablespace, 0o777)  # noqa: S103, PTH101
        programs.own(tablespace)
        await postgres.execute(server.dsn(), f"CREATE TABLESPACE small LOCATION '{tablespace}'")
        await postgres.execute(server.dsn(), "ALTER DATABASE hookwright SET TABLESPACE small")
        ballast = disk / "ballast"
        ballast.write_bytes(b"x" * 30_000_000)
        async with system(tmp_path, server.dsn("hookwright")) as made:
            under = Under(made, capsys, "PostgreSQL's disk full, then not")
            async with under.going() as load:
                taken = await _fill(load, made.urls()[0], 200_000)
                ballast.unlink()
                assert taken
        await postgres.execute(server.dsn(), "ALTER DATABASE hookwright SET TABLESPACE pg_default")


async def _workflow(made: System, endpoint: str) -> str:
    """Finish the trigger and have its live events start runs at an endpoint."""
    assert made.made is not None
    editor = made.editors()[0]
    content = json.dumps({"team": "T1", "name": "proof"}).encode()
    proof = await made.http.post(made.urls()[0], content=content, headers=signed(content))
    assert proof.status_code == 200
    await editor.change(FINISH, triggerId=made.made.trigger_id)
    given = {"triggerId": made.made.trigger_id, "name": "Sync", "endpoint": endpoint}
    workflow_id = str((await editor.change(CREATE, **given))["workflow"]["id"])
    async with database.opened(made.address):
        project = await Project.get()
        await WorkflowAccount.create(
            workflow_id=workflow_id,
            project_id=project.id,
            trigger_id=made.made.trigger_id,
            credential_id=made.made.credential_id,
            enabled_ms=1,
        )
    return workflow_id

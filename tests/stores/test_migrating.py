"""A database that holds rows moves on to what this version wants, of either kind, and keeps every one of them."""

import asyncio
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import asyncpg

from domain import database
from domain.bus import Bus
from domain.database.sqlite import connect
from domain.deliveries import journal as journals
from domain.deliveries import tail
from domain.models import Delivery, Event, Project, Verdict
from domain.vault import Vault
from tests.services.fixtures import Databases
from tests.stores.writing import record

UNDO_ON_POSTGRES = """
DELETE FROM tortoise_migrations WHERE name LIKE '0009%';
DROP INDEX verdict_position, verdict_newest;
DROP TABLE cluster;
ALTER TABLE verdict DROP COLUMN xid;
ALTER TABLE run_change DROP COLUMN xid;
ALTER TABLE delivery RENAME TO gone;
CREATE TABLE delivery (LIKE delivery_default INCLUDING DEFAULTS);
INSERT INTO delivery SELECT * FROM gone;
DROP TABLE gone;
ALTER TABLE delivery ADD PRIMARY KEY (id);
CREATE INDEX delivery_unrouted ON delivery (integration_id, id) WHERE outcome = 'UNROUTED';
"""
UNDO_ON_SQLITE = """
DELETE FROM tortoise_migrations WHERE name LIKE '0009%';
ALTER TABLE verdict DROP COLUMN xid;
ALTER TABLE run_change DROP COLUMN xid;
DROP INDEX idx_workflow_trigger_f92ae3;
CREATE INDEX idx_workflow_trigger_87bda2 ON workflow ("trigger", id);
"""


async def populate(address: str) -> None:
    async with database.opened(address) as store:
        await database.atomically(lambda: Project.create(id="prj_1", name="Acme", created_ms=1))
        async with journals.opened(store, Vault(["k" * 32]), Bus()) as journal:
            await asyncio.gather(*(journal.append(record("trg_1")) for _ in range(20)))


async def counts() -> list[int]:
    return [await model.all().count() for model in (Project, Delivery, Verdict, Event)]


async def test_postgresql_with_rows_moves_on(databases: Databases) -> None:
    address = await databases.fresh()
    await populate(address)
    connection = await asyncpg.connect(address)
    await connection.execute(UNDO_ON_POSTGRES)
    await connection.close()

    async with database.opened(address):
        assert await counts() == [1, 20, 20, 20]
        assert len(await tail.read("trg_1", 0)) == 20


async def test_sqlite_with_rows_moves_on_and_its_indexes_are_mended(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    await populate(f"sqlite://{path}")
    with closing(connect(path)) as connection:
        connection.executescript(UNDO_ON_SQLITE)

    async with database.opened(f"sqlite://{path}"):
        assert await counts() == [1, 20, 20, 20]
        assert len(await tail.read("trg_1", 0)) == 20

    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(
            "SELECT name FROM sqlite_master WHERE name LIKE 'idx_workflow_tr%'"
        )
        assert found.fetchall() == [("idx_workflow_trigger_f92ae3",)]


async def test_processes_that_start_at_once_migrate_once(databases: Databases) -> None:
    address = await databases.empty()
    program = "import asyncio, sys; from domain import database; asyncio.run(database.prepare(sys.argv[1]))"

    starting = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", program, address, stderr=asyncio.subprocess.PIPE
        )
        for _ in range(3)
    ]
    said = [await each.communicate() for each in starting]

    assert [each.returncode for each in starting] == [0, 0, 0], said
    async with database.opened(address):
        assert await counts() == [0, 0, 0, 0]

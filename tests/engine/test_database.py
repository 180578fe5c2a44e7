"""The database: migrated at start, one process, units of work that a cancelled caller cannot halve."""

import asyncio
import contextlib
import random
import sqlite3
from pathlib import Path

import pytest
from tortoise.models import Model

from domain.database import File, atomically, opened
from domain.database.migrating import MIGRATIONS
from domain.database.sqlite import configuration, connect
from domain.deliveries import rows
from domain.errors import Misconfigured
from domain.models import (
    Delivery,
    Event,
    FollowUp,
    PersistedValue,
    Project,
    Run,
    RunChange,
    ShownValue,
    Verdict,
)


async def test_a_new_file_gets_every_table_and_index(tmp_path: Path) -> None:
    async with opened(f"sqlite://{tmp_path}/new.db") as database:
        assert isinstance(database, File)
        connection = connect(database.path)
        found = dict(connection.execute("SELECT name, type FROM sqlite_master").fetchall())
        connection.close()

    assert {"project", "trigger", "delivery", "verdict", "event", "persisted_value"} <= set(found)
    assert found["delivery_unrouted"] == "index"


async def test_every_index_is_over_columns_that_exist(tmp_path: Path) -> None:
    """SQLite takes a column's name that does not exist for a text, and indexes that."""
    async with opened(f"sqlite://{tmp_path}/new.db") as database:
        assert isinstance(database, File)
        with contextlib.closing(connect(database.path)) as connection:
            names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'")
            columns = [
                (name, column)
                for (name,) in names.fetchall()
                for _, place, column in connection.execute(f"PRAGMA index_info({name!r})")
                if place < 0 or column is None
            ]

    assert columns == []


async def test_opening_again_keeps_the_rows(tmp_path: Path) -> None:
    url = f"sqlite://{tmp_path}/twice.db"
    async with opened(url):
        await atomically(lambda: Project.create(id="prj_1", name="Acme", created_ms=1))

    async with opened(url):
        assert (await Project.get()).name == "Acme"


async def test_the_journals_columns_are_the_models(tmp_path: Path) -> None:
    async with opened(f"sqlite://{tmp_path}/columns.db"):
        pairs: tuple[tuple[tuple[str, ...], type[Model], set[str]], ...] = (
            (rows.DELIVERY_COLUMNS, Delivery, set()),
            (rows.VERDICT_COLUMNS, Verdict, {"seq", "xid"}),
            (rows.EVENT_COLUMNS, Event, set()),
            (rows.RUN_COLUMNS, Run, set()),
            (rows.CHANGE_COLUMNS, RunChange, {"seq", "xid"}),
            (rows.VALUE_COLUMNS, PersistedValue, {"id"}),
            (rows.SHOWN_COLUMNS, ShownValue, {"id"}),
            (rows.FOLLOW_UP_COLUMNS, FollowUp, set()),
        )
        for columns, model, generated in pairs:
            assert set(columns) | generated == set(model._meta.db_fields)  # noqa: SLF001


async def test_a_second_process_is_refused_and_told_of_postgresql(tmp_path: Path) -> None:
    url = f"sqlite://{tmp_path}/one.db"
    async with opened(url):
        with pytest.raises(Misconfigured, match=r"another Hookwright process .* PostgreSQL"):
            async with opened(url):
                pass


@pytest.mark.parametrize("url", ["mysql://localhost/x", "hookwright.db", "sqlite://"])
async def test_an_address_that_is_no_database_is_refused(url: str) -> None:
    with pytest.raises(Misconfigured, match="must be sqlite://"):
        async with opened(url):
            pass


async def test_cancelled_callers_leave_no_half_unit_and_no_lock(tmp_path: Path) -> None:
    dice = random.Random(7)  # noqa: S311  repeatable, not secret

    async def pair(number: int) -> None:
        async def work() -> None:
            await Project.create(id=f"prj_{number}a", name="a", created_ms=number)
            await Project.create(id=f"prj_{number}b", name="b", created_ms=number)

        await atomically(work)

    async with opened(f"sqlite://{tmp_path}/cancel.db"):
        for number in range(200):
            task = asyncio.create_task(pair(number))
            for _ in range(dice.randrange(12)):
                await asyncio.sleep(0)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        await atomically(lambda: Project.create(id="prj_last", name="last", created_ms=0))

        assert await Project.filter(name="a").count() == await Project.filter(name="b").count()
        assert await Project.filter(name="last").count() == 1


async def test_a_failing_unit_leaves_nothing(tmp_path: Path) -> None:
    async def work() -> None:
        await Project.create(id="prj_1", name="a", created_ms=1)
        raise RuntimeError("half-way")

    async with opened(f"sqlite://{tmp_path}/fail.db"):
        with pytest.raises(RuntimeError, match="half-way"):
            await atomically(work)

        assert await Project.all().count() == 0


async def test_a_populated_database_behind_by_a_migration_is_copied_then_moved_on(
    tmp_path: Path,
) -> None:
    path = tmp_path / "old.db"
    async with opened(f"sqlite://{path}"):
        await atomically(lambda: Project.create(id="prj_1", name="Acme", created_ms=1))
    connection = connect(path)
    connection.execute("DELETE FROM tortoise_migrations WHERE name LIKE '0002%'")
    connection.execute("DROP INDEX delivery_unrouted")
    connection.close()

    async with opened(f"sqlite://{path}"):
        assert await Project.all().count() == 1

    with sqlite3.connect(path) as after, sqlite3.connect(f"{path}.before-migration") as before:
        query = "SELECT count(*) FROM sqlite_master WHERE name = 'delivery_unrouted'"
        assert after.execute(query).fetchone() == (1,)
        assert before.execute(query).fetchone() == (0,)
        assert before.execute("SELECT name FROM project").fetchall() == [("Acme",)]
    after.close()
    before.close()


def test_migrations_run_without_foreign_keys_and_the_process_with_them() -> None:
    path = Path("x.db")

    def keys(config: dict[str, object]) -> object:
        return config["connections"]["default"]["credentials"]["foreign_keys"]  # type: ignore[index]

    assert keys(configuration(path)) == "ON"
    assert keys(configuration(path, foreign_keys=False)) == "OFF"
    assert configuration(path)["apps"]["models"]["migrations"] == MIGRATIONS

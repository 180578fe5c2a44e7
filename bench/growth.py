"""Growth: the same listing, tailing, claiming and ingest with few and with many stored deliveries.

`python -m bench.growth [sqlite:///new/file.db | postgres://…/an-empty-database] [many]`: rows are made by SQL, 10,000 and
then so many (5,000,000 when nothing is said); what a tenth of the rounds of each operation stayed under, and the ratio: on a
busy machine medians tell more of its other programs.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.table import Table
from tortoise import connections

from bench import load
from domain import clock, database
from domain.bus import Bus
from domain.deliveries import journal as journals
from domain.deliveries import rows, tail
from domain.deliveries.journal import Journal
from domain.deliveries.record import Address, NewEvent, Record, TriggerVerdict
from domain.identity import Kind, new_id
from domain.models import Delivery, Integration, Project, Trigger, Verdict, Workflow
from domain.reply import Reply
from domain.request import Request
from domain.runs import queue
from domain.runs.lanes import Want
from domain.runs.queue import Queue, Turn
from domain.vault import Vault
from domain.verdict import Outcome

FEW: Final = 10_000
MANY: Final = 5_000_000
TRIGGERS: Final = 100
ROUNDS: Final = 40
_STEP: Final = 500_000

# what each column holds, of row n; {pad} makes 26 digits of a number
_VALUES: Final = {
    "project_id": "'prj_1'",
    "integration_id": "'int_1'",
    "trigger_id": "'trg_' || {trigger}",
    "credential_id": "'crd_1'",
    "workflow_id": "'wfl_1'",
    "delivery_id": "'dlv_' || {pad}",
    "event_id": "'evt_' || {pad}",
    "is_test": "false",
    "is_verified": "true",
    "is_ordered": "false",
    "received_ms": "1700000000000 + n",
    "created_ms": "1700000000000 + n",
    "updated_ms": "1700000000000 + n",
    "due_ms": "1700000000000 + n",
    "method": "'POST'",
    "path": "'/triggers/connect/x'",
    "outcome": "'EVENT'",
    "state": "'SUCCEEDED'",
    "headers": "'[]'",
    "reply_headers": "'[]'",
    "provider_ids": "'[]'",
    "events": "'[]'",
    "fingerprint": "'0'",
    "body_size": "200",
    "reply_status": "200",
    "attempts": "1",
    "tries_from": "0",
    "query_string": "''",
    "explanation": "''",
    "error": "''",
}
_NULL: Final = frozenset(
    {"cause", "duplicate_of", "console", "replay_of", "left_out", "deduplication_key", "status"}
)
_FILLED: Final = (
    (rows.DELIVERY, "dlv"),
    (rows.VERDICT, ""),
    (rows.EVENT, "evt"),
    (rows.RUN, "run"),
)


async def fill(first: int, last: int) -> None:
    """Make rows first to last of deliveries, with verdicts, events and runs that are over."""
    connection = connections.get("default")
    is_sqlite = connection.capabilities.dialect == "sqlite"
    pad = "printf('%026d', {0})" if is_sqlite else "lpad(({0})::text, 26, '0')"
    body = "zeroblob(200)" if is_sqlite else "decode(repeat('00', 200), 'hex')"
    numbers = (
        "WITH RECURSIVE s(n) AS (SELECT {0} UNION ALL SELECT n + 1 FROM s WHERE n < {1})"
        if is_sqlite
        else "WITH s(n) AS (SELECT generate_series({0}::bigint, {1}::bigint))"
    )
    for start in range(first, last + 1, _STEP):
        with_numbers = numbers.format(start, min(last, start + _STEP - 1))
        for table, kind in _FILLED:
            own = {"id": f"'{kind}_' || {{pad}}", "body": body, "reply_body": body}
            values = ", ".join(
                "NULL" if name in _NULL else {**_VALUES, **own}[name] for name in table.columns
            ).format(pad=pad.format("n"), trigger=pad.format(f"n % {TRIGGERS}"))
            names = ", ".join(f'"{name}"' for name in table.columns)
            parts = [f"INSERT INTO {table.name} ({names})", with_numbers]
            if is_sqlite:
                parts.reverse()
            await connection.execute_script(" ".join([*parts, "SELECT", values, "FROM s"]))
    await connection.execute_script("ANALYZE")


async def prepare() -> None:
    """One project, trigger and workflow, to which everything belongs."""
    await Project.create(id="prj_1", name="Bench", created_ms=1)
    integration = await Integration.create(
        id="int_1", project_id="prj_1", name="a", slug="a", authorization="{}", created_ms=1
    )
    trigger = await Trigger.create(
        id="trg_1",
        integration=integration,
        project_id="prj_1",
        status="ACTIVE",
        created_ms=1,
        updated_ms=1,
    )
    await Workflow.create(
        id="wfl_1", trigger=trigger, project_id="prj_1", name="w", endpoint="http://localhost/",
        sealed=b"", is_ordered=False, stopped_reason="",
        created_ms=1,
        updated_ms=1,
    )  # fmt: skip


async def listing() -> None:
    """The first page of a trigger's deliveries, as the API reads it."""
    verdicts = await Verdict.filter(trigger_id=_trigger()).order_by("-seq").limit(21)
    await Delivery.filter(id__in=[each.delivery_id for each in verdicts])


async def tailing() -> None:
    """What a listener reads of a trigger, from a position near the end."""
    start = await tail.look_back(_trigger())
    await tail.read(_trigger(), start)


def _trigger() -> str:
    return f"trg_{TRIGGERS // 2:026}"


def claiming(runs: Queue) -> Callable[[], Awaitable[None]]:
    """Ten runs of a workflow that are due; they are made first."""

    async def claim() -> None:
        found = await runs.take(Turn(clock.now_ms(), 60_000, wants=[Want("wfl_1", 10, False)]))
        assert len(found) == 10, len(found)

    return claim


async def due_runs(first: int, count: int) -> None:
    """Make runs that are due."""
    names = ", ".join(rows.RUN.columns)
    marks = [
        f"('run_9{number:025}', 'prj_1', 'wfl_1', 'trg_1', 'crd_1', 'evt_9{number:025}', 'dlv_1', 'PENDING',"
        " 0, 1, NULL, '', false, 0, 1, 1)"
        for number in range(first, first + count)
    ]
    sql = f"INSERT INTO run ({names}) VALUES {', '.join(marks)}"  # noqa: S608  our own values
    await connections.get("default").execute_script(sql)


def ingest(journal: Journal) -> Callable[[], Awaitable[None]]:
    """A commit of 64 deliveries that came at once."""

    async def write() -> None:
        await asyncio.gather(*(journal.append(_record()) for _ in range(64)))

    return write


def _record() -> Record:
    now = clock.now()
    request = Request(
        method="POST", public_url="", path="/", query_string="", headers=(), body=b"x" * 2_000,
        received_at=now,
    )  # fmt: skip
    event = NewEvent(new_id(Kind.EVENT), "crd_1")
    return Record(
        id=new_id(Kind.DELIVERY),
        address=Address("prj_1", "int_1", None, None, is_test=False),
        request=request,
        outcome=Outcome.EVENT,
        explanation="",
        reply=Reply(),
        received_at=now,
        verdicts=[TriggerVerdict("trg_1", Outcome.EVENT, "", "0" * 32, events=[event])],
    )


async def undisturbed(operation: Callable[[], Awaitable[None]]) -> float:
    """Milliseconds that a tenth of ROUNDS stayed under, after a few to warm up."""
    times: list[float] = []
    for _ in range(ROUNDS + 5):
        started = time.perf_counter()
        await operation()
        times.append((time.perf_counter() - started) * 1_000)
    return sorted(times[5:])[ROUNDS // 10]


async def measure(address: str, many: int) -> dict[str, Sequence[float]]:
    """What each operation takes with few rows and with many."""
    found: dict[str, list[float]] = {}
    async with database.opened(address) as store:
        await prepare()
        async with journals.opened(store, Vault(["k" * 32]), Bus()) as journal:
            runs = queue.opened(store)
            done = 0
            for size in (FEW, many):
                await fill(done + 1, size)
                await due_runs(size, (ROUNDS + 5) * 10)
                operations: dict[str, Any] = {
                    "listing": listing,
                    "tailing": tailing,
                    "claiming 10": claiming(runs),
                    "ingest of 64": ingest(journal),
                }
                for name, operation in operations.items():
                    found.setdefault(name, []).append(await undisturbed(operation))
                done = size
            await runs.close()
    return {name: tuple(values) for name, values in found.items()}


def main() -> None:
    """Run once and print the table."""
    many = int(sys.argv[2]) if len(sys.argv) > 2 else MANY
    with tempfile.TemporaryDirectory(prefix="hookwright-bench-") as folder:
        address = sys.argv[1] if len(sys.argv) > 1 else f"sqlite://{Path(folder) / 'growth.db'}"
        found = load.run(measure(address, many))
    kind = address.partition(":")[0]
    table = Table(f"growth, {kind}", f"{FEW:,} ms", f"{many:,} ms", "ratio", box=None)
    for name, (few, most) in found.items():
        table.add_row(name, f"{few:.2f}", f"{most:.2f}", f"{most / few:.2f}")
    Console().print(table)


if __name__ == "__main__":
    main()

"""What deletion by age costs the traffic beside it.

`python -m bench.pruning [seconds]`: 2 KB deliveries over 8 connections, alone and while tens of thousands that came before
are deleted; the server on core 0, the load on core 1.
"""

import asyncio
import contextlib
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta

from rich.console import Console
from rich.table import Table

from bench import load
from bench.seed import body
from domain import clock
from domain.retention.job import prune
from domain.retention.policy import Kept, Policy


def prune_when_told() -> None:
    """At SIGUSR1, in the server: delete everything that arrived before; then print how many."""
    policy = Policy(dict.fromkeys(Kept, timedelta(0)), 1, 1)
    tasks: set[asyncio.Task[None]] = set()

    async def run() -> None:
        started = clock.now()
        found = await prune(policy, started)
        seconds = (clock.now() - started).total_seconds()
        sys.stdout.write(json.dumps({"deleted": found[Kept.LIVE], "seconds": seconds}) + "\n")
        sys.stdout.flush()

    asyncio.get_running_loop().add_signal_handler(
        signal.SIGUSR1, lambda: tasks.add(asyncio.create_task(run()))
    )


def main() -> None:
    """Measure and print the table."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 6.0
    load.pin(1)
    process, facts = load.start("pruned", 0)
    request = load.request_bytes(facts, body())

    def measured(connections: int, length: float) -> load.Result:
        work = load.closed_loop(
            int(facts["port"]), request, connections=connections, seconds=length
        )
        return load.run(work)

    with _ended(process):
        measured(64, 2 * seconds)
        alone = measured(8, seconds)
        process.send_signal(signal.SIGUSR1)
        beside = measured(8, seconds)
        assert process.stdout is not None
        deleted = json.loads(process.stdout.readline())
    Console().print(_table(alone, beside))
    rate = deleted["deleted"] / deleted["seconds"]
    print(f"{deleted['deleted']:,} deleted in {deleted['seconds']:.1f} s: {rate:,.0f}/s")


@contextlib.contextmanager
def _ended(process: subprocess.Popen[bytes]) -> Iterator[None]:
    try:
        yield
    finally:
        process.terminate()
        process.wait(10)


def _table(alone: load.Result, beside: load.Result) -> Table:
    table = Table("8 connections", "deliveries/s", "p50 ms", "p99 ms", "not 200", box=None)
    for name, found in (("alone", alone), ("while older ones are deleted", beside)):
        table.add_row(
            name,
            f"{found.per_second:,.0f}",
            f"{found.p50:.1f}",
            f"{found.p99:.1f}",
            str(found.others),
        )
    return table


if __name__ == "__main__":
    main()

"""Deliveries a second through the complete path, next to (a) bare ASGI and (b) the minimal application.

`python -m bench.deliveries [rounds] [seconds]`: 2 KB JSON, HMAC-SHA256, 64 connections; servers on core 0, load on
core 1; rounds alternate between the servers; medians.
"""

import statistics
import sys

from rich.console import Console
from rich.table import Table

from bench import load
from bench.seed import body

NAMES = {
    "bare": "(a) bare ASGI: read, answer",
    "minimal": "(b) Starlette: verify, parse, one row",
    "hookwright": "Hookwright, the complete path",
}


def main() -> None:
    """Run the rounds and print the table."""
    rounds, seconds = (int(sys.argv[1]) if len(sys.argv) > 1 else 7), 4.0
    if len(sys.argv) > 2:
        seconds = float(sys.argv[2])
    load.pin(1)
    servers = {name: load.start(name, 0) for name in NAMES}
    results: dict[str, list[load.Result]] = {name: [] for name in NAMES}
    try:
        for number in range(rounds + 1):
            for name, (_, facts) in servers.items():
                request = load.request_bytes(facts, body())
                work = load.closed_loop(
                    int(facts["port"]), request, connections=64, seconds=seconds if number else 1
                )
                result = load.run(work)
                if number:  # the first warms up
                    results[name].append(result)
    finally:
        for process, _ in servers.values():
            process.terminate()
            process.wait(10)
    Console().print(_table(results))


def _table(results: dict[str, list[load.Result]]) -> Table:
    table = Table("", "deliveries/s", "p50 ms", "p99 ms", "not 200", "of (b)", box=None)
    medians = {
        name: statistics.median(each.per_second for each in found)
        for name, found in results.items()
    }
    for name, found in results.items():
        table.add_row(
            NAMES[name],
            f"{medians[name]:,.0f}",
            f"{statistics.median(each.p50 for each in found):.1f}",
            f"{statistics.median(each.p99 for each in found):.1f}",
            str(sum(each.others for each in found)),
            f"{medians[name] / medians['minimal']:.2f}",
        )
    return table


if __name__ == "__main__":
    main()

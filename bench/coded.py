"""A delivery that custom code verifies next to the same by the built-in HMAC, through the complete path.

`python -m bench.coded [rounds] [seconds]`: 2 KB JSON, HMAC-SHA256; each server with everything it starts on core 0, load
on core 1; rounds alternate. One connection tells how long a delivery waits, eight what a core can do.
"""

import statistics
import sys
from typing import Final

from rich.console import Console
from rich.table import Table

from bench import load
from bench.seed import body

NAMES: Final = {"hookwright": "built-in HMAC", "coded": "the same by custom code"}
CONNECTIONS: Final = (1, 8)


def main() -> None:
    """Run the rounds and print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 3.0
    load.pin(1)
    servers = {name: load.start(name, 0) for name in NAMES}
    results: dict[tuple[str, int], list[load.Result]] = {}
    try:
        for number in range(rounds + 1):
            for name, (_, facts) in servers.items():
                request = load.request_bytes(facts, body())
                for connections in CONNECTIONS:
                    work = load.closed_loop(
                        int(facts["port"]), request, connections=connections, seconds=seconds
                    )
                    result = load.run(work)
                    if number:  # the first warms up
                        results.setdefault((name, connections), []).append(result)
    finally:
        for process, _ in servers.values():
            process.terminate()
            process.wait(10)
    Console().print(_table(results))


def _table(results: dict[tuple[str, int], list[load.Result]]) -> Table:
    table = Table("", "connections", "deliveries/s", "p50 ms", "p99 ms", "not 200", box=None)
    for (name, connections), found in results.items():
        table.add_row(
            NAMES[name],
            str(connections),
            f"{statistics.median(each.per_second for each in found):,.0f}",
            f"{statistics.median(each.p50 for each in found):.1f}",
            f"{statistics.median(each.p99 for each in found):.1f}",
            str(sum(each.others for each in found)),
        )
    return table


if __name__ == "__main__":
    main()

"""What is counted of runs, for the metrics."""

from typing import Final

from prometheus_client import Counter, Gauge

ATTEMPTS: Final = Counter(
    "hookwright_run_attempts",
    "Attempts of runs that ended, POSTed or pulled, by the state of the run after them.",
    ["state"],
)
IN_FLIGHT: Final = Gauge("hookwright_runs_in_flight", "Runs that are being POSTed.")
DUE: Final = Gauge("hookwright_runs_due", "Runs for endpoints that are due and wait.")
DEAD: Final = Gauge("hookwright_runs_dead", "Runs that failed for the last time.")
OLDEST: Final = Gauge("hookwright_runs_oldest_due_seconds", "How long the oldest of them is due.")

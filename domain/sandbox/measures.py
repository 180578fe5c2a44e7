"""What the wall counts. No code, request or project is in it."""

from typing import Final

from prometheus_client import Counter, Gauge, Histogram

CALLS: Final = Counter(
    "hookwright_code_calls", "Calls of custom code, by what became of them.", ("kind",)
)
CPU_SECONDS: Final = Counter(
    "hookwright_code_cpu_seconds", "CPU time of the processes that ran custom code."
)
QUEUE_SECONDS: Final = Histogram(
    "hookwright_code_queue_seconds",
    "From the wish for a call of custom code to its turn.",
    buckets=(0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5),
)
SPARES: Final = Gauge("hookwright_code_spares", "Warm processes that wait for a call.")
RESTARTS: Final = Counter(
    "hookwright_code_restarts", "Fork servers that were replaced, by reason.", ("reason",)
)

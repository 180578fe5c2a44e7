"""What judging costs beyond the bare primitive of the same library, in one run on one core.

`python -m bench.verify [rounds]`: medians over rounds that alternate between the two, every delivery
a fresh request; processor time, so that other work on the machine counts little.
"""

import hmac
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Final

from rich.console import Console
from rich.table import Table

from bench import load
from domain import catalog
from domain.request import Request
from domain.signatures import Verifier, compile_verifier, sign

NOW: Final = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
PROVIDERS: Final = ("slack", "stripe", "standard-webhooks", "github")
SIZES: Final = (2_048, 262_144)
SECRET: Final = "whsec_" + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo0NTY3ODk="
KEY: Final = SECRET.encode()
HEADERS: Final = (
    ("host", "hooks.example.com"),
    ("user-agent", "Provider/1.0"),
    ("content-type", "application/json"),
    ("accept", "*/*"),
    ("accept-encoding", "gzip"),
    ("x-forwarded-proto", "https"),
    ("webhook-id", "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W"),
)


def main() -> None:
    """Run the rounds and print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    load.pin(0)
    table = Table("scheme", "body", "bare µs", "judged µs", "beyond µs", "ratio", box=None)
    for size in SIZES:
        for slug in PROVIDERS:
            bare, judged = measure(slug, size, rounds)
            beyond, ratio = judged - bare, judged / bare
            row = (f"{bare:.2f}", f"{judged:.2f}", f"{beyond:.2f}", f"{ratio:.2f}")
            table.add_row(slug, f"{size // 1024} KB", *row)
    Console().print(table)


def measure(slug: str, size: int, rounds: int) -> tuple[float, float]:
    """Median microseconds of a bare HMAC-SHA256 of the body and of judging a genuine delivery."""
    scheme = catalog.provider(slug).schemes[0].scheme
    genuine = sign(scheme, _draft(size), {"secret": [SECRET]}, NOW)
    verify = compile_verifier(scheme, {"secret": [SECRET]})
    count = max(20, 2_000_000 // (size + 2_000))
    bare: list[float] = []
    judged: list[float] = []
    for _ in range(rounds):
        deliveries = [_fresh(genuine) for _ in range(count)]
        bare.append(_timed(lambda one: hmac.digest(KEY, one.body, "sha256"), deliveries))
        judged.append(_timed(_judge(verify), deliveries))
    return statistics.median(bare), statistics.median(judged)


def _judge(verify: Verifier) -> Callable[[Request], object]:
    # the call is what counts: it returns nothing
    return lambda one: verify(one, NOW)


def _timed(work: Callable[[Request], object], deliveries: Sequence[Request]) -> float:
    started = time.process_time()
    for one in deliveries:
        work(one)
    return (time.process_time() - started) / len(deliveries) * 1e6


def _draft(size: int) -> Request:
    body = b'{"id":"evt_1","type":"payment.created","data":"' + b"x" * (size - 60) + b'"}'
    return Request(
        method="POST",
        public_url="https://hooks.example.com",
        path="/triggers/connect/prj_1/int_1",
        query_string="",
        headers=HEADERS,
        body=body,
        received_at=NOW,
    )


def _fresh(one: Request) -> Request:
    return Request(
        method=one.method,
        public_url=one.public_url,
        path=one.path,
        query_string=one.query_string,
        headers=one.headers,
        body=one.body,
        received_at=one.received_at,
    )


if __name__ == "__main__":
    main()

"""From POST to the subscriber's frame: p50 and p99 at 100 events a second, durable commit included.

`python -m bench.live [seconds]`: the server on core 0, sender and listener on core 1, one graphql-transport-ws socket
with 18 fields selected.
"""

import asyncio
import json
import statistics
import sys
import time

import httpx
from rich.console import Console
from rich.table import Table
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from bench import load
from bench.seed import Sample, body

LISTEN = """subscription ($id: ID!) { listenForEvents(triggerId: $id) {
  __typename
  ... on DeliveryReceived { cursor isLookBack delivery {
    id receivedAt isTest method path query { name value } headers { name value }
    body { text size } outcome cause explanation reply { status }
    verdicts { outcome explanation isVerified providerIds } } } } }"""
PER_SECOND = 100


async def measure(facts: dict[str, str], seconds: float) -> list[float]:
    """Milliseconds from each POST to its frame."""
    base = f"127.0.0.1:{facts['port']}"
    sent: dict[int, float] = {}
    times: list[float] = []
    total = int(PER_SECOND * seconds)
    async with (
        connect(f"ws://{base}/graphql", subprotocols=[Subprotocol("graphql-transport-ws")]) as ws,
        httpx.AsyncClient() as http,
    ):
        await _subscribe(ws, facts)
        reader = asyncio.create_task(_read(ws, sent, times, total))
        posts = []
        started = time.perf_counter()
        for number in range(1, total + 1):
            await asyncio.sleep(max(0.0, started + number / PER_SECOND - time.perf_counter()))
            posts.append(asyncio.create_task(_post(http, base, facts["path"], number, sent)))
        await asyncio.gather(*posts)
        await asyncio.wait_for(reader, 10)
    return times


async def _subscribe(ws: ClientConnection, facts: dict[str, str]) -> None:
    token = {"Authorization": f"Bearer {facts['token']}"}
    await ws.send(json.dumps({"type": "connection_init", "payload": token}))
    assert json.loads(await ws.recv())["type"] == "connection_ack"
    payload = {"query": LISTEN, "variables": {"id": facts["trigger"]}}
    await ws.send(json.dumps({"id": "1", "type": "subscribe", "payload": payload}))


async def _post(
    http: httpx.AsyncClient, base: str, path: str, number: int, sent: dict[int, float]
) -> None:
    content = body(number)
    headers = {"x-hub-signature-256": Sample(path, content).signature}
    sent[number] = time.perf_counter()
    response = await http.post(f"http://{base}{path}", content=content, headers=headers)
    assert response.status_code == 200


async def _read(
    ws: ClientConnection, sent: dict[int, float], times: list[float], total: int
) -> None:
    while len(times) < total:
        message = json.loads(await ws.recv())
        now = time.perf_counter()
        assert message["type"] == "next", message
        event = message["payload"]["data"]["listenForEvents"]
        if event["__typename"] == "DeliveryReceived":
            number = json.loads(event["delivery"]["body"]["text"])["number"]
            times.append((now - sent[number]) * 1000)


def main() -> None:
    """Run once and print the table."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    load.pin(1)
    process, facts = load.start("hookwright", 0)
    try:
        times = sorted(load.run(measure(facts, seconds)))
    finally:
        process.terminate()
        process.wait(10)
    table = Table("POST to live frame", "events", "p50 ms", "p99 ms", "most ms", box=None)
    late = times[int(len(times) * 0.99)]
    table.add_row(
        f"{PER_SECOND}/s, one listener",
        str(len(times)),
        f"{statistics.median(times):.1f}",
        f"{late:.1f}",
        f"{times[-1]:.1f}",
    )
    Console().print(table)


if __name__ == "__main__":
    main()

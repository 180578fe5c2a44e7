"""What operators see: one wide line a delivery, and counters; without headers, bodies and secrets."""

from typing import Any

import pytest
import structlog
from prometheus_client.parser import text_string_to_metric_families

from tests.api.world import SECRET, World
from tests.receiver.shop import ACCOUNT, Shop, signature, signed

PLANTED = "planted-in-the-request"


async def counters(hookwright: World) -> dict[tuple[str, ...], float]:
    """Read /metrics: name and label values in the order of their names."""
    text = (await hookwright.http.get(f"{hookwright.url}/metrics")).text
    return {
        (sample.name, *[sample.labels[name] for name in sorted(sample.labels)]): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
        if sample.name.startswith("hookwright_")
    }


async def test_each_delivery_is_one_wide_line(shop: Shop) -> None:
    trigger = await shop.place(level="USER")

    with structlog.testing.capture_logs() as lines:
        sent = await shop.send(f"{trigger.url}?q={PLANTED}", {"x": PLANTED}, secret="guessed")

    # jobs tell of theirs beside it
    (line,) = [each for each in lines if each["event"] == "delivery"]
    assert line.pop("ms") < 1000
    assert line == {
        "event": "delivery",
        "log_level": "info",
        "delivery": sent.row.id,
        "project": shop.project_id,
        "integration": shop.integration_id,
        "trigger": trigger.id,
        "method": "POST",
        "bytes": sent.row.body_size,
        "outcome": "REJECTED",
        "cause": "SIGNATURE_MISMATCH",
        "status": 401,
        "is_test": True,
        "triggers": 1,
    }


async def test_no_line_holds_what_was_sent_or_a_secret(shop: Shop) -> None:
    trigger = await shop.place()
    headers = {**signed(b"{}"), "x-planted": PLANTED, "authorization": f"Bearer {PLANTED}"}
    url = f"{trigger.url}?token={PLANTED}"
    body = f'{{"planted": "{PLANTED}"}}'.encode()

    with structlog.testing.capture_logs() as lines:
        for content in (b"{}", body, b"\xff" + body):
            await shop.send(url, content, headers=headers)
        await shop.editor.http.post(f"{shop.url}/{PLANTED}")

    text = repr(lines)
    assert [each["event"] for each in lines].count("delivery") == 3
    for secret in (PLANTED, SECRET, signature(b"{}"), signature(body)):
        assert secret not in text


async def test_deliveries_are_counted_by_outcome(hookwright: World, shop: Shop) -> None:
    trigger = await shop.live()
    before = await counters(hookwright)

    await shop.send(trigger.url, {"team": ACCOUNT})
    for _ in range(2):
        await shop.send(shop.url, {"team": ACCOUNT}, secret="guessed")
    await shop.send(shop.url, {"team": "nobody"})
    for _ in range(3):
        await hookwright.http.post(f"{shop.url}/x")

    after = await counters(hookwright)
    grown = {key: value - before.get(key, 0) for key, value in after.items()}
    name = "hookwright_deliveries_total"
    expected: dict[tuple[Any, ...], float] = {
        (name, "", "True", "EVENT"): 1,
        (name, "SIGNATURE_MISMATCH", "False", "REJECTED"): 2,
        (name, "", "False", "UNROUTED"): 1,
        ("hookwright_turned_away_total", "unknown address"): 3,
        ("hookwright_delivery_seconds_count",): 4,
    }
    assert {key: grown[key] for key in expected} == expected
    deliveries = sum(value for key, value in grown.items() if key[0] == name)
    assert deliveries == 4


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
async def test_process_says_that_it_can_serve(hookwright: World, path: str) -> None:
    assert (await hookwright.http.get(hookwright.url + path)).status_code == 200

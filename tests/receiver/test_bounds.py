"""Bounds of a request: size of body and headers, time to send it. What is beyond is refused promptly, with a verdict."""

import asyncio
import json
import time

import pytest
from prometheus_client import REGISTRY

from domain.models import Delivery
from domain.verdict import Outcome, RejectionCause
from tests.api.world import SECRET, World
from tests.receiver.shop import ACCOUNT, Placed, Shop, signature
from tests.receiver.wire import RawReply, connected, head, target
from tests.transport.endpoint import until

SETTINGS = {"max_body_bytes": 20_000, "max_header_bytes": 4_000, "body_seconds": 1}
TOO_LARGE = (Outcome.REJECTED, RejectionCause.BODY_TOO_LARGE)


@pytest.fixture
async def trigger(shop: Shop) -> Placed:
    return await shop.place()


async def only(shop: Shop) -> Delivery:
    return await Delivery.get(project_id=shop.project_id)


def body_of(size: int) -> bytes:
    """Build a genuine event's body of a given size."""
    empty = json.dumps({"team": ACCOUNT, "x": ""}).encode()
    return empty.replace(b'""', b'"' + b"x" * (size - len(empty)) + b'"')


async def test_largest_body_is_taken_and_one_byte_more_is_not(shop: Shop, trigger: Placed) -> None:
    taken = await shop.send(trigger.url, body_of(20_000))
    refused = await shop.send(trigger.url, body_of(20_001))

    assert taken.verdict == (200, Outcome.EVENT, None)
    assert taken.row.body_size == 20_000
    assert refused.verdict == (413, *TOO_LARGE)
    assert refused.reply.content == b""
    assert refused.row.explanation == "The body is larger than 20000 bytes."
    assert bytes(refused.row.body) == b""


async def test_announced_size_is_refused_before_the_body_is_sent(
    shop: Shop, trigger: Placed
) -> None:
    headers = [("Content-Length", "99999999999"), ("Expect", "100-continue")]

    async with connected(trigger.url) as raw:
        await raw.send(head("POST", target(trigger.url), headers))
        reply = await raw.receive()

    assert (reply.status, reply.headers["connection"], reply.body) == (413, "close", b"")
    row = await only(shop)
    assert (row.outcome, row.cause) == TOO_LARGE


async def test_body_in_chunks_is_refused_once_it_is_too_large(shop: Shop, trigger: Placed) -> None:
    chunk = b"1000\r\n" + b"x" * 0x1000 + b"\r\n"

    async with connected(trigger.url) as raw:
        await raw.send(head("POST", target(trigger.url), [("Transfer-Encoding", "chunked")]))
        await raw.send(*[chunk] * 6)
        reply = await raw.receive()
        await raw.send(b"0\r\n\r\n")
        assert await raw.is_closed()

    assert (reply.status, reply.body) == (413, b"")
    row = await only(shop)
    assert (row.outcome, row.cause) == TOO_LARGE


async def test_sender_of_a_huge_body_hears_why_and_is_not_reset(
    shop: Shop, trigger: Placed
) -> None:
    for _ in range(5):
        sent = await shop.send(trigger.url, b"x" * 8_000_000, headers={})
        assert sent.verdict == (413, *TOO_LARGE)


async def test_sender_that_never_ends_is_cut_off(shop: Shop, trigger: Placed) -> None:
    started = time.monotonic()

    async with connected(trigger.url) as raw:
        await raw.send(head("POST", target(trigger.url), [("Content-Length", "99999999")]))
        assert (await raw.receive()).status == 413
        assert await raw.is_closed()

    assert time.monotonic() - started < 4
    assert await Delivery.filter(project_id=shop.project_id).count() == 1


async def test_length_that_overflows_every_integer_is_a_bad_request(
    shop: Shop, trigger: Placed
) -> None:
    async with connected(trigger.url) as raw:
        await raw.send(head("POST", target(trigger.url), [("Content-Length", "9" * 100)]))
        assert (await raw.receive()).status == 400

    assert await shop.rows() == []


@pytest.mark.parametrize("start", [b"", b"{", b'{"team": "T1"'])
async def test_body_that_does_not_come_is_408_with_a_verdict(
    shop: Shop, trigger: Placed, start: bytes
) -> None:
    async with connected(trigger.url) as raw:
        await raw.send(head("POST", target(trigger.url), [("Content-Length", "50")]), start)
        reply = await raw.receive()
        assert await raw.is_closed()

    assert (reply.status, reply.body, reply.headers["connection"]) == (408, b"", "close")
    row = await only(shop)
    assert (row.outcome, row.cause) == (Outcome.REJECTED, RejectionCause.BODY_TOO_SLOW)
    assert row.explanation == "The body did not arrive within 1 seconds."


async def test_body_that_drips_is_408_though_every_byte_is_prompt(
    shop: Shop, trigger: Placed
) -> None:
    async with connected(trigger.url) as raw:
        await raw.send(head("POST", target(trigger.url), [("Content-Length", "5000")]))
        replying = asyncio.create_task(raw.receive())
        while not replying.done():
            await raw.send(b"x")
            await asyncio.wait({replying}, timeout=0.05)

    assert (await replying).status == 408
    assert (await only(shop)).cause == RejectionCause.BODY_TOO_SLOW


def disconnected() -> float:
    labels = {"reason": "disconnected"}
    return REGISTRY.get_sample_value("hookwright_turned_away_total", labels) or 0


@pytest.mark.parametrize("framing", [("Content-Length", "500"), ("Transfer-Encoding", "chunked")])
async def test_body_that_breaks_off_leaves_no_row_and_harms_nobody(
    shop: Shop, trigger: Placed, framing: tuple[str, str]
) -> None:
    before = disconnected()
    async with connected(trigger.url) as raw:
        await raw.send(head("POST", target(trigger.url), [framing]), b"5\r\nhello\r\n")
    await until(lambda: disconnected() == before + 1)

    assert await shop.rows() == []
    assert (await shop.send(trigger.url, {"team": ACCOUNT})).row.outcome == Outcome.EVENT


@pytest.mark.parametrize(
    "extra",
    [
        [(f"X-{number}", "v") for number in range(250)],
        [("X-Same", "v")] * 250,
        [("X-Long", "v" * 5_000)],
        [("X-" + "n" * 5_000, "v")],
        [("X-Signature", "0" * 5_000)],
        [("Cookie", "a=b; " * 10_000)],
    ],
)
async def test_too_many_or_too_large_headers_are_413_with_a_verdict(
    shop: Shop, trigger: Placed, extra: list[tuple[str, str]]
) -> None:
    headers = [("Content-Length", "2"), *extra]

    reply = await exchange(trigger.url, head("POST", target(trigger.url), headers) + b"{}")

    assert (reply.status, reply.body) == (413, b"")
    row = await only(shop)
    assert (row.outcome, row.cause) == (Outcome.REJECTED, RejectionCause.HEADERS_TOO_LARGE)
    assert row.headers == "[]"


async def test_query_counts_like_a_header_and_is_not_kept_when_it_is_too_large(
    shop: Shop, trigger: Placed
) -> None:
    sent = await shop.send(f"{trigger.url}?{'q=1&' * 2_000}", {"team": ACCOUNT})

    assert sent.verdict == (413, Outcome.REJECTED, RejectionCause.HEADERS_TOO_LARGE)
    assert sent.row.query_string == ""


async def test_secret_sent_in_clear_is_not_written_down_though_the_size_is_refused(
    shop: Shop,
) -> None:
    token = {"token": {"header": "X-Token", "secret": "{{secrets.SIGNING}}"}}
    trigger = await shop.place(verification=token)

    sent = await shop.send(trigger.url, b"x" * 20_001, headers={"x-token": SECRET})

    assert sent.verdict == (413, *TOO_LARGE)
    assert SECRET not in sent.row.headers


async def test_refused_for_its_size_is_written_down_for_every_trigger_of_the_address(
    shop: Shop, trigger: Placed
) -> None:
    other = await shop.place()

    sent = await shop.send(trigger.url, b"x" * 20_001, headers={"x-signature": signature(b"")})

    for each in (trigger, other):
        assert (await shop.verdict(each, sent.row)).cause == RejectionCause.BODY_TOO_LARGE


async def test_oversized_request_to_an_unknown_address_is_404_without_a_row(
    hookwright: World, shop: Shop
) -> None:
    reply = await hookwright.http.post(f"{shop.url}x", content=b"x" * 100_000)

    assert (reply.status_code, await shop.rows()) == (404, [])


async def exchange(url: str, request: bytes) -> RawReply:
    async with connected(url) as raw:
        await raw.send(request)
        return await raw.receive()

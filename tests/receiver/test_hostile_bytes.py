"""Whatever HTTP can carry gets a prompt answer and one row with the exact bytes; never a 500, never a crash."""

import gzip
import json
import time
from collections.abc import Iterable

import pytest

from domain.models import Delivery
from domain.verdict import Outcome, RejectionCause
from tests.api.world import World
from tests.receiver.shop import ACCOUNT, UNSIGNED, Placed, Shop, signature, signed
from tests.receiver.wire import RawReply, connected, head, target

BODY = json.dumps({"team": ACCOUNT}).encode()
DEEP = b"[" * 100_000 + b"]" * 100_000
SHAPES = [
    b"",
    b"\x00",
    b"\xff",
    b"\xff\xfe{\x00}\x00",
    b"\xef\xbb\xbf{}",
    b"{",
    b"null",
    b'"\\ud800"',
    b'{"team": NaN}',
    b'{"team": Infinity}',
    b'{"team": -1e999}',
    b'{"team": ' + b"9" * 5_000 + b"}",
    b'{"team": 1.' + b"9" * 5_000 + b"}",
    b'{"team": "a", "team": "b"}',
    b'{"team": "\\u0000"}',
    b'{"team": "' + b"t" * 300 + b'"}',
    b'{"team": true, "action": [], "id": {}}',
    b'{"__proto__": {"team": "T1"}}',
    b'{"": "", "ping": null}',
    DEEP,
    b'{"team": ' * 50_000,
    b"\r\n" * 1_000,
    b"0\r\n\r\n",
    bytes(range(256)),
    gzip.compress(BODY, mtime=0),
    b"team=T1&team=T2&" + b"x=1&" * 10_000,
    b"%" * 1_000,
    b"--x\r\n\r\nteam\r\n--x--",
]
TYPES = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
DEMANDING = {
    "filter": {"any": [{"all": [{"path": "event.body.action", "operator": "NOT_EXISTS"}]}]},
    "deduplicationKey": "{{event.body.id}}",
    "handshakes": [
        {
            "name": "Ping",
            "when": [{"path": "event.body.ping", "equals": "pong"}],
            "reply": {"echo": True},
        }
    ],
}


@pytest.fixture
async def trigger(shop: Shop) -> Placed:
    return await shop.place()


async def talk(url: str, *chunks: bytes, replies: int = 1) -> list[RawReply]:
    async with connected(url) as raw:
        await raw.send(*chunks)
        return [await raw.receive() for _ in range(replies)]


async def only(shop: Shop) -> Delivery:
    return await Delivery.get(project_id=shop.project_id)


@pytest.mark.parametrize("content_type", TYPES)
async def test_any_genuine_body_is_verified_over_its_bytes_and_kept(
    shop: Shop, content_type: str
) -> None:
    trigger = await shop.place(**DEMANDING)  # type: ignore[arg-type]

    for body in SHAPES:
        headers = {"x-signature": signature(body), "content-type": content_type}
        started = time.monotonic()
        sent = await shop.send(trigger.url, body, headers=headers)
        assert time.monotonic() - started < 1, body[:20]
        assert sent.reply.status_code == 200, body[:20]
        assert sent.row.outcome in {"EVENT", "UNROUTED", "FILTERED", "DUPLICATE"}, body[:20]
        assert (await shop.verdict(trigger, sent.row)).is_verified, body[:20]
        assert (bytes(sent.row.body), sent.row.body_size) == (body, len(body))


async def test_any_forged_body_is_refused_and_kept(shop: Shop, trigger: Placed) -> None:
    for body in SHAPES:
        sent = await shop.send(trigger.url, body, secret="guessed")
        assert sent.verdict == (401, Outcome.REJECTED, RejectionCause.SIGNATURE_MISMATCH)
        assert bytes(sent.row.body) == body


@pytest.mark.parametrize(
    "values",
    [
        ["é"],
        ["\xff" * 64],
        ["0" * 64, "1" * 64],
        ["," * 200],
        ["=" * 200],
        ["sha256="],
        ["0" * 63],
        ["0" * 65],
        ["\u0660".encode().decode("latin-1") * 32],
        ["\t"],
        ["a" * 60_000],
    ],
    ids=lambda values: repr(values[0][:10]),
)
async def test_any_signature_that_is_not_the_signature_is_refused(
    shop: Shop, trigger: Placed, values: list[str]
) -> None:
    headers = [("X-Signature", value) for value in values]

    request = head("POST", target(trigger.url), [*headers, ("Content-Length", str(len(BODY)))])
    (reply,) = await talk(trigger.url, request + BODY)

    assert (reply.status, reply.body) == (401, b"")
    row = await only(shop)
    kept = [value for name, value in json.loads(row.headers) if name == "x-signature"]
    assert kept == [value.strip(" \t") for value in values]


async def test_header_values_that_are_not_ascii_are_kept_byte_for_byte(
    shop: Shop, trigger: Placed
) -> None:
    values = [
        bytes(range(0x80, 0x100)).decode("latin-1"),
        "ключ".encode().decode("latin-1"),
        "\xa0",
    ]
    headers = [("X-Signature", signature(BODY)), *[("X-Odd", value) for value in values]]

    request = head("POST", target(trigger.url), [*headers, ("Content-Length", str(len(BODY)))])
    (reply,) = await talk(trigger.url, request + BODY)

    assert reply.status == 200
    row = await only(shop)
    assert [value for name, value in json.loads(row.headers) if name == "x-odd"] == values


@pytest.mark.parametrize(
    "query",
    [
        "&".join(f"f{number}=1" for number in range(3_000)),
        "a" * 60_000,
        "&" * 10_000,
        "%",
        "%ff%fe%00",
        "id=%00&id=&=&==",
        "a;b;c",
        "'\"<>`{}|\\^",
    ],
    ids=lambda query: query[:10],
)
async def test_any_query_is_kept_as_it_was_sent(shop: Shop, query: str) -> None:
    trigger = await shop.place(routing=["event.query.team", "event.body.team"])
    path = f"{target(trigger.url)}?{query}"
    headers = [("X-Signature", signature(BODY)), ("Content-Length", str(len(BODY)))]

    (reply,) = await talk(trigger.url, head("POST", path, headers) + BODY)

    assert reply.status == 200
    row = await only(shop)
    assert row.query_string == query
    assert row.outcome in {Outcome.EVENT, Outcome.UNROUTED}


async def test_gzipped_body_is_verified_and_kept_as_it_was_sent(
    shop: Shop, trigger: Placed
) -> None:
    body = gzip.compress(BODY, mtime=0)

    sent = await shop.send(trigger.url, body, headers={**signed(body), "content-encoding": "gzip"})

    assert (sent.reply.status_code, bytes(sent.row.body)) == (200, body)


async def test_target_with_a_host_is_the_same_address(shop: Shop, trigger: Placed) -> None:
    headers = [("X-Signature", signature(BODY)), ("Content-Length", str(len(BODY)))]

    url = f"http://evil.example.com{target(trigger.url)}?a=1"
    (reply,) = await talk(trigger.url, head("POST", url, headers) + BODY)

    assert reply.status == 200
    row = await only(shop)
    assert (row.path, row.query_string) == (target(trigger.url), "a=1")


def strange(trigger: Placed) -> Iterable[bytes]:
    path = target(trigger.url)
    length = [("Content-Length", "2")]
    yield head("post", path, length) + b"{}"
    yield head("MADEUP", path, length) + b"{}"
    yield head("POST", path, [*length, ("Content-Length", "3")]) + b"{}"
    yield head("POST", path, [*length, ("Transfer-Encoding", "chunked")]) + b"0\r\n\r\n"
    yield head("POST", path, [("Content-Length", "-1")]) + b"{}"
    yield head("POST", path, [("Content-Length", "2, 2")]) + b"{}"
    yield head("POST", path, [("Transfer-Encoding", "chunked")]) + b"zz\r\n"
    yield head("POST", path, [("X-Nul", "a\x00b")]) + b""
    yield head("POST", path.replace("/test", "/té st")) + b""
    yield head("POST", f"{path}?é") + b""
    yield head("CONNECT", "hooks.example.com:443")
    yield head("POST", "http://") + b""
    yield b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 50
    yield b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
    yield b"GET\r\n\r\n"


@pytest.mark.parametrize("number", range(15))
async def test_what_is_not_http_is_400_and_leaves_no_row(
    shop: Shop, trigger: Placed, number: int
) -> None:
    request = list(strange(trigger))[number]

    (reply,) = await talk(trigger.url, request)

    assert reply.status == 400
    assert await shop.rows() == []
    assert (await shop.send(trigger.url, BODY)).row.outcome == Outcome.EVENT


async def test_head_and_options_are_answered_without_a_body(shop: Shop) -> None:
    trigger = await shop.place(verification=UNSIGNED, response={"echoBody": True})
    length = [("Content-Length", str(len(BODY)))]

    async with connected(trigger.url) as raw:
        await raw.send(head("HEAD", target(trigger.url), length) + BODY)
        first = await raw.receive(has_body=False)
        await raw.send(head("OPTIONS", target(trigger.url), length) + BODY)
        second = await raw.receive()

    assert (first.status, first.headers["content-length"]) == (200, str(len(BODY)))
    assert (second.status, second.body) == (200, BODY)


async def test_expectation_is_met_before_the_body_is_sent(shop: Shop, trigger: Placed) -> None:
    headers = [("X-Signature", signature(BODY)), ("Content-Length", str(len(BODY)))]

    async with connected(trigger.url) as raw:
        await raw.send(head("POST", target(trigger.url), [*headers, ("Expect", "100-continue")]))
        assert (await raw.receive()).status == 100
        await raw.send(BODY)
        assert (await raw.receive()).status == 200

    assert bytes((await only(shop)).body) == BODY


async def test_chunks_are_joined_and_trailers_do_not_end_up_in_the_body(
    shop: Shop, trigger: Placed
) -> None:
    headers = [("X-Signature", signature(BODY)), ("Transfer-Encoding", "chunked")]
    chunks = [b"%x;ext=1\r\n%c\r\n" % (1, byte) for byte in BODY]

    (reply,) = await talk(
        trigger.url, head("POST", target(trigger.url), headers), *chunks, b"0\r\nX-T: 1\r\n\r\n"
    )

    assert reply.status == 200
    assert bytes((await only(shop)).body) == BODY


async def test_pipelined_requests_are_answered_in_order_each_with_its_row(
    shop: Shop, trigger: Placed
) -> None:
    bodies = [json.dumps({"team": ACCOUNT, "n": number}).encode() for number in range(20)]
    requests = [
        head(
            "POST",
            target(trigger.url),
            [
                ("X-Signature", signature(body if number % 2 else b"")),
                ("Content-Length", str(len(body))),
            ],
        )
        + body
        for number, body in enumerate(bodies)
    ]

    replies = await talk(trigger.url, b"".join(requests), replies=20)

    assert [reply.status for reply in replies] == [401, 200] * 10
    rows = await Delivery.filter(project_id=shop.project_id).order_by("id")
    assert sorted(bytes(row.body) for row in rows) == sorted(bodies)


async def test_old_http_is_answered_and_the_connection_closed(trigger: Placed) -> None:
    headers = [("X-Signature", signature(BODY)), ("Content-Length", str(len(BODY)))]

    async with connected(trigger.url) as raw:
        await raw.send(head("POST", target(trigger.url), headers, version="1.0") + BODY)
        assert (await raw.receive()).status == 200
        assert await raw.is_closed()


async def test_many_ids_in_one_payload_are_looked_up_in_one_go(shop: Shop) -> None:
    triggers = [await shop.place(routing=["event.body.teams[*]"]) for _ in range(40)]
    teams = [f"nobody-{number}" for number in range(999)]

    sent = await shop.send(triggers[0].url, {"teams": [*teams, ACCOUNT]})

    assert sent.verdict == (200, Outcome.EVENT, None)
    assert await shop.events(triggers[-1]) == [(sent.row.id, shop.sandbox)]


async def test_headers_of_proxies_steer_nothing(
    hookwright: World, shop: Shop, trigger: Placed
) -> None:
    sent = await shop.send(
        trigger.url,
        BODY,
        headers={
            **signed(BODY),
            "host": "evil.example.com",
            "x-forwarded-host": "evil.example.com",
            "x-http-method-override": "DELETE",
            "x-original-url": "/",
        },
    )

    assert sent.verdict == (200, Outcome.EVENT, None)
    assert sent.row.method == "POST"
    assert (await hookwright.http.get(f"{hookwright.url}/healthz")).status_code == 200

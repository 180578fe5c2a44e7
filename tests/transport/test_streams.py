"""Server-Sent Events and multipart: framing, refusals, heartbeats, back-pressure and endings."""

import asyncio
import json
from collections.abc import AsyncGenerator, Mapping
from dataclasses import replace
from typing import Any

import pytest
from structlog.testing import capture_logs

from api.transport import accept
from api.transport.streams import (
    MULTIPART,
    SERVER_SENT_EVENTS,
    EventStream,
    stream_format,
)

from . import sample
from .endpoint import RESPONSE_JSON, Endpoint, until
from .sample import ENDED

SSE = "text/event-stream"
MULTI = "multipart/mixed;boundary=graphql;subscriptionSpec=1.0,application/json"
COUNT = "subscription { count(to: 2) { number } }"
ACCEPTS = {
    SSE: SERVER_SENT_EVENTS,
    "text/event-stream, multipart/mixed": SERVER_SENT_EVENTS,
    "text/event-stream, */*": SERVER_SENT_EVENTS,
    "*/*, text/event-stream": SERVER_SENT_EVENTS,
    "text/event-stream, application/json": SERVER_SENT_EVENTS,
    f"{RESPONSE_JSON};q=0.5, Text/Event-Stream": SERVER_SENT_EVENTS,
    MULTI: MULTIPART,
    'multipart/mixed;boundary="graphql";subscriptionSpec="1.0", application/json': MULTIPART,
    "multipart/mixed;subscriptionSpec=1.0": MULTIPART,
    f"{RESPONSE_JSON}, application/graphql+json, application/json, text/event-stream, multipart/mixed": None,
    "application/json, text/event-stream": None,
    "text/event-stream;q=0.1, application/json;q=0.2": None,
    "text/event-stream;q=0": None,
    "multipart/mixed": None,
    'multipart/mixed;deferSpec=20220824,"application/json': None,
    "multipart/mixed;boundary=other;subscriptionSpec=1.0": None,
    "multipart/mixed;subscriptionSpec=2.0": None,
    "text/*": None,
    "*/*": None,
    "": None,
}


@pytest.mark.parametrize(("header", "expected"), ACCEPTS.items())
def test_stream_is_chosen_only_where_it_is_preferred(header: str, expected: object) -> None:
    assert stream_format(accept.ranges(header)) is expected


async def test_events_are_framed_with_line_feeds_and_end_with_complete(endpoint: Endpoint) -> None:
    response = await endpoint.post(COUNT, SSE)

    assert response.status_code == 200
    assert response.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert response.headers["cache-control"] == "no-cache, no-transform"
    assert response.headers["x-accel-buffering"] == "no"
    assert response.text == (
        ":\n\n"
        'event: next\ndata: {"data":{"count":{"number":0}}}\n\n'
        'event: next\ndata: {"data":{"count":{"number":1}}}\n\n'
        "event: complete\ndata:\n\n"
    )


async def test_events_carry_queries_and_get_subscriptions(endpoint: Endpoint) -> None:
    query = await endpoint.post("{ echo }", SSE)
    params = {"query": COUNT}
    got = await endpoint.http.get(endpoint.url, params=params, headers={"accept": SSE})

    assert 'data: {"data":{"echo":"hello"}}' in query.text
    assert got.text.count("event: next") == 2


@pytest.mark.parametrize(
    "query", ["{", "subscription { nothing }", "subscription { refuse(reason: BUG) }"]
)
async def test_graphql_error_is_one_next_without_data_and_complete(
    endpoint: Endpoint, query: str
) -> None:
    with capture_logs():
        response = await endpoint.post(query, SSE)

    events = response.text.removeprefix(":\n\n").split("\n\n")
    assert response.status_code == 200
    assert events[1:] == ["event: complete\ndata:", ""]
    assert set(json.loads(events[0].split("data: ")[1])) == {"errors"}
    assert sample.SECRET not in response.text


@pytest.mark.parametrize("header", [SSE, MULTI])
async def test_malformed_request_is_json_before_any_stream_opens(
    endpoint: Endpoint, header: str
) -> None:
    for content in (b"{", b"{}", b"[]"):
        response = await endpoint.http.post(
            endpoint.url,
            content=content,
            headers={"accept": header, "content-type": "application/json"},
        )

        assert response.status_code == 400
        assert response.headers["content-type"] == "application/json; charset=utf-8"


async def test_parts_are_framed_by_the_boundary(endpoint: Endpoint) -> None:
    response = await endpoint.post(COUNT, MULTI)

    part = "\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"
    assert response.headers["content-type"].startswith(
        "multipart/mixed;boundary=graphql;subscriptionSpec=1.0"
    )
    assert response.text == (
        f'--graphql{part}{{"payload":{{"data":{{"count":{{"number":0}}}}}}}}\r\n'
        f'--graphql{part}{{"payload":{{"data":{{"count":{{"number":1}}}}}}}}\r\n'
        "--graphql--\r\n"
    )


async def test_query_that_accepts_multipart_is_answered_as_json(endpoint: Endpoint) -> None:
    response = await endpoint.post("{ echo }", MULTI)

    assert response.json() == {"data": {"echo": "hello"}}


async def test_stream_opens_before_its_first_event(endpoint: Endpoint) -> None:
    body = {"query": "subscription { stubborn }"}
    async with (
        asyncio.timeout(5),
        endpoint.http.stream("POST", endpoint.url, json=body, headers={"accept": SSE}) as response,
    ):
        assert response.status_code == 200


@pytest.mark.parametrize("header", [SSE, MULTI])
async def test_client_that_leaves_ends_the_generator(endpoint: Endpoint, header: str) -> None:
    with capture_logs() as logs:
        for name in ("silence", "stubborn"):
            body = {"query": f"subscription {{ {name} }}"}
            headers = {"accept": header}
            async with endpoint.http.stream(
                "POST", endpoint.url, json=body, headers=headers
            ) as response:
                async for line in response.aiter_lines():
                    if "listening" in line:
                        break
        await until(lambda: len(ENDED) == 2)

    assert sorted(ENDED) == ["silence", "stubborn"]
    assert logs == []


async def test_reader_that_stalls_stops_the_generator(endpoint: Endpoint) -> None:
    body = {"query": "subscription { flood }"}
    before = sample.FLOODED
    async with endpoint.http.stream(
        "POST", endpoint.url, json=body, headers={"accept": SSE}
    ) as response:
        lines = response.aiter_lines()
        await anext(lines)
        last = -1
        while last != sample.FLOODED:
            last = sample.FLOODED
            await asyncio.sleep(0.2)

    assert sample.FLOODED - before < 4_000  # forty megabytes: what the two kernels' buffers hold


async def payloads(*steps: Any) -> AsyncGenerator[Mapping[str, Any], None]:
    """Yield payloads; wait for events; raise exceptions."""
    for step in steps:
        if isinstance(step, asyncio.Event):
            await step.wait()
        elif isinstance(step, Exception):
            raise step
        else:
            yield step


async def streamed(
    *steps: Any, closing: asyncio.Event | None = None, form: Any = None
) -> list[str]:
    """Collect the chunks of a stream."""
    form = form or SERVER_SENT_EVENTS
    response = EventStream(
        payloads(*steps), form, closing or asyncio.Event(), {"x-request-id": "req_1"}
    )
    return [str(chunk) async for chunk in response.body_iterator]


@pytest.mark.parametrize(
    ("form", "heartbeat"),
    [
        (SERVER_SENT_EVENTS, ":\n\n"),
        (
            MULTIPART,
            "\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{}\r\n--graphql",
        ),
    ],
)
async def test_silence_is_broken_by_heartbeats(form: Any, heartbeat: str) -> None:
    until = asyncio.Event()
    asyncio.get_running_loop().call_later(0.05, until.set)

    _, *beats, ending = await streamed(until, form=replace(form, heartbeat_seconds=0.01))

    assert set(beats) == {heartbeat}
    assert len(beats) in range(2, 6)
    assert ending == form.ending


async def test_generator_that_fails_cuts_the_stream_and_is_logged() -> None:
    with capture_logs() as logs:
        chunks = await streamed({"data": 1}, RuntimeError(sample.SECRET))

    assert chunks[-1] == 'event: next\ndata: {"data":1}\n\n'
    assert [(log["event"], log["request_id"]) for log in logs] == [
        ("graphql.unexpected_error", "req_1")
    ]


async def test_closing_cuts_a_stream_that_does_not_end_by_itself() -> None:
    closing = asyncio.Event()
    closing.set()

    chunks = await streamed({"data": 1}, asyncio.Event(), closing=closing)

    assert chunks == [":\n\n", 'event: next\ndata: {"data":1}\n\n']

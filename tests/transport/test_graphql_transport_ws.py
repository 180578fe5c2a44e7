"""graphql-transport-ws: every frame, every close code, and operations that fail alone."""

import json
from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs
from websockets.exceptions import InvalidStatus

from api.transport.frames import frame_problem

from .endpoint import Endpoint, serving, until
from .sample import ENDED, sample_view

SUBSCRIBE = {"id": "1", "type": "subscribe"}
MALFORMED: dict[str, Any] = {
    "binary": b'{"type": "ping"}',
    "not JSON": "{",
    "empty": "",
    "null": None,
    "list": [],
    "number": 1,
    "text": '"x"',
    "NaN": '{"type": "ping", "payload": {"a": NaN}}',
    "long integer": "1" * 5_000,
    "deep": "[" * 100_000,
    "no type": {},
    "null type": {"type": None},
    "list type": {"type": []},
    "unknown type": {"type": "connection_ack"},
    "long type": {"type": "é" * 200},
    "ping payload": {"type": "ping", "payload": []},
    "pong payload": {"type": "pong", "payload": "x"},
    "init payload": {"type": "connection_init", "payload": "x"},
    "no id": {"type": "subscribe", "payload": {"query": "{ echo }"}},
    "number id": {"id": 1, "type": "subscribe", "payload": {"query": "{ echo }"}},
    "empty id": {"id": "", "type": "subscribe", "payload": {"query": "{ echo }"}},
    "list id": {"id": [], "type": "subscribe", "payload": {"query": "{ echo }"}},
    "no payload": SUBSCRIBE,
    "null payload": {**SUBSCRIBE, "payload": None},
    "no query": {**SUBSCRIBE, "payload": {}},
    "number query": {**SUBSCRIBE, "payload": {"query": 1}},
    "list variables": {**SUBSCRIBE, "payload": {"query": "{ echo }", "variables": []}},
    "text extensions": {**SUBSCRIBE, "payload": {"query": "{ echo }", "extensions": "x"}},
    "number name": {**SUBSCRIBE, "payload": {"query": "{ echo }", "operationName": 1}},
    "complete without id": {"type": "complete"},
    "complete with number id": {"id": 1, "type": "complete"},
}


@pytest.mark.parametrize("frame", MALFORMED.values(), ids=MALFORMED.keys())
async def test_malformed_frame_closes_with_4400_and_a_short_fixed_reason(
    endpoint: Endpoint, frame: Any
) -> None:
    async with endpoint.ready() as wire:
        with capture_logs() as logs:
            await wire.send(frame)
            code, reason = await wire.closed()

    assert code == 4400
    assert 0 < len(reason.encode()) <= 123
    assert "é" not in reason
    assert logs == []


def test_well_formed_frames_have_no_problem() -> None:
    for frame in (
        {"type": "connection_init", "payload": None},
        {"type": "ping"},
        {"type": "pong", "payload": {"a": 1}},
        {"id": "x", "type": "complete"},
        {**SUBSCRIBE, "payload": {"query": "", "variables": None, "operationName": None}},
    ):
        assert frame_problem(frame) is None


async def test_foreign_origin_is_403(endpoint: Endpoint) -> None:
    with pytest.raises(InvalidStatus) as refusal:
        async with endpoint.socket(origin="https://evil.example"):
            pass

    assert refusal.value.response.status_code == 403


async def test_own_and_allowed_origins_may_connect() -> None:
    async with serving(sample_view(allowed_origins=["https://app.example"])) as endpoint:
        for origin in ("https://app.example", f"http://127.0.0.1:{endpoint.port}"):
            async with endpoint.socket(origin=origin) as wire:
                await wire.send({"type": "ping"})
                assert await wire.receive() == {"type": "pong"}


@pytest.mark.parametrize("protocol", [None, "graphql-ws", "chat"])
async def test_other_subprotocol_closes_with_4406(endpoint: Endpoint, protocol: str | None) -> None:
    async with endpoint.socket(protocol) as wire:
        assert (await wire.closed())[0] == 4406


@pytest.mark.parametrize("payload", [None, {}, {"anything": 1}])
async def test_init_is_acknowledged_whatever_the_payload(
    endpoint: Endpoint, payload: object
) -> None:
    async with endpoint.socket() as wire:
        await wire.send({"type": "connection_init", "payload": payload})

        assert await wire.receive() == {"type": "connection_ack"}


async def test_late_init_closes_with_4408() -> None:
    view = sample_view(init_timeout=timedelta(milliseconds=20))
    async with serving(view) as endpoint, endpoint.socket() as wire:
        assert (await wire.closed())[0] == 4408


async def test_second_init_closes_with_4429(endpoint: Endpoint) -> None:
    async with endpoint.ready() as wire:
        await wire.send({"type": "connection_init"})

        assert (await wire.closed())[0] == 4429


async def test_subscribe_before_the_acknowledgement_closes_with_4401(endpoint: Endpoint) -> None:
    async with endpoint.socket() as wire:
        await wire.subscribe("1", "{ echo }")

        assert (await wire.closed())[0] == 4401


async def test_ping_is_answered_before_and_after_the_acknowledgement(endpoint: Endpoint) -> None:
    async with endpoint.socket() as wire:
        for _ in range(2):
            await wire.send({"type": "ping", "payload": {"at": 1}})
            assert await wire.receive() == {"type": "pong"}
            await wire.send({"type": "pong"})
        await wire.send({"type": "connection_init"})
        await wire.receive()
        await wire.send({"type": "ping"})
        assert await wire.receive() == {"type": "pong"}


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ({"authorization": "Basic x"}, 4403),
        ({"Authorization": "Bearer forbidden"}, 4403),
        ({"authorization": 5}, 4403),
        ({"authorization": "Bearer busy"}, 1013),
        ({"authorization": "Bearer bug"}, 4500),
    ],
)
async def test_refused_caller_is_closed_with_the_code_of_why(
    endpoint: Endpoint, payload: dict[str, object], code: int
) -> None:
    async with endpoint.socket() as wire:
        with capture_logs() as logs:
            await wire.send({"type": "connection_init", "payload": payload})
            assert (await wire.closed())[0] == code

    assert len(logs) == (1 if code == 4500 else 0)


@pytest.mark.parametrize("name", ["authorization", "Authorization"])
async def test_identity_comes_from_the_parameters(endpoint: Endpoint, name: str) -> None:
    async with endpoint.ready(**{name: "Bearer ada"}) as wire:
        await wire.subscribe("1", "{ caller }")

        assert (await wire.receive())["payload"] == {"data": {"caller": "ada"}}


async def test_identity_comes_from_the_handshake_unless_the_parameters_say_other(
    endpoint: Endpoint,
) -> None:
    header = {"Authorization": "Bearer ada"}
    for payload, caller in (({}, "ada"), ({"Authorization": "Bearer bob"}, "bob")):
        async with endpoint.socket(additional_headers=header) as wire:
            await wire.send({"type": "connection_init", "payload": payload})
            await wire.receive()
            await wire.subscribe("1", "{ caller }")

            assert (await wire.receive())["payload"] == {"data": {"caller": caller}}


async def test_query_and_mutation_are_one_next_and_complete(endpoint: Endpoint) -> None:
    async with endpoint.ready() as wire:
        for query, data in (("{ echo }", {"echo": "hello"}), ("mutation { change }", None)):
            await wire.subscribe("1", query)
            expected = data or {"change": "changed"}
            assert await wire.receive() == {
                "id": "1",
                "type": "next",
                "payload": {"data": expected},
            }
            assert await wire.receive() == {"id": "1", "type": "complete"}


async def test_id_in_use_closes_with_4409_whatever_its_length(endpoint: Endpoint) -> None:
    async with endpoint.ready() as wire:
        for _ in range(2):
            await wire.subscribe("é" * 500, "subscription { silence }")

        assert await wire.closed() == (4409, "Subscriber already exists")


async def test_id_is_free_again_after_complete_and_after_error(endpoint: Endpoint) -> None:
    async with endpoint.ready() as wire:
        for query, kinds in (("{ echo }", ["next", "complete"]), ("{", ["error"])) * 2:
            await wire.subscribe("1", query)
            assert [(await wire.receive())["type"] for _ in kinds] == kinds


REQUEST_ERRORS: dict[str, dict[str, Any]] = {
    "syntax": {"query": "{"},
    "empty": {"query": ""},
    "validation": {"query": "{ nothing }"},
    "coercion": {"query": "query($v: Int!) { integer(value: $v) }", "variables": {"v": "x"}},
    "subscription coercion": {"query": "subscription($v: Int!) { count(to: $v) { number } }"},
    "unknown operation": {"query": "query A { echo }", "operationName": "B"},
    "missing operation name": {"query": "query A { echo } query B { echo }"},
    "no operation": {"query": "fragment F on Query { echo }"},
}


@pytest.mark.parametrize("payload", REQUEST_ERRORS.values(), ids=REQUEST_ERRORS.keys())
async def test_request_error_is_an_error_message_and_the_socket_lives_on(
    endpoint: Endpoint, payload: dict[str, Any]
) -> None:
    async with endpoint.ready() as wire:
        await wire.subscribe("other", "subscription { silence }")
        await wire.receive()
        await wire.send({**SUBSCRIBE, "payload": payload})
        frame = await wire.receive()

        assert (frame["id"], frame["type"]) == ("1", "error")
        assert {error["extensions"]["code"] for error in frame["payload"]} == {"BAD_USER_INPUT"}
        assert ENDED == []
        assert await wire.alive()


async def test_complete_cancels_and_nothing_more_is_sent(endpoint: Endpoint) -> None:
    async with endpoint.ready() as wire:
        await wire.subscribe("1", "subscription { silence }")
        await wire.receive()
        await wire.send({"id": "1", "type": "complete"})

        assert await wire.alive()
        assert ENDED == ["silence"]


async def test_complete_cancels_a_query(endpoint: Endpoint) -> None:
    async with endpoint.ready() as wire:
        await wire.subscribe("1", "{ wait }")
        await wire.send({"type": "ping"})
        await wire.receive()
        await wire.send({"id": "1", "type": "complete"})

        assert await wire.alive()
        assert len(ENDED) == 1


async def test_complete_of_an_unknown_id_is_ignored(endpoint: Endpoint) -> None:
    async with endpoint.ready() as wire:
        await wire.send({"id": "nobody", "type": "complete"})

        assert await wire.alive()


async def test_abrupt_disconnect_ends_every_generator(endpoint: Endpoint) -> None:
    with capture_logs() as logs:
        async with endpoint.ready() as wire:
            for number in range(10):
                await wire.subscribe(str(number), "subscription { silence }")
                await wire.receive()
            await wire.subscribe("flood", "subscription { flood }")
            await wire.receive()
            wire.connection.transport.abort()
        await until(lambda: len(ENDED) == 10)

    assert ENDED == ["silence"] * 10
    assert logs == []


async def test_operation_over_the_cap_of_a_connection_is_refused_alone() -> None:
    async with serving(sample_view(max_operations=2)) as endpoint, endpoint.ready() as wire:
        for number in range(3):
            await wire.subscribe(str(number), "subscription { silence }")
        frames = {(frame := await wire.receive())["id"]: frame for _ in range(3)}

        assert [frames[str(number)]["type"] for number in range(3)] == ["next", "next", "error"]
        assert frames["2"]["payload"][0]["extensions"]["code"] == "RATE_LIMITED"
        await wire.send({"id": "0", "type": "complete"})
        assert await wire.alive()


async def test_frame_over_a_mebibyte_closes_with_1009(endpoint: Endpoint) -> None:
    async with endpoint.ready() as wire:
        await wire.send("x" * ((1 << 20) + 1))

        assert (await wire.closed())[0] == 1009


async def test_frame_of_the_bound_is_answered(endpoint: Endpoint) -> None:
    async with endpoint.ready() as wire:
        frame = json.dumps({"type": "ping"})
        await wire.send(frame + " " * ((1 << 20) - len(frame)))

        assert await wire.receive() == {"type": "pong"}


async def test_frames_are_not_compressed(endpoint: Endpoint) -> None:
    async with endpoint.socket() as wire:
        response = wire.connection.response
        assert response is not None
        assert "Sec-WebSocket-Extensions" not in response.headers


async def test_shutdown_lets_streams_end_and_closes_with_1012() -> None:
    async with serving(sample_view()) as endpoint, endpoint.ready() as wire:
        await wire.subscribe("1", "subscription { silence }")
        await wire.subscribe("2", "subscription { stubborn }")
        opened = [await wire.receive(), await wire.receive()]
        endpoint.server.should_exit = True
        frames = [await wire.receive(), await wire.receive()]
        code, _ = await wire.closed()

    assert {frame["payload"]["data"].popitem()[1] for frame in opened} == {"listening"}
    assert [frame["id"] for frame in frames] == ["1", "1"]
    assert frames[0]["payload"] == {"data": {"silence": "closing"}}
    assert frames[1]["type"] == "complete"
    assert code == 1012
    assert sorted(ENDED) == ["silence", "stubborn"]


async def test_each_operation_of_a_socket_has_its_own_request_id(endpoint: Endpoint) -> None:
    async with endpoint.ready() as wire:
        ids = set()
        for number in ("1", "2"):
            await wire.subscribe(number, "{ requestId }")
            ids.add((await wire.receive())["payload"]["data"]["requestId"])
            await wire.receive()

    assert len(ids) == 2

"""Top-level errors: what a client reads of each kind, on HTTP and in streams, and what is logged."""

from typing import Any

import pytest
from structlog.testing import capture_logs

from .endpoint import RESPONSE_JSON, Endpoint
from .sample import SECRET

CODES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "UNAUTHENTICATED": ("UNAUTHENTICATED", "no token", {}),
    "FORBIDDEN": ("FORBIDDEN", "not yours", {}),
    "NOT_FOUND": ("NOT_FOUND", "no such thing", {}),
    "BUSY": ("RATE_LIMITED", "too much", {"retryAfter": 2.0}),
    "DELIBERATE": ("SPECIAL", "on purpose", {}),
    "INVALID": (
        "BAD_USER_INPUT",
        "a name is required",
        {"problems": [{"code": "REQUIRED", "message": "a name is required", "path": ["name"]}]},
    ),
}


@pytest.mark.parametrize("reason", CODES)
async def test_domain_error_keeps_its_words_and_gets_its_code(
    endpoint: Endpoint, reason: str
) -> None:
    code, message, details = CODES[reason]
    with capture_logs() as logs:
        error = await endpoint.error(f"{{ fail(reason: {reason}) }}")

    assert error == {
        "message": message,
        "locations": [{"line": 1, "column": 3}],
        "path": ["fail"],
        "extensions": {"code": code, **details},
    }
    assert logs == []


async def test_bug_is_masked_and_logged_once_without_variables(endpoint: Endpoint) -> None:
    query = "query Q($t: String!) { echo(text: $t) fail(reason: BUG) }"
    with capture_logs() as logs:
        response = await endpoint.post(query, variables={"t": "private"})

    (error,) = response.json()["errors"]
    request_id = response.headers["x-request-id"]
    assert error["path"] == ["fail"]
    assert error["message"] == "Something went wrong on our side."
    assert error["extensions"] == {"code": "INTERNAL", "requestId": request_id}
    assert SECRET not in response.text
    (log,) = logs
    assert (log["event"], log["request_id"], log["operation"], log["path"]) == (
        "graphql.unexpected_error",
        request_id,
        "Q",
        ["fail"],
    )
    assert str(log["exc_info"]) == SECRET
    assert "private" not in str(log)


async def test_null_of_a_non_null_field_is_our_fault(endpoint: Endpoint) -> None:
    error = await endpoint.error("{ naive }")

    assert error["extensions"]["code"] == "INTERNAL"


@pytest.mark.parametrize("reason", ["FORBIDDEN", "BUG"])
async def test_subscription_that_fails_at_once_is_an_error_message(
    endpoint: Endpoint, reason: str
) -> None:
    async with endpoint.ready() as wire:
        await wire.subscribe("1", f"subscription {{ refuse(reason: {reason}) }}")
        frame = await wire.receive()

        assert (frame["type"], frame["id"]) == ("error", "1")
        expected = "FORBIDDEN" if reason == "FORBIDDEN" else "INTERNAL"
        assert [error["extensions"]["code"] for error in frame["payload"]] == [expected]
        assert SECRET not in str(frame)
        assert await wire.alive()


async def test_subscription_that_fails_later_sends_its_error_and_completes(
    endpoint: Endpoint,
) -> None:
    async with endpoint.ready() as wire:
        with capture_logs() as logs:
            await wire.subscribe("1", "subscription { count(to: 3, failAt: 1) { number } }")
            frames = [await wire.receive() for _ in range(3)]

    assert [frame["type"] for frame in frames] == ["next", "next", "complete"]
    (error,) = frames[1]["payload"]["errors"]
    assert error["extensions"]["code"] == "INTERNAL"
    assert SECRET not in str(frames)
    assert [log["request_id"] for log in logs] == [error["extensions"]["requestId"]]


@pytest.mark.parametrize(
    "query",
    [
        f"{{ integer(value: {'1' * 5_000}) }}",
        "{ integer(value: 3000000000) }",
        f"{{ json(value: {'1' * 5_000}) }}",
        "{ json(value: 1e999) }",
        "{ json(value: {a: [1e999]}) }",
        '{ moment(at: "yesterday") }',
        f"{{ moment(at: {'1' * 5_000}) }}",
        '{ bytes(value: "é") }',
        "{ choose(choice: {}) }",
        "{ choose(choice: {left: 1, right: null}) }",
        "{ fail(reason: NOTHING) }",
        "{ __type(name: 1) { name } }",
        "query($v: Missing) { echo(text: $v) }",
        "{ ...F }",
        "fragment F on Query { ...F } { ...F }",
    ],
)
async def test_bad_literal_is_the_clients_mistake(endpoint: Endpoint, query: str) -> None:
    with capture_logs() as logs:
        response = await endpoint.post(query, RESPONSE_JSON)

    codes = {error["extensions"]["code"] for error in response.json()["errors"]}
    assert (response.status_code, codes, logs) == (400, {"BAD_USER_INPUT"}, [])


VARIABLES: list[tuple[str, str, Any]] = [
    ("Int!", "integer(value: $v)", "1"),
    ("Int!", "integer(value: $v)", 10**20),
    ("DateTime!", "moment(at: $v)", 5),
    ("DateTime!", "moment(at: $v)", "2026-02-30T00:00:00Z"),
    ("DateTime!", "moment(at: $v)", "2026-01-01T00:00:00"),
    ("DateTime!", "moment(at: $v)", "0001-01-01T00:00:00+14:00"),
    ("Base64!", "bytes(value: $v)", "a"),
    ("Base64!", "bytes(value: $v)", "YQ==\n"),
    ("Base64!", "bytes(value: $v)", 1),
    ("Choice!", "choose(choice: $v)", {"left": 1, "right": "x"}),
    ("Reason!", "fail(reason: $v)", "bug"),
    ("Reason!", "fail(reason: $v)", []),
]


@pytest.mark.parametrize(("kind", "field", "value"), VARIABLES)
async def test_bad_variable_is_the_clients_mistake(
    endpoint: Endpoint, kind: str, field: str, value: object
) -> None:
    query = f"query($v: {kind}) {{ {field} }}"
    with capture_logs() as logs:
        response = await endpoint.post(query, RESPONSE_JSON, variables={"v": value})

    codes = {error["extensions"]["code"] for error in response.json()["errors"]}
    assert (response.status_code, codes, logs) == (400, {"BAD_USER_INPUT"}, [])


async def test_deep_json_variable_is_the_clients_mistake(endpoint: Endpoint) -> None:
    value: Any = 1
    for _ in range(129):
        value = [value]
    response = await endpoint.post(
        "query($v: JSON!) { json(value: $v) }", RESPONSE_JSON, variables={"v": value}
    )

    assert response.status_code == 400
    assert response.json()["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"

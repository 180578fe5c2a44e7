"""GraphQL over HTTP: media types, statuses, methods and refusals. One test a rule."""

import json
from typing import Any

import httpx
import pytest
from structlog.testing import capture_logs

from .endpoint import RESPONSE_JSON, Endpoint, serving
from .sample import CHANGES, sample_view

NEGOTIATIONS = {
    "": "application/json",
    "*/*": "application/json",
    "text/plain": "application/json",
    "application/json": "application/json",
    RESPONSE_JSON: RESPONSE_JSON,
    f"{RESPONSE_JSON}, application/json": RESPONSE_JSON,
    f"application/json, {RESPONSE_JSON}": "application/json",
    f"application/json;q=0.5, {RESPONSE_JSON}": RESPONSE_JSON,
    f"{RESPONSE_JSON};q=0, application/json": "application/json",
    f"*/*, {RESPONSE_JSON}": RESPONSE_JSON,
    f"{RESPONSE_JSON}; charset=utf-8, application/json; charset=utf-8": RESPONSE_JSON,
    f"{RESPONSE_JSON}, application/graphql+json, application/json, text/event-stream, multipart/mixed": RESPONSE_JSON,
    "application/*": "application/json",
    'garbage;;;=",,;q': "application/json",
}


@pytest.mark.parametrize(("accept", "expected"), NEGOTIATIONS.items())
async def test_response_type_follows_accept(endpoint: Endpoint, accept: str, expected: str) -> None:
    response = await endpoint.http.post(
        endpoint.url, json={"query": "{ echo }"}, headers={"accept": accept}
    )

    assert response.headers["content-type"] == f"{expected}; charset=utf-8"
    assert response.headers["vary"] == "Accept"
    assert response.json() == {"data": {"echo": "hello"}}


REQUEST_ERRORS: dict[str, dict[str, Any]] = {
    "syntax": {"query": "{"},
    "blank": {"query": " "},
    "validation": {"query": "{ nothing }"},
    "cost": {"query": "{" + "inner{" * 16 + "value" + "}" * 17},
    "coercion": {"query": "query($v: Int!) { integer(value: $v) }", "variables": {"v": "x"}},
    "unknown operation": {"query": "query A { echo }", "operationName": "B"},
    "missing operation name": {"query": "query A { echo } query B { echo }"},
    "no operation": {"query": "fragment F on Query { echo }"},
}


@pytest.mark.parametrize("body", REQUEST_ERRORS.values(), ids=REQUEST_ERRORS.keys())
async def test_request_error_has_no_data_and_is_400_in_the_response_type(
    endpoint: Endpoint, body: dict[str, Any]
) -> None:
    modern = await endpoint.http.post(endpoint.url, json=body, headers={"accept": RESPONSE_JSON})
    legacy = await endpoint.http.post(endpoint.url, json=body, headers={"accept": "*/*"})

    assert (modern.status_code, legacy.status_code) == (400, 200)
    assert set(modern.json()) == set(legacy.json()) == {"errors"}
    code = "OPERATION_TOO_COMPLEX" if "inner{" in body["query"] else "BAD_USER_INPUT"
    assert {error["extensions"]["code"] for error in modern.json()["errors"]} == {code}


@pytest.mark.parametrize("accept", [RESPONSE_JSON, "application/json"])
async def test_execution_error_is_200_with_data(endpoint: Endpoint, accept: str) -> None:
    response = await endpoint.post("{ echo fail(reason: NOT_FOUND) }", accept)

    assert response.status_code == 200
    assert response.json()["data"] == {"echo": "hello", "fail": None}
    assert response.json()["errors"][0]["path"] == ["fail"]


MALFORMED: dict[str, bytes] = {
    "nothing": b"",
    "not JSON": b"{",
    "not UTF-8": b'{"query": "\xff"}',
    "UTF-16": '{"query": "{ echo }"}'.encode("utf-16"),
    "deep": b"[" * 100_000,
    "deep variables": b'{"query":"{ echo }","variables":' + b'{"a":' * 50_000,
    "long integer": b'{"query": "{ echo }", "variables": {"a": ' + b"1" * 5_000 + b"}}",
    "NaN": b'{"query": "{ echo }", "variables": {"a": NaN}}',
    "Infinity": b'{"query": "{ echo }", "variables": {"a": -Infinity}}',
    "beyond a double": b'{"query": "{ echo }", "variables": {"a": 1e999}}',
    "null": b"null",
    "text": b'"x"',
    "number": b"1",
    "batch": b'[{"query": "{ echo }"}]',
    "no query": b"{}",
    "empty query": b'{"query": ""}',
    "null query": b'{"query": null}',
    "object query": b'{"query": {}}',
    "list variables": b'{"query": "{ echo }", "variables": []}',
    "text variables": b'{"query": "{ echo }", "variables": "{}"}',
    "list extensions": b'{"query": "{ echo }", "extensions": []}',
    "number operationName": b'{"query": "{ echo }", "operationName": 1}',
}


@pytest.mark.parametrize("body", MALFORMED.values(), ids=MALFORMED.keys())
async def test_malformed_body_is_400_in_the_negotiated_type(
    endpoint: Endpoint, body: bytes
) -> None:
    response = await endpoint.http.post(
        endpoint.url,
        content=body,
        headers={"content-type": "application/json", "accept": RESPONSE_JSON},
    )

    assert_refused(response, 400, RESPONSE_JSON)


@pytest.mark.parametrize("name", ["variables", "extensions"])
@pytest.mark.parametrize("value", ["{", "[]", "1", "NaN", "[" * 5_000])
async def test_malformed_get_parameter_is_400(endpoint: Endpoint, name: str, value: str) -> None:
    response = await endpoint.http.get(endpoint.url, params={"query": "{ echo }", name: value})

    assert_refused(response, 400)


async def test_null_parameters_are_absent_ones(endpoint: Endpoint) -> None:
    body = {"query": "{ echo }", "variables": None, "operationName": None, "extensions": None}
    response = await endpoint.http.post(endpoint.url, json=body)

    assert response.json() == {"data": {"echo": "hello"}}


@pytest.mark.parametrize(
    "content_type",
    [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json-seq",
        "text/plain; application/json",
        "application/jsonp",
    ],
)
async def test_other_content_type_is_415_and_changes_nothing(
    endpoint: Endpoint, content_type: str
) -> None:
    response = await endpoint.http.post(
        endpoint.url,
        content=b'{"query": "mutation { change }"}',
        headers={"content-type": content_type},
    )

    assert_refused(response, 415)
    assert CHANGES == []


async def test_content_type_may_have_parameters(endpoint: Endpoint) -> None:
    response = await endpoint.http.post(
        endpoint.url,
        content=b'{"query": "{ echo }"}',
        headers={"content-type": "Application/JSON; charset=utf-8"},
    )

    assert response.json() == {"data": {"echo": "hello"}}


async def test_missing_content_type_is_400(endpoint: Endpoint) -> None:
    response = await endpoint.http.post(endpoint.url, content=b'{"query": "{ echo }"}')

    assert_refused(response, 400)


async def test_get_runs_queries(endpoint: Endpoint) -> None:
    params = {
        "query": "query A($t: String!) { echo(text: $t) } query B { caller }",
        "variables": '{"t": "hi"}',
        "operationName": "A",
    }
    response = await endpoint.http.get(endpoint.url, params=params)

    assert response.json() == {"data": {"echo": "hi"}}


@pytest.mark.parametrize("accept", ["application/json", "text/event-stream"])
async def test_mutation_by_get_is_405_and_changes_nothing(endpoint: Endpoint, accept: str) -> None:
    response = await endpoint.http.get(
        endpoint.url, params={"query": "mutation { change }"}, headers={"accept": accept}
    )

    assert_refused(response, 405)
    assert response.headers["allow"] == "GET, POST"
    assert CHANGES == []


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS"])
async def test_other_method_is_405(endpoint: Endpoint, method: str) -> None:
    response = await endpoint.http.request(method, endpoint.url)

    assert_refused(response, 405)
    assert response.headers["allow"] == "GET, POST"


async def test_head_is_405(endpoint: Endpoint) -> None:
    response = await endpoint.http.head(endpoint.url)

    assert (response.status_code, response.headers["allow"]) == (405, "GET, POST")


async def test_subscription_over_plain_http_is_400_and_names_the_streams(
    endpoint: Endpoint,
) -> None:
    response = await endpoint.post("subscription { count(to: 1) { number } }")

    assert_refused(response, 400)
    message = response.json()["errors"][0]["message"]
    assert all(name in message for name in ("graphql-transport-ws", "event-stream", "multipart"))


async def test_announced_large_body_is_413(endpoint: Endpoint) -> None:
    response = await endpoint.post("#" * 1_000_001)

    assert_refused(response, 413)


async def test_counted_large_body_is_413(endpoint: Endpoint) -> None:
    async def chunks() -> Any:
        for _ in range(11):
            yield b" " * 100_000

    response = await endpoint.http.post(
        endpoint.url, content=chunks(), headers={"content-type": "application/json"}
    )

    assert_refused(response, 413)


async def test_body_of_the_bound_is_answered(endpoint: Endpoint) -> None:
    body = json.dumps({"query": "{ echo }"}).encode()
    response = await endpoint.http.post(
        endpoint.url,
        content=body + b" " * (1_000_000 - len(body)),
        headers={"content-type": "application/json"},
    )

    assert response.json() == {"data": {"echo": "hello"}}


@pytest.mark.parametrize("accept", ["*/*", "application/json", "", "text/*"])
async def test_get_without_a_query_is_400(endpoint: Endpoint, accept: str) -> None:
    assert_refused(await endpoint.http.get(endpoint.url, headers={"accept": accept}), 400)


async def test_browser_gets_the_page(endpoint: Endpoint) -> None:
    accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    response = await endpoint.http.get(endpoint.url, headers={"accept": accept})

    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert 'src="graphiql/page.js"' in response.text
    assert "script-src 'self';" in response.headers["content-security-policy"]


async def test_browser_gets_no_page_where_it_is_off() -> None:
    async with serving(sample_view()) as endpoint:
        assert_refused(await endpoint.http.get(endpoint.url, headers={"accept": "text/html"}), 400)


async def test_each_request_has_its_id(endpoint: Endpoint) -> None:
    responses = [await endpoint.post("{ requestId }") for _ in range(2)]
    ids = [response.headers["x-request-id"] for response in responses]

    assert [response.json()["data"]["requestId"] for response in responses] == ids
    assert len(set(ids)) == 2


async def test_server_does_not_name_itself(endpoint: Endpoint) -> None:
    assert "server" not in (await endpoint.post("{ echo }")).headers


@pytest.mark.parametrize(
    ("token", "status", "code"),
    [
        ("Basic eA==", 401, "UNAUTHENTICATED"),
        ("Bearer forbidden", 403, "FORBIDDEN"),
        ("Bearer busy", 429, "RATE_LIMITED"),
    ],
)
async def test_refused_caller_gets_the_status_of_why(
    endpoint: Endpoint, token: str, status: int, code: str
) -> None:
    response = await endpoint.post("{ echo }", headers={"authorization": token})

    assert_refused(response, status, code=code)
    if code == "RATE_LIMITED":
        assert response.headers["retry-after"] == "3"
    if code == "UNAUTHENTICATED":
        assert response.headers["www-authenticate"] == "Bearer"


async def test_identity_reaches_the_resolvers(endpoint: Endpoint) -> None:
    response = await endpoint.post("{ caller }", headers={"authorization": "Bearer ada"})

    assert response.json() == {"data": {"caller": "ada"}}


async def test_fault_before_execution_is_a_masked_500_and_logged_once(endpoint: Endpoint) -> None:
    with capture_logs() as logs:
        response = await endpoint.post("{ echo }", headers={"authorization": "Bearer bug"})

    assert_refused(response, 500, code="INTERNAL")
    assert "battery staple" not in response.text
    request_id = response.json()["errors"][0]["extensions"]["requestId"]
    assert [(log["event"], log["request_id"]) for log in logs] == [
        ("graphql.unexpected_error", request_id)
    ]


def assert_refused(
    response: httpx.Response,
    status: int,
    media_type: str = "application/json",
    code: str = "BAD_USER_INPUT",
) -> None:
    (error,) = response.json()["errors"]
    assert response.status_code == status
    assert response.headers["content-type"] == f"{media_type}; charset=utf-8"
    assert set(response.json()) == {"errors"}
    assert error["extensions"]["code"] == code
    assert error["message"]

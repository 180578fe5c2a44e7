"""Our scalars: what goes in and what comes out, and the canonical text of a schema."""

import json
from typing import Any

import pytest

from api.transport.encoding import encode
from api.transport.schema import canonical_sdl

from .endpoint import Endpoint
from .sample import sample_schema


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2026-11-23T21:17:00Z", "2026-11-23T21:17:00Z"),
        ("2026-11-23t21:17:00.5z", "2026-11-23T21:17:00.500000Z"),
        ("2026-11-23T23:17:00+02:00", "2026-11-23T21:17:00Z"),
        ("2026-11-23T21:17:00.123456789Z", "2026-11-23T21:17:00.123456Z"),
    ],
)
async def test_date_time_comes_back_in_utc(endpoint: Endpoint, given: str, expected: str) -> None:
    query = "query($v: DateTime!) { moment(at: $v) }"
    assert await endpoint.data(query, variables={"v": given}) == {"moment": expected}
    assert await endpoint.data(f'{{ moment(at: "{given}") }}') == {"moment": expected}


async def test_base64_comes_back_the_same(endpoint: Endpoint) -> None:
    assert await endpoint.data('{ bytes(value: "AP+/") }') == {"bytes": "AP+/"}


@pytest.mark.parametrize(
    "value",
    [None, True, 0, -1.5, 2**70, "é\ud800", "line\u2028\n", [], {"a": {"": [1, "x", None]}}],
)
async def test_json_comes_back_the_same(endpoint: Endpoint, value: Any) -> None:
    body = {"query": "query($v: JSON!) { json(value: $v) }", "variables": {"v": [value]}}
    response = await endpoint.http.post(
        endpoint.url, content=json.dumps(body), headers={"content-type": "application/json"}
    )

    assert response.json() == {"data": {"json": [value]}}


async def test_json_literal_takes_variables_inside(endpoint: Endpoint) -> None:
    query = 'query($v: JSON!) { json(value: {a: [1, 2.5, "x", null, true, $v]}) }'

    assert await endpoint.data(query, variables={"v": {"b": 1}}) == {
        "json": {"a": [1, 2.5, "x", None, True, {"b": 1}]}
    }


async def test_absent_variable_inside_a_json_literal_is_null_or_left_out(
    endpoint: Endpoint,
) -> None:
    query = "query($v: JSON) { json(value: {a: [$v], b: $v, c: {d: $v}}) }"

    assert await endpoint.data(query) == {"json": {"a": [None], "c": {}}}


async def test_json_never_leaves_with_a_number_that_json_has_not(endpoint: Endpoint) -> None:
    response = await endpoint.post("{ nan }")

    assert response.json()["data"] == {"nan": None}
    assert "NaN" not in response.text.split('"errors"')[0]


def test_text_is_one_line() -> None:
    assert encode({"a": "x\ny\r"}) == '{"a":"x\\ny\\r"}'


def test_canonical_text_is_sorted_stable_and_keeps_one_of() -> None:
    text = canonical_sdl(sample_schema())

    assert text == canonical_sdl(sample_schema())
    assert "input Choice @oneOf {" in text
    assert text.index("type Inner") < text.index("type Mutation") < text.index("type Query")
    assert text.endswith("}\n")
    for name in ("DateTime", "JSON", "Base64"):
        assert f'scalar {name} @specifiedBy(url: "https://www.rfc-editor.org/' in text

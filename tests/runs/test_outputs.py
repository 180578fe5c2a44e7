"""The output that workflows get: one shape, whatever arrived; no secret in it; and its inferred JSON Schema."""

import base64
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.runs import output
from domain.runs.output import Arrived, Named
from domain.runs.shapes import inferred

NAMED = Named("evt_1", "trg_1", "Pushed", "crd_1", "user-1", None)


def shown(body: bytes = b"{}", *headers: tuple[str, str], query: str = "") -> dict[str, Any]:
    arrived = Arrived(1_700_000_000_123, "POST", orjson.dumps(headers).decode(), query, body)
    return output.plain(output.output(arrived, NAMED))


def test_output_has_one_shape() -> None:
    assert shown(b'{"a": [1]}', ("x-kind", "push"), query="a=1&b=2&a=3") == {
        "eventId": "evt_1",
        "receivedAt": "2023-11-14T22:13:20.123Z",
        "trigger": {"id": "trg_1", "name": "Pushed"},
        "account": {"id": "crd_1", "userId": "user-1", "providerId": None},
        "method": "POST",
        "headers": {"x-kind": "push"},
        "query": {"a": ["1", "3"], "b": "2"},
        "body": {"a": [1]},
        "rawBody": '{"a": [1]}',
        "rawBodyBase64": None,
    }


def test_headers_with_secrets_are_left_out_and_repeated_ones_joined() -> None:
    found = shown(
        b"",
        ("authorization", "Bearer abc"),
        ("cookie", "a=b"),
        ("x-token", "•••"),
        ("x-token", "seen"),
        ("x-twice", "1"),
        ("x-twice", "2"),
    )

    assert found["headers"] == {"x-token": "seen", "x-twice": "1, 2"}


def test_number_that_no_float_holds_stays_as_it_arrived() -> None:
    arrived = Arrived(0, "POST", "[]", "", b'{"id": 123456789012345678901234567890.10}')

    assert b"123456789012345678901234567890.10" in orjson.dumps(output.output(arrived, NAMED))


@pytest.mark.parametrize(
    ("body", "content_type", "parsed"),
    [
        (b"a=1&b=%C3%A9", "application/x-www-form-urlencoded", {"a": "1", "b": "é"}),
        (b"hello", "text/plain", None),
        (b"", "application/json", None),
        (b"NaN", "application/json", None),
        (b"\xff\xfe", "application/json", None),
    ],
)
def test_body_is_parsed_where_it_can_be(body: bytes, content_type: str, parsed: Any) -> None:
    assert shown(body, ("content-type", content_type))["body"] == parsed


@given(
    st.binary(max_size=200),
    st.text(max_size=80),
    st.sampled_from(["", "application/json", "application/x-www-form-urlencoded"]),
)
def test_any_bytes_come_back_whole(body: bytes, query: str, kind: str) -> None:
    clean = query.encode("latin-1", "replace").decode("latin-1")

    found = shown(body, ("content-type", kind), query=clean)

    raw, encoded = found["rawBody"], found["rawBodyBase64"]
    assert (raw is None) != (encoded is None)
    assert (raw.encode() if raw is not None else base64.b64decode(encoded)) == body


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(JSON)
def test_value_fits_the_schema_that_was_inferred_from_it(value: Any) -> None:
    schema = inferred(value)

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(value, schema)


def test_items_of_a_list_share_one_schema() -> None:
    assert inferred([{"a": 1}, {"a": 2.5, "b": None}, {"b": "x"}])["items"] == {
        "type": "object",
        "properties": {
            "a": {"type": "number"},
            "b": {"anyOf": [{"type": "null"}, {"type": "string"}]},
        },
    }

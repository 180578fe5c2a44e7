"""What a token endpoint may answer, and that any answer at all is a token or a refusal."""

from datetime import timedelta
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.connections import grants
from domain.connections.grants import Refusal, Token
from domain.outbound import Answer

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=4)
    ),
    max_leaves=12,
)
NAMES = st.sampled_from(
    ["access_token", "refresh_token", "expires_in", "error", "error_description", "ok", "team"]
)


def answer(body: bytes, status: int = 200) -> Answer:
    return Answer(status, (), body, timedelta(0))


@pytest.mark.parametrize(
    ("body", "access", "refresh", "seconds", "extra"),
    [
        (b'{"access_token":"a","token_type":"bearer"}', "a", "", None, {"token_type": "bearer"}),
        (b'{"access_token":"a","expires_in":3600}', "a", "", 3600, {}),
        (b'{"access_token":"a","expires_in":"3600"}', "a", "", 3600, {}),
        (b'{"access_token":"a","expires_in":0}', "a", "", None, {}),
        (b'{"access_token":"a","expires_in":true}', "a", "", None, {}),
        (b'{"access_token":"a","expires_in":1e300}', "a", "", grants.LONGEST_LIFE, {}),
        (b'{"access_token":"a","refresh_token":7}', "a", "", None, {}),
        (
            b'{"ok":true,"access_token":"a","team":{"id":"T"}}',
            "a",
            "",
            None,
            {"ok": True, "team": {"id": "T"}},
        ),
        (b"access_token=a&refresh_token=r&scope=x", "a", "r", None, {"scope": "x"}),
    ],
)
def test_token_is_read_as_providers_write_it(
    body: bytes, access: str, refresh: str, seconds: int | None, extra: dict[str, Any]
) -> None:
    assert grants.read(answer(body)) == Token(access, refresh, seconds, extra)


@pytest.mark.parametrize(
    ("body", "status", "code", "is_final"),
    [
        (b'{"error":"invalid_grant","error_description":"gone"}', 400, "invalid_grant", True),
        (b'{"ok":false,"error":"token_revoked"}', 200, "token_revoked", True),
        (b'{"error":"invalid_client"}', 401, "invalid_client", False),
        (b'{"error":{"message":"no"}}', 400, "error", False),
        (b'{"ok":false}', 200, "not_ok", False),
        (b"", 502, "http_502", False),
        (b"<html>", 200, "no_access_token", False),
        (b'{"access_token":"a\\nb"}', 200, "no_access_token", False),
        (b'{"access_token":""}', 200, "no_access_token", False),
        (b"[" * 900 + b"]" * 900, 200, "no_access_token", False),
        (
            b'{"access_token":"a","x":' + b"[" * 900 + b"]" * 900 + b"}",
            200,
            "no_access_token",
            False,
        ),
        (b"&".join(b"a%d=b" % number for number in range(500)), 200, "no_access_token", False),
    ],
)
def test_anything_else_is_a_refusal(body: bytes, status: int, code: str, *, is_final: bool) -> None:
    found = grants.read(answer(body, status))

    assert isinstance(found, Refusal)
    assert (found.code, found.is_final) == (code, is_final)


@given(st.binary(max_size=200), st.integers(100, 599))
def test_any_bytes_are_a_verdict(body: bytes, status: int) -> None:
    grants.read(answer(body, status))
    grants.secrets_of(answer(body, status))


@given(st.dictionaries(NAMES | st.text(max_size=8), JSON, max_size=6), st.integers(100, 599))
def test_any_object_is_a_verdict_that_shows_no_token(value: dict[str, Any], status: int) -> None:
    body = orjson.dumps(value) if _is_writable(value) else b"{}"
    given_answer = answer(body, status)

    found = grants.read(given_answer)

    if isinstance(found, Token):
        assert repr(found) == "Token(…)"
        assert len(found.access_token) < 8 or found.access_token in grants.secrets_of(given_answer)
        merged = grants.merged(grants.Grant(refresh_token="old"), found)
        assert merged.refresh_token == (found.refresh_token or "old")


def _is_writable(value: Any) -> bool:
    try:
        orjson.dumps(value)
    except (orjson.JSONEncodeError, UnicodeEncodeError):
        return False
    return True

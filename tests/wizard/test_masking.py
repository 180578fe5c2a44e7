"""No secret stands in what is stored of an exchange, however it was written."""

import base64
import json
from datetime import timedelta
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.outbound import Answer, OutboundRequest
from domain.registrations.masking import MASK, MAX_BODY, Mask, exchange

_SECRET = 'sk "live"/+=ü&1'


@pytest.mark.parametrize(
    "written",
    [
        _SECRET,
        quote(_SECRET, safe=""),
        quote(_SECRET),
        quote_plus(_SECRET),
        quote(_SECRET, safe="").lower(),
        json.dumps(_SECRET)[1:-1],
        json.dumps(_SECRET, ensure_ascii=False)[1:-1],
        json.dumps(_SECRET)[1:-1].replace("/", "\\/"),
    ],
)
def test_secret_is_masked_however_it_is_written(written: str) -> None:
    assert Mask([_SECRET]).text(f"a{written}b") == f"a{MASK}b"


@given(
    st.text("abcxyz019/+=", min_size=8, max_size=60), st.binary(max_size=8), st.binary(max_size=8)
)
def test_secret_inside_base64_is_masked_but_for_its_edges(
    secret: str, before: bytes, after: bytes
) -> None:
    written = base64.b64encode(before + secret.encode() + after).decode()

    assert MASK in Mask([secret]).text(written)


def test_short_secret_is_masked_only_where_it_stands_alone() -> None:
    assert Mask(["7"]).text('{"id":7,"n":17}') == f'{{"id":{MASK},"n":17}}'


def test_nothing_to_hide_hides_nothing() -> None:
    assert Mask(["", ""]).text("text") == "text"


def test_secret_on_the_cut_of_a_long_body_shows_no_part_of_itself() -> None:
    body = b"x" * (MAX_BODY - 4) + b"planted-secret" + b"y" * 100
    answer = Answer(200, (("set-cookie", "a=b"),), body, timedelta(seconds=1))

    found = exchange(OutboundRequest("GET", "https://a/"), answer, ["planted-secret"], 0)

    assert found.answer is not None
    assert "plan" not in found.answer.body
    assert len(found.answer.body) == MAX_BODY
    assert found.answer.headers == (("set-cookie", MASK),)
    assert found.answer.elapsed_ms == 1000

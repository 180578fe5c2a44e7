"""Near misses over any event: an answer of bounded size, and only of accounts that are near."""

from datetime import UTC, datetime

import orjson
from hypothesis import given
from hypothesis import strategies as st

from domain.deliveries.near_misses import (
    MOST,
    MOST_VALUES,
    Account,
    Miss,
    near_misses,
    values,
    variants,
)
from domain.request import Request
from domain.templates.scope import RequestScope

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=30,
)


def event(body: bytes, content_type: str = "application/json") -> RequestScope:
    return RequestScope(
        Request(
            method="POST",
            public_url="",
            path="/",
            query_string="a=1&b=%ff",
            headers=(("content-type", content_type),),
            body=body,
            received_at=datetime.now(UTC),
        )
    )


@given(
    st.binary(max_size=200) | JSON.map(orjson.dumps),
    st.sampled_from(["application/json", "application/x-www-form-urlencoded"]),
    st.lists(st.text(max_size=12), max_size=5),
    st.booleans(),
)
def test_any_event_gets_a_bounded_answer(
    body: bytes, content_type: str, ids: list[str], is_test: bool
) -> None:
    found = values(event(body, content_type))
    accounts = [Account(f"crd_{n}", each, n == 0, n != 1) for n, each in enumerate(ids) if each]

    near = near_misses(list(found.items())[:3], found, accounts, reading=[], is_test=is_test)

    assert len(found) <= MOST_VALUES
    assert len(near) <= MOST
    assert {each.credential_id for each in near} <= {each.id for each in accounts}


@given(st.text(min_size=1, max_size=30))
def test_other_spellings_hold_no_empty_one_and_the_id_itself(name: str) -> None:
    assert "" not in variants([name])
    assert name in variants([name])


def test_each_of_several_ids_is_compared() -> None:
    account = Account("crd_1", "T2", False, True)

    (found,) = near_misses(
        [("event.body.ids[*]", "x"), ("event.body.ids[*]", "t2")],
        {},
        [account],
        reading=[],
        is_test=False,
    )

    assert (found.miss, found.credential_id) == (Miss.CASE, "crd_1")


def test_unrelated_ids_are_no_near_miss() -> None:
    account = Account("crd_1", "T2", False, True)

    assert (
        near_misses(
            [("event.body.team", "T21")],
            {"event.body.x": "T"},
            [account],
            reading=[],
            is_test=False,
        )
        == []
    )

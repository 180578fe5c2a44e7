"""Drift: what newer events lack or have of another type, and what says nothing."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.health.drift import Drift, drifts

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=12,
)


def gone(path: str, was: str) -> Drift:
    return Drift(path, was, None)


@pytest.mark.parametrize(
    ("sample", "newer", "expected"),
    [
        ({"a": 1, "b": "x"}, [{"b": "y"}] * 3, [gone("event.body.a", "a number")]),
        ({"a": 1}, [{"a": "1"}] * 3, [Drift("event.body.a", "a number", "a text")]),
        ({"a": 1}, [{"a": 2.5}] * 3, []),
        ({"a": 1}, [{"a": None}] * 3, []),
        ({"a": None}, [{}] * 3, []),
        ({"a": 1}, [{}] * 2, []),  # two are too few
        ({"a": 1}, [{}, {}, {}, {"a": 3}], []),
        (
            {"user": {"id": 1, "name": "x"}},
            [{"user": {"name": "y"}}] * 3,
            [gone("event.body.user.id", "a number")],
        ),
        ({"user": {"id": 1}}, [{}] * 3, [gone("event.body.user", "an object")]),
        (
            {"items": [{"id": 1}]},
            [{"items": [{"no": 1}, {"no": 2}]}] * 3,
            [gone("event.body.items[*].id", "a number")],
        ),
        ({"items": [{"id": 1}]}, [{"items": []}] * 3, []),
        ({"items": [{"id": 1}]}, [{"items": [{"id": 1}, {}]}] * 3, []),
        ([{"id": 1}], [[{}]] * 3, [gone("event.body[*].id", "a number")]),
        ({"odd key": True}, [{}] * 3, [gone('event.body["odd key"]', "true or false")]),
        ({"a": {"b": 1}}, [{"a": [1]}] * 3, [Drift("event.body.a", "an object", "a list")]),
    ],
)
def test_what_has_drifted(sample: Any, newer: list[Any], expected: list[Drift]) -> None:
    assert drifts(sample, newer) == expected


@given(JSON)
def test_events_like_the_sample_have_not_drifted(sample: Any) -> None:
    assert drifts(sample, [sample] * 4) == []


@given(JSON, st.lists(JSON, max_size=5))
def test_any_bodies_get_an_answer_of_bounded_size(sample: Any, newer: list[Any]) -> None:
    assert len(drifts(sample, newer)) <= 20

"""The provider's ids are taken from the first path that has any, or it is said what each path met."""

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.templates.identifiers import NoIdentifier, ids
from domain.templates.path import Path

from .event_requests import scope_of

BODY = orjson.dumps(
    {
        "type": "event",
        "team_id": "T1",
        "account": 42,
        "whole": 42.0,
        "empty": "",
        "none": None,
        "object": {"id": 1},
        "half": 0.5,
        "huge": 10**30 * 1.0,
        "flag": True,
        "bad": "a\u0000b",
        "entries": [{"id": "b"}, {"id": 7}, {"id": "b"}, {"id": None}, {}],
    }
)
SCOPE = scope_of(BODY, (("x-shop", "shop.example.com"),), "org=o1&org=o2")


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["event.body.team_id"], ("T1",)),
        (["event.body.account"], ("42",)),
        (["event.body.whole"], ("42",)),
        (["event.headers.X-Shop"], ("shop.example.com",)),
        (["event.query.org"], ("o1",)),
        (["event.query.org[*]"], ("o1", "o2")),
        (["event.body.entries[*].id"], ("b", "7")),
        (
            [
                "event.body.absent",
                "event.body.empty",
                "event.body.none",
                "event.body.team_id",
                "event.body.account",
            ],
            ("T1",),
        ),
        (["event.body.object", "event.body.team_id"], ("T1",)),
    ],
)
def test_first_path_with_ids_wins(paths: list[str], found: tuple[str, ...]) -> None:
    assert ids([Path.parse(path) for path in paths], SCOPE) == found


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("event.body.object", "event.body.object is an object, not an id"),
        ("event.body.flag", "event.body.flag is true or false, not an id"),
        (
            "event.body.half",
            "event.body.half is a number that is not whole or too large to be exact, not an id",
        ),
        (
            "event.body.huge",
            "event.body.huge is a number that is not whole or too large to be exact, not an id",
        ),
        (
            "event.body.bad",
            "event.body.bad is longer than 256 characters or holds control characters",
        ),
        ("event.body.empty", "event.body.empty is null or empty"),
        ("event.body.object.name", "event.body.object has no name; it has: id"),
        ("event.headers.x-team", "the headers has no x-team; it has: x-shop"),
        (
            "event.body.type.id",
            'event.body.type.id: event.body.type is a text: there is no "id" in it',
        ),
    ],
)
def test_absence_of_an_id_is_explained(path: str, reason: str) -> None:
    with pytest.raises(NoIdentifier) as raised:
        ids([Path.parse(path)], SCOPE)
    assert str(raised.value) == reason


def test_what_is_there_instead_is_named() -> None:
    with pytest.raises(NoIdentifier) as raised:
        ids([Path.parse("event.body.team_id")], scope_of(b'{"type": 1, "event": 2}'))
    assert str(raised.value) == "the body has no team_id; it has: type, event"


def test_every_alternative_is_explained() -> None:
    with pytest.raises(NoIdentifier) as raised:
        ids([Path.parse("event.body.a"), Path.parse("event.query.a")], scope_of(b"x"))
    assert (
        str(raised.value)
        == 'event.body.a: the body is not JSON; event.query.a: there is no "a" in the query'
    )


def test_more_than_a_thousand_ids_are_refused() -> None:
    with pytest.raises(NoIdentifier, match="gives 1001 values; at most 1000 are taken"):
        ids([Path.parse("event.body[*]")], scope_of(orjson.dumps(list(range(1_001)))))


def test_no_paths_give_no_ids() -> None:
    with pytest.raises(NoIdentifier, match="no path to an id is configured"):
        ids([], SCOPE)


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=3)
values = st.recursive(
    st.none() | st.integers(-9, 9) | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.just("a"), inner),
    max_leaves=5,
)


@given(st.binary() | values.map(lambda value: orjson.dumps({"a": value})))
def test_any_event_gives_ids_or_an_explanation(body: bytes) -> None:
    paths = [Path.parse("event.body.a[*].a"), Path.parse("event.body.a")]
    try:
        found = ids(paths, scope_of(body))
    except NoIdentifier:
        return

    assert found
    assert all(0 < len(each) <= 256 and each.isprintable() for each in found)

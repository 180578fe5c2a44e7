"""A path finds the value it names in an event, or says in a sentence why there is none."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.templates.errors import TemplateError, TemplateSyntaxError
from domain.templates.path import MAX_SEGMENTS, Path
from domain.templates.scope import Scope, answer
from domain.templates.segments import ABSENT, Every, Segment, spell

from .event_requests import FORM, scope_of

BODY = rb"""{"team": {"id": "T1", "n": 1.5, "none": null}, "items": [{"c": 1}, {"c": 2}, {"d": 3}],
 "odd key.x\"y": "odd", "0": "zero", "payload": "{\"user\": {\"id\": \"U1\"}}", "list": "[1, 2]"}"""
HEADERS = (
    ("content-type", "application/json"),
    ("x-foo", "one"),
    ("x-foo", "two"),
    ("x.y", "dotted"),
)
QUERY = "hub.mode=subscribe&id=1&id=2&ids%5B%5D=a&ids%5B%5D=b"
SCOPE = {
    **scope_of(BODY, HEADERS, QUERY),
    "secrets": {"KEY": "s3cret"},
    "setup": {"response": answer(201, (("Location", "/hooks/1"),), b'{"data": {"id": 7}}')},
}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("event.method", "POST"),
        ("event.body.team.id", "T1"),
        ("event.body.team.n", 1.5),
        ("event.body.team.none", None),
        ("event.body.team", {"id": "T1", "n": 1.5, "none": None}),
        ("event.body.items[1].c", 2),
        ("event.body.items.1.c", 2),
        ("event.body.0", "zero"),
        (r'event.body["odd key.x\"y"]', "odd"),
        (r"event.body['odd key.x\"y']", "odd"),
        ("event.body.payload.user.id", "U1"),
        ("event.headers.x-foo", "one"),
        ("event.headers.X-Foo", "one"),
        ("event.headers.x-foo[1]", "two"),
        ('event.headers["X-FOO"]', "one"),
        ("event.headers.x.y", "dotted"),
        ("event.query.hub.mode", "subscribe"),
        ('event.query["ids[]"]', "a"),
        ('event.query["ids[]"][1]', "b"),
        ("event.query", {"hub.mode": "subscribe", "id": ["1", "2"], "ids[]": ["a", "b"]}),
        ("event.rawBody", BODY.decode()),
        ("setup.response.status", 201),
        ("setup.response.headers.location", "/hooks/1"),
        ("setup.response.body.data.id", 7),
        ("secrets.KEY", "s3cret"),
        ("{{ event.body.team.id }}", "T1"),
    ],
)
def test_path_finds_the_value(text: str, value: Any) -> None:
    assert Path.parse(text).first(SCOPE) == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("event.body.items[*].c", (1, 2)),
        ("event.body.items[*]", ({"c": 1}, {"c": 2}, {"d": 3})),
        ("event.body.list[*]", (1, 2)),
        ("event.body.team.id[*]", ("T1",)),
        ("event.query.id[*]", ("1", "2")),
        ("event.headers.x-foo[*]", ("one", "two")),
        ("event.headers.x-bar[*]", ()),
        ("event.body.team[*]", ()),
        ("event.body.nothing", ()),
    ],
)
def test_star_gives_every_item(text: str, values: tuple[Any, ...]) -> None:
    assert Path.parse(text).values(SCOPE) == values


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("event.body.teams.id", 'there is no "teams" in the body'),
        ("event.body.team.name", 'there is no "name" in event.body.team'),
        ("event.body.team.none.id", "event.body.team.none is null"),
        ("event.body.team.id.x", 'event.body.team.id is a text: there is no "x" in it'),
        ("event.body.items[9]", "there is no item 9 in event.body.items (items: 3)"),
        (
            "event.body.items.c",
            'event.body.items is a list: write a position before "c", as in [0]',
        ),
        ("event.body.team[*]", "event.body.team is an object, not a list"),
        ("event.headers.x-bar", 'there is no "x-bar" in the headers'),
        ("event.query.hub.verify_token", 'there is no "hub.verify_token" in the query'),
        ("event.nothing", 'there is no "nothing" in event'),
        ("secrets.OTHER", 'there is no "OTHER" in secrets'),
        ("user.id", "user cannot be read here"),
    ],
)
def test_absent_value_is_explained(text: str, sentence: str) -> None:
    path = Path.parse(text)

    assert path.lookup(SCOPE) is ABSENT
    with pytest.raises(TemplateError) as raised:
        path.first(SCOPE)
    assert str(raised.value) == f"{text}: {sentence}"


@pytest.mark.parametrize(
    ("scope", "sentence"),
    [
        (scope_of(b"<xml/>"), "the body is not JSON"),
        (scope_of(b""), "the body is empty"),
        (scope_of(b"\xff=1", FORM), "the form in the body is not UTF-8"),
    ],
)
def test_unreadable_body_is_explained(scope: Scope, sentence: str) -> None:
    with pytest.raises(TemplateError, match=sentence):
        Path.parse("event.body.id").first(scope)


def test_raw_body_that_is_not_text_is_explained() -> None:
    with pytest.raises(TemplateError, match="the body is not UTF-8 text"):
        Path.parse("event.rawBody").first(scope_of(b"\xff"))


def test_form_is_an_object_and_a_repeated_field_a_list() -> None:
    scope = scope_of(b"a=1&b=x&a=2&payload=%7B%22id%22%3A5%7D", FORM)

    assert Path.parse("event.body.a").first(scope) == ["1", "2"]
    assert Path.parse("event.body.b").first(scope) == "x"
    assert Path.parse("event.body.payload.id").first(scope) == 5


@pytest.mark.parametrize(
    ("text", "position", "message"),
    [
        ("", 0, "a path is expected here"),
        ("event", 5, "a name is missing after event"),
        ("secrets", 7, "a name is missing after secrets"),
        ("setup.response", 14, "a name is missing after setup.response"),
        ("event.body.", 11, "a name is missing after the dot"),
        ("event..body", 6, "a name is missing after the dot"),
        ("event.body[x]", 10, "brackets hold a position"),
        ("event.body[-1]", 10, "brackets hold a position"),
        ('event.body["x]', 11, "the quoted text does not end"),
        ('event.body["x"', 14, "a closing bracket is missing"),
        (r'event.body["\q"]', 11, "is not an escape"),
        ("event.body.a b", 12, "the path ends before ' '"),
        ("event.body" + ".a" * MAX_SEGMENTS, 0, "longer than"),
        ("event.body." + "a" * 2_000, 0, "longer than"),
    ],
)
def test_faulty_path_names_its_fault(text: str, position: int, message: str) -> None:
    with pytest.raises(TemplateSyntaxError, match=message) as raised:
        Path.parse(text)
    assert raised.value.position == position


names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)


@given(
    st.sampled_from(["event.body", "event.query", "event.headers", "event"]),
    st.lists(st.one_of(names, st.integers(0, 10**9 - 1)), min_size=1, max_size=4),
)
def test_spelled_path_reads_back_as_the_same_path(parent: str, tail: list[str | int]) -> None:
    root, *before = parent.split(".")
    lowered: list[Segment] = [
        name.lower() if isinstance(name, str) and parent == "event.headers" else name
        for name in tail
    ]
    if before[:1] and before[0] in {"query", "headers"}:
        lowered = [str(lowered[0]), *lowered[1:]] if isinstance(tail[0], str) else ["x"]
        if any(isinstance(item, int) for item in lowered[1:2]):
            lowered[0] = Every(str(lowered[0]))
    segments = (*before, *lowered)

    assert Path.parse(spell(root, segments)).segments == segments


@given(
    st.sampled_from(["", "event.body", "event.query.", "event.headers[", "event.body["]),
    st.text(),
    st.binary(),
)
def test_any_text_is_a_path_or_a_syntax_error(start: str, tail: str, body: bytes) -> None:
    try:
        path = Path.parse(start + tail)
    except TemplateSyntaxError:
        return

    values = path.values(scope_of(body))

    assert path.lookup(scope_of(body)) == (values[0] if values else ABSENT)
    assert path.absence(scope_of(body)).sentence

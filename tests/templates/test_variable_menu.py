"""The variable menu names what can be written, with samples from the newest event, and shows no secret."""

import orjson
from hypothesis import given
from hypothesis import strategies as st

from domain.templates.menu import MAX_SAMPLE, MAX_VARIABLES, Variable, VariableGroup, menu
from domain.templates.names import KnownNames, check
from domain.templates.path import Path
from domain.templates.scope import answer

from .event_requests import request_of, scope_of

KNOWN = KnownNames(
    {
        "settings": frozenset({"webhookURL"}),
        "secrets": frozenset({"KEY"}),
        "credential": frozenset({"providerId", "accessToken"}),
        "persisted": frozenset(),
    },
    has_event=True,
)


def _group(groups: list[VariableGroup], name: str) -> tuple[Variable, ...]:
    (group,) = [group for group in groups if group.name == name]
    return group.variables


def test_groups_stand_in_a_stable_order_and_empty_roots_are_left_out() -> None:
    assert [group.name for group in menu(KNOWN)] == [
        "settings",
        "secrets",
        "credential",
        "event.body",
        "event.headers",
        "event.query",
        "event",
    ]


def test_event_leaves_come_with_samples() -> None:
    request = request_of(
        b'{"team": {"id": "T1"}, "odd key": [{"n": 1}, {"n": 2}], "none": null, "e": {}}',
        (("content-type", "application/json"), ("authorization", "Basic c2VjcmV0")),
        "hub.mode=subscribe&a%5B%5D=1",
    )

    groups = menu(KNOWN, request)

    assert _group(groups, "event.body") == (
        Variable("event.body.team.id", "id", "T1"),
        Variable('event.body["odd key"][0].n', "n", "1"),
        Variable("event.body.none", "none", None),
        Variable("event.body.e", "e", "{}"),
    )
    assert _group(groups, "event.headers") == (
        Variable("event.headers.content-type", "content-type", "application/json"),
        Variable("event.headers.authorization", "authorization", None, is_secret=True),
    )
    assert _group(groups, "event.query") == (
        Variable("event.query.hub.mode", "hub.mode", "subscribe"),
        Variable('event.query["a[]"]', "a[]", "1"),
    )


def test_secrets_show_only_that_they_exist() -> None:
    values = {
        "secrets": {"KEY": "s3cret"},
        "credential": {"providerId": "T1", "accessToken": "xoxb"},
        "settings": {"webhookURL": "https://hooks.example.com/x"},
    }

    groups = menu(KNOWN, None, values)

    assert _group(groups, "secrets") == (Variable("secrets.KEY", "KEY", None, is_secret=True),)
    assert _group(groups, "credential") == (
        Variable("credential.accessToken", "accessToken", None, is_secret=True),
        Variable("credential.providerId", "providerId", "T1"),
    )
    assert _group(groups, "settings") == (
        Variable("settings.webhookURL", "webhookURL", "https://hooks.example.com/x"),
    )


def test_answer_of_the_provider_is_offered_where_it_can_be_read() -> None:
    known = KnownNames({}, has_answer=True)
    given_answer = answer(201, (("Location", "/1"),), b'{"data": {"id": 7}}')

    (group,) = menu(known, values={"setup": {"response": given_answer}})

    assert group.variables == (
        Variable("setup.response.status", "status", "201"),
        Variable("setup.response.headers.location", "location", "/1"),
        Variable("setup.response.body.data.id", "id", "7"),
    )


def test_menu_of_a_large_event_is_bounded() -> None:
    body = orjson.dumps({str(number): "x" * 1_000 for number in range(5_000)})

    variables = _group(menu(KNOWN, request_of(body)), "event.body")

    assert len(variables) == MAX_VARIABLES
    assert {len(variable.sample or "") for variable in variables} == {MAX_SAMPLE}


@given(
    st.recursive(
        st.integers(0, 9) | st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.text(st.characters(exclude_categories=["Cs"]), max_size=5), inner, max_size=4
            )
        ),
        max_leaves=8,
    )
)
def test_every_offered_variable_can_be_used(value: object) -> None:
    body = orjson.dumps(value)

    for variable in _group(menu(KNOWN, request_of(body)), "event.body"):
        assert check(f"{{{{{variable.path}}}}}", KNOWN) == []
        Path.parse(variable.path).first(scope_of(body))


@given(st.binary(), st.text(st.characters(max_codepoint=255), max_size=30))
def test_any_event_has_a_menu(body: bytes, query: str) -> None:
    request = request_of(body, (("x", query), ("content-type", query)), query)

    assert len(menu(KNOWN, request)) == 7

"""Unknown names are found when a template is saved, each with its path and the nearest valid name."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Problem, ProblemCode
from domain.templates.names import KnownNames, check, check_path

KNOWN = KnownNames(
    {
        "settings": frozenset({"webhookURL"}),
        "secrets": frozenset({"SLACK_SIGNING_SECRET", "odd name"}),
        "user": frozenset({"id"}),
        "persisted": frozenset(),
    },
    has_event=True,
    has_answer=True,
)
NO_EVENT = KnownNames({"secrets": frozenset({"A"})})


@pytest.mark.parametrize(
    "text",
    [
        "{{settings.webhookURL}}",
        "{{secrets.SLACK_SIGNING_SECRET}}",
        '{{secrets["odd name"]}}',
        "{{event.body.anything.at.all}}",
        "{{event.headers.x}} {{event.query.a.b}} {{event.method}} {{event.rawBody}} {{event.body}}",
        "{{setup.response.status}} {{setup.response.body.data.id}} {{setup.response.headers.location}}",
    ],
)
def test_known_names_are_fine(text: str) -> None:
    assert check(text, KNOWN) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "{{secrets.SLACK_SIGNIN_SECRET}}",
            "there is no secrets.SLACK_SIGNIN_SECRET; did you mean secrets.SLACK_SIGNING_SECRET?",
        ),
        (
            "{{secrets.slack_signing_secret}}",
            "there is no secrets.slack_signing_secret; did you mean secrets.SLACK_SIGNING_SECRET?",
        ),
        (
            "{{settings.webhookUrl}}",
            "there is no settings.webhookUrl; did you mean settings.webhookURL?",
        ),
        (
            "{{secret.SLACK_SIGNING_SECRET}}",
            "there is no secret.SLACK_SIGNING_SECRET; did you mean secrets.SLACK_SIGNING_SECRET?",
        ),
        ("{{event.bdy.id}}", "there is no event.bdy; did you mean event.body?"),
        ("{{body.id}}", "there is no body.id; did you mean event.body.id?"),
        (
            "{{setup.response.code}}",
            "there is no setup.response.code; accepted: setup.response.body, setup.response.headers, setup.response.status",
        ),
        ("{{persisted.x}}", "there is no persisted.x; there are none"),
        ("{{user.id.x}}", "user.id is one value; there is nothing below it"),
        ("{{event.method.x}}", "event.method is one value; there is nothing below it"),
        (
            '{{event.body.a | hmac("sha1", secrets.NO)}}',
            'there is no secrets.NO; accepted: secrets.SLACK_SIGNING_SECRET, secrets["odd name"]',
        ),
    ],
)
def test_unknown_name_gets_the_nearest_valid_one(text: str, message: str) -> None:
    assert check(text, KNOWN, ("url",)) == [Problem(ProblemCode.UNKNOWN_NAME, message, ("url",))]


def test_event_cannot_be_used_where_there_is_none() -> None:
    (problem,) = check("{{event.body.a}}", NO_EVENT)

    assert problem.message == "event.body.a cannot be used here; accepted: names of secrets"


def test_every_problem_of_a_tree_comes_with_its_path() -> None:
    tree = {"a": ["{{secrets.A}}", "{{secrets.B}}", {"c": "{{"}], "d": b"x"}

    problems = check(tree, NO_EVENT, ("body",))

    assert [(problem.code, problem.path) for problem in problems] == [
        (ProblemCode.UNKNOWN_NAME, ("body", "a", "1")),
        (ProblemCode.INVALID, ("body", "a", "2", "c")),
        (ProblemCode.INVALID, ("body", "d")),
    ]
    assert problems[1].message == "a path is expected here, like event.body.id (at character 3)"


def test_too_deep_tree_is_one_problem() -> None:
    deep: Any = "x"
    for _ in range(5_000):
        deep = {"a": deep}

    assert [problem.code for problem in check(deep, KNOWN)] == [ProblemCode.TOO_LONG]


def test_star_is_fine_in_a_plain_path() -> None:
    assert check_path("event.body.accounts[*].id", KNOWN) == []
    assert [problem.code for problem in check_path("event.bod[*]", KNOWN)] == [
        ProblemCode.UNKNOWN_NAME
    ]
    assert [problem.code for problem in check_path("event body", KNOWN)] == [ProblemCode.INVALID]


@given(st.text(), st.text(max_size=20))
def test_any_text_can_be_checked(text: str, tail: str) -> None:
    for each in (text, f"{{{{secrets.{tail}}}}}", f"{{{{{tail}.body}}}}"):
        assert all(problem.message for problem in check(each, KNOWN))

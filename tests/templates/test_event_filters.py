"""An event filter passes or stops an event by typed comparison, and says which condition failed."""

from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Invalid, ProblemCode
from domain.templates.conditions import check_filter, compile_filter, evaluate, read_filter
from domain.templates.names import KnownNames
from domain.templates.operators import Operator

from .event_requests import scope_of

BODY = orjson.dumps(
    {
        "n": 1,
        "text": "1",
        "t": True,
        "z": None,
        "name": "pull_request",
        "tags": ["a", "b"],
        "o": {"k": [1]},
        "items": [{"p": 1}, {"p": 9}],
    }
)
SCOPE = scope_of(BODY)


def _evaluate(path: str, operator: str, value: Any = None, body: bytes = BODY) -> str | None:
    condition = {"path": path, "operator": operator}
    if value is not None:
        condition["value"] = value
    return evaluate(compile_filter(read_filter({"any": [{"all": [condition]}]})), scope_of(body))


@pytest.mark.parametrize(
    ("path", "operator", "value"),
    [
        ("event.body.n", "EQUALS", 1),
        ("event.body.n", "EQUALS", 1.0),
        ("event.body.t", "EQUALS", True),
        ("event.body.o", "EQUALS", {"k": [1.0]}),
        ("event.body.n", "NOT_EQUALS", "1"),
        ("event.body.n", "NOT_EQUALS", True),
        ("event.body.absent", "NOT_EQUALS", 1),
        ("event.body.name", "CONTAINS", "_"),
        ("event.body.tags", "CONTAINS", "b"),
        ("event.body.tags", "NOT_CONTAINS", "c"),
        ("event.body.name", "STARTS_WITH", "pull"),
        ("event.body.name", "ENDS_WITH", "request"),
        ("event.body.n", "GREATER_THAN", 0.5),
        ("event.body.n", "LESS_THAN", 2),
        ("event.body.t", "EXISTS", None),
        ("event.body.z", "NOT_EXISTS", None),
        ("event.body.absent", "NOT_EXISTS", None),
        ("event.body.name", "IN", ["push", "pull_request"]),
        ("event.body.items[*].p", "EQUALS", 9),
        ("event.body.items[*].p", "NOT_EQUALS", 5),
        ("event.method", "EQUALS", "POST"),
    ],
)
def test_condition_holds(path: str, operator: str, value: Any) -> None:
    assert _evaluate(path, operator, value) is None


@pytest.mark.parametrize(
    ("path", "operator", "value", "reason"),
    [
        (
            "event.body.text",
            "EQUALS",
            1,
            'event.body.text is the text "1", expected equal to the number 1; a text never equals a number',
        ),
        (
            "event.body.n",
            "EQUALS",
            "1",
            'event.body.n is the number 1, expected equal to the text "1"; a text never equals a number',
        ),
        ("event.body.t", "EQUALS", 1, "event.body.t is true, expected equal to the number 1"),
        (
            "event.body.n",
            "NOT_EQUALS",
            1,
            "event.body.n is the number 1, expected not equal to the number 1",
        ),
        (
            "event.body.absent",
            "EQUALS",
            1,
            'event.body.absent is absent (there is no "absent" in the body), expected equal to the number 1',
        ),
        ("event.body.z", "EXISTS", None, "event.body.z is absent (it is null), expected present"),
        ("event.body.n", "NOT_EXISTS", None, "event.body.n is the number 1, expected not present"),
        (
            "event.body.tags",
            "CONTAINS",
            "c",
            'event.body.tags is a list, expected containing the text "c"',
        ),
        (
            "event.body.n",
            "STARTS_WITH",
            "1",
            'event.body.n is the number 1, expected starting with the text "1"; a text never equals a number',
        ),
        (
            "event.body.text",
            "GREATER_THAN",
            0,
            'event.body.text is the text "1", expected greater than the number 0; a text never equals a number',
        ),
        (
            "event.body.t",
            "GREATER_THAN",
            0,
            "event.body.t is true, expected greater than the number 0",
        ),
        (
            "event.body.name",
            "IN",
            ["push", 1],
            'event.body.name is the text "pull_request", expected one of the text "push", the number 1',
        ),
        (
            "event.body.items[*].p",
            "EQUALS",
            5,
            "event.body.items[*].p is one of 2 values, the first the number 1, expected equal to the number 5",
        ),
        (
            "event.body.items[*].p",
            "NOT_EQUALS",
            9,
            "event.body.items[*].p is one of 2 values, the first the number 1, expected not equal to the number 9",
        ),
    ],
)
def test_failed_condition_is_explained(path: str, operator: str, value: Any, reason: str) -> None:
    assert _evaluate(path, operator, value) == reason


def test_one_group_is_enough_and_every_condition_of_it_is_needed() -> None:
    yes = {"path": "event.body.n", "operator": "EQUALS", "value": 1}
    no = {"path": "event.body.t", "operator": "EQUALS", "value": False}

    def passes(*groups: list[dict[str, Any]]) -> bool:
        data = {"any": [{"all": group} for group in groups]}
        return evaluate(compile_filter(read_filter(data)), SCOPE) is None

    assert passes([no], [yes])
    assert not passes([yes, no])
    assert passes()


def test_reasons_of_all_groups_are_given() -> None:
    no = {"path": "event.body.n", "operator": "GREATER_THAN", "value": 5}
    never = {"path": "event.body.x", "operator": "EXISTS"}

    reason = evaluate(
        compile_filter(read_filter({"any": [{"all": [no]}, {"all": [never]}]})), SCOPE
    )

    assert reason == (
        "event.body.n is the number 1, expected greater than the number 5; and "
        'event.body.x is absent (there is no "x" in the body), expected present'
    )


def test_every_problem_of_the_data_is_named() -> None:
    data = {
        "any": [
            {
                "all": [
                    {"path": "event.body.n", "operator": "EQUAL", "value": 1},
                    {"operator": "EXISTS", "vale": 1},
                ]
            },
            {"some": []},
        ],
        "of": 1,
    }

    with pytest.raises(Invalid) as raised:
        read_filter(data, ("filter",))

    assert [(problem.code, problem.path) for problem in raised.value.problems] == [
        (ProblemCode.UNKNOWN_NAME, ("filter", "of")),
        (ProblemCode.INVALID, ("filter", "any", "0", "all", "0", "operator")),
        (ProblemCode.UNKNOWN_NAME, ("filter", "any", "0", "all", "1", "vale")),
        (ProblemCode.REQUIRED, ("filter", "any", "0", "all", "1", "path")),
        (ProblemCode.UNKNOWN_NAME, ("filter", "any", "1", "some")),
        (ProblemCode.REQUIRED, ("filter", "any", "1", "all")),
    ]
    assert raised.value.problems[2].message == 'there is no "vale" here; did you mean value?'


@pytest.mark.parametrize(
    ("operator", "value", "message"),
    [
        ("EXISTS", 1, "EXISTS takes no value"),
        ("IN", "a", "IN takes a list of 1 to 1000 values"),
        ("IN", [], "IN takes a list of 1 to 1000 values"),
        ("GREATER_THAN", "1", "GREATER_THAN takes a number, not a text"),
        ("LESS_THAN", True, "LESS_THAN takes a number, not true or false"),
        ("STARTS_WITH", 1, "STARTS_WITH takes a text, not a number"),
        ("EQUALS", None, "EQUALS needs a value; use NOT_EXISTS for what is absent or null"),
        ("EQUALS", b"x", "the value is not JSON, or deeper than 16 levels"),
        ("EQUALS", "x" * 20_000, "the value is longer than 16384 characters"),
    ],
)
def test_value_that_does_not_fit_its_operator_is_refused(
    operator: str, value: Any, message: str
) -> None:
    data = {"any": [{"all": [{"path": "event.body", "operator": operator, "value": value}]}]}

    with pytest.raises(Invalid) as raised:
        read_filter(data)

    assert [(problem.message, problem.path) for problem in raised.value.problems] == [
        (message, ("any", "0", "all", "0", "value"))
    ]


def test_paths_and_group_sizes_are_checked() -> None:
    known = KnownNames({}, has_event=True)
    condition = {"path": "event.boddy", "operator": "EXISTS"}
    event_filter = read_filter({"any": [{"all": [condition]}]})

    assert [problem.path for problem in check_filter(event_filter, known)] == [
        ("any", "0", "all", "0", "path")
    ]
    with pytest.raises(Invalid, match="a group has 1 to 50 conditions"):
        read_filter({"any": [{"all": []}]})
    with pytest.raises(Invalid, match="at most 50 groups"):
        read_filter({"any": [{"all": [condition]}] * 51})


@pytest.mark.parametrize(
    "data", [None, [], "x", 1, {"any": None}, {"any": [None]}, {"any": [{"all": [[]]}]}]
)
def test_data_of_another_shape_is_invalid(data: Any) -> None:
    with pytest.raises(Invalid):
        read_filter(data)


scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.lists(st.integers(), max_size=2)
)


@given(
    st.sampled_from(list(Operator)),
    scalars,
    st.binary() | scalars.map(lambda value: orjson.dumps({"a": str(value)})),
)
def test_any_filter_over_any_event_gives_a_verdict(
    operator: Operator, value: Any, body: bytes
) -> None:
    data = {"any": [{"all": [{"path": "event.body.a", "operator": str(operator), "value": value}]}]}
    try:
        compiled = compile_filter(read_filter(data))
    except Invalid:
        return

    reason = evaluate(compiled, scope_of(body))

    assert reason is None or reason.startswith("event.body.a is ")


@given(scalars, scalars)
def test_not_equals_is_the_opposite_of_equals(value: Any, wanted: Any) -> None:
    if wanted is None or value != value:  # noqa: PLR0124  NaN is not JSON
        return
    scope = {"event": {"body": {"a": value}}}

    def passes(operator: str) -> bool:
        data = {"any": [{"all": [{"path": "event.body.a", "operator": operator, "value": wanted}]}]}
        return evaluate(compile_filter(read_filter(data)), scope) is None

    assert passes("EQUALS") is not passes("NOT_EQUALS")

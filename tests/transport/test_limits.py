"""The bounds of one operation: cheap to check, the same on every transport, and wide enough for tools."""

import sys
from collections.abc import Callable

import pytest
from graphql import build_schema, get_introspection_query, parse, validate

from api.transport.cost import Cost, costs
from api.transport.documents import Documents, operation_type
from api.transport.limits import Limits, excess

from .endpoint import RESPONSE_JSON, Endpoint
from .sample import sample_schema


def nested(levels: int) -> str:
    """Nest fields so deep, the leaf included."""
    return "{" + "inner{" * (levels - 1) + "value" + "}" * levels


def bomb(fragments: int) -> str:
    """Double at every fragment."""
    chain = " ".join(
        f"fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }}" for n in range(fragments)
    )
    return f"{{ ...F0 }} {chain} fragment F{fragments} on Query {{ echo }}"


def calls(work: Callable[[], object]) -> int:
    """Count the calls of functions: the same on every machine, whatever else it does."""
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


COSTS = [
    ("{ a }", Cost(1, 1, 0, 0)),
    ("{ a { b c { d } } }", Cost(3, 4, 0, 0)),
    ("{ x: a y: a { z: b } }", Cost(2, 3, 3, 0)),
    ("query @q { a @i @j ... @k { b } ...F @l } fragment F on Q @m { c }", Cost(1, 3, 0, 6)),
    ("{ a { ...F } ...F } fragment F on Q { b { c } }", Cost(3, 5, 0, 0)),
    ("{ ...F } fragment F on Q { a ...F }", Cost(1, 1, 0, 0)),
    ("{ ...Nobody }", Cost()),
    (bomb(40), Cost(1, 2**40, 0, 0)),
]


@pytest.mark.parametrize(("text", "expected"), COSTS)
def test_cost_counts_what_is_spread_out(text: str, expected: Cost) -> None:
    assert list(costs(parse(text))) == [expected]


def test_fragment_bomb_is_refused_with_little_work() -> None:
    document = parse(bomb(40))

    assert excess(document, Limits()) == (
        "The operation selects too many fields (over a billion); at most 1000 are answered."
    )
    assert calls(lambda: excess(document, Limits())) < 2_000


OVER = {
    "depth": nested(16),
    "fields": "{" + "echo " * 1001 + "}",
    "aliases": "{" + " ".join(f"a{n}: echo" for n in range(51)) + "}",
    "directives": "{ echo " + "@include(if: true) " * 51 + "}",
    "tokens": "{" + "echo " * 2_000 + "}",
    "bomb": bomb(40),
    "second operation": "query A { echo } query B " + nested(16),
}


@pytest.mark.parametrize("text", OVER.values(), ids=OVER.keys())
async def test_operation_over_a_bound_is_refused_everywhere(endpoint: Endpoint, text: str) -> None:
    name = "A" if text.startswith("query A") else None
    response = await endpoint.post(text, RESPONSE_JSON, operationName=name)
    streamed = await endpoint.post(text, "text/event-stream", operationName=name)
    async with endpoint.ready() as wire:
        await wire.subscribe("1", text, operationName=name)
        frame = await wire.receive()

    codes = [error["extensions"]["code"] for error in response.json()["errors"]]
    assert (response.status_code, codes) == (400, ["OPERATION_TOO_COMPLEX"])
    assert (frame["type"], frame["payload"][0]["extensions"]["code"]) == ("error", codes[0])
    assert '"data":{' not in streamed.text
    assert "OPERATION_TOO_COMPLEX" in streamed.text


WITHIN = [
    nested(15),
    "{" + " ".join(f"a{n}: echo" for n in range(50)) + "}",
    get_introspection_query(specified_by_url=True, input_value_deprecation=True),
]


@pytest.mark.parametrize("text", WITHIN, ids=["depth", "aliases", "introspection"])
async def test_operation_at_a_bound_is_answered_twice_the_same(
    endpoint: Endpoint, text: str
) -> None:
    first, second = [(await endpoint.post(text)).json() for _ in range(2)]

    assert set(first) == {"data"}
    assert first == second


def test_thousand_fields_are_within_the_bounds() -> None:
    assert excess(parse("{" + "echo " * 1_000 + "}"), Limits()) is None


async def test_document_nested_absurdly_is_refused(endpoint: Endpoint) -> None:
    for text in (nested(900), "{ json(value: " + "[" * 900 + "]" * 900 + ") }"):
        response = await endpoint.post(text, RESPONSE_JSON)

        assert response.status_code == 400


async def test_several_operations_without_a_name_are_refused_before_any_runs(
    endpoint: Endpoint,
) -> None:
    text = "query A { echo } mutation B { change }"
    response = await endpoint.post(text, RESPONSE_JSON)
    chosen = await endpoint.post(text, RESPONSE_JSON, operationName="A")
    again = await endpoint.post(text, RESPONSE_JSON)

    assert (response.status_code, again.status_code) == (400, 400)
    assert "operationName" in response.json()["errors"][0]["message"]
    assert chosen.json() == {"data": {"echo": "hello"}}


async def test_caps_are_configurable() -> None:
    schema = sample_schema(Limits(depth=1))

    assert (await schema.execute("{ echo }")).errors is None
    assert (await schema.execute("{ inner { value } }")).errors is not None


async def test_loaders_are_fresh_for_each_operation(endpoint: Endpoint) -> None:
    async with endpoint.ready() as wire:
        for operation in ("1", "2"):
            await wire.subscribe(operation, "{ a: load b: load }")
            frame = await wire.receive()
            await wire.receive()

            assert frame["payload"]["data"] == {"a": 1, "b": 2}


def test_cache_keeps_documents_within_its_budget_of_tokens() -> None:
    documents = Documents(max_tokens=100, budget=10)
    first = documents.parse("{ a b c }")

    assert documents.parse("{ a b c }") is first
    documents.parse("{ d e f g }")
    assert documents.parse("{ a b c }") is not first


def test_operation_type_is_unknown_where_several_could_run() -> None:
    document = Documents(100).parse("query A { a } mutation B { b }")

    assert operation_type(document, None) is None
    assert operation_type(document, "C") is None
    kind = operation_type(document, "B")
    assert kind is not None
    assert kind.value == "mutation"


def test_validation_is_cheap_for_what_the_bounds_let_through() -> None:
    schema = build_schema("type Query { a: Query b(x: Int): Int }")
    widest = parse("{" + "b(x: 1) " * 330 + "}", max_tokens=2_000)

    assert validate(schema, widest) == []
    assert calls(lambda: validate(schema, widest)) < 1_500_000

"""Tables of the documentation name everything that exists, once, and nothing else."""

import re
from dataclasses import fields
from typing import Final

import msgspec
import prometheus_client
import pytest
from msgspec import inspect

import api.app  # noqa: F401  its metrics are registered when it is imported
from api.transport.limits import Limits
from domain import catalog
from domain.handshakes import (
    READY,
    Acknowledgement,
    FollowUp,
    HandshakeRule,
    ReplyTemplate,
)
from domain.handshakes.conditions import Ask
from domain.signatures import Basic, Hmac, Scheme, Token
from domain.signatures.doctor import HintCode
from domain.signatures.parts import Algorithm, Encoding, Signature, Timestamp, Unit, UrlVariant
from domain.signatures.slots import LOCATED, PLAIN
from domain.templates.filters import FILTERS
from domain.templates.operators import Operator
from domain.templates.scope import ANSWER_PARTS, EVENT_PARTS
from domain.verdict import Outcome, RejectionCause
from tests.docs.pages import ROOT, first_cells, page
from tests.docs.provider_table import table

VERDICTS: Final = page("verdicts.md")
SIGNATURES: Final = page("signatures.md")
OPERATING: Final = page("operating.md")
TEMPLATES: Final = page("templates.md")
HANDSHAKES: Final = page("handshakes.md")


def section(text: str, heading: str) -> str:
    """What stands below one heading, up to the next of any level."""
    _, found, rest = text.partition(f"\n{heading}\n")
    assert found, heading
    return rest.partition("\n#")[0]


def parameters(kind: type[msgspec.Struct]) -> list[str]:
    return [field.encode_name for field in msgspec.structs.fields(kind)]


def methods() -> list[str]:
    union = inspect.type_info(Scheme)
    assert isinstance(union, inspect.UnionType)
    return [str(one.tag) for one in union.types if isinstance(one, inspect.StructType)]


def test_every_outcome_has_one_row() -> None:
    cells = first_cells(section(VERDICTS, "## Outcomes"))

    assert sorted(cells) == sorted(Outcome)


def test_every_cause_has_one_row_in_the_order_of_the_code() -> None:
    assert first_cells(section(VERDICTS, "## Causes")) == list(RejectionCause)


def test_every_hint_of_the_doctor_has_one_row_in_the_order_of_the_code() -> None:
    assert first_cells(section(SIGNATURES, "## The signature doctor")) == list(HintCode)


def test_every_metric_of_ours_has_one_row() -> None:
    families = prometheus_client.REGISTRY.collect()
    ours = [one for one in families if one.name.startswith("hookwright_")]
    names = [f"{one.name}_total" if one.type == "counter" else one.name for one in ours]

    assert sorted(first_cells(section(OPERATING, "## Metrics"))) == sorted(names)


def test_the_providers_page_holds_the_catalogs_table() -> None:
    text = page("providers.md")

    made = text.partition("provider_table -->\n\n")[2].partition("\n<!-- end -->")[0]

    assert made == table()
    assert first_cells(made) == list(catalog.load().providers)


def test_every_ready_handshake_has_one_row() -> None:
    assert first_cells(section(HANDSHAKES, "## Ready rules")) == list(READY)


def test_the_ready_rules_table_names_their_methods() -> None:
    rows = [line for line in HANDSHAKES.splitlines() if line.startswith("| `")]
    named = {row.split("`")[1]: row.split("|")[-2].strip() for row in rows}

    assert {name: named[name] for name in READY} == {
        name: ready.rule["when"]["method"] for name, ready in READY.items()
    }


def test_every_field_of_a_handshake_rule_has_one_row() -> None:
    cells = first_cells(section(HANDSHAKES, "## A rule"))

    own = [cell for cell in cells if not cell.startswith("{")]
    assert own == [*parameters(HandshakeRule), "reply", *parameters(ReplyTemplate)]
    asked = [re.findall(r"\w+", cell)[0] for cell in cells if cell.startswith("{")]
    assert list(dict.fromkeys(asked)) == [ask for ask in Ask if ask is not Ask.EQUALS]


def test_every_field_of_a_follow_up_and_an_acknowledgement_has_one_row() -> None:
    follow_up = first_cells(section(HANDSHAKES, "## Follow-ups"))
    acknowledgement = first_cells(section(HANDSHAKES, "## Acknowledgement"))

    assert follow_up == ["follow_up", *parameters(FollowUp)]
    assert acknowledgement == parameters(Acknowledgement)


def test_every_filter_has_one_row() -> None:
    cells = first_cells(section(TEMPLATES, "## Filters"))

    assert [cell.partition("(")[0] for cell in cells] == list(FILTERS)
    assert cells == [written(name) for name in FILTERS]


def written(name: str) -> str:
    arguments = ", ".join(parameter.name for parameter in FILTERS[name].parameters)
    return f"{name}({arguments})" if arguments else name


def test_every_operator_has_one_row() -> None:
    assert first_cells(section(TEMPLATES, "## Event filters")) == list(Operator)


def test_every_part_of_an_event_and_an_answer_is_named() -> None:
    text = section(TEMPLATES, "## What can be read where")

    rows = [line for line in text.splitlines() if line.startswith(("| `event.", "| `setup."))]

    answer, event = rows
    assert [part for part in ANSWER_PARTS if f".{part}" not in answer] == []
    assert [part for part in EVENT_PARTS if f".{part}" not in event] == []


def test_every_scheme_method_has_one_row() -> None:
    assert sorted(first_cells(section(SIGNATURES, "## Methods"))) == sorted(methods())


@pytest.mark.parametrize(("heading", "kind"), [("### `token`", Token), ("### `basic`", Basic)])
def test_every_parameter_of_a_method_has_one_row(heading: str, kind: type[msgspec.Struct]) -> None:
    assert first_cells(section(SIGNATURES, heading)) == parameters(kind)


def test_every_parameter_of_an_hmac_and_its_parts_has_a_row() -> None:
    cells = first_cells(section(SIGNATURES, "### `hmac`"))

    wanted = [*parameters(Hmac), *parameters(Signature), *parameters(Timestamp)]
    assert sorted(set(wanted) - set(cells)) == []
    assert cells.count("from") == 2


@pytest.mark.parametrize("word", [*Algorithm, *Encoding, *Unit, *UrlVariant])
def test_every_choice_of_an_hmac_is_named(word: str) -> None:
    assert f"`{word}`" in section(SIGNATURES, "### `hmac`")


def test_every_content_slot_has_one_row() -> None:
    cells = [cell for cell in first_cells(section(SIGNATURES, "### `hmac`")) if cell[0] == "{"]

    assert sorted(cells) == sorted(
        [*(f"{{{name}}}" for name in PLAIN), *(f"{{{kind}:…}}" for kind in LOCATED)]
    )


def test_every_way_to_be_turned_away_has_one_row() -> None:
    source = (ROOT / "receiver/endpoint.py").read_text(encoding="utf-8")
    text = section(VERDICTS, "## What leaves no row")

    counted = re.findall(r'(?:_without_row\(\w+, |turned_away\()"([^"]+)"', source)
    rows = re.findall(r"\| `([a-z ]+)` \|$", text, re.MULTILINE)

    assert sorted(rows) == sorted(set(counted))


def test_the_limits_of_an_operation_are_the_codes() -> None:
    most = Limits()
    row = (
        f"{most.depth} levels, {most.fields} fields, {most.aliases} aliases, "
        f"{most.directives} directives, {most.tokens} tokens"
    )

    assert row in OPERATING
    assert [field.name for field in fields(Limits)] == [
        "depth",
        "fields",
        "aliases",
        "directives",
        "tokens",
    ]

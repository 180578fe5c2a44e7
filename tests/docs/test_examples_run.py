"""Every example in the documentation is read by the code it is about, and gives what the page says."""

import json
import tomllib
from typing import Final

import pytest

from domain import catalog
from domain.catalog.reading import read_provider
from domain.handshakes import check_rules, read_acknowledgement, read_rules
from domain.request import Request
from domain.signatures import compile_verifier, read_scheme, to_data
from domain.templates.conditions import compile_filter, evaluate, read_filter
from domain.templates.identifiers import ids
from domain.templates.names import KnownNames, check
from domain.templates.path import Path
from domain.templates.scope import RequestScope, Scope
from domain.templates.template import Template
from domain.wizard.verification import from_form
from tests.docs.pages import examples, lines, page
from tests.signatures.build import NOW, is_accepted, request

TEMPLATES: Final = page("templates.md")
SIGNATURES: Final = page("signatures.md")
HANDSHAKES: Final = page("handshakes.md")
SECRETS: Final = {"KEY": "k3y"}
SECRET_ENTRY: Final[dict[str, str]] = {"name": "secret", "value": "{{secrets.KEY}}"}
NAMED: Final = [text for text in examples(SIGNATURES, "toml") if text.startswith("# ")]


def the_request() -> Request:
    (text,) = examples(TEMPLATES, "http")
    head, _, body = text.partition("\n\n")
    line, *fields = head.splitlines()
    method, target = line.split(" ")
    path, _, query = target.partition("?")
    pairs = tuple((name, value.strip()) for name, _, value in (f.partition(":") for f in fields))
    return request(body.encode(), pairs, method=method, path=path, query=query)


def scope() -> Scope:
    return {"event": RequestScope(the_request()), "secrets": SECRETS}


@pytest.mark.parametrize("text", examples(SIGNATURES, "toml"))
def test_a_toml_scheme_is_read_and_written_back_the_same(text: str) -> None:
    scheme = read_scheme(tomllib.loads(text))

    assert read_scheme(to_data(scheme)) == scheme


@pytest.mark.parametrize("text", NAMED, ids=[text.splitlines()[0][2:] for text in NAMED])
def test_a_named_scheme_is_the_catalogs_own(text: str) -> None:
    slug = text.splitlines()[0].removeprefix("# ")

    assert read_scheme(tomllib.loads(text)) == catalog.provider(slug).schemes[0].scheme


def test_these_providers_schemes_are_shown() -> None:
    slugs = [text.splitlines()[0] for text in NAMED]

    assert slugs == ["# slack", "# stripe", "# github", "# twilio", "# gitlab"]


@pytest.mark.parametrize("text", examples(SIGNATURES, "json"))
def test_a_json_scheme_is_read_as_the_api_reads_it(text: str) -> None:
    data = json.loads(text)
    form = data if "scheme" in data else {"scheme": data, "secrets": [SECRET_ENTRY]}

    assert from_form("scheme", form).form == "scheme"


def test_githubs_published_example_verifies_by_the_page() -> None:
    (shell,) = examples(SIGNATURES, "sh")
    command, answer = shell.splitlines()
    body, key = command.split("'")[1], command.split('"')[1]
    scheme = read_scheme(tomllib.loads(NAMED[2]))
    genuine = request(body.encode(), {"X-Hub-Signature-256": f"sha256={answer.strip('# ')}"})

    assert is_accepted(compile_verifier(scheme, {"secret": [key]}), genuine, NOW)


@pytest.mark.parametrize("text", examples(HANDSHAKES, "toml"))
def test_toml_handshakes_are_read(text: str) -> None:
    data = tomllib.loads(text)

    assert len(read_rules(data.get("handshakes", []))) == text.count("[[handshakes]]")
    assert read_acknowledgement(data.get("acknowledgement", {})).status == 200


@pytest.mark.parametrize("text", examples(HANDSHAKES, "json"))
def test_json_handshakes_are_read_and_name_only_what_exists(text: str) -> None:
    rules = read_rules(json.loads(text))
    known = KnownNames({"secrets": frozenset({"META_VERIFY_TOKEN"})}, has_event=True)

    assert check_rules(rules, known) == []


@pytest.mark.parametrize(("text", "value"), lines(TEMPLATES, "template"))
def test_a_template_gives_what_the_page_says(text: str, value: str) -> None:
    assert Template.parse(text).render(scope()) == json.loads(value)


@pytest.mark.parametrize(("text", "message"), lines(TEMPLATES, "error"))
def test_a_wrong_template_is_refused_as_the_page_says(text: str, message: str) -> None:
    known = KnownNames({"secrets": frozenset(SECRETS)}, has_event=True)

    assert [problem.message for problem in check(text, known)] == [message]


@pytest.mark.parametrize("text", examples(TEMPLATES, "json"))
def test_the_filter_lets_the_pages_request_pass(text: str) -> None:
    compiled = compile_filter(read_filter(json.loads(text)))

    assert evaluate(compiled, scope()) is None


@pytest.mark.parametrize(("paths", "found"), lines(TEMPLATES, "routing"))
def test_routing_finds_the_ids_that_the_page_says(paths: str, found: str) -> None:
    parsed = [Path.parse(text) for text in paths.split(", ")]

    assert list(ids(parsed, scope())) == json.loads(found)


def test_the_example_of_a_provider_file_is_read() -> None:
    (text,) = examples(page("providers.md"), "toml")

    provider = read_provider("acme", text)

    assert provider.slug == "acme"
    assert provider.examples[0].name == "order created"

"""The catalog is read strictly: every file holds, and a wrong one stops the start by file, key and nearest name."""

from datetime import date
from pathlib import Path
from typing import Final

import orjson
import pytest

from domain import catalog
from domain.errors import Misconfigured, NotFound
from domain.handshakes import compile_rules
from domain.templates.names import KnownNames, check
from domain.templates.path import Path as EventPath

PROVIDERS: Final = list(catalog.load().providers.values())
each_provider = pytest.mark.parametrize("provider", PROVIDERS, ids=[one.slug for one in PROVIDERS])
WANTED: Final = [
    "asana",
    "github",
    "hubspot",
    "linear",
    "meta",
    "shopify",
    "slack",
    "standard-webhooks",
    "stripe",
    "twilio",
    "zoom",
]
GOOD: Final = """
name = "Example"
slug = "example"
description = "An example."
documentation = "https://example.com"
creation = "MANUAL"
level = "USER"

[[sources]]
url = "https://example.com"
read = 2026-11-23

[[schemes]]
slug = "token"
name = "Token"
scheme = { method = "token", from = "header:X-Token" }

[[secrets]]
name = "secret"
label = "Token"
help = "Yours."
value = "{{secrets.TOKEN}}"

[[examples]]
name = "ping"
body = "{}"
"""


def refused(folder: Path, text: str) -> str:
    """What stops the start when this is the only file."""
    (folder / "example.toml").write_text(text, encoding="utf-8")
    with pytest.raises(Misconfigured) as caught:
        catalog.read_folder(folder)
    return str(caught.value)


def test_the_providers_that_a_new_user_looks_for_are_there() -> None:
    assert set(WANTED) <= catalog.load().providers.keys()


def test_the_catalog_is_read_once() -> None:
    assert catalog.load() is catalog.load()


def test_an_unknown_provider_is_not_found() -> None:
    with pytest.raises(NotFound):
        catalog.provider("slcak")


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("slack", ["slack"]),
        ("WhatsApp", ["meta"]),
        ("  git CODE ", ["github", "gitlab"]),
        ("nothing like it", []),
    ],
)
def test_search_finds_providers_by_every_word_in_any_case(text: str, slugs: list[str]) -> None:
    assert [one.slug for one in catalog.search(text)] == slugs


def test_search_shows_names_before_descriptions_and_everything_for_no_word() -> None:
    is_named = ["x" in one.name.lower() for one in catalog.search("x")]
    assert {True, False} == set(is_named)
    assert is_named == sorted(is_named, reverse=True)
    assert list(catalog.search("")) == PROVIDERS


def test_a_good_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "example.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not a provider", encoding="utf-8")

    one = catalog.read_folder(tmp_path).provider("example")

    assert one.sources[0].read == date(2026, 11, 23)
    assert one.secrets[0].value == "{{secrets.TOKEN}}"


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ('name = "Example"', 'nmae = "Example"', "nmae: unknown name 'nmae'; did you mean 'name'?"),
        (
            'label = "Token"',
            'lable = "Token"',
            "secrets.0.lable: unknown name 'lable'; did you mean 'label'?",
        ),
        ("from = ", "form = ", "schemes.0.scheme.form: unknown name 'form'; did you mean 'from'?"),
        ('"header:X', '"haeder:X', "schemes.0.scheme.from: 'haeder:X-Token' is not a place"),
        ("read = 2026-11-23", 'read = "today"', "sources.0.read: a date is needed, not this text"),
        ('"MANUAL"', '"API"', "creation: one of API_REQUEST, MANUAL is needed, not this text"),
        ('"MANUAL"', '"API_REQUEST"', "setup: a webhook made by API request needs its request"),
        ('slug = "example"', 'slug = "other"', "slug: the slug must be the file's name, 'example'"),
        ("{{secrets.TOKEN}}", "{{secrets.}", "secrets.0.value: "),
        ('name = "secret"', 'name = "token"', "secrets: a scheme uses the secret 'secret'"),
        ("[[sources]]", "[[sources]", "file: this is not TOML"),
    ],
)
def test_a_wrong_key_stops_the_start_by_file_path_and_nearest_name(
    tmp_path: Path, before: str, after: str, line: str
) -> None:
    message = refused(tmp_path, GOOD.replace(before, after))

    assert f"\n  example.toml: {line}" in message


def test_a_handshake_is_read_as_strictly_as_the_rest(tmp_path: Path) -> None:
    rule = '\n[[handshakes]]\nname = "Any"\nwhen = { method = "POST" }\nrepply = { echo = true }\n'

    message = refused(tmp_path, GOOD + rule)

    assert "handshakes.0.repply: unknown name 'repply'; did you mean 'reply'?" in message


@each_provider
def test_every_handshake_compiles(provider: catalog.Provider) -> None:
    compile_rules(provider.handshakes)


@each_provider
def test_what_is_kept_is_what_is_used(provider: catalog.Provider) -> None:
    """Every persisted name in a secret's default, teardown or renewal is kept by the setup or a handshake."""
    kept = {pair.name for pair in (provider.setup.keep if provider.setup else ())}
    kept |= {name for rule in provider.handshakes for name in rule.persist}
    known = KnownNames(
        closed={
            "persisted": frozenset(kept),
            "secrets": frozenset(_secret_names(provider)),
            "settings": frozenset({"webhookURL"}),
            "credential": frozenset({"accessToken", *(field.name for field in provider.fields)}),
        }
    )
    texts = [secret.value for secret in provider.secrets]
    if provider.setup:
        texts += [one.url for one in (provider.setup.request, provider.setup.teardown) if one]

    assert check(texts, known) == []


@each_provider
def test_every_source_is_a_page_and_names_the_day_it_was_read(provider: catalog.Provider) -> None:
    assert all(source.url.startswith("https://") for source in provider.sources)
    assert all(source.read <= date(2026, 11, 30) for source in provider.sources)


@each_provider
def test_every_json_example_is_json_and_is_routed_by_a_path_of_the_provider(
    provider: catalog.Provider,
) -> None:
    for example in provider.examples:
        if example.content_type.startswith("application/json"):
            orjson.loads(example.body)
    for path in provider.routing.paths:
        assert EventPath.parse(path).root == "event"


def _secret_names(provider: catalog.Provider) -> set[str]:
    """Project secrets may have any name: those that the file's templates use."""
    return {
        word.partition("}")[0]
        for secret in provider.secrets
        for word in secret.value.split("secrets.")[1:]
    }


def test_an_oauth_endpoint_is_https(tmp_path: Path) -> None:
    oauth = (
        '\n[oauth]\nauthorize_url = "http://example.com/a"\ntoken_url = "https://example.com/t"\n'
    )

    message = refused(tmp_path, GOOD + oauth)

    assert "example.toml: oauth.authorize_url: an OAuth endpoint is an https:// address" in message

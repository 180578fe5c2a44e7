"""The published JSON Schema: as the code makes it, sound, and agreeing with the strict reader."""

import tomllib
from importlib import resources
from pathlib import Path
from typing import Any, Final

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from domain.catalog.published import json_schema, json_schema_text

FILES: Final = sorted(
    (file for file in (resources.files("domain.catalog") / "providers").iterdir()),
    key=lambda file: file.name,
)
PUBLISHED: Final = Path(__file__).parents[2] / "docs" / "provider.schema.json"
VALIDATOR: Final = Draft202012Validator(json_schema())


def as_json(text: str) -> Any:
    """The data of a file as JSON sees it: days are texts."""
    data = tomllib.loads(text)
    for source in data["sources"]:
        source["read"] = source["read"].isoformat()
    return data


def test_the_published_file_is_what_the_code_makes() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == json_schema_text()


def test_the_schema_is_sound() -> None:
    Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_every_file_agrees_with_it(file: Any) -> None:
    assert list(VALIDATOR.iter_errors(as_json(file.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [("nmae", "x"), ("level", "TEAM"), ("schemes", "hmac"), ("sources", [{"url": "x"}])],
)
def test_what_the_reader_refuses_it_refuses(key: str, value: object) -> None:
    data = as_json(FILES[0].read_text(encoding="utf-8"))

    assert not VALIDATOR.is_valid({**data, key: value})

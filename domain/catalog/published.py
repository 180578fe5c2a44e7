"""The form of a provider's file as a JSON Schema, for editors that complete and check while one types.

Made from the classes that read the files, so it cannot say anything else. Leaves out what only reading
finds: what the texts mean and what must agree.
"""

import inspect
from typing import Any

import msgspec

from domain.catalog.provider import Provider


def json_schema() -> dict[str, Any]:
    """A JSON Schema (2020-12) of one file; TOML's dates are texts of the format `date` in it."""
    schema = msgspec.json.schema(Provider)
    root = schema["$defs"].pop("Provider")
    parts = {name: _described(part) for name, part in sorted(schema["$defs"].items())}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_described(root),
        "title": "A provider of Hookwright's catalog",
        "$defs": parts,
    }


def json_schema_text() -> str:
    """The same as text, as it is published."""
    return msgspec.json.format(msgspec.json.encode(json_schema()), indent=2).decode() + "\n"


def _described(part: dict[str, Any]) -> dict[str, Any]:
    if "description" in part:
        return {**part, "description": inspect.cleandoc(part["description"])}
    return part

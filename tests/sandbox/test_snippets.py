"""What providers' documentation shows for Node gives here what it gives in Node, for a genuine and a tampered request.

`snippets/record.mjs` wrote down what Node gave; Node is not needed here.
"""

import json
from base64 import b64decode
from pathlib import Path
from typing import Any, Final

import pytest

from domain.request import Request
from domain.sandbox import Call, Mode, Sandbox
from tests.sandbox.asking import NOW

FOLDER: Final = Path(__file__).with_name("snippets")
RECORDED: Final[dict[str, dict[str, Any]]] = json.loads(
    (FOLDER / "recorded.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("sent", ["genuine", "tampered"])
@pytest.mark.parametrize("name", sorted(RECORDED))
async def test_a_snippet_ends_as_in_node(sandbox: Sandbox, name: str, sent: str) -> None:
    snippet = RECORDED[name]
    expected = snippet[sent]
    code = (FOLDER / f"{name}.js").read_text(encoding="utf-8")
    request = _request(expected["request"])

    outcome = await sandbox.run(
        Call("prj_1", code, Mode(snippet["mode"]), snippet["parameters"], request)
    )

    assert (outcome.failure.message if outcome.failure else None) == _message(expected)
    assert outcome.value == _with_bytes(expected.get("value"))
    assert [[line.level, line.text] for line in outcome.console] == expected["console"]


def test_every_snippet_is_recorded() -> None:
    assert sorted(one.stem for one in FOLDER.glob("*.js")) == sorted(RECORDED)


def test_enough_providers_are_spoken_for() -> None:
    assert len(RECORDED) >= 25


def _request(sent: dict[str, Any]) -> Request:
    return Request(
        method=sent["method"],
        public_url="https://hooks.example.com",
        path=sent["path"],
        query_string=sent["query"],
        headers=tuple((name, value) for name, value in sent["headers"]),
        body=sent["body"].encode(),
        received_at=NOW,
    )


def _message(expected: dict[str, Any]) -> str | None:
    error = expected.get("error")
    return f"{error['name']}: {error['message']}" if error else None


def _with_bytes(value: Any) -> Any:
    match value:
        case {"bytes": str(text)}:
            return b64decode(text)
        case {"body": {"bytes": str(text)}, **rest}:
            return {**rest, "body": b64decode(text)}
        case _:
            return value

"""Whatever stands in an input, it is answered as data or refused by name: never an error of ours."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.api.world import Workshop

HOSTILE = ["", " ", "\0", "\ud800", "{{", "{{secrets.SIGNING}}", "é" * 20_000, "../..", "a\r\nb: c"]

PAIR = {"name": "TEXT", "value": "TEXT"}
REQUEST = {
    "url": "TEXT",
    "method": "TEXT",
    "headers": [PAIR],
    "query": [PAIR],
    "body": {"json": {"TEXT": ["TEXT"]}},
    "authorization": {"basic": {"username": "TEXT", "password": "TEXT"}},
}
PLACED = {"header": "TEXT", "secret": "TEXT", "previousSecret": "TEXT", "prefix": "TEXT"}
INPUTS: list[tuple[str, dict[str, Any]]] = [
    ("createIntegration", {"name": "TEXT", "apiBaseUrl": "TEXT", "provider": "TEXT"}),
    ("createIntegration", {"name": "TEXT", "authorization": {"headers": [PAIR]}}),
    ("updateIntegration", {"integrationId": "TEXT", "name": "TEXT"}),
    ("updateIntegration", {"integrationId": "INTEGRATION", "name": "TEXT"}),
    ("deleteIntegration", {"integrationId": "TEXT"}),
    ("setSecret", {"name": "TEXT", "value": "TEXT"}),
    ("setSecret", {"name": "GOOD", "value": "TEXT"}),
    ("deleteSecret", {"name": "TEXT"}),
    ("createEditorToken", {"name": "TEXT"}),
    ("revokeEditorToken", {"tokenId": "TEXT"}),
    ("disconnectAccount", {"credentialId": "TEXT"}),
    (
        "connectAccount",
        {
            "integrationId": "INTEGRATION",
            "userId": "TEXT",
            "providerId": "TEXT",
            "authorization": {"headers": [PAIR]},
        },
    ),
    (
        "createTrigger",
        {
            "integrationId": "INTEGRATION",
            "name": "TEXT",
            "description": "TEXT",
            "template": "TEXT",
        },
    ),
    ("updateBasicInfo", {"triggerId": "TRIGGER", "name": "TEXT", "description": "TEXT"}),
    (
        "updateWebhookSetup",
        {
            "triggerId": "TRIGGER",
            "request": REQUEST,
            "teardown": {**REQUEST, "body": {"form": [PAIR]}},
            "keep": [PAIR],
            "renewal": {
                "expiresAt": "TEXT",
                "request": {
                    **REQUEST,
                    "body": {"raw": {"text": "TEXT", "contentType": "TEXT"}},
                    "authorization": {"query": [PAIR]},
                },
            },
        },
    ),
    (
        "updateWebhookResponse",
        {
            "triggerId": "TRIGGER",
            "readyHandshakes": ["TEXT"],
        },
    ),
    (
        "updateWebhookResponse",
        {
            "triggerId": "TRIGGER",
            "handshakes": [
                {
                    "name": "TEXT",
                    "when": [{"path": "TEXT", "equals": "TEXT"}],
                    "require": [PAIR],
                    "persist": [PAIR],
                    "reply": {"headers": [PAIR], "text": "TEXT", "json": {"TEXT": "TEXT"}},
                }
            ],
        },
    ),
    (
        "updateEventHandling",
        {
            "triggerId": "TRIGGER",
            "routing": ["TEXT"],
            "deduplicationKey": "TEXT",
            "filter": {"any": [{"all": [{"path": "TEXT", "operator": "IN", "value": ["TEXT"]}]}]},
        },
    ),
    (
        "updateEventHandling",
        {
            "triggerId": "TRIGGER",
            "verification": {
                "hmac": {**PLACED, "signedContent": "TEXT", "timestampHeader": "TEXT"}
            },
        },
    ),
    ("updateEventHandling", {"triggerId": "TRIGGER", "verification": {"token": PLACED}}),
    (
        "updateEventHandling",
        {
            "triggerId": "TRIGGER",
            "verification": {"provider": {"provider": "TEXT", "scheme": "TEXT", "secrets": [PAIR]}},
        },
    ),
    (
        "updateEventHandling",
        {
            "triggerId": "TRIGGER",
            "verification": {"basic": {"username": "TEXT", "password": "TEXT"}},
        },
    ),
    (
        "updateEventHandling",
        {
            "triggerId": "TRIGGER",
            "verification": {"scheme": {"TEXT": "TEXT", "scheme": {"method": "TEXT"}}},
        },
    ),
    ("updateEventHandling", {"triggerId": "TRIGGER", "verification": {"scheme": "TEXT"}}),
    ("previewHandling", {"triggerId": "TRIGGER", "routing": ["TEXT"], "deduplicationKey": "TEXT"}),
    ("previewHandling", {"triggerId": "TRIGGER", "verification": {"scheme": {"TEXT": "TEXT"}}}),
    ("previewHandling", {"triggerId": "TEXT"}),
    ("replayDelivery", {"deliveryId": "TEXT"}),
    ("replayEvent", {"eventId": "TEXT"}),
    ("replayIntoTestStep", {"workflowId": "TEXT", "deliveryId": "TEXT"}),
    ("routeDelivery", {"deliveryId": "TEXT", "credentialId": "TEXT"}),
    ("previewReplayEvents", {"triggerId": "TEXT"}),
    ("replayEvents", {"triggerId": "TRIGGER", "credentialId": "TEXT"}),
    ("replayEvents", {"triggerId": "TRIGGER", "receivedFrom": "TEXT"}),
    ("retryRuns", {"workflowId": "TEXT"}),
    ("cancelReplay", {"replayId": "TEXT"}),
    ("setExpectedSilence", {"triggerId": "TEXT", "minutes": None}),
]


def filled(value: Any, words: dict[str, str]) -> Any:
    """Replace the words in all texts and keys."""
    if isinstance(value, dict):
        return {words.get(key, key): filled(each, words) for key, each in value.items()}
    if isinstance(value, list):
        return [filled(each, words) for each in value]
    return words.get(value, value)


def single(value: Any, wrong: str, fine: str) -> Iterator[Any]:
    """Make one variant for each TEXT, where that alone is wrong, and one where all are."""
    count = str(value).count("TEXT")
    yield filled(value, {"TEXT": wrong})
    for index in range(count):
        places = iter(range(count))
        yield _replaced(
            value, lambda places=places, index=index: wrong if next(places) == index else fine
        )


def _replaced(value: Any, word: Any) -> Any:
    if isinstance(value, dict):
        return {
            (word() if key == "TEXT" else key): _replaced(each, word) for key, each in value.items()
        }
    if isinstance(value, list):
        return [_replaced(each, word) for each in value]
    return word() if value == "TEXT" else value


@pytest.mark.parametrize(("name", "given"), INPUTS)
async def test_hostile_text_in_an_input_is_never_an_error_of_ours(
    bench: Workshop, name: str, given: dict[str, Any]
) -> None:
    kind = name[0].upper() + name[1:]
    mutation = (
        f"mutation ($input: {kind}Input!) {{ {name}(input: $input) {{ errors {{ code path }} }} }}"
    )
    own = {"INTEGRATION": bench.integration_id, "TRIGGER": bench.trigger_id}
    look = """query ($id: ID!) { trigger(id: $id) {
      name wizard { steps { missing { code path } } } setup { request { url } }
      response { handshakes { name } } handling { verification { form scheme } routing }
      variables(step: WEBHOOK_SETUP) { name variables { path } } } }"""

    for hostile in HOSTILE:
        for variant in single(given, hostile, "fine"):
            body = await bench.editor.post(mutation, input=filled(variant, own))
            codes = [error["extensions"]["code"] for error in body.get("errors", ())]
            assert codes in ([], ["BAD_USER_INPUT"]), (variant, body)
        assert "errors" not in await bench.editor.post(look, id=bench.trigger_id)
        await bench.deliver({"team": "T1"})


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_in_a_query_finds_nothing(bench: Workshop, text: str) -> None:
    query = """query ($id: ID!, $text: String!) {
      node(id: $id) { id } integration(id: $id) { id } trigger(id: $id) { id } delivery(id: $id) { id }
      provider(slug: $text) { name } providers(search: $text) { edges { cursor } } }"""
    found = await bench.editor.data(query, id=text, text=text)

    names = ("node", "integration", "trigger", "delivery", "provider")
    assert [found[name] for name in names] == [None] * 5

"""The ready rules answer what the providers' pages describe, and leave their ordinary events alone."""

import base64
import hashlib
import hmac
from typing import Any

import orjson
import pytest

from domain.handshakes import READY, check_rules, match, read_rules
from domain.request import Request
from domain.templates.names import KnownNames

from .challenges import OURS, answered, challenge, ready

KNOWN = KnownNames({root: frozenset(names) for root, names in OURS.items()}, has_event=True)
TEXT = "text/plain; charset=utf-8"


@pytest.mark.parametrize("name", list(READY))
def test_ready_rule_is_valid_and_says_where_it_comes_from(name: str) -> None:
    rules = read_rules([READY[name].rule])

    assert check_rules(rules, KNOWN) == []
    assert READY[name].description.endswith(".")
    assert "/" in READY[name].source


def _json(value: Any) -> bytes:
    return orjson.dumps(value)


@pytest.mark.parametrize(
    ("name", "request_", "body"),
    [
        (
            "echo_challenge_json",
            challenge(
                body=_json({"challenge": "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"})
            ),
            {"challenge": "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"},
        ),
        (
            "slack_url_verification",
            challenge(body=_json({"type": "url_verification", "challenge": "c", "token": "t"})),
            {"challenge": "c"},
        ),
        (
            "zoom_url_validation",
            challenge(
                body=_json(
                    {
                        "event": "endpoint.url_validation",
                        "payload": {"plainToken": "qgg8vlvZRS6UYooatFL8Aw"},
                    }
                )
            ),
            {
                "plainToken": "qgg8vlvZRS6UYooatFL8Aw",
                "encryptedToken": hmac.digest(
                    b"zoom-secret", b"qgg8vlvZRS6UYooatFL8Aw", "sha256"
                ).hex(),
            },
        ),
        (
            "x_crc",
            challenge("GET", query="crc_token=abc&nonce=1"),
            {
                "response_token": "sha256="
                + base64.b64encode(hmac.digest(b"x-secret", b"abc", "sha256")).decode()
            },
        ),
        (
            "ebay_challenge",
            challenge("GET", query="challenge_code=123"),
            {
                "challengeResponse": hashlib.sha256(
                    b"123ebay-tokenhttps://hooks.example.com/triggers/connect/prj_1/int_1"
                ).hexdigest()
            },
        ),
        (
            "event_grid_validation",
            challenge(
                body=_json([{"data": {"validationCode": "512d38b6"}}]),
                headers=(("aeg-event-type", "SubscriptionValidation"),),
            ),
            {"validationResponse": "512d38b6"},
        ),
    ],
)
def test_challenge_is_answered_in_json(name: str, request_: Request, body: Any) -> None:
    found = answered(ready(name), request_)

    assert found is not None
    assert found.reply.status == 200
    assert dict(found.reply.headers)["content-type"] == "application/json"
    assert orjson.loads(found.reply.body) == body


@pytest.mark.parametrize(
    ("name", "request_", "text"),
    [
        (
            "meta_verify_token",
            challenge(
                "GET",
                query="hub.mode=subscribe&hub.verify_token=our-verify-token&hub.challenge=1158",
            ),
            "1158",
        ),
        (
            "graph_validation_token",
            challenge(query="validationToken=Validation%3A+Testing+%3Cscript%3E"),
            "Validation: Testing <script>",
        ),
        ("query_challenge", challenge("GET", query="challenge=abc123"), "abc123"),
    ],
)
def test_challenge_is_answered_in_text(name: str, request_: Request, text: str) -> None:
    found = answered(ready(name), request_)

    assert found is not None
    assert found.reply.status == 200
    assert found.reply.headers == (("content-type", TEXT), ("x-content-type-options", "nosniff"))
    assert found.reply.body.decode() == text


def test_cloudevents_sender_is_allowed_its_origin() -> None:
    request = challenge(
        "OPTIONS", headers=(("webhook-request-origin", "eventemitter.example.com"),)
    )

    found = answered(ready("cloudevents_options"), request)

    assert found is not None
    assert found.reply.headers == (
        ("allow", "POST"),
        ("webhook-allowed-origin", "eventemitter.example.com"),
        ("webhook-allowed-rate", "*"),
    )


def test_head_is_answered_with_an_empty_200() -> None:
    found = answered(ready("head_ok"), challenge("HEAD"))

    assert found is not None
    assert (found.reply.status, found.reply.body) == (200, b"")


@pytest.mark.parametrize("name", list(READY))
@pytest.mark.parametrize(
    "body",
    [b'{"type": "event_callback", "event": {"type": "message"}}', b'[{"id": 1}]', b"a=1", b""],
)
def test_ordinary_event_is_no_handshake(name: str, body: bytes) -> None:
    request = challenge(
        body=body, headers=(("content-type", "application/json"), ("x-hook-signature", "0"))
    )

    assert match(ready(name), request) is None

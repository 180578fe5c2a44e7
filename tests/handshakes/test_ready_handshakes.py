"""The ready rules answer what the providers' pages describe, and leave their ordinary events alone."""

import base64
import hashlib
import hmac
import re
from typing import Any

import orjson
import pytest

from domain.handshakes import (
    READY,
    Call,
    HandshakeRefused,
    answer,
    check_rules,
    match,
    read_rules,
)
from domain.request import Request
from domain.simulator.challenges import challenge as made_up
from domain.templates.names import KnownNames
from domain.templates.scope import RequestScope

from .challenges import OURS, answered, challenge, ready

KNOWN = KnownNames({root: frozenset(names) for root, names in OURS.items()}, has_event=True)
TEXT = "text/plain; charset=utf-8"


@pytest.mark.parametrize("name", list(READY))
def test_ready_rule_is_valid_and_says_where_it_comes_from(name: str) -> None:
    rules = read_rules([READY[name].rule])

    assert check_rules(rules, KNOWN) == []
    assert READY[name].description.endswith(".")
    assert "/" in READY[name].source


@pytest.mark.parametrize("name", list(READY))
def test_parameters_of_a_ready_rule_are_what_is_to_be_replaced_in_it(name: str) -> None:
    written = orjson.dumps(dict(READY[name].rule)).decode()

    read = set(re.findall(r"secrets\.\w+|YOUR_\w+", written))

    assert set(READY[name].parameters) == read
    assert all(about.endswith(".") for about in READY[name].parameters.values())


@pytest.mark.parametrize("name", list(READY))
def test_ready_rule_answers_the_challenge_that_its_provider_would_send(name: str) -> None:
    (rule,) = read_rules([READY[name].rule])
    played = made_up(rule, "https://hooks.example.com/in", OURS)

    found = answer(played.rule, {**OURS, "event": RequestScope(played.request)}, is_verified=True)

    assert match(ready(name), played.request) is not None
    assert 200 <= found.reply.status < 300
    assert sorted(found.show) == sorted(rule.show)
    assert (found.follow_up is None) == (rule.follow_up is None)


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
            "linkedin_challenge",
            challenge("GET", query="challengeCode=890e4665-4dfe-4ab1-b689-ed553bceeed0"),
            {
                "challengeCode": "890e4665-4dfe-4ab1-b689-ed553bceeed0",
                "challengeResponse": hmac.digest(
                    b"linkedin-secret", b"890e4665-4dfe-4ab1-b689-ed553bceeed0", "sha256"
                ).hex(),
            },
        ),
        (
            "okta_verification_challenge",
            challenge("GET", headers=(("x-okta-verification-challenge", "my-verification"),)),
            {"verification": "my-verification"},
        ),
        (
            "strava_verify_token",
            challenge(
                "GET", query="hub.mode=subscribe&hub.verify_token=strava-token&hub.challenge=15f7"
            ),
            {"hub.challenge": "15f7"},
        ),
        (
            "tebex_validation",
            challenge(body=_json({"id": "2c116b11", "type": "validation.webhook"})),
            {"id": "2c116b11"},
        ),
        ("discord_ping", challenge(body=_json({"type": 1})), {"type": 1}),
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
        ("onfleet_check", challenge("GET", query="check=example"), "example"),
        (
            "websub_intent",
            challenge("GET", query="hub.mode=unsubscribe&hub.topic=t&hub.challenge=c1"),
            "c1",
        ),
        (
            "braintree_challenge",
            challenge("GET", query="bt_challenge=20f9f8ed05f77439fe955c977e4c8a53"),
            "YOUR_PUBLIC_KEY|"
            + hmac.digest(
                hashlib.sha1(b"braintree-private", usedforsecurity=False).digest(),
                b"20f9f8ed05f77439fe955c977e4c8a53",
                "sha1",
            ).hex(),
        ),
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


def test_smartsheet_gets_its_challenge_in_another_header() -> None:
    request = challenge(body=b"{}", headers=(("smartsheet-hook-challenge", "abc"),))

    found = answered(ready("smartsheet_hook_challenge"), request)

    assert found is not None
    assert found.reply.headers == (("smartsheet-hook-response", "abc"),)


def test_fitbit_gets_204_for_the_right_code_and_404_for_the_wrong_one() -> None:
    right = answered(ready("fitbit_verify"), challenge("GET", query="verify=fitbit-code"))
    with pytest.raises(HandshakeRefused) as wrong:
        answered(ready("fitbit_verify"), challenge("GET", query="verify=other"))

    assert right is not None
    assert (right.reply.status, wrong.value.status) == (204, 404)


def test_sns_subscription_is_confirmed_at_amazon_alone() -> None:
    def confirmation(url: str) -> Request:
        return challenge(body=_json({"Type": "SubscriptionConfirmation", "SubscribeURL": url}))

    good = "https://sns.us-west-2.amazonaws.com/?Action=ConfirmSubscription&Token=2336412f"
    found = answered(ready("sns_subscription"), confirmation(good), is_verified=True)
    for bad in ("https://sns.evil.com/", "https://sns.a.b.amazonaws.com/", "http://[::1]/"):
        with pytest.raises(HandshakeRefused, match="the follow-up's address"):
            answered(ready("sns_subscription"), confirmation(bad), is_verified=True)

    assert found is not None
    assert found.follow_up == Call("GET", good)


def test_notions_token_is_kept_and_shown() -> None:
    request = challenge(body=_json({"verification_token": "secret_abc"}))

    found = answered(ready("notion_verification_token"), request)

    assert found is not None
    assert found.persist == found.show == {"verification_token": "secret_abc"}


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

"""A handshake is answered as its rule says, or refused; a stranger gets no signature, no secret and no page."""

import hmac
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Invalid
from domain.handshakes import (
    Answer,
    HandshakeRefused,
    compile_rules,
    echo_body,
    explain,
    match,
    read_rules,
    respond_ok,
)
from domain.reply import Reply
from domain.request import Request
from domain.verdict import RejectionCause

from .challenges import OURS, answered, challenge, compiled, ready

WHEN = {"event.body.a": {"present": True}}
NOSNIFF = ("x-content-type-options", "nosniff")


def _refusal(rules: Any, request: Any, **given_flags: bool) -> HandshakeRefused:
    with pytest.raises(HandshakeRefused) as raised:
        answered(rules, request, **given_flags)
    assert raised.value.cause is RejectionCause.HANDSHAKE_REFUSED
    return raised.value


@pytest.mark.parametrize(
    ("when", "meets"),
    [
        ({"method": "POST", "event.body.type": "t"}, True),
        ({"method": "GET", "event.body.type": "t"}, False),
        ({"event.body.n": 1}, True),
        ({"event.body.n": 1.0}, True),
        ({"event.body.n": "1"}, False),
        ({"event.body.n": True}, False),
        ({"event.body.events": []}, True),
        ({"event.body.none": {"present": True}}, False),
        ({"event.body.none": {"present": False}}, True),
        ({"event.body.absent": {"present": False}}, True),
        ({"event.headers.X-Hook": "h"}, True),
        ({"event.headers.x-hook": {"present": True}, "event.query.q": "1"}, True),
        ({"event.headers.x-hook": {"present": True}, "event.query.q": "2"}, False),
        ({"event.rawBody": "x"}, False),
        ({"event.body.type": {"one_of": ["s", "t"]}}, True),
        ({"event.body.type": {"one_of": ["s", "u"]}}, False),
        ({"event.body.n": {"one_of": ["1", 1]}}, True),
        ({"event.body.absent": {"one_of": ["t"]}}, False),
        ({"event.body.type": {"prefix": "t"}}, True),
        ({"event.body.type": {"prefix": "T"}}, False),
        ({"event.body.n": {"prefix": "1"}}, False),
        ({"event.body.absent": {"prefix": "t"}}, False),
        ({"event.headers.x-hook": {"prefix": "h"}, "event.query.q": {"one_of": ["1"]}}, True),
    ],
)
def test_rule_is_met_when_everything_it_names_holds(when: dict[str, Any], *, meets: bool) -> None:
    request = challenge(
        body=b'{"type": "t", "n": 1, "events": [], "none": null}',
        query="q=1",
        headers=(("x-hook", "h"),),
    )

    assert (match(compiled(when=when), request) is not None) is meets


def test_first_rule_that_is_met_wins() -> None:
    rules = compile_rules(
        read_rules(
            [
                {"name": "other", "when": {"event.body.b": 1}},
                {"name": "first", "when": {"event.body.a": 1}},
                {"name": "second", "when": WHEN},
            ]
        )
    )

    found = match(rules, challenge(body=b'{"a": 1}'))

    assert found is not None
    assert found.name == "first"


def test_every_rule_says_why_it_was_met_or_not() -> None:
    rules = compile_rules(
        read_rules(
            [
                {"name": "get", "when": {"method": "GET"}},
                {"name": "type", "when": {"event.body.type": "url_verification"}},
                {"name": "gone", "when": {"event.body.b.c": 1}},
                {"name": "without", "when": {"event.body.a": {"present": False}}},
                {"name": "met", "when": WHEN},
                {"name": "never asked", "when": WHEN},
            ]
        )
    )

    assert explain(rules, challenge(body=b'{"type": "event_callback", "a": 1}')) == (
        "get: the method is POST, not GET",
        'type: event.body.type is the text "event_callback", not the text "url_verification"',
        'gone: there is no "b" in the body',
        "without: event.body.a is present",
        "met: answered",
    )


@pytest.mark.parametrize("body", [b"", b"\xff", b"{", b"[]", b"1", b"null"])
def test_unreadable_body_meets_no_rule_and_raises_nothing(body: bytes) -> None:
    assert match(compiled(when={"event.body.type": "x"}), challenge(body=body)) is None


def test_text_json_echo_and_empty_answers_have_inert_types() -> None:
    request = challenge(body=b'{"a": "<script>"}', headers=(("content-type", "text/html"),))

    def reply(**parts: Any) -> Reply:
        found = answered(compiled(when=WHEN, reply=parts), request)
        assert found is not None
        return found.reply

    text = ("content-type", "text/plain; charset=utf-8")
    assert reply(text="{{event.body.a}}") == Reply(200, (text, NOSNIFF), b"<script>")
    assert reply(json={"a": "{{event.body.a}}"}) == Reply(
        200, (("content-type", "application/json"), NOSNIFF), b'{"a":"<script>"}'
    )
    assert reply(echo=True) == Reply(200, (text, NOSNIFF), b'{"a": "<script>"}')
    assert reply(status=204, headers={"X-A": "{{event.body.a}}"}) == Reply(
        204, (("x-a", "<script>"),), b""
    )


@pytest.mark.parametrize(
    ("sent", "answered_as"),
    [
        ("application/json", "application/json"),
        ("Application/JSON; charset=utf-7", "application/json"),
        ("application/problem+json", "application/json"),
        ("application/x-www-form-urlencoded", "application/x-www-form-urlencoded"),
        ("application/octet-stream", "application/octet-stream"),
        ("text/html", "text/plain; charset=utf-8"),
        ("text/xml", "text/plain; charset=utf-8"),
        ("image/svg+xml", "text/plain; charset=utf-8"),
        ("multipart/form-data; boundary=x", "text/plain; charset=utf-8"),
        ("text/html\r\nset-cookie: a=b", "text/plain; charset=utf-8"),
        ("", "text/plain; charset=utf-8"),
    ],
)
def test_echoed_body_keeps_its_bytes_under_an_inert_type(sent: str, answered_as: str) -> None:
    body = b"<script>alert(1)</script>\xff"

    reply = echo_body(challenge(body=body, headers=(("content-type", sent),)))

    assert reply == Reply(200, (("content-type", answered_as), NOSNIFF), body)


def test_ok_is_an_empty_200() -> None:
    assert respond_ok() == Reply(200, (), b"")


@pytest.mark.parametrize(
    "value", ["a\r\nset-cookie: x=y", "a\nb", "a\0b", "a\tb", "a\x7f", "☃", "x" * 5_000]
)
def test_header_that_cannot_be_sent_is_refused_not_cleaned(value: str) -> None:
    rules = compiled(when=WHEN, reply={"headers": {"x-a": "{{event.body.a}}"}})

    refusal = _refusal(rules, challenge(body=orjson.dumps({"a": value})))

    assert "the value of the header x-a cannot be sent" in refusal.explanation


def test_required_value_is_compared_and_a_wrong_one_refused_with_the_status_of_the_rule() -> None:
    rules = ready("meta_verify_token")
    query = "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token="

    found = answered(rules, challenge("GET", query=query + "our-verify-token"))
    refusal = _refusal(rules, challenge("GET", query=query + "guess"))

    assert found is not None
    assert found.reply.body == b"1158201444"
    assert refusal.status == 403
    assert refusal.explanation == (
        "Meta verification request: event.query.hub.verify_token is not the expected value"
    )


@pytest.mark.parametrize(
    ("expected", "query", "explanation"),
    [
        ("{{secrets.META_VERIFY_TOKEN}}", "t=", "rule: event.query.t is not the expected value"),
        ("{{secrets.META_VERIFY_TOKEN}}", "", 'rule: event.query.t: there is no "t" in the query'),
        ("{{secrets.GONE}}", "t=x", 'rule: secrets.GONE: there is no "GONE" in secrets'),
        ("{{secrets.EMPTY}}", "t=", "rule: the value that event.query.t must have is empty"),
    ],
)
def test_requirement_that_cannot_be_met_is_refused(
    expected: str, query: str, explanation: str
) -> None:
    rules = compiled(when=WHEN, require={"event.query.t": expected}, reply={"text": "fine"})

    assert _refusal(rules, challenge(body=b'{"a": 1}', query=query)).explanation == explanation


def test_values_to_keep_come_with_the_answer() -> None:
    found = answered(ready("hook_secret"), challenge(headers=(("x-hook-secret", "b537207f"),)))

    assert found == Answer(
        Reply(200, (("x-hook-secret", "b537207f"),), b""),
        {"hook_secret": "b537207f"},
        "X-Hook-Secret",
    )


@pytest.mark.parametrize("value", ["", "a\0b", "x" * 9_000])
def test_value_that_cannot_be_kept_refuses_the_handshake(value: str) -> None:
    rules = compiled(when=WHEN, persist={"kept": "{{event.body.a}}"})

    assert (
        "kept cannot be kept"
        in _refusal(rules, challenge(body=orjson.dumps({"a": value}))).explanation
    )


def test_missing_field_of_the_answer_is_refused_by_name() -> None:
    rules = compiled(when=WHEN, reply={"json": {"challenge": "{{event.body.challenge}}"}})

    refusal = _refusal(rules, challenge(body=b'{"a": 1}'))

    assert refusal.status == 401
    assert refusal.explanation == 'rule: event.body.challenge: there is no "challenge" in the body'


def test_answer_is_bounded() -> None:
    rules = compiled(when=WHEN, reply={"json": "{{event.body}}"})

    refusal = _refusal(rules, challenge(body=orjson.dumps({"a": "x" * 300_000})))

    assert "longer than 262144 bytes" in refusal.explanation


def test_signed_rule_is_answered_only_to_a_verified_sender_when_there_is_a_verification() -> None:
    rules = ready("slack_url_verification")
    request = challenge(body=b'{"type": "url_verification", "challenge": "c"}')

    refusal = _refusal(rules, request, has_verification=True)
    verified = answered(rules, request, has_verification=True, is_verified=True)
    without = answered(rules, request, has_verification=False)

    assert "only when the request's signature verifies" in refusal.explanation
    assert verified is not None
    assert verified.reply.body == b'{"challenge":"c"}'
    assert without == verified


FORGED_EVENT = 'v0:1764000000:{"event":"meeting.started","payload":{"account_id":"victim"}}'


@pytest.mark.parametrize(
    ("name", "request_with"),
    [
        (
            "zoom_url_validation",
            lambda token: challenge(
                body=orjson.dumps(
                    {"event": "endpoint.url_validation", "payload": {"plainToken": token}}
                )
            ),
        ),
        ("x_crc", lambda token: challenge("GET", query="crc_token=" + token.replace("&", "%26"))),
    ],
)
@pytest.mark.parametrize("token", [FORGED_EVENT, '{"for_user_id":"1"}', "a" * 257, "a b", ""])
def test_stranger_cannot_have_a_forged_event_signed(
    name: str, request_with: Any, token: str
) -> None:
    rules = ready(name)

    refusal = _refusal(rules, request_with(token))

    assert "is not a plain token, and only those are signed" in refusal.explanation


def test_verified_sender_may_have_anything_signed() -> None:
    request = challenge(
        body=orjson.dumps(
            {"event": "endpoint.url_validation", "payload": {"plainToken": FORGED_EVENT}}
        )
    )

    found = answered(ready("zoom_url_validation"), request, is_verified=True, has_verification=True)

    assert found is not None
    assert orjson.loads(found.reply.body)["encryptedToken"] == (
        hmac.digest(b"zoom-secret", FORGED_EVENT.encode(), "sha256").hex()
    )


def test_own_verification_in_a_requirement_may_use_the_whole_body() -> None:
    require = {
        "event.headers.x-sig": '{{event.rawBody | hmac("sha256", secrets.X_CONSUMER_SECRET)}}'
    }
    rules = compiled(when=WHEN, require=require, reply={"text": "fine"})
    body = b'{"a": "anything at all"}'
    signature = hmac.digest(b"x-secret", body, "sha256").hex()

    found = answered(rules, challenge(body=body, headers=(("x-sig", signature),)))
    refusal = _refusal(rules, challenge(body=body + b" ", headers=(("x-sig", signature),)))

    assert found is not None
    assert signature not in refusal.explanation
    assert refusal.explanation == "rule: event.headers.x-sig is not the expected value"


def test_secret_in_an_answer_is_for_verified_senders_only() -> None:
    rules = compiled(when=WHEN, signed=True, reply={"text": "{{secrets.X_CONSUMER_SECRET}}"})
    request = challenge(body=b'{"a": 1}')

    refusal = _refusal(rules, request, has_verification=False)
    verified = answered(rules, request, is_verified=True)

    assert refusal.explanation == "rule: its answer holds a secret, and the sender is not verified"
    assert verified is not None
    assert verified.reply.body == b"x-secret"


TEXTS = [
    "{{event.body.a}}",
    "{{event.body}}",
    "{{event.headers.x}}",
    "{{event.query.q}}",
    "{{event.rawBody}}",
    '{{event.query.q | hmac("sha256", secrets.X_CONSUMER_SECRET, "base64")}}',
    '{{event.body.a | hash("md5")}}',
    '{{event.query["q"] | default(event.body.a)}}!',
    "plain",
]
templates = st.sampled_from(TEXTS)
rules_data = st.fixed_dictionaries(
    {
        "name": st.just("rule"),
        "when": st.sampled_from(
            [
                {"method": "GET"},
                {"event.body.a": {"present": True}},
                {"event.query.q": {"present": True}},
                {"event.headers.x": {"present": False}},
            ]
        ),
    },
    optional={
        "signed": st.booleans(),
        "require": st.dictionaries(
            st.sampled_from(["event.query.q", "event.body.a"]), templates, max_size=1
        ),
        "persist": st.dictionaries(st.just("kept"), templates, max_size=1),
        "reply": st.one_of(
            st.fixed_dictionaries(
                {"text": templates},
                optional={"headers": st.dictionaries(st.just("X-A"), templates)},
            ),
            st.fixed_dictionaries({"json": st.lists(templates, max_size=2)}),
            st.just({"echo": True}),
        ),
    },
)


latin = st.text(st.characters(max_codepoint=255), max_size=20)
requests = st.builds(
    challenge,
    method=st.sampled_from(["GET", "POST", "HEAD"]),
    body=st.binary() | latin.map(lambda text: orjson.dumps({"a": text})),
    query=latin.map(lambda text: f"q={text}"),
    headers=st.lists(st.tuples(st.sampled_from(["x", "content-type"]), latin), max_size=2).map(
        tuple
    ),
)


@given(rules_data, requests, st.booleans())
def test_any_rule_over_any_request_gives_an_answer_a_refusal_or_nothing(
    data: Any, sent: Request, is_verified: bool
) -> None:
    try:
        rules = compile_rules(read_rules([data]))
    except Invalid:
        return
    explanation, headers = "rule: ", {}

    try:
        found = answered(rules, sent, is_verified=is_verified)
    except HandshakeRefused as refusal:
        explanation = refusal.explanation
    else:
        headers = dict(found.reply.headers) if found and found.reply.body else {}

    assert explanation.startswith("rule: ")
    assert not any(secret and secret in explanation for secret in OURS["secrets"].values())
    assert headers.get("x-content-type-options", "nosniff") == "nosniff"
    assert "html" not in headers.get("content-type", "")

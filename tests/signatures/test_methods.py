"""What each method asks for, how methods combine, and what each proves."""

import base64
import hashlib
from typing import Any, Final

import pytest

from domain.signatures import Covers, compile_verifier, covers, read_scheme, secret_names, sign
from domain.verdict import RejectionCause as Cause

from .build import FORM, JSON, NOW, changed, is_accepted, refusal, request, signed, verifier

BODY: Final = b'{"n":1,"t":true,"l":["w","x"]}'
HMAC: Final[dict[str, Any]] = {"method": "hmac", "signature": {"from": "header:X-Sig"}}
BEARER: Final = {"method": "token", "from": "header:Authorization", "prefix": "Bearer "}
BOX: Final = {
    "method": "any",
    "schemes": [
        {**HMAC, "secret": "primary"},
        {"method": "hmac", "signature": {"from": "header:X-Other"}, "secret": "secondary"},
    ],
}


@pytest.mark.parametrize(
    ("place", "delivery"),
    [
        ("header:X-Token", request(headers={"X-Token": "s3crét".encode().decode("latin-1")})),
        ("query:code", request(query="code=s3cr%C3%A9t")),
        ("json:auth.0.token", request('{"auth":[{"token":"s3crét"}]}'.encode(), (JSON,))),
        ("form:token", request(b"token=s3cr%C3%A9t", (FORM,))),
    ],
)
def test_a_token_is_found_wherever_it_stands(place: str, delivery: Any) -> None:
    verify = verifier({"method": "token", "from": place}, "s3crét")

    verify(delivery, NOW)
    assert not is_accepted(verifier({"method": "token", "from": place}, "s3cret"), delivery)


@pytest.mark.parametrize(
    ("value", "cause"),
    [
        (None, Cause.CREDENTIALS_MISSING),
        ("Bearer", Cause.CREDENTIALS_MISMATCH),
        ("Bearer ", Cause.CREDENTIALS_MISMATCH),
        ("Token s3cret", Cause.CREDENTIALS_MISMATCH),
        ("Bearer s3cret ", Cause.CREDENTIALS_MISMATCH),
        ("Bearer s3cre", Cause.CREDENTIALS_MISMATCH),
        ("Bearer é", Cause.CREDENTIALS_MISMATCH),
    ],
)
def test_a_wrong_token_is_refused(value: str | None, cause: Cause) -> None:
    delivery = changed(request(), headers={"Authorization": value})

    assert refusal(verifier(BEARER, "s3cret"), delivery).cause is cause


def test_the_word_before_a_token_may_come_in_any_case() -> None:
    verifier(BEARER, "old", "s3cret")(request(headers={"Authorization": "bearer s3cret"}), NOW)


def test_two_tokens_are_malformed_even_when_one_is_right() -> None:
    delivery = request(headers=(("Authorization", "Bearer s3cret"), ("Authorization", "Bearer x")))

    assert refusal(verifier(BEARER, "s3cret"), delivery).cause is Cause.MALFORMED


@pytest.mark.parametrize(
    ("value", "cause"),
    [
        (None, Cause.CREDENTIALS_MISSING),
        ("Bearer x", Cause.CREDENTIALS_MISSING),
        ("Basic", Cause.CREDENTIALS_MISSING),
        ("Basic !!!", Cause.CREDENTIALS_MISMATCH),
        ("Basic dXNlcg==", Cause.CREDENTIALS_MISMATCH),
        ("Basic dXNlcjp3cm9uZw==", Cause.CREDENTIALS_MISMATCH),
        ("Basic eDpwYXNz", Cause.CREDENTIALS_MISMATCH),
    ],
)
def test_wrong_basic_credentials_are_refused(value: str | None, cause: Cause) -> None:
    verify = compile_verifier(
        read_scheme({"method": "basic"}), {"username": ["user"], "password": ["pass"]}
    )

    assert refusal(verify, changed(request(), headers={"Authorization": value})).cause is cause


def test_basic_credentials_verify_and_need_both_secrets() -> None:
    scheme = read_scheme({"method": "basic"})
    delivery = request(headers={"Authorization": "Basic dXNlcjpwYXNz"})

    compile_verifier(scheme, {"username": ["user"], "password": ["pass"]})(delivery, NOW)
    halfway = compile_verifier(scheme, {"username": ["user"]})
    assert refusal(halfway, delivery).cause is Cause.SECRET_MISSING


def test_no_signature_accepts_everything_by_explicit_choice() -> None:
    verifier({"method": "none"})(request(b"\xff\x00"), NOW)


def test_several_secrets_of_one_name_are_all_accepted_while_they_are_rotated() -> None:
    delivery = signed(HMAC, request(b"{}"), "new")

    assert is_accepted(verifier(HMAC, "old", "new"), delivery)
    assert not is_accepted(verifier(HMAC, "old"), delivery)


def test_any_accepts_the_second_scheme_and_tells_the_refusal_that_got_furthest() -> None:
    scheme = read_scheme(BOX)
    secrets = {"primary": ["one"], "secondary": ["two"]}
    verify = compile_verifier(scheme, secrets)
    second = sign(scheme, request(b"{}"), {"secondary": ["two"]}, NOW)

    verify(second, NOW)
    refused = refusal(verify, changed(second, body=b"{ }"))
    assert refused.cause is Cause.SIGNATURE_MISMATCH
    assert "X-Other" in refused.explanation


def test_the_first_case_that_applies_decides_alone() -> None:
    scheme = {
        "method": "first",
        "cases": [
            {
                "when": "header:X-New",
                "scheme": {"method": "hmac", "signature": {"from": "header:X-New"}},
            },
            {"when": "header:X-Sig", "scheme": HMAC},
        ],
    }
    legacy = signed(HMAC, request(b"{}"), "s3cret")
    verify = verifier(scheme, "s3cret")

    verify(legacy, NOW)
    downgraded = changed(legacy, headers={"X-New": "ab" * 32})
    assert refusal(verify, downgraded).cause is Cause.SIGNATURE_MISMATCH
    assert refusal(verify, request(b"{}")).cause is Cause.SIGNATURE_MISSING


def test_secrets_are_named_once_in_order_of_first_use() -> None:
    scheme = read_scheme({"method": "any", "schemes": [BOX, {"method": "basic"}, BOX]})

    assert secret_names(scheme) == ("primary", "secondary", "username", "password")


@pytest.mark.parametrize(
    ("scheme", "proof"),
    [
        (HMAC, Covers(body=True)),
        ({**HMAC, "content": "{method}{url}"}, Covers(url=True)),
        ({**HMAC, "content": "{body|sha256|hex}"}, Covers(body=True)),
        (
            {**HMAC, "content": "{timestamp}.{body}", "timestamp": {"from": "header:X-At"}},
            Covers(body=True, time=True),
        ),
        (
            {
                **HMAC,
                "content": "{timestamp}.{body}",
                "timestamp": {"from": "header:X-At", "tolerance": "any"},
            },
            Covers(body=True),
        ),
        ({**HMAC, "timestamp": {"from": "header:X-At"}}, Covers(body=True)),
        ({**HMAC, "timestamp": {"from": "json:at"}}, Covers(body=True, time=True)),
        ({**HMAC, "content": ["{url}", {"params": "form"}]}, Covers(body=True, url=True)),
        (
            {
                **HMAC,
                "content": "{url}",
                "bind": [{"value": "query:h", "equals": "{body|sha256|hex}"}],
            },
            Covers(body=True, url=True),
        ),
        (
            {
                **HMAC,
                "content": "{url}",
                "bind": [{"value": "header:h", "equals": "{body|sha256|hex}"}],
            },
            Covers(url=True),
        ),
        ({"method": "any", "schemes": [HMAC, {"method": "token", "from": "query:x"}]}, Covers()),
        ({"method": "none"}, Covers()),
    ],
)
def test_a_scheme_says_what_it_proves(scheme: dict[str, Any], proof: Covers) -> None:
    assert covers(read_scheme(scheme)) == proof


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{body|sha256|hex|upper}", hashlib.sha256(BODY).hexdigest().upper()),
        ("{body|sha512|base64}", base64.b64encode(hashlib.sha512(BODY).digest()).decode()),
        ("{method} {path_query}", "POST /triggers/connect/prj_1/int_1?b=2"),
        ("{{{query:b}}}", "{2}"),
        ("{json:n}{json:t}{json:l.1}", "1truex"),
        ([{"params": "query", "between": "=", "join": "&"}], "b=2"),
    ],
)
def test_content_is_built_from_its_parts(content: Any, message: str) -> None:
    scheme = {**HMAC, "content": content}

    ours = signed(scheme, request(BODY, (JSON,), query="b=2"), "s3cret")

    plain = signed(HMAC, request(message.encode()), "s3cret")
    assert dict(ours.headers)["x-sig"] == dict(plain.headers)["x-sig"]
    verifier(scheme, "s3cret")(ours, NOW)

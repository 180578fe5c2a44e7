"""Signatures in a text of their own: a base64 JSON object, and a JWS without its payload."""

import json
from typing import Any, Final

import pytest

from domain.request import Request
from domain.verdict import RejectionCause as Cause

from .build import NOW, is_accepted, refusal, request, verifier
from .forging import b64, b64url, ed_key, mac, pem

BODY: Final = b'{"a":1}'
WRONG: Final = "00" * 32
RIGHT: Final = mac(b"k", BODY).hex()


def over(message: bytes) -> str:
    return mac(b"k", message).hex()


def scheme(signature: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"method": "hmac", "signature": {"from": "header:X-Sig", **signature}, **more}


def sent(*values: str, body: bytes = BODY) -> Request:
    return request(body, tuple(("X-Sig", value) for value in values))


ENVELOPE: Final = {"envelope": "base64json", "pick": "signature"}


def _envelope(**members: Any) -> str:
    return b64(json.dumps(members).encode())


def test_an_envelope_holds_the_signature_and_what_is_signed_with_it() -> None:
    rule = {**ENVELOPE, "strip": "v="}
    verify = verifier(scheme(rule, content="{sig:kid}.{sig:n}.{body}"), "k")
    members = {"kid": "k1", "n": 5, "signature": over(b"k1.5." + BODY)}

    verify(sent("v=" + _envelope(**members)), NOW)
    assert not is_accepted(verify, sent("v=" + _envelope(**{**members, "kid": "k2"})))
    without = {name: members[name] for name in ("kid", "signature")}
    assert refusal(verify, sent("v=" + _envelope(**without))).cause is Cause.MALFORMED


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        (_envelope(kid="x"), Cause.SIGNATURE_MISSING),
        (_envelope(signature=""), Cause.SIGNATURE_MISSING),
        (_envelope(signature=None), Cause.SIGNATURE_MISSING),
        (_envelope(signature=[RIGHT]), Cause.SIGNATURE_MISSING),
        (_envelope(signature="é"), Cause.SIGNATURE_MALFORMED),
        (_envelope(signature=WRONG), Cause.SIGNATURE_MISMATCH),
        (b64(b"[]"), Cause.SIGNATURE_MALFORMED),
        (b64(b"[" * 5_000), Cause.SIGNATURE_MALFORMED),
        (b64(b'{"signature":"\\ud800"}'), Cause.SIGNATURE_MALFORMED),
        (b64(b'{"a":' + b"9" * 5_000 + b"}"), Cause.SIGNATURE_MALFORMED),
        (b64(b"\xff"), Cause.SIGNATURE_MALFORMED),
        ("{}", Cause.SIGNATURE_MALFORMED),
        ("é", Cause.SIGNATURE_MALFORMED),
        ("\x00", Cause.SIGNATURE_MALFORMED),
        ("\ud800", Cause.SIGNATURE_MALFORMED),
        ("A" * 9_000, Cause.SIGNATURE_MALFORMED),
    ],
    ids=range(16),
)
def test_a_spoiled_envelope_names_its_cause(text: str, cause: Cause) -> None:
    assert refusal(verifier(scheme(ENVELOPE), "k"), sent(text)).cause is cause


JWS: Final = {"jws": "detached"}


def _detached(header: dict[str, Any] | bytes, payload: bytes = BODY, key: bytes = b"k") -> str:
    raw = header if isinstance(header, bytes) else json.dumps(header).encode()
    protected = b64url(raw)
    return f"{protected}..{b64url(mac(key, f'{protected}.{b64url(payload)}'.encode()))}"


def test_a_detached_jws_is_made_over_its_header_and_the_content() -> None:
    rule = scheme(JWS, content="{method} {jws:tl_headers} {body}")
    verify = verifier(rule, "k")
    header = {"alg": "HS256", "tl_headers": "X"}
    genuine = _detached(header, b"POST X " + BODY)

    verify(sent(genuine), NOW)
    other_header = b64url(json.dumps({**header, "x": 1}).encode())
    assert not is_accepted(verify, sent(other_header + ".." + genuine.partition("..")[2]))
    assert refusal(verify, sent(_detached({"alg": "HS256"}))).cause is Cause.MALFORMED


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        RIGHT,
        _detached({"alg": "HS256"}).replace("..", "."),
        _detached({"alg": "HS256"}).replace("..", "..."),
        _detached({"alg": "HS256"}).replace("..", f".{b64url(BODY)}."),
        "." + _detached({"alg": "HS256"}),
        _detached(b"[]"),
        _detached(b"[" * 5_000),
        _detached(b"\xff"),
        _detached(b""),
        _detached({"alg": "HS256", "crit": ["x"]}),
        _detached({"alg": "HS256", "crit": []}),
        _detached({"alg": "HS256", "b64": False}),
        _detached({"alg": "HS256", "b64": 0}),
        _detached({"alg": "HS256", "b64": None}),
        _detached({"alg": "HS256"}) + "==",
        "é.." + RIGHT,
        "\ud800..\ud800",
    ],
    ids=range(19),
)
def test_what_is_no_detached_jws_is_refused_before_anything_is_computed(text: str) -> None:
    cause = refusal(verifier(scheme(JWS), "k"), sent(text)).cause

    assert cause is (Cause.SIGNATURE_MALFORMED if text else Cause.SIGNATURE_MISSING)


@pytest.mark.parametrize("alg", ["none", "HS256", "RS512", "es256", None, [], {}, 256])
def test_the_header_of_a_detached_jws_does_not_choose_the_algorithm(alg: Any) -> None:
    public = {
        "method": "signature",
        "algorithm": "ed25519",
        "secret": "secret",
        "signature": {"from": "header:X-Sig", **JWS},
    }
    protected = b64url(json.dumps({"alg": alg}).encode())
    signature = b64url(ed_key().sign(f"{protected}.{b64url(BODY)}".encode()))

    refused = refusal(verifier(public, pem(ed_key())), sent(f"{protected}..{signature}"))

    assert refused.cause is Cause.SIGNATURE_MALFORMED
    assert "does not name the algorithm EdDSA" in refused.explanation

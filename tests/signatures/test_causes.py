"""Every cause of a refusal that signatures can have, and hostile deliveries that are refused before much is computed."""

import hmac
import json
from collections.abc import Callable
from typing import Any, Final

import pytest

from domain.request import Request
from domain.signatures import compile_verifier, read_scheme
from domain.verdict import RejectionCause as Cause

from .build import FORM, JSON, NOW, changed, is_accepted, refusal, request, verifier
from .forging import b64, b64url, ed_key, hs256, mac, pem, rsa_key, token

HMAC: Final[dict[str, Any]] = {"method": "hmac", "signature": {"from": "header:X-Sig"}}
TIMED: Final = {**HMAC, "content": "{timestamp}{body}", "timestamp": {"from": "header:X-At"}}
JWT: Final = {"method": "jwt", "signature": {"from": "header:T"}, "algorithms": ["HS256"]}
TOKEN: Final = {"method": "token", "from": "header:X-Token"}
HEX: Final = "00" * 32
AT: Final = str(int(NOW.timestamp()))
HS: Final = hs256(b"k")


def _jwt(claims: Any, header: Any = None) -> dict[str, str]:
    return {"T": token(header or {"alg": "HS256"}, claims, HS)}


TABLE: Final[list[tuple[Cause, dict[str, Any], Request]]] = [
    (Cause.SIGNATURE_MISSING, HMAC, request(b"{}")),
    (Cause.SIGNATURE_MISSING, HMAC, request(b"{}", {"X-Sig": ""})),
    (Cause.SIGNATURE_MISSING, {**HMAC, "signature": {"from": "json:a.b"}, "content": "{method}"}, request(b"{}")),
    (Cause.SIGNATURE_MISSING, JWT, request()),
    (Cause.SIGNATURE_MALFORMED, HMAC, request(headers={"X-Sig": "zz" * 32})),
    (Cause.SIGNATURE_MALFORMED, HMAC, request(headers=(("X-Sig", HEX), ("X-Sig", HEX)))),
    (Cause.SIGNATURE_MALFORMED, {**HMAC, "signature": {"from": "form:s"}, "content": "{method}"}, request(b"s=1", (JSON,))),
    (Cause.SIGNATURE_MALFORMED, {**HMAC, "require": [{"value": "header:V", "equals": "1"}]}, request(headers={"X-Sig": HEX, "V": "2"})),
    (Cause.SIGNATURE_MALFORMED, JWT, request(headers={"T": "a.b.c"})),
    (Cause.SIGNATURE_MALFORMED, JWT, request(headers=_jwt({}, {"alg": "none"}))),
    (Cause.SIGNATURE_MALFORMED, JWT, request(headers=_jwt([]))),
    (Cause.SIGNATURE_MISMATCH, HMAC, request(headers={"X-Sig": HEX})),
    (Cause.SIGNATURE_MISMATCH, JWT, request(headers={"T": token({"alg": "HS256"}, {}, hs256(b"x"))})),
    (Cause.SIGNATURE_MALFORMED, {**JWT, "require": [{"value": "jws:typ", "equals": "a"}]}, request(headers=_jwt({}, {"alg": "HS256", "typ": "b"}))),
    (Cause.SIGNATURE_MISMATCH, {**JWT, "bind": [{"value": "claim:h", "equals": "{method}"}]}, request(headers=_jwt({"h": "GET"}))),
    (Cause.TIMESTAMP_MISSING, TIMED, request(headers={"X-Sig": HEX})),
    (Cause.TIMESTAMP_MISSING, {**JWT, "max_age": 5}, request(headers=_jwt({}))),
    (Cause.TIMESTAMP_MALFORMED, TIMED, request(headers={"X-Sig": HEX, "X-At": "x"})),
    (Cause.TIMESTAMP_MALFORMED, TIMED, request(headers=(("X-Sig", HEX), ("X-At", AT), ("X-At", AT)))),
    (Cause.TIMESTAMP_MALFORMED, JWT, request(headers=_jwt({"exp": "x"}))),
    (Cause.TIMESTAMP_OUTSIDE_TOLERANCE, TIMED, request(headers={"X-Sig": HEX, "X-At": "0"})),
    (Cause.TIMESTAMP_OUTSIDE_TOLERANCE, JWT, request(headers=_jwt({"exp": 0}))),
    (Cause.CREDENTIALS_MISSING, TOKEN, request()),
    (Cause.CREDENTIALS_MISSING, {"method": "basic", "username": "secret", "password": "secret"}, request()),
    (Cause.CREDENTIALS_MISMATCH, TOKEN, request(headers={"X-Token": "x"})),
    (Cause.CREDENTIALS_MISMATCH, {**TOKEN, "prefix": "Bearer "}, request(headers={"X-Token": "k"})),
    (Cause.CREDENTIALS_MISMATCH, {"method": "basic", "username": "secret", "password": "secret"}, request(headers={"Authorization": "Basic é"})),
    (Cause.CLAIMS_MISMATCH, {**JWT, "need": ["jti"]}, request(headers=_jwt({}))),
    (Cause.CLAIMS_MISMATCH, {**JWT, "claims": {"iss": "a"}}, request(headers=_jwt({"iss": "b"}))),
    (Cause.ADDRESS_NOT_ALLOWED, {"method": "address", "ranges": ["192.0.2.1"]}, request()),
    (Cause.SECRET_MISSING, {**HMAC, "secret": "other"}, request(headers={"X-Sig": HEX})),
    (Cause.SECRET_MISSING, {**HMAC, "key": ["hex"]}, request(headers={"X-Sig": HEX})),
    (Cause.SECRET_MISSING, {**HMAC, "content": "{body}{secret:other}"}, request(headers={"X-Sig": HEX})),
    (Cause.SECRET_MISSING, {**JWT, "claims": {"iss": "{secret:other}"}}, request(headers=_jwt({}))),
    (Cause.SECRET_MISSING, {**TOKEN, "secret": "other"}, request()),
    (Cause.SECRET_MISSING, {"method": "basic"}, request()),
    (Cause.SECRET_MISSING, {"method": "signature", "algorithm": "ed25519", "signature": {"from": "header:S"}}, request()),
    (Cause.MALFORMED, {**HMAC, "content": "{json:a}"}, request(headers={"X-Sig": HEX})),
    (Cause.MALFORMED, {**HMAC, "content": "{form:a}"}, request(b"a=1", {"X-Sig": HEX})),
    (Cause.MALFORMED, {**HMAC, "bind": [{"value": "header:V", "equals": "1"}]}, request(headers={"X-Sig": mac(b"k", b"").hex()})),
    (Cause.MALFORMED, {**JWT, "bind": [{"value": "claim:h", "equals": "1"}]}, request(headers=_jwt({}))),
    (Cause.MALFORMED, TOKEN, request(headers=(("X-Token", "k"), ("X-Token", "k")))),
]  # fmt: skip


@pytest.mark.parametrize(("cause", "data", "delivery"), TABLE, ids=map(str, range(len(TABLE))))
def test_a_refusal_names_its_cause_and_says_why_without_the_secret(
    cause: Cause, data: dict[str, Any], delivery: Request
) -> None:
    refused = refusal(verifier(data, "k"), delivery)

    assert refused.cause is cause
    assert len(refused.explanation) > 10
    assert mac(b"k", delivery.body).hex() not in refused.explanation


OTHERS: Final = {  # what deliveries refuse for, not signatures
    Cause.CODE_FAILED,
    Cause.CODE_UNAVAILABLE,
    Cause.VERIFICATION_NOT_CONFIGURED,
    Cause.HANDSHAKE_REFUSED,
    Cause.ACCOUNT_UNKNOWN,
    Cause.NO_TRIGGER,
    Cause.TRIGGER_DISABLED,
    Cause.BODY_TOO_LARGE,
    Cause.HEADERS_TOO_LARGE,
    Cause.BODY_TOO_SLOW,
}


def test_every_cause_of_signatures_is_in_the_table() -> None:
    tested = {cause for cause, _, _ in TABLE}

    assert set(Cause) - OTHERS - tested <= {"KEY_UNAVAILABLE"}  # of keys that are fetched


# --- what is refused before it costs anything


@pytest.fixture
def digests_made(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Every message that an HMAC was computed of."""
    made: list[bytes] = []

    def counting(key: bytes, message: bytes, algorithm: str) -> bytes:
        made.append(message)
        return mac(key, message, algorithm)

    monkeypatch.setattr(hmac, "digest", counting)
    return made


MANY: Final = 10_000
PLENTY: Final[dict[str, tuple[dict[str, Any], tuple[tuple[str, str], ...]]]] = {
    "a list in a header": ({"split": ","}, (("X-Sig", ",".join([HEX] * MANY)),)),
    "a short list in a header": ({"split": ","}, (("X-Sig", "," * MANY),)),
    "keys in a header": (
        {"split": ",", "kv": "=", "pick": "v"},
        (("X-Sig", ",".join([f"v={HEX}"] * MANY)),),
    ),
    "positions in a header": ({"split": ",", "index": "0+"}, (("X-Sig", ",0" * 4_000),)),
    "a repeated header": ({"repeated": True}, (("X-Sig", HEX),) * MANY),
    "repeated lists": ({"repeated": True, "split": ","}, (("X-Sig", ",".join([HEX] * 20)),) * 20),
    "numbered lists": (
        {"from": "header:X-{n}", "numbered": True, "split": ","},
        tuple((f"X-{n}", ",".join([HEX] * 20)) for n in range(1, 101)),
    ),
    "one long text": ({}, (("X-Sig", "0" * 1_000_000),)),
    "a long prefix": ({"strip": "v="}, (("X-Sig", "v=" * MANY),)),
    "a wide envelope": (
        {"envelope": "base64json", "pick": "s"},
        (("X-Sig", b64(json.dumps({"s": [HEX] * MANY}).encode())),),
    ),
    "a wide header": (
        {"jws": "detached"},
        (("X-Sig", b64url(json.dumps(["x"] * MANY).encode()) + ".." + HEX),),
    ),
}


@pytest.mark.parametrize("name", list(PLENTY))
def test_ten_thousand_signatures_are_refused_before_one_is_computed(
    name: str, digests_made: list[bytes]
) -> None:
    signature, headers = PLENTY[name]
    rule = {"method": "hmac", "signature": {"from": "header:X-Sig", **signature}}

    refused = refusal(verifier(rule, "k"), request(b"{}", headers))

    assert refused.cause is Cause.SIGNATURE_MALFORMED
    assert digests_made == []


def test_twenty_signatures_cost_one_digest_for_each_secret(digests_made: list[bytes]) -> None:
    rule = {**HMAC, "signature": {"from": "header:X-Sig", "split": ","}}
    delivery = request(b"{}", {"X-Sig": ",".join([HEX] * 20)})

    assert refusal(verifier(rule, "k"), delivery).cause is Cause.SIGNATURE_MISMATCH
    assert digests_made == [b"{}"]
    assert refusal(verifier(rule, "k", "l", "m"), delivery).cause is Cause.SIGNATURE_MISMATCH
    assert digests_made == [b"{}"] * 4


def test_a_stale_delivery_costs_no_digest(digests_made: list[bytes]) -> None:
    delivery = request(b"{}", {"X-Sig": HEX, "X-At": "0"})

    assert refusal(verifier(TIMED, "k"), delivery).cause is Cause.TIMESTAMP_OUTSIDE_TOLERANCE
    assert digests_made == []


def test_a_long_list_of_items_costs_no_more_than_its_first_forged_one(
    digests_made: list[bytes],
) -> None:
    rule = {
        "method": "hmac",
        "signature": {"from": "item:s"},
        "foreach": "json:l",
        "content": "{item:n}",
    }
    items = [{"s": HEX, "n": n} for n in range(1_000)]

    refused = refusal(verifier(rule, "k"), request(json.dumps({"l": items}).encode()))

    assert refused.cause is Cause.SIGNATURE_MISMATCH
    assert digests_made == [b"0"]


# --- hostile bytes in every place


HOSTILE_TEXTS: Final = [
    "\x00",
    "é",
    "\x7f",
    "\r\nX-Sig: 1",
    "\ud800",
    "\U0001d4b3",
    " ",
    "=" * 8_000,
    "%00",
    "{body}",
    "%s",
]
HOSTILE_BODIES: Final = [
    b"",
    b"\x00",
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"a":' * 5_000,
    b'{"sig":"\\ud800"}',
    b'{"sig":' + b"9" * 100_000 + b"}",
    b'{"sig":1e999}',
    b'{"sig":NaN}',
    b'{"sig":"a","sig":"b"}',
    b"\xef\xbb\xbf{}",
    b"sig=%ff&sig=%00",
    b"--b\r\n--b--",
]
SCHEMES: Final[dict[str, dict[str, Any]]] = {
    "header": HMAC,
    "timed": TIMED,
    "list": {**HMAC, "signature": {"from": "header:X-Sig", "split": ",", "kv": "=", "pick": "v"}},
    "envelope": {**HMAC, "signature": {"from": "header:X-Sig", "envelope": "base64json", "pick": "s"}},
    "jws": {**HMAC, "signature": {"from": "header:X-Sig", "jws": "detached"}},
    "json": {**HMAC, "signature": {"from": "json:sig"}, "content": "{method}"},
    "form": {**HMAC, "signature": {"from": "form:sig"}, "content": "{method}"},
    "part": {**HMAC, "signature": {"from": "part:sig"}, "content": "{method}"},
    "query": {**HMAC, "signature": {"from": "query:sig"}, "content": "{method}"},
    "foreach": {**HMAC, "signature": {"from": "item:s"}, "foreach": "json:sig", "content": "{method}{item:a}"},
    "token": TOKEN,
    "basic": {"method": "basic", "username": "secret", "password": "secret"},
    "jwt": JWT,
    "jwt in the body": {**JWT, "signature": {"from": "body"}},
    "public": {"method": "signature", "algorithm": "rsa-sha256", "secret": "rsa", "signature": {"from": "header:X-Sig"}},
    "address": {"method": "address", "ranges": ["192.0.2.1"]},
}  # fmt: skip


@pytest.mark.parametrize("name", list(SCHEMES))
def test_hostile_bytes_in_any_place_are_refused_and_nothing_else_happens(name: str) -> None:
    scheme = read_scheme(SCHEMES[name])
    verify = compile_verifier(scheme, {"secret": ["k"], "rsa": [pem(rsa_key())]})
    kinds = [
        "application/json",
        FORM[1],
        "multipart/form-data; boundary=b",
        "multipart/form-data; boundary=",
        "é",
    ]

    causes = {
        refusal(verify, _hostile(text, body, kind)).cause
        for text in HOSTILE_TEXTS
        for body in HOSTILE_BODIES
        for kind in kinds
    }

    assert causes <= {cause for cause, _, _ in TABLE}


def _hostile(text: str, body: bytes, kind: str) -> Request:
    names = ("X-Sig", "X-At", "X-Token", "T", "Authorization")
    headers = (("Content-Type", kind), *((name, text) for name in names))
    return request(body, headers, query=f"sig={text}")


@pytest.mark.parametrize("make", [str, bytes.hex], ids=["repr", "hex"])
def test_a_genuine_delivery_beside_all_those_is_still_accepted(
    make: Callable[[bytes], str],
) -> None:
    digest = mac(b"k", b"\xff\x00")
    delivery = request(b"\xff\x00", {"X-Sig": make(digest), "X-Other": "é\x00"})

    assert is_accepted(verifier(HMAC, "k"), delivery) is (make is bytes.hex)
    assert not is_accepted(verifier(HMAC, "k"), changed(delivery, body=b"\xff\x01"))


def test_a_key_of_another_method_is_not_mixed_up_with_a_secret() -> None:
    forged = mac(pem(ed_key()).encode(), b"{}").hex()
    scheme = {"method": "signature", "algorithm": "ed25519", "signature": {"from": "header:X-Sig"}}
    verify = compile_verifier(read_scheme(scheme), {"public_key": [pem(ed_key())]})

    assert refusal(verify, request(b"{}", {"X-Sig": forged})).cause is Cause.SIGNATURE_MALFORMED

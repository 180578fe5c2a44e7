"""JSON Web Tokens: published ones verify, and what they claim is judged."""

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import pytest
from joserfc import jwk

from domain.request import Request
from domain.signatures import compile_verifier, read_scheme
from domain.verdict import RejectionCause as Cause

from . import rfc
from .build import JSON, NOW, is_accepted, refusal, request
from .forging import (
    b64,
    b64url,
    ec_key,
    ed_key,
    hs256,
    mac,
    pem,
    rsa_key,
    sealed,
    token,
)
from .shapes import HEAD, HS, SECRET, bearing, judge

AT: Final = int(NOW.timestamp())


def claiming(claims: Mapping[str, Any] | bytes, body: bytes = b"{}") -> Request:
    return bearing(token(HEAD, claims, hs256(SECRET.encode())), body)


@pytest.mark.parametrize(
    ("algorithm", "key", "more", "text"),
    [
        ("HS256", rfc.HS256_KEY, {"key": ["base64"]}, rfc.HS256_TOKEN),
        ("RS256", rfc.RS256_KEY, {"key_form": "jwk", "secret": "key"}, rfc.RS256_TOKEN),
        ("ES256", rfc.ES256_KEY, {"key_form": "jwk", "secret": "key"}, rfc.ES256_TOKEN),
    ],
    ids=["A.1", "A.2", "A.3"],
)
def test_the_tokens_of_rfc_7515_verify_until_they_expire(
    algorithm: str, key: str, more: dict[str, Any], text: str
) -> None:
    scheme = {**HS, "algorithms": [algorithm], "claims": {"iss": "joe"}, "need": ["exp"], **more}
    verify = judge(scheme, secret=key, key=key)
    end = datetime.fromtimestamp(rfc.EXPIRES_7515, tz=UTC)

    verify(bearing(text), end)
    verify(bearing(text), end + timedelta(seconds=60))
    late = refusal(verify, bearing(text), end + timedelta(seconds=61))
    assert late.cause is Cause.TIMESTAMP_OUTSIDE_TOLERANCE
    assert late.explanation == "the token has expired (exp)"
    spoiled = text[:-2] + ("AA" if text[-2:] != "AA" else "QQ")
    assert not is_accepted(verify, bearing(spoiled), end)


@pytest.mark.parametrize(
    ("claims", "cause"),
    [
        ({}, None),
        ({"exp": AT - 60}, None),
        ({"exp": AT - 61}, Cause.TIMESTAMP_OUTSIDE_TOLERANCE),
        ({"exp": 0}, Cause.TIMESTAMP_OUTSIDE_TOLERANCE),
        ({"nbf": AT + 60}, None),
        ({"nbf": AT + 61}, Cause.TIMESTAMP_OUTSIDE_TOLERANCE),
        ({"iat": AT + 60}, None),
        ({"iat": AT + 61}, Cause.TIMESTAMP_OUTSIDE_TOLERANCE),
        ({"exp": AT + 0.5}, None),
        ({"exp": str(AT)}, Cause.TIMESTAMP_MALFORMED),
        ({"exp": True}, Cause.TIMESTAMP_MALFORMED),
        ({"nbf": []}, Cause.TIMESTAMP_MALFORMED),
        ({"iat": {"at": AT}}, Cause.TIMESTAMP_MALFORMED),
        ({"exp": None}, None),
        (b'{"exp":' + b"9" * 300 + b"}", None),
        (b'{"exp":-' + b"9" * 300 + b"}", Cause.TIMESTAMP_OUTSIDE_TOLERANCE),
        (b'{"exp":' + b"9" * 400 + b"}", Cause.SIGNATURE_MALFORMED),
    ],
    ids=range(17),
)
def test_times_are_judged_wherever_they_are(claims: Any, cause: Cause | None) -> None:
    verify = judge(HS, secret=SECRET)

    if cause is None:
        verify(claiming(claims), NOW)
    else:
        assert refusal(verify, claiming(claims)).cause is cause


@pytest.mark.parametrize(
    ("claims", "cause"),
    [
        ({"iat": AT - 130}, None),
        ({"iat": AT - 131}, Cause.TIMESTAMP_OUTSIDE_TOLERANCE),
        ({"exp": AT + 5}, Cause.TIMESTAMP_MISSING),
    ],
)
def test_a_token_may_have_a_greatest_age(claims: dict[str, Any], cause: Cause | None) -> None:
    verify = judge({**HS, "leeway": 10, "max_age": 120}, secret=SECRET)

    assert is_accepted(verify, claiming(claims)) is (cause is None)
    assert cause is None or refusal(verify, claiming(claims)).cause is cause


CLAIMS: Final = {"iss": ["acme", "{secret:tenant}"], "aud": "us/{secret:app}"}
GOOD: Final = {"iss": "t1", "aud": ["x", "us/a1"], "jti": "1"}


@pytest.mark.parametrize(
    ("claims", "is_right"),
    [
        (GOOD, True),
        ({**GOOD, "iss": "acme", "aud": "us/a1"}, True),
        ({**GOOD, "iss": "{secret:tenant}"}, False),
        ({**GOOD, "iss": "T1"}, False),
        ({**GOOD, "aud": []}, False),
        ({**GOOD, "aud": [["us/a1"]]}, False),
        ({**GOOD, "aud": {"us/a1": 1}}, False),
        ({**GOOD, "aud": None}, False),
        ({**GOOD, "jti": ""}, False),
        ({**GOOD, "jti": None}, False),
        ({name: GOOD[name] for name in ("iss", "jti")}, False),
        ({name: GOOD[name] for name in ("iss", "aud")}, False),
    ],
    ids=range(12),
)
def test_claims_must_be_there_and_say_what_is_accepted(
    claims: dict[str, Any], is_right: bool
) -> None:
    scheme = {**HS, "claims": CLAIMS, "need": ["jti"]}
    verify = judge(scheme, secret=SECRET, tenant="t1", app="a1")

    assert is_accepted(verify, claiming(claims)) is is_right
    assert is_right or refusal(verify, claiming(claims)).cause is Cause.CLAIMS_MISMATCH


def test_a_claim_may_be_compared_with_a_digest_of_a_secret() -> None:
    hexed = judge({**HS, "claims": {"iss": "{secret:app|sha256|hex}"}}, secret=SECRET, app="a1")
    raw = judge({**HS, "claims": {"iss": "{secret:app|sha256}"}}, secret=SECRET, app="a1")

    hexed(claiming({"iss": hashlib.sha256(b"a1").hexdigest()}), NOW)
    assert refusal(raw, claiming({"iss": "x"})).cause is Cause.CLAIMS_MISMATCH


def test_every_value_of_a_rotated_secret_is_accepted_in_a_claim_and_none_is_missing() -> None:
    scheme = read_scheme({**HS, "claims": {"iss": "{secret:app}"}})
    both = compile_verifier(scheme, {"secret": [SECRET], "app": ["old", "new"]})
    neither = compile_verifier(scheme, {"secret": [SECRET]})

    both(claiming({"iss": "old"}), NOW)
    both(claiming({"iss": "new"}), NOW)
    assert refusal(both, claiming({"iss": "older"})).cause is Cause.CLAIMS_MISMATCH
    assert refusal(neither, claiming({"iss": ""})).cause is Cause.SECRET_MISSING


@pytest.mark.parametrize("encoding", ["hex", "base64", "base64url"])
def test_a_token_is_bound_to_the_body_by_a_hash_that_it_claims(encoding: str) -> None:
    bind = [{"value": "claim:a.sha256", "equals": f"{{body|sha256|{encoding}}}"}]
    verify = judge({**HS, "bind": bind}, secret=SECRET)
    writers: dict[str, Callable[[bytes], str]] = {
        "hex": bytes.hex,
        "base64": b64,
        "base64url": b64url,
    }
    claims = {"a": {"sha256": writers[encoding](hashlib.sha256(b"{}").digest())}}

    verify(claiming(claims), NOW)
    assert refusal(verify, claiming(claims, b"{ }")).cause is Cause.SIGNATURE_MISMATCH
    assert refusal(verify, claiming({})).cause is Cause.MALFORMED


def test_what_is_required_of_the_header_is_judged_before_the_signature() -> None:
    require = [{"value": "jws:typ", "equals": "secevent+jwt"}]
    verify = judge({**HS, "require": require}, secret=SECRET)
    sealer = hs256(SECRET.encode())

    verify(bearing(token({"alg": "HS256", "typ": "secevent+jwt"}, {}, sealer)), NOW)
    other = refusal(verify, bearing(token(HEAD, {}, lambda _: b"x" * 32)))
    assert other.cause is Cause.SIGNATURE_MALFORMED
    words = "the token's header field typ does not hold what this scheme requires"
    assert other.explanation == words
    assert refusal(verify, bearing(token({"alg": "HS256"}, {}, sealer))).cause is Cause.MALFORMED


def test_a_token_may_be_the_whole_body() -> None:
    verify = judge({**HS, "signature": {"from": "body"}}, secret=SECRET)
    text = token(HEAD, {"event": "paid"}, hs256(SECRET.encode()))

    verify(request(f"{text}\n".encode()), NOW)
    assert refusal(verify, request(b"")).cause is Cause.SIGNATURE_MISSING
    assert refusal(verify, request(b"\xff\x00")).cause is Cause.SIGNATURE_MALFORMED
    assert refusal(verify, request(b"x" * 2_000_000)).cause is Cause.SIGNATURE_MALFORMED


@pytest.mark.parametrize(
    ("algorithm", "private"),
    [
        ("rsa-sha256", rsa_key()),
        ("rsa-pss-sha256", rsa_key()),
        ("es256", ec_key()),
        ("ed25519", ed_key()),
    ],
    ids=["RS256", "PS256", "ES256", "EdDSA"],
)
def test_a_token_of_each_kind_of_key_verifies_by_its_own_algorithm_only(
    algorithm: str, private: Any
) -> None:
    names = {"rsa-sha256": "RS256", "rsa-pss-sha256": "PS256", "es256": "ES256"}
    own = names.get(algorithm, "EdDSA")
    text = token({"alg": own}, {}, sealed(algorithm, private))

    accepting = [
        name
        for name in ("RS256", "RS384", "PS256", "PS384", "ES256", "ES384", "EdDSA")
        if is_accepted(
            judge({**HS, "algorithms": [name], "secret": "key"}, key=pem(private)), bearing(text)
        )
    ]

    assert accepting == [own]


def test_eddsa_may_be_named_ed25519_as_newer_tokens_do() -> None:
    verify = judge({**HS, "algorithms": ["EdDSA"], "secret": "key"}, key=pem(ed_key()))

    verify(bearing(token({"alg": "Ed25519"}, {}, sealed("ed25519"))), NOW)


def test_a_key_of_a_set_is_chosen_by_its_id_and_no_other_is_tried() -> None:
    entries = [
        {**jwk.OKPKey.import_key(pem(ed_key(n))).as_dict(private=False), "kid": f"k{n}"}
        for n in (0, 1)
    ]
    scheme = {**HS, "algorithms": ["EdDSA"], "key_form": "jwks", "secret": "key"}
    verify = judge(scheme, key=json.dumps({"keys": entries}))

    def delivery(header: dict[str, Any], signer: int) -> Request:
        return bearing(token({"alg": "EdDSA", **header}, {}, sealed("ed25519", ed_key(signer))))

    verify(delivery({"kid": "k1"}, 1), NOW)
    verify(delivery({}, 1), NOW)
    for header, signer in (({"kid": "k0"}, 1), ({"kid": "k2"}, 1), ({"kid": ["k1"]}, 1), ({}, 2)):
        refused = refusal(verify, delivery(header, signer))
        assert refused.cause is Cause.SIGNATURE_MISMATCH


@pytest.mark.parametrize("payload", [b"", b"[]", b'"text"', b"\xff", b"[" * 5_000, b'{"a":NaN}'])
def test_a_signed_token_without_claims_is_malformed(payload: bytes) -> None:
    refused = refusal(judge(HS, secret=SECRET), claiming(payload))

    assert refused.cause is Cause.SIGNATURE_MALFORMED
    assert refused.explanation == "the token holds no claims"


def test_of_a_claim_that_is_there_twice_the_last_counts_as_everywhere_in_json() -> None:
    verify = judge({**HS, "claims": {"iss": "acme"}}, secret=SECRET)

    verify(claiming(b'{"iss":"evil","iss":"acme"}'), NOW)
    assert refusal(verify, claiming(b'{"iss":"acme","iss":"evil"}')).cause is Cause.CLAIMS_MISMATCH


def test_a_token_may_stand_in_the_body_or_the_query() -> None:
    text = token(HEAD, {}, hs256(SECRET.encode()))
    in_body = judge({**HS, "signature": {"from": "json:jwt"}}, secret=SECRET)
    in_query = judge({**HS, "signature": {"from": "query:jwt"}}, secret=SECRET)

    in_body(request(json.dumps({"jwt": text}).encode(), (JSON,)), NOW)
    in_query(request(query=f"jwt={text}"), NOW)
    twice = refusal(in_query, request(query=f"jwt={text}&jwt={text}"))
    assert twice.cause is Cause.SIGNATURE_MALFORMED


def test_a_secret_of_a_token_may_be_written_in_base64() -> None:
    verify = judge({**HS, "key": ["base64"]}, secret=b64(b"\0\1binary"))

    verify(bearing(token(HEAD, {}, lambda message: mac(b"\0\1binary", message))), NOW)

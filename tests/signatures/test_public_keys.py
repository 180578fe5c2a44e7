"""Signatures by private keys: published ones verify to the letter, and nothing near them does."""

from datetime import UTC, datetime
from typing import Any, Final

import pytest
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from domain.signatures import compile_verifier, read_scheme
from domain.signatures.parts import SignatureAlgorithm
from domain.verdict import RejectionCause as Cause

from . import rfc
from .build import NOW, changed, is_accepted, refusal, request
from .forging import ec_key, ed_key, key_for, made, pem
from .shapes import BODY, by, public_verifier, sent

ALGORITHMS: Final = [one.value for one in SignatureAlgorithm]
ED: Final[dict[str, Any]] = {
    "method": "signature",
    "algorithm": "ed25519",
    "signature": {"from": "header:X-Sig"},
    "key": ["hex"],
    "key_form": "raw",
}


@pytest.mark.parametrize("example", rfc.RFC_8032, ids=["1", "2", "3", "sha-abc"])
def test_the_examples_of_rfc_8032_verify_and_nothing_else_does(example: rfc.Ed25519Example) -> None:
    verify = public_verifier(ED, example.public)
    body = bytes.fromhex(example.message)

    delivery = request(body, {"X-Sig": example.signature})

    verify(delivery, NOW)
    assert not is_accepted(verify, changed(delivery, body=body + b"\0"))
    accepting = [
        one for one in rfc.RFC_8032 if is_accepted(public_verifier(ED, one.public), delivery)
    ]
    assert accepting == [example]


@pytest.mark.parametrize("example", rfc.RFC_7520, ids=[one.section for one in rfc.RFC_7520])
def test_the_tokens_of_rfc_7520_verify_as_detached_signatures_of_the_body(
    example: rfc.DetachedExample,
) -> None:
    scheme = {
        "method": "signature",
        "algorithm": example.algorithm,
        "signature": {"from": "header:X-JWS", "jws": "detached"},
        "key_form": "jwk",
    }
    verify = public_verifier(scheme, example.key)
    body = rfc.PAYLOAD_7520.encode()
    delivery = request(body, {"X-JWS": f"{example.protected}..{example.signature}"})

    verify(delivery, NOW)
    assert refusal(verify, changed(delivery, body=body + b"!")).cause is Cause.SIGNATURE_MISMATCH


def test_the_detached_example_of_rfc_7520_verifies_by_its_shared_key() -> None:
    key, protected, signature = rfc.HS256_7520
    scheme = read_scheme(
        {
            "method": "hmac",
            "signature": {"from": "header:X-JWS", "jws": "detached"},
            "key": ["base64"],
        }
    )
    delivery = request(rfc.PAYLOAD_7520.encode(), {"X-JWS": f"{protected}..{signature}"})

    compile_verifier(scheme, {"secret": [key]})(delivery, NOW)


def test_the_asymmetric_example_of_standard_webhooks_verifies_within_its_time() -> None:
    scheme = {
        "method": "signature",
        "algorithm": "ed25519",
        "encoding": "base64",
        "signature": {"from": "header:webhook-signature", "split": " ", "kv": ",", "pick": "v1a"},
        "timestamp": {"from": "header:webhook-timestamp"},
        "content": "{header:webhook-id}.{timestamp}.{body}",
        "key": ["strip:whpk_", "base64"],
        "key_form": "raw",
    }
    verify = public_verifier(scheme, rfc.V1A_KEY)
    at = datetime.fromtimestamp(1614265330, tz=UTC)
    delivery = request(rfc.V1A_BODY, rfc.V1A_HEADERS)

    verify(delivery, at)
    assert refusal(verify, changed(delivery, body=b"{}"), at).cause is Cause.SIGNATURE_MISMATCH
    assert refusal(verify, delivery).cause is Cause.TIMESTAMP_OUTSIDE_TOLERANCE


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_a_signature_of_each_algorithm_verifies_under_its_own_key_only(algorithm: str) -> None:
    verify = public_verifier(by(algorithm), pem(key_for(algorithm)))
    genuine = made(algorithm, BODY)

    verify(sent(genuine), NOW)
    assert refusal(verify, sent(genuine, BODY + b" ")).cause is Cause.SIGNATURE_MISMATCH
    spoiled = genuine[:-1] + bytes([genuine[-1] ^ 1])
    assert not is_accepted(verify, sent(spoiled))
    assert not is_accepted(verify, sent(genuine + b"\0"))


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_a_signature_of_one_algorithm_is_none_of_another(algorithm: str) -> None:
    accepting = [
        other
        for other in ALGORITHMS
        if is_accepted(public_verifier(by(other), pem(key_for(other))), sent(made(algorithm, BODY)))
    ]

    assert accepting == [algorithm]


LOW: Final = [
    "00" * 32,
    "00" * 31 + "80",
    "01" + "00" * 31,
    "01" + "00" * 30 + "80",
    "ec" + "ff" * 30 + "7f",
    "ec" + "ff" * 31,
    "ed" + "ff" * 30 + "7f",
    "ed" + "ff" * 31,
    "ee" + "ff" * 30 + "7f",
    "ee" + "ff" * 31,
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
]


@pytest.mark.parametrize("key", LOW)
def test_an_ed25519_key_under_which_anyone_can_sign_verifies_nothing(key: str) -> None:
    verify = public_verifier(ED, key)
    identity_and_zero = "01" + "00" * 63  # the signature that such keys take for many a message

    refusals = {
        refusal(verify, request(b"m%d" % n, {"X-Sig": identity_and_zero})).cause for n in range(40)
    }

    assert refusals == {Cause.SECRET_MISSING}


def test_an_ed25519_signature_has_one_s_so_that_it_cannot_be_rewritten() -> None:
    order = 2**252 + 27742317777372353535851937790883648493
    genuine = ed_key().sign(BODY)
    s = int.from_bytes(genuine[32:], "little") + order
    verify = public_verifier(by("ed25519"), pem(ed_key()))

    refused = refusal(verify, sent(genuine[:32] + s.to_bytes(32, "little")))

    assert refused.cause is Cause.SIGNATURE_MISMATCH


_N: Final = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
ZEROS: Final = [(0, 0), (0, 1), (1, 0), (_N, _N), (_N, 0), (0, _N), (1, 1)]


@pytest.mark.parametrize(("r", "s"), ZEROS)
def test_an_ecdsa_signature_of_zeros_or_of_the_order_is_refused(r: int, s: int) -> None:
    raw = r.to_bytes(32, "big") + s.to_bytes(32, "big")
    key = pem(ec_key())

    as_raw = refusal(public_verifier(by("es256"), key), sent(raw))
    as_der = refusal(public_verifier(by("ecdsa-sha256"), key), sent(encode_dss_signature(r, s)))

    assert {as_raw.cause, as_der.cause} == {Cause.SIGNATURE_MISMATCH}


def test_der_is_no_raw_signature_and_raw_is_no_der() -> None:
    key = pem(ec_key())
    encoded, raw = made("ecdsa-sha256", BODY), made("es256", BODY)

    der_as_raw = refusal(public_verifier(by("es256"), key), sent(encoded))
    raw_as_der = refusal(public_verifier(by("ecdsa-sha256"), key), sent(raw))

    assert der_as_raw.cause is Cause.SIGNATURE_MALFORMED
    assert raw_as_der.cause is Cause.SIGNATURE_MISMATCH


def test_der_with_bytes_behind_it_or_a_longer_length_is_refused() -> None:
    verify = public_verifier(by("ecdsa-sha256"), pem(ec_key()))
    genuine = made("ecdsa-sha256", BODY)
    padded = b"\x30\x81" + genuine[1:]

    assert refusal(verify, sent(genuine + b"\0")).cause is Cause.SIGNATURE_MISMATCH
    assert refusal(verify, sent(padded)).cause is Cause.SIGNATURE_MISMATCH

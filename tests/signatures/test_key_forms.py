"""The forms in which public keys are given, and what is no key."""

import datetime as dt
import json
from datetime import UTC
from typing import Any, Final

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from joserfc import jwk

from domain.request import Request
from domain.verdict import RejectionCause as Cause

from .build import NOW, refusal, request
from .forging import RAW_SIZES, b64, b64url, der, ec_key, ed_key, key_for, made, pem, rsa_key
from .shapes import BODY, by, public_verifier, sent


def _certificate(private: Any) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "hooks.acme.example")])
    begin = dt.datetime(2020, 1, 1, tzinfo=UTC)
    digest = None if private is ed_key() else hashes.SHA256()
    built = x509.CertificateBuilder().subject_name(name).issuer_name(name)
    built = built.public_key(private.public_key()).serial_number(7)
    built = built.not_valid_before(begin).not_valid_after(begin + dt.timedelta(days=1))
    return built.sign(private, digest)


def _jwk_of(private: Any) -> dict[str, Any]:
    kinds = ((rsa.RSAPrivateKey, jwk.RSAKey), (ec.EllipticCurvePrivateKey, jwk.ECKey))
    kind: Any = next((one for key, one in kinds if isinstance(private, key)), jwk.OKPKey)
    return dict(kind.import_key(pem(private)).as_dict(private=False))


def _forms(private: Any) -> dict[str, tuple[dict[str, Any], str]]:
    certificate = _certificate(private)
    plain = pem(private)
    other = _jwk_of(ed_key(1))
    noise = [{"kty": "oct", "k": "AA"}, {"kty": "EC", "crv": "x"}, 5, {**other, "use": "enc"}]
    return {
        "pem": ({}, plain),
        "pem in one line": ({}, plain.replace("\n", "\\n")),
        "pem with windows lines": ({}, "\r\n" + plain.replace("\n", "\r\n")),
        "bare base64": ({}, b64(der(private))),
        "base64 in lines": ({}, "\n".join(plain.splitlines()[1:-1])),
        "spki hex": ({"key": ["hex"], "key_form": "spki"}, der(private).hex()),
        "spki base64": ({"key": ["base64"], "key_form": "spki"}, b64url(der(private))),
        "certificate as pem": ({}, certificate.public_bytes(Encoding.PEM).decode()),
        "x509 pem": ({"key_form": "x509"}, certificate.public_bytes(Encoding.PEM).decode()),
        "x509 der": (
            {"key_form": "x509", "key": ["base64"]},
            b64(certificate.public_bytes(Encoding.DER)),
        ),
        "jwk": ({"key_form": "jwk"}, json.dumps(_jwk_of(private))),
        "jwks": ({"key_form": "jwks"}, json.dumps({"keys": [*noise, _jwk_of(private)]})),
        "after a prefix": ({"key": ["strip:key="]}, "key=" + plain),
    }


@pytest.mark.parametrize("form", list(_forms(ed_key())))
@pytest.mark.parametrize("algorithm", ["ed25519", "rsa-sha256", "es256"])
def test_a_key_may_be_given_in_each_form(algorithm: str, form: str) -> None:
    more, text = _forms(key_for(algorithm))[form]

    public_verifier(by(algorithm, **more), text)(sent(made(algorithm, BODY)), NOW)


@pytest.mark.parametrize("curve", ["P-256", "P-384", "P-521"])
@pytest.mark.parametrize("point", [PublicFormat.CompressedPoint, PublicFormat.UncompressedPoint])
def test_a_raw_point_of_a_curve_is_a_key(curve: str, point: PublicFormat) -> None:
    private = ec_key(curve)
    raw = private.public_key().public_bytes(Encoding.X962, point)
    scheme = by("ecdsa-sha256", key=["base64"], key_form="raw")

    public_verifier(scheme, b64(raw))(sent(made("ecdsa-sha256", BODY, private)), NOW)


def test_the_key_that_a_detached_signature_names_is_taken_from_a_set() -> None:
    entries = [{**_jwk_of(ed_key(n)), "kid": f"k{n}"} for n in (0, 1)]
    scheme = {
        "method": "signature",
        "algorithm": "ed25519",
        "signature": {"from": "header:X-JWS", "jws": "detached"},
        "key_form": "jwks",
    }
    verify = public_verifier(scheme, json.dumps({"keys": entries}))

    def delivery(kid: str, signer: int) -> Request:
        head = b64url(json.dumps({"alg": "EdDSA", "kid": kid}).encode())
        message = f"{head}.{b64url(BODY)}".encode()
        return request(BODY, {"X-JWS": f"{head}..{b64url(ed_key(signer).sign(message))}"})

    verify(delivery("k0", 0), NOW)
    verify(delivery("k1", 1), NOW)
    assert refusal(verify, delivery("k0", 1)).cause is Cause.SIGNATURE_MISMATCH


_PRIVATE: Final = (
    ed_key()
    .private_bytes(Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    .decode()
)
OFF_CURVE: Final = "04" + "01" * 64
NO_KEYS: Final[dict[str, tuple[dict[str, Any], tuple[str, ...]]]] = {
    "no key": ({}, ()),
    "blank": ({}, (" ",)),
    "not a key": ({}, ("swordfish",)),
    "a private key": ({}, (_PRIVATE,)),
    "a private jwk": (
        {"key_form": "jwk"},
        (json.dumps({**_jwk_of(ed_key()), "d": b64url(bytes([7]) * 32)}),),
    ),
    "a shared jwk": ({"key_form": "jwk"}, ('{"kty":"oct","k":"c2VjcmV0"}',)),
    "a jwk that is no table": ({"key_form": "jwk"}, ("[]",)),
    "a jwk of an unknown kind": ({"key_form": "jwk"}, ('{"kty":"EC","crv":"x","x":"AA"}',)),
    "a jwk of a kind that is a list": ({"key_form": "jwk"}, ('{"kty":[]}',)),
    "a jwk with numbers": ({"key_form": "jwk"}, ('{"kty":"RSA","n":1,"e":2}',)),
    "an empty set": ({"key_form": "jwks"}, ('{"keys":[]}',)),
    "a set that is none": ({"key_form": "jwks"}, ('{"keys":{}}',)),
    "a set of too many": ({"key_form": "jwks"}, (json.dumps({"keys": [_jwk_of(ed_key())] * 51}),)),
    "a set for encryption": (
        {"key_form": "jwks"},
        (json.dumps({"keys": [{**_jwk_of(ed_key()), "use": "enc"}]}),),
    ),
    "deep json": ({"key_form": "jwk"}, ("[" * 50_000,)),
    "a long text": ({}, ("A" * 300_000,)),
    "31 bytes": ({"key": ["hex"], "key_form": "raw"}, ("ab" * 31,)),
    "a point off its curve": ({"key": ["hex"], "key_form": "raw"}, (OFF_CURVE,)),
    "no hex": ({"key": ["hex"], "key_form": "raw"}, ("xy" * 32,)),
    "not ascii": ({"key": ["base64"], "key_form": "raw"}, ("é" * 44,)),
    "half a character": ({}, ("\ud800" * 44,)),
    "an rsa key": ({}, (pem(rsa_key()),)),
    "an ecdsa key": ({}, (pem(ec_key()),)),
}


@pytest.mark.parametrize("name", list(NO_KEYS))
def test_what_is_no_key_of_the_algorithm_verifies_nothing_and_is_not_quoted(name: str) -> None:
    more, keys = NO_KEYS[name]
    scheme = {"method": "signature", "algorithm": "ed25519", "signature": {"from": "header:X-Sig"}}

    refused = refusal(public_verifier({**scheme, **more}, *keys), request(BODY))

    assert refused.cause is Cause.SECRET_MISSING
    for text in keys:
        assert not text.strip() or text[:40] not in refused.explanation


@pytest.mark.parametrize(
    ("algorithm", "curve"),
    [("es256", "P-384"), ("es384", "P-256"), ("es512", "P-256"), ("es256", "secp256k1")],
)
def test_a_raw_signature_needs_its_own_curve(algorithm: str, curve: str) -> None:
    size = RAW_SIZES[algorithm]
    verify = public_verifier(by(algorithm), pem(ec_key(curve)))

    assert refusal(verify, sent(b"\1" * 2 * size)).cause is Cause.SECRET_MISSING


def test_rsa_keys_are_used_from_1024_bits_which_some_providers_still_have() -> None:
    private = rsa_key(1024)
    verify = public_verifier(by("rsa-sha256"), pem(private))

    verify(sent(made("rsa-sha256", BODY, private)), NOW)


def test_a_smaller_rsa_key_verifies_nothing() -> None:
    numbers = rsa.RSAPublicNumbers(65537, (1 << 767) + 0xC3)  # cryptography makes none so small
    text = numbers.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    verify = public_verifier(by("rsa-sha256"), text.decode())

    refused = refusal(verify, sent(b"\1" * 96))

    assert refused.cause is Cause.SECRET_MISSING
    assert refused.explanation == "the key 'public_key' is not of the kind that rsa-sha256 needs"

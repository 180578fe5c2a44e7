"""Nothing in a token chooses how it is judged: not its algorithm, not its keys, not its extensions."""

from typing import Any, Final

import pytest
from joserfc import jwk

from domain.verdict import RejectionCause as Cause

from . import rfc
from .build import NOW, refusal
from .forging import (
    b64,
    der,
    ec_key,
    ed_key,
    hs256,
    made,
    pem,
    rsa_key,
    sealed,
    token,
)
from .shapes import HEAD, HS, PUBLIC, bearing, judge


def _signed_by(header: dict[str, Any], private: Any = None) -> str:
    return token({"alg": "RS256", **header}, {}, sealed("rsa-sha256", private or rsa_key()))


_STRANGER: Final = ec_key("P-384")
_PUBLIC_PEM: Final = pem(rsa_key())
CONFUSIONS: Final[dict[str, str]] = {
    "none": token({"alg": "none"}, {}, lambda _: b""),
    "None": token({"alg": "None"}, {}, lambda _: b""),
    "none with a genuine signature": _signed_by({"alg": "none"}),
    "the example of an unsecured token": rfc.UNSECURED_TOKEN,
    "no algorithm": token({"typ": "JWT"}, {}, sealed("rsa-sha256")),
    "an algorithm that is a list": _signed_by({"alg": ["RS256"]}),
    "an algorithm that is a table": _signed_by({"alg": {"RS256": 1}}),
    "an algorithm that is a number": _signed_by({"alg": 256}),
    "rs256 in small letters": _signed_by({"alg": "rs256"}),
    "hmac by the public pem": token({"alg": "HS256"}, {}, hs256(_PUBLIC_PEM.encode())),
    "hmac by the stripped pem": token({"alg": "HS256"}, {}, hs256(_PUBLIC_PEM.strip().encode())),
    "hmac by the public der": token({"alg": "HS256"}, {}, hs256(der(rsa_key()))),
    "hmac that says rs256": token({"alg": "RS256"}, {}, hs256(_PUBLIC_PEM.encode())),
    "pss that says rs256": token({"alg": "RS256"}, {}, sealed("rsa-pss-sha256")),
    "pss": token({"alg": "PS256"}, {}, sealed("rsa-pss-sha256")),
    "sha384 that says rs256": token({"alg": "RS256"}, {}, sealed("rsa-sha384")),
    "sha1 that says rs256": token({"alg": "RS256"}, {}, sealed("rsa-sha1")),
    "ecdsa that says rs256": token({"alg": "RS256"}, {}, sealed("es256")),
    "an empty signature": _signed_by({}).rpartition(".")[0] + ".",
    "no signature": _signed_by({}).rpartition(".")[0],
    "four parts": _signed_by({}) + ".x",
    "padded base64": _signed_by({}) + "==",
    "a line end": _signed_by({}) + "\n",
    "unknown crit": _signed_by({"crit": ["exp2"], "exp2": 1}),
    "known crit": _signed_by({"crit": ["b64"], "b64": True}),
    "empty crit": _signed_by({"crit": []}),
    "crit that is a text": _signed_by({"crit": "exp"}),
    "b64 false": _signed_by({"b64": False}),
    "b64 false and crit": _signed_by({"b64": False, "crit": ["b64"]}),
    "a stranger's jwk in the header": token(
        {"alg": "RS256", "jwk": jwk.ECKey.import_key(pem(_STRANGER)).as_dict(private=False)},
        {},
        sealed("rsa-sha256", rsa_key(1024)),
    ),
    "a stranger's jku": _signed_by({"jku": "https://evil.example/jwks"}, rsa_key(1024)),
    "a stranger's x5u": _signed_by({"x5u": "https://evil.example/cert"}, rsa_key(1024)),
    "a stranger's x5c": _signed_by({"x5c": [b64(der(rsa_key(1024)))]}, rsa_key(1024)),
    "a stranger's key with a path as its id": _signed_by({"kid": "../../dev/null"}, rsa_key(1024)),
    "a header twice, none last": token(b'{"alg":"RS256","alg":"none"}', {}, sealed("rsa-sha256")),
    "a header twice, none first, unsigned": token(
        b'{"alg":"none","alg":"RS256"}', {}, lambda _: b""
    ),
    "a deep header": token(b"[" * 5_000, {}, sealed("rsa-sha256")),
    "a deep header in a table": token(
        b'{"alg":"RS256","a":' + b"[" * 5_000, {}, sealed("rsa-sha256")
    ),
    "a long number": token(b'{"alg":"RS256","a":' + b"9" * 5_000 + b"}", {}, lambda _: b""),
    "a header that is a list": token(b'["RS256"]', {}, sealed("rsa-sha256")),
    "a header that is no json": token(b"\xff\xfe", {}, sealed("rsa-sha256")),
    "an encrypted token": "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.a.b.c.d",
    "half characters": "\ud800.\ud800.\ud800",
    "not ascii": "é.é.é",
    "nothing but dots": "..",
}


@pytest.mark.parametrize("name", list(CONFUSIONS))
def test_a_token_that_chooses_how_it_is_judged_is_refused(name: str) -> None:
    verify = judge({**PUBLIC, "need": []}, public_key=_PUBLIC_PEM)

    refused = refusal(verify, bearing(CONFUSIONS[name]))

    assert refused.cause in {Cause.SIGNATURE_MALFORMED, Cause.SIGNATURE_MISMATCH}


def test_the_genuine_token_beside_those_confusions_is_accepted() -> None:
    judge(PUBLIC, public_key=_PUBLIC_PEM)(bearing(_signed_by({"typ": "JWT", "kid": "any"})), NOW)


@pytest.mark.parametrize("text", [_PUBLIC_PEM, _PUBLIC_PEM.strip(), pem(ec_key()), pem(ed_key())])
def test_a_public_key_is_never_the_secret_of_an_hmac_token(text: str) -> None:
    verify = judge(HS, secret=text)

    refused = refusal(verify, bearing(token(HEAD, {}, hs256(text.encode()))))

    assert refused.cause is Cause.SECRET_MISSING


@pytest.mark.parametrize(
    ("algorithm", "private"),
    [
        ("ES256", ec_key("P-384")),
        ("ES384", ec_key()),
        ("ES256", ec_key("secp256k1")),
        ("RS256", ec_key()),
        ("EdDSA", rsa_key()),
        ("ES256", rsa_key()),
    ],
    ids=["p384", "p256", "secp256k1", "ec as rsa", "rsa as ed", "rsa as ec"],
)
def test_a_key_of_another_kind_or_curve_is_no_key(algorithm: str, private: Any) -> None:
    verify = judge({**HS, "algorithms": [algorithm], "secret": "key"}, key=pem(private))

    refused = refusal(verify, bearing(token({"alg": algorithm}, {}, lambda _: b"x" * 64)))

    assert refused.cause is Cause.SECRET_MISSING


@pytest.mark.parametrize(
    "signature",
    [bytes(64), made("ecdsa-sha256", b"x"), b"\0" * 63 + b"\1"],
    ids=["zeros", "DER", "almost zeros"],
)
def test_zeros_and_der_are_no_es256_signature(signature: bytes) -> None:
    verify = judge({**HS, "algorithms": ["ES256"], "secret": "key"}, key=pem(ec_key()))

    refused = refusal(verify, bearing(token({"alg": "ES256"}, {}, lambda _: signature)))

    assert refused.cause is Cause.SIGNATURE_MISMATCH

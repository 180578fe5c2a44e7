"""Key pairs in the place of a provider's own, so that its deliveries can be made here: sample, simulator, tests.

Knows which kind of key an algorithm needs and how to write the public half as a scheme reads it; leaves out
signing (signing) and reading (public_keys). The private half never leaves the process.
"""

import base64
import datetime as dt
import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import orjson
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from domain.errors import Invalid, ProblemCode
from domain.signatures import jose
from domain.signatures.parts import JwtAlgorithm, KeyForm, SignatureAlgorithm
from domain.signatures.schemes import Jwt, PublicKeySignature, key_name

PrivateKey = Ed25519PrivateKey | RSAPrivateKey | ec.EllipticCurvePrivateKey
KEY_ID: Final = "stand-in"
"""The id under which a generated key stands in a set."""

PUBLISHED: Final = "public_key"
"""The name of a pair whose public half the provider publishes, and the scheme fetches."""

_RSA_BITS: Final = 2048
_LIFE: Final = dt.timedelta(days=36_500)


@dataclass(frozen=True, slots=True)
class Pair:
    """name: the secret that holds the public half. public: its text, as the scheme reads it."""

    name: str
    public: str
    private: PrivateKey


def generate(scheme: PublicKeySignature | Jwt, number: int = 0) -> Pair:
    """Make the pair that a scheme needs. number: pairs of one number share their key within this process.

    Raises Invalid when no text could become a key by the scheme's steps.
    """
    private = _private(kind(scheme), number)
    fetch = scheme.fetch
    form, steps = (scheme.key_form, scheme.key) if fetch is None else (fetch.form, fetch.key)
    name = key_name(scheme) or PUBLISHED
    try:
        text = _before(_written(private, form), steps)
    except ValueError as error:
        raise Invalid.one(ProblemCode.INVALID, f"the key {name!r} {error}") from error
    return Pair(name, text, private)


def kind(scheme: PublicKeySignature | Jwt) -> str:
    """Which kind of key signs: ed25519, rsa, or a curve's name."""
    algorithm = scheme.algorithm if isinstance(scheme, PublicKeySignature) else scheme.algorithms[0]
    return _KINDS[algorithm]


@functools.lru_cache(maxsize=32)
def _private(name: str, number: int) -> PrivateKey:
    del number  # of the cache
    if name == "ed25519":
        return Ed25519PrivateKey.generate()
    if name == "rsa":
        return generate_private_key(65_537, _RSA_BITS)
    return ec.generate_private_key(_CURVES[name])


def _written(private: PrivateKey, form: KeyForm) -> bytes:
    public = private.public_key()
    match form:
        case KeyForm.RAW if isinstance(private, Ed25519PrivateKey):
            return public.public_bytes(Encoding.Raw, PublicFormat.Raw)
        case KeyForm.RAW:
            return public.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        case KeyForm.SPKI:
            return public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        case KeyForm.PEM:
            return public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        case KeyForm.X509:
            return _certificate(private).public_bytes(Encoding.PEM)
    entry = {**jose.public(public).as_dict(private=False), "kid": KEY_ID, "use": "sig"}
    return orjson.dumps(entry if form is KeyForm.JWK else {"keys": [entry]})


def _certificate(private: PrivateKey) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, KEY_ID)])
    begin = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(begin + _LIFE)
    )
    digest = None if isinstance(private, Ed25519PrivateKey) else hashes.SHA256()
    return builder.sign(private, digest)


def _before(raw: bytes, steps: Sequence[str]) -> str:
    """The text that the steps turn into these bytes: each step the other way round. Raises ValueError."""
    text: str | None = None
    for step in reversed(steps):
        name, _, argument = step.partition(":")
        if step in _WRITERS:
            text = _WRITERS[step](raw)
            continue
        if name not in _UNDONE or not argument:
            raise ValueError(f"cannot be made up: the step {step!r} has no way back")
        text = _UNDONE[name](raw.decode() if text is None else text, argument)
    return raw.decode() if text is None else text


_WRITERS: Final[Mapping[str, Any]] = {
    "utf8": bytes.decode,
    "hex": bytes.hex,
    "base64": lambda raw: base64.b64encode(raw).decode(),
}
_UNDONE: Final[Mapping[str, Any]] = {
    "strip": lambda text, prefix: prefix + text,
    "append": str.removesuffix,
    "prepend": str.removeprefix,
}
_CURVES: Final[Mapping[str, ec.EllipticCurve]] = {
    "P-256": ec.SECP256R1(),
    "P-384": ec.SECP384R1(),
    "P-521": ec.SECP521R1(),
}
_KINDS: Final[Mapping[str, str]] = {
    **dict.fromkeys((one for one in SignatureAlgorithm if one.startswith("rsa")), "rsa"),
    **dict.fromkeys((one for one in SignatureAlgorithm if one.startswith("ecdsa")), "P-256"),
    **dict.fromkeys((one for one in JwtAlgorithm if one[:2] in {"RS", "PS"}), "rsa"),
    SignatureAlgorithm.ED25519: "ed25519",
    SignatureAlgorithm.ES256: "P-256",
    SignatureAlgorithm.ES384: "P-384",
    SignatureAlgorithm.ES512: "P-521",
    JwtAlgorithm.EDDSA: "ed25519",
    JwtAlgorithm.ES256: "P-256",
    JwtAlgorithm.ES384: "P-384",
    JwtAlgorithm.ES512: "P-521",
}

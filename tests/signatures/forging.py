"""What a provider, or a forger, makes: key pairs, signatures and tokens, by cryptography and joserfc, never by our own `sign`."""

import base64
import functools
import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

HASHES: Final = {
    "sha1": hashes.SHA1(),  # noqa: S303  some providers still sign by it
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}
CURVES: Final = {
    "P-256": ec.SECP256R1(),
    "P-384": ec.SECP384R1(),
    "P-521": ec.SECP521R1(),
    "secp256k1": ec.SECP256K1(),
}
RAW_SIZES: Final = {"es256": 32, "es384": 48, "es512": 66}


@functools.cache
def rsa_key(bits: int = 2048) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, bits)


@functools.cache
def ec_key(curve: str = "P-256") -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(CURVES[curve])


@functools.cache
def ed_key(number: int = 0) -> ed25519.Ed25519PrivateKey:
    return ed25519.Ed25519PrivateKey.from_private_bytes(bytes([7 + number]) * 32)


def key_for(algorithm: str) -> Any:
    """The private key that signs by one of our algorithms."""
    if algorithm == "ed25519":
        return ed_key()
    if algorithm.startswith("rsa"):
        return rsa_key()
    return ec_key({"es384": "P-384", "es512": "P-521"}.get(algorithm, "P-256"))


def pem(private: Any) -> str:
    public = private.public_key()
    return str(public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode())


def der(private: Any) -> bytes:
    return bytes(private.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo))


def made(algorithm: str, message: bytes, private: Any = None) -> bytes:
    """A signature, by the name of the algorithm."""
    key = private or key_for(algorithm)
    if algorithm == "ed25519":
        return bytes(key.sign(message))
    if algorithm.startswith("rsa"):
        digest = HASHES[algorithm.rpartition("-")[2]]
        pss = padding.PSS(padding.MGF1(digest), digest.digest_size)
        return bytes(key.sign(message, pss if "pss" in algorithm else padding.PKCS1v15(), digest))
    name = f"sha{algorithm[2:]}" if algorithm in RAW_SIZES else algorithm.rpartition("-")[2]
    signature: bytes = key.sign(message, ec.ECDSA(HASHES[name]))
    if algorithm not in RAW_SIZES:
        return signature
    return b"".join(
        number.to_bytes(RAW_SIZES[algorithm], "big") for number in decode_dss_signature(signature)
    )


def b64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def b64url(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def mac(secret: bytes, message: bytes, algorithm: str = "sha256") -> bytes:
    return hmac.new(secret, message, algorithm).digest()


def digest(name: str, message: bytes) -> bytes:
    """By hashlib's name."""
    return hashlib.new(name, message, usedforsecurity=False).digest()


def token(
    header: Mapping[str, Any] | bytes,
    claims: Mapping[str, Any] | bytes,
    seal: Callable[[bytes], bytes],
) -> str:
    """A compact JWS (RFC 7515, section 7.1), its header and payload as they are given."""
    parts = [
        one if isinstance(one, bytes) else json.dumps(one).encode() for one in (header, claims)
    ]
    text = ".".join(map(b64url, parts))
    return f"{text}.{b64url(seal(text.encode()))}"


def hs256(secret: bytes) -> Callable[[bytes], bytes]:
    return lambda message: mac(secret, message)


def sealed(algorithm: str, private: Any = None) -> Callable[[bytes], bytes]:
    return lambda message: made(algorithm, message, private)

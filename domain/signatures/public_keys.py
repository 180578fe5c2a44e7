"""Public keys as providers give them: raw bytes, SPKI, PEM, certificates, JWK and JWK sets.

Knows how to read them and which algorithm a key is for; leaves out judging (asymmetric, jwt). Parsing is
cryptography's and joserfc's. A private key given by mistake is refused in words, never used.
"""

import binascii
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import orjson
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from joserfc import jwk
from joserfc.errors import JoseError

from domain.signatures import keys
from domain.signatures.parts import KeyForm, SignatureAlgorithm

SMALLEST_RSA: Final = 1_024
LARGEST_RSA: Final = 8_192
MAX_SET: Final = 50
MAX_TEXT: Final = 262_144

_UNREADABLE: Final = (ValueError, TypeError, LookupError, UnsupportedAlgorithm, JoseError)

PublicKey = Ed25519PublicKey | RSAPublicKey | EllipticCurvePublicKey


@dataclass(frozen=True, slots=True)
class Key:
    """A public key, and the id that a set gives it, if any."""

    key: PublicKey
    kid: str = ""


def load(text: str, steps: Sequence[str], form: KeyForm) -> tuple[Key, ...]:
    """Read the keys of a text, one but for a set. Raises ValueError: what the text is not, without quoting it."""
    if len(text) > MAX_TEXT:
        raise ValueError(f"is longer than {MAX_TEXT} characters")
    return read(keys.derive(text.strip(), steps), form)


def read(raw: bytes, form: KeyForm) -> tuple[Key, ...]:
    """Read the keys of bytes, one but for a set. Raises ValueError: what they are not, without quoting them."""
    if b"PRIVATE KEY" in raw:
        raise ValueError("is a private key: give the public one")
    try:
        found = _READERS[form](raw)
    except (*_UNREADABLE, x509.InvalidVersion) as error:
        raise ValueError(f"is not a public key in the form {form.value}") from error
    if not found:
        raise ValueError("holds no key of a kind that is known: Ed25519, RSA or ECDSA")
    return found


def usable(
    name: str, steps: Sequence[str], form: KeyForm, texts: Sequence[str], missing: str
) -> tuple[tuple[Key, ...], str]:
    """Every key of several texts, and why there is none. missing: what to say when there is no text."""
    found: list[Key] = []
    problem = missing
    for text in texts:
        try:
            found += load(text, steps, form)
        except ValueError as error:
            problem = f"the key {name!r} {error}"
    return tuple(found), "" if found else problem


def fits(key: PublicKey, algorithm: SignatureAlgorithm) -> bool:
    """Whether a key is of the kind, and of the curve, that an algorithm needs."""
    if algorithm is SignatureAlgorithm.ED25519:
        return isinstance(key, Ed25519PublicKey)
    if algorithm.startswith("rsa"):
        return isinstance(key, RSAPublicKey) and SMALLEST_RSA <= key.key_size <= LARGEST_RSA
    if not isinstance(key, EllipticCurvePublicKey):
        return False
    curve = _CURVES.get(algorithm)
    return curve is None or isinstance(key.curve, curve)


def _known(key: object) -> tuple[Key, ...]:
    if isinstance(key, Ed25519PublicKey) and key.public_bytes_raw() in _SMALL_ORDER:
        raise ValueError("anyone can sign under this key")
    if isinstance(key, Ed25519PublicKey | RSAPublicKey | EllipticCurvePublicKey):
        return (Key(key),)
    return ()


def _raw(raw: bytes) -> tuple[Key, ...]:
    if len(raw) == _ED25519_BYTES:
        return _known(Ed25519PublicKey.from_public_bytes(raw))
    curve = _POINTS.get(len(raw))
    if curve is None:
        raise ValueError("no raw key has this length")
    return _known(EllipticCurvePublicKey.from_encoded_point(curve(), raw))


def _spki(raw: bytes) -> tuple[Key, ...]:
    return _known(serialization.load_der_public_key(raw))


def _pem(raw: bytes) -> tuple[Key, ...]:
    if b"-----BEGIN CERTIFICATE" in raw:
        return _certificate(raw)
    if b"-----BEGIN" in raw:
        return _known(serialization.load_pem_public_key(raw.replace(b"\\n", b"\n")))
    return _spki(binascii.a2b_base64(b"".join(raw.split()), strict_mode=True))


def certificates(raw: bytes) -> list[x509.Certificate]:
    """Certificates in PEM, or one in DER. Raises ValueError."""
    if b"-----BEGIN" in raw:
        return x509.load_pem_x509_certificates(raw.replace(b"\\n", b"\n"))
    return [x509.load_der_x509_certificate(raw)]


def _certificate(raw: bytes) -> tuple[Key, ...]:
    """The key of the first certificate: the others are its chain."""
    return _known(certificates(raw)[0].public_key())


def _jwk(raw: bytes) -> tuple[Key, ...]:
    return _of_jwk(orjson.loads(raw))


def _jwks(raw: bytes) -> tuple[Key, ...]:
    listed = orjson.loads(raw)
    entries = listed.get("keys") if isinstance(listed, dict) else None
    if not isinstance(entries, list) or len(entries) > MAX_SET:
        raise ValueError("no set of keys")
    found: list[Key] = []
    for entry in entries:
        try:
            found += _of_jwk(entry)
        except _UNREADABLE:
            continue  # a set may hold keys for other uses
    return tuple(found)


def _of_jwk(entry: Any) -> tuple[Key, ...]:
    if not isinstance(entry, Mapping) or "d" in entry or entry.get("kty") == "oct":
        raise ValueError("no public JWK")
    if entry.get("use", "sig") != "sig":
        return ()
    with warnings.catch_warnings(action="ignore"):
        imported = jwk.import_key(dict(entry))
    kid = entry.get("kid")
    return tuple(
        Key(one.key, kid if isinstance(kid, str) else "")
        for one in _known(getattr(imported, "public_key", None))
    )


_ED25519_BYTES: Final = 32
# points whose multiples are at most eight, in every way to write them: all zeros is one
_SMALL_ORDER: Final = frozenset(
    bytes.fromhex(low + last)
    for low, lasts in (
        ("00" * 31, ("00", "80")),
        ("01" + "00" * 30, ("00", "80")),
        ("ec" + "ff" * 30, ("7f", "ff")),
        ("ed" + "ff" * 30, ("7f", "ff")),
        ("ee" + "ff" * 30, ("7f", "ff")),
        ("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc", ("05", "85")),
        ("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03", ("7a", "fa")),
    )
    for last in lasts
)
_POINTS: Final[Mapping[int, type[ec.EllipticCurve]]] = {
    33: ec.SECP256R1,
    65: ec.SECP256R1,
    49: ec.SECP384R1,
    97: ec.SECP384R1,
    67: ec.SECP521R1,
    133: ec.SECP521R1,
}
_CURVES: Final[Mapping[SignatureAlgorithm, type[ec.EllipticCurve]]] = {
    SignatureAlgorithm.ES256: ec.SECP256R1,
    SignatureAlgorithm.ES384: ec.SECP384R1,
    SignatureAlgorithm.ES512: ec.SECP521R1,
}
_READERS: Final[Mapping[KeyForm, Callable[[bytes], tuple[Key, ...]]]] = {
    KeyForm.RAW: _raw,
    KeyForm.SPKI: _spki,
    KeyForm.PEM: _pem,
    KeyForm.JWK: _jwk,
    KeyForm.JWKS: _jwks,
    KeyForm.X509: _certificate,
}

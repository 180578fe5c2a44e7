"""New keys, and keys from the raw bytes that some providers publish. Leaves out RSA: it takes longer than a call may."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from cryptography.hazmat.primitives import serialization as forms
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, x448, x25519

from domain.sandbox.host_arguments import octets, text
from domain.sandbox.host_keys import LONGEST_KEY, TROUBLE, public, told

CURVES: Final[Mapping[str, ec.EllipticCurve]] = MappingProxyType(
    {
        "P-256": ec.SECP256R1(),
        "prime256v1": ec.SECP256R1(),
        "secp256r1": ec.SECP256R1(),
        "P-384": ec.SECP384R1(),
        "secp384r1": ec.SECP384R1(),
        "P-521": ec.SECP521R1(),
        "secp521r1": ec.SECP521R1(),
        "secp256k1": ec.SECP256K1(),
    }
)
_EDWARDS: Final[Mapping[str, tuple[Any, Any]]] = MappingProxyType(
    {
        "ed25519": (ed25519.Ed25519PrivateKey, ed25519.Ed25519PublicKey),
        "ed448": (ed448.Ed448PrivateKey, ed448.Ed448PublicKey),
        "x25519": (x25519.X25519PrivateKey, x25519.X25519PublicKey),
        "x448": (x448.X448PrivateKey, x448.X448PublicKey),
    }
)
_POINT: Final = (forms.Encoding.X962, forms.PublicFormat.UncompressedPoint)
_RAW: Final = (forms.Encoding.Raw, forms.PublicFormat.Raw)


def new_key(kind: object, curve: object = None) -> dict[str, object]:
    """Make a private key of a kind, which for ec has a curve by any of its names. Raises ValueError."""
    name = text(kind)
    if name in _EDWARDS:
        return told(_EDWARDS[name][0].generate())
    if name != "ec":
        raise ValueError("new keys can be ec, ed25519, ed448, x25519 or x448 here")
    return told(ec.generate_private_key(_curve(curve)))


def read_raw(data: object, kind: object, curve: object = None) -> dict[str, object]:
    """Read a public key from its bare bytes: 32 of ed25519, a point of a curve. Raises ValueError."""
    taken, name = octets(data, LONGEST_KEY), text(kind)
    try:
        if name in _EDWARDS:
            return told(_EDWARDS[name][1].from_public_bytes(taken))
        return told(ec.EllipticCurvePublicKey.from_encoded_point(_curve(curve), taken))
    except TROUBLE:
        raise ValueError("the bytes are no public key of this kind") from None


def write_raw(der: object) -> bytes:
    """Write a public key as its bare bytes. Raises ValueError for RSA, which has none."""
    key: Any = public(der)
    try:
        return bytes(
            key.public_bytes(*(_POINT if isinstance(key, ec.EllipticCurvePublicKey) else _RAW))
        )
    except TROUBLE:
        raise ValueError("keys of this kind have no raw form") from None


def _curve(name: object) -> ec.EllipticCurve:
    if not isinstance(name, str) or name not in CURVES:
        raise ValueError("Invalid EC curve name")
    return CURVES[name]

"""JSON Web Keys (RFC 7517, 7518 section 6, 8037) as keys, and keys as JSON Web Keys.

Leaves out members that say what a key may be used for: JavaScript's side judges them.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from cryptography.hazmat.primitives import serialization as forms
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, rsa, x448, x25519

from domain.sandbox.host_arguments import text
from domain.sandbox.host_keys import (
    MOST_RSA_BITS,
    TROUBLE,
    PrivateKey,
    PublicKey,
    private,
    public,
    told,
)

_CURVES: Final[Mapping[str, ec.EllipticCurve]] = MappingProxyType(
    {
        "P-256": ec.SECP256R1(),
        "P-384": ec.SECP384R1(),
        "P-521": ec.SECP521R1(),
        "secp256k1": ec.SECP256K1(),
    }
)
_OKP: Final[Mapping[str, tuple[Any, Any]]] = MappingProxyType(
    {
        "Ed25519": (ed25519.Ed25519PublicKey, ed25519.Ed25519PrivateKey),
        "Ed448": (ed448.Ed448PublicKey, ed448.Ed448PrivateKey),
        "X25519": (x25519.X25519PublicKey, x25519.X25519PrivateKey),
        "X448": (x448.X448PublicKey, x448.X448PrivateKey),
    }
)
_RAW: Final = (forms.Encoding.Raw, forms.PublicFormat.Raw)
_RAW_PRIVATE: Final = (forms.Encoding.Raw, forms.PrivateFormat.Raw, forms.NoEncryption())
_CRT: Final = ("d", "p", "q", "dp", "dq", "qi")

Members = Mapping[str, object]


def read_jwk(written: object, want_private: object) -> dict[str, object]:
    """Read a key from the JSON text of an object. want_private: False gives the public half of any. Raises ValueError."""
    try:
        members = json.loads(text(written))
    except (ValueError, RecursionError):
        raise ValueError("Invalid JWK data") from None
    if not isinstance(members, dict):
        raise ValueError("Invalid JWK data")  # noqa: TRY004  the one error that may leave a host function
    try:
        key = _read(members, is_private=want_private is True)
    except TROUBLE:
        kind = {"RSA": "RSA key", "EC": "EC key"}.get(str(members.get("kty")), "data")
        raise ValueError(f"Invalid JWK {kind}") from None
    return told(key)


def write_jwk(der: object, is_private: object) -> dict[str, str]:
    """Write a key as the members of a JSON Web Key, in Node's order. Raises ValueError."""
    if is_private is True:
        return _private_members(private(der))
    return _public_members(public(der))


def _read(members: Members, *, is_private: bool) -> PublicKey | PrivateKey:
    match members.get("kty"):
        case "RSA":
            return _rsa(members, is_private=is_private)
        case "EC":
            return _ec(members, is_private=is_private)
        case "OKP":
            key: PublicKey | PrivateKey = _okp(members, is_private=is_private)
            return key
        case _:
            raise ValueError("kty")


def _rsa(members: Members, *, is_private: bool) -> rsa.RSAPublicKey | rsa.RSAPrivateKey:
    half = rsa.RSAPublicNumbers(_number(members, "e"), _number(members, "n"))
    if not is_private:
        return half.public_key()
    d, p, q, dp, dq, qi = (_number(members, name) for name in _CRT)
    numbers = rsa.RSAPrivateNumbers(p=p, q=q, d=d, dmp1=dp, dmq1=dq, iqmp=qi, public_numbers=half)
    return numbers.private_key(unsafe_skip_rsa_key_validation=True)


def _ec(
    members: Members, *, is_private: bool
) -> ec.EllipticCurvePublicKey | ec.EllipticCurvePrivateKey:
    curve = _CURVES[_member(members, "crv")] if members.get("crv") in _CURVES else None
    if curve is None:
        raise ValueError("crv")
    half = ec.EllipticCurvePublicNumbers(_number(members, "x"), _number(members, "y"), curve)
    if is_private:
        return ec.EllipticCurvePrivateNumbers(_number(members, "d"), half).private_key()
    return half.public_key()


def _okp(members: Members, *, is_private: bool) -> Any:
    crv = _member(members, "crv")
    if crv not in _OKP:
        raise ValueError("crv")
    public_kind, private_kind = _OKP[crv]
    half = public_kind.from_public_bytes(_octets(members, "x"))
    if not is_private:
        return half
    key = private_kind.from_private_bytes(_octets(members, "d"))
    if key.public_key().public_bytes(*_RAW) != half.public_bytes(*_RAW):
        raise ValueError("x is not the public half of d")
    return key


def _public_members(key: PublicKey) -> dict[str, str]:
    if isinstance(key, rsa.RSAPublicKey):
        numbers = key.public_numbers()
        return {"kty": "RSA", "n": _written(numbers.n), "e": _written(numbers.e)}
    if isinstance(key, ec.EllipticCurvePublicKey):
        point, length = key.public_numbers(), (key.curve.key_size + 7) // 8
        name = next((n for n, one in _CURVES.items() if one.name == key.curve.name), None)
        if name is None:
            raise ValueError("Unsupported JWK EC curve")
        return {
            "kty": "EC",
            "x": _written(point.x, length),
            "y": _written(point.y, length),
            "crv": name,
        }
    name = next(name for name, (kind, _) in _OKP.items() if isinstance(key, kind))
    return {"crv": name, "x": _encoded(key.public_bytes(*_RAW)), "kty": "OKP"}


def _private_members(key: PrivateKey) -> dict[str, str]:
    half = _public_members(key.public_key())
    if isinstance(key, rsa.RSAPrivateKey):
        own = key.private_numbers()
        values = (own.d, own.p, own.q, own.dmp1, own.dmq1, own.iqmp)
        return half | {name: _written(value) for name, value in zip(_CRT, values, strict=True)}
    if isinstance(key, ec.EllipticCurvePrivateKey):
        length = (key.curve.key_size + 7) // 8
        return half | {"d": _written(key.private_numbers().private_value, length)}
    secret = _encoded(key.private_bytes(*_RAW_PRIVATE))
    return {"crv": half["crv"], "d": secret, "x": half["x"], "kty": "OKP"}


def _member(members: Members, name: str) -> str:
    value = members.get(name)
    if not isinstance(value, str):
        raise ValueError(name)  # noqa: TRY004
    return value


def _octets(members: Members, name: str) -> bytes:
    value = _member(members, name).rstrip("=")
    return urlsafe_b64decode(value.encode("ascii", "strict") + b"=" * (-len(value) % 4))


def _number(members: Members, name: str) -> int:
    held = _octets(members, name)
    if not held or len(held) > MOST_RSA_BITS // 8 + 1:
        raise ValueError(name)
    return int.from_bytes(held, "big")


def _written(number: int, length: int | None = None) -> str:
    return _encoded(number.to_bytes(length or (number.bit_length() + 7) // 8, "big"))


def _encoded(octets: bytes) -> str:
    return urlsafe_b64encode(octets).rstrip(b"=").decode("ascii")

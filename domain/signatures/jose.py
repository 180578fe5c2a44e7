"""Keys and algorithms in the form that joserfc takes, and the one place that names its classes.

Leaves out which keys a scheme has and what a token says (jwt).
"""

import warnings
from collections.abc import Sequence
from typing import Any, Final

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ec import (
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
)
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from joserfc import jwk, jws
from joserfc.errors import JoseError, UnsupportedAlgorithmError

from domain.signatures.parts import JwtAlgorithm
from domain.signatures.public_keys import PublicKey

MAX_TOKEN: Final = 1_048_576
_ED25519: Final = ("EdDSA", "Ed25519")

Token = jws.CompactSignature


class Registry(jws.JWSRegistry):
    """Exactly the algorithms that a scheme accepts; EdDSA also under its newer name (RFC 9864)."""

    def __init__(self, algorithms: Sequence[JwtAlgorithm]) -> None:
        names = [
            name
            for each in algorithms
            for name in (_ED25519 if each is JwtAlgorithm.EDDSA else (each.value,))
        ]
        super().__init__(algorithms=names, strict_check_header=False)
        self.accepted = frozenset(names)
        self.max_header_length = self.max_payload_length = self.max_signature_length = MAX_TOKEN

    def get_alg(self, name: str) -> Any:
        """The algorithm's mathematics. Raises UnsupportedAlgorithmError for any that is not accepted."""
        if name not in self.accepted:
            raise UnsupportedAlgorithmError(f"{name!r} is not accepted")
        return self.algorithms[name]


def public(key: PublicKey) -> jwk.Key:
    """A public key. Raises ValueError when it cannot be used."""
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    return _imported(key.public_bytes(serialization.Encoding.PEM, form), key)


def private(key: Any) -> jwk.Key:
    """A private key. Raises ValueError when it cannot be used."""
    form, plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return _imported(key.private_bytes(serialization.Encoding.PEM, form, plain), key)


def shared(key: bytes) -> jwk.Key:
    """A shared key. Raises ValueError for a public key: everyone knows it."""
    with warnings.catch_warnings(action="ignore"):  # short keys are the provider's choice
        return jwk.OctKey.import_key(key)


def read(text: str, registry: Registry) -> Token:
    """Cut a token apart; nothing is verified yet. Raises ValueError."""
    try:
        token = jws.extract_compact(text.encode("ascii"), None, registry)
    except (JoseError, UnicodeEncodeError, ValueError, TypeError, RecursionError) as error:
        # joserfc reads headers with json, which recurses
        raise ValueError("is not a JSON Web Token") from error
    return token


def is_signed(token: Token, key: jwk.Key, registry: Registry) -> bool:
    """Whether the key made the token's signature."""
    try:
        return jws.validate_compact(token, key, registry=registry)
    except (JoseError, ValueError, TypeError):
        return False


def serialized(header: dict[str, Any], payload: bytes, key: jwk.Key, registry: Registry) -> str:
    """Sign a payload."""
    return jws.serialize_compact(header, payload, key, registry=registry)


def _imported(pem: bytes, key: object) -> jwk.Key:
    kind: Any = jwk.OKPKey
    if isinstance(key, RSAPublicKey | RSAPrivateKey):
        kind = jwk.RSAKey
    if isinstance(key, EllipticCurvePublicKey | EllipticCurvePrivateKey):
        kind = jwk.ECKey
    try:
        with warnings.catch_warnings(action="ignore"):  # short keys are the provider's choice
            found: jwk.Key = kind.import_key(pem)
    except JoseError as error:
        raise ValueError("cannot be used for tokens") from error
    return found

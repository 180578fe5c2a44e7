"""Signatures of RSA, ECDSA and EdDSA, and encryption by RSA. Keys come in host_keys' plain form.

A signature that is malformed is one that does not match: False, no error.
"""

from collections.abc import Callable
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)

from domain.sandbox.host_arguments import octets, whole
from domain.sandbox.host_digests import for_keys, for_keys_or_none
from domain.sandbox.host_keys import TROUBLE, private, public

PKCS1: Final = 1
OAEP: Final = 4
PSS: Final = 6
_SALT_OF_DIGEST: Final = -1
_SALT_ANY: Final = -2
_MOST_SALT: Final = 1_024
_MISFIT: Final = "the key, the digest and the options do not fit together"
_NO_SIGNATURES: Final = "operation not supported for this keytype"


def sign(
    der: object, digest: object, data: object, scheme: object = None, salt: object = None
) -> bytes:
    """Sign data by a private key.

    digest: our name, None for EdDSA; with other keys None is sha256. scheme: for RSA the number of the padding, None is
    PKCS1; for EC "ieee-p1363", or DER. salt: for PSS bytes, -1 as long as the digest, -2 or None the longest.
    """
    key, taken, algorithm = private(der), octets(data), for_keys_or_none(digest)
    if isinstance(key, rsa.RSAPrivateKey):
        chosen = algorithm or hashes.SHA256()
        how = _padding(scheme, chosen, salt, padding.PSS.MAX_LENGTH)
        return _done(lambda: key.sign(taken, how, chosen))
    if isinstance(key, ec.EllipticCurvePrivateKey):
        chosen = algorithm or hashes.SHA256()
        made = _done(lambda: key.sign(taken, ec.ECDSA(chosen)))
        return _fixed(made, key.curve) if scheme == "ieee-p1363" else made
    if isinstance(key, ed25519.Ed25519PrivateKey | ed448.Ed448PrivateKey):
        _no_digest(algorithm)
        return _done(lambda: key.sign(taken))
    raise ValueError(_NO_SIGNATURES)


def verify(  # noqa: PLR0913, PLR0917  called by position, from JavaScript
    der: object,
    digest: object,
    data: object,
    signature: object,
    scheme: object = None,
    salt: object = None,
) -> bool:
    """Whether the signature of data is by the private half of this public key. Arguments as for `sign`."""
    key, taken, algorithm = public(der), octets(data), for_keys_or_none(digest)
    given = octets(signature)
    if isinstance(key, rsa.RSAPublicKey):
        chosen = algorithm or hashes.SHA256()
        how = _padding(scheme, chosen, salt, padding.PSS.AUTO)
        return _matches(lambda: key.verify(given, taken, how, chosen))
    if isinstance(key, ec.EllipticCurvePublicKey):
        chosen = algorithm or hashes.SHA256()
        der_form = _flexible(given, key.curve) if scheme == "ieee-p1363" else given
        return _matches(lambda: key.verify(der_form, taken, ec.ECDSA(chosen)))
    if isinstance(key, ed25519.Ed25519PublicKey | ed448.Ed448PublicKey):
        _no_digest(algorithm)
        return _matches(lambda: key.verify(given, taken))
    raise ValueError(_NO_SIGNATURES)


def encrypt(
    der: object, data: object, scheme: object, digest: object, label: object = None
) -> bytes:
    """Encrypt a few bytes for the owner of an RSA key. scheme: number of the padding; digest and label: for OAEP."""
    key, taken = public(der), octets(data)
    if not isinstance(key, rsa.RSAPublicKey):
        raise ValueError(_NO_SIGNATURES)  # noqa: TRY004
    how = padding.PKCS1v15() if scheme == PKCS1 else _oaep(scheme, digest, label)
    return _done(lambda: key.encrypt(taken, how))


def decrypt(
    der: object, data: object, scheme: object, digest: object, label: object = None
) -> bytes:
    """Decrypt what was encrypted for an RSA key by OAEP. PKCS1 is refused, as by Node since CVE-2023-46809."""
    key, taken = private(der), octets(data)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise ValueError(_NO_SIGNATURES)  # noqa: TRY004
    how = _oaep(scheme, digest, label)
    try:
        return key.decrypt(taken, how)
    except TROUBLE:
        raise ValueError("oaep decoding error") from None


def _oaep(scheme: object, digest: object, label: object) -> padding.OAEP:
    if scheme != OAEP:
        raise ValueError("invalid padding mode")
    algorithm = for_keys(digest)
    note = None if label is None else octets(label)
    return padding.OAEP(padding.MGF1(algorithm), algorithm, note)


def _padding(
    scheme: object, digest: hashes.HashAlgorithm, salt: object, open_salt: object
) -> padding.AsymmetricPadding:
    if scheme in (None, PKCS1) and not isinstance(scheme, bool):
        return padding.PKCS1v15()
    if scheme != PSS:
        raise ValueError("invalid padding mode")
    wanted = _SALT_ANY if salt is None else whole(salt, _SALT_ANY, _MOST_SALT, "saltLength")
    if wanted == _SALT_ANY:
        return padding.PSS(padding.MGF1(digest), open_salt)  # type: ignore[arg-type]  # marks of cryptography
    return padding.PSS(
        padding.MGF1(digest), digest.digest_size if wanted == _SALT_OF_DIGEST else wanted
    )


def _no_digest(digest: hashes.HashAlgorithm | None) -> None:
    if digest is not None:
        raise ValueError("invalid digest")


def _done(work: Callable[[], bytes]) -> bytes:
    try:
        return work()
    except TROUBLE:
        raise ValueError(_MISFIT) from None


def _matches(check: Callable[[], None]) -> bool:
    try:
        check()
    except InvalidSignature:
        return False
    except TROUBLE:
        raise ValueError(_MISFIT) from None
    return True


def _fixed(der: bytes, curve: ec.EllipticCurve) -> bytes:
    size = (curve.key_size + 7) // 8
    return b"".join(number.to_bytes(size, "big") for number in decode_dss_signature(der))


def _flexible(fixed: bytes, curve: ec.EllipticCurve) -> bytes:
    size = (curve.key_size + 7) // 8
    if len(fixed) != 2 * size:
        return b""  # no signature: it will not match
    r, s = (int.from_bytes(part, "big") for part in (fixed[:size], fixed[size:]))
    return encode_dss_signature(r, s)

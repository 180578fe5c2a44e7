"""Keys as customers write them: PEM, DER, JSON Web Keys and certificates, read into one plain form and written again.

Between calls a key is its DER in JavaScript's hands: SPKI when public, PKCS#8 when private. No text of an error holds a
part of a key. Leaves out what is done with them.
"""

from collections.abc import Callable
from typing import Any, Final

from cryptography import x509
from cryptography.exceptions import InternalError, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization as forms
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, rsa, x448, x25519

from domain.sandbox.host_arguments import octets

PublicKey = (
    rsa.RSAPublicKey
    | ec.EllipticCurvePublicKey
    | ed25519.Ed25519PublicKey
    | ed448.Ed448PublicKey
    | x25519.X25519PublicKey
    | x448.X448PublicKey
)
PrivateKey = (
    rsa.RSAPrivateKey
    | ec.EllipticCurvePrivateKey
    | ed25519.Ed25519PrivateKey
    | ed448.Ed448PrivateKey
    | x25519.X25519PrivateKey
    | x448.X448PrivateKey
)

# what cryptography raises for input of strangers
TROUBLE: Final = (ValueError, TypeError, OverflowError, UnsupportedAlgorithm, InternalError)

LONGEST_KEY: Final = 64 * 1024
MOST_RSA_BITS: Final = 8_192
MOST_EXPONENT_BITS: Final = 64
UNREADABLE: Final = "DECODER routines::unsupported"

_KINDS: Final[tuple[tuple[str, type, type], ...]] = (
    ("rsa", rsa.RSAPublicKey, rsa.RSAPrivateKey),
    ("ec", ec.EllipticCurvePublicKey, ec.EllipticCurvePrivateKey),
    ("ed25519", ed25519.Ed25519PublicKey, ed25519.Ed25519PrivateKey),
    ("ed448", ed448.Ed448PublicKey, ed448.Ed448PrivateKey),
    ("x25519", x25519.X25519PublicKey, x25519.X25519PrivateKey),
    ("x448", x448.X448PublicKey, x448.X448PrivateKey),
)
_CURVES: Final = {"secp256r1": "prime256v1", "secp192r1": "prime192v1"}


def read_public(data: object, form: object, passphrase: object = None) -> dict[str, object]:
    """Read a public key, or take it from a certificate or a private key. form: pem or der. Raises ValueError."""
    taken = octets(data, LONGEST_KEY)
    if form == "der":
        readers: tuple[Callable[[bytes], Any], ...] = (
            forms.load_der_public_key,
            lambda der: _private(der, "der", passphrase).public_key(),
        )
        return told(_first(readers, taken))
    if b"PRIVATE KEY-----" in taken:
        return told(_private(taken, "pem", passphrase).public_key())
    if b"CERTIFICATE-----" in taken:
        return told(_first((lambda pem: x509.load_pem_x509_certificate(pem).public_key(),), taken))
    return told(_first((forms.load_pem_public_key,), taken))


def read_private(data: object, form: object, passphrase: object = None) -> dict[str, object]:
    """Read a private key. form: pem or der; passphrase: bytes, when it is encrypted. Raises ValueError."""
    return told(_private(octets(data, LONGEST_KEY), form, passphrase))


def public_of(der: object) -> dict[str, object]:
    """Tell the public half of a private key."""
    return told(private(der).public_key())


def write(der: object, is_private: object, form: object, kind: object) -> bytes:
    """Write a key as Node's `export` does. form: pem or der; kind: spki, pkcs1, pkcs8 or sec1. Raises ValueError."""
    encoding = forms.Encoding.PEM if form == "pem" else forms.Encoding.DER
    if is_private is not True:
        layout = (
            forms.PublicFormat.PKCS1 if kind == "pkcs1" else forms.PublicFormat.SubjectPublicKeyInfo
        )
        return _written(lambda: public(der).public_bytes(encoding, layout))
    own = forms.PrivateFormat.PKCS8 if kind == "pkcs8" else forms.PrivateFormat.TraditionalOpenSSL
    return _written(lambda: private(der).private_bytes(encoding, own, forms.NoEncryption()))


def public(der: object) -> PublicKey:
    """Load a public key from our plain form. Raises ValueError."""
    key: PublicKey = _bounded(_first((forms.load_der_public_key,), octets(der, LONGEST_KEY)))
    return key


def private(der: object) -> PrivateKey:
    """Load a private key from our plain form. Raises ValueError."""
    return _private(octets(der, LONGEST_KEY), "der", None)


def told(key: PublicKey | PrivateKey) -> dict[str, object]:
    """Tell what Node's KeyObject shows of a key, and the key in our plain form as `der`.

    exponent: in decimal digits, as it may be larger than a number of JavaScript.
    """
    half = _bounded(key)
    name, is_private = _kind(half)
    facts: dict[str, object] = {"type": name, "private": is_private, "der": _plain(half)}
    if isinstance(half, rsa.RSAPublicKey | rsa.RSAPrivateKey):
        numbers = (
            half.public_key() if isinstance(half, rsa.RSAPrivateKey) else half
        ).public_numbers()
        facts |= {"bits": half.key_size, "exponent": str(numbers.e)}
    if isinstance(half, ec.EllipticCurvePublicKey | ec.EllipticCurvePrivateKey):
        facts["curve"] = _CURVES.get(half.curve.name, half.curve.name)
    return facts


def _private(data: bytes, form: object, passphrase: object) -> PrivateKey:
    password = None if passphrase is None else octets(passphrase, LONGEST_KEY)
    load = forms.load_der_private_key if form == "der" else forms.load_pem_private_key
    try:
        # proving that the factors are prime costs more than a whole call may; OpenSSL, and so Node, leaves it out too
        key: PrivateKey = _bounded(load(data, password, unsafe_skip_rsa_key_validation=True))
    except TROUBLE as error:
        raise ValueError(_why(error, password)) from None
    return key


def _why(error: Exception, password: bytes | None) -> str:
    words = str(error)
    if isinstance(error, TypeError) and password is None:
        return "Passphrase required for encrypted key"
    if isinstance(error, TypeError):  # a passphrase for a key that needs none
        return "the key is not encrypted: leave the passphrase out"
    if password is not None and ("password" in words or "decrypt" in words):
        return "bad decrypt"
    return words if isinstance(error, _Refused) else UNREADABLE


class _Refused(ValueError):
    """A key that was read, and is not used here."""


def _first(readers: tuple[Callable[[bytes], Any], ...], data: bytes) -> Any:
    for reader in readers:
        try:
            return reader(data)
        except _Refused:
            raise
        except TROUBLE:
            continue
    raise ValueError(UNREADABLE)


def _bounded(key: Any) -> Any:
    if isinstance(key, rsa.RSAPublicKey | rsa.RSAPrivateKey):
        if key.key_size > MOST_RSA_BITS:
            raise _Refused(f"RSA keys may have {MOST_RSA_BITS:,} bits at most here")
        half = key.public_key() if isinstance(key, rsa.RSAPrivateKey) else key
        if half.public_numbers().e.bit_length() > MOST_EXPONENT_BITS:
            raise _Refused("the exponent of the RSA key is too large")
    elif not any(isinstance(key, (one, other)) for _, one, other in _KINDS):
        raise _Refused("keys of this kind are not available here: RSA, EC, Ed25519 and Ed448 are")
    return key


def _kind(key: PublicKey | PrivateKey) -> tuple[str, bool]:
    for name, one, other in _KINDS:
        if isinstance(key, (one, other)):
            return name, isinstance(key, other)
    raise ValueError(UNREADABLE)


def _plain(key: Any) -> bytes:
    if hasattr(key, "private_bytes"):
        form = (forms.Encoding.DER, forms.PrivateFormat.PKCS8, forms.NoEncryption())
        return _written(lambda: key.private_bytes(*form))
    return _written(
        lambda: key.public_bytes(forms.Encoding.DER, forms.PublicFormat.SubjectPublicKeyInfo)
    )


def _written(write: Callable[[], bytes]) -> bytes:
    try:
        return write()
    except TROUBLE:
        raise ValueError("the key cannot be written in this form") from None

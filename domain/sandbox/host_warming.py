"""Every host function used once, in success and in failure: what libraries load late is loaded before the doors close.

Knows what there is to load: digests, ciphers, kinds of keys, forms of keys, and the errors of each.
"""

import contextlib
import warnings
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from cryptography.x509.oid import NameOID

from domain.sandbox.host_ciphers import KINDS

Functions = Mapping[str, Callable[..., Any]]


def warm(functions: Functions) -> None:
    """Use all of them. From here on warnings are not shown: showing one reads a source file, which ends a child."""
    warnings.simplefilter("ignore")
    _digests(functions)
    _ciphers(functions)
    for kind, curve in (("ec", "P-256"), ("ec", "secp256k1"), ("ec", "P-384"), ("ec", "P-521")):
        _key(functions, functions["new_key"](kind, curve)["der"], "sha256", "ieee-p1363", "sec1")
    for kind in ("ed25519", "ed448"):
        _key(functions, functions["new_key"](kind)["der"], None, None, "pkcs8")
    for kind in ("x25519", "x448"):
        _key(functions, functions["new_key"](kind)["der"], None, None, "pkcs8")
    _rsa(functions)
    _certificate(functions)
    _failures(functions)


def _digests(functions: Functions) -> None:
    for name in {name for _, name in functions["digests"]()}:
        functions["digest"](name, b"data")
        with contextlib.suppress(ValueError):
            functions["hmac"](name, b"key", b"data")
        with contextlib.suppress(ValueError):
            functions["pbkdf2"](name, b"password", b"salt", 1, 16)
        with contextlib.suppress(ValueError):
            functions["hkdf"](name, b"key", b"salt", b"info", 16)
    functions["scrypt"](b"password", b"salt", 16, 8, 1, 16)
    functions["equal"](b"a", functions["random_bytes"](1))
    functions["crc32"](b"data", 0)


def _ciphers(functions: Functions) -> None:
    for name, kind in KINDS.items():
        iv = bytes(12 if kind.iv is None else kind.iv)
        for encrypts in (True, False):
            number = functions["cipher_open"](
                name, encrypts, functions["random_bytes"](kind.key), iv
            )
            with contextlib.suppress(ValueError):
                functions["cipher_associate"](number, b"associated")
            functions["cipher_feed"](number, bytes(31))
            with contextlib.suppress(ValueError):
                functions["cipher_finish"](number, None if encrypts else bytes(16))


def _key(functions: Functions, der: bytes, digest: str | None, scheme: object, form: str) -> None:
    half = functions["public_of"](der)["der"]
    for layout in ("pem", "der"):
        functions["read_private"](functions["write_key"](der, True, layout, form), layout)
        functions["read_public"](functions["write_key"](half, False, layout, "spki"), layout)
    for is_private in (True, False):
        functions["write_jwk"](der if is_private else half, is_private)
    with contextlib.suppress(ValueError):
        functions["write_raw"](half)
    for one in (scheme, None):
        with contextlib.suppress(ValueError):
            signature = functions["sign"](der, digest, b"data", one)
            functions["verify"](half, digest, b"data", signature, one)
            functions["verify"](half, digest, b"data", bytes(len(signature)), one)


def _rsa(functions: Functions) -> None:
    # short, so that it is made in no time; nothing is ever signed by it
    made = rsa.generate_private_key(public_exponent=65_537, key_size=1_024)  # noqa: S505
    form = serialization.PrivateFormat.PKCS8
    secret = serialization.BestAvailableEncryption(b"passphrase")
    locked = made.private_bytes(serialization.Encoding.PEM, form, secret)
    der = functions["read_private"](locked, "pem", b"passphrase")["der"]
    for passphrase in (None, b"wrong"):
        with contextlib.suppress(ValueError):
            functions["read_private"](locked, "pem", passphrase)
    _key(functions, der, "sha256", 6, "pkcs1")
    half = functions["public_of"](der)["der"]
    functions["write_key"](half, False, "pem", "pkcs1")
    for digest in {name for _, name in functions["digests"]()}:
        with contextlib.suppress(ValueError):
            functions["verify"](half, digest, b"data", functions["sign"](der, digest, b"data"))
    sealed = functions["encrypt"](half, b"data", 4, "sha1")
    functions["decrypt"](der, sealed, 4, "sha1", None)
    functions["encrypt"](half, b"data", 1, None)


def _certificate(functions: Functions) -> None:
    key = ed25519.Ed25519PrivateKey.generate()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "warm")])
    start = datetime(2026, 1, 1, tzinfo=UTC)
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    builder = builder.not_valid_before(start).not_valid_after(start + timedelta(days=1))
    names = x509.SubjectAlternativeName([x509.DNSName("warm.example")])
    made = builder.add_extension(names, critical=False).sign(key, None)
    facts = functions["read_certificate"](made.public_bytes(serialization.Encoding.PEM))
    functions["read_certificate"](facts["raw"])
    functions["read_public"](facts["pem"].encode(), "pem")
    functions["is_signed_by"](facts["raw"], facts["key"]["der"])
    made.fingerprint(hashes.SHA256())


def _failures(functions: Functions) -> None:
    broken = b"-----BEGIN %s-----\nAAAA\n-----END %s-----\n"
    for label in (b"PUBLIC KEY", b"PRIVATE KEY", b"CERTIFICATE", b"EC PRIVATE KEY"):
        for name in ("read_public", "read_private"):
            with contextlib.suppress(ValueError):
                functions[name](broken % (label, label), "pem")
    for name in ("read_public", "read_private"):
        with contextlib.suppress(ValueError):
            functions[name](b"0\x03\x02\x01\x01", "der")
    with contextlib.suppress(ValueError):
        functions["read_jwk"]('{"kty":"RSA","n":"AQAB","e":"AQAB"}', False)
    with contextlib.suppress(ValueError):
        functions["read_raw"](bytes(65), "ec", "P-256")

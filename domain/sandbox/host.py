"""What JavaScript in the sandbox can ask of the process around it: cryptography, and nothing else.

Each function takes and gives bytes, text, numbers, None, lists and dicts of these, and raises ValueError, with a short
text, for what the caller can mend. Leaves out Node's interface, which is made of these in js/crypto*.js.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from domain.sandbox import (
    host_certificates,
    host_ciphers,
    host_derivation,
    host_digests,
    host_jwk,
    host_keys,
    host_pairs,
    host_signing,
    host_warming,
)

_OPEN: Final = host_ciphers.OpenCiphers()

FUNCTIONS: Final[Mapping[str, Callable[..., object]]] = MappingProxyType(
    {
        "digests": host_digests.names,
        "digest": host_digests.digest,
        "hmac": host_digests.hmac,
        "equal": host_digests.equal,
        "random_bytes": host_digests.random_bytes,
        "crc32": host_digests.crc32,
        "read_public": host_keys.read_public,
        "read_private": host_keys.read_private,
        "public_of": host_keys.public_of,
        "write_key": host_keys.write,
        "read_jwk": host_jwk.read_jwk,
        "write_jwk": host_jwk.write_jwk,
        "new_key": host_pairs.new_key,
        "read_raw": host_pairs.read_raw,
        "write_raw": host_pairs.write_raw,
        "sign": host_signing.sign,
        "verify": host_signing.verify,
        "encrypt": host_signing.encrypt,
        "decrypt": host_signing.decrypt,
        "ciphers": host_ciphers.ciphers,
        "cipher_open": _OPEN.open,
        "cipher_without_padding": _OPEN.without_padding,
        "cipher_associate": _OPEN.associate,
        "cipher_feed": _OPEN.feed,
        "cipher_finish": _OPEN.finish,
        "pbkdf2": host_derivation.pbkdf2,
        "scrypt": host_derivation.scrypt,
        "hkdf": host_derivation.hkdf,
        "read_certificate": host_certificates.read_certificate,
        "is_signed_by": host_certificates.is_signed_by,
    }
)


def warm() -> None:
    """Use everything once, so that a child needs no file any more: it may open none."""
    host_warming.warm(FUNCTIONS)

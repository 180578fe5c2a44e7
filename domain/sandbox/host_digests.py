"""Digests and keyed digests by Node's names, comparison in constant time, and random bytes.

Leaves out gathering what is digested: a host function is called once, with all of it.
"""

import hashlib
import hmac as keyed
import secrets
import zlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cryptography.hazmat.primitives import hashes

from domain.sandbox.host_arguments import LONGEST_SECRET, octets, text, whole

LONGEST_RANDOM: Final = 1024 * 1024
LONGEST_OUTPUT: Final = 64 * 1024
UNKNOWN: Final = "Invalid digest"

# Our name, which is hashlib's, and Node's spellings of it: `crypto.getHashes()` of Node 20.20, and OpenSSL's
# aliases with a hyphen. Case never matters.
_SPELLINGS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "md5": ("RSA-MD5", "md5", "md5WithRSAEncryption", "ssl3-md5"),
        "sha1": ("RSA-SHA1", "RSA-SHA1-2", "sha1", "sha1WithRSAEncryption", "ssl3-sha1", "sha-1"),
        "sha224": ("RSA-SHA224", "sha224", "sha224WithRSAEncryption", "sha-224"),
        "sha256": ("RSA-SHA256", "sha256", "sha256WithRSAEncryption", "sha-256"),
        "sha384": ("RSA-SHA384", "sha384", "sha384WithRSAEncryption", "sha-384"),
        "sha512": ("RSA-SHA512", "sha512", "sha512WithRSAEncryption", "sha-512"),
        "sha512_224": ("RSA-SHA512/224", "sha512-224", "sha512-224WithRSAEncryption"),
        "sha512_256": ("RSA-SHA512/256", "sha512-256", "sha512-256WithRSAEncryption"),
        "sha3_224": ("RSA-SHA3-224", "id-rsassa-pkcs1-v1_5-with-sha3-224", "sha3-224"),
        "sha3_256": ("RSA-SHA3-256", "id-rsassa-pkcs1-v1_5-with-sha3-256", "sha3-256"),
        "sha3_384": ("RSA-SHA3-384", "id-rsassa-pkcs1-v1_5-with-sha3-384", "sha3-384"),
        "sha3_512": ("RSA-SHA3-512", "id-rsassa-pkcs1-v1_5-with-sha3-512", "sha3-512"),
        "ripemd160": ("RSA-RIPEMD160", "ripemd", "ripemd160", "ripemd160WithRSA", "rmd160"),
        "md5-sha1": ("md5-sha1",),
        "blake2b": ("blake2b512",),
        "blake2s": ("blake2s256",),
        "sm3": ("RSA-SM3", "sm3", "sm3WithRSAEncryption"),
        "shake_128": ("shake128",),
        "shake_256": ("shake256",),
    }
)
_XOF_LENGTHS: Final[Mapping[str, int]] = MappingProxyType({"shake_128": 16, "shake_256": 32})
# what keys can be used with: cryptography has a class for each
_FOR_KEYS: Final[Mapping[str, hashes.HashAlgorithm]] = MappingProxyType(
    {
        "md5": hashes.MD5(),  # noqa: S303  a provider's choice, not ours
        "sha1": hashes.SHA1(),  # noqa: S303
        "sha224": hashes.SHA224(),
        "sha256": hashes.SHA256(),
        "sha384": hashes.SHA384(),
        "sha512": hashes.SHA512(),
        "sha512_224": hashes.SHA512_224(),
        "sha512_256": hashes.SHA512_256(),
        "sha3_224": hashes.SHA3_224(),
        "sha3_256": hashes.SHA3_256(),
        "sha3_384": hashes.SHA3_384(),
        "sha3_512": hashes.SHA3_512(),
    }
)


def names() -> list[list[str]]:
    """Node's spellings and our name for each, of what this machine's libraries have; sorted by spelling."""
    return sorted(
        [spelling, name]
        for name, spellings in _SPELLINGS.items()
        if name in hashlib.algorithms_available
        for spelling in spellings
    )


def digest(name: object, data: object, length: object = None) -> bytes:
    """Digest data. name: ours, in lower case. length: bytes wanted, for the functions that let one choose."""
    algorithm, taken = _known(name), octets(data)
    usual = _XOF_LENGTHS.get(algorithm)
    if usual is not None:
        wanted = usual if length is None else whole(length, 0, LONGEST_OUTPUT, "outputLength")
        state = hashlib.shake_128(taken) if algorithm == "shake_128" else hashlib.shake_256(taken)
        return state.digest(wanted)
    made = hashlib.new(algorithm, taken, usedforsecurity=False).digest()
    if length is not None and length != len(made):
        raise ValueError("not XOF or invalid length")
    return made


def hmac(name: object, key: object, data: object) -> bytes:
    """Digest data under a key of any length, the empty one too."""
    algorithm = _known(name)
    if algorithm in _XOF_LENGTHS:
        raise ValueError(UNKNOWN)
    return keyed.digest(octets(key), octets(data), algorithm)


def equal(one: object, other: object) -> bool:
    """Compare bytes in a time that does not tell where they differ."""
    return keyed.compare_digest(octets(one), octets(other))


def crc32(data: object, start: object) -> int:
    """Checksum data, going on from the checksum of what came before it: 0 for nothing."""
    return zlib.crc32(octets(data), whole(start, 0, 2**32 - 1, "value"))


def random_bytes(count: object) -> bytes:
    """Unpredictable bytes from the kernel: 1 MB at most."""
    return secrets.token_bytes(whole(count, 0, LONGEST_RANDOM, "size"))


def for_keys(name: object) -> hashes.HashAlgorithm:
    """Find the digest to use with a key. Raises ValueError for one that keys are not used with."""
    found = _FOR_KEYS.get(text(name))
    if found is None:
        raise ValueError(UNKNOWN)
    return found


def for_keys_or_none(name: object) -> hashes.HashAlgorithm | None:
    """None when no digest is named, as in ed25519 signatures."""
    return None if name is None else for_keys(name)


def secret(value: object) -> bytes:
    """Take a password, a key or a salt."""
    return octets(value, LONGEST_SECRET)


def _known(name: object) -> str:
    algorithm = text(name)
    if algorithm not in _SPELLINGS or algorithm not in hashlib.algorithms_available:
        raise ValueError(UNKNOWN)
    return algorithm

"""Keys from passwords and from other keys, with bounds that a call's time and memory can hold.

What is over a bound is refused in words that name it: the kernel would end the call without any.
"""

import hashlib
from typing import Final

from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from domain.sandbox.host_arguments import whole
from domain.sandbox.host_digests import for_keys, secret

LONGEST: Final = 1_024
MOST_ROUNDS: Final = 120_000
MOST_COST: Final = 2**18  # of scrypt, N·r·p: about 150 ms
MOST_MEMORY: Final = 32 * 1024 * 1024
_LARGEST: Final = 2**31 - 1


def pbkdf2(digest: object, password: object, salt: object, rounds: object, length: object) -> bytes:
    """RFC 8018. Rounds times blocks of output are at most 120,000. Raises ValueError."""
    algorithm = for_keys(digest)
    wanted = whole(length, 0, LONGEST, "keylen")
    count = whole(rounds, 1, _LARGEST, "iterations")
    blocks = -(-wanted // algorithm.digest_size)
    if count * blocks > MOST_ROUNDS:
        raise ValueError(
            f"pbkdf2 may take {MOST_ROUNDS:,} iterations here, counted for each block of the key"
        )
    if wanted == 0:
        return b""
    name = algorithm.name.replace("-", "_")
    return hashlib.pbkdf2_hmac(name, secret(password), secret(salt), count, wanted)


def scrypt(  # noqa: PLR0913, PLR0917  called by position, from JavaScript
    password: object, salt: object, n: object, r: object, p: object, length: object
) -> bytes:
    """RFC 7914. 128·N·r bytes are at most 32 MB, and N·r·p is at most 262,144. Raises ValueError."""
    wanted = whole(length, 0, LONGEST, "keylen")
    cost, size, lanes = (whole(v, 1, _LARGEST, name) for v, name in ((n, "N"), (r, "r"), (p, "p")))
    if cost < 2 or cost & (cost - 1):
        raise ValueError("Invalid scrypt params")
    if 128 * cost * size > MOST_MEMORY:
        raise ValueError("Invalid scrypt params: memory limit exceeded (32 MB here)")
    if cost * size * lanes > MOST_COST:
        raise ValueError(f"Invalid scrypt params: N·r·p may be {MOST_COST:,} at most here")
    if wanted == 0:
        return b""
    try:
        return hashlib.scrypt(
            secret(password),
            salt=secret(salt),
            n=cost,
            r=size,
            p=lanes,
            maxmem=2 * MOST_MEMORY,
            dklen=wanted,
        )
    except (ValueError, OverflowError):
        raise ValueError("Invalid scrypt params") from None


def hkdf(digest: object, key: object, salt: object, info: object, length: object) -> bytes:
    """RFC 5869. Raises ValueError."""
    algorithm = for_keys(digest)
    wanted = whole(length, 0, _LARGEST, "keylen")
    if wanted > min(255 * algorithm.digest_size, LONGEST):
        raise ValueError("Invalid key length")
    if wanted == 0:
        return b""
    return HKDF(algorithm, wanted, secret(salt), secret(info)).derive(secret(key))

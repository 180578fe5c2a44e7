"""Values at rest: AES-256-GCM, a random nonce each, keys that can be rotated.

A sealed value is: a version byte, four bytes naming its key, twelve of nonce, the ciphertext with its tag.
What it was sealed for (its row) is authenticated with it, so that it cannot be moved to another row.
"""

import hashlib
import os
from collections.abc import Sequence
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from domain.errors import HookwrightError, Misconfigured

_VERSION: Final = b"\x01"
_SHORTEST_KEY: Final = 16


class Unreadable(HookwrightError):
    """The value was sealed with a key that this process does not have, or was changed."""


class Vault:
    """Seals with the first key, opens with any.

    keys: passphrases of at least 16 characters; each becomes a 256-bit key by SHA-256, so give it
    randomness rather than a word.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        if not keys or any(len(key) < _SHORTEST_KEY for key in keys):
            raise Misconfigured(
                f"HOOKWRIGHT_SECRET_KEY must be one or more keys of at least {_SHORTEST_KEY} "
                "characters, separated by commas, the one to encrypt with first"
            )
        digests = [hashlib.sha256(key.encode()).digest() for key in keys]
        self._ciphers = {hashlib.sha256(b"name:" + d).digest()[:4]: AESGCM(d) for d in digests}
        self._first = next(iter(self._ciphers))

    def seal(self, value: str, purpose: str) -> bytes:
        """Encrypt a text for one purpose, for example `secret:<id>`."""
        nonce = os.urandom(12)
        sealed = self._ciphers[self._first].encrypt(nonce, value.encode(), purpose.encode())
        return _VERSION + self._first + nonce + sealed

    def open(self, sealed: bytes, purpose: str) -> str:
        """Decrypt a text. Raises Unreadable."""
        cipher = self._ciphers.get(sealed[1:5]) if sealed[:1] == _VERSION else None
        if cipher is None:
            raise Unreadable("a stored value was encrypted with a key that is not configured")
        try:
            return cipher.decrypt(sealed[5:17], sealed[17:], purpose.encode()).decode()
        except InvalidTag as error:
            raise Unreadable("a stored value was changed, or moved from its row") from error

"""The secrets that a workflow's POSTs are signed with, by Standard Webhooks. Pure, but for chance.

Written `whsec_` and Base64, as github.com/standard-webhooks/standard-webhooks (spec, read 2026-11-30) has it. Stored
newest first, sealed by the vault; shown once, where they are made.
"""

import base64
import secrets
from datetime import timedelta
from typing import Final

import msgspec

from domain.vault import Vault

PREFIX: Final = "whsec_"
MOST: Final = 5
_BYTES: Final = 32


class SigningSecret(msgspec.Struct, frozen=True):
    """text: as its owner has it. until_ms: until when it still signs; None: it is the newest."""

    text: str
    created_ms: int
    until_ms: int | None = None

    @property
    def key(self) -> bytes:
        """What signs."""
        return base64.b64decode(self.text.removeprefix(PREFIX))


Secrets = tuple[SigningSecret, ...]


def new_secret(now_ms: int) -> SigningSecret:
    """Make one, of 32 random bytes."""
    text = PREFIX + base64.b64encode(secrets.token_bytes(_BYTES)).decode()
    return SigningSecret(text, now_ms)


def rotated(held: Secrets, overlap: timedelta, now_ms: int) -> Secrets:
    """Put a new secret before the others, which sign on for the overlap and no longer than they would have."""
    end = now_ms + int(overlap.total_seconds() * 1_000)
    older = (
        msgspec.structs.replace(each, until_ms=min(end, each.until_ms or end))
        for each in valid(held, now_ms)
    )
    return (new_secret(now_ms), *older)[:MOST]


def valid(held: Secrets, now_ms: int) -> Secrets:
    """Those that sign now, newest first."""
    return tuple(each for each in held if each.until_ms is None or each.until_ms > now_ms)


def seal(vault: Vault, workflow_id: str, held: Secrets) -> bytes:
    """Encrypt a workflow's secrets for its row."""
    return vault.seal(msgspec.json.encode(held).decode(), _purpose(workflow_id))


def unseal(vault: Vault, workflow_id: str, sealed: bytes) -> Secrets:
    """Decrypt them. Raises vault.Unreadable."""
    return msgspec.json.decode(vault.open(sealed, _purpose(workflow_id)), type=Secrets)


def _purpose(workflow_id: str) -> str:
    return f"workflow:{workflow_id}"

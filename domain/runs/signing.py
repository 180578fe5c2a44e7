"""Signing what is POSTed, by Standard Webhooks. Pure.

github.com/standard-webhooks/standard-webhooks, spec (read 2026-11-30): HMAC-SHA256 over `id.timestamp.body`, Base64,
written `v1,…`; one signature for each valid secret, with spaces between.
"""

import base64
import hmac
from collections.abc import Sequence


def signed(message_id: str, timestamp: int, body: bytes, keys: Sequence[bytes]) -> dict[str, str]:
    """The three headers. timestamp: seconds since 1970."""
    content = b"%s.%d.%s" % (message_id.encode(), timestamp, body)
    signatures = (base64.b64encode(hmac.digest(key, content, "sha256")).decode() for key in keys)
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(f"v1,{each}" for each in signatures),
    }

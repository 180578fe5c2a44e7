"""Secrets that a provider sends as they are: they are recognised, and never written down. Pure.

A shared token, a password, a verify token or a signing secret in a handshake stands in the request itself. What is
kept of the delivery has MASK in its place; everything else stays exactly as it arrived.
"""

import base64
import functools
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote, quote_plus

MASK: Final = "•••"
_SHORTEST: Final = 4
_IN_CLEAR: Final = frozenset({"token", "basic"})

Secrets = Mapping[str, Sequence[str]]


def sent_secrets(scheme: Any, secrets: Secrets) -> tuple[str, ...]:
    """The values of a scheme's secrets that travel with each delivery; none for a signature.

    scheme: in its data form.
    """
    if not _sends(scheme):
        return ()
    plain = [value for values in secrets.values() for value in values]
    pairs = [f"{name}:{password}".encode() for name in plain for password in plain]
    encoded = [base64.b64encode(pair).decode() for pair in pairs] if "basic" in str(scheme) else []
    return tuple(dict.fromkeys([*plain, *encoded]))


def masked(text: str, secrets: Iterable[str]) -> str:
    """The text of a header or query without the secrets. Those shorter than four characters stay.

    Its characters are the bytes that came: a secret may stand there as Latin-1, or as UTF-8 read as Latin-1.
    """
    for secret in secrets:
        for form in _forms(secret):
            text = text.replace(form.decode(), MASK).replace(form.decode("latin-1"), MASK)
    return text


def masked_bytes(content: bytes, secrets: Iterable[str]) -> bytes:
    """The same over bytes: a body in UTF-8."""
    for secret in secrets:
        for form in _forms(secret):
            content = content.replace(form, MASK.encode())
    return content


@functools.lru_cache(maxsize=1024)
def _forms(secret: str) -> tuple[bytes, ...]:
    """How a secret may be written: as it is, inside a JSON string, percent-encoded. The longest first."""
    if len(secret) < _SHORTEST:
        return ()
    escaped = (json.dumps(secret)[1:-1], json.dumps(secret, ensure_ascii=False)[1:-1])
    texts = {
        secret,
        *escaped,
        *(each.replace("/", "\\/") for each in escaped),
        quote(secret, safe="", errors="replace"),
        quote_plus(secret, errors="replace"),
    }
    encoded = {text.encode(errors="replace") for text in texts}
    return tuple(sorted(encoded, key=lambda form: (-len(form), form)))


def _sends(scheme: Any) -> bool:
    if isinstance(scheme, Mapping):
        return scheme.get("method") in _IN_CLEAR or any(map(_sends, scheme.values()))
    return isinstance(scheme, list | tuple) and any(map(_sends, scheme))

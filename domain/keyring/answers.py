"""From a provider's answer to keys, and how long they are fresh. Pure.

Only a 2xx is an answer: a redirect may lead to anybody's keys.
"""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

import orjson
from cryptography.x509.verification import Store

from domain.keyring import certificates
from domain.keyring.shelf import Found
from domain.outbound import Answer
from domain.signatures import keys, public_keys, references
from domain.signatures.fetching import DISCOVERY, KeyRequest
from domain.signatures.parts import KeyForm

SHORTEST: Final = timedelta(minutes=5)
LONGEST: Final = timedelta(hours=24)
USUAL: Final = timedelta(hours=1)

_MAX_AGE: Final = re.compile(r"(?:^|[,\s])max-age=\"?(\d{1,9})", re.ASCII | re.IGNORECASE)
_DER: Final = b"\x30"

Roots = Callable[[], Store]
"""The trusted authorities, read when they are first needed."""


def read(request: KeyRequest, answer: Answer, roots: Roots, now: datetime) -> Found:
    """Read the keys of an answer. Raises ValueError: what is wrong with it, to follow the host's name."""
    if not answer.is_success:
        raise ValueError(f"answered {answer.status} instead of a key")
    if len(answer.body) > public_keys.MAX_TEXT:
        raise ValueError(f"answered with more than {public_keys.MAX_TEXT} bytes")
    try:
        raw = _raw(request, answer.body)
        found = public_keys.read(raw, request.form)
    except ValueError as error:
        raise ValueError(f"answered with what {error}") from None
    if request.form is not KeyForm.X509:
        return Found(found)
    return Found(found, certificates.check(raw, request.name, roots, now))


def discovered(request: KeyRequest, answer: Answer) -> str:
    """The address of the keys, by an issuer's discovery document. Raises ValueError, as `read` does.

    A document that names another issuer is that of somebody else (OpenID Connect Discovery 1.0, section 4.3).
    """
    if not answer.is_success:
        raise ValueError(f"answered {answer.status} instead of a discovery document")
    if len(answer.body) > public_keys.MAX_TEXT:
        raise ValueError(f"answered with more than {public_keys.MAX_TEXT} bytes")
    try:
        document = orjson.loads(answer.body)
    except orjson.JSONDecodeError:
        document = None
    own, named = request.url.removesuffix(DISCOVERY), _text_of(document, "issuer")
    if named.removesuffix("/") != own:
        raise ValueError("answered with the discovery document of another issuer")
    url = _text_of(document, "jwks_uri")
    if not url:
        raise ValueError("answered with a discovery document that names no jwks_uri")
    return url


def lives(answer: Answer) -> timedelta:
    """How long an answer is fresh, by its Cache-Control: SHORTEST to LONGEST, USUAL when it does not say."""
    said = ", ".join(value for name, value in answer.headers if name == "cache-control")
    if "no-store" in said.lower() or "no-cache" in said.lower():
        return SHORTEST
    found = _MAX_AGE.search(said)
    if found is None:
        return USUAL
    return min(max(timedelta(seconds=int(found[1])), SHORTEST), LONGEST)


def _raw(request: KeyRequest, body: bytes) -> bytes:
    if not request.json and body[:1] == _DER and request.form in {KeyForm.SPKI, KeyForm.X509}:
        return body
    text = _member(request.json, body) if request.json else _text(body)
    return keys.derive(text.strip(), request.steps)


def _member(path: str, body: bytes) -> str:
    try:
        document = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise ValueError("is not JSON") from None
    found = references.inside(document, path.split("."))
    if isinstance(found, dict):
        return _written(found)
    if not isinstance(found, str):
        raise ValueError(f"has no {path}")  # noqa: TRY004  an answer's fault, not a caller's
    return found


def _text_of(document: Any, name: str) -> str:
    found = document.get(name) if isinstance(document, dict) else None
    return found if isinstance(found, str) else ""


def _written(document: dict[str, Any]) -> str:
    try:
        return orjson.dumps(document).decode()
    except orjson.JSONEncodeError:
        raise ValueError("is nested too deeply") from None


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError:
        raise ValueError("is not text") from None

"""Judge a shared secret that is sent as it is: a token or basic authentication."""

import binascii
from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from domain.request import Malformed, Request
from domain.signatures import keys, references
from domain.signatures.comparison import matches
from domain.signatures.items import each
from domain.signatures.judges import Secrets, Verifier, refusing
from domain.signatures.schemes import Basic, Token
from domain.verdict import Refused, RejectionCause

PLACES: Final = (*references.KINDS, "item")


def compile_token(scheme: Token, secrets: Secrets) -> Verifier:
    """Build the judge; without a secret it refuses with SECRET_MISSING."""
    usable, problem = keys.usable(scheme.secret, ("utf8",), secrets)
    if not usable:
        return refusing(RejectionCause.SECRET_MISSING, problem)
    place = references.parse(scheme.source, PLACES)
    inside, prefix = place.kind == "item", scheme.prefix
    find: Callable[[Any], str | None]
    find = references.item_reader(place) if inside else references.reader(place)

    def judge(request: Request, _now: datetime, item: Any) -> None:
        text = _credentials(find, item if inside else request)
        if not text:
            raise Refused(RejectionCause.CREDENTIALS_MISSING, f"{place.words} is missing")
        if text[: len(prefix)].lower() != prefix.lower():
            explanation = f"{place.words} does not begin with {prefix!r}"
            raise Refused(RejectionCause.CREDENTIALS_MISMATCH, explanation)
        if not matches(usable, references.to_bytes(place.kind, text[len(prefix) :])):
            explanation = f"{place.words} does not match the secret"
            raise Refused(RejectionCause.CREDENTIALS_MISMATCH, explanation)

    if scheme.foreach:
        return each(scheme.foreach, RejectionCause.CREDENTIALS_MISSING, judge)
    return lambda request, now: judge(request, now, None)


def compile_basic(scheme: Basic, secrets: Secrets) -> Verifier:
    """Build the judge; without a user name and a password it refuses with SECRET_MISSING."""
    usernames, problem = keys.usable(scheme.username, ("utf8",), secrets)
    passwords, other_problem = keys.usable(scheme.password, ("utf8",), secrets)
    if not usernames or not passwords:
        return refusing(RejectionCause.SECRET_MISSING, problem or other_problem)
    find = references.reader(references.parse("header:Authorization"))

    def verify(request: Request, _now: datetime) -> None:
        text = _credentials(find, request)
        if not text or text[:6].lower() != "basic ":
            explanation = "the header Authorization with basic authentication is missing"
            raise Refused(RejectionCause.CREDENTIALS_MISSING, explanation)
        username, colon, password = _decoded(text[6:].strip()).partition(b":")
        # both are always compared, so that time does not tell which one was right
        known = matches(usernames, username) & matches(passwords, password)
        if not (known and colon):
            explanation = "the user name or the password does not match"
            raise Refused(RejectionCause.CREDENTIALS_MISMATCH, explanation)

    return verify


def _credentials(find: Callable[[Any], str | None], where: Any) -> str | None:
    try:
        return find(where)
    except Malformed as error:
        raise Refused(RejectionCause.MALFORMED, str(error)) from error


def _decoded(text: str) -> bytes:
    try:
        return binascii.a2b_base64(text, strict_mode=True)
    except ValueError:
        return b""

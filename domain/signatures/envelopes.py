"""Signatures inside a text of their own: a base64 JSON object, or a JWS without its payload.

Knows how to open and write them, within the bounds of what was located; leaves out their meaning.
"""

import binascii
from collections.abc import Callable, Mapping
from typing import Any

import orjson

from domain.signatures import encodings, references
from domain.signatures.parts import Encoding
from domain.signatures.slots import NOTHING
from domain.verdict import Refused, RejectionCause

Cut = tuple[list[str], Mapping[str, str], str, Mapping[str, Any]]
"""Texts of signatures, the fields beside them, and the protected header: as sent, and read."""


def opener(pick: str, words: str) -> Callable[[str], Cut]:
    """Compile opening base64 of a JSON object whose member `pick` is the signature."""

    def cut(text: str) -> Cut:
        try:
            members = _members(binascii.a2b_base64(text, strict_mode=True))
        except ValueError:
            raise _malformed(f"{words} is not base64 of a JSON object") from None
        texts = {name: references.as_text(value) or "" for name, value in members.items()}
        signature = texts.pop(pick, "")
        if not signature:
            explanation = f"the object in {words} has no member {pick!r}"
            raise Refused(RejectionCause.SIGNATURE_MISSING, explanation)
        return [signature], texts, "", NOTHING

    return cut


def detached(words: str) -> Callable[[str], Cut]:
    """Compile cutting `protected..signature` (RFC 7515, appendix F)."""

    def cut(text: str) -> Cut:
        protected, dots, signature = text.partition("..")
        if not dots or "." in protected or "." in signature:
            raise _malformed(f"{words} is not a detached JWS: protected..signature")
        try:
            header = read_header(protected)
        except ValueError as error:
            raise _malformed(f"{words} {error}") from None
        return [signature], NOTHING, protected, header

    return cut


def read_header(protected: str) -> Mapping[str, Any]:
    """The members of a JOSE header. Raises ValueError with what is wrong.

    A header that names extensions (`crit`) is refused: none is understood, and `b64` changes what is
    signed (RFC 7515, section 4.1.11; RFC 7797).
    """
    try:
        header = _members(encodings.base64url(protected))
    except ValueError:
        raise ValueError("has a header that is not base64url of a JSON object") from None
    if "crit" in header or header.get("b64", True) is not True:
        raise ValueError("asks for an extension that is not known here")
    return header


def write_header(header: Mapping[str, str]) -> str:
    """The protected header of these members, in order."""
    return encodings.encode(orjson.dumps(dict(header)), Encoding.BASE64URL)


def write(members: Mapping[str, str]) -> str:
    """Base64 of a JSON object, in order."""
    return encodings.encode(orjson.dumps(dict(members)), Encoding.BASE64)


def _members(text: bytes) -> dict[str, Any]:
    document = orjson.loads(text)
    if not isinstance(document, dict):
        raise ValueError("is no JSON object")  # noqa: TRY004  a reader's problem, not a caller's
    return document


def _malformed(explanation: str) -> Refused:
    return Refused(RejectionCause.SIGNATURE_MALFORMED, explanation)

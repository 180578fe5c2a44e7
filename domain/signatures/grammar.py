"""The text around a signature: a prefix, a list, key and value.

Knows how to cut a header such as `t=1,v1=ab,v1=cd` apart and how to write it; leaves out what the
signatures cover. What cannot be a signature is refused before anything is computed.
"""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from domain.request import Malformed, Request
from domain.signatures import encodings, references
from domain.signatures.encodings import SIZES
from domain.signatures.schemes import Hmac, Signature
from domain.verdict import Refused, RejectionCause

MAX_ITEMS: Final = 20
MAX_LENGTH: Final = 8_192


class Found(NamedTuple):
    """candidates: decoded signatures, at least one; any may match. fields: the other keys of the list."""

    candidates: tuple[bytes, ...]
    fields: Mapping[str, str]


Cut = tuple[list[str], Mapping[str, str]]
Locator = Callable[[Request], Found]


def locator(scheme: Hmac) -> Locator:
    """Compile the search. The locator raises Refused with SIGNATURE_MISSING or SIGNATURE_MALFORMED."""
    rule = scheme.signature
    place = references.parse(rule.source)
    find, words, prefix = references.reader(place), place.words, rule.strip
    decode = encodings.decoder(scheme.encoding, SIZES[scheme.algorithm])
    cut = _cutter(rule, words)

    def locate(request: Request) -> Found:
        try:
            text = find(request)
        except Malformed as error:
            raise _malformed(str(error)) from error
        if not text:
            raise Refused(RejectionCause.SIGNATURE_MISSING, f"{words} is missing")
        if len(text) > MAX_LENGTH:
            raise _malformed(f"{words} is longer than {MAX_LENGTH} characters")
        if not text.startswith(prefix):
            raise _malformed(f"{words} does not begin with {prefix!r}")
        texts, fields = cut(text[len(prefix) :])
        return Found(_decoded(texts, decode, words), fields)

    return locate


def write(rule: Signature, signature: str, fields: Mapping[str, str]) -> str:
    """Format a signature the way `locator` reads it; fields stand before it."""
    if not rule.kv:
        return rule.strip + signature
    items = [*fields.items(), (rule.pick, signature)]
    return rule.strip + rule.split.join(f"{key}{rule.kv}{value}" for key, value in items)


def _cutter(rule: Signature, words: str) -> Callable[[str], Cut]:
    separator = rule.split
    if not separator:
        return lambda text: ([text], _NO_FIELDS)
    pair = _pairs(rule, words) if rule.kv else None

    def cut(text: str) -> Cut:
        items = text.split(separator, MAX_ITEMS)
        if len(items) > MAX_ITEMS:
            raise _malformed(f"{words} lists more than {MAX_ITEMS} items")
        return pair(items) if pair else ([item.strip() for item in items], _NO_FIELDS)

    return cut


def _pairs(rule: Signature, words: str) -> Callable[[list[str]], Cut]:
    between, pick = rule.kv, rule.pick

    def pair(items: list[str]) -> Cut:
        signatures: list[str] = []
        fields: dict[str, str] = {}
        for item in items:
            key, _, value = item.strip().partition(between)
            if key == pick:
                signatures.append(value)
            else:
                # a repeated name that is read later, such as a second time, counts as empty
                fields[key] = "" if key in fields else value
        if not signatures:
            raise Refused(RejectionCause.SIGNATURE_MISSING, f"{words} names no {pick!r} signature")
        return signatures, fields

    return pair


def _decoded(texts: list[str], decode: Callable[[str], bytes], words: str) -> tuple[bytes, ...]:
    decoded: list[bytes] = []
    problem = ""
    for text in texts:
        try:
            decoded.append(decode(text))
        except ValueError as error:
            problem = str(error)
    if not decoded:
        raise _malformed(f"the signature in {words} {problem}")
    return tuple(decoded)


def _malformed(explanation: str) -> Refused:
    return Refused(RejectionCause.SIGNATURE_MALFORMED, explanation)


_NO_FIELDS: Final[Mapping[str, str]] = {}

"""The text around a signature: where it stands, a prefix, a list, key and value, an envelope.

Knows how to cut a header such as `t=1,v1=ab,v1=cd` apart and how to write it; leaves out what the
signatures cover. What cannot be a signature is refused before anything is computed.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import msgspec

from domain.request import Malformed, Request
from domain.signatures import encodings, envelopes, lists, references
from domain.signatures.envelopes import Cut
from domain.signatures.parts import Encoding, Signature
from domain.signatures.references import Reference
from domain.signatures.schemes import OverContent
from domain.signatures.slots import NOTHING
from domain.verdict import Refused, RejectionCause

MAX_LENGTH: Final = 8_192


class Found(msgspec.Struct, frozen=True, gc=False):
    """What was located. A Struct, because one is made for every delivery.

    candidates: decoded signatures, at least one; any may match. fields: the other keys of the list.

    protected, jose: the header of a detached JWS, as it was sent and read.
    """

    candidates: Sequence[bytes]
    fields: Mapping[str, str] = NOTHING
    protected: str = ""
    jose: Mapping[str, Any] = NOTHING


Locator = Callable[[Request, Any], Found]
"""Finds signatures in a request or, when a list is walked, in its item."""
Texts = Callable[[Request, Any], Sequence[str]]


def place_of(rule: Signature) -> Reference:
    """The place of the signature. Raises ValueError with a message for a person."""
    if rule.numbered:
        one = references.parse(rule.source.replace("{n}", "1"), references.SIGNED)
        return Reference(one.kind, rule.source.partition(":")[2])
    return references.parse(rule.source, references.SIGNED)


def locator(scheme: OverContent, smallest: int, largest: int | None = None) -> Locator:
    """Compile the search for signatures of `smallest` to `largest` bytes (exactly `smallest` without it).

    The locator raises Refused with SIGNATURE_MISSING or SIGNATURE_MALFORMED.
    """
    rule = scheme.signature
    words = place_of(rule).words
    encoding = Encoding.BASE64URL if rule.jws else scheme.encoding
    decode = encodings.decoder(encoding, smallest, largest)
    cut = _cutter(rule, words)
    if rule.repeated or rule.numbered:
        return _several(rule, cut, decode)
    find = _sole(rule)
    if cut is None:

        def locate_one(request: Request, item: Any) -> Found:
            try:
                return Found((decode(find(request, item)),))
            except ValueError as error:
                raise _malformed(f"the signature in {words} {error}") from None

        return locate_one

    def locate(request: Request, item: Any) -> Found:
        signatures, fields, protected, jose = cut(find(request, item))
        return Found(_decoded(signatures, decode, words), fields, protected, jose)

    return locate


def texts(rule: Signature) -> Texts:
    """Compile the search for the text, or texts, that hold signatures or a token, without `strip`.

    It raises Refused with SIGNATURE_MISSING or SIGNATURE_MALFORMED.
    """
    if rule.repeated or rule.numbered:
        place, prefix = place_of(rule), rule.strip
        find = references.repeated(place) if rule.repeated else references.numbered(place)
        return lambda request, _item: _stripped(_read(find, request), prefix, place.words)
    sole = _sole(rule)
    return lambda request, item: (sole(request, item),)


def _sole(rule: Signature) -> Callable[[Request, Any], str]:
    place = place_of(rule)
    words, prefix, inside = place.words, rule.strip, place.kind == "item"
    find: Callable[[Any], str | None]
    find = references.item_reader(place) if inside else references.reader(place)
    length = len(prefix)

    def one(request: Request, item: Any) -> str:
        try:
            text = find(item if inside else request)
        except Malformed as error:
            raise _malformed(str(error)) from error
        if not text:
            raise _missing(words)
        if len(text) > MAX_LENGTH:
            raise _malformed(f"{words} is longer than {MAX_LENGTH} characters")
        if not text.startswith(prefix):
            raise _malformed(f"{words} does not begin with {prefix!r}")
        return text[length:]

    return one


def write(rule: Signature, signature: str, fields: Mapping[str, str], protected: str = "") -> str:
    """Format a signature the way `locator` reads it; fields stand before it."""
    if rule.jws:
        return f"{rule.strip}{protected}..{signature}"
    if rule.envelope:
        return rule.strip + envelopes.write({**fields, rule.pick: signature})
    if rule.kv:
        items = [*fields.items(), (rule.pick, signature)]
        return rule.strip + rule.split.join(f"{key}{rule.kv}{value}" for key, value in items)
    if rule.index is not None:
        return rule.strip + rule.split.join(lists.arranged(rule.index, signature, fields))
    return rule.strip + signature


def _several(
    rule: Signature, cut: Callable[[str], Cut] | None, decode: Callable[[str], bytes]
) -> Locator:
    words, find = place_of(rule).words, texts(rule)

    def locate(request: Request, item: Any) -> Found:
        found = find(request, item)
        signatures = found if cut is None else _all(cut, found, words)
        return Found(_decoded(signatures, decode, words))

    return locate


def _cutter(rule: Signature, words: str) -> Callable[[str], Cut] | None:
    if rule.jws:
        return envelopes.detached(words)
    if rule.envelope:
        return envelopes.opener(rule.pick, words)
    return lists.cutter(rule, words) if rule.split else None


def _read(find: Callable[[Request], list[str]], request: Request) -> list[str]:
    try:
        return find(request)
    except Malformed as error:
        raise _malformed(str(error)) from error


def _stripped(found: Sequence[str], prefix: str, words: str) -> Sequence[str]:
    present = [text for text in found if text]
    if not present:
        raise _missing(words)
    fitting = [
        text[len(prefix) :]
        for text in present
        if len(text) <= MAX_LENGTH and text.startswith(prefix)
    ]
    if not fitting:
        raise _malformed(f"{words} holds no signature that begins with {prefix!r}")
    return fitting


def _all(cut: Callable[[str], Cut], found: Sequence[str], words: str) -> Sequence[str]:
    signatures: list[str] = []
    refusal = _malformed(f"{words} holds no signature")
    for text in found:
        try:
            signatures += cut(text)[0]
        except Refused as refused:
            refusal = refused
    if not signatures:
        raise Refused(refusal.cause, refusal.explanation)
    if len(signatures) > lists.MAX_ITEMS:
        raise _malformed(f"{words} lists more than {lists.MAX_ITEMS} signatures")
    return signatures


def _decoded(texts: Sequence[str], decode: Callable[[str], bytes], words: str) -> Sequence[bytes]:
    decoded: list[bytes] = []
    problem = ""
    for text in texts:
        try:
            decoded.append(decode(text))
        except ValueError as error:
            problem = str(error)
    if not decoded:
        raise _malformed(f"the signature in {words} {problem}")
    return decoded


def _missing(words: str) -> Refused:
    return Refused(RejectionCause.SIGNATURE_MISSING, f"{words} is missing")


def _malformed(explanation: str) -> Refused:
    return Refused(RejectionCause.SIGNATURE_MALFORMED, explanation)

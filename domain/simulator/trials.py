"""Trials of a scheme: a genuine delivery, and every way of spoiling it, each with what must become of it. Pure.

Made from the scheme alone, so a new provider is held to all of them the day its file arrives.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import msgspec
import orjson

from domain.errors import Invalid
from domain.request import Malformed, Request
from domain.signatures import (
    Address,
    AllOf,
    AnyOf,
    Basic,
    FirstOf,
    Hmac,
    Jwt,
    NoSignature,
    PublicKeySignature,
    Scheme,
    Token,
    covers,
    references,
)
from domain.signatures.drafts import changed, put, without
from domain.signatures.parts import Algorithm, JwtAlgorithm, SignatureAlgorithm
from domain.signatures.references import Reference
from domain.signatures.schemes import Case, Leaf, OverContent
from domain.simulator.materials import Material, signed_with
from domain.verdict import RejectionCause as Cause

MARGIN: Final = 60
"""Seconds beyond a tolerance, so that a delivery that is judged a little later is still on the same side of it."""

MISSING: Final = frozenset({Cause.SIGNATURE_MISSING, Cause.CREDENTIALS_MISSING})
MISMATCH: Final = frozenset(
    {
        Cause.SIGNATURE_MISMATCH,
        Cause.SIGNATURE_MALFORMED,
        Cause.CREDENTIALS_MISMATCH,
        Cause.CREDENTIALS_MISSING,
        Cause.MALFORMED,
    }
)
ANY: Final = frozenset(Cause)
TIME: Final = frozenset({Cause.TIMESTAMP_OUTSIDE_TOLERANCE})

_NAMED: Final = re.compile(r"\{(header|query):([^}|?]+)(?:\|[^}]*)?\}")
_WEAKER: Final = {
    Algorithm.SHA256: Algorithm.SHA512,
    SignatureAlgorithm.RSA_SHA256: SignatureAlgorithm.RSA_SHA512,
    SignatureAlgorithm.RSA_SHA1: SignatureAlgorithm.RSA_SHA256,
    SignatureAlgorithm.RSA_SHA512: SignatureAlgorithm.RSA_SHA256,
    SignatureAlgorithm.RSA_PSS_SHA256: SignatureAlgorithm.RSA_SHA256,
    SignatureAlgorithm.ECDSA_SHA256: SignatureAlgorithm.ECDSA_SHA512,
    SignatureAlgorithm.ECDSA_SHA1: SignatureAlgorithm.ECDSA_SHA256,
}
_OTHER_JWT: Final = {"HS": JwtAlgorithm.HS384, "RS": JwtAlgorithm.RS384, "PS": JwtAlgorithm.PS384}


@dataclass(frozen=True, slots=True)
class Trial:
    """name: what was done to it. causes: it must be refused with one of them; none: it must be accepted."""

    name: str
    delivery: Request
    causes: frozenset[Cause] = frozenset()


def trials(
    scheme: Scheme, draft: Request, mine: Material, other: Material, now: datetime
) -> Iterator[Trial]:
    """The genuine delivery first. Raises Invalid when the draft cannot be signed."""
    genuine = signed_with(scheme, draft, mine, now)
    yield Trial("genuine", genuine)
    if isinstance(scheme, NoSignature):
        return
    yield from _bodies(scheme, genuine)
    for leaf in judging(scheme, genuine):
        missing = ANY if isinstance(scheme, FirstOf | AnyOf) else MISSING
        yield from _signatures(leaf, genuine, missing)
        yield from _parts(leaf, genuine)
        yield from _times(scheme, leaf, draft, mine, now)
        yield from _algorithms(scheme, leaf, draft, mine, now)
        if isinstance(leaf, Address):
            elsewhere = changed(genuine, peer="203.0.113.77")
            yield Trial("another sender", elsewhere, frozenset({Cause.ADDRESS_NOT_ALLOWED}))
    if mine.is_keyed:
        forged = signed_with(scheme, draft, other, now)
        yield Trial("another secret", forged, ANY if isinstance(scheme, AnyOf) else MISMATCH)


def judging(scheme: Scheme, delivery: Request) -> list[Leaf]:
    """The methods that judge a delivery that was signed by the scheme."""
    match scheme:
        case FirstOf():
            for case in scheme.cases:
                if case.when is None or _read(references.parse(case.when), delivery) is not None:
                    return judging(case.scheme, delivery)
            return []
        case AnyOf():
            return judging(scheme.schemes[0], delivery)
        case AllOf():
            return [leaf for one in scheme.schemes for leaf in judging(one, delivery)]
        case _:
            return [scheme]


def proof(leaf: Leaf) -> Reference | None:
    """Where the signature or credential stands. None: nowhere in the request's text."""
    match leaf:
        case OverContent() | Jwt():
            source, items = leaf.signature.source, getattr(leaf, "foreach", "")
        case Token():
            source, items = leaf.source, leaf.foreach
        case Basic():
            source, items = "header:Authorization", ""
        case _:
            return None
    if source.startswith("item:"):
        source = f"{items}.0.{source.removeprefix('item:')}"
    return references.parse(source.replace("{n}", "1"), references.SIGNED)


def _bodies(scheme: Scheme, genuine: Request) -> Iterator[Trial]:
    if not covers(scheme).body or not genuine.body:
        return
    size = len(genuine.body)
    for where, at in (("start", 0), ("middle", size // 2), ("end", size - 1)):
        flipped = bytes([genuine.body[at] ^ 1])
        body = genuine.body[:at] + flipped + genuine.body[at + 1 :]
        yield Trial(f"a bit of the body's {where}", changed(genuine, body=body), ANY)
    if any(_signs_raw_body(leaf) for leaf in judging(scheme, genuine)):
        for name, option in (("compact", None), ("indented", orjson.OPT_INDENT_2)):
            body = _written_again(genuine.body, option)
            if body not in {b"", genuine.body}:
                yield Trial(f"the body written again, {name}", changed(genuine, body=body), ANY)


def _signatures(leaf: Leaf, genuine: Request, missing: frozenset[Cause]) -> Iterator[Trial]:
    place = proof(leaf)
    if place is None:
        return
    text = _read(place, genuine) or ""
    with_text: Callable[[str], Request] = lambda new: put(genuine, place, new)  # noqa: E731
    yield Trial("an empty signature", with_text(""), missing)
    yield Trial("a truncated signature", with_text(text[: len(text) // 2]), ANY)
    yield Trial("a signature that lacks its end", with_text(text[:-1]), ANY)
    yield Trial("a signature that is not ASCII", with_text(text[:-2] + "éé"), ANY)
    yield Trial("nonsense for a signature", with_text("nonsense"), ANY)
    if place.kind == "header":
        yield Trial("no signature", without(genuine, place), missing)
        is_numbered = isinstance(leaf, OverContent) and leaf.signature.repeated
        if not is_numbered:
            twice = (*genuine.headers, (place.name.lower(), text))
            yield Trial("the signature's header twice", changed(genuine, headers=twice), ANY)


def _parts(leaf: Leaf, genuine: Request) -> Iterator[Trial]:
    """Each named header and parameter that is signed, left out."""
    if not isinstance(leaf, OverContent):
        return
    templates = [leaf.content] if isinstance(leaf.content, str) else leaf.content
    for template in templates:
        for kind, name in _NAMED.findall(template if isinstance(template, str) else ""):
            place = references.parse(f"{kind}:{name}")
            yield Trial(f"without {place.words}", without(genuine, place), ANY)


def _times(
    scheme: Scheme, leaf: Leaf, draft: Request, mine: Material, now: datetime
) -> Iterator[Trial]:
    past, future = _tolerances(leaf)
    if past is not None:
        at = now - timedelta(seconds=past + MARGIN)
        yield Trial("too old", signed_with(scheme, draft, mine, at), TIME)
    if future is not None:
        at = now + timedelta(seconds=future + MARGIN)
        yield Trial("ahead of its time", signed_with(scheme, draft, mine, at), TIME)


def _tolerances(leaf: Leaf) -> tuple[int | None, int | None]:
    """Seconds into the past and the future, None where they are not judged."""
    if isinstance(leaf, Jwt):
        return (None if leaf.max_age is None else leaf.max_age + leaf.leeway), leaf.leeway
    if not isinstance(leaf, OverContent) or leaf.timestamp is None:
        return None, None
    past = leaf.timestamp.tolerance
    future = past if leaf.timestamp.future is None else leaf.timestamp.future
    return (None if past == "any" else past), (None if future == "any" else future)


def _algorithms(
    scheme: Scheme, leaf: Leaf, draft: Request, mine: Material, now: datetime
) -> Iterator[Trial]:
    other = _other_algorithm(leaf)
    if other is None:
        return
    forged = signed_with(_swapped(scheme, leaf, other), draft, mine, now)
    yield Trial("another algorithm", forged, MISMATCH)


def _other_algorithm(leaf: Leaf) -> Leaf | None:
    if isinstance(leaf, Hmac):
        return msgspec.structs.replace(
            leaf, algorithm=_WEAKER.get(leaf.algorithm, Algorithm.SHA256)
        )
    if isinstance(leaf, PublicKeySignature) and leaf.algorithm in _WEAKER:
        return msgspec.structs.replace(leaf, algorithm=_WEAKER[leaf.algorithm])
    if isinstance(leaf, Jwt):
        other = _OTHER_JWT.get(leaf.algorithms[0][:2])
        if other is not None and other not in leaf.algorithms:
            return msgspec.structs.replace(leaf, algorithms=(other,))
    return None


def _swapped(scheme: Scheme, leaf: Leaf, other: Leaf) -> Scheme:
    """The scheme with another method in the place of one of its own."""
    match scheme:
        case FirstOf():
            cases = (Case(_swapped(each.scheme, leaf, other), each.when) for each in scheme.cases)
            return FirstOf(cases=tuple(cases))
        case AnyOf() | AllOf():
            schemes = tuple(_swapped(each, leaf, other) for each in scheme.schemes)
            return msgspec.structs.replace(scheme, schemes=schemes)
        case _:
            return other if scheme is leaf else scheme


def _signs_raw_body(leaf: Leaf) -> bool:
    if not isinstance(leaf, OverContent | Jwt):
        return False
    content = leaf.content if isinstance(leaf, OverContent) else ""
    templates = (
        [content] if isinstance(content, str) else [one for one in content if isinstance(one, str)]
    )
    templates += [binding.equals for binding in leaf.bind]
    return any("{body}" in each or "{body|" in each for each in templates)


def _written_again(body: bytes, option: int | None) -> bytes:
    try:
        return orjson.dumps(orjson.loads(body), option=option)
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        return b""


def _read(place: Reference, request: Request) -> str | None:
    try:
        return references.reader(place)(request)
    except (Malformed, Invalid):
        return None

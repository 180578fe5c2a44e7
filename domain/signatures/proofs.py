"""What a passed verification proves by the content of one method: the body, our address, the time.

Leaves out how schemes are combined (facts). In doubt nothing is proven: a field that may be left out,
a checksum that anyone can match, a list that the sender chooses.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.signatures import content, references, slots, timestamps
from domain.signatures.filters import DIGESTS, LOSSY
from domain.signatures.grammar import place_of
from domain.signatures.parts import Binding, ContentPart
from domain.signatures.references import Reference
from domain.signatures.schemes import Jwt, OverContent
from domain.signatures.slots import Slot

ADDRESSES = frozenset({"url", "path", "path_query"})
Signed = set[str | Reference]


@dataclass(frozen=True, slots=True)
class Covers:
    """What a passed verification proves about a delivery.

    body: every byte (or every form field) is as signed. url: our own address is signed. time: a
    signed time was close enough.
    """

    body: bool = False
    url: bool = False
    time: bool = False


def of_content(scheme: OverContent) -> Covers:
    """What a signature over content proves."""
    found = {what for part in content.parts(scheme) for what in _signed(part)}
    body = any(_covers_body(part, scheme) for part in content.parts(scheme)) or _binds_body(
        (*scheme.bind, *scheme.require), found
    )
    return Covers(
        body=body,
        url=bool(found & ADDRESSES),
        time=_enforces_time(scheme, found, body=body),
    )


def of_token(scheme: Jwt) -> Covers:
    """What a JSON Web Token proves."""
    equal = [
        slot
        for rule in (*scheme.bind, *scheme.require)
        if references.parse(rule.value, references.LOCATED).kind in {"claim", "jws"}
        for slot in slots.slots([rule.equals])
    ]
    return Covers(
        body=scheme.signature.source == references.BODY
        or any(_is_whole_body(one) for one in equal),
        url=any(one.what in ADDRESSES for one in equal),
        time="exp" in scheme.need or scheme.max_age is not None,
    )


def _signed(part: str | ContentPart) -> Signed:
    if isinstance(part, str) or part.signed_headers or part.names:
        names = part.names if isinstance(part, ContentPart) else ()
        return _whats(content.part_slots(part)) | {Reference("header", n.lower()) for n in names}
    always = _whats(slots.slot(place) for _, place in part.fields)
    lists = [_whats(slots.slot(place) for _, place in one) for one in part.lists.values()]
    return set.intersection(*lists) if lists else always


def _whats(found: Iterable[Slot]) -> Signed:
    return {_same_case(slot.what) for slot in found}


def _same_case(what: str | Reference) -> str | Reference:
    is_header = isinstance(what, Reference) and what.kind == "header"
    return Reference("header", what.name.lower()) if is_header else what  # type: ignore[union-attr]


def _covers_body(part: str | ContentPart, scheme: OverContent) -> bool:
    if isinstance(part, str):
        return any(_is_whole_body(one) for one in slots.slots([part]))
    if part.params not in {"form", "json"} or part.drop_empty or part.show != "both":
        return False
    place = place_of(scheme.signature)
    return {Reference(part.params, name) for name in part.exclude} <= {place}


def _is_whole_body(slot: Slot) -> bool:
    if slot.what != "body":
        return False
    for name in slot.filters:
        if name in DIGESTS:
            return True
        if name in LOSSY:
            return False
    return True


def _binds_body(rules: Iterable[Binding], signed: Signed) -> bool:
    """A hash of the body is in a place that the signature covers."""
    for rule in rules:
        place = references.parse(rule.value, references.LOCATED)
        covered = _is_covered(place, signed)
        if covered and any(_is_whole_body(slot) for slot in slots.slots([rule.equals])):
            return True
    return False


def _is_covered(place: Reference, signed: Signed) -> bool:
    return (
        _same_case(place) in signed
        or place.kind == "jws"
        or (place.kind == "query" and bool(signed & {"url", "path_query"}))
    )


def _enforces_time(scheme: OverContent, signed: Signed, *, body: bool) -> bool:
    rule = scheme.timestamp
    if rule is None or rule.tolerance == "any":
        return False
    place = references.parse(rule.source, timestamps.PLACES)
    in_body = body and place.kind in {"json", "form", "part"}
    return "timestamp" in signed or _is_covered(place, signed) or in_body

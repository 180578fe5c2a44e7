"""Write a signature over content, as the provider would: the other way round of judging.

Knows the order: what is required, the time, what is bound, then the signature over the finished
request; for every item where a list is walked. Leaves out keys and algorithms: those are the seal's.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from domain.errors import Invalid, ProblemCode
from domain.request import Malformed, Request
from domain.signatures import (
    content,
    encodings,
    envelopes,
    grammar,
    judging,
    keys,
    named,
    references,
    slots,
    timestamps,
)
from domain.signatures.drafts import put
from domain.signatures.items import MAX_ITEMS
from domain.signatures.judges import Secrets
from domain.signatures.parts import Binding, ContentPart, Encoding
from domain.signatures.references import Reference
from domain.signatures.schemes import OverContent
from domain.signatures.slots import Signed

Seal = Callable[[bytes], bytes]
"""From signed bytes to a signature's."""


def written(  # noqa: PLR0913  what a signature depends on
    scheme: OverContent,
    draft: Request,
    secrets: Secrets,
    now: datetime,
    seal: Seal,
    *,
    alg: str,
    told: Iterable[tuple[Reference, str]] = (),
) -> Request:
    """Add everything that the scheme reads. alg: what the header of a detached JWS says.

    told: what the provider says beside it, by its place.

    Raises Invalid when a secret that content names is missing, or the draft lacks a part that is signed.
    """
    way = _first_values(scheme, secrets)
    said = tuple(told)
    if not scheme.foreach:
        return _one(scheme, _Sheet(draft, way, alg=alg, told=said), now, seal)
    for path in each_item(draft, scheme.foreach):
        draft = _one(scheme, _Sheet(draft, way, alg=alg, told=said, item=path), now, seal)
    return draft


def each_item(draft: Request, foreach: str) -> list[str]:
    """The paths of the items of a list in the body. Raises Invalid when it has none."""
    steps = foreach.partition(":")[2]
    try:
        found = references.inside(draft.json, steps.split("."))
    except Malformed as error:
        raise Invalid.one(ProblemCode.INVALID, str(error), "body") from error
    if not isinstance(found, list) or not 1 <= len(found) <= MAX_ITEMS:
        message = f"the body field {steps} needs 1 to {MAX_ITEMS} items, each of which is signed"
        raise Invalid.one(ProblemCode.INVALID, message, "body")
    return [f"{steps}.{number}" for number in range(len(found))]


@dataclass(slots=True)
class _Sheet:
    """A request that is being written. item: the path of the item at hand, empty when none is."""

    request: Request
    secrets: Mapping[str, str]
    alg: str
    told: tuple[tuple[Reference, str], ...] = ()
    item: str = ""
    stamp: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    jose: dict[str, str] = field(default_factory=dict)

    def put(self, place: Reference, text: str) -> None:
        match place.kind:
            case "sig":
                self.fields[place.name] = text
            case "jws":
                self.jose[place.name] = text
            case "item":
                inner = Reference("json", f"{self.item}.{place.name}")
                self.request = put(self.request, inner, text)
            case _:
                self.request = put(self.request, place, text)

    def signed(self) -> Signed:
        request = self.request
        item: Any = references.inside(request.json, self.item.split(".")) if self.item else None
        return Signed(request, request.url, self.stamp, self.fields, self.jose, item, self.secrets)


def _one(scheme: OverContent, sheet: _Sheet, now: datetime, seal: Seal) -> Request:
    try:
        return _sealed(scheme, sheet, now, seal)
    except Malformed as error:
        raise Invalid.one(ProblemCode.INVALID, str(error)) from error


def _sealed(scheme: OverContent, sheet: _Sheet, now: datetime, seal: Seal) -> Request:
    rule, own = scheme.signature, named.own(scheme)
    if rule.jws and sheet.alg:
        sheet.jose["alg"] = sheet.alg
    for place, text in sheet.told:
        sheet.put(place, text)
    for one in scheme.require:
        _equal(one, sheet, own)
    if scheme.timestamp:
        sheet.stamp = timestamps.write(now, scheme.timestamp.unit)
        sheet.put(references.parse(scheme.timestamp.source, timestamps.PLACES), sheet.stamp)
    _fill(scheme, sheet, now)
    for one in scheme.bind:
        _equal(one, sheet, own)
    data = content.builder(content.parts(scheme), own)(sheet.signed())
    protected = envelopes.write_header(sheet.jose) if rule.jws else ""
    raw = seal(judging.message(protected, data) if rule.jws else data)
    text = encodings.encode(raw, Encoding.BASE64URL if rule.jws else scheme.encoding)
    where = grammar.place_of(rule)
    if rule.numbered:
        where = Reference(where.kind, where.name.replace("{n}", "1"))
    sheet.put(where, grammar.write(rule, text, sheet.fields, protected))
    return sheet.request


def _equal(rule: Binding, sheet: _Sheet, own: str) -> None:
    place = references.parse(rule.value, references.LOCATED)
    value = slots.template(rule.equals, own)(sheet.signed())
    is_latin = place.kind in {"header", "sig"}
    sheet.put(place, value.decode("latin-1" if is_latin else "utf-8", "replace"))


def _fill(scheme: OverContent, sheet: _Sheet, now: datetime) -> None:
    """Give the signature's own fields a value where the sender would make one up."""
    for part in content.parts(scheme):
        if isinstance(part, ContentPart) and part.signed_headers:
            _list_headers(part, sheet)
    bound = slots.slots(rule.equals for rule in scheme.bind)
    for slot in (*content.slots_of(scheme), *bound):
        if not isinstance(slot.what, Reference) or slot.optional:
            continue
        known = {"sig": sheet.fields, "jws": sheet.jose}.get(slot.what.kind)
        if known is not None and slot.what.name not in known:
            seed = f"{slot.what.name} {now.isoformat()}"
            known[slot.what.name] = hashlib.sha256(seed.encode()).hexdigest()[:16]


def _list_headers(part: ContentPart, sheet: _Sheet) -> None:
    slot = slots.slot(part.signed_headers)
    if not isinstance(slot.what, Reference) or slots.finder(slot)(sheet.signed()) is not None:
        return
    sent = [name for name, _ in sheet.request.headers]
    sole = [name for name in dict.fromkeys(sent) if sent.count(name) == 1]
    sheet.put(slot.what, part.split.join(sole[:5]))


def _first_values(scheme: OverContent, secrets: Secrets) -> Mapping[str, str]:
    for name in named.in_content(scheme):
        if not keys.texts(secrets, name):
            message = keys.missing(secrets, name)
            raise Invalid.one(ProblemCode.REQUIRED, message, "secrets", name)
    return keys.combinations(named.in_content(scheme), secrets)[0][0]

"""Text with slots: `v0:{timestamp}:{body}`, with filters such as `{body|sha256|hex}`.

Knows how to parse a template, and how each slot is read; leaves out lists of fields (listing) and
what is done with the bytes. `{{` and `}}` are braces. A part that is missing is refused, never taken
as an empty text, unless the slot says so: `{header:X?}`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import msgspec

from domain.request import Malformed, Request
from domain.signatures import references
from domain.signatures.decoding import nearest
from domain.signatures.filters import FILTERS, Filter
from domain.signatures.references import Reference

PLAIN: Final = ("body", "timestamp", "url", "host", "method", "path", "path_query", "secret")
LOCATED: Final = (*references.LOCATED, "secret")
NOTHING: Final[Mapping[str, str]] = {}


class Signed(msgspec.Struct, frozen=True, gc=False):
    """What a template may name. A Struct, because one is made for every delivery.

    url: the variant of our address at hand. timestamp: as sent, ASCII. fields: the signature's own.
    jose: the header of the located token. item: of the list that is walked. secrets: one value for
    each name that templates use. claims: of a verified token. now: when it is judged, absent in signing.
    """

    request: Request
    url: str = ""
    timestamp: str = ""
    fields: Mapping[str, str] = NOTHING
    jose: Mapping[str, Any] = NOTHING
    item: Any = None
    secrets: Mapping[str, str] = NOTHING
    claims: Mapping[str, Any] = NOTHING
    now: datetime | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One `{…}`: a plain name or a reference, then filters from left to right. optional: `{x?}`."""

    what: str | Reference
    filters: tuple[str, ...] = ()
    optional: bool = False


Builder = Callable[[Signed], bytes]
Finder = Callable[[Signed], bytes | None]


def parse(template: str) -> tuple[bytes | Slot, ...]:
    """Cut a template into literal bytes and slots. Raises ValueError with a message for a person."""
    parts: list[bytes | Slot] = []
    end = 0
    for match in _BRACES.finditer(template):
        parts.append(_bytes(template[end : match.start()]))
        end = match.end()
        token = match.group()
        if token in {"{", "}"}:
            raise ValueError(f"a lone {token!r}: write {token * 2!r} for the character itself")
        parts.append(token[0].encode() if token in {"{{", "}}"} else slot(token[1:-1]))
    parts.append(_bytes(template[end:]))
    return tuple(_merged(parts))


def slot(text: str) -> Slot:
    """Read what stands between braces. Raises ValueError with a message for a person."""
    name, *filters = text.split("|")
    for one in filters:
        if one not in FILTERS:
            known = ", ".join(FILTERS)
            raise ValueError(f"unknown filter {one!r}: use {known}{nearest(one, FILTERS)}")
    if name in PLAIN:
        return Slot(name, tuple(filters))
    optional, name = name.endswith("?"), name.removesuffix("?")
    if name.partition(":")[0] not in LOCATED or ":" not in name:
        known = ", ".join((*PLAIN, *(f"{kind}:…" for kind in LOCATED)))
        hint = nearest(name, (*PLAIN, *LOCATED))
        raise ValueError(f"unknown name {name!r}: use {known}{hint}")
    if optional and name.startswith("secret:"):
        raise ValueError("a secret cannot be left out: write it without '?'")
    return Slot(references.parse(name, LOCATED), tuple(filters), optional)


def slots(templates: Iterable[str]) -> Iterator[Slot]:
    """Every slot of content templates."""
    for template in templates:
        yield from (part for part in parse(template) if isinstance(part, Slot))


def template(text: str, own: str = "") -> Builder:
    """Compile a template. own: the name of the secret that `{secret}` reads.

    The builder raises Malformed when a part is missing or cannot be read.
    """
    return sequence([part if isinstance(part, bytes) else piece(part, own) for part in parse(text)])


def sequence(pieces: Sequence[bytes | Builder]) -> Builder:
    """Compile literal bytes and what is built, one after the other."""
    form = b"".join(one.replace(b"%", b"%%") if isinstance(one, bytes) else b"%b" for one in pieces)
    builders = [one for one in pieces if not isinstance(one, bytes)]
    if form == b"%b":
        return builders[0]
    if len(builders) == 2:
        first, second = builders
        return lambda signed: form % (first(signed), second(signed))
    if len(builders) == 3:
        first, second, third = builders
        return lambda signed: form % (first(signed), second(signed), third(signed))
    return lambda signed: form % tuple([build(signed) for build in builders])


def of_secrets(text: str, values: Mapping[str, str], own: str = "") -> bytes:
    """Fill a template that names nothing but secrets, for which there are values."""
    found = b""
    for part in parse(text):
        if isinstance(part, bytes):
            found += part
            continue
        value = _secret(values[own if isinstance(part.what, str) else part.what.name])
        for name in part.filters:
            value = FILTERS[name](value)
        found += value
    return found


def piece(part: Slot, own: str = "") -> Builder:
    """Compile one slot. The builder raises Malformed when its part is missing or cannot be read."""
    if isinstance(part.what, str) and part.what != "secret" and not part.filters:
        return _PLAIN[part.what]
    missing = f"{_words(part)} is missing; the signature covers it"
    if isinstance(part.what, Reference) and part.what.kind == "header" and part == Slot(part.what):
        return _plain_header(part.what, missing)
    find = finder(part, own)
    if part.optional:
        return lambda signed: find(signed) or b""

    def build(signed: Signed) -> bytes:
        found = find(signed)
        if found is None:
            raise Malformed(missing)
        return found

    return build


def _plain_header(what: Reference, missing: str) -> Builder:
    read = references.reader(what)

    def build(signed: Signed) -> bytes:
        text = read(signed.request)
        if text is None:
            raise Malformed(missing)
        return text.encode("latin-1", "backslashreplace")

    return build


def finder(part: Slot, own: str = "") -> Finder:
    """Compile one slot with its filters: None when its part is absent."""
    find = _finder(part.what, own)
    if not part.filters:
        return find
    changes: list[Filter] = [FILTERS[name] for name in part.filters]

    def filtered(signed: Signed) -> bytes | None:
        found = find(signed)
        if found is None:
            return None
        for change in changes:
            found = change(found)
        return found

    return filtered


def _finder(what: str | Reference, own: str) -> Finder:
    if isinstance(what, str):
        return _secret_of(own) if what == "secret" else _PLAIN[what]
    name = what.name
    match what.kind:
        case "secret":
            return _secret_of(name)
        case "sig":
            return lambda signed: _latin(signed.fields.get(name))
        case "jws" | "claim" | "item":
            return _in_document(what)
        case _:
            return _in_request(what)


def _in_document(what: Reference) -> Finder:
    if what.kind == "jws":
        return lambda signed: _utf8(references.as_text(signed.jose.get(what.name)))
    read = references.item_reader(what)
    if what.kind == "claim":
        return lambda signed: _utf8(read(signed.claims))
    return lambda signed: _utf8(read(signed.item))


def _in_request(what: Reference) -> Finder:
    read, kind = references.reader(what), what.kind

    def find(signed: Signed) -> bytes | None:
        text = read(signed.request)
        return None if text is None else references.to_bytes(kind, text)

    return find


def _secret_of(name: str) -> Finder:
    return lambda signed: _secret(signed.secrets[name])


def _secret(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _latin(text: str | None) -> bytes | None:
    # an empty field is what a repeated one counts as
    return references.to_bytes("sig", text) if text else None


def _utf8(text: str | None) -> bytes | None:
    return None if text is None else references.to_bytes("json", text)


def _words(part: Slot) -> str:
    return part.what.words if isinstance(part.what, Reference) else part.what


def _bytes(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise ValueError("this text holds half a character (a lone surrogate)") from None


def _merged(parts: Iterable[bytes | Slot]) -> Iterator[bytes | Slot]:
    literal = b""
    for part in parts:
        if isinstance(part, bytes):
            literal += part
            continue
        if literal:
            yield literal
            literal = b""
        yield part
    if literal:
        yield literal


def _host(signed: Signed) -> bytes:
    address = signed.request.public_url.partition("://")[2]
    return references.to_bytes("host", address.partition("/")[0])


def _path_query(request: Request) -> str:
    return f"{request.path}?{request.query_string}" if request.query_string else request.path


_BRACES: Final = re.compile(r"\{\{|\}\}|\{[^{}]*\}|[{}]")
_PLAIN: Final[Mapping[str, Builder]] = {
    "body": lambda signed: signed.request.body,
    "timestamp": lambda signed: signed.timestamp.encode(),
    "url": lambda signed: references.to_bytes("url", signed.url),
    "host": _host,
    "method": lambda signed: references.to_bytes("method", signed.request.method),
    "path": lambda signed: references.to_bytes("path", signed.request.path),
    "path_query": lambda signed: references.to_bytes("path", _path_query(signed.request)),
}

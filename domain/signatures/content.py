"""The byte template that is signed: `v0:{timestamp}:{body}`, with filters such as `{body|sha256|hex}`.

Knows how to parse a template and to build its bytes; leaves out what is done with them. `{{` and
`}}` are braces. A part that is missing is refused, never taken as an empty text.
"""

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from domain.request import Malformed, Request
from domain.signatures import references
from domain.signatures.decoding import nearest
from domain.signatures.references import Reference
from domain.signatures.schemes import Hmac, Params

PLAIN: Final = ("body", "timestamp", "url", "method", "path", "path_query")
LOCATED: Final = (*references.KINDS, "sig")


class Signed(NamedTuple):
    """What a template may name.

    url: the variant of our address at hand. timestamp: as sent, ASCII. fields: the signature's own.
    """

    request: Request
    url: str
    timestamp: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Slot:
    """One `{…}`: a plain name or a reference, then filters from left to right."""

    what: str | Reference
    filters: tuple[str, ...]


Builder = Callable[[Signed], bytes]


def parse(template: str) -> tuple[bytes | Slot, ...]:
    """Cut a template into literal bytes and slots. Raises ValueError with a message for a person."""
    parts: list[bytes | Slot] = []
    end = 0
    for match in _BRACES.finditer(template):
        parts.append(template[end : match.start()].encode())
        end = match.end()
        token = match.group()
        if token in {"{", "}"}:
            raise ValueError(f"a lone {token!r}: write {token * 2!r} for the character itself")
        parts.append(token[0].encode() if token in {"{{", "}}"} else _slot(token[1:-1]))
    parts.append(template[end:].encode())
    return tuple(part for part in parts if part != b"")


def parts(scheme: Hmac) -> tuple[str | Params, ...]:
    """The content as parts, however it was written."""
    return (scheme.content,) if isinstance(scheme.content, str) else scheme.content


def signs_url(scheme: Hmac) -> bool:
    """Whether the content holds our full address."""
    texts = [part for part in parts(scheme) if isinstance(part, str)]
    return any(
        isinstance(part, Slot) and part.what == "url" for text in texts for part in parse(text)
    )


def builder(parts: tuple[str | Params, ...]) -> Builder:
    """Compile content. The builder raises Malformed when a part is missing or cannot be read."""
    pieces: list[Builder] = []
    for part in parts:
        if isinstance(part, Params):
            pieces.append(_params(part))
        else:
            pieces += [_piece(one) for one in parse(part)]
    if len(pieces) == 1:
        return pieces[0]
    return lambda signed: b"".join([piece(signed) for piece in pieces])


def _slot(text: str) -> Slot:
    name, *filters = text.split("|")
    for one in filters:
        if one not in _FILTERS:
            known = ", ".join(_FILTERS)
            raise ValueError(f"unknown filter {one!r}: use {known}{nearest(one, _FILTERS)}")
    if name in PLAIN:
        return Slot(name, tuple(filters))
    if name.partition(":")[0] not in LOCATED:
        known = ", ".join((*PLAIN, *(f"{kind}:…" for kind in LOCATED)))
        hint = nearest(name, (*PLAIN, *LOCATED))
        raise ValueError(f"unknown name {name!r}: use {known}{hint}")
    return Slot(references.parse(name, LOCATED), tuple(filters))


def _piece(part: bytes | Slot) -> Builder:
    if isinstance(part, bytes):
        return lambda _: part
    read = _PLAIN[part.what] if isinstance(part.what, str) else _located(part.what)
    for name in part.filters:
        read = _filtered(read, _FILTERS[name])
    return read


def _filtered(read: Builder, change: Callable[[bytes], bytes]) -> Builder:
    return lambda signed: change(read(signed))


def _located(reference: Reference) -> Builder:
    missing = f"{reference.words} is missing; the signature covers it"
    if reference.kind == "sig":
        return lambda signed: _field(signed.fields.get(reference.name), missing)
    find, kind = references.reader(reference), reference.kind

    def build(signed: Signed) -> bytes:
        text = find(signed.request)
        if text is None:
            raise Malformed(missing)
        return references.to_bytes(kind, text)

    return build


def _field(text: str | None, missing: str) -> bytes:
    if not text:
        raise Malformed(missing)
    return references.to_bytes("sig", text)


def _params(part: Params) -> Builder:
    def build(signed: Signed) -> bytes:
        request = signed.request
        pairs = request.query if part.params == "query" else request.form if request.body else ()
        fields = (name + part.between + value for name, value in sorted(set(pairs)))
        return references.to_bytes("form", part.join.join(fields))

    return build


def _path_query(request: Request) -> str:
    return f"{request.path}?{request.query_string}" if request.query_string else request.path


_BRACES: Final = re.compile(r"\{\{|\}\}|\{[^{}]*\}|[{}]")
_PLAIN: Final[Mapping[str, Builder]] = {
    "body": lambda signed: signed.request.body,
    "timestamp": lambda signed: signed.timestamp.encode(),
    "url": lambda signed: references.to_bytes("url", signed.url),
    "method": lambda signed: references.to_bytes("method", signed.request.method),
    "path": lambda signed: references.to_bytes("path", signed.request.path),
    "path_query": lambda signed: references.to_bytes("path", _path_query(signed.request)),
}
_FILTERS: Final[Mapping[str, Callable[[bytes], bytes]]] = {
    "sha256": lambda data: hashlib.sha256(data).digest(),
    "sha384": lambda data: hashlib.sha384(data).digest(),
    "sha512": lambda data: hashlib.sha512(data).digest(),
    "sha1": lambda data: hashlib.sha1(data, usedforsecurity=False).digest(),
    "md5": lambda data: hashlib.md5(data, usedforsecurity=False).digest(),
    "hex": lambda data: data.hex().encode(),
    "base64": base64.b64encode,
    "base64url": lambda data: base64.urlsafe_b64encode(data).rstrip(b"="),
    "lower": bytes.lower,
    "upper": bytes.upper,
}

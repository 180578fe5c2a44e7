"""Lists of values in content: all fields of a form, chosen fields, or headers that the sender lists.

Knows how names, values and separators follow each other; leaves out single slots. Two lists that
read alike when joined are the provider's weakness, not ours: the bytes are as it signs them.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from domain.request import Malformed, Request
from domain.signatures import references, slots
from domain.signatures.parts import ContentPart
from domain.signatures.slots import Builder, Finder, Signed

MAX_HEADERS: Final = 50
FIELD_FORMAT: Final = "{k}:{v};"
HEADER_FORMAT: Final = "{k}: {v}\n"
REQUEST_TARGET: Final = "(request-target)"

Pair = tuple[str, str]
Entry = Callable[[bytes, bytes], bytes]


def builder(part: ContentPart, own: str = "") -> Builder:
    """Compile a list. The builder raises Malformed when a part is missing or cannot be read."""
    if part.params:
        return _params(part)
    if part.fields or part.lists:
        return _fields(part, own)
    return _headers(part, own)


def entry(text: str) -> Entry:
    """Compile the format of one entry. Raises ValueError with a message for a person."""
    pieces = [one for one in _FORMAT.split(text) if one]
    for one in pieces:
        if one not in _ENDS and _LONE.search(one):
            raise ValueError(f"{one!r} is not part of a format: use {{k}} and {{v}}")
    if "{v}" not in pieces:
        raise ValueError("a format needs {v}, the value")
    ready = [_ENDS.get(one, one).encode() for one in pieces]

    def write(key: bytes, value: bytes) -> bytes:
        chosen = {"{k}": key, "{v}": value}
        return b"".join(chosen.get(name, text) for name, text in zip(pieces, ready, strict=True))

    return write


def _params(part: ContentPart) -> Builder:
    excluded, is_both = frozenset(part.exclude), part.show == "both"
    read = _PAIRS[part.params or "form"]

    def build(signed: Signed) -> bytes:
        pairs = read(signed.request, excluded)
        if part.drop_empty:
            pairs = [pair for pair in pairs if pair[1]]
        chosen = _ordered(pairs, part)
        texts = (name + part.between + text if is_both else text for name, text in chosen)
        return references.to_bytes("form", part.join.join(texts))

    return build


def _ordered(pairs: Iterable[Pair], part: ContentPart) -> list[Pair]:
    found = list(dict.fromkeys(pairs)) if part.repeats == "once" else list(pairs)
    if part.sort == "sent":
        return found
    return sorted(found, key=None if part.sort == "name" else lambda pair: (pair[1], pair[0]))


def _form(request: Request, excluded: frozenset[str]) -> list[Pair]:
    return _kept(request.form if request.body else (), excluded)


def _query(request: Request, excluded: frozenset[str]) -> list[Pair]:
    return _kept(request.query, excluded)


def _kept(pairs: Iterable[Pair], excluded: frozenset[str]) -> list[Pair]:
    return [pair for pair in pairs if pair[0] not in excluded]


def _members(request: Request, excluded: frozenset[str]) -> list[Pair]:
    document = request.json
    if not isinstance(document, dict):
        raise Malformed("the body is not a JSON object, whose members are signed")
    return [
        (name, _member(name, value)) for name, value in document.items() if name not in excluded
    ]


def _member(name: str, value: Any) -> str:
    text = "" if value is None else references.as_text(value)
    if text is None:
        raise Malformed(f"the body field {name} is signed, but is no text or whole number")
    return text


def _fields(part: ContentPart, own: str) -> Builder:
    write = entry(FIELD_FORMAT if part.format is None else part.format)
    lists = {name: _compiled(pairs, own) for name, pairs in part.lists.items()}
    always = _compiled(part.fields, own)
    choose = slots.piece(slots.slot(part.by), own) if part.by else None
    join, absent = part.join.encode(), part.absent

    def build(signed: Signed) -> bytes:
        chosen = always
        if choose is not None:
            word = choose(signed).decode("utf-8", "replace")
            if word not in lists:
                raise Malformed(f"{part.by} says {word[:100]!r}, for which nothing is listed")
            chosen = lists[word]
        found: list[bytes] = []
        for label, words, find in chosen:
            value = find(signed)
            if value is None and absent == "refuse":
                raise Malformed(f"{words} is missing; the signature covers it")
            if value is not None or absent == "empty":
                found.append(write(label, value or b""))
        if not found:
            raise Malformed("no signed field is there: the signature would cover nothing")
        return join.join(found)

    return build


def _compiled(pairs: Iterable[Pair], own: str) -> list[tuple[bytes, str, Finder]]:
    return [(label.encode(), place, slots.finder(slots.slot(place), own)) for label, place in pairs]


def _headers(part: ContentPart, own: str) -> Builder:
    write = entry(HEADER_FORMAT if part.format is None else part.format)
    listed = slots.piece(slots.slot(part.signed_headers), own) if part.signed_headers else None
    join, separator = part.join.encode(), part.split

    def build(signed: Signed) -> bytes:
        names: Sequence[str] = part.names
        if listed is not None:
            text = listed(signed).decode("latin-1")
            names = [name.strip() for name in text.split(separator, MAX_HEADERS) if name.strip()]
        if not names or len(names) > MAX_HEADERS:
            raise Malformed(f"between 1 and {MAX_HEADERS} signed headers must be listed")
        return join.join([write(_latin(name), _value(name, signed)) for name in names])

    return build


def _value(name: str, signed: Signed) -> bytes:
    if name.lower() == REQUEST_TARGET:
        request = signed.request
        query = f"?{request.query_string}" if request.query_string else ""
        return _latin(f"{request.method.lower()} {request.path}{query}")
    values = signed.request.header_values(name.lower())
    if len(values) != 1:
        problem = "is there more than once" if values else "is missing"
        raise Malformed(f"the header {name[:100]} {problem}; the signature covers it")
    return _latin(values[0])


def _latin(text: str) -> bytes:
    return references.to_bytes("header", text)


_FORMAT: Final = re.compile(r"(\{k\}|\{v\}|\{\{|\}\})")
_LONE: Final = re.compile(r"[{}]")
_ENDS: Final[Mapping[str, str]] = {"{k}": "", "{v}": "", "{{": "{", "}}": "}"}
_PAIRS: Final[Mapping[str, Callable[[Request, frozenset[str]], list[Pair]]]] = {
    "form": _form,
    "query": _query,
    "json": _members,
}

"""References: the places in a request that a scheme names, such as `header:X-Signature`.

Knows how to read one place, once and unambiguously; leaves out what stands there.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from domain.request import Malformed, Request
from domain.signatures.decoding import nearest

KINDS: Final = ("header", "query", "form", "json")
_HEADER_NAME: Final = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")  # RFC 9110, section 5.6.2

Reader = Callable[[Request], str | None]


@dataclass(frozen=True, slots=True)
class Reference:
    """kind: one of KINDS or `sig`. name: as written; header names are compared in lower case."""

    kind: str
    name: str

    @property
    def words(self) -> str:
        """How a person names this place."""
        return f"{_WORDS[self.kind]} {self.name}"


def parse(text: str, kinds: Iterable[str] = KINDS) -> Reference:
    """Read `kind:name`. Raises ValueError with a message for a person."""
    kind, colon, name = text.partition(":")
    if kind not in kinds or not colon:
        known = ", ".join(f"{one}:…" for one in kinds)
        raise ValueError(f"{text!r} is not a place: use one of {known}{nearest(kind, kinds)}")
    if not name or len(name) > 200 or not name.isprintable():
        raise ValueError(f"{text!r} does not say which {kind}")
    if kind == "header" and not _HEADER_NAME.fullmatch(name):
        raise ValueError(
            f"{name!r} cannot name a header: letters, digits, - and _ are accepted, no spaces or colons"
        )
    return Reference(kind, name)


def reader(reference: Reference) -> Reader:
    """Compile a look-up: None when absent. The reader raises Malformed when it is sent more than once."""
    name = reference.name
    match reference.kind:
        case "header":
            lowered = name.lower()
            return lambda request: _sole(request.headers, lowered, reference)
        case "query":
            return lambda request: _sole(request.query, name, reference)
        case "form":
            return lambda request: _sole(request.form, name, reference)
        case _:
            steps = tuple(name.split("."))
            return lambda request: _in_json(request.json, steps)


def to_bytes(kind: str, text: str) -> bytes:
    """The bytes that were sent: headers and addresses are Latin-1 text, the rest was UTF-8. Total."""
    if kind in _UTF8:
        return text.encode("utf-8", "surrogatepass")
    return text.encode("latin-1", "backslashreplace")


def _sole(pairs: Iterable[tuple[str, str]], name: str, reference: Reference) -> str | None:
    found: str | None = None
    for key, value in pairs:
        if key == name:
            # two values: which one a proxy or the provider meant is a guess, and guesses are exploited
            if found is not None:
                raise Malformed(f"{reference.words} is there more than once")
            found = value
    return found


def _in_json(value: Any, steps: tuple[str, ...]) -> str | None:
    for step in steps:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and step.isdecimal() and len(step) < 7:
            value = value[int(step)] if int(step) < len(value) else None
        else:
            return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    # a fraction has no one way to be written, so it cannot stand in signed bytes
    return value if isinstance(value, str) else None


_UTF8: Final = frozenset({"query", "form", "json"})
_WORDS: Final = {
    "header": "the header",
    "query": "the query parameter",
    "form": "the form field",
    "json": "the body field",
    "sig": "the signature's field",
}

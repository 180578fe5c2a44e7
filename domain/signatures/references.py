"""References: the places that a scheme names, such as `header:X-Signature`.

Knows how to read one place of a request or of a list's item, once and unambiguously; leaves out what
stands there, and the fields of a signature's own text (grammar).
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from domain.request import Malformed, Request
from domain.signatures.decoding import nearest

KINDS: Final = ("header", "query", "form", "json", "part")
BODY: Final = "body"
SIGNED: Final = (*KINDS, "item", BODY)
LOCATED: Final = (*KINDS, "item", "sig", "jws", "claim")
MAX_VALUES: Final = 20
MAX_NUMBER: Final = 100
_HEADER_NAME: Final = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")  # RFC 9110, section 5.6.2

Reader = Callable[[Request], str | None]


@dataclass(frozen=True, slots=True)
class Reference:
    """kind: one of LOCATED or `body`. name: as written; header names are compared in lower case."""

    kind: str
    name: str

    @property
    def words(self) -> str:
        """How a person names this place."""
        return f"{_WORDS[self.kind]} {self.name}" if self.name else _WORDS[self.kind]


def parse(text: str, kinds: Iterable[str] = KINDS) -> Reference:
    """Read `kind:name`. Raises ValueError with a message for a person."""
    kind, colon, name = text.partition(":")
    if text == BODY and BODY in kinds:
        return Reference(BODY, "")
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
            return _header(name.lower(), reference)
        case "query":
            return lambda request: _sole(request.query, name, reference)
        case "form":
            return lambda request: _sole(request.form, name, reference)
        case "part":
            return lambda request: _sole(request.parts, name, reference)
        case "body":
            return _body
        case _:
            steps = tuple(name.split("."))
            return lambda request: as_text(inside(request.json, steps))


def repeated(reference: Reference) -> Callable[[Request], list[str]]:
    """Compile a look-up of every value of a header, query parameter or form field, in order.

    It raises Malformed past MAX_VALUES.
    """
    name = reference.name.lower() if reference.kind == "header" else reference.name
    pairs = _PAIRS[reference.kind]

    def find(request: Request) -> list[str]:
        found = [value for key, value in pairs(request) if key == name]
        if len(found) > MAX_VALUES:
            raise Malformed(f"{reference.words} is there more than {MAX_VALUES} times")
        return found

    return find


def numbered(reference: Reference) -> Callable[[Request], list[str]]:
    """Compile a look-up of the headers whose `{n}` is 1 to MAX_NUMBER. It raises Malformed when one repeats."""
    name = reference.name.lower()
    wanted = {name.replace("{n}", str(number)) for number in range(1, MAX_NUMBER + 1)}

    def find(request: Request) -> list[str]:
        found = {key: value for key, value in request.headers if key in wanted}
        if len(found) != sum(key in wanted for key, _ in request.headers):
            raise Malformed(f"{reference.words} is there more than once with the same number")
        return list(found.values())

    return find


def item_reader(reference: Reference) -> Callable[[Any], str | None]:
    """Compile a look-up in one item of a list: None when absent."""
    steps = tuple(reference.name.split("."))
    return lambda item: as_text(inside(item, steps))


def to_bytes(kind: str, text: str) -> bytes:
    """The bytes that were sent: headers and addresses are Latin-1 text, the rest was UTF-8. Total."""
    if kind in _UTF8:
        return text.encode("utf-8", "surrogatepass")
    return text.encode("latin-1", "backslashreplace")


def inside(value: Any, steps: Iterable[str]) -> Any:
    """What stands at a path of names and list positions, None when nothing does. Total."""
    for step in steps:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and step.isdecimal() and step.isascii() and len(step) < 7:
            value = value[int(step)] if int(step) < len(value) else None
        else:
            return None
    return value


def as_text(value: Any) -> str | None:
    """A text, whole number or truth value as text; None for what has no one way to be written."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    # a fraction has no one way to be written, so it cannot stand in signed bytes
    return str(value) if isinstance(value, int) else None


def _header(name: str, reference: Reference) -> Reader:
    def find(request: Request) -> str | None:
        once = request.headers_once
        if once:
            return once.get(name)
        found: str | None = None
        for key, value in request.headers:
            if key == name:
                # two values: which one a proxy or the provider meant is a guess, and guesses are exploited
                if found is not None:
                    raise Malformed(f"{reference.words} is there more than once")
                found = value
        return found

    return find


def _sole(pairs: Iterable[tuple[str, str]], name: str, reference: Reference) -> str | None:
    values = [value for key, value in pairs if key == name]
    if len(values) > 1:
        raise Malformed(f"{reference.words} is there more than once")
    return values[0] if values else None


def _body(request: Request) -> str | None:
    try:
        return request.body.decode()
    except UnicodeDecodeError as error:
        raise Malformed("the body is not UTF-8 text") from error


_PAIRS: Final[Mapping[str, Callable[[Request], Iterable[tuple[str, str]]]]] = {
    "header": lambda request: request.headers,
    "query": lambda request: request.query,
    "form": lambda request: request.form,
}
_UTF8: Final = frozenset(LOCATED) - {"header", "sig"} | {"body"}
_WORDS: Final = {
    "header": "the header",
    "query": "the query parameter",
    "form": "the form field",
    "json": "the body field",
    "part": "the part",
    "item": "the item's field",
    "sig": "the signature's field",
    "jws": "the token's header field",
    "claim": "the claim",
    "body": "the body",
    "secret": "the secret",
}

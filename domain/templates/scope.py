"""Scopes: what templates may read, by root name, read only when used.

Knows how a request and an answer look to a path; leaves out which roots exist at which place.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

import orjson

from domain.request import Malformed, Request

Scope: TypeAlias = Mapping[str, Any]
"""Root name to its values: JSON values, nested mappings, or mappings that read lazily.

{"event": RequestScope(request), "secrets": {"NAME": "…"}, "setup": {"response": answer(…)}}
"""

EVENT_PARTS: Final = ("method", "headers", "query", "body", "rawBody")
ANSWER_PARTS: Final = ("status", "headers", "body")

_UNREAD: Final = object()
_FORM: Final = "application/x-www-form-urlencoded"


class Pairs(Mapping[str, str]):
    """Headers or query fields, in order: a name gives its first value, `every` gives them all.

    The names of headers are handed in in lower case; paths ask for them in lower case.
    """

    __slots__ = ("_pairs",)

    def __init__(self, pairs: tuple[tuple[str, str], ...]) -> None:
        self._pairs = pairs

    def __getitem__(self, name: str) -> str:
        found = self.first(name)
        if found is None:
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(dict(self._pairs))

    def __len__(self) -> int:
        return len(dict(self._pairs))

    def first(self, name: object) -> str | None:
        """The first value of a name: most names asked for are absent, so this raises nothing."""
        for key, value in self._pairs:
            if key == name:
                return value
        return None

    def every(self, name: str) -> list[str]:
        """Every value of one name, in order."""
        return [value for key, value in self._pairs if key == name]

    def as_object(self) -> dict[str, Any]:
        """All of it as one JSON object: a text for each name, a list of texts for a repeated one."""
        return fields(self._pairs)


class RequestScope(Mapping[str, Any]):
    """The root `event`: method, headers, query, body and rawBody of a request.

    Reading a part that is not what it should be raises domain.request.Malformed.
    """

    __slots__ = ("_body", "_headers", "request")

    def __init__(self, request: Request) -> None:
        self.request = request
        self._body: Any = _UNREAD
        self._headers = Pairs(request.headers)

    def __getitem__(self, name: str) -> Any:
        if name == "body":
            if self._body is _UNREAD:
                self._body = body_of(self.request)
            return self._body
        if name == "headers":
            return self._headers
        if name == "query":
            return Pairs(self.request.query)
        if name == "method":
            return self.request.method
        if name == "rawBody":
            return _text(self.request.body)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(EVENT_PARTS)

    def __len__(self) -> int:
        return len(EVENT_PARTS)


def body_of(request: Request) -> Any:
    """The body as a JSON value: JSON, or the fields of a form when the content type is a form.

    Raises Malformed when it is neither.
    """
    if request.content_type().startswith(_FORM):
        return fields(request.form)
    return request.json


def fields(pairs: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    """Names and values as a JSON object: a text for each name, a list of texts for a repeated one."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        earlier = found.get(name)
        if earlier is None:
            found[name] = value
        elif type(earlier) is list:
            earlier.append(value)
        else:
            found[name] = [earlier, value]
    return found


def answer(status: int, headers: tuple[tuple[str, str], ...], body: bytes) -> Scope:
    """The value of `setup.response`: a provider's answer. The body is JSON, else UTF-8 text, else null."""
    lower = tuple((name.lower(), value) for name, value in headers)
    return {"status": status, "headers": Pairs(lower), "body": _json_or_text(body)}


def _json_or_text(body: bytes) -> Any:
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        pass
    try:
        return body.decode()
    except UnicodeDecodeError:
        return None


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise Malformed("the body is not UTF-8 text") from error

"""Replies whose body cannot become a page: the content type is ours, and browsers are told to believe it."""

from typing import Any, Final, Protocol, TypeAlias

import orjson

from domain.handshakes.headers import value_fault
from domain.handshakes.matching import Pairs
from domain.reply import Reply
from domain.request import Request
from domain.templates.scope import Scope
from domain.templates.template import Template
from domain.templates.tree import Tree

MAX_BODY: Final = 256 * 1024

Headers: TypeAlias = tuple[tuple[str, str], ...]

_NO_SNIFFING: Final = ("x-content-type-options", "nosniff")
_TEXT: Final = "text/plain; charset=utf-8"
_JSON: Final = "application/json"
# what a browser shows as text or saves, never runs; everything else is sent as plain text
_INERT: Final = {
    "application/json": _JSON,
    "application/x-www-form-urlencoded": "application/x-www-form-urlencoded",
    "application/octet-stream": "application/octet-stream",
}


class Compiled(Protocol):
    """The parsed parts of an answer: headers, and at most one body."""

    @property
    def headers(self) -> Pairs:
        """Names in lower case."""

    @property
    def text(self) -> Template | None:
        """A body of plain text."""

    @property
    def json(self) -> Tree | None:
        """A body of JSON."""


def respond_ok() -> Reply:
    """Answer with an empty 200."""
    return Reply()


def echo_body(request: Request, status: int = 200, headers: Headers = ()) -> Reply:
    """Answer with the bytes of the request, under its content type where that is inert, else as plain text."""
    essence = request.content_type().partition(";")[0].strip()
    content_type = _JSON if essence.endswith("+json") else _INERT.get(essence, _TEXT)
    return _reply(status, headers, content_type, request.body)


def respond_text(text: str, status: int = 200, headers: Headers = ()) -> Reply:
    """Answer with plain text, UTF-8. Raises ValueError for text that is not Unicode."""
    return _reply(status, headers, _TEXT, text.encode())


def respond_json(value: Any, status: int = 200, headers: Headers = ()) -> Reply:
    """Answer with compact JSON. Raises ValueError for what JSON cannot hold."""
    try:
        return _reply(status, headers, _JSON, orjson.dumps(value))
    except TypeError as error:
        raise ValueError(f"the answer cannot be written as JSON ({error})") from error


def written(parts: Compiled, status: int, scope: Scope, *, from_stranger: bool) -> Reply:
    """Fill in an answer's templates. from_stranger: as in `Template.text`. Raises TemplateError, ValueError."""
    headers = tuple(
        (name, _header(name, template.text(scope, from_stranger=from_stranger)))
        for name, template in parts.headers
    )
    if parts.text is not None:
        text = parts.text.text(scope, from_stranger=from_stranger)
        return _bounded(respond_text(text, status, headers))
    if parts.json is not None:
        value = parts.json.render(scope, from_stranger=from_stranger)
        return _bounded(respond_json(value, status, headers))
    return Reply(status, headers)


def _header(name: str, value: str) -> str:
    if fault := value_fault(value):
        raise ValueError(f"the value of the header {name} cannot be sent: {fault}")
    return value


def _bounded(reply: Reply) -> Reply:
    if len(reply.body) > MAX_BODY:
        raise ValueError(f"the answer would be longer than {MAX_BODY} bytes")
    return reply


def _reply(status: int, headers: Headers, content_type: str, body: bytes) -> Reply:
    return Reply(status, (("content-type", content_type), _NO_SNIFFING, *headers), body)

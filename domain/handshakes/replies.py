"""Replies whose body cannot become a page: the content type is ours, and browsers are told to believe it."""

from typing import Any, Final, TypeAlias

import orjson

from domain.reply import Reply
from domain.request import Request

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


def _reply(status: int, headers: Headers, content_type: str, body: bytes) -> Reply:
    return Reply(status, (("content-type", content_type), _NO_SNIFFING, *headers), body)

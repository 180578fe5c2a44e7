"""One HTTP request as it arrived: what signatures, handshakes, templates and routing read.

Knows how to look into it (headers, query, form, JSON) and fails only by name; leaves out what it means.
"""

from datetime import datetime
from typing import Any, Final
from urllib.parse import parse_qsl

import orjson

from domain import multipart

MAX_PARTS: Final = 2_000


class Malformed(ValueError):
    """The bytes are not what their reader needs: the message says which part, in words for a person."""


class Request:
    """One HTTP request from a provider, exactly as it arrived.

    method: upper case. public_url: the configured PUBLIC_URL, never taken from the Host header.
    path, query_string: as sent, undecoded, Latin-1 text.
    headers: names in lower case, in order of arrival; a repeated name stays repeated; values are
    Latin-1 text. body: raw bytes, never re-encoded: signatures are over these bytes.
    received_at: aware, UTC. peer: the sender's network address, empty when it is not known.
    """

    __slots__ = (
        "_form",
        "_headers_once",
        "_json",
        "_parts",
        "_query",
        "body",
        "headers",
        "method",
        "path",
        "peer",
        "public_url",
        "query_string",
        "received_at",
    )

    def __init__(  # noqa: PLR0913  the parts of an HTTP request
        self,
        *,
        method: str,
        public_url: str,
        path: str,
        query_string: str,
        headers: tuple[tuple[str, str], ...],
        body: bytes,
        received_at: datetime,
        peer: str = "",
    ) -> None:
        self.method = method
        self.public_url = public_url
        self.path = path
        self.query_string = query_string
        self.headers = headers
        self.body = body
        self.received_at = received_at
        self.peer = peer
        self._headers_once: dict[str, str] | None = None
        self._query: tuple[tuple[str, str], ...] | None = None
        self._parts: tuple[tuple[str, str], ...] | None = None
        self._form: tuple[tuple[str, str], ...] | None = None
        self._json: Any = _UNREAD

    @property
    def url(self) -> str:
        """The full address as the provider called it, with its query."""
        base = self.public_url + self.path
        return f"{base}?{self.query_string}" if self.query_string else base

    def header_values(self, name: str) -> tuple[str, ...]:
        """Every value of a header, in order of arrival. `name` is lower case."""
        return tuple(value for key, value in self.headers if key == name)

    @property
    def headers_once(self) -> dict[str, str]:
        """Headers by name, in lower case; empty when any name is repeated, as `headers` then tells."""
        if self._headers_once is None:
            found = dict(self.headers)
            self._headers_once = found if len(found) == len(self.headers) else {}
        return self._headers_once

    @property
    def query(self) -> tuple[tuple[str, str], ...]:
        """The decoded query, in order, repeated names kept. Raises Malformed past MAX_PARTS fields."""
        if self._query is None:
            self._query = _pairs(self.query_string, "the query")
        return self._query

    @property
    def form(self) -> tuple[tuple[str, str], ...]:
        """The body as application/x-www-form-urlencoded fields. Raises Malformed when it is not one."""
        if self._form is None:
            if not self.content_type().startswith("application/x-www-form-urlencoded"):
                raise Malformed("the body is not a form (application/x-www-form-urlencoded)")
            try:
                text = self.body.decode()
            except UnicodeDecodeError as error:
                raise Malformed("the form in the body is not UTF-8") from error
            self._form = _pairs(text, "the form in the body")
        return self._form

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """The text fields of a multipart/form-data body, files left out. Raises Malformed when it is not one."""
        if self._parts is None:
            sent = next((value for key, value in self.headers if key == "content-type"), "")
            try:
                found = multipart.cut(self.body, multipart.boundary_of(sent))
            except ValueError as error:
                raise Malformed(str(error)) from error
            self._parts = tuple(
                (one.name, one.text)
                for one in found
                if one.name is not None and one.text is not None
            )
        return self._parts

    @property
    def json(self) -> Any:
        """The body as JSON, whatever its content type. Raises Malformed when it is not JSON."""
        if self._json is _UNREAD:
            try:
                self._json = orjson.loads(self.body)
            except orjson.JSONDecodeError:
                self._json = _NOT_JSON
        if self._json is _NOT_JSON:
            raise Malformed("the body is empty" if not self.body else "the body is not JSON")
        return self._json

    def content_type(self) -> str:
        """The first Content-Type, lower case, or an empty text."""
        return next((value.lower() for key, value in self.headers if key == "content-type"), "")


def _pairs(text: str, what: str) -> tuple[tuple[str, str], ...]:
    if not text:
        return ()
    try:
        return tuple(parse_qsl(text, keep_blank_values=True, max_num_fields=MAX_PARTS))
    except ValueError as error:
        raise Malformed(f"{what} has more than {MAX_PARTS} fields") from error


_UNREAD: Final = object()
_NOT_JSON: Final = object()

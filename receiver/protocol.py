"""HTTP/1.1 on the wire, as uvicorn reads it, with what it leaves out.

Knows how long and how slow a request's head may be, and that an offer to upgrade is declined where deliveries
arrive: uvicorn would answer it without its body. Leaves out bodies, which `reading` bounds.
"""

import asyncio
import http
from typing import Any, Final

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

MAX_HEAD_BYTES: Final = 128 * 1024
HEAD_SECONDS: Final = 15
_PLAIN: Final = b"/triggers/"


class Protocol(HttpToolsProtocol):
    """One connection. For uvicorn's `http` setting.

    A head beyond MAX_HEAD_BYTES is answered 431, one that takes longer than HEAD_SECONDS 408; both close.
    An offer to upgrade below _PLAIN, or with another method than GET, is ignored, as RFC 9110 7.8 allows:
    the request goes on without its Upgrade field.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._head_bytes = 0
        self._is_in_head = True
        self._is_declined = False
        self._head_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Expect the first head."""
        super().connection_made(transport)
        self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Expect nothing any more."""
        self._end_head()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        """Begin a head."""
        super().on_message_begin()
        self._head_bytes, self._is_in_head = 0, True

    def on_headers_complete(self) -> None:
        """Begin to answer, unless the request is to be read again without its offer."""
        self._end_head()
        if self.parser.should_upgrade() and not self._should_upgrade():
            self._is_declined = True
        else:
            super().on_headers_complete()

    def on_message_complete(self) -> None:
        """Nothing is complete that is to be read again."""
        if not self._is_declined:
            super().on_message_complete()

    def data_received(self, data: bytes) -> None:
        """Take what came."""
        self._unset_keepalive_if_required()
        was_in_head = self._is_in_head
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade as offer:
            if self._is_declined:
                self._decline(data[offer.args[0] :])
            else:
                self.handle_websocket_upgrade()
        except httptools.HttpParserError:
            self.send_400_response("Invalid HTTP request received.")
        if was_in_head and self._is_in_head:
            self._head_bytes += len(data)
            if self._head_bytes > MAX_HEAD_BYTES:
                self._refuse(http.HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
        if self._is_in_head and self._head_timer is None:
            self._await_head()

    def _should_upgrade(self) -> bool:
        is_get = self.parser.get_method() == b"GET"
        return is_get and not self.url.startswith(_PLAIN) and super()._should_upgrade()

    def _decline(self, rest: bytes) -> None:
        self._is_declined = False
        if self.parser.get_method() == b"CONNECT":
            self.send_400_response("Invalid HTTP request received.")
            return
        version = self.parser.get_http_version().encode()
        lines = [b"%b %b HTTP/%b" % (self.parser.get_method(), self.url, version)]
        lines += [b"%b: %b" % pair for pair in self.headers if pair[0] != b"upgrade"]
        self.parser = httptools.HttpRequestParser(self)
        self.parser.set_dangerous_leniencies(lenient_data_after_close=True)
        self.data_received(b"\r\n".join([*lines, b"", rest]))

    def _await_head(self) -> None:
        self._head_timer = self.loop.call_later(
            HEAD_SECONDS, self._refuse, http.HTTPStatus.REQUEST_TIMEOUT
        )

    def _end_head(self) -> None:
        self._is_in_head = False
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _refuse(self, status: http.HTTPStatus) -> None:
        self._end_head()
        if self.transport.is_closing():
            return
        earlier: RequestResponseCycle | None = self.cycle
        if earlier is None or earlier.response_complete:  # else it would stand in that one's answer
            line = f"HTTP/1.1 {status.value} {status.phrase}\r\n"
            self.transport.write(f"{line}content-length: 0\r\nconnection: close\r\n\r\n".encode())
        self.transport.close()

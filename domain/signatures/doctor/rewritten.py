"""What may have been signed instead of what arrived: the body as it was before somebody rewrote it, our other addresses."""

import json
import zlib
from collections.abc import Iterator
from typing import Any, Final

from domain.request import Malformed, Request
from domain.signatures.drafts import changed

MAX_BODY: Final = 262_144
_INDENTS: Final = (2, 4)


def bodies(request: Request) -> Iterator[tuple[str, Request]]:
    """In words how the body was written, and the request with it; each other body once."""
    seen = {request.body}
    if len(request.body) > MAX_BODY:
        return
    for words, body in _bodies(request):
        if body not in seen:
            seen.add(body)
            yield words, changed(request, body=body)


def addresses(request: Request) -> Iterator[tuple[str, Request]]:
    """The addresses that a provider may have called instead, by what the request says of itself."""
    headers = dict(request.headers)
    hosts = [headers.get(name, "") for name in ("x-forwarded-host", "x-original-host", "host")]
    seen = {request.public_url}
    for host in hosts:
        for scheme in ("https", "http"):
            url = f"{scheme}://{host.partition(',')[0].strip()}"
            if host and url not in seen:
                seen.add(url)
                yield url, _at(request, url)


def _bodies(request: Request) -> Iterator[tuple[str, bytes]]:
    body = request.body
    yield "without white space at its ends", body.strip()
    yield "with a line end after it", body + b"\n"
    yield "with LF line ends", body.replace(b"\r\n", b"\n")
    yield "with CRLF line ends", body.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    yield "without its byte order mark", body.removeprefix(b"\xef\xbb\xbf")
    yield "uncompressed", _inflated(body)
    try:
        value = request.json
    except Malformed:
        return
    if isinstance(value, dict | list):
        yield from _written(json.loads(body))


def _written(value: Any) -> Iterator[tuple[str, bytes]]:
    for order, is_sorted in (("", False), (" with sorted keys", True)):
        for script, ascii_only in (("", False), (", other scripts as \\u…", True)):
            for words, options in _LAYOUTS:
                text = json.dumps(value, sort_keys=is_sorted, ensure_ascii=ascii_only, **options)
                written = text.encode("utf-8", "surrogatepass")
                yield f"as {words} JSON{order}{script}", written
                slashed = written.replace(b"/", b"\\/")
                yield f"as {words} JSON{order}{script}, slashes as \\/", slashed


def _inflated(body: bytes) -> bytes:
    for window in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):
        try:
            return zlib.decompressobj(window).decompress(body, MAX_BODY)
        except zlib.error:
            continue
    return body


def _at(request: Request, public_url: str) -> Request:
    return Request(
        method=request.method,
        public_url=public_url,
        path=request.path,
        query_string=request.query_string,
        headers=request.headers,
        body=request.body,
        received_at=request.received_at,
        peer=request.peer,
    )


_LAYOUTS: Final[tuple[tuple[str, dict[str, Any]], ...]] = (
    ("compact", {"separators": (",", ":")}),
    ("spaced", {"separators": (", ", ": ")}),
    *((f"indented ({indent})", {"indent": indent}) for indent in _INDENTS),
)

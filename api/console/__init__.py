"""The editor in a browser: its page at `/` and at the address of each screen, and the files that the page loads.

Knows the files and what a browser may do with them. `built` is made from `console/` at the root, with the licences of
all that is in it beside it. Leaves out everything the page shows: it asks the public API for that.
"""

import gzip
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

_BUILT: Final = Path(__file__).parent / "built"
_SCREENS: Final = (
    "/catalog",
    "/catalog/{slug}",
    "/integrations/{id}",
    "/integrations/{id}/{tab}",
    "/triggers/{id}",
    "/triggers/{id}/{tab}",
    "/deliveries/{id}",
    "/workflows",
    "/workflows/{id}",
    "/workflows/{id}/{tab}",
    "/runs",
    "/runs/{id}",
    "/settings",
)
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
)
_SAFE: Final = {
    "content-security-policy": _POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "vary": "accept-encoding",
    "x-content-type-options": "nosniff",
}
_COMPRESSED: Final = {".html", ".js", ".css", ".svg", ".md"}


def routes() -> list[Route]:
    """Serve the page and its files."""
    screens = [Route(path, _page) for path in ("/", *_SCREENS)]
    return [*screens, Route("/assets/{name}", _asset)]


@dataclass(frozen=True, slots=True)
class _File:
    """kind: its media type. tag: of these bytes. packed: by gzip, where that is worth it."""

    content: bytes
    kind: str
    tag: str
    packed: bytes | None


@cache
def _files() -> dict[str, _File]:
    """Read what was built, once, when it is first asked for: by its path below the folder."""
    found = sorted(path for path in _BUILT.rglob("*") if path.is_file())
    return {path.relative_to(_BUILT).as_posix(): _file(path) for path in found}


def _file(path: Path) -> _File:
    content = path.read_bytes()
    kind = guess_type(path.name)[0] or "application/octet-stream"
    packed = gzip.compress(content, mtime=0) if path.suffix in _COMPRESSED else None
    return _File(content, kind, f'"{sha256(content).hexdigest()[:32]}"', packed)


async def _page(request: Request) -> Response:
    return _answer(request, _files()["index.html"], "no-cache")


async def _asset(request: Request) -> Response:
    file = _files().get(f"assets/{request.path_params['name']}")
    if file is None:
        return PlainTextResponse("Not Found", 404, {"cache-control": "no-store"})
    # a file's name changes with its content
    return _answer(request, file, "public, max-age=31536000, immutable")


def _answer(request: Request, file: _File, caching: str) -> Response:
    headers = {**_SAFE, "cache-control": caching, "etag": file.tag}
    if request.headers.get("if-none-match") == file.tag:
        return Response(status_code=304, headers=headers)
    if file.packed is None or "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(file.content, media_type=file.kind, headers=headers)
    packed = {**headers, "content-encoding": "gzip"}
    return Response(file.packed, media_type=file.kind, headers=packed)

"""The page at /graphql for people: GraphiQL, shipped with the package, so that it needs no other host.

Knows the page, its files and what a browser may do with them. `built` is made by `graphiql/build.mjs` at the root,
with the licences of all that is in it beside it. Leaves out when the page is wanted.
"""

import secrets
from collections.abc import Mapping
from os import PathLike, stat_result
from pathlib import Path
from typing import Final

from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_HERE: Final = Path(__file__).parent
_PAGE: Final = (_HERE / "page.html").read_text()
_SAFE: Final = {
    "cache-control": "no-cache",
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
}
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_PAGE_ALONE: Final = {
    "cross-origin-opener-policy": "same-origin",
    "referrer-policy": "no-referrer",
}


def page(headers: Mapping[str, str]) -> Response:
    """Give the page, with more headers; its files are beside the address it is served at, under `graphiql/`."""
    nonce = secrets.token_urlsafe(16)  # GraphiQL's dialogs bring a style element of their own
    policy = {"content-security-policy": _POLICY.format(nonce=nonce)}
    return HTMLResponse(
        _PAGE.format(nonce=nonce), headers={**_SAFE, **_PAGE_ALONE, **policy, **headers}
    )


def files() -> Mount:
    """Serve what the page loads."""
    return Mount("/graphiql", _Files(directory=_HERE / "built"))


class _Files(StaticFiles):
    def file_response(
        self,
        full_path: str | PathLike[str],
        stat_result: stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers.update(_SAFE)
        return response

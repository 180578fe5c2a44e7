"""Where the provider sends the user's browser back: one address for each integration, and a plain page.

Nothing that came from outside stands in the page unescaped; it runs no script, loads nothing and is kept by nobody.
"""

import html
from collections.abc import Awaitable, Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from api.transport.context import new_request_id
from api.transport.errors import log_unexpected
from domain.connections.oauth_flows import PATH, Came, finish_oauth
from domain.context import Context
from domain.identity import Kind, is_id

ROUTE: Final = f"{PATH}/{{integration_id}}"
HEADERS: Final = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}

_PAGE: Final = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{title}</title></head>
<body><h1>{title}</h1><p>{text}</p></body>
</html>
"""


def callback(context: Context) -> Callable[[Request], Awaitable[Response]]:
    """Answer the browsers that come back."""

    async def answer(request: Request) -> Response:
        integration_id = request.path_params["integration_id"]
        if not is_id(integration_id, Kind.INTEGRATION):
            return page(Came("There is nothing at this address."), 404)
        query = {name: request.query_params[name] for name in request.query_params}
        try:
            came = await finish_oauth(context, integration_id, query)
        except Exception as error:  # noqa: BLE001  the last door before the server's own text
            request_id = new_request_id()
            log_unexpected(error, request_id)
            return page(Came(f"Something went wrong on our side ({request_id})."), 500)
        if came.location is not None:
            return RedirectResponse(came.location, 303, headers=HEADERS)
        return page(came, 400 if came.problem else 200)

    return answer


def page(came: Came, status: int) -> HTMLResponse:
    """Say to a person what came of it."""
    title = "Not connected" if came.problem else "Connected"
    text = came.problem or "The account is connected. You can close this window."
    content = _PAGE.format(title=title, text=html.escape(text))
    return HTMLResponse(content, status, headers=HEADERS)

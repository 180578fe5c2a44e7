"""From an HTTP request to a GraphQL request, or to its refusal.

Knows methods, content types, the body bound and the shapes of parameters (GraphQL over HTTP); leaves
out documents and their execution. Nothing here trusts the length that a client announces.
"""

import json
from typing import Any, Final

from starlette.requests import Request

from api.transport.encoding import decode
from api.transport.frames import request_problem
from api.transport.refusal import ALLOW, Refusal
from api.transport.request import GraphQLRequest

METHODS: Final = ("GET", "POST")


async def read_request(request: Request, max_body_bytes: int) -> GraphQLRequest:
    """Read what an HTTP request asks for.

    Raises Refusal: 400 for anything malformed or missing, 405, 413, 415. Raises starlette's
    ClientDisconnect when the client went away.
    """
    if request.method not in METHODS:
        raise Refusal(405, "GraphQL is served by GET and POST.", headers=ALLOW)
    if request.method == "GET":
        return _graphql_request(_query_parameters(request))
    _require_json(request)
    return _graphql_request(_json(await _body(request, max_body_bytes), "The body"))


def _require_json(request: Request) -> None:
    content_types = request.headers.getlist("content-type")
    if not content_types:
        raise Refusal(400, "POST needs `Content-Type: application/json`.")
    names = {each.partition(";")[0].strip().lower() for each in content_types}
    if names != {"application/json"}:
        raise Refusal(415, "POST takes `Content-Type: application/json` only.")


async def _body(request: Request, max_body_bytes: int) -> bytes:
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and (len(announced) > 18 or int(announced) > max_body_bytes):
        raise _too_large(max_body_bytes)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > max_body_bytes:
            raise _too_large(max_body_bytes)
    return bytes(body)


def _too_large(max_body_bytes: int) -> Refusal:
    # the connection stays open: closing it on unread bytes would destroy the answer on its way
    return Refusal(413, f"The body is larger than {max_body_bytes} bytes.")


def _query_parameters(request: Request) -> dict[str, Any]:
    parameters: dict[str, Any] = dict(request.query_params)
    for name in ("variables", "extensions"):
        text = parameters.get(name)
        parameters[name] = _json(text, f"The parameter `{name}`") if text else None
    return parameters


def _json(text: str | bytes, what: str) -> Any:
    try:
        return decode(text)
    except json.JSONDecodeError as error:
        raise Refusal(400, f"{what} is not JSON.") from error


def _graphql_request(parameters: Any) -> GraphQLRequest:
    if not isinstance(parameters, dict):
        raise Refusal(400, "The body must be one JSON object; there are no batches.")
    query = parameters.get("query")
    if not isinstance(query, str) or not query:
        raise Refusal(400, "The `query` must be a non-empty string.")
    if problem := request_problem(parameters):
        raise Refusal(400, f"{problem}.")
    return GraphQLRequest(
        query,
        parameters.get("variables"),
        parameters.get("operationName"),
        parameters.get("extensions"),
    )

"""Write a value into a place of a request that is being made up: the other way round of references.

Every function returns a new request and leaves everything else as it was.
"""

from typing import Any
from urllib.parse import quote, unquote_plus, urlencode

import orjson

from domain.errors import Invalid, ProblemCode
from domain.request import Malformed, Request
from domain.signatures.references import Reference


def put(request: Request, place: Reference, text: str) -> Request:
    """Set a header, query parameter, form field or body field. Raises Invalid when the body cannot hold it."""
    try:
        match place.kind:
            case "header":
                return _with_header(request, place.name.lower(), text)
            case "query":
                return _changed(
                    request, query_string=_query(request.query_string, place.name, text)
                )
            case "form":
                fields = (
                    [pair for pair in request.form if pair[0] != place.name] if request.body else []
                )
                return _changed(request, body=urlencode([*fields, (place.name, text)]).encode())
            case _:
                return _changed(request, body=_json(request, place.name.split("."), text))
    except Malformed as error:
        raise Invalid.one(ProblemCode.INVALID, str(error), "body") from error


def _with_header(request: Request, name: str, text: str) -> Request:
    kept = tuple(pair for pair in request.headers if pair[0] != name)
    return _changed(request, headers=(*kept, (name, text)))


def _query(query_string: str, name: str, text: str) -> str:
    kept = [
        pair
        for pair in query_string.split("&")
        if pair and unquote_plus(pair.partition("=")[0]) != name
    ]
    return "&".join([*kept, f"{quote(name, safe='')}={quote(text, safe='')}"])


def _json(request: Request, steps: list[str], text: str) -> bytes:
    document = orjson.loads(orjson.dumps(request.json)) if request.body else {}
    holder: Any = document
    for step in steps[:-1]:
        holder = _inside(holder, step)
    if not isinstance(holder, dict):
        raise Malformed(f"the body has no place for the field {'.'.join(steps)}")
    before = holder.get(steps[-1])
    is_number = text.isdecimal() and (before is None or isinstance(before, int))
    holder[steps[-1]] = int(text) if is_number else text
    return orjson.dumps(document)


def _inside(holder: Any, step: str) -> Any:
    if isinstance(holder, dict):
        return holder.setdefault(step, {})
    if isinstance(holder, list) and step.isdecimal() and int(step) < len(holder):
        return holder[int(step)]
    return None


def _changed(
    request: Request,
    *,
    headers: tuple[tuple[str, str], ...] | None = None,
    query_string: str | None = None,
    body: bytes | None = None,
) -> Request:
    return Request(
        method=request.method,
        public_url=request.public_url,
        path=request.path,
        query_string=request.query_string if query_string is None else query_string,
        headers=request.headers if headers is None else headers,
        body=request.body if body is None else body,
        received_at=request.received_at,
    )

"""Write a value into a place of a request that is being made up: the other way round of references.

Every function returns a new request and leaves everything else as it was.
"""

from typing import Any, Final
from urllib.parse import quote, unquote_plus, urlencode

import orjson

from domain import multipart
from domain.errors import Invalid, ProblemCode
from domain.request import Malformed, Request
from domain.signatures.references import Reference

_BOUNDARY: Final = "hookwright-part"


def put(request: Request, place: Reference, text: str) -> Request:
    """Set a header, query parameter, form field, part or body field. Raises Invalid when the body cannot hold it."""
    try:
        match place.kind:
            case "header":
                return _with_header(request, place.name.lower(), text)
            case "query":
                return changed(request, query_string=_query(request.query_string, place.name, text))
            case "form":
                fields = (
                    [pair for pair in request.form if pair[0] != place.name] if request.body else []
                )
                return changed(request, body=urlencode([*fields, (place.name, text)]).encode())
            case "body":
                return changed(request, body=text.encode())
            case "part":
                return _with_part(request, place.name, text)
            case _:
                return changed(request, body=_json(request, place.name.split("."), text))
    except Malformed as error:
        raise Invalid.one(ProblemCode.INVALID, str(error), "body") from error


def without(request: Request, place: Reference) -> Request:
    """Take a header or a query parameter out. Other places stay as they are."""
    if place.kind == "header":
        name = place.name.lower()
        return changed(request, headers=tuple(pair for pair in request.headers if pair[0] != name))
    if place.kind == "query":
        return changed(request, query_string=_left(request.query_string, place.name))
    return request


def changed(
    request: Request,
    *,
    headers: tuple[tuple[str, str], ...] | None = None,
    query_string: str | None = None,
    body: bytes | None = None,
    peer: str | None = None,
) -> Request:
    """The same request with other headers, query, body or sender."""
    return Request(
        method=request.method,
        public_url=request.public_url,
        path=request.path,
        query_string=request.query_string if query_string is None else query_string,
        headers=request.headers if headers is None else headers,
        body=request.body if body is None else body,
        received_at=request.received_at,
        peer=request.peer if peer is None else peer,
    )


def _with_header(request: Request, name: str, text: str) -> Request:
    kept = tuple(pair for pair in request.headers if pair[0] != name)
    return changed(request, headers=(*kept, (name, text)))


def _query(query_string: str, name: str, text: str) -> str:
    kept = _left(query_string, name)
    entry = f"{quote(name, safe='')}={quote(text, safe='')}"
    return f"{kept}&{entry}" if kept else entry


def _left(query_string: str, name: str) -> str:
    """A query without one of its parameters."""
    pairs = query_string.split("&")
    return "&".join(one for one in pairs if one and unquote_plus(one.partition("=")[0]) != name)


def _with_part(request: Request, name: str, text: str) -> Request:
    if not request.body:
        headers = (
            *(pair for pair in request.headers if pair[0] != "content-type"),
            ("content-type", f"multipart/form-data; boundary={_BOUNDARY}"),
        )
        part = multipart.text_part(name, text)
        return changed(request, headers=headers, body=multipart.joined([part], _BOUNDARY))
    sent = next((value for key, value in request.headers if key == "content-type"), "")
    try:
        boundary = multipart.boundary_of(sent)
        kept = [one for one in multipart.cut(request.body, boundary) if one.name != name]
    except ValueError as error:
        raise Malformed(str(error)) from error
    body = multipart.joined([*kept, multipart.text_part(name, text)], boundary)
    return changed(request, body=body)


def _json(request: Request, steps: list[str], text: str) -> bytes:
    document = orjson.loads(orjson.dumps(request.json)) if request.body else {}
    holder: Any = document
    for step in steps[:-1]:
        holder = _inside(holder, step)
    last, before = _slot(holder, steps[-1])
    if last is None:
        raise Malformed(f"the body has no place for the field {'.'.join(steps)}")
    # a text such as 007 is no number: it would be written as another one
    is_number = text.isascii() and text.isdecimal() and len(text) < 19 and str(int(text)) == text
    is_number = is_number and (before is None or isinstance(before, int))
    holder[last] = int(text) if is_number else text
    return orjson.dumps(document)


def _slot(holder: Any, step: str) -> tuple[str | int | None, Any]:
    """The name or index to write at, None where there is none, and what stands there."""
    if isinstance(holder, dict):
        return step, holder.get(step)
    if isinstance(holder, list) and step.isdecimal() and int(step) < len(holder):
        return int(step), holder[int(step)]
    return None, None


def _inside(holder: Any, step: str) -> Any:
    if isinstance(holder, dict):
        return holder.setdefault(step, {})
    if isinstance(holder, list) and step.isdecimal() and int(step) < len(holder):
        return holder[int(step)]
    return None

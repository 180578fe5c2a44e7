"""What is wrong with a request to a provider, as it was described. Pure.

Paths are those of the GraphQL input: `url`, `headers.0.value`, `body.json.…`, `body.form.0.name`,
`body.raw.text`, `authorization.bearer.token`, `authorization.headers.0.value`.
"""

import re
from collections.abc import Iterator
from typing import Final

from domain import text
from domain.connections import authorization
from domain.connections.urls import url_fault
from domain.errors import Problem, ProblemCode
from domain.registrations.requests import (
    Authorization,
    AuthorizationKind,
    Body,
    BodyKind,
    KeyValue,
    RequestTemplate,
)
from domain.templates.names import KnownNames, check

METHODS: Final = ("GET", "POST", "PUT", "PATCH", "DELETE")
MAX_ENTRIES: Final = 50
MAX_RAW: Final = 64 * 1024

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_CONTENT_TYPE: Final = re.compile(r"[\x21-\x7e][\x20-\x7e]{0,199}")
_EXPRESSION: Final = re.compile(r"\{\{.*?\}\}", re.DOTALL)


def request_problems(
    request: RequestTemplate, known: KnownNames, *, has_base_url: bool, allows_http: bool
) -> Iterator[Problem]:
    """Find every problem of a request. has_base_url: whether its URL may be a path."""
    if request.method.upper() not in METHODS:
        message = (
            f"{text.shorten(request.method, 20)!r} is not a method; accepted: {', '.join(METHODS)}"
        )
        yield Problem(ProblemCode.INVALID, message, ("method",))
    yield from _url(request.url, known, has_base_url=has_base_url, allows_http=allows_http)
    yield from _entries(request.headers, known, "headers")
    yield from _entries(request.query, known, "query")
    for problem in _body(request.body, known):
        yield problem.under("body")
    for problem in _authorization(request.authorization, known):
        yield problem.under("authorization")


def _url(
    url: str, known: KnownNames, *, has_base_url: bool, allows_http: bool
) -> Iterator[Problem]:
    found = list(text.problems(url, "url", most=2_000, what="the URL"))
    found += check(url, known, ("url",))
    if found:
        yield from found
        return
    # what stands where a template will be decides nothing about the shape
    shape = _EXPRESSION.sub("x", url.strip())
    if _SCHEME.match(shape):
        if fault := url_fault(shape, allows_http=allows_http):
            yield Problem(ProblemCode.INVALID, fault, ("url",))
    elif not url.strip().startswith("{{") and not has_base_url:
        message = (
            "this is a path, and the integration has no API base URL: write the whole address, or "
            "set apiBaseUrl by updateIntegration"
        )
        yield Problem(ProblemCode.INVALID, message, ("url",))
    elif any(each in shape for each in ("\\", " ")) or ".." in shape.split("/"):
        message = "a path has no spaces, backslashes or .."
        yield Problem(ProblemCode.INVALID, message, ("url",))


def _entries(entries: tuple[KeyValue, ...], known: KnownNames, name: str) -> Iterator[Problem]:
    if len(entries) > MAX_ENTRIES:
        yield Problem(ProblemCode.TOO_LONG, f"at most {MAX_ENTRIES} are accepted", (name,))
    for index, entry in enumerate(entries[:MAX_ENTRIES]):
        where = (name, str(index))
        yield from authorization.entry_problems(entry, *where, is_header=name == "headers")
        yield from _value(entry.value, known, (*where, "value"))


def _value(value: str, known: KnownNames, path: tuple[str, ...]) -> Iterator[Problem]:
    yield from text.problems(value, *path, most=MAX_RAW, is_required=False)
    if text.is_clean(value):
        yield from check(value, known, path)


def _body(body: Body, known: KnownNames) -> Iterator[Problem]:
    match body.kind:
        case BodyKind.JSON:
            yield from check(body.json, known, ("json",))
        case BodyKind.FORM:
            yield from _entries(body.form, known, "form")
        case BodyKind.RAW:
            yield from _value(body.raw, known, ("raw", "text"))
            if not _CONTENT_TYPE.fullmatch(body.content_type):
                message = "a content type is plain text such as application/xml"
                yield Problem(ProblemCode.INVALID, message, ("raw", "contentType"))
        case BodyKind.NONE:
            pass


def _authorization(own: Authorization, known: KnownNames) -> Iterator[Problem]:
    yield from authorization.literal_problems(own)
    match own.kind:
        case AuthorizationKind.BEARER:
            yield from text.problems(own.token, "bearer", "token", most=MAX_RAW, what="the token")
            yield from check(own.token, known, ("bearer", "token"))
        case AuthorizationKind.BASIC:
            yield from _value(own.username, known, ("basic", "username"))
            yield from _value(own.password, known, ("basic", "password"))
        case AuthorizationKind.HEADERS:
            yield from _entries(own.entries, known, "headers")
        case AuthorizationKind.QUERY:
            yield from _entries(own.entries, known, "query")
        case _:
            pass

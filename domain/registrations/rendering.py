"""From the form of a request to the request itself. Pure: whose it is comes in.

A relative URL stays below the integration's base URL, whatever its templates hold: an account's token is never
sent to another host by a value that came from outside.
"""

import re
from typing import Any, Final
from urllib.parse import unquote, urlencode, urlsplit

import orjson

from domain.connections import parameters
from domain.connections.authorization import HEADER_NAME
from domain.outbound import OutboundRequest
from domain.registrations.applying import Applied, apply
from domain.registrations.requests import Body, BodyKind, KeyValue, RequestTemplate
from domain.registrations.scope import Sender
from domain.templates.errors import TemplateError
from domain.templates.scope import Scope
from domain.templates.template import Template
from domain.templates.tree import compile_tree

_ABSOLUTE: Final = re.compile(r"https?://", re.IGNORECASE)
_BASE: Final = re.compile(r"\{\{\s*integration\.apiBaseUrl\s*\}\}")
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_UNSENDABLE: Final = re.compile(r"[\x00-\x20\x7f\\]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


def render_request(template: RequestTemplate, sender: Sender) -> OutboundRequest:
    """Fill in every field. Raises TemplateError: which path has no value, or what cannot be sent."""
    scope = sender.names
    added = apply(template.authorization, sender.scheme, sender.account, scope)
    query = [*_pairs(template.query, scope), *added.query]
    body, content_type = _body(template.body, scope)
    return OutboundRequest(
        template.method.upper(),
        _with_query(_url(template.url, sender), query),
        _headers(_pairs(template.headers, scope), added, content_type),
        body,
    )


def _url(source: str, sender: Sender) -> str:
    base = (sender.base_url or "").rstrip("/")
    is_absolute = bool(_ABSOLUTE.match(source.strip()))
    if lacking := parameters.names(base if not is_absolute or _BASE.search(source) else ""):
        named = parameters.listed(lacking)
        raise TemplateError("url", f"the base URL reads {named}, which the account was not given")
    url = Template.parse(source).text(sender.names).strip()
    if _UNSENDABLE.search(url):
        raise TemplateError("url", "it holds a space, a backslash or a control character")
    if is_absolute:
        return url
    if not base:
        raise TemplateError("url", "it is a path, and the integration has no base URL")
    whole = url if _SCHEME.match(url) else f"{base}/{url.lstrip('/')}"
    if not _is_below(whole, base):
        raise TemplateError("url", f"it leaves the integration's base URL, {base}")
    return whole


def _is_below(url: str, base: str) -> bool:
    try:
        found, allowed = urlsplit(url), urlsplit(base)
    except ValueError:
        return False
    if (found.scheme, found.netloc) != (allowed.scheme, allowed.netloc):
        return False
    steps = unquote(found.path).split("/")
    below = found.path == allowed.path or found.path.startswith(allowed.path.rstrip("/") + "/")
    return below and ".." not in steps and "." not in steps


def _with_query(url: str, query: list[tuple[str, str]]) -> str:
    if not query:
        return url
    address, hash_sign, fragment = url.partition("#")
    joint = "&" if "?" in address else "?"
    return f"{address}{joint}{urlencode(query)}{hash_sign}{fragment}"


def _headers(
    given: list[tuple[str, str]], added: Applied, content_type: str
) -> tuple[tuple[str, str], ...]:
    names = {name.lower() for name, _ in given}
    more = [(name, value) for name, value in added.headers if name.lower() not in names]
    if content_type and "content-type" not in names:
        more.append(("Content-Type", content_type))
    headers = (*given, *more)
    for name, value in headers:
        if not HEADER_NAME.fullmatch(name) or _CONTROL.search(value):
            raise TemplateError(f"the header {name[:80]!r}", "it holds a line break or the like")
    return headers


def _pairs(entries: tuple[KeyValue, ...], scope: Scope) -> list[tuple[str, str]]:
    return [(entry.name, Template.parse(entry.value).text(scope)) for entry in entries]


def _body(body: Body, scope: Scope) -> tuple[bytes, str]:
    match body.kind:
        case BodyKind.JSON:
            return _json(body.json, scope), "application/json"
        case BodyKind.FORM:
            form = urlencode(_pairs(body.form, scope)).encode()
            return form, "application/x-www-form-urlencoded"
        case BodyKind.RAW:
            return Template.parse(body.raw).text(scope).encode(), body.content_type
        case BodyKind.NONE:
            return b"", ""


def _json(value: Any, scope: Scope) -> bytes:
    rendered = compile_tree(value).render(scope)
    try:
        return orjson.dumps(rendered, default=dict)  # a whole mapping may stand in a template
    except TypeError as error:
        raise TemplateError("body", f"it cannot be written as JSON ({error})") from error

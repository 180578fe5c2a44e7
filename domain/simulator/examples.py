"""A delivery as the provider would send it, made of the catalog's example; unsigned. Pure but for its new id."""

import re
import secrets
import string
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlencode, urlsplit

from domain import clock
from domain.catalog import Example, Provider
from domain.errors import NotFound
from domain.request import Request
from domain.signatures.drafts import put
from domain.signatures.references import Reference
from domain.simulator import trees
from domain.templates.path import Path
from domain.templates.scope import RequestScope
from domain.templates.segments import ABSENT
from domain.templates.template import Template
from domain.templates.values import as_text

_KINDS: Final = {"headers": "header", "query": "query"}
_ALPHABETS: Final = (string.digits, string.ascii_uppercase, "abcdef")


def draft(
    provider: Provider, target: str, example: str | None = None, account: str | None = None
) -> Request:
    """Make a request that only needs signing. Its event id is new where the catalog says which that is.

    target: the full address. example: its name, the first one when absent. account: the Provider ID it is about,
    where an event names one. Raises NotFound for an unknown example.
    """
    chosen = _example(provider, example)
    request = empty_draft(target, chosen.method)
    query = [(entry.name, entry.value) for entry in chosen.query]
    own = [("content-type", chosen.content_type)]
    own += [(entry.name.lower(), entry.value) for entry in chosen.headers]
    request = Request(
        method=request.method,
        public_url=request.public_url,
        path=request.path,
        query_string="&".join(part for part in (request.query_string, urlencode(query)) if part),
        headers=tuple(own),
        body=chosen.body.encode(),
        received_at=request.received_at,
    )
    kinds = Template.parse(provider.event_type).paths
    for path in Template.parse(provider.deduplication_key).paths:
        if path not in kinds:  # another name would be no event of the provider's
            request = _renewed(request, path)
    return about(request, provider.routing.paths, account) if account is not None else request


def empty_draft(target: str, method: str) -> Request:
    """Make a request to an address, with nothing in it but the address's own query."""
    parts = urlsplit(target)
    return Request(
        method=method,
        public_url=f"{parts.scheme}://{parts.netloc}",
        path=parts.path,
        query_string=parts.query,
        headers=(),
        body=b"",
        received_at=clock.now(),
    )


def _example(provider: Provider, name: str | None) -> Example:
    for one in provider.examples:
        if name in {None, one.name}:
            return one
    known = ", ".join(one.name for one in provider.examples)
    raise NotFound(f"{provider.name} has no example {name!r}; there are: {known}")


def _renewed(request: Request, path: Path) -> Request:
    before = path.lookup({"event": RequestScope(request)})
    if before is ABSENT or before is None:
        return request
    return put(request, _reference(request, path), _like(as_text(before)))


def about(request: Request, paths: Sequence[str], account: str) -> Request:
    """The same event, about another account. paths: where events name it; the first that is there counts."""
    for text in paths:
        path = Path.parse(text.replace("[*]", "[0]"))
        if path.lookup({"event": RequestScope(request)}) is not ABSENT:
            return put(request, _reference(request, path), account)
    return request


def _reference(request: Request, path: Path) -> Reference:
    part, *steps = map(trees.name_of, path.segments)
    if part in _KINDS:
        return Reference(_KINDS[part], steps[0])
    is_form = "form" in request.content_type()
    return Reference("form" if is_form else "json", ".".join(steps))


def _like(text: str) -> str:
    """A new text of the same shape: digits for digits, capitals for capitals, hexadecimals for theirs."""
    return re.sub(r"[0-9A-Za-f]", lambda one: _other(one[0]), text)


def _other(letter: str) -> str:
    alphabet = next(each for each in _ALPHABETS if letter in each)
    # a number must not begin with a zero
    return secrets.choice([each for each in alphabet if each != "0"])

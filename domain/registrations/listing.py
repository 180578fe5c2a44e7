"""Reading which webhooks exist at the provider, from its answer. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urljoin, urlsplit, urlunsplit

from domain.outbound import Answer, OutboundRequest
from domain.registrations.requests import Listing
from domain.templates import scope as scopes
from domain.templates.errors import TemplateError
from domain.templates.path import Path
from domain.templates.scope import Scope
from domain.templates.template import Template


@dataclass(frozen=True, slots=True)
class Theirs:
    """One webhook as the provider lists it. state: None when it says none."""

    id: str
    url: str
    state: str | None = None

    def is_active(self, listing: Listing) -> bool:
        """Whether it works, as far as its state tells."""
        return self.state is None or not listing.active or self.state in listing.active


def read(listing: Listing, names: Scope, answer: Answer) -> list[Theirs] | None:
    """Every webhook of an answer that has an id and an address; None when there is no list where it should be."""
    response = scopes.answer(answer.status, answer.headers, answer.body)
    found = Path.parse(listing.items).values({"setup": {"response": response}})
    items = found[0] if len(found) == 1 and isinstance(found[0], list) else list(found)
    if not found or (len(found) == 1 and not isinstance(found[0], list | dict)):
        return None
    return list(_each(listing, names, items))


def next_page(
    listing: Listing, names: Scope, answer: Answer, asked: OutboundRequest
) -> OutboundRequest | None:
    """The request of the page after this answer, at the same host; None when there is none.

    An address of another host is none: the account's token is not for it.
    """
    if listing.next is None:
        return None
    response = scopes.answer(answer.status, answer.headers, answer.body)
    try:
        text = Template.parse(listing.next).text({**names, "setup": {"response": response}})
        url = urljoin(asked.url, text.strip())
        is_same_host = urlsplit(url)[:2] == urlsplit(asked.url)[:2]
    except (TemplateError, ValueError):
        return None
    is_new = bool(text.strip()) and url != asked.url
    return replace(asked, url=url) if is_new and is_same_host else None


def is_same(one: str, other: str) -> bool:
    """Whether two addresses are the same: the host in any case, a default port left out or not."""
    return _normal(one) == _normal(other)


def _each(listing: Listing, names: Scope, items: list[Any]) -> Iterator[Theirs]:
    templates = (Template.parse(listing.id), Template.parse(listing.url))
    state = Template.parse(listing.state) if listing.state else None
    for item in items:
        scope = {**names, "item": item}
        try:
            identifier, url = (each.text(scope) for each in templates)
        except TemplateError:
            continue  # not a webhook of this kind: by mail, say
        yield Theirs(identifier, url, _state(state, scope))


def _state(template: Template | None, scope: Scope) -> str | None:
    try:
        return template.text(scope) if template else None
    except TemplateError:
        return None


def _normal(url: str) -> str:
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url
    usual = {"https": 443, "http": 80}.get(parts.scheme.lower())
    host = (parts.hostname or "") + (f":{port}" if port and port != usual else "")
    return urlunsplit((parts.scheme.lower(), host, parts.path or "/", parts.query, ""))

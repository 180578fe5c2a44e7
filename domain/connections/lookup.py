"""How an integration tells whose account it is: a request that the provider answers, and where in it the id stands. Pure."""

from collections.abc import Iterator
from typing import Final

import msgspec

from domain import text
from domain.errors import Problem
from domain.registrations.requests import RequestTemplate
from domain.templates.names import KnownNames, check
from domain.wizard.requests import request_problems

MAX_VALUE: Final = 1_000

_INTEGRATION: Final = frozenset({"id", "name", "slug", "apiBaseUrl"})


class Lookup(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """value: a template that gives the Provider ID.

    It reads `setup.response.*` of the request; without one, `credential.*`: what the provider gave beside the token.
    """

    value: str
    request: RequestTemplate | None = None


def problems(
    lookup: Lookup, secrets: frozenset[str], *, has_base_url: bool, allows_http: bool
) -> Iterator[Problem]:
    """Find what is wrong with a lookup; paths as in the input: `value`, `request.url`."""
    own = frozenset({"credential"})
    closed = {
        "secrets": secrets,
        "integration": _INTEGRATION,
        "credential": frozenset({"id"}),
        "user": frozenset({"id"}),
    }
    known = KnownNames(closed, open=own, deep=own, has_answer=lookup.request is not None)
    found = list(text.problems(lookup.value, "value", most=MAX_VALUE, what="the value"))
    yield from found or check(lookup.value, known, ("value",))
    if lookup.request is not None:
        known = KnownNames(closed, open=own, deep=own)
        for problem in request_problems(
            lookup.request, known, has_base_url=has_base_url, allows_http=allows_http
        ):
            yield problem.under("request")


def encode(lookup: Lookup) -> str:
    """The JSON that is stored."""
    return msgspec.json.encode(lookup).decode()


def decode(stored: str) -> Lookup:
    """Read what was stored."""
    return msgspec.json.decode(stored, type=Lookup)

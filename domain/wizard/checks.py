"""What is wrong with each step of a description. Pure; the same when it is saved and when it is looked at later.

Paths are those of each step's GraphQL input, list positions as texts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import msgspec

from domain import text
from domain.errors import Invalid, Problem, ProblemCode
from domain.handshakes import (
    check_acknowledgement,
    check_rules,
    read_acknowledgement,
    read_rules,
)
from domain.registrations.requests import KeyValue, Listing, Renewal, RequestTemplate, Setup
from domain.templates.conditions import check_filter, read_filter
from domain.templates.names import KnownNames, check, check_path
from domain.templates.suggestion import accepted
from domain.wizard.custom_code import code_problems
from domain.wizard.description import Basic, Handling, Response, ResponseKind
from domain.wizard.names import ANSWER, EVENT, Vocabulary
from domain.wizard.requests import request_problems

MAX_NAME: Final = 80
MAX_DESCRIPTION: Final = 2_000
MAX_KEPT: Final = 20
MAX_ROUTING: Final = 10
REJECTED_STATUSES: Final = (400, 401, 403, 404, 410, 422)
"""What a delivery that does not verify may be answered: refusals that no provider takes for a fault of ours."""

_KEPT_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}", re.ASCII)
_SHORTEST_RENEWAL: Final = 60
_LONGEST_RENEWAL: Final = 366 * 86_400


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a description is checked against."""

    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    has_base_url: bool = True
    allows_http: bool = False


def basic_problems(basic: Basic) -> Iterator[Problem]:
    """Step 1, but for names that are taken."""
    yield from text.problems(basic.name, "name", most=MAX_NAME, what="the name")
    yield from text.problems(
        basic.description,
        "description",
        most=MAX_DESCRIPTION,
        is_required=False,
        what="the description",
    )


def setup_problems(setup: Setup, around: Surroundings) -> Iterator[Problem]:
    """Step 2, the requests: `request.…`, `keep.0.…`, `teardown.…`, `renewal.…`, `listing.…`."""
    yield from _request(setup.request, around, "request")
    yield from _keep(setup.keep, around)
    if setup.teardown:
        yield from _request(setup.teardown, around, "teardown")
    if setup.renewal:
        yield from _renewal(setup.renewal, around)
    if setup.listing:
        yield from _listing(setup, setup.listing, around)


def response_problems(response: Response, around: Surroundings) -> Iterator[Problem]:
    """Step 2, the reply: `response.acknowledgement.…`, `response.code.…`, `handshakes.0.…`, `rejectedStatus`."""
    known = around.vocabulary.reply()
    if response.rejected_status not in REJECTED_STATUSES:
        accepted = ", ".join(map(str, REJECTED_STATUSES))
        yield Problem(ProblemCode.INVALID, f"accepted: {accepted}", ("rejectedStatus",))
    yield from _acknowledgement(response, known)
    yield from _code(response, around)
    where = ("handshakes",)
    try:
        rules = read_rules(msgspec.to_builtins(response.handshakes), where)
    except Invalid as error:
        yield from error.problems
        return
    yield from check_rules(rules, known, where)


def _acknowledgement(response: Response, known: KnownNames) -> Iterator[Problem]:
    where = ("response", "acknowledgement")
    if response.kind is not ResponseKind.ACKNOWLEDGEMENT:
        return
    if response.acknowledgement is None:
        yield Problem(ProblemCode.REQUIRED, "say what is answered", where)
        return
    try:
        found = read_acknowledgement(msgspec.to_builtins(response.acknowledgement), where)
    except Invalid as error:
        yield from error.problems
        return
    yield from check_acknowledgement(found, known, where)


def _code(response: Response, around: Surroundings) -> Iterator[Problem]:
    where = ("response", "code")
    if response.kind is not ResponseKind.CODE:
        return
    if response.code is None:
        yield Problem(ProblemCode.REQUIRED, "write the code that answers", where)
        return
    yield from code_problems(response.code, around.vocabulary.code(), where)
    if response.code.digest_header is not None:
        message = "only a verification returns a digest; leave it out"
        yield Problem(ProblemCode.NOT_ALLOWED, message, (*where, "digestHeader"))


def handling_problems(handling: Handling, around: Surroundings) -> Iterator[Problem]:
    """Step 3: `routing.0`, `verification.…`, `filter.…`, `deduplicationKey`, `eventType`."""
    if len(handling.routing) > MAX_ROUTING:
        message = f"at most {MAX_ROUTING} paths are accepted"
        yield Problem(ProblemCode.TOO_LONG, message, ("routing",))
    for index, path in enumerate(handling.routing[:MAX_ROUTING]):
        yield from check_path(path, EVENT, ("routing", str(index)))
    if handling.verification:
        known = around.vocabulary.secret()
        form = handling.verification.form
        for entry in handling.verification.secrets:
            yield from check(entry.value, known, ("verification", form))
        if handling.verification.code:
            where = ("verification", form)
            yield from code_problems(handling.verification.code, around.vocabulary.code(), where)
    yield from _filter(handling)
    if handling.deduplication_key is not None:
        key = handling.deduplication_key
        yield from text.problems(key, "deduplicationKey", most=2_000, what="the key")
        yield from check(key, EVENT, ("deduplicationKey",))
    if handling.event_type is not None:
        template = handling.event_type
        yield from text.problems(template, "eventType", most=2_000, what="the template")
        yield from check(template, EVENT, ("eventType",))


def _filter(handling: Handling) -> Iterator[Problem]:
    if handling.filter is None:
        return
    try:
        found = read_filter(handling.filter, ("filter",))
    except Invalid as error:
        yield from error.problems
        return
    yield from check_filter(found, EVENT, ("filter",))


def _request(request: RequestTemplate, around: Surroundings, *path: str) -> Iterator[Problem]:
    found = request_problems(
        request,
        around.vocabulary.request(),
        has_base_url=around.has_base_url,
        allows_http=around.allows_http,
    )
    return (problem.under(*path) for problem in found)


def _keep(keep: tuple[KeyValue, ...], around: Surroundings) -> Iterator[Problem]:
    if len(keep) > MAX_KEPT:
        yield Problem(ProblemCode.TOO_LONG, f"at most {MAX_KEPT} values are kept", ("keep",))
    seen: set[str] = set()
    for index, entry in enumerate(keep[:MAX_KEPT]):
        where = ("keep", str(index))
        if not _KEPT_NAME.fullmatch(entry.name):
            message = "a name is letters, digits and _, at most 64, and does not begin with a digit"
            yield Problem(ProblemCode.INVALID, message, (*where, "name"))
        elif entry.name in seen:
            message = f"{entry.name} is kept twice; choose another name"
            yield Problem(ProblemCode.TAKEN, message, (*where, "name"))
        seen.add(entry.name)
        yield from text.problems(entry.value, *where, "value", most=2_000, what="the template")
        yield from check(entry.value, around.vocabulary.answer(), (*where, "value"))


def _renewal(renewal: Renewal, around: Surroundings) -> Iterator[Problem]:
    yield from _request(renewal.request, around, "renewal", "request")
    if (renewal.expires_at is None) == (renewal.every is None):
        message = "choose one of expiresAt (a template over the answer) and every (seconds)"
        yield Problem(ProblemCode.INVALID, message, ("renewal",))
    if renewal.expires_at is not None:
        where = ("renewal", "expiresAt")
        yield from check(renewal.expires_at, around.vocabulary.answer(), where)
    if renewal.every is not None and not _SHORTEST_RENEWAL <= renewal.every <= _LONGEST_RENEWAL:
        message = f"accepted: {_SHORTEST_RENEWAL} to {_LONGEST_RENEWAL} seconds"
        yield Problem(ProblemCode.INVALID, message, ("renewal", "every"))


def _listing(setup: Setup, listing: Listing, around: Surroundings) -> Iterator[Problem]:
    yield from _request(listing.request, around, "listing", "request")
    yield from check_path(listing.items, ANSWER, ("listing", "items"))
    for name in ("id", "url", "state"):
        template, where = getattr(listing, name), ("listing", name)
        if template is None:
            continue
        yield from text.problems(template, *where, most=2_000, what="the template")
        yield from check(template, around.vocabulary.item(), where)
    if listing.next is not None:
        yield from check(listing.next, around.vocabulary.answer(), ("listing", "next"))
    kept = [entry.name for entry in setup.keep]
    if listing.kept_as not in kept:
        message = f"name the kept value that the id is; {accepted(listing.kept_as, kept)}"
        yield Problem(ProblemCode.UNKNOWN_NAME, message, ("listing", "keptAs"))
    if listing.active and listing.state is None:
        message = "say where the state stands before which ones count: state is missing"
        yield Problem(ProblemCode.REQUIRED, message, ("listing", "state"))
    if len(listing.active) > MAX_KEPT:
        message = f"at most {MAX_KEPT} states are accepted"
        yield Problem(ProblemCode.TOO_LONG, message, ("listing", "active"))

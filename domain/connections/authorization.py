"""How requests to a provider are authorized: an integration's scheme, and one account's values for it.

Both have the form of `domain.registrations.requests.Authorization`. An integration's holds templates over
`credential.*` and `secrets.*`; kind INHERIT, or a kind without its fields, means "with the account's own
values, in the way it was connected". An account's holds the values themselves and is stored sealed.
"""

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from domain import text
from domain.errors import Problem, ProblemCode
from domain.registrations.requests import Authorization, AuthorizationKind, KeyValue
from domain.templates.errors import TemplateSyntaxError
from domain.templates.names import KnownNames, check
from domain.templates.template import Template

MAX_ENTRIES: Final = 20
MAX_VALUE: Final = 16 * 1024
HEADER_NAME: Final = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,200}", re.ASCII)

_FIELDS: Final = {
    AuthorizationKind.BEARER: {"token": "accessToken"},
    AuthorizationKind.BASIC: {"username": "username", "password": "password"},
}
_CONTROL: Final = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


def values(account: Authorization) -> dict[str, str]:
    """What templates may read of an account, as `credential.<name>`: accessToken, or username and password, or its entries."""
    fields = _FIELDS.get(account.kind, {})
    named = {name: str(getattr(account, field)) for field, name in fields.items()}
    return named | {entry.name: entry.value for entry in account.entries}


def wanted(scheme: Authorization) -> tuple[str, ...]:
    """The names of an account's values that an integration's scheme reads, in order, each once."""
    texts = [scheme.token, scheme.username, scheme.password, *(e.value for e in scheme.entries)]
    found: list[str] = []
    for each in texts:
        try:
            paths = Template.parse(each).paths
        except TemplateSyntaxError:
            continue
        found += [str(path.segments[0]) for path in paths if path.root == "credential"]
    return tuple(dict.fromkeys(name for name in found if name not in {"id", "providerId"}))


def scheme_problems(scheme: Authorization, secrets: frozenset[str]) -> Iterator[Problem]:
    """Find what is wrong with an integration's scheme; paths as in the input: `headers.0.value`.

    secrets: the names that exist.
    """
    own = frozenset({"credential"})
    known = KnownNames(
        {"secrets": secrets, "credential": frozenset({"id", "providerId"})}, open=own, deep=own
    )
    yield from _shape_problems(scheme)
    yield from literal_problems(scheme)
    for path, each in _texts(scheme):
        yield from text.problems(
            each, *path, most=MAX_VALUE, is_required=False, what="the template"
        )
        yield from check(each, known, path)


def literal_problems(scheme: Authorization) -> Iterator[Problem]:
    """Refuse a secret written as it is: what is configured can be read again, a secret cannot.

    Headers and query parameters may hold fixed texts beside one that names a secret or an account's value.
    """
    texts = [each for each in _texts(scheme) if each[0][-1] != "username" and each[1]]
    if texts and not any("{{" in value for _, value in texts):
        message = (
            "a literal secret is not kept here: put it into a secret with setSecret and write "
            "{{secrets.NAME}}, or name an account's value such as {{credential.accessToken}}"
        )
        yield Problem(ProblemCode.NOT_ALLOWED, message, texts[0][0])


def account_problems(
    account: Authorization, scheme: Authorization, beside: frozenset[str] = frozenset()
) -> Iterator[Problem]:
    """Find what is wrong with an account's values for an integration's scheme. beside: names it has otherwise.

    No values at all are accepted: an account may be connected for its events alone.
    """
    if account.kind is AuthorizationKind.NONE:
        return
    yield from _shape_problems(account)
    for path, each in _texts(account):
        yield from text.problems(each, *path, most=MAX_VALUE, what="the value")
    missing = [name for name in wanted(scheme) if name not in {*values(account), *beside}]
    if missing:
        named = ", ".join(f"credential.{name}" for name in missing)
        message = f"the integration's authorization reads {named}; {_hint(missing)}"
        yield Problem(ProblemCode.REQUIRED, message)


def encode(authorization: Authorization) -> str:
    """The JSON that is stored."""
    return msgspec.json.encode(authorization).decode()


def decode(stored: str) -> Authorization:
    """Read what was stored."""
    return msgspec.json.decode(stored, type=Authorization)


def _hint(missing: list[str]) -> str:
    if missing == ["accessToken"]:
        return "connect with bearer"
    if set(missing) <= {"username", "password"}:
        return "connect with basic"
    return "connect with headers or query entries of these names"


def _texts(authorization: Authorization) -> Iterator[tuple[tuple[str, ...], str]]:
    """The texts that count for its kind, each with its path in the input."""
    kind = authorization.kind
    for field in _FIELDS.get(kind, {}):
        if (each := str(getattr(authorization, field))) or kind is AuthorizationKind.BEARER:
            yield (kind.value.lower(), field), each
    if kind in {AuthorizationKind.HEADERS, AuthorizationKind.QUERY}:
        for index, entry in enumerate(authorization.entries):
            yield (kind.value.lower(), str(index), "value"), entry.value


def _shape_problems(authorization: Authorization) -> Iterator[Problem]:
    kind, where = authorization.kind, authorization.kind.value.lower()
    if kind not in {AuthorizationKind.HEADERS, AuthorizationKind.QUERY}:
        if ":" in authorization.username and "{{" not in authorization.username:
            message = "a user name in basic authorization cannot hold a colon"
            yield Problem(ProblemCode.INVALID, message, ("basic", "username"))
        return
    if len(authorization.entries) > MAX_ENTRIES:
        yield Problem(ProblemCode.TOO_LONG, f"at most {MAX_ENTRIES} entries are accepted", (where,))
    for index, entry in enumerate(authorization.entries[:MAX_ENTRIES]):
        yield from entry_problems(
            entry, where, str(index), is_header=kind is AuthorizationKind.HEADERS
        )


def entry_problems(entry: KeyValue, *path: str, is_header: bool) -> Iterator[Problem]:
    """Find what is wrong with the name of a header or query entry, or with a line break in its value."""
    if is_header and not HEADER_NAME.fullmatch(entry.name):
        message = "a header's name is letters, digits and - _ and the like, without spaces"
        yield Problem(ProblemCode.INVALID, message, (*path, "name"))
    elif not is_header:
        yield from text.problems(entry.name, *path, "name", most=200, what="the name")
    if is_header and _CONTROL.search(entry.value):
        message = "a header's value cannot hold line breaks or control characters"
        yield Problem(ProblemCode.INVALID, message, (*path, "value"))

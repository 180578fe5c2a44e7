"""Read a scheme from data and write it back.

Knows which combinations of schemes are impossible, and has every method checked (content_rules,
key_rules), so that a scheme that was read can always be compiled. Leaves out what the parts do.
"""

from collections.abc import Iterable, Sequence
from typing import Final, assert_never

import msgspec

from domain.errors import Invalid, Problem
from domain.signatures import content_rules, key_rules, references
from domain.signatures.decoding import Path, decode
from domain.signatures.problems import invalid, names, place
from domain.signatures.schemes import (
    Address,
    AllOf,
    AnyOf,
    Basic,
    FirstOf,
    Hash,
    Hmac,
    Jwt,
    Leaf,
    NoSignature,
    PublicKeySignature,
    Scheme,
    Token,
)

MAX_SCHEMES: Final = 10
MAX_NESTING: Final = 3


def read_scheme(data: object, path: Path = ()) -> Scheme:
    """Build a scheme. Raises Invalid with every problem, each path starting with `path`."""
    scheme: Scheme = decode(data, Scheme, path)
    problems = list(_scheme(scheme, path, nesting=0))
    if problems:
        raise Invalid(problems)
    return scheme


def to_data(scheme: Scheme) -> dict[str, object]:
    """The data that reads back as the same scheme: texts, whole numbers, lists and tables only."""
    data: dict[str, object] = msgspec.to_builtins(scheme)
    return data


def _scheme(scheme: Scheme, path: Path, *, nesting: int) -> Iterable[Problem]:
    match scheme:
        case AnyOf() | AllOf():
            schemes = [(one, ("schemes", str(n))) for n, one in enumerate(scheme.schemes)]
            yield from _inner(schemes, path, nesting)
        case FirstOf():
            cases = [
                (one.scheme, ("cases", str(n), "scheme")) for n, one in enumerate(scheme.cases)
            ]
            yield from _inner(cases, path, nesting)
            yield from _conditions(scheme, path)
        case _:
            yield from _leaf(scheme, path)


def _leaf(scheme: Leaf, path: Path) -> Iterable[Problem]:
    match scheme:
        case Hmac():
            yield from key_rules.of_hmac(scheme, path)
            yield from content_rules.problems(scheme, path)
        case Hash():
            yield from names(path, secret=scheme.secret)
            yield from content_rules.problems(scheme, path)
        case PublicKeySignature():
            yield from key_rules.of_signature(scheme, path)
            yield from content_rules.problems(scheme, path)
        case Jwt():
            yield from key_rules.of_jwt(scheme, path)
        case Address():
            yield from key_rules.of_address(scheme, path)
        case Token():
            yield from _token(scheme, path)
        case Basic():
            yield from names(path, username=scheme.username, password=scheme.password)
        case NoSignature():
            pass
        case _:
            assert_never(scheme)


def _token(scheme: Token, path: Path) -> Iterable[Problem]:
    kinds = (*references.KINDS, "item") if scheme.foreach else references.KINDS
    found, problems = place(scheme.source, kinds, (*path, "from"))
    yield from problems
    yield from names(path, secret=scheme.secret)
    if scheme.foreach:
        yield from content_rules.foreach(scheme.foreach, (*path, "foreach"))
        if found and found.kind != "item":
            yield invalid("'foreach' needs something of each item: item:…", (*path, "from"))


def _inner(schemes: Sequence[tuple[Scheme, Path]], path: Path, nesting: int) -> Iterable[Problem]:
    if not 1 <= len(schemes) <= MAX_SCHEMES:
        yield invalid(f"between 1 and {MAX_SCHEMES} schemes are needed", path)
        return
    if nesting == MAX_NESTING:
        yield invalid(f"schemes may stand in each other {MAX_NESTING} deep", path)
        return
    for scheme, where in schemes:
        if isinstance(scheme, NoSignature):
            yield invalid("'none' beside other schemes would accept every payload", (*path, *where))
        yield from _scheme(scheme, (*path, *where), nesting=nesting + 1)


def _conditions(scheme: FirstOf, path: Path) -> Iterable[Problem]:
    for number, case in enumerate(scheme.cases):
        where = (*path, "cases", str(number), "when")
        if case.when is not None:
            yield from place(case.when, references.KINDS, where)[1]
        elif number != len(scheme.cases) - 1:
            yield invalid(
                "only the last case may go without 'when': it hides those after it", where
            )

"""Schemes that are known: how the trigger verifies now, and how the catalog's providers sign."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Final

import msgspec

from domain.request import Malformed, Request
from domain.signatures import grammar, references
from domain.signatures.doctor.budget import SCHEME, Budget
from domain.signatures.doctor.diagnosis import Case, Found, Held, Known
from domain.signatures.doctor.judging import verifies
from domain.signatures.facts import leaves, secret_names
from domain.signatures.schemes import Address, Jwt, Leaf, NoSignature, OverContent, Scheme, Token

MAX_WAYS: Final = 64


def present(case: Case, request: Request, budget: Budget) -> Iterator[Found]:
    """As the trigger verifies now: with its own secrets, then with each of the others."""
    scheme = case.present
    if scheme is None or isinstance(scheme, NoSignature):
        return
    yield from _with_its_own(scheme, case, request)
    yield from _with(scheme, case.secrets, request, budget)


def catalog(case: Case, request: Request, budget: Budget) -> Iterator[Found]:
    """As a provider signs; providers that sign alike are found together."""
    for scheme, alike in _grouped(case.known):
        if is_there(scheme, request):
            for found in _with(scheme, case.secrets, request, budget):
                yield Found(found.scheme, found.secrets, alike)


def is_there(scheme: Scheme, request: Request) -> bool:
    """Whether something stands where the scheme looks for a signature."""
    return any(_stands(leaf, request) for leaf in leaves(scheme))


def _grouped(known: Iterable[Known]) -> list[tuple[Scheme, tuple[Known, ...]]]:
    groups: dict[bytes, list[Known]] = {}
    for each in known:
        groups.setdefault(msgspec.json.encode(each.scheme), []).append(each)
    return [(alike[0].scheme, tuple(alike)) for alike in groups.values()]


def _with_its_own(scheme: Scheme, case: Case, request: Request) -> Iterator[Found]:
    longest = max((len(values) for values in case.present_secrets.values()), default=0)
    for number in range(longest):
        secrets = {
            name: values[min(number, len(values) - 1)]
            for name, values in case.present_secrets.items()
            if values
        }
        if verifies(scheme, secrets, request):
            yield Found(scheme, secrets)


def _with(
    scheme: Scheme, helds: Sequence[Held], request: Request, budget: Budget
) -> Iterator[Found]:
    names = secret_names(scheme)
    if not names or len(helds) ** len(names) > MAX_WAYS:
        return
    for way in product(helds, repeat=len(names)):
        secrets = dict(zip(names, way, strict=True))
        if not budget.take(len(request.body), SCHEME):
            return
        if verifies(scheme, secrets, request):
            yield Found(scheme, secrets)
            return


def _stands(leaf: Leaf, request: Request) -> bool:
    if isinstance(leaf, NoSignature | Address):
        return False
    source = "header:Authorization"
    if isinstance(leaf, OverContent | Jwt):
        if leaf.signature.numbered:
            return bool(references.numbered(grammar.place_of(leaf.signature))(request))
        source = leaf.signature.source
    elif isinstance(leaf, Token):
        source = leaf.source
    place = references.parse(source, references.SIGNED)
    try:
        if place.kind == "item":
            steps = getattr(leaf, "foreach", "").removeprefix("json:").split(".")
            return isinstance(references.inside(request.json, steps), list)
        return bool(references.reader(place)(request))
    except Malformed:
        return False

"""What to look at when nothing verifies, or beside what does. Each hint rests on something that was seen or tried."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from domain.request import Request
from domain.signatures.doctor import digests, rewritten
from domain.signatures.doctor.budget import Budget
from domain.signatures.doctor.contents import Stage, usual, with_address, with_ids
from domain.signatures.doctor.diagnosis import Case, Hint, HintCode, Known
from domain.signatures.doctor.evidence import (
    Told,
    header_name,
    is_signature_name,
    length,
    marks,
    told,
)
from domain.signatures.doctor.key_forms import mended
from domain.signatures.doctor.known import catalog, is_there, present
from domain.signatures.doctor.telling import names, verb
from domain.signatures.encodings import SIZES
from domain.signatures.facts import public_leaves
from domain.signatures.schemes import OverContent

_FEWEST_CHARACTERS: Final = 8
_SIZES: Final = frozenset(SIZES.values())


def of_what_arrived(case: Case) -> Iterator[Hint]:
    """What the delivery itself shows."""
    if not case.secrets:
        message = "There is no secret to try: name one, or type it in."
        yield Hint(HintCode.NO_SECRET, message)
    values = told(case.request)
    if not marks(values) and not any(_is_promising(value) for value in values):
        message = "Nothing in the headers, the query or the body looks like a signature."
        yield Hint(HintCode.NO_SIGNATURE, message)
    yield from _repeated(case.request)
    if case.mask and _is_masked(case):
        message = (
            "A secret in this delivery was masked when it was stored, so what is signed cannot be computed again: "
            "diagnose one that is refused before a secret is set."
        )
        yield Hint(HintCode.MASKED, message)


def of_trials(case: Case, budget: Budget) -> Iterator[Hint]:
    """What would have verified: another body, another address, the same secret written otherwise."""
    for words, request in rewritten.bodies(case.request):
        if _fits(case, request, budget, (usual, with_ids)):
            message = (
                f"It verifies over the body {words}, which is not what arrived. Either something between the provider "
                "and us rewrote the body, or the provider signs a form of its own: custom code can verify that."
            )
            yield Hint(HintCode.BODY_REWRITTEN, message)
            return
    for url, request in rewritten.addresses(case.request):
        if _fits(case, request, budget, (with_address,)):
            message = (
                f"It verifies for our address at {url}. The provider signs the address that it calls: "
                f"set HOOKWRIGHT_PUBLIC_URL, now {case.request.public_url}, to it."
            )
            yield Hint(HintCode.ADDRESS_DIFFERS, message)
            return
    yield from _mended(case, budget)


def of_secrets(case: Case) -> Iterator[Hint]:
    """What is odd about the secrets, and whose signature it looks like."""
    alike = [known for known in case.known if _looks_like(known, case.request)]
    published = [one for one in alike if any(leaf.fetch for leaf in public_leaves(one.scheme))]
    if published:
        message = (
            f"This looks like a signature of {names(published)}, whose keys are published: choose the provider's scheme, "
            "no secret of yours is part of it."
        )
        yield Hint(HintCode.KEY_PUBLISHED, message)
    others = [one for one in alike if one not in published]
    if others and case.secrets:
        message = (
            f"It is signed where {names(others)} {verb(others)}, but not with the secret that was tried: "
            "most likely the secret is another one."
        )
        yield Hint(HintCode.SECRET_DIFFERS, message)
    for held in case.secrets:
        length = len(held.text)
        if (
            length < _FEWEST_CHARACTERS
            or "•" in held.text
            or "…" in held.text
            or "***" in held.text
        ):
            message = f"The secret {held.words} has {length} characters: it may be cut off, or a mask that was copied."
            yield Hint(HintCode.SECRET_SUSPECT, message)
    yield from _lengths(case.request)


def _fits(case: Case, request: Request, budget: Budget, stages: tuple[Stage, ...]) -> bool:
    if not budget.pay(len(request.body)):
        return False
    found = (
        *present(case, request, budget),
        *catalog(case, request, budget),
        *digests.search(request, case.secrets, budget, stages),
    )
    return bool(found)


def _mended(case: Case, budget: Budget) -> Iterator[Hint]:
    for held in case.secrets:
        for words, meant in mended(held):
            one = Case(case.request, (meant,), case.present, known=case.known)
            if _fits(one, case.request, budget, (usual, with_ids)):
                message = f"It verifies with the secret {held.words} once it is mended: {words}."
                yield Hint(HintCode.SECRET_SUSPECT, message)
                return


def _repeated(request: Request) -> Iterator[Hint]:
    counted = Counter(name for name, _ in request.headers)
    for name, count in counted.items():
        if count > 1 and is_signature_name(name):
            message = (
                f"The header {header_name(name)} is there {count} times. Which one counts would be a guess, so none "
                "does, unless the scheme says that it may be `repeated`."
            )
            yield Hint(HintCode.SIGNATURE_REPEATED, message)


def _lengths(request: Request) -> Iterator[Hint]:
    for value in told(request):
        size = length(value.text) if value.kind == "header" else None
        if size is not None and size not in _SIZES and "signature" in value.name.lower():
            message = (
                f"The header {value.name} holds {size} bytes; no digest has that length. It may be cut off, or not be "
                "a signature."
            )
            yield Hint(HintCode.SIGNATURE_LENGTH, message)
            return


def _looks_like(known: Known, request: Request) -> bool:
    return isinstance(known.scheme, OverContent) and is_there(known.scheme, request)


def _is_promising(value: Told) -> bool:
    return value.kind in {"header", "query"} and is_signature_name(value.name)


def _is_masked(case: Case) -> bool:
    request = case.request
    texts = (request.query_string, *(value for _, value in request.headers))
    return case.mask.encode() in request.body or any(case.mask in text for text in texts)

"""The signature doctor: a refused delivery and a secret go in, the scheme under which it verifies comes out. Pure.

Knows where signatures stand, what is signed and how secrets become keys, as candidates in the order of likelihood;
every hit is confirmed by the one judge (verifying), so a finding is a scheme that takes this delivery. Leaves out
where deliveries and secrets are kept. It never says what the signature should have been.

    diagnosis   what goes in and comes out
    known       the present scheme, and the catalog's
    evidence    what may be a signature, a time, an id
    contents    what may have been signed
    digests, public, tokens   the searches
    rewritten   bodies and addresses that may have been signed instead
    changes, telling, hints   words for a person
    budget      how much work it may be
"""

from collections.abc import Callable, Iterator
from typing import Final

from domain.request import Request
from domain.signatures.doctor import digests, hints, known, public, telling, tokens
from domain.signatures.doctor.budget import Budget
from domain.signatures.doctor.diagnosis import (
    Case,
    Diagnosis,
    Finding,
    Found,
    Held,
    Hint,
    HintCode,
    Known,
)
from domain.signatures.drafts import changed

__all__ = [
    "Budget",
    "Case",
    "Diagnosis",
    "Finding",
    "Found",
    "Held",
    "Hint",
    "HintCode",
    "Known",
    "diagnose",
]

MAX_FINDINGS: Final = 5

_Search = Callable[[Case, Request, Budget], Iterator[Found]]


def diagnose(case: Case, budget: Budget) -> Diagnosis:
    """Find what verifies, else what to look at."""
    findings = _findings(case, budget)
    told: list[Hint] = []
    if not findings:
        told += hints.of_trials(case, budget)
        told += [*hints.of_what_arrived(case), *hints.of_secrets(case)]
    told += [Hint(HintCode.STALE, _OLD) for _ in findings[:1] if findings[0].is_stale]
    if budget.is_spent:
        told.append(Hint(HintCode.UNFINISHED, _UNFINISHED))
    return Diagnosis(_explanation(findings, told, budget), findings, tuple(told), budget.tried)


def _findings(case: Case, budget: Budget) -> tuple[Finding, ...]:
    """Of the first search that finds something."""
    for one, request in _unmasked(case):
        for search in _SEARCHES:
            found: list[Found] = []
            for each in search(one, request, budget):
                if all(each.scheme != other.scheme for other in found):
                    found.append(each)
            if found:
                told = (telling.finding(case, each, request) for each in found)
                nearest = sorted(told, key=lambda one: len(one.changes))
                return tuple(nearest[:MAX_FINDINGS])
    return ()


def _unmasked(case: Case) -> Iterator[tuple[Case, Request]]:
    """The delivery as it arrived; where a secret was masked, as it would be with each secret in its place."""
    request, mask = case.request, case.mask
    yield case, request
    if not mask:
        return
    for held in case.secrets:
        one = changed(
            request,
            headers=tuple((name, text.replace(mask, held.text)) for name, text in request.headers),
            query_string=request.query_string.replace(mask, held.text),
            body=request.body.replace(mask.encode(), held.text.encode(errors="replace")),
        )
        if (one.headers, one.query_string, one.body) != (
            request.headers,
            request.query_string,
            request.body,
        ):
            yield Case(one, (held,), case.present, case.present_secrets, case.known), one


def _explanation(findings: tuple[Finding, ...], told: list[Hint], budget: Budget) -> str:
    if findings:
        return findings[0].explanation
    nothing = f"Nothing verifies this delivery: {budget.tried} combinations were tried."
    return f"{nothing} {told[0].message if told else _UNUSUAL}"


_UNUSUAL: Final = "Either the secret is another one, or the provider signs something unusual: compare with its page."
_OLD: Final = (
    "It is genuine, but older than the scheme allows: was it sent again, or is a clock wrong? Allow more only if the "
    "provider really sends so late."
)
_UNFINISHED: Final = "Not everything was tried: the body is large, or there are many secrets. Name the one secret that it should be."
_SEARCHES: Final[tuple[_Search, ...]] = (
    known.present,
    known.catalog,
    lambda case, request, _budget: tokens.sent_as_they_are(request, case.secrets),
    lambda case, request, budget: tokens.json_web_tokens(request, case.secrets, budget),
    lambda case, request, budget: public.search(request, case.secrets, budget),
    lambda case, request, budget: digests.search(request, case.secrets, budget),
)

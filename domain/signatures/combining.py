"""Several judges as one: any of them, all of them, or the first that applies."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from domain.request import Malformed, Request
from domain.signatures import references
from domain.signatures.fetching import KeysNeeded, Want
from domain.signatures.judges import Verifier
from domain.signatures.references import Reader
from domain.verdict import Refused, RejectionCause


def any_of(judges: Sequence[Verifier]) -> Verifier:
    """One must accept. Else the refusal is that of the scheme that got furthest.

    Keys are needed only when no scheme accepts without them.
    """

    def verify(request: Request, now: datetime) -> None:
        refusals: list[Refused] = []
        wants: list[Want] = []
        for one in judges:
            try:
                return one(request, now)
            except Refused as refused:
                refusals.append(refused)
            except KeysNeeded as needed:
                wants += needed.wants
        if wants:
            raise KeysNeeded(wants)
        # the scheme that got furthest is the one the provider meant
        furthest = max(refusals, key=lambda refused: _progress(refused.cause))
        raise Refused(furthest.cause, furthest.explanation)

    return verify


def all_of(judges: Sequence[Verifier]) -> Verifier:
    """Every one must accept: the first refusal stands.

    What is refused by one scheme needs no keys for another.
    """

    def verify(request: Request, now: datetime) -> None:
        wants: list[Want] = []
        unavailable: Refused | None = None
        for one in judges:
            try:
                one(request, now)
            except KeysNeeded as needed:
                wants += needed.wants
            except Refused as refused:
                if refused.cause is not RejectionCause.KEY_UNAVAILABLE:
                    raise
                unavailable = unavailable or refused
        if unavailable:
            raise unavailable
        if wants:
            raise KeysNeeded(wants)

    return verify


def first_of(cases: Sequence[tuple[str | None, Verifier]]) -> Verifier:
    """The first case whose place is present, or that names none, decides alone."""
    compiled = [
        (references.reader(references.parse(when)) if when else None, judge)
        for when, judge in cases
    ]
    places = ", ".join(references.parse(when).words for when, _ in cases if when)

    def verify(request: Request, now: datetime) -> None:
        for find, judge in compiled:
            if find is None or _is_present(find, request):
                return judge(request, now)
        raise Refused(RejectionCause.SIGNATURE_MISSING, f"none of these is there: {places}")

    return verify


def _is_present(find: Reader, request: Request) -> bool:
    try:
        return find(request) is not None
    except Malformed as error:
        raise Refused(RejectionCause.MALFORMED, str(error)) from error


def _progress(cause: RejectionCause) -> int:
    return _PROGRESS.index(cause) if cause in _PROGRESS else -1


_PROGRESS: Final = (
    RejectionCause.SECRET_MISSING,
    RejectionCause.SIGNATURE_MISSING,
    RejectionCause.CREDENTIALS_MISSING,
    RejectionCause.SIGNATURE_MALFORMED,
    RejectionCause.TIMESTAMP_MISSING,
    RejectionCause.TIMESTAMP_MALFORMED,
    RejectionCause.TIMESTAMP_OUTSIDE_TOLERANCE,
    RejectionCause.MALFORMED,
    RejectionCause.CREDENTIALS_MISMATCH,
    RejectionCause.CLAIMS_MISMATCH,
    RejectionCause.ADDRESS_NOT_ALLOWED,
    RejectionCause.SIGNATURE_MISMATCH,
    RejectionCause.KEY_UNAVAILABLE,  # it may be genuine: the provider is to send it again
)

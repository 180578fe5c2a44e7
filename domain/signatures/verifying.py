"""Compile a scheme and its secrets into a judge of requests.

Knows how schemes are combined; the single methods are next door (digests, credentials). Total:
whatever the bytes are, a judge returns or raises Refused, with an explanation that never holds a
secret or an expected signature. Closed: no secret, no acceptance.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from domain.request import Malformed, Request
from domain.signatures import references
from domain.signatures.credentials import compile_basic, compile_token
from domain.signatures.digests import compile_hmac
from domain.signatures.judges import Secrets, Verifier
from domain.signatures.references import Reader
from domain.signatures.schemes import AnyOf, Basic, FirstOf, Hmac, Scheme, Token
from domain.verdict import Refused, RejectionCause


def compile_verifier(scheme: Scheme, secrets: Secrets) -> Verifier:
    """Build the judge of a scheme. It returns for a genuine request and raises Refused for any other.

    secrets: by the names of `secret_names`, several values each while they are rotated; any may
    match, blank ones count as none. A judge without its secret refuses with SECRET_MISSING.
    """
    match scheme:
        case Hmac():
            return compile_hmac(scheme, secrets)
        case Token():
            return compile_token(scheme, secrets)
        case Basic():
            return compile_basic(scheme, secrets)
        case AnyOf():
            return _any([compile_verifier(one, secrets) for one in scheme.schemes])
        case FirstOf():
            return _first(scheme, secrets)
        case _:
            return _accept


def _any(verifiers: Sequence[Verifier]) -> Verifier:
    def verify(request: Request, now: datetime) -> None:
        refusals: list[Refused] = []
        for one in verifiers:
            try:
                return one(request, now)
            except Refused as refused:
                refusals.append(refused)
        # the scheme that got furthest is the one the provider meant
        furthest = max(refusals, key=lambda refused: _PROGRESS.index(refused.cause))
        raise Refused(furthest.cause, furthest.explanation)

    return verify


def _first(scheme: FirstOf, secrets: Secrets) -> Verifier:
    cases = [
        (references.reader(references.parse(case.when)) if case.when else None, case.when, verifier)
        for case in scheme.cases
        for verifier in [compile_verifier(case.scheme, secrets)]
    ]

    def verify(request: Request, now: datetime) -> None:
        for find, _when, judge in cases:
            if find is None or _is_present(find, request):
                return judge(request, now)
        places = ", ".join(references.parse(when).words for _find, when, _judge in cases if when)
        raise Refused(RejectionCause.SIGNATURE_MISSING, f"none of these is there: {places}")

    return verify


def _is_present(find: Reader, request: Request) -> bool:
    try:
        return find(request) is not None
    except Malformed as error:
        raise Refused(RejectionCause.MALFORMED, str(error)) from error


def _accept(_request: Request, _now: datetime) -> None:
    """Take everything: the choice was made in the scheme."""


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
    RejectionCause.SIGNATURE_MISMATCH,
)

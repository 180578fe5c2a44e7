"""The one order in which a signature over content is judged, whatever its mathematics.

Locate, what is required, the time, then the signed bytes for each spelling of our address, then what
is bound; for every item where a list is walked. Leaves out keys and algorithms: those are the check's
(digests, asymmetric).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, Protocol

from domain.request import Malformed, Request
from domain.signatures import (
    addresses,
    content,
    encodings,
    equalities,
    grammar,
    keys,
    named,
    timestamps,
)
from domain.signatures.grammar import Found, Locator
from domain.signatures.items import each
from domain.signatures.judges import Secrets, Verifier, refusing
from domain.signatures.parts import Encoding
from domain.signatures.schemes import OverContent
from domain.signatures.slots import Signed
from domain.verdict import Refused, RejectionCause

Check = Callable[[bytes, Sequence[bytes], Signed], bool]
"""Whether one of the candidates is a signature of the message. It may raise Refused, Malformed or KeysNeeded."""
Ways = Sequence[Mapping[str, str]]


class _Unbound(Refused):
    """It is signed, but what it is bound to is not what was sent."""


class Judge(Protocol):
    """A verifier that is also told which item of a list is judged."""

    def __call__(self, request: Request, now: datetime, item: Any = None, /) -> None:
        """Return for a genuine item, raise Refused for any other."""


def compile_judge(scheme: OverContent, secrets: Secrets, locate: Locator, check: Check) -> Verifier:
    """Build the judge around a check; without a secret that content names it refuses with SECRET_MISSING.

    locate: `grammar.locator` with the sizes of the scheme's signatures.
    """
    ways, problem = keys.combinations(named.in_content(scheme), secrets)
    if not ways:
        return refusing(RejectionCause.SECRET_MISSING, problem)
    judge = _judge(scheme, locate, check, ways)
    if scheme.foreach:
        return each(scheme.foreach, RejectionCause.SIGNATURE_MISSING, judge)
    return judge


def message(protected: str, payload: bytes) -> bytes:
    """The signed bytes of a detached JWS (RFC 7515, section 5.1)."""
    encoded = encodings.encode(payload, Encoding.BASE64URL)
    return f"{protected}.{encoded}".encode("latin-1", "backslashreplace")


def _judge(scheme: OverContent, locate: Locator, check: Check, ways: Ways) -> Judge:
    read_time, is_signed = timestamps.clock(scheme.timestamp), _signed(scheme, check)
    allowed = _requirements(scheme, ways)
    urls = addresses.variants(scheme.url_variants) if content.signs_url(scheme) else _no_url
    way = ways[0]
    is_plain = allowed is None and urls is _no_url and len(ways) == 1
    mismatch = (
        f"{grammar.place_of(scheme.signature).words} does not match: "
        "the secret, the signed content or the body differs"
    )

    def judge_plain(request: Request, now: datetime, item: Any = None) -> None:
        found = locate(request, item)
        stamp = read_time(request, found, item, now)
        try:
            if is_signed(
                Signed(request, "", stamp, found.fields, found.jose, item, way, now=now), found
            ):
                return
        except Malformed as error:
            raise Refused(RejectionCause.MALFORMED, str(error)) from error
        raise Refused(RejectionCause.SIGNATURE_MISMATCH, mismatch)

    def judge(request: Request, now: datetime, item: Any = None) -> None:
        found = locate(request, item)
        unbound: _Unbound | None = None
        try:
            chosen = ways if allowed is None else allowed(request, found, item)
            stamp = read_time(request, found, item, now)
            for url in urls(request):
                for way in chosen:
                    try:
                        if is_signed(
                            Signed(
                                request, url, stamp, found.fields, found.jose, item, way, now=now
                            ),
                            found,
                        ):
                            return
                    except _Unbound as refused:
                        unbound = refused  # another secret or spelling may be the one that is bound
        except Malformed as error:
            raise Refused(RejectionCause.MALFORMED, str(error)) from error
        raise unbound or Refused(RejectionCause.SIGNATURE_MISMATCH, mismatch)

    return judge_plain if is_plain else judge


def _signed(scheme: OverContent, check: Check) -> Callable[[Signed, Found], bool]:
    own = named.own(scheme)
    build = content.builder(content.parts(scheme), own)
    unequal = equalities.first_unequal(scheme.bind, own) if scheme.bind else None
    is_detached = scheme.signature.jws is not None
    if unequal is None and not is_detached:
        return lambda signed, found: check(build(signed), found.candidates, signed)

    def is_signed(signed: Signed, found: Found) -> bool:
        data = build(signed)
        data = message(found.protected, data) if is_detached else data
        if not check(data, found.candidates, signed):
            return False
        if unequal is not None and (words := unequal(signed)):
            explanation = f"{words} does not match what was sent"
            raise _Unbound(RejectionCause.SIGNATURE_MISMATCH, explanation)
        return True

    return is_signed


def _requirements(scheme: OverContent, ways: Ways) -> Callable[[Request, Found, Any], Ways] | None:
    if not scheme.require:
        return None
    unequal = equalities.first_unequal(scheme.require, named.own(scheme))

    def allowed(request: Request, found: Found, item: Any) -> Ways:
        fitting: list[Mapping[str, str]] = []
        words: str | None = None
        for way in ways:
            signed = Signed(request, request.url, "", found.fields, found.jose, item, way)
            other = unequal(signed)
            if other is None:
                fitting.append(way)
            words = words or other
        if not fitting:
            explanation = f"{words} does not hold what this scheme requires"
            raise Refused(RejectionCause.SIGNATURE_MALFORMED, explanation)
        return fitting

    return allowed


def _no_url(_request: Request) -> Iterable[str]:
    return _NO_URL


_NO_URL: Final = ("",)

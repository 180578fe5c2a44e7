"""What a scheme needs and what it proves.

Leaves out judging. `covers` is what the editor states beside a trigger: "authenticated, body not
signed" for the many schemes whose signature would also fit another body.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from domain.signatures import content, references
from domain.signatures.content import Slot
from domain.signatures.references import Reference
from domain.signatures.schemes import (
    AnyOf,
    Basic,
    FirstOf,
    Hmac,
    NoSignature,
    Params,
    Scheme,
    Token,
)


@dataclass(frozen=True, slots=True)
class Covers:
    """What a passed verification proves about a delivery.

    body: every byte (or every form field) is as signed. url: our own address is signed. time: a
    signed time was close enough.
    """

    body: bool = False
    url: bool = False
    time: bool = False


def secret_names(scheme: Scheme) -> tuple[str, ...]:
    """The names of the secrets that the scheme uses, each once, in order of first use."""
    return tuple(dict.fromkeys(name for leaf in _leaves(scheme) for name in _secrets(leaf)))


def covers(scheme: Scheme) -> Covers:
    """What holds whichever way the scheme passes."""
    proofs = [_hmac(leaf) if isinstance(leaf, Hmac) else Covers() for leaf in _leaves(scheme)]
    return Covers(
        body=all(proof.body for proof in proofs),
        url=all(proof.url for proof in proofs),
        time=all(proof.time for proof in proofs),
    )


def slots(templates: Iterable[str]) -> Iterator[Slot]:
    """Every slot of content templates."""
    for template in templates:
        yield from (part for part in content.parse(template) if isinstance(part, Slot))


def _leaves(scheme: Scheme) -> Iterator[Hmac | Token | Basic | NoSignature]:
    match scheme:
        case AnyOf():
            for one in scheme.schemes:
                yield from _leaves(one)
        case FirstOf():
            for case in scheme.cases:
                yield from _leaves(case.scheme)
        case _:
            yield scheme


def _secrets(scheme: Hmac | Token | Basic | NoSignature) -> tuple[str, ...]:
    match scheme:
        case Hmac() | Token():
            return (scheme.secret,)
        case Basic():
            return (scheme.username, scheme.password)
        case NoSignature():
            return ()


def _hmac(scheme: Hmac) -> Covers:
    signed = content.parts(scheme)
    found = {slot.what for slot in slots(part for part in signed if isinstance(part, str))}
    params = {part.params for part in signed if isinstance(part, Params)}
    body = "body" in found or "form" in params or _binds_body(scheme, found)
    return Covers(
        body=body,
        url=bool(found & {"url", "path", "path_query"}),
        time=_enforces_time(scheme, found, body=body),
    )


def _binds_body(scheme: Hmac, signed: set[str | Reference]) -> bool:
    """A hash of the body is in a place that the signature covers."""
    for binding in scheme.bind:
        place = references.parse(binding.value)
        bound = any(slot.what == "body" for slot in slots([binding.equals]))
        covered = place in signed or (place.kind == "query" and signed & {"url", "path_query"})
        if bound and covered:
            return True
    return False


def _enforces_time(scheme: Hmac, signed: set[str | Reference], *, body: bool) -> bool:
    rule = scheme.timestamp
    if rule is None or rule.tolerance == "any":
        return False
    place = references.parse(rule.source, content.LOCATED)
    return "timestamp" in signed or place in signed or (body and place.kind in {"json", "form"})

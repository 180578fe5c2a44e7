"""A scheme in a few words for a person: "HMAC-SHA256 in hex, in the header X-Signature".

Knows how each method is called; leaves out what it proves (facts) and how it is judged.
"""

from collections.abc import Iterable
from typing import Final

from domain.signatures import grammar, references
from domain.signatures.schemes import (
    Address,
    AllOf,
    AnyOf,
    Basic,
    FirstOf,
    Hash,
    Hmac,
    Jwt,
    NoSignature,
    PublicKeySignature,
    Scheme,
    Token,
)

_PLAIN: Final = {Basic: "basic authentication", Address: "source address", NoSignature: "nothing"}


def words(scheme: Scheme) -> str:
    """What verifies, and where it stands. Ways that read alike are told once."""
    match scheme:
        case AllOf():
            return _joined(map(words, scheme.schemes), " and ")
        case AnyOf():
            return _joined(map(words, scheme.schemes), " or ")
        case FirstOf():
            return _joined((words(case.scheme) for case in scheme.cases), " or ")
        case Hmac() | Hash() | PublicKeySignature() | Jwt():
            return f"{mathematics(scheme)}, in {grammar.place_of(scheme.signature).words}"
        case Token():
            return f"token in {references.parse(scheme.source, references.SIGNED).words}"
        case _:
            return _PLAIN[type(scheme)]


def mathematics(scheme: Hmac | Hash | PublicKeySignature | Jwt) -> str:
    """The algorithm, and how what it gives is written."""
    match scheme:
        case Hmac():
            return f"HMAC-{scheme.algorithm.upper()} in {scheme.encoding}"
        case Hash():
            return f"{scheme.algorithm.upper()} with a secret, in {scheme.encoding}"
        case PublicKeySignature():
            return f"{scheme.algorithm} signature in {scheme.encoding}"
        case Jwt():
            return f"JWT ({', '.join(scheme.algorithms)})"


def _joined(parts: Iterable[str], word: str) -> str:
    return word.join(dict.fromkeys(parts))

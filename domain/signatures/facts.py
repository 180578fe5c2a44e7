"""What a scheme needs and what it proves.

Leaves out judging. `covers` is what the editor states beside a trigger: "authenticated, body not
signed" for the many schemes whose signature would also fit another body.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeGuard

from domain.signatures import named
from domain.signatures.proofs import Covers, of_content, of_token
from domain.signatures.schemes import (
    AllOf,
    AnyOf,
    FirstOf,
    Jwt,
    Leaf,
    OverContent,
    PublicKeySignature,
    Scheme,
    is_shared,
    key_name,
)


def secret_names(scheme: Scheme) -> tuple[str, ...]:
    """The names of the secrets that the scheme uses, each once, in order of first use."""
    return tuple(dict.fromkeys(name for leaf in leaves(scheme) for name in named.of(leaf)))


def public_names(scheme: Scheme) -> frozenset[str]:
    """The names among them that hold public keys: no secrets, although they stand in a secret's place."""
    found = (key_name(leaf) for leaf in public_leaves(scheme))
    return frozenset(name for name in found if name is not None)


def public_leaves(scheme: Scheme) -> Iterator[PublicKeySignature | Jwt]:
    """The methods among them that only the provider can sign, and anyone can verify."""
    return filter(_has_public_key, leaves(scheme))


def covers(scheme: Scheme) -> Covers:
    """What holds whichever way the scheme passes: all that `all` proves together, what `any` always proves."""
    match scheme:
        case OverContent():
            return of_content(scheme)
        case Jwt():
            return of_token(scheme)
        case AllOf():
            return _merged([covers(one) for one in scheme.schemes], any)
        case AnyOf():
            return _merged([covers(one) for one in scheme.schemes], all)
        case FirstOf():
            return _merged([covers(case.scheme) for case in scheme.cases], all)
        case _:
            return Covers()


def _merged(proofs: list[Covers], holds: Callable[[Iterable[bool]], bool]) -> Covers:
    return Covers(
        body=holds(proof.body for proof in proofs),
        url=holds(proof.url for proof in proofs),
        time=holds(proof.time for proof in proofs),
    )


def _has_public_key(leaf: Leaf) -> TypeGuard[PublicKeySignature | Jwt]:
    return isinstance(leaf, PublicKeySignature) or (isinstance(leaf, Jwt) and not is_shared(leaf))


def leaves(scheme: Scheme) -> Iterator[Leaf]:
    """Every method in it, in order."""
    match scheme:
        case AnyOf() | AllOf():
            for one in scheme.schemes:
                yield from leaves(one)
        case FirstOf():
            for case in scheme.cases:
                yield from leaves(case.scheme)
        case _:
            yield scheme

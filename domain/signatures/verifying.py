"""Compile a scheme and its secrets into a judge of requests.

Knows which method judges what; the methods are next door (digests, credentials), their combination in
combining. Total: whatever the bytes are, a judge returns or raises Refused, with an explanation that
never holds a secret or an expected signature. Closed: no secret, no acceptance.
"""

from collections.abc import Callable
from datetime import datetime
from typing import assert_never

from domain.request import Request
from domain.signatures import asymmetric, combining, credentials, digests, ends, jwt, networks
from domain.signatures.fetching import KeyRing, fixed
from domain.signatures.judges import Secrets, Verifier
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


def compile_verifier(scheme: Scheme, secrets: Secrets, ring: KeyRing | None = None) -> Verifier:
    """Build the judge of a scheme. It returns for a genuine request and raises Refused for any other.

    ring: where published keys are found; absent: among the secrets, as `fetching.fixed` reads them.

    secrets: by the names of `secret_names`, several values each while they are rotated; any may
    match, blank ones count as none, and one that ends holds before its end. A judge without its secret
    refuses with SECRET_MISSING.
    """

    def compiled(holding: Secrets) -> Verifier:
        keys = fixed(holding) if ring is None else ring
        return _compiled(scheme, lambda leaf: _leaf(leaf, holding, keys))

    return ends.judge(secrets, compiled)


def _compiled(scheme: Scheme, leaf: Callable[[Leaf], Verifier]) -> Verifier:
    match scheme:
        case AnyOf():
            return combining.any_of([_compiled(one, leaf) for one in scheme.schemes])
        case AllOf():
            return combining.all_of([_compiled(one, leaf) for one in scheme.schemes])
        case FirstOf():
            judges = [(case.when, _compiled(case.scheme, leaf)) for case in scheme.cases]
            return combining.first_of(judges)
        case _:
            return leaf(scheme)


def _leaf(scheme: Leaf, secrets: Secrets, ring: KeyRing) -> Verifier:  # noqa: PLR0911  one a method
    match scheme:
        case Hmac():
            return digests.compile_hmac(scheme, secrets)
        case Hash():
            return digests.compile_hash(scheme, secrets)
        case Token():
            return credentials.compile_token(scheme, secrets)
        case Basic():
            return credentials.compile_basic(scheme, secrets)
        case NoSignature():
            return _accept
        case PublicKeySignature():
            return asymmetric.compile_signature(scheme, secrets, ring)
        case Jwt():
            return jwt.compile_jwt(scheme, secrets, ring)
        case Address():
            return networks.compile_address(scheme)
        case _:
            assert_never(scheme)


def _accept(_request: Request, _now: datetime) -> None:
    """Take everything: the choice was made in the scheme."""

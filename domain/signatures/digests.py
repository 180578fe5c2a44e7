"""Judge an HMAC, or a plain digest of what holds a secret. The order is that of judging."""

import hashlib
import hmac
from collections.abc import Sequence

from domain.signatures import grammar, keys, named, slots
from domain.signatures.comparison import same
from domain.signatures.encodings import SIZES
from domain.signatures.judges import Secrets, Verifier, refusing
from domain.signatures.judging import Check, compile_judge
from domain.signatures.schemes import Hash, Hmac
from domain.signatures.slots import Signed
from domain.verdict import RejectionCause


def compile_hmac(scheme: Hmac, secrets: Secrets) -> Verifier:
    """Build the judge; without a usable secret it refuses with SECRET_MISSING."""
    usable, problem = hmac_keys(scheme, secrets)
    if not usable:
        return refusing(RejectionCause.SECRET_MISSING, problem)
    locate = grammar.locator(scheme, SIZES[scheme.algorithm])
    return compile_judge(scheme, secrets, locate, _hmac_check(usable, scheme.algorithm.value))


def compile_hash(scheme: Hash, secrets: Secrets) -> Verifier:
    """Build the judge; without a usable secret it refuses with SECRET_MISSING."""
    algorithm = scheme.algorithm.value

    def check(message: bytes, candidates: Sequence[bytes], _signed: Signed) -> bool:
        expected = digest(algorithm, message)
        return any(same(expected, candidate) for candidate in candidates)

    return compile_judge(scheme, secrets, grammar.locator(scheme, SIZES[algorithm]), check)


def hmac_keys(scheme: Hmac, secrets: Secrets) -> tuple[tuple[bytes, ...], str]:
    """Every usable key, and why there is none."""
    if not scheme.key_text:
        return keys.usable(scheme.secret, scheme.key, secrets)
    ways, problem = keys.combinations(named.in_key(scheme), secrets)
    made = [slots.of_secrets(scheme.key_text, way, scheme.secret) for way in ways]
    texts = [one.decode("utf-8", "surrogatepass") for one in made]
    return keys.usable_of(scheme.secret, texts, scheme.key, problem)


def digest(algorithm: str, message: bytes) -> bytes:
    """The plain digest, by hashlib's name."""
    return hashlib.new(algorithm, message, usedforsecurity=False).digest()


def _hmac_check(usable: Sequence[bytes], algorithm: str) -> Check:
    if len(usable) == 1:
        (sole,) = usable

        def check_one(message: bytes, candidates: Sequence[bytes], _signed: Signed) -> bool:
            expected = hmac.digest(sole, message, algorithm)
            for candidate in candidates:  # noqa: SIM110  a loop is faster than any()
                if hmac.compare_digest(expected, candidate):
                    return True
            return False

        return check_one

    def check(message: bytes, candidates: Sequence[bytes], _signed: Signed) -> bool:
        for key in usable:
            expected = hmac.digest(key, message, algorithm)
            if any(same(expected, candidate) for candidate in candidates):
                return True
        return False

    return check

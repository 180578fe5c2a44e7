"""Judge and make signatures of a provider's private key: Ed25519, RSA and ECDSA, over content or as a detached JWS.

The order is that of judging, the mathematics cryptography's. The algorithm is the scheme's, never the sender's:
a JWS that names another is refused.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)

from domain.request import Request
from domain.signatures import fetching, grammar, keys, public_keys
from domain.signatures.fetching import KeyRing
from domain.signatures.judges import Secrets, Verifier, refusing
from domain.signatures.judging import compile_judge
from domain.signatures.parts import Fetch, SignatureAlgorithm
from domain.signatures.public_keys import Key, PublicKey
from domain.signatures.schemes import PublicKeySignature, key_name
from domain.signatures.slots import Signed
from domain.signatures.writing import written
from domain.verdict import Refused, RejectionCause

_RSA_BYTES: Final = (public_keys.SMALLEST_RSA // 8, public_keys.LARGEST_RSA // 8)
_DER_BYTES: Final = (8, 141)
_HASHES: Final[Mapping[str, Callable[[], hashes.HashAlgorithm]]] = {
    "sha1": hashes.SHA1,
    "sha256": hashes.SHA256,
    "sha384": hashes.SHA384,
    "sha512": hashes.SHA512,
}
_RAW: Final = {
    SignatureAlgorithm.ES256: (32, "sha256"),
    SignatureAlgorithm.ES384: (48, "sha384"),
    SignatureAlgorithm.ES512: (66, "sha512"),
}
JOSE: Final[Mapping[SignatureAlgorithm, tuple[str, ...]]] = {
    SignatureAlgorithm.ED25519: ("EdDSA", "Ed25519"),
    SignatureAlgorithm.RSA_SHA256: ("RS256",),
    SignatureAlgorithm.RSA_SHA384: ("RS384",),
    SignatureAlgorithm.RSA_SHA512: ("RS512",),
    SignatureAlgorithm.RSA_PSS_SHA256: ("PS256",),
    SignatureAlgorithm.RSA_PSS_SHA384: ("PS384",),
    SignatureAlgorithm.RSA_PSS_SHA512: ("PS512",),
    SignatureAlgorithm.ES256: ("ES256",),
    SignatureAlgorithm.ES384: ("ES384",),
    SignatureAlgorithm.ES512: ("ES512",),
}
"""What the header of a JWS calls each algorithm (RFC 7518, RFC 8037, RFC 9864)."""


def compile_signature(scheme: PublicKeySignature, secrets: Secrets, ring: KeyRing) -> Verifier:
    """Build the judge; without a usable key of the right kind it refuses with SECRET_MISSING."""
    find, problem = _finder(scheme, secrets, ring)
    if problem:
        return refusing(RejectionCause.SECRET_MISSING, problem)
    algorithm, names = scheme.algorithm, JOSE.get(scheme.algorithm, ())
    is_jws = scheme.signature.jws is not None

    def check(message: bytes, candidates: Sequence[bytes], signed: Signed) -> bool:
        if is_jws:
            _sound(signed.jose, names)
        return any(
            verify(each.key, algorithm, candidate, message)
            for each in find(signed)
            for candidate in candidates
        )

    return compile_judge(scheme, secrets, grammar.locator(scheme, *_sizes(algorithm)), check)


def verify(key: PublicKey, algorithm: SignatureAlgorithm, signature: bytes, message: bytes) -> bool:
    """Whether it is the signature of a message. The key is of the algorithm's kind."""
    try:
        _verify(key, algorithm, signature, message)
    except (InvalidSignature, ValueError, UnsupportedAlgorithm):
        return False
    return True


def sign_signature(
    scheme: PublicKeySignature, draft: Request, secrets: Secrets, now: datetime, private: Any
) -> Request:
    """Sign as the provider would, with a private key of the algorithm's kind."""
    alg = (JOSE.get(scheme.algorithm) or ("",))[0]

    def seal(message: bytes) -> bytes:
        return _sign(private, scheme.algorithm, message)

    told = fetching.announced(scheme.fetch, draft, _kid(scheme)) if scheme.fetch else ()
    return written(scheme, draft, secrets, now, seal, alg=alg, told=told)


def _finder(
    scheme: PublicKeySignature, secrets: Secrets, ring: KeyRing
) -> tuple[Callable[[Signed], Sequence[Key]], str]:
    if scheme.fetch is not None:
        return _fetched(scheme, scheme.fetch, secrets, ring)
    found, problem = _keys(scheme, key_name(scheme) or "", secrets)

    def find(signed: Signed) -> Sequence[Key]:
        kid = signed.jose.get("kid")
        return [each for each in found if each.kid == kid] or found

    return find, problem


def _fetched(
    scheme: PublicKeySignature, rule: Fetch, secrets: Secrets, ring: KeyRing
) -> tuple[Callable[[Signed], Sequence[Key]], str]:
    find, problem = fetching.finder(rule, secrets, ring, _kid(scheme))

    def fitting(signed: Signed) -> Sequence[Key]:
        found = find(signed, signed.now or signed.request.received_at)
        return [each for each in found if public_keys.fits(each.key, scheme.algorithm)]

    return fitting, problem


def _kid(scheme: PublicKeySignature) -> str:
    return "jws:kid" if scheme.signature.jws else ""


def _keys(scheme: PublicKeySignature, name: str, secrets: Secrets) -> tuple[tuple[Key, ...], str]:
    texts, missing = keys.texts(secrets, name), keys.missing(secrets, name)
    found, problem = public_keys.usable(name, scheme.key, scheme.key_form, texts, missing)
    fitting = tuple(each for each in found if public_keys.fits(each.key, scheme.algorithm))
    if found and not fitting:
        problem = f"the key {name!r} is not of the kind that {scheme.algorithm.value} needs"
    return fitting, problem


def _sound(header: Mapping[str, Any], names: Sequence[str]) -> None:
    if header.get("alg") not in names:
        explanation = f"the signature's header does not name the algorithm {names[0]}"
        raise Refused(RejectionCause.SIGNATURE_MALFORMED, explanation)
    if "crit" in header or header.get("b64", True) is not True:
        explanation = "the signature's header asks for something that is not understood"
        raise Refused(RejectionCause.SIGNATURE_MALFORMED, explanation)


def _sizes(algorithm: SignatureAlgorithm) -> tuple[int, int]:
    if algorithm is SignatureAlgorithm.ED25519:
        return 64, 64
    if algorithm in _RAW:
        return 2 * _RAW[algorithm][0], 2 * _RAW[algorithm][0]
    return _RSA_BYTES if algorithm.startswith("rsa") else _DER_BYTES


def _verify(key: Any, algorithm: SignatureAlgorithm, signature: bytes, message: bytes) -> None:
    match key:
        case Ed25519PublicKey():
            key.verify(signature, message)
        case RSAPublicKey():
            key.verify(signature, message, _padding(algorithm), _hash(algorithm))
        case EllipticCurvePublicKey():
            der = _as_der(algorithm, signature) if algorithm in _RAW else signature
            key.verify(der, message, ec.ECDSA(_hash(algorithm)))


def _sign(key: Any, algorithm: SignatureAlgorithm, message: bytes) -> bytes:
    if algorithm is SignatureAlgorithm.ED25519:
        signature: bytes = key.sign(message)
    elif algorithm.startswith("rsa"):
        signature = key.sign(message, _padding(algorithm), _hash(algorithm))
    else:
        signature = key.sign(message, ec.ECDSA(_hash(algorithm)))
    if algorithm in _RAW:
        size = _RAW[algorithm][0]
        r, s = decode_dss_signature(signature)
        return r.to_bytes(size, "big") + s.to_bytes(size, "big")
    return signature


def _as_der(algorithm: SignatureAlgorithm, signature: bytes) -> bytes:
    size = _RAW[algorithm][0]
    r, s = signature[:size], signature[size:]
    return encode_dss_signature(int.from_bytes(r, "big"), int.from_bytes(s, "big"))


def _padding(algorithm: SignatureAlgorithm) -> Any:
    if algorithm.startswith("rsa-pss"):
        return padding.PSS(padding.MGF1(_hash(algorithm)), padding.PSS.DIGEST_LENGTH)
    return padding.PKCS1v15()


def _hash(algorithm: SignatureAlgorithm) -> hashes.HashAlgorithm:
    name = _RAW[algorithm][1] if algorithm in _RAW else algorithm.rpartition("-")[2]
    return _HASHES[name]()

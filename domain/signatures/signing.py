"""Sign a request as the provider would, from the same data that verifies it.

Knows which method signs how, and what is signed of several schemes; leaves out the order within one
signature (writing) and sending.
"""

import base64
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from domain.errors import Invalid, ProblemCode
from domain.request import Malformed, Request
from domain.signatures import asymmetric, digests, ends, facts, jwt, keys, references
from domain.signatures.credentials import PLACES
from domain.signatures.drafts import put
from domain.signatures.judges import Secrets
from domain.signatures.key_pairs import PUBLISHED
from domain.signatures.references import Reference
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
    PublicKeySignature,
    Scheme,
    Token,
    is_shared,
    key_name,
)
from domain.signatures.writing import each_item, written

PrivateKeys = Mapping[str, Any]
"""The provider's part of generated pairs, by the names of the public keys (key_pairs)."""

NO_KEYS: Final[PrivateKeys] = {}


def sign(
    scheme: Scheme,
    draft: Request,
    secrets: Secrets,
    now: datetime,
    *,
    private: PrivateKeys = NO_KEYS,
) -> Request:
    """Add what the provider would add: time, bound values and signature, replacing any in the draft.

    `any` signs by the first scheme whose secrets are set, `all` by every one in turn, `first` by the
    case that applies. Of several values of a secret the first that has not ended is used. A network
    address is not changed. private: keys by the names of the public ones, for methods that only the
    provider can sign. Raises Invalid when a secret is missing or the draft lacks a part that is
    signed.
    """
    return _Signer(ends.holding(secrets, now), now, private).signed(scheme, draft)


@dataclass(frozen=True, slots=True)
class _Signer:
    secrets: Secrets
    now: datetime
    private: PrivateKeys

    def signed(self, scheme: Scheme, draft: Request) -> Request:
        match scheme:
            case AllOf():
                for one in scheme.schemes:
                    draft = self.signed(one, draft)
                return draft
            case AnyOf():
                return self.signed(_signable(scheme, self.secrets), draft)
            case FirstOf():
                return self.signed(_applying(scheme, draft), draft)
            case _:
                return self._leaf(scheme, draft)

    def _leaf(self, scheme: Leaf, draft: Request) -> Request:  # noqa: PLR0911  one a method
        secrets, now = self.secrets, self.now
        match scheme:
            case Hmac():
                return _hmac(scheme, draft, secrets, now)
            case Hash():
                return _hash(scheme, draft, secrets, now)
            case Token():
                return _token(scheme, draft, secrets)
            case Basic():
                return _basic(scheme, draft, secrets)
            case PublicKeySignature():
                return asymmetric.sign_signature(scheme, draft, secrets, now, self._key(scheme))
            case Jwt():
                key = None if is_shared(scheme) else self._key(scheme)
                return jwt.sign_jwt(scheme, draft, secrets, now, key)
            case _:
                return draft

    def _key(self, scheme: PublicKeySignature | Jwt) -> Any:
        key = self.private.get(key_name(scheme) or PUBLISHED)
        if key is None:
            raise Invalid.one(ProblemCode.INVALID, "only the provider's private key can sign this")
        return key


def _hash(scheme: Hash, draft: Request, secrets: Secrets, now: datetime) -> Request:
    algorithm = scheme.algorithm.value
    return written(
        scheme, draft, secrets, now, lambda data: digests.digest(algorithm, data), alg=""
    )


def _hmac(scheme: Hmac, draft: Request, secrets: Secrets, now: datetime) -> Request:
    usable, problem = digests.hmac_keys(scheme, secrets)
    if not usable:
        is_set = bool(keys.texts(secrets, scheme.secret))
        code = ProblemCode.INVALID if is_set else ProblemCode.REQUIRED
        raise Invalid.one(code, problem, "secrets", scheme.secret)
    algorithm = scheme.algorithm.value
    alg = f"HS{algorithm.removeprefix('sha')}"
    return written(
        scheme, draft, secrets, now, lambda data: hmac.digest(usable[0], data, algorithm), alg=alg
    )


def _token(scheme: Token, draft: Request, secrets: Secrets) -> Request:
    place, text = (
        references.parse(scheme.source, PLACES),
        scheme.prefix + _secret(secrets, scheme.secret),
    )
    if not scheme.foreach:
        return put(draft, place, text)
    for path in each_item(draft, scheme.foreach):
        draft = put(draft, Reference("json", f"{path}.{place.name}"), text)
    return draft


def _basic(scheme: Basic, draft: Request, secrets: Secrets) -> Request:
    pair = f"{_secret(secrets, scheme.username)}:{_secret(secrets, scheme.password)}"
    text = "Basic " + base64.b64encode(pair.encode()).decode()
    return put(draft, Reference("header", "Authorization"), text)


def _signable(scheme: AnyOf, secrets: Secrets) -> Scheme:
    for one in scheme.schemes:
        if isinstance(one, Address):
            continue
        if all(keys.texts(secrets, name) for name in facts.secret_names(one)):
            return one
    return scheme.schemes[0]


def _applying(scheme: FirstOf, draft: Request) -> Scheme:
    for case in scheme.cases:
        if case.when is None or _is_present(references.parse(case.when), draft):
            return case.scheme
    return scheme.cases[0].scheme


def _is_present(place: Reference, draft: Request) -> bool:
    try:
        return references.reader(place)(draft) is not None
    except Malformed:
        return False


def _secret(secrets: Secrets, name: str) -> str:
    for text in keys.texts(secrets, name):
        return text
    raise Invalid.one(ProblemCode.REQUIRED, keys.missing(secrets, name), "secrets", name)

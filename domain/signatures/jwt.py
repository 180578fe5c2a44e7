"""Judge a JSON Web Token, and make one: its signature, its times, its claims, and what they are bound to.

JOSE is joserfc's. The algorithms are the scheme's, never the sender's; keys that a token brings along are not
looked at.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import orjson

from domain.errors import Invalid, ProblemCode
from domain.request import Malformed, Request
from domain.signatures import (
    equalities,
    fetching,
    grammar,
    jose,
    keys,
    named,
    public_keys,
    references,
    slots,
)
from domain.signatures.asymmetric import JOSE
from domain.signatures.claims import judge_claims, judge_times
from domain.signatures.drafts import changed, put
from domain.signatures.fetching import KeyRing
from domain.signatures.judges import Secrets, Verifier, refusing
from domain.signatures.parts import Binding, Fetch
from domain.signatures.references import BODY, Reference
from domain.signatures.schemes import Jwt, is_shared, key_name
from domain.signatures.slots import Signed
from domain.verdict import Refused, RejectionCause

MAX_KEYS: Final = 10
KID: Final = "jws:kid"
_LIFE: Final = 300


@dataclass(frozen=True, slots=True)
class _Key:
    key: Any
    kid: str = ""


def compile_jwt(scheme: Jwt, secrets: Secrets, ring: KeyRing) -> Verifier:
    """Build the judge; without a usable key it refuses with SECRET_MISSING."""
    choose, problem = _chooser(scheme, secrets, ring)
    ways, missing = keys.combinations(named.in_token(scheme), secrets)
    if problem or missing:
        return refusing(RejectionCause.SECRET_MISSING, problem or missing)
    registry, find = jose.Registry(scheme.algorithms), _finder(scheme)
    required = equalities.first_unequal(scheme.require) if scheme.require else None
    bound = equalities.first_unequal(scheme.bind) if scheme.bind else None

    def verify(request: Request, now: datetime) -> None:
        token = _read(find(request), registry)
        header: Mapping[str, Any] = token.headers()
        named_by = [Signed(request, request.url, jose=header, secrets=way) for way in ways]
        _hold(required, named_by, RejectionCause.SIGNATURE_MALFORMED)
        found = choose(Signed(request, jose=header, now=now))
        if not any(jose.is_signed(token, each.key, registry) for each in found):
            explanation = "the token's signature does not match the key"
            raise Refused(RejectionCause.SIGNATURE_MISMATCH, explanation)
        claims = _claims(token)
        judge_times(scheme, claims, now)
        judge_claims(scheme, claims, ways)
        known = [
            Signed(request, request.url, jose=header, secrets=way, claims=claims) for way in ways
        ]
        _hold(bound, known, RejectionCause.SIGNATURE_MISMATCH)

    return verify


def sign_jwt(scheme: Jwt, draft: Request, secrets: Secrets, now: datetime, private: Any) -> Request:
    """Make the token as the provider would. private: of an asymmetric scheme. Raises Invalid."""
    ways, missing = keys.combinations(named.in_token(scheme), secrets)
    if not ways:
        raise Invalid.one(ProblemCode.REQUIRED, missing, "secrets")
    key = _signing_key(scheme, secrets, private)
    header: dict[str, Any] = {"alg": scheme.algorithms[0].value, "typ": "JWT"}
    draft = _announce(scheme, draft, header)
    claims = _made_claims(scheme, draft, ways[0], now)
    for rule in (*scheme.require, *scheme.bind):
        draft = _bind(rule, draft, header, claims, ways[0])
    registry = jose.Registry(scheme.algorithms)
    text = jose.serialized(header, orjson.dumps(claims), key, registry)
    if scheme.signature.source == BODY:
        return changed(draft, body=(scheme.signature.strip + text).encode())
    return put(draft, grammar.place_of(scheme.signature), scheme.signature.strip + text)


def _chooser(
    scheme: Jwt, secrets: Secrets, ring: KeyRing
) -> tuple[Callable[[Signed], Sequence[_Key]], str]:
    if scheme.fetch is not None:
        return _fetched(scheme.fetch, secrets, ring)
    found, problem = _keys(scheme, key_name(scheme) or "", secrets)
    return lambda signed: _chosen(found, signed.jose), problem


def _fetched(
    rule: Fetch, secrets: Secrets, ring: KeyRing
) -> tuple[Callable[[Signed], Sequence[_Key]], str]:
    find, problem = fetching.finder(rule, secrets, ring, KID)

    def choose(signed: Signed) -> Sequence[_Key]:
        try:
            found = find(signed, signed.now or signed.request.received_at)
        except Malformed as error:
            raise Refused(RejectionCause.MALFORMED, str(error)) from error
        return _tried([(each.key, each.kid) for each in found], jose.public, "published", "")[0]

    return choose, problem


def _keys(scheme: Jwt, name: str, secrets: Secrets) -> tuple[tuple[_Key, ...], str]:
    if is_shared(scheme):
        texts, problem = keys.usable(name, scheme.key, secrets)
        return _tried([(text, "") for text in texts], jose.shared, name, problem)
    given, missing = keys.texts(secrets, name), keys.missing(secrets, name)
    found, problem = public_keys.usable(name, scheme.key, scheme.key_form, given, missing)
    fitting = [(each.key, each.kid) for each in found if _fits(each.key, scheme)]
    if found and not fitting:
        problem = f"the key {name!r} is not of the kind that {scheme.algorithms[0].value} needs"
    return _tried(fitting, jose.public, name, problem)


def _fits(key: public_keys.PublicKey, scheme: Jwt) -> bool:
    kinds = (kind for kind, names in JOSE.items() if set(names) & set(scheme.algorithms))
    return any(public_keys.fits(key, kind) for kind in kinds)


def _tried(
    found: Sequence[tuple[Any, str]], read: Callable[[Any], Any], name: str, problem: str
) -> tuple[tuple[_Key, ...], str]:
    usable = []
    for key, kid in found:
        try:
            usable.append(_Key(read(key), kid))
        except ValueError:
            problem = f"the key {name!r} cannot be used for the tokens of this scheme"
    return tuple(usable), "" if usable else problem


def _chosen(found: Sequence[_Key], header: Mapping[str, Any]) -> Sequence[_Key]:
    """The keys that the token may mean: that of its id, else those of a set without one."""
    kid = header.get("kid")
    named_keys = [each for each in found if kid and each.kid == kid]
    return named_keys or [each for each in found if not (kid and each.kid)][:MAX_KEYS]


def _finder(scheme: Jwt) -> Callable[[Request], str]:
    prefix = scheme.signature.strip
    if scheme.signature.source != BODY:
        find = grammar.texts(scheme.signature)
        return lambda request: find(request, None)[0]

    def whole(request: Request) -> str:
        if not request.body:
            raise Refused(RejectionCause.SIGNATURE_MISSING, "the body is empty; it is the token")
        if len(request.body) > jose.MAX_TOKEN:
            raise _malformed(f"the body is longer than {jose.MAX_TOKEN} bytes")
        return request.body.decode("latin-1").strip().removeprefix(prefix)

    return whole


def _read(text: str, registry: jose.Registry) -> jose.Token:
    try:
        token = jose.read(text, registry)
    except ValueError as error:
        raise _malformed(f"what stands for the token {error}") from None
    algorithm = token.headers().get("alg")
    if not isinstance(algorithm, str) or algorithm not in registry.accepted:
        accepted = ", ".join(sorted(registry.accepted))
        raise _malformed(f"the token's algorithm is not accepted; accepted: {accepted}")
    if "crit" in token.headers() or "b64" in token.headers():
        raise _malformed("the token's header asks for something that is not understood")
    return token


def _claims(token: jose.Token) -> dict[str, Any]:
    try:
        claims = orjson.loads(token.payload or b"")
    except orjson.JSONDecodeError:
        claims = None
    if not isinstance(claims, dict):
        raise _malformed("the token holds no claims")
    return claims


def _hold(
    check: Callable[[Signed], str | None] | None, known: Sequence[Signed], cause: RejectionCause
) -> None:
    """One of the ways must satisfy every equality. Raises Refused."""
    if check is None:
        return
    words: str | None = None
    try:
        for signed in known:
            words = check(signed)
            if words is None:
                return
    except Malformed as error:
        raise Refused(RejectionCause.MALFORMED, str(error)) from error
    raise Refused(cause, f"{words} does not hold what this scheme requires")


def _signing_key(scheme: Jwt, secrets: Secrets, private: Any) -> Any:
    if not is_shared(scheme):
        return jose.private(private)
    name = key_name(scheme) or ""
    texts, problem = keys.usable(name, scheme.key, secrets)
    if not texts:
        raise Invalid.one(ProblemCode.REQUIRED, problem, "secrets", name)
    return jose.shared(texts[0])


def _made_claims(
    scheme: Jwt, draft: Request, way: Mapping[str, str], now: datetime
) -> dict[str, Any]:
    at = int(now.timestamp())
    claims: dict[str, Any] = {}
    if scheme.signature.source == BODY and draft.body:
        claims |= _drafted(draft.body)
    claims |= {"iat": at}
    times = {"nbf": at, "exp": at + _LIFE}
    for name in scheme.need:
        claims.setdefault(name, times.get(name, f"{name}-{at}"))
    for name, wanted in scheme.claims.items():
        text = wanted if isinstance(wanted, str) else wanted[0]
        claims[name] = slots.of_secrets(text, way).decode()
    return claims


def _announce(scheme: Jwt, draft: Request, header: dict[str, Any]) -> Request:
    """Say where the published key is, in the token's header or beside it."""
    for place, text in fetching.announced(scheme.fetch, draft, KID) if scheme.fetch else ():
        if place.kind == "jws":
            header[place.name] = text
        else:
            draft = put(draft, place, text)
    return draft


def _drafted(body: bytes) -> dict[str, Any]:
    """The claims of a token that is to be the whole body."""
    try:
        claims = orjson.loads(body)
    except orjson.JSONDecodeError:
        claims = None
    if not isinstance(claims, dict):
        message = "the body becomes a token: give its claims, a JSON object"
        raise Invalid.one(ProblemCode.INVALID, message, "body")
    return claims


def _bind(
    rule: Binding,
    draft: Request,
    header: dict[str, Any],
    claims: dict[str, Any],
    way: Mapping[str, str],
) -> Request:
    place = references.parse(rule.value, references.LOCATED)
    signed = Signed(draft, draft.url, jose=header, secrets=way, claims=claims)
    value = slots.template(rule.equals)(signed).decode("utf-8", "replace")
    if place.kind == "jws":
        header[place.name] = value
    elif place.kind == "claim":
        _deepest(claims, place)[place.name.rpartition(".")[2]] = value
    else:
        return put(draft, place, value)
    return draft


def _deepest(claims: dict[str, Any], place: Reference) -> dict[str, Any]:
    for step in place.name.split(".")[:-1]:
        claims = claims.setdefault(step, {})
    return claims


def _malformed(explanation: str) -> Refused:
    return Refused(RejectionCause.SIGNATURE_MALFORMED, explanation)

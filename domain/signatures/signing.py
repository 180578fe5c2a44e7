"""Sign a request as the provider would, from the same data that verifies it.

Knows the order: time, then bound values, then the digest over the finished request. Leaves out
sending.
"""

import base64
import hmac
from datetime import datetime

from domain.errors import Invalid, ProblemCode
from domain.request import Malformed, Request
from domain.signatures import content, encodings, grammar, keys, references, timestamps
from domain.signatures.content import Signed
from domain.signatures.drafts import put
from domain.signatures.facts import secret_names
from domain.signatures.judges import Secrets
from domain.signatures.references import Reference
from domain.signatures.schemes import AnyOf, Basic, FirstOf, Hmac, Scheme, Token


def sign(scheme: Scheme, draft: Request, secrets: Secrets, now: datetime) -> Request:
    """Add what the provider would add: time, bound values and signature, replacing any in the draft.

    `any` signs by the first scheme whose secrets are set, `first` by the case that applies. Of several
    values of a secret the first is used. Raises Invalid when a secret is missing or the draft lacks a
    part that is signed.
    """
    match scheme:
        case Hmac():
            return _hmac(scheme, draft, secrets, now)
        case Token():
            text = scheme.prefix + _secret(secrets, scheme.secret)
            return put(draft, references.parse(scheme.source), text)
        case Basic():
            return _basic(scheme, draft, secrets)
        case AnyOf():
            return sign(_signable(scheme, secrets), draft, secrets, now)
        case FirstOf():
            return sign(_applying(scheme, draft), draft, secrets, now)
        case _:
            return draft


def _hmac(scheme: Hmac, draft: Request, secrets: Secrets, now: datetime) -> Request:
    key = _key(scheme, secrets)
    request, stamp, fields = _stamped(scheme, draft, now)
    try:
        for binding in scheme.bind:
            build = content.builder((binding.equals,))
            value = build(Signed(request, request.url, stamp, fields))
            request = put(request, references.parse(binding.value), value.decode("latin-1"))
        message = content.builder(content.parts(scheme))(
            Signed(request, request.url, stamp, fields)
        )
    except Malformed as error:
        raise Invalid.one(ProblemCode.INVALID, str(error)) from error
    digest = hmac.digest(key, message, scheme.algorithm.value)
    text = grammar.write(scheme.signature, encodings.encode(digest, scheme.encoding), fields)
    return put(request, references.parse(scheme.signature.source), text)


def _stamped(scheme: Hmac, draft: Request, now: datetime) -> tuple[Request, str, dict[str, str]]:
    rule = scheme.timestamp
    if rule is None:
        return draft, "", {}
    text = timestamps.write(now, rule.unit)
    place = references.parse(rule.source, content.LOCATED)
    if place.kind == "sig":
        return draft, text, {place.name: text}
    return put(draft, place, text), text, {}


def _basic(scheme: Basic, draft: Request, secrets: Secrets) -> Request:
    pair = f"{_secret(secrets, scheme.username)}:{_secret(secrets, scheme.password)}"
    text = "Basic " + base64.b64encode(pair.encode()).decode()
    return put(draft, Reference("header", "Authorization"), text)


def _signable(scheme: AnyOf, secrets: Secrets) -> Scheme:
    for one in scheme.schemes:
        if all(keys.texts(secrets, name) for name in secret_names(one)):
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


def _key(scheme: Hmac, secrets: Secrets) -> bytes:
    try:
        return keys.derive(_secret(secrets, scheme.secret), scheme.key)
    except ValueError as error:
        message = f"the secret {scheme.secret!r} {error}"
        raise Invalid.one(ProblemCode.INVALID, message, "secrets", scheme.secret) from error


def _secret(secrets: Secrets, name: str) -> str:
    for text in keys.texts(secrets, name):
        return text
    raise Invalid.one(ProblemCode.REQUIRED, f"the secret {name!r} is not set", "secrets", name)

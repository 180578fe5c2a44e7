"""Judge an HMAC: cheap refusals first, then the time, then the digest, then what is bound to it."""

import hmac
from collections.abc import Callable, Mapping
from datetime import datetime

from domain.request import Malformed, Request
from domain.signatures import addresses, content, grammar, keys, references, timestamps
from domain.signatures.comparison import same
from domain.signatures.content import Builder, Signed
from domain.signatures.grammar import Found
from domain.signatures.judges import Secrets, Verifier, refusing
from domain.signatures.references import Reader
from domain.signatures.schemes import Hmac, Timestamp
from domain.verdict import Refused, RejectionCause


def compile_hmac(scheme: Hmac, secrets: Secrets) -> Verifier:
    """Build the judge; without a usable secret it refuses with SECRET_MISSING."""
    usable, problem = keys.usable(scheme.secret, scheme.key, secrets)
    if not usable:
        return refusing(RejectionCause.SECRET_MISSING, problem)
    locate, read_time = grammar.locator(scheme), _clock(scheme.timestamp)
    build, bound = content.builder(content.parts(scheme)), _bindings(scheme)
    urls = addresses.variants(scheme.url_variants) if content.signs_url(scheme) else _no_url
    algorithm = scheme.algorithm.value
    place = references.parse(scheme.signature.source).words

    def is_signed(signed: Signed, found: Found) -> bool:
        message = build(signed)
        for key in usable:
            expected = hmac.digest(key, message, algorithm)
            for candidate in found.candidates:
                if same(expected, candidate):
                    return True
        return False

    def verify(request: Request, now: datetime) -> None:
        found = locate(request)
        stamp = read_time(request, found.fields, now)
        try:
            for url in urls(request):
                signed = Signed(request, url, stamp, found.fields)
                if is_signed(signed, found):
                    return bound(signed)
        except Malformed as error:
            raise Refused(RejectionCause.MALFORMED, str(error)) from error
        raise Refused(
            RejectionCause.SIGNATURE_MISMATCH,
            f"{place} does not match: the secret, the signed content or the body differs",
        )

    return verify


def _clock(rule: Timestamp | None) -> Callable[[Request, Mapping[str, str], datetime], str]:
    if rule is None:
        return lambda _request, _fields, _now: ""
    place = references.parse(rule.source, content.LOCATED)
    find = None if place.kind == "sig" else references.reader(place)
    judge = timestamps.judge(rule)

    def read(request: Request, fields: Mapping[str, str], now: datetime) -> str:
        try:
            text = find(request) if find else fields.get(place.name)
        except Malformed as error:
            raise Refused(RejectionCause.TIMESTAMP_MALFORMED, str(error)) from error
        if not text:
            raise Refused(RejectionCause.TIMESTAMP_MISSING, f"{place.words} (the time) is missing")
        judge(text, now)
        return text

    return read


def _bindings(scheme: Hmac) -> Callable[[Signed], None]:
    rules: list[tuple[str, str, Reader, Builder]] = []
    for binding in scheme.bind:
        place = references.parse(binding.value)
        build = content.builder((binding.equals,))
        rules.append((place.kind, place.words, references.reader(place), build))

    def check(signed: Signed) -> None:
        for kind, words, find, build in rules:
            sent = find(signed.request)
            if sent is None:
                raise Malformed(f"{words} is missing; it is bound to what was signed")
            if not same(build(signed), references.to_bytes(kind, sent)):
                raise Refused(
                    RejectionCause.SIGNATURE_MISMATCH, f"{words} does not match what was sent"
                )

    return check


def _no_url(_request: Request) -> tuple[str, ...]:
    return ("",)

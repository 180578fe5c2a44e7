"""Which keys, tokens and networks are possible: key steps, public keys and where they are fetched, claims."""

import ipaddress
import re
from collections.abc import Iterable
from typing import Final

from domain.errors import Problem
from domain.outbound import hosts
from domain.signatures import fetching, keys, references
from domain.signatures.decoding import Path
from domain.signatures.parts import Binding, Fetch, KeyForm, SignatureAlgorithm
from domain.signatures.problems import (
    invalid,
    names,
    only_secrets,
    place,
    secret_slots,
    template,
)
from domain.signatures.references import Reference
from domain.signatures.schemes import Address, Hmac, Jwt, PublicKeySignature

MAX_RANGES: Final = 200
MAX_CLAIMS: Final = 50
MAX_HOSTS: Final = 20
MAX_HEADERS: Final = 20
MAX_LEEWAY: Final = 3_600
MAX_AGE: Final = 31_536_000


def of_hmac(scheme: Hmac, path: Path) -> Iterable[Problem]:
    """The key of an HMAC."""
    yield from names(path, secret=scheme.secret)
    yield from steps(scheme.key, (*path, "key"))
    if scheme.key_text:
        where = (*path, "key_text")
        yield from only_secrets(scheme.key_text, where, own=True)
        slots, unread = template(scheme.key_text, where)
        if not unread and (not slots or any(slot.filters for slot in slots)):
            yield invalid("'key_text' needs secrets, as they are: {secret:a}&{secret:b}", where)


def of_signature(scheme: PublicKeySignature, path: Path) -> Iterable[Problem]:
    """The key of a signature."""
    yield from _key(scheme, path)
    form = scheme.key_form if scheme.fetch is None else scheme.fetch.form
    if form is KeyForm.RAW and scheme.algorithm.startswith("rsa"):
        yield invalid("an RSA key has no raw form", (*path, "key_form"))
    has_jws = scheme.signature.jws is not None
    if scheme.fetch is not None:
        yield from _fetch(scheme.fetch, (*path, "fetch"), has_jws=has_jws)
    if has_jws and scheme.algorithm not in _JOSE:
        yield invalid(
            f"a JWS is not signed by {scheme.algorithm}: use one of {', '.join(_JOSE)}",
            (*path, "algorithm"),
        )


def of_jwt(scheme: Jwt, path: Path) -> Iterable[Problem]:
    """Everything about a token."""
    rule = scheme.signature
    yield from place(
        rule.source, (*references.KINDS, references.BODY), (*path, "signature", "from")
    )[1]
    for name in ("split", "kv", "pick", "index", "envelope", "jws", "numbered", "repeated"):
        if getattr(rule, name) not in (None, "") and getattr(rule, name) is not False:
            yield invalid(f"{name!r} does not belong to a token", (*path, "signature", name))
    yield from _algorithms(scheme, path)
    yield from _key(scheme, path)
    if scheme.fetch is not None:
        yield from _fetch(scheme.fetch, (*path, "fetch"), has_jws=True)
    yield from _claims(scheme, path)
    for name, kinds in (("require", ()), ("bind", ("claim",))):
        rules: tuple[Binding, ...] = getattr(scheme, name)
        for number, one in enumerate(rules):
            yield from _rule(one, (*references.KINDS, "jws", *kinds), (*path, name, str(number)))


def of_address(scheme: Address, path: Path) -> Iterable[Problem]:
    """Ranges of addresses."""
    if not 1 <= len(scheme.ranges) <= MAX_RANGES:
        yield invalid(f"between 1 and {MAX_RANGES} ranges are needed", (*path, "ranges"))
        return
    for number, text in enumerate(scheme.ranges):
        where = (*path, "ranges", str(number))
        try:
            network = ipaddress.ip_network(text)
        except ValueError:
            message = 'is no range of addresses, such as "192.0.2.0/24": the bits after /n are zero'
            yield invalid(f"{text[:100]!r} {message}", where)
            continue
        if network.prefixlen == 0:
            yield invalid("this range holds every address", where)


def steps(found: tuple[str, ...], path: Path) -> Iterable[Problem]:
    """Steps from a text to a key."""
    if (wrong := keys.problem(found)) is not None:
        yield invalid(wrong, path)


def _key(scheme: PublicKeySignature | Jwt, path: Path) -> Iterable[Problem]:
    yield from names(path, secret=scheme.secret)
    yield from steps(scheme.key, (*path, "key"))
    if scheme.fetch is not None and scheme.secret is not None:
        yield invalid("'fetch' and 'secret' cannot stand together: one key is needed", path)
    if scheme.fetch is not None and (scheme.key_form is not KeyForm.PEM or scheme.key != ("utf8",)):
        yield invalid("a fetched key has its form in 'fetch': 'as' and 'key'", path)
    if scheme.key_form is KeyForm.RAW and not {"hex", "base64"} & set(scheme.key):
        yield invalid("a raw key needs a step that makes bytes: hex or base64", (*path, "key"))


def _algorithms(scheme: Jwt, path: Path) -> Iterable[Problem]:
    where = (*path, "algorithms")
    if not scheme.algorithms:
        yield invalid("at least one algorithm is needed", where)
    shared = [one.startswith("HS") for one in scheme.algorithms]
    if len(set(shared)) > 1:
        # else a public key, which everyone knows, would be taken as the shared one
        yield invalid("HMACs (HS…) and public keys cannot be accepted by one scheme", where)
    elif any(shared) and scheme.fetch is not None:
        yield invalid("the key of an HMAC is a secret: it cannot be fetched", (*path, "fetch"))
    elif any(shared) and scheme.key_form is not KeyForm.PEM:
        yield invalid("the key of an HMAC has no 'key_form'", (*path, "key_form"))


def _claims(scheme: Jwt, path: Path) -> Iterable[Problem]:
    if len(scheme.claims) > MAX_CLAIMS or len(scheme.need) > MAX_CLAIMS:
        yield invalid(f"at most {MAX_CLAIMS} claims are allowed", (*path, "claims"))
    for name, wanted in scheme.claims.items():
        where = (*path, "claims", name)
        accepted = (wanted,) if isinstance(wanted, str) else wanted
        if not accepted or len(accepted) > MAX_CLAIMS:
            yield invalid(f"between 1 and {MAX_CLAIMS} values are needed", where)
        for text in accepted:
            yield from only_secrets(text, where, own=False)
    if not 0 <= scheme.leeway <= MAX_LEEWAY:
        yield invalid(f"'leeway' is 0 to {MAX_LEEWAY} seconds", (*path, "leeway"))
    if scheme.max_age is not None and not 1 <= scheme.max_age <= MAX_AGE:
        yield invalid(f"'max_age' is 1 to {MAX_AGE} seconds", (*path, "max_age"))


def _rule(rule: Binding, kinds: tuple[str, ...], path: Path) -> Iterable[Problem]:
    yield from place(rule.value, kinds, (*path, "value"))[1]
    found, problems = template(rule.equals, (*path, "equals"))
    yield from problems
    yield from secret_slots(found, (*path, "equals"), own=False)
    for slot in found:
        kind = slot.what.kind if isinstance(slot.what, Reference) else slot.what
        if kind in {"timestamp", "sig", "item"} or (kind == "claim" and "claim" not in kinds):
            yield invalid(f"{kind!r} cannot be named here", (*path, "equals"))


def _fetch(rule: Fetch, path: Path, *, has_jws: bool) -> Iterable[Problem]:
    if [bool(rule.url), bool(rule.issuer), bool(rule.source)].count(True) != 1:
        yield invalid("exactly one of 'url', 'issuer' and 'from' is needed", path)
    if rule.url:
        yield from _url(rule.url, (*path, "url"))
    if rule.issuer:
        yield from _issuer(rule, path)
    if rule.source:
        kinds = (*references.KINDS, *(("jws",) if has_jws else ()))
        yield from place(rule.source, kinds, (*path, "from"))[1]
    if bool(rule.source) != bool(rule.hosts):
        yield invalid("'from' and 'hosts' need each other: anyone can name an address", path)
    if len(rule.hosts) > MAX_HOSTS:
        yield invalid(f"at most {MAX_HOSTS} hosts are allowed", (*path, "hosts"))
    for number, pattern in enumerate(rule.hosts):
        yield from _host(pattern, (*path, "hosts", str(number)))
    yield from _answer(rule, path, has_jws=has_jws)
    yield from _sent(rule, path, has_jws=has_jws)


def _answer(rule: Fetch, path: Path, *, has_jws: bool) -> Iterable[Problem]:
    yield from steps(rule.key, (*path, "key"))
    if rule.form is KeyForm.RAW and not {"hex", "base64"} & set(rule.key):
        yield invalid("a raw key needs a step that makes bytes: hex or base64", (*path, "key"))
    if rule.kid:
        kinds = (*references.KINDS, "sig", *(("jws",) if has_jws else ()))
        yield from place(rule.kid, kinds, (*path, "kid"))[1]
    if rule.name and rule.form is not KeyForm.X509:
        yield invalid("'name' is that of a certificate: 'as' is x509", (*path, "name"))
    elif rule.name:
        yield from _host(rule.name, (*path, "name"))


def _sent(rule: Fetch, path: Path, *, has_jws: bool) -> Iterable[Problem]:
    if rule.body and rule.method != "POST":
        yield invalid("a body is sent with the method POST only", (*path, "body"))
    if not rule.url and (rule.body or rule.headers or rule.method != "GET"):
        # an address that stands in the delivery, or in a document, must not be handed a secret
        yield invalid("'method', 'headers' and 'body' are for a fixed 'url' only", path)
    found, problems = template(rule.body, (*path, "body"))
    yield from problems
    yield from secret_slots(found, (*path, "body"), own=False)
    allowed = {"secret", "jws"} if has_jws else {"secret"}
    for slot in found:
        if not isinstance(slot.what, Reference) or slot.what.kind not in allowed:
            told = " and ".join(f"{{{kind}:…}}" for kind in sorted(allowed))
            yield invalid(f"only {told} can be named here", (*path, "body"))
    if len(rule.headers) > MAX_HEADERS:
        yield invalid(f"at most {MAX_HEADERS} headers are allowed", (*path, "headers"))
    for name, value in rule.headers.items():
        yield from place(f"header:{name}", references.KINDS, (*path, "headers", name))[1]
        where = (*path, "headers", name)
        if not value.isprintable() or not value.isascii() or len(value) > 1_000:
            yield invalid("a header is printable ASCII text", where)
        yield from only_secrets(value, where, own=False)


def _url(text: str, path: Path) -> Iterable[Problem]:
    problems = list(only_secrets(text, path, own=False))
    yield from problems
    if not problems and not fetching.is_fixed(_SLOT.sub("x", text)):
        yield invalid("a fixed https address without a port, user or # is needed", path)


def _issuer(rule: Fetch, path: Path) -> Iterable[Problem]:
    yield from _url(rule.issuer, (*path, "issuer"))
    if "?" in rule.issuer:
        yield invalid("an issuer has no query", (*path, "issuer"))
    if rule.form is not KeyForm.JWKS or rule.json:
        yield invalid(
            "an issuer publishes a set of keys: 'as' is jwks, without 'json'", (*path, "as")
        )


def _host(pattern: str, path: Path) -> Iterable[Problem]:
    if fault := hosts.pattern_fault(pattern):
        yield invalid(f"{pattern[:100]!r} is no such host: {fault}", path)


_SLOT: Final = re.compile(r"\{[^{}]*\}")
_JOSE: Final = (
    SignatureAlgorithm.ED25519,
    SignatureAlgorithm.RSA_SHA256,
    SignatureAlgorithm.RSA_SHA384,
    SignatureAlgorithm.RSA_SHA512,
    SignatureAlgorithm.RSA_PSS_SHA256,
    SignatureAlgorithm.RSA_PSS_SHA384,
    SignatureAlgorithm.RSA_PSS_SHA512,
    SignatureAlgorithm.ES256,
    SignatureAlgorithm.ES384,
    SignatureAlgorithm.ES512,
)

"""Keys that a provider publishes: which are asked for, and where, by what a delivery says. Pure.

Knows what a scheme's `fetch` asks for and which of the found keys are meant; leaves out fetching and how long an
answer holds (keyring). An address that stands in a delivery is looked at by its host before anything else.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Protocol
from urllib.parse import urlsplit

from domain.outbound import hosts
from domain.request import Malformed, Request
from domain.signatures import keys, public_keys, references, slots
from domain.signatures.judges import Secrets
from domain.signatures.key_pairs import KEY_ID, PUBLISHED
from domain.signatures.parts import Fetch, KeyForm
from domain.signatures.public_keys import Key
from domain.signatures.references import Reference
from domain.signatures.slots import Signed, Slot
from domain.verdict import Refused, RejectionCause

MAX_TRIED: Final = 10
DISCOVERY: Final = "/.well-known/openid-configuration"
"""Where an issuer's document stands (OpenID Connect Discovery 1.0, section 4)."""
_KINDS: Final = (*references.KINDS, "sig", "jws")
_URL: Final = re.compile(r"https://[!$%&'()*+,\-./:;=?@A-Za-z0-9_~]{1,1990}")
_PLAIN: Final = re.compile(r"[A-Za-z0-9._~+/=:@-]{1,500}")


@dataclass(frozen=True, slots=True)
class KeyRequest:
    """One answer of a provider, and how it is read. body, headers: they may hold secrets.

    form, json, steps, name: as in `parts.Fetch`. discovered: the url is an issuer's discovery document, which
    names the address of the keys.
    """

    url: str
    form: KeyForm
    json: str = ""
    steps: tuple[str, ...] = ("utf8",)
    name: str = ""
    method: str = "GET"
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    body: bytes = field(default=b"", repr=False)
    discovered: bool = False


@dataclass(frozen=True, slots=True)
class Want:
    """A request that must be made before a delivery can be judged. owner: for whom."""

    request: KeyRequest
    owner: str = ""


class KeysNeeded(Exception):
    """It cannot be judged yet: these keys must be fetched first."""

    def __init__(self, wants: Iterable[Want]) -> None:
        super().__init__("keys must be fetched first")
        self.wants = tuple(wants)


class KeyRing(Protocol):
    """Where published keys are found."""

    def lookup(self, request: KeyRequest, kid: str, now: datetime, /) -> Sequence[Key]:
        """Give the keys that may be meant, none when the provider publishes no such key.

        kid: the key's id, empty when it is not told. Raises KeysNeeded, or Refused when they are not to be had.
        """
        ...


Finder = Callable[[Signed, datetime], Sequence[Key]]
"""Finds the keys for a delivery. Raises Refused, Malformed or KeysNeeded."""


def finder(rule: Fetch, secrets: Secrets, ring: KeyRing, kid: str = "") -> tuple[Finder, str]:
    """Compile the search for a delivery's keys, and say why no request can be made, if so.

    kid: the place of the key's id when the rule names none.
    """
    ways, problem = keys.combinations(named(rule), secrets)
    write, identify = _writer(rule), _identifier(rule.kid or kid)

    def find(signed: Signed, now: datetime) -> Sequence[Key]:
        wanted = identify(signed)
        refusal = unavailable(problem)
        for way in ways:
            try:
                return ring.lookup(write(signed, way), wanted, now)
            except Refused as refused:
                refusal = refused
        raise refusal

    return find, problem


def chosen(found: Iterable[Key], kid: str) -> tuple[Key, ...]:
    """Those keys that an id may mean: the one that has it, else those without any. At most MAX_TRIED."""
    every = tuple(found)
    if kid:
        own = tuple(each for each in every if each.kid == kid)
        every = own or tuple(each for each in every if not each.kid)
    return every[:MAX_TRIED]


def named(rule: Fetch) -> tuple[str, ...]:
    """The names of the secrets that a request holds, each once."""
    found = slots.slots((rule.url, rule.issuer, *rule.headers.values(), rule.body))
    names = (
        each.what.name for each in found if isinstance(each.what, Reference) and _is_secret(each)
    )
    return tuple(dict.fromkeys(names))


def announced(rule: Fetch, draft: Request, kid: str = "") -> Iterator[tuple[Reference, str]]:
    """What a provider would tell of its key and the draft does not yet: places, and what stands there.

    kid: as for `finder`.
    """
    if place := rule.kid or kid:
        where = references.parse(place, _KINDS)
        if not _told(draft, where):
            yield where, KEY_ID
    if rule.source:
        where = references.parse(rule.source, _KINDS)
        if not is_pinned(rule, _told(draft, where)):
            host = rule.hosts[0].replace("*", "example")
            yield where, f"https://{host}/keys"


def is_pinned(rule: Fetch, url: str) -> bool:
    """Whether an address is one that the provider may name."""
    try:
        return hosts.is_named(hosts.host_of(url), rule.hosts)
    except ValueError:
        return False


def is_fixed(url: str) -> bool:
    """Whether a text is a plain https address: no port, no user, nothing after a #."""
    try:
        parts = urlsplit(url)
        is_sound = (
            parts.scheme == "https"
            and bool(parts.hostname)
            and parts.username is None
            and parts.port in {None, 443}
        )
    except ValueError:
        return False
    return is_sound and bool(_URL.fullmatch(url))


def unavailable(explanation: str) -> Refused:
    """The refusal of a delivery whose key is not to be had now: the provider may send it again."""
    return Refused(RejectionCause.KEY_UNAVAILABLE, explanation)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A ring of keys that are given: whatever is asked for, these are the answer. No network."""

    given: Secrets

    def lookup(self, request: KeyRequest, kid: str, now: datetime, /) -> Sequence[Key]:
        """Give every key that can be read in the form of the request."""
        del kid, now
        texts = keys.texts(self.given, PUBLISHED)
        missing = keys.missing(self.given, PUBLISHED)
        found, problem = public_keys.usable(PUBLISHED, request.steps, request.form, texts, missing)
        if not found:
            raise Refused(RejectionCause.SECRET_MISSING, problem)
        return found[:MAX_TRIED]


def fixed(given: Secrets) -> KeyRing:
    """Make a ring of given public keys: texts in the form that is fetched, under `key_pairs.PUBLISHED`."""
    return Fixed(given)


def _writer(rule: Fetch) -> Callable[[Signed, Mapping[str, str]], KeyRequest]:
    address, body = _address(rule), slots.template(rule.body)
    headers = tuple(rule.headers.items())
    told = [each for each in slots.slots([rule.body]) if not _is_secret(each)]
    checks = [(each, slots.finder(Slot(each.what))) for each in told]

    def write(signed: Signed, way: Mapping[str, str]) -> KeyRequest:
        for each, read in checks:
            _plain(each, read(signed))
        holding = Signed(signed.request, jose=signed.jose, fields=signed.fields, secrets=way)
        return KeyRequest(
            address(signed, way),
            rule.form,
            rule.json,
            rule.key,
            rule.name,
            rule.method,
            tuple((name, slots.of_secrets(text, way).decode()) for name, text in headers),
            body(holding),
            discovered=bool(rule.issuer),
        )

    return write


def _address(rule: Fetch) -> Callable[[Signed, Mapping[str, str]], str]:
    if not rule.source:
        return _fixed_address(rule)
    place = references.parse(rule.source, _KINDS)
    read = slots.finder(Slot(place))

    def address(signed: Signed, _way: Mapping[str, str]) -> str:
        found = read(signed)
        if found is None:
            raise Malformed(f"{place.words} is missing; it names where the key is")
        url = found.decode("latin-1")
        if not is_pinned(rule, url):
            explanation = f"{place.words} names a key at an address that is not the provider's"
            raise Refused(RejectionCause.SIGNATURE_MISMATCH, explanation)
        return url

    return address


def _fixed_address(rule: Fetch) -> Callable[[Signed, Mapping[str, str]], str]:
    text = rule.issuer.removesuffix("/") + DISCOVERY if rule.issuer else rule.url
    if not any(True for _ in slots.slots([text])):
        plain = slots.of_secrets(text, {}).decode()
        return lambda _signed, _way: plain

    def address(_signed: Signed, way: Mapping[str, str]) -> str:
        url = slots.of_secrets(text, way).decode("utf-8", "replace")
        if not is_fixed(url):
            explanation = (
                "the secrets do not make an https address without a port: a host is needed there"
            )
            raise Refused(RejectionCause.SECRET_MISSING, explanation)
        return url

    return address


def _identifier(place: str) -> Callable[[Signed], str]:
    if not place:
        return lambda _signed: ""
    read = slots.finder(Slot(references.parse(place, _KINDS)))
    return lambda signed: (read(signed) or b"").decode("latin-1")


def _plain(slot: Slot, sent: bytes | None) -> None:
    """Refuse what could end the text it stands in: the request goes out in our name, with our secrets."""
    if sent is not None and not _PLAIN.fullmatch(sent.decode("latin-1")):
        words = slot.what.words if isinstance(slot.what, Reference) else slot.what
        explanation = f"{words} holds characters that no key's id has"
        raise Refused(RejectionCause.SIGNATURE_MALFORMED, explanation)


def _told(draft: Request, place: Reference) -> str:
    if place.kind not in references.KINDS:
        return ""
    try:
        return references.reader(place)(draft) or ""
    except Malformed:
        return ""


def _is_secret(slot: Slot) -> bool:
    return isinstance(slot.what, Reference) and slot.what.kind == "secret"

"""For every scheme of every provider: its signed example verifies, and no spoiled one does.

The kit is made from the catalog, so a new provider is held to it the day its file arrives.
"""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Final, NamedTuple
from urllib.parse import urlencode

import pytest

from domain import catalog
from domain.catalog import Example, NamedScheme
from domain.request import Request
from domain.signatures import (
    AllOf,
    AnyOf,
    Basic,
    FirstOf,
    Hash,
    Hmac,
    Scheme,
    Token,
    compile_verifier,
    covers,
    secret_names,
    sign,
)
from domain.signatures.parts import Timestamp
from domain.verdict import RejectionCause as Cause
from tests.signatures.build import NOW, changed, is_accepted, refusal, request

KEYS: Final = ("7365637265742d6e756d6265722d6f6e", "7365637265742d6e756d6265722d7477")
"""Valid in every form a key may have here: as text, as base64 and as hex."""


class Kit(NamedTuple):
    """A provider's scheme and one of its examples, signed under the first of KEYS at NOW."""

    scheme: Scheme
    secrets: Mapping[str, list[str]]
    delivery: Request

    def accepts(self, delivery: Request) -> bool:
        """Whether a delivery verifies at NOW."""
        return is_accepted(compile_verifier(self.scheme, self.secrets), delivery)

    def cause(self, delivery: Request, *, later: timedelta = timedelta()) -> Cause:
        """Why a delivery is refused, `later` than NOW."""
        return refusal(compile_verifier(self.scheme, self.secrets), delivery, NOW + later).cause

    def leaf(self) -> Hmac | Hash | Token | Basic:
        """The method that signs and judges the delivery."""
        scheme = self.scheme
        while isinstance(scheme, FirstOf | AnyOf | AllOf):
            scheme = scheme.cases[-1].scheme if isinstance(scheme, FirstOf) else scheme.schemes[0]
        assert isinstance(scheme, Hmac | Hash | Token | Basic)
        return scheme

    def header(self) -> str | None:
        """The header that holds the signature or token, if it is in one."""
        leaf = self.leaf()
        if isinstance(leaf, Basic):
            return "authorization"
        source = leaf.signature.source if isinstance(leaf, Hmac | Hash) else leaf.source
        return source.removeprefix("header:").lower() if source.startswith("header:") else None

    def may_repeat(self) -> bool:
        """Whether the provider sends the header several times while keys change."""
        leaf = self.leaf()
        return isinstance(leaf, Hmac | Hash) and leaf.signature.repeated

    def timestamp(self) -> Timestamp | None:
        """Where the signed time stands and how old it may be, if a time is signed."""
        leaf = self.leaf()
        return leaf.timestamp if isinstance(leaf, Hmac | Hash) else None


def draft(example: Example) -> Request:
    headers = [("content-type", example.content_type)]
    headers += [(pair.name, pair.value) for pair in example.headers]
    query = urlencode([(pair.name, pair.value) for pair in example.query])
    return request(example.body.encode(), tuple(headers), method=example.method, query=query)


def kit(named: NamedScheme, example: Example) -> Kit:
    secrets = {name: [KEYS[0]] for name in secret_names(named.scheme)}
    return Kit(named.scheme, secrets, sign(named.scheme, draft(example), secrets, NOW))


def kits() -> Iterator[object]:
    for provider in catalog.load().providers.values():
        for named in provider.schemes:
            for example in provider.examples:
                name = f"{provider.slug}-{named.slug}-{example.name}"
                yield pytest.param(kit(named, example), id=name)


each_kit = pytest.mark.parametrize("one", list(kits()))


def flipped(data: bytes) -> Iterator[bytes]:
    """The body with one bit changed at the start, in the middle and at the end."""
    for position in {0, len(data) // 2, len(data) - 1}:
        yield data[:position] + bytes([data[position] ^ 1]) + data[position + 1 :]


@each_kit
def test_the_signed_example_verifies(one: Kit) -> None:
    assert one.accepts(one.delivery)


@each_kit
def test_a_changed_byte_is_refused_wherever_the_body_is_covered(one: Kit) -> None:
    if not covers(one.scheme).body:
        return

    spoiled = [changed(one.delivery, body=body) for body in flipped(one.delivery.body)]

    assert [one.accepts(delivery) for delivery in spoiled] == [False] * len(spoiled)


@each_kit
def test_another_secret_is_refused(one: Kit) -> None:
    other = Kit(one.scheme, {name: [KEYS[1]] for name in one.secrets}, one.delivery)

    assert other.cause(one.delivery) in {Cause.SIGNATURE_MISMATCH, Cause.CREDENTIALS_MISMATCH}


@each_kit
@pytest.mark.parametrize("values", [[], [""], [" "]])
def test_an_empty_secret_accepts_nothing(one: Kit, values: list[str]) -> None:
    empty = Kit(one.scheme, {name: list(values) for name in one.secrets}, one.delivery)

    assert empty.cause(one.delivery) is Cause.SECRET_MISSING


@each_kit
def test_a_missing_signature_is_missing(one: Kit) -> None:
    header = one.header()
    empty = b"" if "form" in dict(one.delivery.headers)["content-type"] else b"{}"
    if header:
        spoiled = changed(one.delivery, headers={header: None})
    else:
        spoiled = changed(one.delivery, body=empty, query="")

    assert one.cause(spoiled) in {Cause.SIGNATURE_MISSING, Cause.CREDENTIALS_MISSING}


@each_kit
@pytest.mark.parametrize("tail", ["truncated", "é", "\x00", "?", " x"])
def test_a_spoiled_signature_is_refused(one: Kit, tail: str) -> None:
    header = one.header()
    if header is None:
        return
    sent = dict(one.delivery.headers)[header]
    text = sent[:-1] if tail == "truncated" else sent[:-1] + tail

    cause = one.cause(changed(one.delivery, headers={header: text}))

    assert cause in {
        Cause.SIGNATURE_MALFORMED,
        Cause.SIGNATURE_MISMATCH,
        Cause.CREDENTIALS_MISMATCH,
    }


@each_kit
def test_a_doubled_signature_header_is_refused(one: Kit) -> None:
    header = one.header()
    if header is None or one.may_repeat():
        return
    twice = (*one.delivery.headers, (header, dict(one.delivery.headers)[header]))

    cause = one.cause(request(one.delivery.body, twice))

    is_signed = isinstance(one.leaf(), Hmac | Hash)
    assert cause is (Cause.SIGNATURE_MALFORMED if is_signed else Cause.MALFORMED)


@each_kit
def test_a_signed_time_that_is_too_old_is_refused(one: Kit) -> None:
    timestamp = one.timestamp()
    if timestamp is None or timestamp.tolerance == "any":
        return

    late = timedelta(seconds=timestamp.tolerance + 1)

    assert one.cause(one.delivery, later=late) is Cause.TIMESTAMP_OUTSIDE_TOLERANCE


@each_kit
def test_a_signed_time_ahead_of_the_clock_is_refused_where_the_provider_allows_none(
    one: Kit,
) -> None:
    timestamp = one.timestamp()
    if timestamp is None:
        return
    future = timestamp.tolerance if timestamp.future is None else timestamp.future
    if future == "any":
        return

    early = timedelta(seconds=-future - 1)

    assert one.cause(one.delivery, later=early) is Cause.TIMESTAMP_OUTSIDE_TOLERANCE

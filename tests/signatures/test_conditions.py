"""What must hold beside a signature, and for every item of a list."""

import hashlib
import json
from typing import Any, Final

import pytest

from domain.request import Request
from domain.signatures import compile_verifier, read_scheme
from domain.verdict import RejectionCause as Cause

from .build import JSON, NOW, changed, refusal, request, verifier
from .forging import digest, mac

HMAC: Final[dict[str, Any]] = {"method": "hmac", "signature": {"from": "header:X-Sig"}}
BODY: Final = b'{"a":1}'


def over(message: bytes, key: bytes = b"k") -> str:
    return mac(key, message).hex()


# --- require, bind


@pytest.mark.parametrize(
    ("value", "cause"),
    [
        ("v2", None),
        ("V2", Cause.SIGNATURE_MALFORMED),
        ("v1", Cause.SIGNATURE_MALFORMED),
        ("", Cause.SIGNATURE_MALFORMED),
        ("é", Cause.SIGNATURE_MALFORMED),
        (None, Cause.MALFORMED),
    ],
)
def test_what_is_required_is_judged_before_the_signature(
    value: str | None, cause: Cause | None
) -> None:
    rule = {**HMAC, "require": [{"value": "header:X-Version", "equals": "v2"}]}
    verify = verifier(rule, "k")
    signed = changed(request(BODY), headers={"X-Version": value, "X-Sig": over(BODY)})
    forged = changed(signed, headers={"X-Sig": "00" * 32})

    if cause is None:
        verify(signed, NOW)
        assert refusal(verify, forged).cause is Cause.SIGNATURE_MISMATCH
    else:
        assert refusal(verify, signed).cause is cause
        assert refusal(verify, forged).cause is cause


def test_what_is_required_may_be_a_secret_of_which_one_value_fits() -> None:
    require = [{"value": "header:X-Account", "equals": "{secret:account}"}]
    scheme = read_scheme({**HMAC, "require": require, "content": "{secret:account}{body}"})
    verify = compile_verifier(scheme, {"secret": ["k"], "account": ["a1", "a2"]})

    def delivery(named: str, signed: bytes) -> Request:
        return request(BODY, {"X-Account": named, "X-Sig": over(signed + BODY)})

    verify(delivery("a1", b"a1"), NOW)
    verify(delivery("a2", b"a2"), NOW)
    assert refusal(verify, delivery("a3", b"a1")).cause is Cause.SIGNATURE_MALFORMED
    assert refusal(verify, delivery("a2", b"a1")).cause is Cause.SIGNATURE_MISMATCH


BOUND: Final = {
    **HMAC,
    "content": "{url}",
    "bind": [{"value": "query:h", "equals": "{body|sha256|hex}"}],
}


def test_a_bound_body_must_have_the_hash_that_was_signed() -> None:
    verify = verifier(BOUND, "k")
    delivery = request(BODY, query=f"h={hashlib.sha256(BODY).hexdigest()}")
    genuine = changed(delivery, headers={"X-Sig": over(delivery.url.encode())})

    verify(genuine, NOW)
    other = refusal(verify, changed(genuine, body=b"{}"))
    assert (other.cause, "does not match what was sent" in other.explanation) == (
        Cause.SIGNATURE_MISMATCH,
        True,
    )
    without = changed(genuine, query="", headers={"X-Sig": over(request().url.encode())})
    assert refusal(verify, without).cause is Cause.MALFORMED


def test_our_address_may_be_bound_when_it_is_not_in_the_content() -> None:
    rule = {
        **HMAC,
        "content": "{header:X-Url}{body}",
        "bind": [{"value": "header:X-Url", "equals": "{url}"}],
    }
    verify = verifier({**rule, "url_variants": ["slash"]}, "k")
    url = request().url

    for sent in (url, url + "/"):
        verify(request(BODY, {"X-Url": sent, "X-Sig": over(sent.encode() + BODY)}), NOW)
    for sent in ("", "https://evil.example/"):
        delivery = request(BODY, {"X-Url": sent, "X-Sig": over(sent.encode() + BODY)})
        assert refusal(verify, delivery).cause is Cause.SIGNATURE_MISMATCH


def test_each_value_of_a_rotated_secret_may_be_the_one_that_is_bound() -> None:
    bind = [{"value": "header:X-Account", "equals": "{secret:account}"}]
    scheme = read_scheme({**HMAC, "content": "{header:X-Account}{body}", "bind": bind})
    verify = compile_verifier(scheme, {"secret": ["k"], "account": ["a1", "a2"]})

    def delivery(account: str) -> Request:
        return request(BODY, {"X-Account": account, "X-Sig": over(account.encode() + BODY)})

    verify(delivery("a1"), NOW)
    verify(delivery("a2"), NOW)
    refused = refusal(verify, delivery("a3"))
    assert refused.cause is Cause.SIGNATURE_MISMATCH
    assert refused.explanation == "the header X-Account does not match what was sent"


# --- foreach

EACH: Final[dict[str, Any]] = {
    "method": "hmac",
    "signature": {"from": "item:hmac"},
    "foreach": "json:items",
    "content": "{item:id}:{item:amount.value}",
}


def _item(identity: str, value: int = 5) -> dict[str, Any]:
    message = f"{identity}:{value}".encode()
    return {"id": identity, "amount": {"value": value}, "hmac": over(message)}


def _listing(items: Any) -> Request:
    return request(json.dumps({"items": items}).encode(), (JSON,))


def test_every_item_of_a_list_must_be_signed() -> None:
    verify = verifier(EACH, "k")
    forged = {**_item("c"), "id": "d"}

    verify(_listing([_item("a")]), NOW)
    verify(_listing([_item("a"), _item("b", 7)]), NOW)
    for items in ([forged], [_item("a"), forged], [forged, _item("a")]):
        assert refusal(verify, _listing(items)).cause is Cause.SIGNATURE_MISMATCH


@pytest.mark.parametrize(
    ("items", "cause"),
    [
        ([], Cause.SIGNATURE_MISSING),
        ({}, Cause.SIGNATURE_MISSING),
        (None, Cause.SIGNATURE_MISSING),
        ("a", Cause.SIGNATURE_MISSING),
        ([None], Cause.SIGNATURE_MISSING),
        ([[]], Cause.SIGNATURE_MISSING),
        ([{}], Cause.SIGNATURE_MISSING),
        ([{"hmac": 5}], Cause.SIGNATURE_MALFORMED),
        ([{"hmac": {"a": 1}}], Cause.SIGNATURE_MISSING),
        ([{"hmac": "00" * 32}], Cause.MALFORMED),
        ([{"hmac": "00" * 32, "id": "a", "amount": {"value": 1.5}}], Cause.MALFORMED),
        ([_item("a")] * 1_001, Cause.MALFORMED),
        ([_item("a"), None], Cause.SIGNATURE_MISSING),
    ],
    ids=range(13),
)
def test_a_list_that_is_none_or_holds_something_unsigned_is_refused(
    items: Any, cause: Cause
) -> None:
    assert refusal(verifier(EACH, "k"), _listing(items)).cause is cause


def test_a_list_may_have_a_thousand_items() -> None:
    verifier(EACH, "k")(_listing([_item("a")] * 1_000), NOW)


@pytest.mark.parametrize("body", [b"", b"[]", b"\xff", b"[" * 100_000, b'{"items":"\\ud800"}'])
def test_a_body_that_has_no_list_is_refused(body: bytes) -> None:
    cause = refusal(verifier(EACH, "k"), request(body)).cause

    assert cause is (Cause.SIGNATURE_MISSING if body == b"[]" else Cause.MALFORMED)


def test_every_item_may_have_to_hold_the_token() -> None:
    rule = {"method": "token", "from": "item:state", "foreach": "json:items"}
    verify = verifier(rule, "t")

    verify(_listing([{"state": "t"}, {"state": "t"}]), NOW)
    mixed = refusal(verify, _listing([{"state": "t"}, {"state": "x"}]))
    assert mixed.cause is Cause.CREDENTIALS_MISMATCH
    lacking: list[list[dict[str, str]]] = [[], [{}], [{"state": "t"}, {}]]
    for items in lacking:
        assert refusal(verify, _listing(items)).cause is Cause.CREDENTIALS_MISSING


def test_the_time_and_the_binding_of_each_item_are_judged() -> None:
    rule = {
        **EACH,
        "content": "{item:id}{timestamp}",
        "timestamp": {"from": "item:at"},
        "bind": [{"value": "item:sum", "equals": "{item:id|md5|hex}"}],
    }
    at = int(NOW.timestamp())

    def one(at: int, total: str = digest("md5", b"a").hex()) -> dict[str, Any]:
        return {"id": "a", "at": at, "sum": total, "hmac": over(f"a{at}".encode())}

    verify = verifier(rule, "k")
    verify(_listing([one(at), one(at - 300)]), NOW)
    late = refusal(verify, _listing([one(at), one(at - 301)]))
    assert late.cause is Cause.TIMESTAMP_OUTSIDE_TOLERANCE
    assert refusal(verify, _listing([one(at), one(at, "x")])).cause is Cause.SIGNATURE_MISMATCH

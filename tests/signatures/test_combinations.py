"""Several schemes at once, and what needs no content: tokens, basic authentication, network addresses."""

import base64
from typing import Any, Final

import pytest

from domain.request import Request
from domain.signatures import compile_verifier, read_scheme
from domain.signatures.drafts import changed as rewritten
from domain.verdict import RejectionCause as Cause

from .build import FORM, NOW, is_accepted, refusal, request, verifier
from .forging import ed_key, mac, pem

HMAC: Final[dict[str, Any]] = {"method": "hmac", "signature": {"from": "header:X-Sig"}}
BODY: Final = b'{"a":1}'


def over(message: bytes, key: bytes = b"k") -> str:
    return mac(key, message).hex()


# --- any, all, first

TOKEN: Final = {"method": "token", "from": "query:t", "secret": "token"}
PUBLIC: Final = {
    "method": "signature",
    "algorithm": "ed25519",
    "signature": {"from": "header:X-Ed"},
}
SECRETS: Final = {"secret": ["k"], "token": ["t"], "public_key": [pem(ed_key())]}


def _by(data: dict[str, Any]) -> Any:
    return compile_verifier(read_scheme(data), SECRETS)


ED: Final = {"X-Ed": ed_key().sign(BODY).hex()}
HM: Final = {"X-Sig": over(BODY)}


@pytest.mark.parametrize(
    ("headers", "query", "of_any", "of_all"),
    [
        ({**HM, **ED}, "t=t", None, None),
        (HM, "", None, Cause.SIGNATURE_MISSING),
        (ED, "", None, Cause.SIGNATURE_MISSING),
        ({}, "t=t", None, Cause.SIGNATURE_MISSING),
        ({**HM, **ED}, "t=x", None, Cause.CREDENTIALS_MISMATCH),
        ({**HM, "X-Ed": "00" * 64}, "t=t", None, Cause.SIGNATURE_MISMATCH),
        ({}, "", Cause.CREDENTIALS_MISSING, Cause.SIGNATURE_MISSING),
        ({}, "t=x", Cause.CREDENTIALS_MISMATCH, Cause.SIGNATURE_MISSING),
        ({"X-Sig": "00"}, "t=x", Cause.CREDENTIALS_MISMATCH, Cause.SIGNATURE_MALFORMED),
        ({"X-Sig": "00" * 32}, "t=x", Cause.SIGNATURE_MISMATCH, Cause.SIGNATURE_MISMATCH),
    ],
    ids=range(10),
)
def test_any_needs_one_scheme_and_all_needs_every_one(
    headers: dict[str, str], query: str, of_any: Cause | None, of_all: Cause | None
) -> None:
    delivery = request(BODY, headers, query=query)
    schemes = [HMAC, PUBLIC, TOKEN]

    for method, cause in (("any", of_any), ("all", of_all)):
        verify = _by({"method": method, "schemes": schemes})
        assert is_accepted(verify, delivery) is (cause is None)
        assert cause is None or refusal(verify, delivery).cause is cause


def test_all_inside_any_and_any_inside_all_hold_as_they_read() -> None:
    strong = {"method": "all", "schemes": [HMAC, TOKEN]}
    either = _by({"method": "any", "schemes": [strong, PUBLIC]})
    both = _by({"method": "all", "schemes": [{"method": "any", "schemes": [HMAC, PUBLIC]}, TOKEN]})

    for headers, query, is_either, is_both in (
        (HM, "t=t", True, True),
        (HM, "", False, False),
        (ED, "", True, False),
        (ED, "t=t", True, True),
        ({}, "t=t", False, False),
    ):
        delivery = request(BODY, headers, query=query)
        assert (is_accepted(either, delivery), is_accepted(both, delivery)) == (is_either, is_both)


def test_a_scheme_without_its_secret_does_not_open_any_and_closes_all() -> None:
    schemes = [HMAC, TOKEN]
    half = {"secret": ["k"]}
    either = compile_verifier(read_scheme({"method": "any", "schemes": schemes}), half)
    both = compile_verifier(read_scheme({"method": "all", "schemes": schemes}), half)
    delivery = request(BODY, HM, query="t=")

    either(delivery, NOW)
    assert refusal(both, delivery).cause is Cause.SECRET_MISSING
    assert refusal(either, request(BODY, query="t=t")).cause is Cause.SIGNATURE_MISSING


@pytest.mark.parametrize(
    ("headers", "cause"),
    [
        (ED, None),
        (HM, None),
        ({**HM, "X-Ed": "00" * 64}, Cause.SIGNATURE_MISMATCH),
        ({**HM, "X-Ed": ""}, Cause.SIGNATURE_MISSING),
        ({}, Cause.SIGNATURE_MISSING),
    ],
    ids=range(5),
)
def test_first_never_falls_back_to_a_weaker_scheme(
    headers: dict[str, str], cause: Cause | None
) -> None:
    cases = [{"when": "header:X-Ed", "scheme": PUBLIC}, {"scheme": HMAC}]
    verify = _by({"method": "first", "cases": cases})

    assert is_accepted(verify, request(BODY, headers)) is (cause is None)
    assert cause is None or refusal(verify, request(BODY, headers)).cause is cause


def test_first_whose_place_is_there_twice_is_malformed_and_not_passed_over() -> None:
    cases = [{"when": "header:X-Ed", "scheme": PUBLIC}, {"scheme": HMAC}]
    twice = request(BODY, (*HM.items(), ("X-Ed", "1"), ("X-Ed", "2")))

    assert refusal(_by({"method": "first", "cases": cases}), twice).cause is Cause.MALFORMED


def test_first_without_a_last_resort_says_what_it_looked_for() -> None:
    cases = [{"when": "header:X-Ed", "scheme": PUBLIC}, {"when": "query:t", "scheme": TOKEN}]

    refused = refusal(_by({"method": "first", "cases": cases}), request(BODY, HM))

    assert refused.cause is Cause.SIGNATURE_MISSING
    expected = "none of these is there: the header X-Ed, the query parameter t"
    assert refused.explanation == expected


# --- token, basic


@pytest.mark.parametrize(
    ("rule", "delivery"),
    [
        (
            {"from": "header:Authorization", "prefix": "Token token="},
            {"Authorization": "TOKEN Token=s3cret"},
        ),
        ({"from": "header:Authorization", "prefix": "Bearer "}, {"Authorization": "bearer s3cret"}),
        ({"from": "header:X-Token"}, {"X-Token": "s3cret"}),
    ],
    ids=range(3),
)
def test_a_token_stands_behind_its_prefix_in_any_case(
    rule: dict[str, Any], delivery: dict[str, str]
) -> None:
    verify = verifier({"method": "token", **rule}, "s3cret")
    ((name, value),) = delivery.items()

    verify(request(headers=delivery), NOW)
    for wrong in (value.upper() + "!", value[:-1], value + " ", value.replace("s3cret", "S3CRET")):
        assert refusal(verify, request(headers={name: wrong})).cause is Cause.CREDENTIALS_MISMATCH


@pytest.mark.parametrize("secrets", [(), ("",), (" \t",)])
def test_without_a_token_of_ours_not_even_an_empty_one_is_accepted(
    secrets: tuple[str, ...],
) -> None:
    verify = verifier({"method": "token", "from": "header:X-Token"}, *secrets)

    for value in ("", " ", "x"):
        refused = refusal(verify, request(headers={"X-Token": value}))
        assert refused.cause is Cause.SECRET_MISSING


def _basic(text: bytes) -> Request:
    return request(headers={"Authorization": "basic " + base64.b64encode(text).decode()})


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        (b"u:p:q", True),
        ("ü:p:q".encode(), True),
        (b"u:p", False),
        (b"u:", False),
        (b":p:q", False),
        (b"u", False),
        (b"", False),
        (b"u:p:q\n", False),
        ("ü:p:q".encode("latin-1"), False),
        (b"\xff:\xff", False),
    ],
    ids=range(10),
)
def test_a_password_may_hold_colons_and_any_of_several_may_match(
    text: bytes, is_right: bool
) -> None:
    secrets = {"username": ["u", "ü"], "password": ["old", "p:q"]}
    verify = compile_verifier(read_scheme({"method": "basic"}), secrets)

    assert is_accepted(verify, _basic(text)) is is_right


# --- address

RANGES: Final = ["192.0.2.0/24", "198.51.100.7", "2001:db8::/32"]


@pytest.mark.parametrize(
    ("peer", "is_allowed"),
    [
        ("192.0.2.0", True),
        ("192.0.2.255", True),
        ("192.0.3.0", False),
        ("198.51.100.7", True),
        ("198.51.100.8", False),
        ("2001:db8::1", True),
        ("2001:DB8:0:0::1", True),
        ("2001:db9::1", False),
        ("::ffff:192.0.2.1", True),
        ("::ffff:c000:201", True),
        ("::ffff:192.0.3.1", False),
        ("::192.0.2.1", False),
        ("192.0.2.1 ", False),
        ("192.0.2.1:443", False),
        ("192.0.2.01", False),
        ("3221225985", False),
        ("", False),
        ("localhost", False),
        ("é\x00", False),
        ("\ud800", False),
    ],
)
def test_a_sender_is_accepted_from_the_providers_networks_only(peer: str, is_allowed: bool) -> None:
    verify = verifier({"method": "address", "ranges": RANGES})
    delivery = rewritten(request(BODY, {"X-Forwarded-For": "192.0.2.1"}), peer=peer)

    assert is_accepted(verify, delivery) is is_allowed
    assert is_allowed or refusal(verify, delivery).cause is Cause.ADDRESS_NOT_ALLOWED


def test_an_address_and_a_token_must_both_be_right() -> None:
    address = {"method": "address", "ranges": RANGES}
    verify = _by({"method": "all", "schemes": [address, TOKEN]})

    for peer, query, cause in (
        ("192.0.2.9", "t=t", None),
        ("192.0.2.9", "t=x", Cause.CREDENTIALS_MISMATCH),
        ("192.0.9.9", "t=t", Cause.ADDRESS_NOT_ALLOWED),
    ):
        delivery = rewritten(request(BODY, (FORM,), query=query), peer=peer)
        assert is_accepted(verify, delivery) is (cause is None)
        assert cause is None or refusal(verify, delivery).cause is cause

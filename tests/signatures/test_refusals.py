"""Every way to spoil a signed delivery is refused with its own cause and a sentence that helps its reader."""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import pytest

from domain.signatures import compile_verifier, read_scheme
from domain.verdict import RejectionCause as Cause

from .build import JSON, NOW, changed, refusal, request, signed, verifier

SLACK: Final[dict[str, Any]] = {
    "method": "hmac",
    "signature": {"from": "header:X-Slack-Signature", "strip": "v0="},
    "timestamp": {"from": "header:X-Slack-Request-Timestamp"},
    "content": "v0:{timestamp}:{body}",
}
STRIPE: Final[dict[str, Any]] = {
    "method": "hmac",
    "signature": {"from": "header:Stripe-Signature", "split": ",", "kv": "=", "pick": "v1"},
    "timestamp": {"from": "sig:t", "future": "any"},
    "content": "{timestamp}.{body}",
}
BASE64: Final[dict[str, Any]] = {
    "method": "hmac",
    "signature": {"from": "header:X-Sig"},
    "encoding": "base64",
}
DELIVERY: Final = signed(SLACK, request(b'{"a":1}', (JSON,)), "s3cret")
CHECK: Final = verifier(SLACK, "s3cret")
HEX: Final = "ab" * 32


@pytest.mark.parametrize(
    ("value", "cause", "words"),
    [
        (None, Cause.SIGNATURE_MISSING, "the header X-Slack-Signature is missing"),
        ("", Cause.SIGNATURE_MISSING, "the header X-Slack-Signature is missing"),
        (HEX, Cause.SIGNATURE_MALFORMED, "does not begin with 'v0='"),
        ("v0=" + HEX[:-1], Cause.SIGNATURE_MALFORMED, "is 63 characters long; 64 are needed"),
        ("v0=" + HEX + "00", Cause.SIGNATURE_MALFORMED, "is 66 characters long; 64 are needed"),
        ("v0=" + HEX[:-1] + "é", Cause.SIGNATURE_MALFORMED, "is not hex"),
        ("v0=" + HEX[:-2] + "  ", Cause.SIGNATURE_MALFORMED, "is not hex"),
        ("v0=" + "x" * 9000, Cause.SIGNATURE_MALFORMED, "is longer than 8192 characters"),
        ("v0=" + HEX, Cause.SIGNATURE_MISMATCH, "does not match"),
    ],
)
def test_a_spoiled_signature_names_its_cause(value: str | None, cause: Cause, words: str) -> None:
    refused = refusal(CHECK, changed(DELIVERY, headers={"X-Slack-Signature": value}))

    assert refused.cause is cause
    assert words in refused.explanation


@pytest.mark.parametrize(
    ("value", "cause"),
    [
        (None, Cause.TIMESTAMP_MISSING),
        ("", Cause.TIMESTAMP_MISSING),
        ("soon", Cause.TIMESTAMP_MALFORMED),
        ("-1795435200", Cause.TIMESTAMP_MALFORMED),
        ("1795435200.0", Cause.TIMESTAMP_MALFORMED),
        ("1_795_435_200", Cause.TIMESTAMP_MALFORMED),
        ("١٧٩٥٤٣٥٢٠٠", Cause.TIMESTAMP_MALFORMED),
        ("9" * 100_000, Cause.TIMESTAMP_MALFORMED),
        ("9" * 16, Cause.TIMESTAMP_OUTSIDE_TOLERANCE),
        ("0", Cause.TIMESTAMP_OUTSIDE_TOLERANCE),
    ],
)
def test_a_spoiled_time_names_its_cause(value: str | None, cause: Cause) -> None:
    delivery = changed(DELIVERY, headers={"X-Slack-Request-Timestamp": value})

    assert refusal(CHECK, delivery).cause is cause


def test_a_stale_delivery_says_how_old_it_is_and_what_is_allowed() -> None:
    refused = refusal(CHECK, DELIVERY, NOW + timedelta(seconds=412))

    assert refused.cause is Cause.TIMESTAMP_OUTSIDE_TOLERANCE
    assert refused.explanation == "the timestamp is 412 s old; 300 s are allowed"


def test_a_delivery_from_the_future_says_so() -> None:
    refused = refusal(CHECK, DELIVERY, NOW - timedelta(seconds=301))

    assert refused.explanation == "the timestamp is 301 s ahead of our clock; 300 s are allowed"


@pytest.mark.parametrize("seconds", [-300, 300])
def test_the_tolerance_itself_is_still_allowed(seconds: int) -> None:
    CHECK(DELIVERY, NOW + timedelta(seconds=seconds))


def test_a_future_that_is_not_enforced_lets_any_later_time_in() -> None:
    delivery = signed(STRIPE, request(b"{}"), "s3cret", NOW + timedelta(days=400))

    verifier(STRIPE, "s3cret")(delivery, NOW)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-23T12:00:00Z",
        "2026-11-23T14:00:00+02:00",
        "2026-11-23 12:00:00.123456789",
        "2026-11-23T12:00:00",
    ],
)
def test_iso_times_are_read_in_utc_unless_they_name_an_offset(text: str) -> None:
    iso = {**SLACK, "timestamp": {"from": "header:X-At", "unit": "iso", "tolerance": 1}}
    delivery = changed(request(b"{}"), headers={"X-At": text, "X-Slack-Signature": "v0=" + HEX})

    assert refusal(verifier(iso, "s3cret"), delivery).cause is Cause.SIGNATURE_MISMATCH


@pytest.mark.parametrize(
    "text",
    [
        "2026-W48-1",
        "20261123T120000Z",
        "2026-13-45T99:99:99Z",
        "2026-11-23",
        "0001-01-01T00:00:00+24:00",
        "x" * 99,
    ],
)
def test_what_is_no_iso_time_is_malformed(text: str) -> None:
    iso = {**SLACK, "timestamp": {"from": "header:X-At", "unit": "iso"}}
    delivery = changed(request(b"{}"), headers={"X-At": text, "X-Slack-Signature": "v0=" + HEX})

    assert refusal(verifier(iso, "s3cret"), delivery).cause is Cause.TIMESTAMP_MALFORMED


def test_the_first_year_with_any_offset_is_only_very_old() -> None:
    iso = {**SLACK, "timestamp": {"from": "header:X-At", "unit": "iso"}}
    headers = {"X-At": "0001-01-01T00:00:00+23:59", "X-Slack-Signature": "v0=" + HEX}

    refused = refusal(verifier(iso, "s3cret"), request(b"{}", headers))

    assert refused.cause is Cause.TIMESTAMP_OUTSIDE_TOLERANCE


@pytest.mark.parametrize("header", ["x-slack-signature", "x-slack-request-timestamp"])
def test_a_header_sent_twice_is_malformed_even_when_both_are_genuine(header: str) -> None:
    twice = (*DELIVERY.headers, (header, dict(DELIVERY.headers)[header]))

    refused = refusal(CHECK, request(DELIVERY.body, twice))

    assert refused.cause in {Cause.SIGNATURE_MALFORMED, Cause.TIMESTAMP_MALFORMED}
    assert "is there more than once" in refused.explanation


@pytest.mark.parametrize(
    ("value", "cause"),
    [
        ("t=1795435200", Cause.SIGNATURE_MISSING),
        (f"t=1795435200,v0={HEX}", Cause.SIGNATURE_MISSING),
        (f"v1={HEX}", Cause.TIMESTAMP_MISSING),
        (f"t=1795435200,t=1795435200,v1={HEX}", Cause.TIMESTAMP_MISSING),
        (",,,==,", Cause.SIGNATURE_MISSING),
        (f"t=1795435200,v1={HEX}" + f",v1={HEX}" * 19, Cause.SIGNATURE_MALFORMED),
        (f"t=1795435200,v1={HEX}" + f",v1={HEX}" * 18, Cause.SIGNATURE_MISMATCH),
    ],
)
def test_a_spoiled_list_of_signatures_names_its_cause(value: str, cause: Cause) -> None:
    delivery = request(b"{}", {"Stripe-Signature": value})

    assert refusal(verifier(STRIPE, "s3cret"), delivery).cause is cause


def test_any_signature_of_a_list_may_match_and_the_broken_ones_beside_it_do_not_matter() -> None:
    genuine = dict(signed(STRIPE, request(b"{}"), "s3cret").headers)["stripe-signature"]

    verifier(STRIPE, "s3cret")(
        request(b"{}", {"Stripe-Signature": f"v0=x,v1=short,v1={HEX}, {genuine}"}), NOW
    )


def test_upper_case_hex_is_the_same_signature() -> None:
    signature = dict(DELIVERY.headers)["x-slack-signature"]
    shouted = "v0=" + signature.removeprefix("v0=").upper()

    CHECK(changed(DELIVERY, headers={"X-Slack-Signature": shouted}), NOW)


def test_base64_has_one_spelling_so_that_a_changed_last_letter_is_refused() -> None:
    genuine = dict(signed(BASE64, request(b"{}"), "s3cret").headers)["x-sig"]
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    neighbour = letters[letters.index(genuine[-2]) ^ 1]
    spellings = [
        genuine[:-2] + neighbour + "=",
        genuine.rstrip("="),
        genuine + "=",
        genuine + "\n",
        genuine.replace("+", "-").replace("/", "_")
        if {"+", "/"} & set(genuine)
        else "-" + genuine[1:],
    ]

    causes = [
        refusal(verifier(BASE64, "s3cret"), request(b"{}", {"X-Sig": one})).cause
        for one in spellings
    ]

    assert causes == [Cause.SIGNATURE_MALFORMED] * 5


@pytest.mark.parametrize("padding", ["", "="])
def test_base64url_may_come_with_or_without_padding(padding: str) -> None:
    scheme = {**BASE64, "encoding": "base64url"}
    delivery = signed(scheme, request(b"{}"), "s3cret")
    bare = dict(delivery.headers)["x-sig"].rstrip("=")

    verifier(scheme, "s3cret")(changed(delivery, headers={"X-Sig": bare + padding}), NOW)


@pytest.mark.parametrize("secrets", [(), ("",), ("  ", "\t")])
def test_without_a_secret_nothing_verifies_not_even_what_an_empty_key_signs(
    secrets: tuple[str, ...],
) -> None:
    forged = hmac.new(b"", b"{}", hashlib.sha256).hexdigest()
    scheme = {"method": "hmac", "signature": {"from": "header:X-Sig"}}

    refused = refusal(verifier(scheme, *secrets), request(b"{}", {"X-Sig": forged}))

    assert refused.cause is Cause.SECRET_MISSING


@pytest.mark.parametrize("secret", ["whsec_", "whsec_!!!", "whsec_é"])
def test_a_secret_that_gives_no_key_is_missing_and_is_not_quoted(secret: str) -> None:
    scheme = {**BASE64, "key": ["strip:whsec_", "base64"]}

    refused = refusal(verifier(scheme, secret), request(b"{}", {"X-Sig": "x"}))

    assert refused.cause is Cause.SECRET_MISSING
    assert secret not in refused.explanation


def test_a_refusal_never_tells_the_secret_or_the_expected_signature() -> None:
    expected = dict(DELIVERY.headers)["x-slack-signature"].removeprefix("v0=")
    spoiled = changed(DELIVERY, headers={"X-Slack-Signature": "v0=" + HEX})

    refused = refusal(CHECK, spoiled)

    assert expected not in refused.explanation
    assert "s3cret" not in refused.explanation


def test_a_bare_text_in_place_of_a_list_of_secrets_is_one_secret() -> None:
    letters = compile_verifier(read_scheme(SLACK), {"secret": "s3cret"})

    letters(DELIVERY, NOW)
    assert (
        refusal(letters, signed(SLACK, request(b'{"a":1}'), "s")).cause is Cause.SIGNATURE_MISMATCH
    )


def test_a_missing_part_of_the_signed_content_is_refused_not_taken_as_empty() -> None:
    scheme = {**BASE64, "content": "{header:X-Id}.{body}"}

    refused = refusal(verifier(scheme, "s3cret"), request(b"{}", {"X-Sig": "A" * 43 + "="}))

    assert refused.cause is Cause.MALFORMED
    assert refused.explanation == "the header X-Id is missing; the signature covers it"


@pytest.mark.parametrize(
    "body", [b"", b"[" * 100_000, b'{"signature":{"v":1.5}}', b'\xff{"', b'{"signature":null}']
)
def test_a_signature_in_a_body_that_has_none_is_refused(body: bytes) -> None:
    scheme = {
        "method": "hmac",
        "signature": {"from": "json:signature.v"},
        "content": "{json:token}",
    }

    cause = refusal(verifier(scheme, "s3cret"), request(body)).cause

    assert cause in {Cause.SIGNATURE_MISSING, Cause.SIGNATURE_MALFORMED}


def test_times_are_judged_by_the_clock_that_is_handed_in() -> None:
    long_ago = datetime(2001, 9, 9, 1, 46, 40, tzinfo=UTC)
    delivery = signed(SLACK, request(b"{}"), "s3cret", long_ago)

    CHECK(delivery, long_ago)
    assert dict(delivery.headers)["x-slack-request-timestamp"] == "1000000000"

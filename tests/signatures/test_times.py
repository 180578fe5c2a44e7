"""Signed times: each way to write one, how far it may be from now, and what is none."""

from datetime import timedelta
from typing import Any, Final

import pytest

from domain.request import Request
from domain.verdict import RejectionCause as Cause

from .build import JSON, NOW, is_accepted, refusal, request, verifier
from .forging import mac

HMAC: Final[dict[str, Any]] = {"method": "hmac", "signature": {"from": "header:X-Sig"}}
AT: Final = int(NOW.timestamp())


def timed(**rule: Any) -> dict[str, Any]:
    content = "{timestamp}.{body}"
    return {**HMAC, "content": content, "timestamp": {"from": "header:X-At", **rule}}


def sent(text: str) -> Request:
    raw = text.encode("latin-1", "backslashreplace")
    return request(b"x", {"X-At": text, "X-Sig": mac(b"k", raw + b".x").hex()})


@pytest.mark.parametrize(
    ("unit", "texts"),
    [
        ("s", [f"{AT}", f"0{AT}"]),
        ("ms", [f"{AT}000", f"{AT}999"]),
        ("us", [f"{AT}000000", f"{AT}999999"]),
        (
            "iso",
            [
                "2026-11-23T12:00:00Z",
                "2026-11-23T12:00:00.000Z",
                "2026-11-23T12:00:00.123456789Z",
                "2026-11-23T17:30:00+05:30",
                "2026-11-23T07:00:00-0500",
                "2026-11-23 12:00:00",
                "2026-11-23t12:00:00Z",
            ],
        ),
        ("http", ["Mon, 23 Nov 2026 12:00:00 GMT"]),
    ],
)
def test_a_time_is_read_in_its_unit_and_signed_as_it_was_sent(unit: str, texts: list[str]) -> None:
    verify = verifier(timed(unit=unit, tolerance=1), "k")

    for text in texts:
        verify(sent(text), NOW)
        late = refusal(verify, sent(text), NOW + timedelta(seconds=3))
        assert late.cause is Cause.TIMESTAMP_OUTSIDE_TOLERANCE


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        *(("s", text) for text in ("x", "-1", "+1", " 1", "1 ", "1.0", "1e9", "0x1", "1_0", "٣")),
        *(("s", text) for text in ("9" * 17, "²", "1,2", "\x00", "é", "½")),
        ("ms", "12:00"),
        ("us", "9" * 17),
        *(("iso", text) for text in ("2026-11-23", "12:00:00", "20261123T120000Z", "2026-W48-1")),
        *(
            ("iso", text)
            for text in ("2026-02-30T12:00:00Z", "2026-11-23T25:00:00Z", "2026-11-23T12:00Z")
        ),
        *(
            ("iso", text)
            for text in ("2026-11-23T12:00:00+25:00", "2026-11-23T12:00:00.Z", "x" * 50)
        ),
        *(("iso", text) for text in ("٢٠٢٦-11-23T12:00:00Z", "2026-11-23T12:00:00Z\n", f"{AT}")),
        *(("http", text) for text in ("Mon, 23 Nov 2026 12:00:00 UTC", "23 Nov 2026 12:00:00 GMT")),
        *(
            ("http", text)
            for text in ("Mon, 31 Feb 2026 12:00:00 GMT", "Mon, 23 Nov 26 12:00:00 GMT")
        ),
        *(
            ("http", text)
            for text in ("Mon, 23 Xxx 2026 12:00:00 GMT", "mon, 23 nov 2026 12:00:00 gmt")
        ),
        *(
            ("http", text)
            for text in ("Mon, 23 Nov 0000 12:00:00 GMT", "Monday, 23-Nov-26 12:00:00 GMT")
        ),
    ],
)
def test_what_is_no_time_of_its_unit_is_malformed_even_when_it_is_signed(
    unit: str, text: str
) -> None:
    for tolerance in (300, "any"):
        verify = verifier(timed(unit=unit, tolerance=tolerance), "k")
        assert refusal(verify, sent(text)).cause is Cause.TIMESTAMP_MALFORMED


@pytest.mark.parametrize(
    ("rule", "oldest", "newest"),
    [
        ({}, -300, 300),
        ({"tolerance": 10}, -10, 10),
        ({"tolerance": 0}, 0, 0),
        ({"tolerance": 10, "future": 2}, -10, 2),
        ({"tolerance": 10, "future": 0}, -10, 0),
        ({"tolerance": 10, "future": "any"}, -10, 4_000),
        ({"tolerance": "any"}, -4_000, 4_000),
        ({"tolerance": "any", "future": 5}, -4_000, 5),
        ({"tolerance": 604_800}, -604_800, 604_800),
    ],
    ids=range(9),
)
def test_a_time_may_be_as_far_from_now_as_the_scheme_says(
    rule: dict[str, Any], oldest: int, newest: int
) -> None:
    verify = verifier(timed(**rule), "k")
    is_open = {-4_000, 4_000}

    for age in (oldest, newest):
        verify(sent(str(AT + age)), NOW)
    for age in {oldest - 1, newest + 1} - {one + step for one in is_open for step in (-1, 1)}:
        refused = refusal(verify, sent(str(AT + age)))
        assert refused.cause is Cause.TIMESTAMP_OUTSIDE_TOLERANCE


def test_a_part_of_a_second_over_the_tolerance_is_outside() -> None:
    verify = verifier(timed(unit="ms", tolerance=10), "k")

    verify(sent(f"{AT - 10}000"), NOW)
    refused = refusal(verify, sent(f"{AT - 11}999"))
    assert refused.explanation == "the timestamp is 11 s old; 10 s are allowed"


@pytest.mark.parametrize(
    ("source", "delivery"),
    [
        ("query:t", request(query=f"t={AT}")),
        ("json:a.t", request(b'{"a":{"t":%d}}' % AT, (JSON,))),
        ("json:a.t", request(b'{"a":{"t":"%d"}}' % AT, (JSON,))),
    ],
)
def test_a_time_may_stand_elsewhere(source: str, delivery: Request) -> None:
    rule = {**HMAC, "timestamp": {"from": source}, "content": "{timestamp}"}
    signature = ("x-sig", mac(b"k", str(AT).encode()).hex())
    signed = request(delivery.body, (*delivery.headers, signature), query=delivery.query_string)
    verify = verifier(rule, "k")

    verify(signed, NOW)
    assert not is_accepted(verify, signed, NOW + timedelta(hours=1))


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        (b"", Cause.TIMESTAMP_MALFORMED),
        (b"{}", Cause.TIMESTAMP_MISSING),
        (b'{"t":null}', Cause.TIMESTAMP_MISSING),
        (b'{"t":1.5}', Cause.TIMESTAMP_MISSING),
        (b'{"t":[]}', Cause.TIMESTAMP_MISSING),
        (b'{"t":true}', Cause.TIMESTAMP_MALFORMED),
        (b'{"t":-5}', Cause.TIMESTAMP_MALFORMED),
        (b'{"t":' + b"9" * 400 + b"}", Cause.TIMESTAMP_MALFORMED),
        (b'{"t":18446744073709551615}', Cause.TIMESTAMP_MALFORMED),
        (b"[" * 100_000, Cause.TIMESTAMP_MALFORMED),
    ],
    ids=range(10),
)
def test_a_time_in_a_body_that_has_none_names_its_cause(body: bytes, cause: Cause) -> None:
    rule = {**HMAC, "timestamp": {"from": "json:t"}, "content": "{method}"}
    delivery = request(body, {"X-Sig": mac(b"k", b"POST").hex()})

    assert refusal(verifier(rule, "k"), delivery).cause is cause

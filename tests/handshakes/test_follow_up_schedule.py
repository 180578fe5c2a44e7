"""A follow-up is tried five times within about ten minutes; a provider may ask for longer pauses, to a bound."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.deliveries.follow_ups import LONGEST_PAUSE, PAUSES, pause_after, retry_after
from domain.outbound import Answer
from domain.outbound.hosts import host_of, is_named, pattern_fault

NOW = datetime(2026, 11, 24, 12, 0, 0, tzinfo=UTC)


def asked(value: str) -> timedelta | None:
    return retry_after(Answer(503, (("retry-after", value),), b"", timedelta(0)), NOW)


def test_four_pauses_lie_between_five_attempts_in_about_ten_minutes() -> None:
    assert [pause_after(attempts, None) for attempts in range(1, 6)] == [*PAUSES, None]
    assert sum(PAUSES, timedelta(0)) == timedelta(minutes=9, seconds=35)


@pytest.mark.parametrize(
    ("wanted", "pause"),
    [
        (timedelta(seconds=1), timedelta(seconds=5)),
        (timedelta(seconds=60), timedelta(seconds=60)),
        (timedelta(days=2), LONGEST_PAUSE),
    ],
)
def test_provider_may_ask_for_a_longer_pause_to_a_bound(
    wanted: timedelta, pause: timedelta
) -> None:
    assert pause_after(1, wanted) == pause


@pytest.mark.parametrize(
    ("value", "wait"),
    [
        ("0", 0),
        ("120", 120),
        ("99999999999999999999", 86_400),
        ("Tue, 24 Nov 2026 12:02:00 GMT", 120),
        ("Tue, 24 Nov 2026 11:00:00 GMT", None),
        ("-5", None),
        ("soon", None),
        ("٣", None),
        ("", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str, wait: int | None) -> None:
    assert asked(value) == (None if wait is None else timedelta(seconds=wait))


@given(st.text(max_size=60))
def test_any_retry_after_is_read(value: str) -> None:
    wait = asked(value)

    assert wait is None or wait >= timedelta(0)


@pytest.mark.parametrize(
    ("pattern", "fits", "does_not"),
    [
        (
            "sns.*.amazonaws.com",
            ["sns.us-east-1.amazonaws.com", "SNS.eu-west-1.amazonaws.com"],
            ["sns.amazonaws.com", "sns.a.b.amazonaws.com", "sns.a.amazonaws.com.evil.com", ""],
        ),
        ("rp-*.example.com", ["rp-eu.example.com"], ["rp-.example.com", "x.rp-eu.example.com"]),
        ("a.example.com", ["a.example.com"], ["b.example.com", "a.example.com.", "aXexample.com"]),
    ],
)
def test_star_stands_for_one_label_or_a_part_of_one(
    pattern: str, fits: list[str], does_not: list[str]
) -> None:
    assert pattern_fault(pattern) is None
    assert [is_named(host, [pattern]) for host in fits] == [True] * len(fits)
    assert [is_named(host, [pattern]) for host in does_not] == [False] * len(does_not)


@pytest.mark.parametrize(
    "pattern", ["", "*", "com", "*.com", "a.*", "a.*.com", "A.com", "a..com", "a.com:80", "a b.com"]
)
def test_pattern_that_would_be_anybodys_host_is_none(pattern: str) -> None:
    assert pattern_fault(pattern) is not None


@given(st.text(max_size=80))
def test_any_text_has_a_host_or_a_sentence_why_not(text: str) -> None:
    try:
        found = host_of(text)
    except ValueError as error:
        found = str(error)

    assert found

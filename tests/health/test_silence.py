"""How long is too long: by what is usual, or by what a person set."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.health.silence import FEWEST, longest_gap, per_day, silence

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
NOTHING = timedelta(0)


def test_few_events_make_nothing_usual() -> None:
    assert longest_gap([n * MINUTE for n in range(FEWEST - 1)], None, NOTHING) is None
    assert silence(5 * MINUTE, 0, None, None).is_too_long(400 * DAY) is False


def test_longest_gap_of_the_newest_is_usual_in_whatever_order_they_come() -> None:
    times = [n * MINUTE for n in range(20)] + [3 * HOUR]

    assert longest_gap(times[::-1], None, NOTHING) == 3 * HOUR - 19 * MINUTE


def test_a_quiet_night_is_remembered_through_a_busy_morning_and_fades() -> None:
    morning = [n * 1_000 for n in range(200)]

    assert longest_gap(morning, 10 * HOUR, NOTHING) == 10 * HOUR
    assert longest_gap(morning, 10 * HOUR, timedelta(days=5)) == 5 * HOUR
    assert longest_gap(morning, 10 * HOUR, timedelta(days=500)) == 1_000


@pytest.mark.parametrize(
    ("usual", "expected", "quiet", "is_too_long"),
    [
        (HOUR, None, 80 * MINUTE, False),
        (HOUR, None, 91 * MINUTE, True),
        (1_000, None, 9 * MINUTE, False),  # ten minutes at least
        (1_000, None, 11 * MINUTE, True),
        (HOUR, 5 * MINUTE, 6 * MINUTE, True),  # a person's word counts instead
        (HOUR, 5 * HOUR, 4 * HOUR, False),
        (None, 5 * MINUTE, 6 * MINUTE, True),
    ],
)
def test_silence_is_judged_by_what_is_usual_or_was_set(
    usual: int | None, expected: int | None, quiet: int, is_too_long: bool
) -> None:
    assert silence(DAY, 0, usual, expected).is_too_long(DAY + quiet) is is_too_long


def test_a_change_of_the_trigger_begins_the_wait_anew() -> None:
    found = silence(DAY, 2 * DAY, HOUR, None)

    assert found.since_ms == 2 * DAY
    assert not found.is_too_long(2 * DAY + HOUR)


@given(st.lists(st.integers(0, 3 * DAY), max_size=200), st.integers(3 * DAY, 4 * DAY))
def test_events_of_a_day_are_counted_or_never_estimated_too_few(times: list[int], now: int) -> None:
    recent = sum(each > now - DAY for each in times)

    assert per_day(times, now) >= recent
    if recent < len(times):
        assert per_day(times, now) == recent

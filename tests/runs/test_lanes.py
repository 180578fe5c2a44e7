"""Lanes: who is asked for runs when, so that no endpoint delays another. Pure."""

from datetime import timedelta
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from domain.runs.lanes import LONGEST_SHUT, TOLERATED, Lanes, Want
from domain.runs.retrying import LONGEST_ASKED, MOST_TRIES, PAUSES, pause_after

NOW: Final = 1_000_000


def lanes(*names: str, per_lane: int = 32) -> Lanes:
    """Lanes with something due."""
    made = Lanes(per_lane)
    for name in names:
        made.due(name, 0, NOW, is_ordered=False)
    return made


def asked(made: Lanes, free: int = 1_000, now: int = NOW) -> list[Want]:
    """Ask, and be given everything that was wanted."""
    wants = made.wants(now, free)
    for want in wants:
        made.taken(want, want.most, now)
    return wants


def test_lane_begins_with_four_and_doubles_with_each_success() -> None:
    made = lanes("a", per_lane=16)
    assert asked(made) == [Want("a", 4)]
    assert asked(made) == []

    for _ in range(4):
        made.delivered("a", NOW)

    assert asked(made) == [Want("a", 16)]


def test_failure_halves_down_to_one() -> None:
    made = lanes("a")
    asked(made)

    for _ in range(4):
        made.failed("a", NOW, None)

    assert made["a"].allowance == 1
    assert asked(made) == [Want("a", 1)]


def test_five_failures_shut_the_lane_then_one_run_probes_it() -> None:
    made = lanes("a")
    for _ in range(TOLERATED):
        asked(made)
        made.failed("a", NOW, None)
    assert asked(made) == []
    assert made.next_ms() == NOW + 5_000

    probe = asked(made, now=NOW + 5_000)
    assert probe == [Want("a", 1)]
    made.delivered("a", NOW + 5_001)

    assert made["a"].failures == 0
    assert asked(made, now=NOW + 5_001) == [Want("a", 2)]


def test_probe_that_fails_shuts_it_for_longer_but_not_for_ever() -> None:
    made, now, shut = lanes("a"), NOW, []
    for _ in range(20):
        asked(made, now=now)
        made.failed("a", now, None)
        shut.append(made["a"].shut_ms - now)
        now = max(now, made["a"].shut_ms)

    assert shut[TOLERATED - 1 :][:4] == [5_000, 10_000, 20_000, 40_000]
    assert shut[-1] == LONGEST_SHUT / timedelta(milliseconds=1)


def test_endpoint_is_left_alone_as_long_as_it_asks_for_five_minutes_at_most() -> None:
    made = lanes("a", "b")
    asked(made, free=2)
    made.failed("a", NOW, timedelta(seconds=90))
    made.failed("b", NOW, timedelta(days=1))

    assert asked(made) == []
    assert [want.workflow_id for want in asked(made, now=NOW + 90_000)] == ["a"]
    assert [want.workflow_id for want in asked(made, now=NOW + 300_000)] == ["b"]


def test_every_lane_has_its_turn_before_one_has_another() -> None:
    made = lanes(*"abcdefgh")

    turns = [want.workflow_id for _ in range(4) for want in asked(made, free=2)]

    assert turns == list("abcdefgh")


def test_lane_without_more_runs_is_not_asked_until_one_is_due() -> None:
    made = lanes("a")
    (want,) = made.wants(NOW, 10)
    made.taken(want, 1, NOW)
    made.delivered("a", NOW)
    assert asked(made) == []

    made.due("a", NOW + 50, NOW, is_ordered=False)

    assert asked(made) == []
    assert made.next_ms() == NOW + 50
    assert len(asked(made, now=NOW + 50)) == 1


@given(st.lists(st.sampled_from(["due", "ask", "ok", "fail"]), max_size=60), st.integers(1, 40))
def test_no_lane_ever_has_more_in_flight_than_it_may(steps: list[str], per_lane: int) -> None:
    made, now, held = Lanes(per_lane), NOW, 0
    for step in steps:
        now += 700
        if step == "due":
            made.due("a", now, now, is_ordered=False)
        elif step == "ask":
            held += sum(want.most for want in asked(made, free=500, now=now))
        elif held:
            held -= 1
            made.delivered("a", now) if step == "ok" else made.failed("a", now, None)

        assert made["a"].in_flight == held
        assert 0 <= held <= per_lane


def test_schedule_is_eleven_attempts_in_about_a_day() -> None:
    assert MOST_TRIES == 11
    assert timedelta(hours=23) < sum(PAUSES, timedelta(0)) < timedelta(hours=25)
    assert pause_after(11, timedelta(seconds=1), 0.5) is None


@given(st.integers(1, 10), st.integers(0, 10**6), st.floats(0, 1))
def test_pause_is_never_shorter_than_ours_nor_longer_than_what_may_be_asked(
    tries: int, asked_for: int, chance: float
) -> None:
    pause = pause_after(tries, timedelta(seconds=asked_for), chance)

    assert pause is not None
    assert pause >= PAUSES[tries - 1] * 0.85
    assert pause <= max(PAUSES[tries - 1] * 1.15, LONGEST_ASKED)
    assert pause >= min(timedelta(seconds=asked_for), LONGEST_ASKED)

"""An answer is kept for its time, asked for again when a key is unknown, and served stale when nobody answers."""

from datetime import UTC, datetime, timedelta
from typing import Final

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from domain.keyring import KeyRequest, KeysNeeded, Want
from domain.keyring.allowances import BURST, REFILL, Allowances
from domain.keyring.shelf import COOL_DOWN, PAUSE, STALE, Found, Shelf
from domain.signatures.parts import KeyForm
from domain.signatures.public_keys import Key
from domain.verdict import Refused, RejectionCause

NOW: Final = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
HOUR: Final = timedelta(hours=1)
MOMENT: Final = timedelta(milliseconds=1)
REQUEST: Final = KeyRequest("https://acme.example/keys", KeyForm.JWKS)
WANT: Final = Want(REQUEST, "prj_1")
OLD: Final = Key(Ed25519PrivateKey.generate().public_key(), "old")
NEW: Final = Key(Ed25519PrivateKey.generate().public_key(), "new")
NAMELESS: Final = Key(Ed25519PrivateKey.generate().public_key())


def shelf(*keys: Key, ends_at: datetime | None = None) -> Shelf:
    """A shelf with one answer, fetched now and fresh for an hour."""
    made = Shelf()
    made.put(REQUEST, Found(keys, ends_at), HOUR, NOW)
    return made


def needed(on: Shelf, kid: str, at: datetime) -> bool:
    try:
        on.lookup(WANT, kid, at)
    except KeysNeeded as needed:
        return needed.wants == (WANT,)
    return False


def refused(on: Shelf, kid: str, at: datetime) -> str:
    with pytest.raises(Refused) as found:
        on.lookup(WANT, kid, at)
    assert found.value.cause is RejectionCause.KEY_UNAVAILABLE
    return found.value.explanation


def test_what_was_never_asked_for_is_needed() -> None:
    assert needed(Shelf(), "", NOW)


def test_a_fresh_answer_gives_the_key_of_the_id() -> None:
    assert shelf(OLD, NEW).lookup(WANT, "new", NOW + HOUR - MOMENT) == (NEW,)


def test_without_an_id_every_key_is_given() -> None:
    assert shelf(OLD, NEW).lookup(WANT, "", NOW) == (OLD, NEW)


def test_a_key_without_an_id_may_be_meant_by_any() -> None:
    assert shelf(OLD, NAMELESS).lookup(WANT, "new", NOW) == (NAMELESS,)


def test_at_most_ten_keys_are_given() -> None:
    assert shelf(*[NAMELESS] * 11).lookup(WANT, "", NOW) == (NAMELESS,) * 10


def test_an_answer_that_has_run_out_is_needed_again() -> None:
    assert needed(shelf(OLD), "old", NOW + HOUR)


def test_an_answer_newer_than_the_delivery_says_that_there_is_no_such_key() -> None:
    assert shelf(OLD).lookup(WANT, "new", NOW) == ()


def test_an_unknown_id_asks_again_once_a_cool_down() -> None:
    on, later = shelf(OLD), NOW + timedelta(minutes=10)

    assert needed(on, "new", later)
    on.put(REQUEST, Found((OLD,)), HOUR, later)
    assert refused(on, "newer", later + COOL_DOWN - MOMENT).startswith(
        "The provider published no key with the id 'newer' when it was last asked."
    )
    assert needed(on, "newer", later + COOL_DOWN)


def test_known_keys_are_served_during_the_cool_down() -> None:
    on, later = shelf(OLD), NOW + timedelta(minutes=10)
    on.put(REQUEST, Found((OLD,)), HOUR, later)

    assert on.lookup(WANT, "old", later + MOMENT) == (OLD,)


def test_a_failure_is_told_and_nobody_is_asked_until_the_pause_is_over() -> None:
    on = Shelf()
    on.fail(REQUEST, "acme.example answered 500 instead of a key.", NOW)

    assert refused(on, "", NOW + PAUSE - MOMENT) == "acme.example answered 500 instead of a key."
    assert needed(on, "", NOW + PAUSE)


def test_old_keys_serve_a_day_longer_while_the_provider_is_down() -> None:
    on = shelf(OLD)
    last = NOW + HOUR + STALE - MOMENT
    on.fail(REQUEST, "It is down.", last)

    assert on.lookup(WANT, "old", last) == (OLD,)
    assert refused(on, "old", NOW + HOUR + STALE) == "It is down."


def test_stale_keys_are_asked_for_again_after_each_pause() -> None:
    on, later = shelf(OLD), NOW + HOUR
    on.fail(REQUEST, "It is down.", later)

    assert on.lookup(WANT, "old", later + PAUSE - MOMENT) == (OLD,)
    assert needed(on, "old", later + PAUSE)


def test_an_answer_ends_a_failure() -> None:
    on = Shelf()
    on.fail(REQUEST, "It is down.", NOW)
    on.put(REQUEST, Found((OLD,)), HOUR, NOW + PAUSE)

    assert on.lookup(WANT, "old", NOW + PAUSE) == (OLD,)


def test_a_certificate_is_neither_fresh_nor_stale_beyond_its_end() -> None:
    ends_at = NOW + timedelta(minutes=20)
    on = shelf(NAMELESS, ends_at=ends_at)

    assert on.lookup(WANT, "", ends_at - MOMENT) == (NAMELESS,)
    on.fail(REQUEST, "It is down.", ends_at)
    assert refused(on, "", ends_at) == "It is down."


def test_the_least_recently_used_answer_goes_first() -> None:
    on, count = Shelf(most=3), 4
    requests = [KeyRequest(f"https://acme.example/{n}", KeyForm.JWKS) for n in range(count)]
    for request in requests[:3]:
        on.put(request, Found((OLD,)), HOUR, NOW)
    on.lookup(Want(requests[0]), "old", NOW)
    on.put(requests[3], Found((OLD,)), HOUR, NOW)

    assert [on.is_known(request) for request in requests] == [True, False, True, True]
    assert len(on) == 3


def test_a_thousand_answers_are_kept() -> None:
    on = Shelf()
    for number in range(1_200):
        request = KeyRequest(f"https://acme.example/{number}", KeyForm.JWKS)
        on.put(request, Found((OLD,)), HOUR, NOW)

    assert len(on) == 1_000


def test_new_addresses_of_a_host_are_asked_in_a_burst_and_then_slowly() -> None:
    allowances = Allowances()

    at_once = [allowances.take("prj_1", "acme.example", NOW) for _ in range(BURST + 5)]

    assert at_once == [True] * BURST + [False] * 5
    assert not allowances.take("prj_1", "acme.example", NOW + REFILL - MOMENT)
    assert allowances.take("prj_1", "acme.example", NOW + REFILL)
    assert not allowances.take("prj_1", "acme.example", NOW + REFILL)


def test_a_flood_at_one_project_leaves_another_its_own_allowance() -> None:
    allowances = Allowances()
    for _ in range(BURST + 1):
        allowances.take("prj_1", "acme.example", NOW)

    assert not allowances.take("prj_1", "acme.example", NOW)
    assert allowances.take("prj_2", "acme.example", NOW)
    assert allowances.take("prj_1", "other.example", NOW)

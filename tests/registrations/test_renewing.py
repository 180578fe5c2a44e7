"""Keeping a webhook alive: renewed well before it ends, tried again, and made anew when it is gone."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import clock
from domain.models import Registration
from domain.registrations.timing import (
    PAUSES,
    pause_after,
    read_expiry,
    renewal_pause,
    renews_at,
)
from domain.simulator.webhook_api import Mishap
from tests.registrations.site import RENEWAL, Site

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


async def enabled(site: Site, renewal: Any) -> Any:
    """A registration that is ACTIVE, as GraphQL shows it."""
    site.api.life = HOUR
    trigger_id = await site.trigger(renewal=renewal)
    made = await site.enable(await site.workflow(trigger_id), await site.account("ann"))
    return await site.settled(made["id"])


def until(text: str) -> timedelta:
    return datetime.fromisoformat(text) - clock.now()


async def test_webhook_is_renewed_well_before_it_ends_and_again(site: Site) -> None:
    made = await enabled(site, RENEWAL)
    (hook,) = site.api.hooks.values()
    assert made["expiresAt"] is not None
    assert HOUR * 0.45 < until(made["renewsAt"]) < HOUR * 0.76
    assert made["nextAttemptAt"] is None

    renewed = await site.time_passes(made["id"])

    assert renewed["state"] == "ACTIVE"
    assert renewed["expiresAt"] > made["expiresAt"]
    assert list(site.api.hooks) == [hook.id]
    assert [one["deed"] for one in renewed["history"]] == ["RENEW", "CREATE"]
    assert (await site.time_passes(made["id"]))["state"] == "ACTIVE"
    assert site.api.methods() == ["POST", "PATCH", "PATCH"]


async def test_webhook_is_renewed_by_a_fixed_period_that_requests_can_name(site: Site) -> None:
    request = {
        **RENEWAL["request"],
        "body": {"json": {"until": "{{settings.expiresAt}}", "ms": "{{settings.expiresAtMs}}"}},
    }
    made = await enabled(site, {"request": request, "every": 7200})
    assert made["expiresAt"] is None
    assert HOUR * 0.9 < until(made["renewsAt"]) < HOUR * 1.6

    renewed = await site.time_passes(made["id"])

    body = renewed["history"][0]["exchange"]["request"]["body"]
    asked = datetime.fromisoformat(body.split('"')[3])
    assert abs(asked - clock.now() - 2 * HOUR) < timedelta(minutes=1)
    assert HOUR * 0.9 < until(renewed["renewsAt"]) < HOUR * 1.6


async def test_renewal_that_fails_is_tried_again_and_the_webhook_stays(site: Site) -> None:
    made = await enabled(site, RENEWAL)
    site.api.mishaps += [Mishap.FAIL, Mishap.CUT_BEFORE]

    failed = await site.time_passes(made["id"])
    assert (failed["state"], failed["attempts"]) == ("ACTIVE", 1)
    assert "answered 500" in failed["reason"]
    assert timedelta(seconds=3) < until(failed["nextAttemptAt"]) < timedelta(seconds=7)
    failed = await site.time_passes(made["id"])
    assert failed["attempts"] == 2

    renewed = await site.time_passes(made["id"])
    assert (renewed["state"], renewed["attempts"], renewed["reason"]) == ("ACTIVE", 0, None)
    assert len(site.api.hooks) == 1


async def test_webhook_that_the_provider_lost_is_made_anew_on_renewal(site: Site) -> None:
    trigger_id = await site.trigger(renewal=RENEWAL)
    site.api.life = HOUR
    site.api.mishaps.append(Mishap.LOSE)
    made = await site.enable(await site.workflow(trigger_id), await site.account("ann"))
    assert await site.state(made["id"]) == "ACTIVE"
    assert site.api.hooks == {}

    again = await site.time_passes(made["id"])

    assert again["state"] == "ACTIVE"
    assert site.api.methods() == ["POST", "PATCH", "POST"]
    assert site.api.urls() == [again["webhookUrl"]]
    assert [one["deed"] for one in again["history"]] == ["CREATE", "RENEW", "CREATE"]


async def test_webhook_that_ended_before_it_could_be_renewed_is_made_anew(site: Site) -> None:
    made = await enabled(site, RENEWAL)
    site.api.hooks.clear()
    await Registration.filter(id=made["id"]).update(expires_ms=clock.now_ms() - 1)

    again = await site.time_passes(made["id"])

    assert again["state"] == "ACTIVE"
    assert site.api.methods() == ["POST", "POST"]
    assert again["expiresAt"] > made["expiresAt"]


async def test_expiry_that_cannot_be_read_is_said_and_renewed_within_a_day(site: Site) -> None:
    made = await enabled(site, {**RENEWAL, "expiresAt": "{{setup.response.body.status}}"})

    assert made["state"] == "ACTIVE"
    assert "cannot be read" in made["reason"]
    assert until(made["renewsAt"]) < timedelta(days=1)


async def test_webhook_that_is_not_wanted_any_more_is_not_renewed(site: Site) -> None:
    site.api.life = HOUR
    trigger_id = await site.trigger(renewal=RENEWAL)
    workflow_id, account_id = await site.workflow(trigger_id), await site.account("ann")
    made = await site.enable(workflow_id, account_id)
    await site.settled(made["id"])

    await site.disable(workflow_id, account_id)
    gone = await site.settled(made["id"])

    assert (gone["state"], gone["renewsAt"]) == ("TORN_DOWN", None)
    assert site.api.methods() == ["POST", "DELETE"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-30T13:00:00Z", NOW + HOUR),
        ("2026-11-30T13:00:00.0000000+00:00", NOW + HOUR),
        ("2026-11-30T14:00:00+01:00", NOW + HOUR),
        ("2026-11-30 13:00:00", NOW + HOUR),
        ("Mon, 30 Nov 2026 13:00:00 GMT", NOW + HOUR),
        (str(int((NOW + HOUR).timestamp())), NOW + HOUR),
        (str(int((NOW + HOUR).timestamp() * 1000)), NOW + HOUR),
        ("3600", NOW + HOUR),
        ("3600.0", NOW + HOUR),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("2026-13-01", None),
        ("١٢", None),
        ("9" * 16, None),
    ],
)
def test_expiry_is_read_in_every_form_that_providers_write(
    text: str, expected: datetime | None
) -> None:
    assert read_expiry(text, NOW) == expected


@given(st.text(max_size=60))
def test_any_text_is_an_expiry_or_none(text: str) -> None:
    found = read_expiry(text, NOW)
    assert found is None or found.tzinfo is not None


@given(st.integers(-100, 10**7), st.floats(0, 1))
def test_renewal_is_always_later_and_well_before_the_end(seconds: int, chance: float) -> None:
    ends_at = NOW + timedelta(seconds=seconds)
    at = renews_at(NOW, ends_at, chance)
    assert at >= NOW + timedelta(seconds=1)
    assert seconds < 4 or at <= NOW + timedelta(seconds=seconds) * 0.751


@given(st.integers(1, 40), st.one_of(st.none(), st.timedeltas(timedelta(0), timedelta(days=9))))
def test_pauses_are_bounded_and_obey_the_provider(attempts: int, asked: timedelta | None) -> None:
    pause = pause_after(attempts, asked, 0.5)
    assert (pause is None) == (attempts > len(PAUSES))
    assert pause is None or asked is None or pause >= min(asked, timedelta(days=1))
    assert renewal_pause(attempts, None, 1.0) <= timedelta(hours=1) * 1.2

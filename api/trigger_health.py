"""How a finished trigger does: silence and drift."""

from datetime import datetime
from typing import Self

import strawberry

from api.described import output
from domain import clock
from domain.health.looking import Health


@output
class FieldDrift:
    """A field of the sample's body that newer events do not have, or have of another type."""

    path: str = strawberry.field(
        description="The path, as in templates; `[*]` for the items of a list."
    )
    was: str = strawberry.field(description="The type in the sample, for a person.")
    now: str | None = strawberry.field(
        description="The type in newer events. Null: the field vanished."
    )


@output
class TriggerHealth:
    """How a trigger did when its rows were last looked at, once a minute."""

    last_event_at: datetime | None = strawberry.field(
        description="When its last live event arrived. Null when none has."
    )
    events_per_day: int = strawberry.field(
        description="Live events of 24 hours; of busy triggers an estimate by the newest 200."
    )
    expected_silence_seconds: int | None = strawberry.field(
        description="How long it may be silent: as `setExpectedSilence` said, else half as long again as "
        "it usually is, ten minutes at least. Null before ten events, and while it is disabled."
    )
    is_silent: bool = strawberry.field(
        description="Whether it is silent for longer than that, now."
    )
    silent_since: datetime | None = strawberry.field(
        description="Since when, if it is: its last event, or its last change if that came later."
    )
    drift: list[FieldDrift] = strawberry.field(
        description="How the newest ten genuine deliveries differ from the sample, at most 20 fields. "
        "Three at least must agree."
    )
    checked_at: datetime = strawberry.field(description="When its rows were looked at.")

    @classmethod
    def of(cls, health: Health) -> Self:
        """Show one, as of now."""
        allowed = health.silence.allowed_ms if health.silence else None
        is_silent = health.is_silent(clock.now_ms())
        return cls(
            last_event_at=clock.from_ms(health.last_event_ms) if health.last_event_ms else None,
            events_per_day=health.day_count,
            expected_silence_seconds=None if allowed is None else allowed // 1000,
            is_silent=is_silent,
            silent_since=clock.from_ms(health.silence.since_ms)
            if health.silence and is_silent
            else None,
            drift=[FieldDrift(path=each.path, was=each.was, now=each.now) for each in health.drift],
            checked_at=clock.from_ms(health.checked_ms),
        )

"""The moment before the provider is asked for a webhook: written down, and its handshakes let in.

A window has a name of its own for every call, so that the handshake of a second call may replace the first one's values,
and nothing else ever may.
"""

from typing import Final

from domain import clock
from domain.context import Context
from domain.database import atomically
from domain.errors import HookwrightError
from domain.identity import Kind, new_id
from domain.models import Registration, Trigger
from domain.settings import Settings

WINDOW_MS: Final = 60_000

_SLACK_MS: Final = 5_000


class Superseded(HookwrightError):
    """Somebody else has the registration, or it is no longer wanted."""


async def opened(context: Context, row: Registration) -> None:
    """Write, on disk, that the provider is about to be asked. Raises Superseded."""

    async def unit() -> None:
        now = clock.now_ms()
        changes = {
            "called_ms": now,
            "sealed": None,
            "provider_url": None,
            "window": new_id(Kind.REGISTRATION),
            "window_ms": now + window_ms(context.settings),
        }
        mine = Registration.filter(id=row.id, fence=row.fence, is_wanted=True)
        if not await mine.update(**changes):
            raise Superseded(row.id)
        row.update_from_dict(changes)

    await atomically(unit)
    trigger = await Trigger.get(id=row.trigger_id)
    context.drop_plans(trigger.integration_id)


def window_ms(settings: Settings) -> int:
    """How long a window is at most: it outlasts the call, whose end closes it."""
    return max(WINDOW_MS, settings.outbound_seconds * 1000 + _SLACK_MS)

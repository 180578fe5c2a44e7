"""Looking at every finished trigger again and again; only at those with new rows, and never at many in one breath."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Final

import structlog
from prometheus_client import Gauge

from domain import clock
from domain.health.looking import Health, kept, look
from domain.models import Trigger, Verdict
from domain.wizard.status import TriggerStatus

EVERY_SECONDS: Final = 60.0
_PAGE: Final = 100

SILENT: Final = Gauge("hookwright_triggers_silent", "Active triggers that are silent for too long.")
DRIFTING: Final = Gauge(
    "hookwright_triggers_drifting", "Active triggers whose events lack fields of their sample."
)
SILENCE: Final = Gauge(
    "hookwright_trigger_silence_seconds",
    "How long a trigger that is silent for too long has been silent.",
    ("trigger",),
)

log = structlog.get_logger()


class Rounds:
    """Rounds over all triggers. Remembers the newest verdict of each, and who was silent in the last round."""

    def __init__(self) -> None:
        self._newest: dict[str, int] = {}
        self._silent: set[str] = set()

    async def round(self) -> None:
        """Look at every active trigger that has something new."""
        silent: set[str] = set()
        drifting = 0
        after = ""
        while True:
            active = Trigger.filter(
                status=TriggerStatus.ACTIVE.value, deleted_ms=None, id__gt=after
            )
            page = await active.order_by("id").limit(_PAGE)
            for trigger in page:
                health = await self._look(trigger)
                drifting += bool(health.drift)
                if health.silence and health.is_silent(now := clock.now_ms()):
                    silent.add(trigger.id)
                    SILENCE.labels(trigger.id).set((now - health.silence.since_ms) / 1000)
            if len(page) < _PAGE:
                break
            after = page[-1].id
        self._tell(silent)
        SILENT.set(len(silent))
        DRIFTING.set(drifting)

    async def _look(self, trigger: Trigger) -> Health:
        newest = await Verdict.filter(trigger_id=trigger.id).order_by("-seq").first().only("seq")
        seq = newest.seq if newest else 0
        if self._newest.get(trigger.id) == seq and (known := await kept(trigger)):
            return known
        self._newest[trigger.id] = seq
        return await look(trigger)

    def _tell(self, silent: set[str]) -> None:
        for trigger_id in sorted(silent - self._silent):
            log.warning("trigger.silent", trigger=trigger_id)
        for trigger_id in self._silent - silent:
            SILENCE.remove(trigger_id)
        self._silent = silent


@contextlib.asynccontextmanager
async def opened() -> AsyncIterator[None]:
    """Make rounds until the end."""
    runner = asyncio.create_task(_run(Rounds()))
    try:
        yield
    finally:
        runner.cancel()
        await asyncio.gather(runner, return_exceptions=True)


async def _run(rounds: Rounds) -> None:
    while True:
        await asyncio.sleep(EVERY_SECONDS)
        try:
            await rounds.round()
        except Exception as error:
            log.exception("health.unavailable", error=repr(error))

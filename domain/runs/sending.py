"""One attempt: what is sent, signed, and what came of it."""

import random
from datetime import timedelta

import orjson
import structlog

from domain import clock
from domain.runs import outcomes, output
from domain.runs.output import Arrived, Named
from domain.runs.posting import Posted, Poster
from domain.runs.queue import Claimed, Settlement
from domain.runs.signing import signed
from domain.runs.targets import Target, Targets
from domain.vault import Unreadable, Vault

log = structlog.get_logger()


class Sender:
    """Sends runs that are ours."""

    def __init__(self, vault: Vault, poster: Poster) -> None:
        self._targets = Targets(vault)
        self._poster = poster

    async def attempt(self, run: Claimed) -> tuple[Settlement, timedelta | None]:
        """Send once. With it comes for how long the endpoint wants to be left alone, if it said so."""
        try:
            return await self._attempt(run)
        except Unreadable as error:
            posted = Posted(None, 0, f"It cannot be signed: {error}.")
        except Exception as error:
            log.exception("run.unsent", run=run.id, error=repr(error))
            posted = Posted(None, 0, "It could not be sent: something is wrong here, not there.")
        return _concluded(run, posted, ""), None

    async def _attempt(self, run: Claimed) -> tuple[Settlement, timedelta | None]:
        target = await self._targets.of(run)
        now_ms = clock.now_ms()
        if target is None:
            why = "Its workflow has no endpoint any more: an engine is to pull it."
            return outcomes.returned(run, now_ms, why), None
        content = body(run, target)
        if content is None:
            return outcomes.lost(run, "Its delivery is not kept any more.", now_ms), None
        headers = signed(run.event_id, now_ms // 1_000, content, target.keys(now_ms))
        posted = await self._poster.post(target.url, content, headers)
        return _concluded(run, posted, target.endpoint), posted.asked


def body(run: Claimed, target: Target) -> bytes | None:
    """What is POSTed: `{runId, workflowId, output}`. None when the delivery is not kept any more."""
    if run.received_ms is None:
        return None
    arrived = Arrived(
        run.received_ms,
        run.method or "",
        run.headers or "[]",
        run.query_string or "",
        run.body or b"",
    )
    named = Named(
        event_id=run.event_id,
        trigger_id=run.trigger_id,
        trigger_name=target.trigger_name,
        account_id=run.credential_id,
        user_id=run.user_id or "",
        provider_id=run.provider_id,
    )
    shown = output.output(arrived, named)
    return orjson.dumps({"runId": run.id, "workflowId": run.workflow_id, "output": shown})


def _concluded(run: Claimed, posted: Posted, endpoint: str) -> Settlement:
    chance = random.random()  # noqa: S311  spreads retries, guards nothing
    return outcomes.concluded(run, posted, endpoint, now_ms=clock.now_ms(), chance=chance)

"""One attempt: what is sent, signed, and what came of it."""

import asyncio
import random
from datetime import timedelta
from typing import Final

import orjson
import structlog

from domain import clock
from domain.models import Delivery
from domain.runs import outcomes, output
from domain.runs.output import Arrived, Named
from domain.runs.posting import Posted, Poster
from domain.runs.queue import Claimed, Settlement
from domain.runs.signing import signed
from domain.runs.targets import Target, Targets
from domain.vault import Unreadable, Vault

log = structlog.get_logger()


_MOST_LARGE: Final = 16
_PATIENCE: Final = 5.0


class Sender:
    """Sends runs that are ours."""

    def __init__(self, vault: Vault, poster: Poster) -> None:
        self._targets = Targets(vault)
        self._poster = poster
        # so many large bodies are in memory at once, however many runs are in flight
        self._large = asyncio.Semaphore(_MOST_LARGE)

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
        if run.received_ms is None:
            return outcomes.lost(run, "Its delivery is not kept any more.", now_ms), None
        if run.body is not None:
            return await self._post(run, target, run.body)
        try:
            async with asyncio.timeout(_PATIENCE):
                await self._large.acquire()
        except TimeoutError:
            return outcomes.returned(
                run, clock.now_ms(), "Too many large bodies are under way."
            ), None
        try:
            delivery = await Delivery.get(id=run.delivery_id)
            return await self._post(run, target, bytes(delivery.body))
        finally:
            self._large.release()

    async def _post(
        self, run: Claimed, target: Target, arrived: bytes
    ) -> tuple[Settlement, timedelta | None]:
        now_ms, content = clock.now_ms(), body(run, target, arrived)
        headers = signed(run.event_id, now_ms // 1_000, content, target.keys(now_ms))
        posted = await self._poster.post(target.url, content, headers)
        return _concluded(run, posted, target.endpoint), posted.asked


def body(run: Claimed, target: Target, arrived: bytes) -> bytes:
    """What is POSTed: `{runId, workflowId, output}`. arrived: the delivery's own body."""
    delivery = Arrived(
        received_ms=run.received_ms or 0,
        method=run.method or "",
        headers=run.headers or "[]",
        query_string=run.query_string or "",
        body=arrived,
    )
    named = Named(
        event_id=run.event_id,
        trigger_id=run.trigger_id,
        trigger_name=target.trigger_name,
        account_id=run.credential_id,
        user_id=run.user_id or "",
        provider_id=run.provider_id,
    )
    shown = output.output(delivery, named)
    return orjson.dumps({"runId": run.id, "workflowId": run.workflow_id, "output": shown})


def _concluded(run: Claimed, posted: Posted, endpoint: str) -> Settlement:
    chance = random.random()  # noqa: S311  spreads retries, guards nothing
    return outcomes.concluded(run, posted, endpoint, now_ms=clock.now_ms(), chance=chance)

"""What a dispatcher does in the background. Every job claims its rows, so any number of processes may do it at once."""

import contextlib
from collections.abc import AsyncIterator

from domain.bus import PLANS
from domain.connections import tending
from domain.context import Context
from domain.database import Database
from domain.deliveries import following, routing
from domain.deliveries.accept import Acceptance
from domain.health import job as health
from domain.registrations import keeping
from domain.replays import working as replays
from domain.retention import job as retention
from domain.runs import dispatching


@contextlib.asynccontextmanager
async def running(context: Context, acceptance: Acceptance, store: Database) -> AsyncIterator[None]:
    """Do what is due until the end; then hand back what is under way."""
    router = routing.Router()
    context.bus.hear(PLANS, router.changed)
    async with contextlib.AsyncExitStack() as stack:
        for job in (
            following.opened(context),
            tending.opened(context),
            keeping.opened(context),
            routing.opened(router, context, acceptance),
            replays.opened(context, acceptance),
            retention.opened(context, store),
            health.opened(),
            dispatching.opened(context, store, acceptance.journal.started),
        ):
            await stack.enter_async_context(job)
        yield

"""What a process says of itself: whether it lives, whether it can serve, what it counts."""

import asyncio

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from domain.deliveries.journal import Journal
from domain.models import Project


def routes(journal: Journal, closing: asyncio.Event) -> list[Route]:
    """`/healthz`, `/readyz` and `/metrics`. closing: set when the process is about to stop."""

    async def readiness(_: Request) -> Response:
        problems = []
        if closing.is_set():
            problems.append("stopping")
        if journal.is_full:
            problems.append("too many deliveries wait to be written")
        if not await _database_answers():
            problems.append("the database does not answer")
        return JSONResponse({"ready": not problems, "problems": problems}, 503 if problems else 200)

    return [Route("/healthz", _health), Route("/readyz", readiness), Route("/metrics", _metrics)]


async def _database_answers() -> bool:
    try:
        async with asyncio.timeout(2):
            return await Project.all().limit(1).count() >= 0
    except Exception:  # noqa: BLE001  whatever it is, this process cannot serve
        return False


async def _health(_: Request) -> Response:
    return PlainTextResponse("ok\n")


async def _metrics(_: Request) -> Response:
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

"""What the complete path is compared with: (a) a bare ASGI application, (b) a minimal Starlette one."""

import asyncio
import hashlib
import hmac
import sqlite3
import threading
from pathlib import Path

import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bench.seed import SECRET


async def bare(scope: Scope, receive: Receive, send: Send) -> None:
    """(a) Read the body, answer 200."""
    if scope["type"] != "http":
        return
    while (await receive()).get("more_body"):
        pass
    await send(
        {"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]}
    )
    await send({"type": "http.response.body", "body": b""})


def minimal(path: Path) -> Starlette:
    """(b) Verify, parse and group-commit one row in a writer thread; nothing else."""
    writer = Writer(path)

    async def receive(request: Request) -> Response:
        content = await request.body()
        given = request.headers.get("x-hub-signature-256", "").removeprefix("sha256=")
        wanted = hmac.new(SECRET.encode(), content, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(given, wanted):
            return Response(status_code=401)
        team = orjson.loads(content)["team_id"]
        await writer.append((team, content))
        return Response(status_code=200)

    return Starlette(routes=[Route("/{path:path}", receive, methods=["POST"])])


class Writer:
    """Rows of many requests in one commit, by a thread that owns the connection (WAL, FULL)."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=FULL")
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS delivery (id INTEGER PRIMARY KEY, team TEXT, body BLOB)"
        )
        self._waiting: list[tuple[tuple[str, bytes], asyncio.Future[None]]] = []
        self._some = threading.Condition()
        threading.Thread(target=self._run, daemon=True).start()

    async def append(self, row: tuple[str, bytes]) -> None:
        """Return once the row is on disk."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        with self._some:
            self._waiting.append((row, done))
            self._some.notify()
        await done

    def _run(self) -> None:
        while True:
            with self._some:
                while not self._waiting:
                    self._some.wait()
                batch, self._waiting = self._waiting, []
            self._connection.execute("BEGIN")
            rows = [row for row, _ in batch]
            self._connection.executemany("INSERT INTO delivery (team, body) VALUES (?, ?)", rows)
            self._connection.execute("COMMIT")
            batch[0][1].get_loop().call_soon_threadsafe(_settle, batch)


def _settle(batch: list[tuple[tuple[str, bytes], asyncio.Future[None]]]) -> None:
    for _, done in batch:
        if not done.done():
            done.set_result(None)

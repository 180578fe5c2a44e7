"""The fork server in use, and those before it that still have calls: started, watched, renewed, drained."""

import asyncio
import sys
from collections import Counter
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any, Final

import structlog

from domain.sandbox import measures, process, seccomp
from domain.sandbox.availability import Unavailable, has_process_descriptors, require
from domain.sandbox.children import Source
from domain.sandbox.forkserver import ForkServer
from domain.sandbox.limits import Capacity, Limits
from domain.sandbox.onebyone import OneByOne
from domain.settings import CustomCode

PAUSE_SECONDS: Final = 1.0
PATIENCE_SECONDS: Final = 5.0
_STOPPING: Final = "custom code is stopping with the process"

log = structlog.get_logger()


class Fleet:
    """Hands out the fork server in use. Starting a new one never makes calls wait that have an old one."""

    def __init__(
        self, limits: Limits, capacity: Capacity, custom_code: CustomCode, engine: str
    ) -> None:
        self._limits = limits
        self._capacity = capacity
        self._custom_code = custom_code
        self._engine = engine
        self._source: Source | None = None
        self._starting: asyncio.Task[Source] | None = None
        self._started_at = float("-inf")
        self._failure: Unavailable | None = None
        self._suspicion = ""
        self._users: Counter[Source] = Counter()
        self._tasks: set[asyncio.Task[None]] = set()
        self._closed = False

    @asynccontextmanager
    async def lease(self) -> AsyncIterator[Source]:
        """The fork server in use, kept alive for the block. Raises Unavailable."""
        source = await self._current()
        self._users[source] += 1
        try:
            yield source
        finally:
            self._users[source] -= 1
            self._end_if_done_with(source)

    def suspect(self, source: Source, reason: str) -> None:
        """A child ended as an exploit would: have a new fork server, with another address layout, soon."""
        if source is self._source:
            self._suspicion = reason
            self._renew_if_due(source)

    async def close(self) -> None:
        """End everything, also what is still starting."""
        self._closed = True
        if self._starting is not None:
            await asyncio.gather(self._starting, return_exceptions=True)
        sources = {*self._users, *([self._source] if self._source else [])}
        await asyncio.gather(*(source.close() for source in sources), *self._tasks)
        measures.SPARES.set(0)

    async def _current(self) -> Source:
        source = self._source
        if self._closed:
            raise Unavailable(_STOPPING)
        if source is not None and not source.is_lost:
            self._renew_if_due(source)
            return source
        if source is not None:
            self._retire("lost")
        now = asyncio.get_running_loop().time()
        if self._failure is not None and now < self._started_at + PAUSE_SECONDS:
            raise Unavailable(str(self._failure))
        try:
            return await asyncio.wait_for(asyncio.shield(self._start()), PATIENCE_SECONDS)
        except TimeoutError:
            raise Unavailable("the process for custom code is still starting") from None

    def _renew_if_due(self, source: Source) -> None:
        now = asyncio.get_running_loop().time()
        if (
            self._starting is not None
            or now < self._started_at + self._capacity.renewal_pause_seconds
        ):
            return
        reason = self._suspicion
        if source.calls >= self._capacity.recycle_calls:
            reason = reason or "calls"
        if now >= source.started_at + self._capacity.recycle_seconds:
            reason = reason or "age"
        if reason:
            self._spawn(self._replace(reason))

    async def _replace(self, reason: str) -> None:
        if self._closed:  # it was decided in the last moment before
            return
        try:
            await asyncio.shield(self._start(reason))
        except Unavailable as error:
            log.warning("custom_code.renewal_failed", why=str(error))

    def _start(self, reason: str = "") -> "asyncio.Task[Source]":
        if self._starting is None:
            self._starting = asyncio.create_task(self._launch(reason))
            # whoever waits gets the error; when nobody does, it is no news
            self._starting.add_done_callback(lambda task: task.cancelled() or task.exception())
        return self._starting

    async def _launch(self, reason: str) -> Source:
        now = asyncio.get_running_loop().time()
        try:
            await asyncio.sleep(self._started_at + PAUSE_SECONDS - now)
            self._started_at = asyncio.get_running_loop().time()
            source = await self._made()
        except Unavailable as error:
            if self._failure is None and not self._closed:
                log.warning("custom_code.unavailable", why=str(error))
            self._failure = error
            raise
        finally:
            self._starting = None
        if reason:
            self._retire(reason)
        self._failure = None
        self._suspicion = ""
        self._source = source
        return source

    async def _made(self) -> Source:
        lacking = require(self._custom_code)
        if lacking:
            log.warning("custom_code.unsafe", missing=lacking, advice="never with strangers' code")
        forks = sys.platform == "linux" and has_process_descriptors()
        told = process.config(
            self._limits, self._engine, with_seccomp=seccomp.is_supported(), once=not forks
        )
        if not forks:
            return OneByOne(told)
        source = await ForkServer.start(told, self._capacity.spares)
        if self._closed:
            await source.close()
            raise Unavailable(_STOPPING)
        return source

    def _retire(self, reason: str) -> None:
        source, self._source = self._source, None
        measures.RESTARTS.labels(reason).inc()
        if source is not None:
            self._users[source] += 0
            self._end_if_done_with(source)

    def _end_if_done_with(self, source: Source) -> None:
        if source is not self._source and not self._users[source] and not self._closed:
            del self._users[source]
            self._spawn(source.close())

    def _spawn(self, deed: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(deed)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

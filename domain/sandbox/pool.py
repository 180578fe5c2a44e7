"""The sandbox as the rest of the server sees it: a call goes in, an outcome comes out, whatever the code did.

Knows turns, retries and the renewal of fork servers; leaves out how a child is walled in and what a value may say.
"""

import signal
import time
from dataclasses import dataclass, replace
from typing import Any, Final, Self

import structlog

from domain.sandbox import endings, frames, framing, inputs, measures, process
from domain.sandbox.availability import Unavailable
from domain.sandbox.calls import Call, Failure, FailureKind, Mode, Outcome
from domain.sandbox.children import Child, Lost, Source
from domain.sandbox.exchange import Transcript, converse
from domain.sandbox.fleet import Fleet
from domain.sandbox.limits import Capacity, Limits
from domain.sandbox.turns import Full, Turns
from domain.settings import CustomCode

_ATTEMPTS: Final = 6  # every spare may have died with the first
_SUSPICIOUS: Final = frozenset(
    {FailureKind.CRASH, FailureKind.BLOCKED_SYSCALL, FailureKind.PROTOCOL}
)

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class _Job:
    project_id: str
    mode: Mode
    text: bytes
    body: bytes


class Sandbox:
    """Runs customers' code: `async with Sandbox() as sandbox`. Nothing is started before the first call."""

    def __init__(
        self,
        limits: Limits | None = None,
        capacity: Capacity | None = None,
        custom_code: CustomCode = CustomCode.SANDBOXED,
        *,
        engine: str = process.ENGINE,
    ) -> None:
        self.limits = limits or Limits()
        self.capacity = capacity or Capacity()
        self._turns = Turns(self.capacity)
        self._fleet = Fleet(self.limits, self.capacity, custom_code, engine)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def start(self) -> None:
        """Warm up, so that the first call does not wait. Raises Unavailable."""
        async with self._fleet.lease():
            pass

    async def close(self) -> None:
        """End every process; a call under way ends UNAVAILABLE."""
        await self._fleet.close()

    async def run(self, call: Call) -> Outcome:
        """Run one call. Total: whatever the code does, or the system, an Outcome comes back; only cancelling raises."""
        try:
            text = inputs.of_call(call, self.limits)
        except inputs.TooLarge as error:
            return _counted(Outcome(failure=error.failure()))
        return await self._in_turn(_Job(call.project_id, call.mode, text, call.request.body))

    async def check_syntax(self, project_id: str, code: str) -> Failure | None:
        """Compile only, inside the wall. None when it compiles; what else is wrong is seen when it runs."""
        try:
            text = inputs.of_syntax(code, self.limits)
        except inputs.TooLarge as error:
            return error.failure()
        return (await self._in_turn(_Job(project_id, Mode.RESPOND, text, b""))).failure

    async def _in_turn(self, job: _Job) -> Outcome:
        asked = time.perf_counter()
        began = asked
        try:
            async with self._turns.turn(job.project_id):
                began = time.perf_counter()
                outcome = await self._attempts(job)
        except Full as full:
            outcome = Outcome(failure=Failure(FailureKind.BUSY, str(full)))
            began = time.perf_counter()
        except Unavailable as error:
            outcome = Outcome(failure=Failure(FailureKind.UNAVAILABLE, str(error)))
        ended = time.perf_counter()
        measures.QUEUE_SECONDS.observe(began - asked)
        queue_ms, wall_ms = (began - asked) * 1000, (ended - began) * 1000
        return _counted(replace(outcome, queue_ms=queue_ms, wall_ms=wall_ms))

    async def _attempts(self, job: _Job) -> Outcome:
        # a call has no side effects, so a lost process costs it nothing but time
        for _ in range(_ATTEMPTS):
            async with self._fleet.lease() as source:
                try:
                    return await self._attempt(job, source)
                except Lost:
                    continue
        raise Unavailable("the process for custom code died again and again")

    async def _attempt(self, job: _Job, source: Source) -> Outcome:
        child = await source.take()
        try:
            transcript = await converse(child, framing.request(job.text, job.body), self.limits)
            outcome = await self._outcome(job, transcript, child)
        finally:
            child.close()
            measures.SPARES.set(source.spare_count)
        if outcome.failure is not None and outcome.failure.kind in _SUSPICIOUS:
            kind = outcome.failure.kind.value
            log.warning("custom_code.suspicious", kind=kind, project=job.project_id)
            self._fleet.suspect(source, kind.lower())
        return outcome

    async def _outcome(self, job: _Job, transcript: Transcript, child: Child) -> Outcome:
        told = Outcome(console=tuple(transcript.console), cpu_ms=transcript.cpu_ms)
        if transcript.fault:
            return replace(told, failure=self._distrust(job, transcript.fault))
        if transcript.final is not None:
            return self._said(job, told, *transcript.final)
        if transcript.late:
            return replace(told, failure=endings.plain(FailureKind.TIMEOUT, self.limits))
        end = await child.end()
        if end.signal == signal.SIGKILL:  # not by us: it is killed only after this
            raise Lost
        failure = endings.of_signal(end.signal, self.limits)
        return replace(told, failure=failure, cpu_ms=end.cpu_ms)

    def _said(self, job: _Job, told: Outcome, kind: bytes, content: Any) -> Outcome:
        try:
            if kind != framing.RESULT:
                return replace(told, failure=endings.of_engine(content, self.limits))
            result = endings.read_result(content, job.mode, self.limits)
        except frames.Hostile as hostile:
            return replace(told, failure=self._distrust(job, str(hostile)))
        if isinstance(result, Failure):
            return replace(told, failure=result)
        return replace(told, value=result)

    def _distrust(self, job: _Job, fault: str) -> Failure:
        log.warning("custom_code.hostile_reply", fault=fault, project=job.project_id)
        return endings.plain(FailureKind.PROTOCOL, self.limits)


def _counted(outcome: Outcome) -> Outcome:
    measures.CALLS.labels(outcome.failure.kind.value.lower() if outcome.failure else "ok").inc()
    return outcome

"""Pulling: an engine takes runs of workflows without an endpoint, and says what became of them.

A hold ends by itself. Who completes, fails or extends names the attempt that it holds: an older one has lost it.
"""

from dataclasses import dataclass
from datetime import timedelta
from random import random
from typing import Final

from domain import clock, text
from domain.connections.callers import Caller, require_editor
from domain.context import Context
from domain.database import atomically
from domain.errors import Invalid, NotFound, Problem, ProblemCode
from domain.identity import Kind, is_id
from domain.models import Run, RunAttempt, RunChange, Workflow
from domain.runs import measures
from domain.runs import pulling_statements as sql
from domain.runs.posting import MOST_KEPT
from domain.runs.retrying import MOST_TRIES, pause_after
from domain.runs.started import TOPIC, watchers
from domain.runs.states import RunState
from domain.runs.workflows import find_workflow

MOST_CLAIMED: Final = 100
DEFAULT_CLAIMED: Final = 10
DEFAULT_LEASE: Final = timedelta(minutes=1)
SHORTEST_LEASE: Final = timedelta(seconds=1)
LONGEST_LEASE: Final = timedelta(hours=1)

_ABANDONED: Final = "It was claimed again and again, and nobody said how it ended."


@dataclass(frozen=True, slots=True)
class Claim:
    """What an engine asks for. workflow_id: None for all that are pulled."""

    workflow_id: str | None = None
    most: int = DEFAULT_CLAIMED
    lease: timedelta = DEFAULT_LEASE


@dataclass(frozen=True, slots=True)
class Held:
    """A run and the attempt that its holder has."""

    run_id: str
    attempt: int


@dataclass(frozen=True, slots=True)
class Ending:
    """How an attempt ended. error: None when it is done. asked: how long to wait before the next."""

    answer: str = ""
    error: str | None = None
    asked: timedelta | None = None


async def claim_runs(caller: Caller, claim: Claim) -> list[Run]:
    """Take runs that are due, oldest first; they are the caller's until the lease ends.

    Raises Invalid (`workflowId`, `first`, `leaseSeconds`), NotFound, Forbidden.
    """
    project_id = require_editor(caller)
    problems = [*_lease_problems(claim.lease)]
    if not 1 <= claim.most <= MOST_CLAIMED:
        message = f"accepted: 1 to {MOST_CLAIMED}"
        problems.append(Problem(ProblemCode.INVALID, message, ("first",)))
    if problems:
        raise Invalid(problems)
    if claim.workflow_id is not None:
        await _require_pulled(caller, claim.workflow_id)

    async def unit() -> list[Run]:
        now = clock.now_ms()
        due = await _due(project_id, claim, now)
        spent = [row for row in due if row.attempts - row.tries_from >= MOST_TRIES]
        if spent:
            await _bury(spent, now)
        taken = [row for row in due if row not in spent]
        for row in taken:
            row.state, row.attempts = RunState.RUNNING.value, row.attempts + 1
            row.due_ms, row.updated_ms = now + _milliseconds(claim.lease), now
        if taken:
            await Run.bulk_update(taken, ["state", "attempts", "due_ms", "updated_ms"])
        return taken

    return await atomically(unit)


async def end_attempt(context: Context, caller: Caller, held: Held, ending: Ending) -> Run:
    """Say how it ended: the run is done; or it is tried again later, and dead after the last attempt.

    Raises Invalid (`attempt`, `answer`, `error`, `retryAfterSeconds`), NotFound, Forbidden.
    """
    project_id = require_editor(caller)
    if problems := _ending_problems(ending):
        raise Invalid(problems)

    async def unit() -> Run:
        row = await _held(caller, held)
        now = clock.now_ms()
        row.error = ending.error or ""
        state, due_ms = RunState.SUCCEEDED, now
        if ending.error is not None:
            tries = row.attempts - row.tries_from
            pause = pause_after(tries, ending.asked, random())  # noqa: S311  spreads retries
            state = RunState.DEAD if pause is None else RunState.PENDING
            due_ms += _milliseconds(pause or timedelta(0))
        await RunAttempt.create(
            run_id=row.id,
            number=row.attempts,
            at_ms=row.updated_ms,
            elapsed_ms=now - row.updated_ms,
            error=row.error,
            answer=ending.answer,
        )
        await _write(row, state, due_ms)
        return row

    row = await atomically(unit)
    measures.ATTEMPTS.labels(row.state).inc()
    context.bus.wake([watchers(project_id)])
    return row


async def extend_lease(context: Context, caller: Caller, held: Held, lease: timedelta) -> Run:
    """Hold a run for so long from now on. Raises Invalid (`attempt`, `leaseSeconds`), NotFound, Forbidden."""
    require_editor(caller)
    if problems := _lease_problems(lease):
        raise Invalid(problems)

    async def unit() -> Run:
        row = await _held(caller, held)
        row.due_ms = clock.now_ms() + _milliseconds(lease)
        await row.save(update_fields=["due_ms"])
        return row

    row = await atomically(unit)
    context.bus.wake([watchers(row.project_id)])
    return row


async def retry_run(context: Context, caller: Caller, run_id: str) -> Run:
    """Have a run tried at once: one that is dead begins a new schedule, one that waits does not wait any longer.

    Raises Invalid (`runId`), NotFound, Forbidden.
    """
    require_editor(caller)

    async def unit() -> Run:
        row = await _find(caller, run_id)
        if row.state not in {RunState.DEAD, RunState.PENDING}:
            message = f"it is {row.state}; accepted: a run that is DEAD or PENDING"
            raise Invalid.one(ProblemCode.NOT_ALLOWED, message, "runId")
        if not await Workflow.exists(id=row.workflow_id, deleted_ms=None):
            raise Invalid.one(ProblemCode.NOT_ALLOWED, "its workflow was deleted", "runId")
        row.tries_from = row.attempts
        await _write(row, RunState.PENDING, clock.now_ms())
        return row

    row = await atomically(unit)
    context.bus.wake([TOPIC, watchers(row.project_id)])
    return row


async def _write(row: Run, state: RunState, due_ms: int) -> None:
    row.state, row.due_ms, row.updated_ms = state.value, due_ms, clock.now_ms()
    await row.save(update_fields=["state", "due_ms", "error", "tries_from", "updated_ms"])
    await RunChange.create(project_id=row.project_id, workflow_id=row.workflow_id, run_id=row.id)


async def _bury(rows: list[Run], now_ms: int) -> None:
    """Give up runs whose holders never say how they ended."""
    for row in rows:
        row.error = _ABANDONED
        await _write(row, RunState.DEAD, now_ms)


async def _due(project_id: str, claim: Claim, now_ms: int) -> list[Run]:
    found: list[Run] = []
    for statement in (sql.ORDERED, sql.FREE):
        left = claim.most - len(found)
        if left > 0:
            filled = sql.filled(statement, project_id, claim.workflow_id, now_ms=now_ms, most=left)
            found += await Run.raw(filled)
    return found


async def _require_pulled(caller: Caller, workflow_id: str) -> None:
    workflow = await find_workflow(caller, workflow_id)
    if workflow.endpoint is not None:
        message = "its runs are POSTed to its endpoint; accepted: a workflow without one"
        raise Invalid.one(ProblemCode.NOT_ALLOWED, message, "workflowId")


async def _find(caller: Caller, run_id: str) -> Run:
    row = None
    if is_id(run_id, Kind.RUN):
        row = await Run.get_or_none(id=run_id, project_id=caller.project_id)
    if row is None:
        raise NotFound("there is no such run")
    return row


async def _held(caller: Caller, held: Held) -> Run:
    row = await _find(caller, held.run_id)
    if row.state != RunState.RUNNING or row.attempts != held.attempt:
        now = f"it is {row.state} at attempt {row.attempts}"
        message = f"attempt {held.attempt} does not hold this run: {now}"
        raise Invalid.one(ProblemCode.NOT_ALLOWED, message, "attempt")
    if not await Workflow.exists(id=row.workflow_id, endpoint=None):
        raise Invalid.one(ProblemCode.NOT_ALLOWED, "it is POSTed to an endpoint", "runId")
    return row


def _lease_problems(lease: timedelta) -> list[Problem]:
    if SHORTEST_LEASE <= lease <= LONGEST_LEASE:
        return []
    most = int(LONGEST_LEASE.total_seconds())
    return [Problem(ProblemCode.INVALID, f"accepted: 1 to {most} seconds", ("leaseSeconds",))]


def _ending_problems(ending: Ending) -> list[Problem]:
    most, answer = MOST_KEPT, ending.answer
    problems = [*text.problems(answer, "answer", most=most, is_required=False, what="the answer")]
    if ending.error is not None:
        problems += text.problems(ending.error, "error", most=most, what="the error")
    if ending.asked is not None and ending.asked < timedelta(0):
        message = "accepted: a number of seconds from 0 on"
        problems.append(Problem(ProblemCode.INVALID, message, ("retryAfterSeconds",)))
    return problems


def _milliseconds(time: timedelta) -> int:
    return int(time / timedelta(milliseconds=1))

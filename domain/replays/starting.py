"""Beginning a replay of many things, after counting them; and cancelling it."""

from typing import Final

import msgspec

from domain import clock
from domain.connections.callers import Caller, require_editor
from domain.connections.credentials import get_credential
from domain.context import Context
from domain.database import atomically
from domain.deliveries import positions, tail
from domain.errors import Busy, Invalid, NotFound, Problem, ProblemCode
from domain.identity import Kind, first_id, is_id, new_id
from domain.models import Replay
from domain.registrations.triggers import find_trigger
from domain.replays.selecting import count
from domain.replays.wanted import (
    MOST,
    START,
    EventsWanted,
    ReplayKind,
    ReplayState,
    RunsWanted,
    of_event,
)
from domain.runs.workflows import find_workflow
from domain.verdict import Outcome

TOPIC: Final = "replays"
AT_ONCE: Final = 5
"""Replays of a project that may be under way."""

_REPLAYED: Final = frozenset(Outcome) - {Outcome.HANDSHAKE}
_LAST_INDEX: Final = 99_999

Wanted = EventsWanted | RunsWanted


async def preview(caller: Caller, wanted: Wanted) -> int:
    """How many it would be. Raises Invalid (`outcomes`, `receivedFrom`, `createdFrom`), NotFound, Forbidden."""
    project_id = require_editor(caller)
    await _check(caller, wanted)
    return await count(wanted, project_id, await _end(wanted))


async def start(context: Context, caller: Caller, wanted: Wanted) -> Replay:
    """Begin: what is there now is replayed, one after another. Raises as `preview` does, and Busy."""
    project_id = require_editor(caller)
    await _check(caller, wanted)
    until = await _end(wanted)
    total = await count(wanted, project_id, until)
    if total > MOST:
        message = f"more than {MOST:,} would be replayed; narrow it by time or account"
        raise Invalid.one(ProblemCode.INVALID, message)
    now = clock.now_ms()
    kind = ReplayKind.RUNS if isinstance(wanted, RunsWanted) else ReplayKind.EVENTS

    async def insert() -> Replay:
        under_way = Replay.filter(project_id=project_id, state=ReplayState.RUNNING.value)
        if await under_way.count() >= AT_ONCE:
            raise Busy(f"{AT_ONCE} replays of this project are under way already")
        return await Replay.create(
            id=new_id(Kind.REPLAY),
            project_id=project_id,
            kind=kind.value,
            wanted=msgspec.json.encode(wanted).decode(),
            state=(ReplayState.RUNNING if total else ReplayState.DONE).value,
            total=total,
            done=0,
            failed=0,
            position=START,
            until=until,
            created_ms=now,
            updated_ms=now,
        )

    row = await atomically(insert)
    context.bus.wake([TOPIC])
    return row


async def cancel(context: Context, caller: Caller, replay_id: str) -> Replay:
    """Stop a replay where it is; what it did stays. One that is over comes back as it is. Raises NotFound, Forbidden."""
    await find_replay(caller, replay_id)
    running = Replay.filter(id=replay_id, state=ReplayState.RUNNING.value)
    changes = {"state": ReplayState.CANCELLED.value, "updated_ms": clock.now_ms()}
    await atomically(lambda: running.update(**changes))
    context.bus.wake([replay_id])
    return await Replay.get(id=replay_id)


async def find_replay(caller: Caller, replay_id: str) -> Replay:
    """A replay of the caller's project. Raises NotFound, Forbidden."""
    project_id = require_editor(caller)
    row = None
    if is_id(replay_id, Kind.REPLAY):
        row = await Replay.get_or_none(id=replay_id, project_id=project_id)
    if row is None:
        raise NotFound("there is no such replay")
    return row


async def _check(caller: Caller, wanted: Wanted) -> None:
    problems: list[Problem] = []
    if isinstance(wanted, EventsWanted):
        await find_trigger(caller, wanted.trigger_id)
        problems += await _account_problems(caller, wanted.credential_id)
        if not wanted.outcomes or not _REPLAYED.issuperset(map(Outcome, wanted.outcomes)):
            message = f"accepted: one or more of {', '.join(sorted(_REPLAYED))}"
            problems.append(Problem(ProblemCode.INVALID, message, ("outcomes",)))
    elif wanted.workflow_id is not None:
        await find_workflow(caller, wanted.workflow_id)
    if None not in (wanted.from_ms, wanted.until_ms) and wanted.from_ms >= wanted.until_ms:  # type: ignore[operator]
        name = "received" if isinstance(wanted, EventsWanted) else "created"
        message = f"this is not before `{name}Until`"
        problems.append(Problem(ProblemCode.INVALID, message, (f"{name}From",)))
    if problems:
        raise Invalid(problems)


async def _account_problems(caller: Caller, credential_id: str | None) -> list[Problem]:
    if credential_id is None:
        return []
    try:
        await get_credential(caller, credential_id)
    except NotFound as error:
        return [Problem(ProblemCode.NOT_FOUND, str(error), ("credentialId",))]
    return []


async def _end(wanted: Wanted) -> str:
    """The position after everything that is there now."""
    if isinstance(wanted, RunsWanted):
        return first_id(Kind.RUN, clock.now())
    return of_event(positions.number(await tail.end()), _LAST_INDEX)

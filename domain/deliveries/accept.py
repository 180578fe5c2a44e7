"""Accept one delivery: find its plan, judge it, write it down, and only then say what to reply."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain import clock, verdict
from domain.addresses import Target
from domain.deliveries.custom_code import CompiledCode
from domain.deliveries.inquiry import Said
from domain.deliveries.journal import Journal
from domain.deliveries.judge import judge
from domain.deliveries.judgement import Judgement
from domain.deliveries.plan import Plan
from domain.deliveries.plans import Plans
from domain.deliveries.record import ConsoleEntry, Record
from domain.deliveries.verdicts import conclude, refuse
from domain.keyring import Keyring
from domain.reply import Reply
from domain.request import Request
from domain.sandbox import Call, Outcome, Sandbox
from domain.verdict import Refused, RejectionCause

_ROUNDS: Final = 5
_DOUBTED: Final = frozenset({verdict.Outcome.REJECTED, verdict.Outcome.UNROUTED})
"""What another process may just have made genuine, by a secret or an account."""
_MOST_CONSOLE: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The deeds a delivery needs."""

    plans: Plans
    journal: Journal
    keyring: Keyring
    sandbox: Sandbox

    async def plan(self, target: Target, credential_id: str | None) -> Plan | None:
        """The plan of an address. None: nobody owns it. Raises plans.Gone."""
        return self.plans.known(target, credential_id) or await self.plans.load(
            target, credential_id
        )

    async def accept(self, request: Request, plan: Plan) -> Record:
        """Judge a whole request. The record that comes back is on disk. Raises Busy: it is not."""
        if plan.problem:
            cause = (
                RejectionCause.NO_TRIGGER
                if plan.address.trigger_id is None or plan.credential_id
                else RejectionCause.ACCOUNT_UNKNOWN
            )
            status = 404 if cause is RejectionCause.NO_TRIGGER else 401
            return await self.reject(request, plan, Refused(cause, plan.problem), status)
        record = await self._concluded(request, plan)
        if record.outcome in _DOUBTED:
            newer = await self.plans.newer(plan)
            if newer is not None and not newer.problem:
                record = await self._concluded(request, newer)
        return await self.write(record)

    async def _concluded(self, request: Request, plan: Plan) -> Record:
        judgement = await self.judged(request, plan, clock.now())
        known = await self.plans.look_up(plan, judgement.provider_ids)
        return conclude(request, plan, judgement, known)

    async def judged(self, request: Request, plan: Plan, now: datetime) -> Judgement:
        """Judge it, with the keys that it turns out to need and what its custom code says, in at most _ROUNDS rounds.

        Nothing is written. now: when it arrived.
        """
        said: dict[str, Outcome] = {}
        judgement = judge(request, plan, now)
        for _ in range(_ROUNDS):
            if not judgement.wants and not judgement.codes:
                break
            if judgement.wants:
                await self.keyring.bring(judgement.wants)
            said |= await self._run(request, plan, judgement.codes)
            judgement = judge(request, plan, now, said)
        if said:
            judgement.console = tuple(_console(plan, said))
        return judgement

    async def _run(
        self, request: Request, plan: Plan, codes: Sequence[CompiledCode]
    ) -> dict[str, Outcome]:
        project = plan.address.project_id
        calls = [Call(project, one.code, one.mode, one.parameters, request) for one in codes]
        outcomes = await asyncio.gather(*(self.sandbox.run(call) for call in calls))
        return {code.key: outcome for code, outcome in zip(codes, outcomes, strict=True)}

    async def reject(self, request: Request, plan: Plan, refusal: Refused, status: int) -> Record:
        """Write down a delivery that is refused before it is judged. Raises Busy."""
        return await self.write(refuse(request, plan, refusal, Reply(status=status)))

    async def write(self, record: Record) -> Record:
        """Write down what was decided. Raises Busy."""
        changes_plan = record.changes_plan
        await self.journal.append(record)
        if changes_plan:
            self.plans.drop(record.address.integration_id)
        return record


def _console(plan: Plan, said: Said) -> Iterator[ConsoleEntry]:
    """What the code wrote, for each trigger, as far as it is kept."""
    left = _MOST_CONSOLE
    for candidate in plan.candidates:
        codes = (candidate.verification_code, candidate.response_code)
        for code in (one for one in codes if one is not None and one.key in said):
            for line in said[code.key].console:
                left -= len(line.text)
                if left < 0:
                    return
                yield ConsoleEntry(candidate.trigger_id, code.mode.value, line.level, line.text)

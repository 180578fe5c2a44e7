"""Accept one delivery: find its plan, judge it, write it down, and only then say what to reply."""

from dataclasses import dataclass
from typing import Final

from domain import clock
from domain.addresses import Target
from domain.deliveries.journal import Journal
from domain.deliveries.judge import Judgement, judge
from domain.deliveries.plan import Plan
from domain.deliveries.plans import Plans
from domain.deliveries.record import Record
from domain.deliveries.verdicts import conclude, refuse
from domain.keyring import Keyring
from domain.reply import Reply
from domain.request import Request
from domain.verdict import Refused, RejectionCause

_ROUNDS: Final = 3


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The deeds a delivery needs."""

    plans: Plans
    journal: Journal
    keyring: Keyring

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
        judgement = await self._judged(request, plan)
        accounts = await self.plans.accounts(plan, judgement.provider_ids)
        return await self._write(conclude(request, plan, judgement, accounts))

    async def _judged(self, request: Request, plan: Plan) -> Judgement:
        """Judge it, with the keys that it turns out to need. They are fetched at most _ROUNDS times."""
        now = clock.now()
        judgement = judge(request, plan, now)
        for _ in range(_ROUNDS):
            if not judgement.wants:
                break
            await self.keyring.bring(judgement.wants)
            judgement = judge(request, plan, now)
        return judgement

    async def reject(self, request: Request, plan: Plan, refusal: Refused, status: int) -> Record:
        """Write down a delivery that is refused before it is judged. Raises Busy."""
        return await self._write(refuse(request, plan, refusal, Reply(status=status)))

    async def _write(self, record: Record) -> Record:
        changes_plan = record.changes_plan
        await self.journal.append(record)
        if changes_plan:
            self.plans.drop(record.address.integration_id)
        return record

"""What another handling would make of the deliveries that are stored. Nothing is saved and nothing sent.

Each is judged as of the time when it came. Where its secret is masked in what was stored and it was genuine, it counts
as genuine.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.addresses import Target
from domain.connections.callers import Caller
from domain.context import Context
from domain.deliveries import again
from domain.deliveries.accept import Acceptance
from domain.deliveries.plan import Plan
from domain.deliveries.record import TriggerVerdict
from domain.deliveries.stored import account_of, as_request, is_masked, is_whole, target_of
from domain.deliveries.verdicts import conclude
from domain.errors import Invalid, ProblemCode
from domain.models import Delivery, Trigger, Verdict
from domain.verdict import Outcome, RejectionCause
from domain.wizard.description import Description
from domain.wizard.updates import HandlingChanges, handling_as_given

MOST: Final = 50

Plans = dict[tuple[Target, str | None], Plan]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to try. changes: of the draft's handling. first: how many of the newest deliveries."""

    changes: HandlingChanges
    first: int


@dataclass(frozen=True, slots=True)
class Previewed:
    """before: the verdict of then. after: what it would be; its events are made up."""

    delivery: Delivery
    before: Verdict
    after: TriggerVerdict

    @property
    def is_changed(self) -> bool:
        """Whether outcome or cause differ."""
        before = (self.before.outcome, self.before.cause)
        return before != (self.after.outcome.value, self.after.cause and self.after.cause.value)


@dataclass(frozen=True, slots=True)
class _Preview:
    context: Context
    acceptance: Acceptance
    trigger: Trigger
    description: Description


async def preview_handling(
    context: Context,
    acceptance: Acceptance,
    caller: Caller,
    trigger_id: str,
    wanted: Wanted,
) -> list[Previewed]:
    """Judge the newest deliveries of a trigger that were no handshakes and are kept whole, newest first, by its draft with these changes.

    Raises Invalid (`first`, and what `update_event_handling` refuses), NotFound, Forbidden.
    """
    if not 1 <= wanted.first <= MOST:
        message = f"{wanted.first} were asked for; 1 to {MOST} are accepted"
        raise Invalid.one(ProblemCode.INVALID, message, "first")
    trigger, description = await handling_as_given(context, caller, trigger_id, wanted.changes)
    verdicts = Verdict.filter(trigger_id=trigger.id).exclude(outcome=Outcome.HANDSHAKE.value)
    newest = await verdicts.order_by("-seq").limit(wanted.first)
    deliveries = await Delivery.in_bulk([each.delivery_id for each in newest], "id")
    preview, plans = _Preview(context, acceptance, trigger, description), Plans()
    found = [
        Previewed(delivery, before, await _after(preview, plans, delivery, before))
        for before in newest
        if (delivery := deliveries.get(before.delivery_id)) and is_whole(delivery)
    ]
    _deduplicate(found)
    return found


async def _after(
    preview: _Preview, plans: Plans, delivery: Delivery, before: Verdict
) -> TriggerVerdict:
    plan = await _plan(preview, plans, target_of(delivery), account_of(delivery))
    if plan.problem:
        return _nobody(plan)
    masked = is_masked(delivery)
    if masked and before.is_verified and plan.candidates[0].sent_secrets:
        plan = again.as_verified_then(plan, frozenset({preview.trigger.id}))
    acceptance = preview.acceptance
    request = as_request(preview.context.settings, delivery)
    judgement = await acceptance.judged(request, plan, request.received_at)
    known = await acceptance.plans.look_up(plan, judgement.provider_ids)
    (verdict,) = conclude(request, plan, judgement, known).verdicts
    verdict.explanation += again.caveat(verdict.cause, is_masked=masked)
    return verdict


async def _plan(preview: _Preview, plans: Plans, target: Target, credential_id: str | None) -> Plan:
    key = (target, credential_id)
    if key not in plans:
        plans[key] = await preview.acceptance.plans.of_description(
            target, credential_id, preview.trigger, preview.description
        )
    return plans[key]


def _nobody(plan: Plan) -> TriggerVerdict:
    (candidate,) = plan.candidates
    cause = RejectionCause.ACCOUNT_UNKNOWN
    return TriggerVerdict(
        candidate.trigger_id, Outcome.REJECTED, plan.problem, candidate.fingerprint, cause
    )


def _deduplicate(found: Sequence[Previewed]) -> None:
    """Say of the later ones with a key that they repeat an earlier one. found: newest first."""
    first: dict[tuple[str, str], str] = {}
    for each in reversed(found):
        keys = [
            (event.credential_id, event.deduplication_key)
            for event in each.after.events
            if event.deduplication_key
        ]
        earlier = [first[key] for key in keys if key in first]
        for key in keys:
            first.setdefault(key, each.delivery.id)
        if earlier and len(earlier) == len(keys):
            each.after.outcome, each.after.events = Outcome.DUPLICATE, []
            each.after.explanation = (
                f"The same deduplication key arrived before, with {earlier[0]}."
            )

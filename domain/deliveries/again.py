"""Judging once more what is written down. Pure: the plan of today, and the verdicts of then.

What was verified when it arrived stays verified: a secret may have been changed since, and some are masked. What was
not is judged over the stored bytes as of the time when they came. Whatever is judged again proves no trigger, and an
answered handshake leaves nothing behind.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from domain.deliveries.judgement import Judgement, Opinion
from domain.deliveries.plan import Candidate, Known, Plan
from domain.deliveries.record import TriggerVerdict
from domain.deliveries.starting import left_out
from domain.deliveries.verdicts import become_event
from domain.request import Request
from domain.templates.scope import RequestScope
from domain.verdict import RejectionCause
from domain.wizard.description import Level

_MASKED: Final = "A secret in it is masked (•••) in what was stored, so it may not verify although it was genuine."

_ANONYMOUS: Final = "The sender's network address is not stored."


def as_verified_then(plan: Plan, verified: frozenset[str]) -> Plan:
    """The plan that judges a stored delivery. verified: triggers for which it was genuine when it arrived."""
    candidates = (
        _taken_as_verified(each) if each.trigger_id in verified else replace(each, is_proven=True)
        for each in plan.candidates
    )
    return replace(plan, candidates=tuple(candidates))


def alone(plan: Plan, trigger_id: str, credential_id: str | None) -> Plan:
    """The plan of one trigger; of one account whose its events are then, whatever they name, if one is given."""
    own = [each for each in plan.candidates if each.trigger_id == trigger_id]
    if credential_id is None:
        return replace(plan, candidates=tuple(own))
    routed = tuple(replace(each, level=Level.USER) for each in own)
    return replace(plan, candidates=routed, credential_id=credential_id)


def caveat(cause: RejectionCause | None, *, is_masked: bool) -> str:
    """What must be known of a refusal that was judged over stored bytes; empty for nothing."""
    if cause is RejectionCause.ADDRESS_NOT_ALLOWED:
        return f" {_ANONYMOUS}"
    return f" {_MASKED}" if cause and is_masked else ""


def without_consequences(judgement: Judgement) -> Judgement:
    """The judgement, keeping and sending nothing."""
    judgement.values, judgement.shown, judgement.follow_up = [], [], None
    return judgement


def routed_late(
    request: Request,
    plan: Plan,
    unrouted: Mapping[str, tuple[str, ...]],
    known: Known,
    *,
    by_hand: str | None = None,
) -> list[TriggerVerdict]:
    """The verdicts that take the place of unrouted ones; none for a trigger that is gone, disabled or still nobody's.

    unrouted: the Provider IDs that each trigger's routing read when it arrived. by_hand: the account that a person chose.
    """
    found: list[TriggerVerdict] = []
    for candidate in plan.candidates:
        if candidate.trigger_id not in unrouted or not candidate.is_enabled:
            continue
        names = unrouted[candidate.trigger_id]
        scope = {**candidate.scope, "event": RequestScope(request)}
        opinion = Opinion(
            replace(candidate, is_proven=True),
            scope,
            provider_ids=names,
            left_out=left_out(candidate, scope),
        )
        owned = [each for name in names for each in known.accounts.get(name, ())]
        credentials = (by_hand,) if by_hand else tuple(dict.fromkeys(owned))
        if credentials:
            found.append(
                _late(become_event(opinion, plan, credentials, known.enabled), names, by_hand)
            )
    return found


def _late(verdict: TriggerVerdict, names: tuple[str, ...], by_hand: str | None) -> TriggerVerdict:
    whose = ", ".join(event.credential_id for event in verdict.events)
    why = (
        "by hand"
        if by_hand
        else f"once an account with the Provider ID {', '.join(names)} was there"
    )
    verdict.explanation = f"It was unrouted when it arrived. Routed {why}, for {whose}."
    return verdict


def _taken_as_verified(candidate: Candidate) -> Candidate:
    return replace(
        candidate,
        verify=_is_genuine,
        verification_code=None,
        verification_key="when it arrived",
        verification_name=f"{candidate.verification_name}, when it arrived",
        is_proven=True,
    )


def _is_genuine(_request: Request, _now: datetime) -> None:
    """Raise nothing: it was judged when it arrived."""

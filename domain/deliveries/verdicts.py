"""From opinions and accounts to the record: the verdict of each trigger and of the delivery. Pure."""

from hashlib import sha256
from typing import Final

from domain.deliveries.judgement import Judgement, Opinion
from domain.deliveries.plan import Accounts, Candidate, Enabled, Known, Plan
from domain.deliveries.record import NewEvent, Record, TriggerVerdict
from domain.deliveries.starting import started
from domain.identity import Kind, new_id
from domain.reply import Reply
from domain.request import Request
from domain.templates.errors import TemplateError
from domain.verdict import Outcome, Refused, RejectionCause
from domain.wizard.description import Level

_BEST_FIRST: Final = (
    Outcome.HANDSHAKE,
    Outcome.EVENT,
    Outcome.DUPLICATE,
    Outcome.UNROUTED,
    Outcome.FILTERED,
    Outcome.REJECTED,
)
_LONGEST_KEY: Final = 200


def conclude(request: Request, plan: Plan, judgement: Judgement, known: Known) -> Record:
    """Decide the rest. known: of all Provider IDs that the judgement names."""
    verdicts = [_verdict(opinion, plan, judgement, known) for opinion in judgement.opinions]
    best = min(verdicts, key=_rank, default=None)
    return Record(
        id=new_id(Kind.DELIVERY),
        address=plan.address,
        request=request,
        outcome=best.outcome if best else Outcome.REJECTED,
        cause=best.cause if best else RejectionCause.NO_TRIGGER,
        explanation=_joined(best.explanation if best else plan.problem, judgement.note),
        reply=judgement.reply,
        received_at=request.received_at,
        verdicts=verdicts,
        values=judgement.values,
        masks=(*judgement.masks, *_sent(plan)),
        shown=judgement.shown,
        follow_up=judgement.follow_up,
        console=judgement.console,
    )


def refuse(request: Request, plan: Plan, refusal: Refused, reply: Reply) -> Record:
    """Reject a delivery before it is judged, for every trigger at its address."""
    cause, explanation = refusal.cause, refusal.explanation
    verdicts = [
        TriggerVerdict(each.trigger_id, Outcome.REJECTED, explanation, each.fingerprint, cause)
        for each in plan.candidates
    ]
    return Record(
        id=new_id(Kind.DELIVERY),
        address=plan.address,
        request=request,
        outcome=Outcome.REJECTED,
        cause=cause,
        explanation=explanation,
        reply=reply,
        received_at=request.received_at,
        verdicts=verdicts,
        masks=_sent(plan),
    )


def _sent(plan: Plan) -> tuple[str, ...]:
    sent = [each for candidate in plan.candidates for each in candidate.sent_secrets]
    return (*plan.in_clear, *sent)


def _rank(verdict: TriggerVerdict) -> int:
    return _BEST_FIRST.index(verdict.outcome)


def _verdict(opinion: Opinion, plan: Plan, judgement: Judgement, known: Known) -> TriggerVerdict:
    candidate = opinion.candidate
    if judgement.answered_by is not None:
        return _handshake(candidate, judgement)
    if opinion.refusal is not None:
        refusal = opinion.refusal
        return _plain(candidate, Outcome.REJECTED, refusal.explanation, cause=refusal.cause)
    if opinion.filtered:
        return _plain(candidate, Outcome.FILTERED, opinion.filtered, is_verified=True)
    if opinion.unrouted:
        return _plain(candidate, Outcome.UNROUTED, opinion.unrouted, is_verified=True)
    credentials = _credentials(opinion, plan, known.accounts)
    if not credentials:
        verdict = _plain(candidate, Outcome.UNROUTED, _nobody(opinion, plan), is_verified=True)
        verdict.provider_ids = opinion.provider_ids
        return verdict
    return become_event(opinion, plan, credentials, known.enabled)


def _handshake(candidate: Candidate, judgement: Judgement) -> TriggerVerdict:
    own = judgement.answered_by is candidate
    whose = "" if own else " of another trigger at this address"
    explanation = f"Answered by {judgement.handshake}{whose}."
    said = _joined(explanation, _consequences(judgement) if own else "")
    return _plain(candidate, Outcome.HANDSHAKE, said)


def _consequences(judgement: Judgement) -> str:
    kept = ", ".join(f"persisted.{value.name}" for value in judgement.values)
    shown = ", ".join(value.name for value in judgement.shown)
    follow_up = judgement.follow_up
    return _joined(
        f"Kept {kept}." if kept else "",
        f"To be shown to a person: {shown}." if shown else "",
        f"Followed up by {follow_up.method} {follow_up.shown}." if follow_up else "",
    )


def _joined(*sentences: str) -> str:
    return " ".join(each for each in sentences if each)


def _plain(
    candidate: Candidate,
    outcome: Outcome,
    explanation: str,
    *,
    cause: RejectionCause | None = None,
    is_verified: bool = False,
) -> TriggerVerdict:
    return TriggerVerdict(
        candidate.trigger_id, outcome, explanation, candidate.fingerprint, cause, is_verified
    )


def _credentials(opinion: Opinion, plan: Plan, accounts: Accounts) -> tuple[str, ...]:
    if opinion.candidate.level is Level.USER:
        return (plan.credential_id,) if plan.credential_id else ()
    found = (each for name in opinion.provider_ids for each in accounts.get(name, ()))
    return tuple(dict.fromkeys(found))


def _nobody(opinion: Opinion, plan: Plan) -> str:
    named = ", ".join(opinion.provider_ids)
    if plan.address.is_test:
        return (
            f"The payload names the account {named}; the sandbox account's Provider ID is another, "
            "or not set."
        )
    return f"No connected account has the Provider ID {named}."


def become_event(
    opinion: Opinion, plan: Plan, credentials: tuple[str, ...], enabled: Enabled
) -> TriggerVerdict:
    """The verdict of a trigger for which the delivery is an event of each of these accounts, one at least.

    enabled: what starts for each of them.
    """
    candidate, is_test = opinion.candidate, plan.address.is_test
    key, note = _deduplication_key(opinion)
    if key is not None and is_test:
        # a changed description must be provable with the same delivery sent again
        # nor may what a generated key signed stand in the way of the provider's own
        maker = "stand-in" if candidate.is_stand_in else "test"
        key = f"{maker}:{candidate.fingerprint}:{key}"
    starts, left_out = started(opinion, credentials, enabled)
    note += "".join(f" Workflow “{start.name}” left it out: {why}." for start, why in left_out)
    return TriggerVerdict(
        candidate.trigger_id,
        Outcome.EVENT,
        _explain(candidate, credentials) + note,
        candidate.fingerprint,
        is_verified=True,
        provider_ids=opinion.provider_ids,
        events=[
            NewEvent(new_id(Kind.EVENT), each, key, starts.get(each, ())) for each in credentials
        ],
        proves=is_test and not candidate.is_proven and not candidate.is_stand_in,
        left_out=tuple((start.workflow_id, why) for start, why in left_out),
    )


def _explain(candidate: Candidate, credentials: tuple[str, ...]) -> str:
    how = (
        f"Verified ({candidate.verification_name})"
        if candidate.proves_its_sender
        else "Accepted without a signature"
    )
    whose = " by a generated key: only the provider's own proves the trigger"
    return f"{how}{whose if candidate.is_stand_in else ''}, for {', '.join(credentials)}."


def _deduplication_key(opinion: Opinion) -> tuple[str | None, str]:
    if opinion.candidate.deduplication is None:
        return None, ""
    try:
        key = opinion.candidate.deduplication.text(opinion.scope)
    except TemplateError as error:
        return None, f" Not de-duplicated: {error}."
    if len(key) > _LONGEST_KEY:
        key = "sha256:" + sha256(key.encode(errors="replace")).hexdigest()
    return (key, "") if key else (None, " Not de-duplicated: the key is empty.")

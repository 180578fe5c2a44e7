"""Judge one delivery: whether it is a handshake, whether it is genuine, whose it may be.

Pure: the plan, the clock and what custom code said come in. Whatever the bytes are, a Judgement comes back: a refusal
is a verdict with its cause, not an exception. Unsigned data never steers routing.
"""

from datetime import datetime
from typing import Final

from domain.deliveries import coded_handshakes, consequences
from domain.deliveries.custom_code import CodeAnswer
from domain.deliveries.inquiry import Inquiry, Said
from domain.deliveries.judgement import Judgement, Opinion
from domain.deliveries.plan import Plan
from domain.deliveries.starting import left_out
from domain.handshakes import (
    HandshakeRefused,
    acknowledge,
    answer,
    echo_body,
    match,
    respond_ok,
)
from domain.reply import Reply
from domain.request import Request
from domain.templates.conditions import evaluate
from domain.templates.identifiers import NoIdentifier, ids
from domain.templates.scope import RequestScope
from domain.verdict import Refused, RejectionCause
from domain.wizard.description import Level, ResponseKind

_UNAUTHORIZED: Final = 401
_AGAIN: Final = Reply(status=503, headers=(("retry-after", "60"),))
_YET_TO_COME: Final = frozenset(
    {RejectionCause.SECRET_MISSING, RejectionCause.VERIFICATION_NOT_CONFIGURED}
)
_UNSETTLED: Final = frozenset({RejectionCause.KEY_UNAVAILABLE, RejectionCause.CODE_UNAVAILABLE})
_NOT_KEPT: Final = "The response code's persist was not kept: an event keeps nothing. Where it is a handshake, return handshake: true."
_NOTHING_SAID: Final[Said] = {}


def judge(request: Request, plan: Plan, now: datetime, said: Said = _NOTHING_SAID) -> Judgement:
    """Decide everything about a delivery that needs no database."""
    inquiry = Inquiry(request, now, said)
    event = RequestScope(request)
    opinions = [Opinion(each, {**each.scope, "event": event}) for each in plan.candidates]
    judgement = _handshake(request, opinions, inquiry, now)
    if judgement is None and any(each.candidate.response_code for each in opinions):
        judgement = coded_handshakes.answered(request, opinions, inquiry, now)
    if judgement is None:
        judgement = _event(request, opinions, inquiry, now)
    judgement.wants = tuple(inquiry.wants)
    judgement.codes = tuple(inquiry.codes.values())
    return judgement


def _event(request: Request, opinions: list[Opinion], inquiry: Inquiry, now: datetime) -> Judgement:
    for opinion in opinions:
        if opinion.refusal is None:
            _form(opinion, inquiry)
    reply, note = _reply(request, opinions, now)
    return Judgement(reply, opinions, note=note or _faults(opinions))


def _handshake(
    request: Request, opinions: list[Opinion], inquiry: Inquiry, now: datetime
) -> Judgement | None:
    """The first rule that answers. One that refuses decides for its own trigger alone."""
    for opinion in opinions:
        candidate = opinion.candidate
        rule = match(candidate.handshakes, request, opinion.scope) if candidate.is_enabled else None
        if rule is None:
            continue
        unverified = inquiry.refusal(candidate)
        proves = candidate.proves_its_sender
        is_verified = unverified is None and proves
        try:
            if rule.signed and unverified and candidate.has_verification:
                raise unverified
            given = answer(
                rule,
                opinion.scope,
                is_verified=is_verified,
                has_verification=proves,
            )
            values = consequences.kept(candidate, given, now, is_verified=is_verified)
            shown = consequences.shown(candidate, given, now, is_verified=is_verified)
        except Refused as refusal:
            opinion.refusal = refusal
            opinion.refused_status = (
                refusal.status
                if isinstance(refusal, HandshakeRefused)
                else candidate.rejected_status
            )
            continue
        masks = consequences.masks(rule, given, opinion.scope)
        follow_up = consequences.follow_up(candidate, given, opinion.scope)
        return Judgement(
            given.reply,
            opinions,
            f"the handshake rule “{given.rule}”",
            candidate,
            values,
            masks,
            shown,
            follow_up,
        )
    return None


def _form(opinion: Opinion, inquiry: Inquiry) -> None:
    candidate = opinion.candidate
    if not candidate.is_enabled:
        opinion.refusal = Refused(RejectionCause.TRIGGER_DISABLED, "The trigger is disabled.")
        return
    opinion.refusal = inquiry.refusal(candidate)
    if opinion.refusal is not None:
        return
    if candidate.filter is not None:
        opinion.filtered = evaluate(candidate.filter, opinion.scope) or ""
    if opinion.filtered:
        return
    opinion.left_out = left_out(candidate, opinion.scope)
    if candidate.level is Level.APP:
        try:
            opinion.provider_ids = ids(candidate.routing, opinion.scope)
        except NoIdentifier as unrouted:
            opinion.unrouted = str(unrouted)


def _reply(request: Request, opinions: list[Opinion], now: datetime) -> tuple[Reply, str]:
    """The first non-default response of those that verify, in order of creation. And a note about it."""
    verified = [opinion for opinion in opinions if opinion.refusal is None]
    if not verified:
        if any(map(_is_unsettled, opinions)):
            return _AGAIN, ""
        if status := next((each.refused_status for each in opinions if each.refused_status), 0):
            return Reply(status=status), ""
        verified = [each for each in opinions if _is_awaited(each, now)]
    if not verified:
        statuses = [each.candidate.rejected_status for each in opinions]
        return Reply(
            status=next((each for each in statuses if each != _UNAUTHORIZED), _UNAUTHORIZED)
        ), ""
    return _answer(request, verified)


def _answer(request: Request, opinions: list[Opinion]) -> tuple[Reply, str]:
    for opinion in opinions:
        if opinion.candidate.response is ResponseKind.ECHO_BODY:
            return echo_body(request), ""
        if opinion.answer is not None:
            return _by_code(opinion.answer)
        if opinion.candidate.acknowledgement is not None:
            proved = opinion.refusal is None and opinion.candidate.proves_its_sender
            return acknowledge(
                opinion.candidate.acknowledgement, opinion.scope, from_stranger=not proved
            )
    return respond_ok(), ""


def _by_code(said: CodeAnswer) -> tuple[Reply, str]:
    """A genuine delivery is taken although its answer cannot be made: then it is an empty 200."""
    if said.reply is None:
        return respond_ok(), f"{said.fault} An empty 200 was answered."
    return said.reply.reply, _NOT_KEPT if said.reply.persist else ""


def _faults(opinions: list[Opinion]) -> str:
    """What the response code did wrong where nothing came of it."""
    faults = (each.answer.fault for each in opinions if each.answer is not None)
    return " ".join(dict.fromkeys(fault for fault in faults if fault))


def _is_unsettled(opinion: Opinion) -> bool:
    """Whether it may be genuine: the provider is to send it again, when its key may be had or its code run."""
    return opinion.refusal is not None and opinion.refusal.cause in _UNSETTLED


def _is_awaited(opinion: Opinion, now: datetime) -> bool:
    """Whether it cannot be verified only because the webhook is still being registered, or is paused.

    Some providers call while the setup request is open and give up on anything but 2xx; the secret
    may come with that request's own answer.
    """
    cause = opinion.refusal.cause if opinion.refusal else None
    if cause is RejectionCause.TRIGGER_DISABLED:
        return True
    return (
        cause in _YET_TO_COME and opinion.candidate.window(int(now.timestamp() * 1000)) is not None
    )

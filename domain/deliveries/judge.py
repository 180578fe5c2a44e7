"""Judge one delivery: whether it is a handshake, whether it is genuine, whose it may be.

Pure: the plan and the clock come in. Whatever the bytes are, a Judgement comes back: a refusal is a verdict with
its cause, not an exception. Unsigned data never steers routing.
"""

from dataclasses import dataclass, field
from datetime import datetime

from domain.deliveries import consequences
from domain.deliveries.plan import Candidate, Plan
from domain.deliveries.record import NewFollowUp, NewShown, NewValue
from domain.handshakes import (
    HandshakeRefused,
    acknowledge,
    answer,
    echo_body,
    match,
    respond_ok,
)
from domain.keyring import KeysNeeded, Want
from domain.reply import Reply
from domain.request import Request
from domain.templates.conditions import evaluate
from domain.templates.identifiers import NoIdentifier, ids
from domain.templates.scope import RequestScope, Scope
from domain.verdict import Refused, RejectionCause
from domain.wizard.description import Level, ResponseKind

_UNAUTHORIZED = 401
_AGAIN = Reply(status=503, headers=(("retry-after", "60"),))
_NOT_HERE = "The key that the provider publishes is not here yet."
_YET_TO_COME = frozenset(
    {RejectionCause.SECRET_MISSING, RejectionCause.VERIFICATION_NOT_CONFIGURED}
)


@dataclass(slots=True)
class Opinion:
    """What one candidate thinks before anyone's account is looked up.

    refusal: why it does not verify; refused_status: of a handshake that was refused, else 0. filtered: why
    the filter stopped it. provider_ids: whose it is, at app level; unrouted: why nobody can be named.
    """

    candidate: Candidate
    scope: Scope
    refusal: Refused | None = None
    refused_status: int = 0
    filtered: str = ""
    provider_ids: tuple[str, ...] = ()
    unrouted: str = ""


@dataclass(slots=True)
class Judgement:
    """Either a handshake with its answer, or the candidates' opinions. reply: decided already.

    masks: secrets that the handshake holds in clear. note: what the editor must know about the reply.
    wants: keys to fetch before it is judged again; without them it is as if they were not to be had.
    """

    reply: Reply
    opinions: list[Opinion] = field(default_factory=list)
    handshake: str = ""
    answered_by: Candidate | None = None
    values: list[NewValue] = field(default_factory=list)
    masks: tuple[str, ...] = ()
    shown: list[NewShown] = field(default_factory=list)
    follow_up: NewFollowUp | None = None
    note: str = ""
    wants: tuple[Want, ...] = ()

    @property
    def provider_ids(self) -> list[str]:
        """Every Provider ID that any candidate asks for."""
        return [name for opinion in self.opinions for name in opinion.provider_ids]


class _Verifications:
    """Verifies a delivery once for all candidates that verify alike."""

    def __init__(self, request: Request, now: datetime) -> None:
        self._request = request
        self._now = now
        self._refusals: dict[str, Refused | None] = {}
        self.wants: list[Want] = []

    def refusal(self, candidate: Candidate) -> Refused | None:
        key = candidate.verification_key
        if key not in self._refusals:
            self._refusals[key] = self._verify(candidate)
        return self._refusals[key]

    def _verify(self, candidate: Candidate) -> Refused | None:
        if candidate.verify is None:
            return Refused(
                RejectionCause.VERIFICATION_NOT_CONFIGURED,
                "The trigger does not say yet how its payloads are validated (step 3).",
            )
        try:
            candidate.verify(self._request, self._now)
        except Refused as refusal:
            return refusal
        except KeysNeeded as needed:
            self.wants += needed.wants
            return Refused(RejectionCause.KEY_UNAVAILABLE, _NOT_HERE)
        return None


def judge(request: Request, plan: Plan, now: datetime) -> Judgement:
    """Decide everything about a delivery that needs no database."""
    verifications = _Verifications(request, now)
    event = RequestScope(request)
    opinions = [Opinion(each, {**each.scope, "event": event}) for each in plan.candidates]
    handshake = _handshake(request, opinions, verifications, now)
    if handshake is not None:
        handshake.wants = tuple(verifications.wants)
        return handshake
    for opinion in opinions:
        if opinion.refusal is None:
            _form(opinion, verifications)
    reply, note = _reply(request, opinions, now)
    return Judgement(reply, opinions, note=note, wants=tuple(verifications.wants))


def _handshake(
    request: Request, opinions: list[Opinion], verifications: _Verifications, now: datetime
) -> Judgement | None:
    """The first rule that answers. One that refuses decides for its own trigger alone."""
    for opinion in opinions:
        candidate = opinion.candidate
        rule = match(candidate.handshakes, request, opinion.scope) if candidate.is_enabled else None
        if rule is None:
            continue
        unverified = verifications.refusal(candidate)
        proves = _proves(candidate)
        is_verified = unverified is None and proves
        try:
            if rule.signed and unverified and candidate.verify is not None:
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
            given.reply, opinions, given.rule, candidate, values, masks, shown, follow_up
        )
    return None


def _proves(candidate: Candidate) -> bool:
    """Whether passing its verification says who sent a request."""
    return candidate.verify is not None and candidate.verification_name != "none"


def _form(opinion: Opinion, verifications: _Verifications) -> None:
    candidate = opinion.candidate
    if not candidate.is_enabled:
        opinion.refusal = Refused(RejectionCause.TRIGGER_DISABLED, "The trigger is disabled.")
        return
    opinion.refusal = verifications.refusal(candidate)
    if opinion.refusal is not None:
        return
    if candidate.filter is not None:
        opinion.filtered = evaluate(candidate.filter, opinion.scope) or ""
    if candidate.level is Level.APP and not opinion.filtered:
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
    for opinion in verified:
        if opinion.candidate.response is ResponseKind.ECHO_BODY:
            return echo_body(request), ""
        if opinion.candidate.acknowledgement is not None:
            proved = opinion.refusal is None and _proves(opinion.candidate)
            return acknowledge(
                opinion.candidate.acknowledgement, opinion.scope, from_stranger=not proved
            )
    return respond_ok(), ""


def _is_unsettled(opinion: Opinion) -> bool:
    """Whether it may be genuine: the provider is to send it again, when its key may be had."""
    return opinion.refusal is not None and opinion.refusal.cause is RejectionCause.KEY_UNAVAILABLE


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

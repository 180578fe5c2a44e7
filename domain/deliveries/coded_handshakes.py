"""Handshakes that a response's code answers. Pure.

Code answers ordinary deliveries and challenges alike, so it is told apart here which of them a request is: what
the code says itself (`handshake`) counts, then whether it is signed, and what the code wants to do with it.
"""

from datetime import datetime
from typing import Final

from domain.deliveries import consequences
from domain.deliveries.inquiry import Inquiry
from domain.deliveries.judgement import Judgement, Opinion
from domain.deliveries.plan import Candidate
from domain.handshakes import Answer
from domain.request import Request
from domain.sandbox import CodeReply
from domain.verdict import Refused, RejectionCause

_EVENT_METHODS: Final = frozenset({"POST", "PUT", "PATCH"})
_UNSIGNED: Final = frozenset(
    {
        RejectionCause.SIGNATURE_MISSING,
        RejectionCause.CREDENTIALS_MISSING,
        RejectionCause.SECRET_MISSING,
        RejectionCause.VERIFICATION_NOT_CONFIGURED,
    }
)


def answered(
    request: Request, opinions: list[Opinion], inquiry: Inquiry, now: datetime
) -> Judgement | None:
    """The first handshake that code answers; None when there is none. Each opinion gets what its code said."""
    for opinion in opinions:
        candidate = opinion.candidate
        if candidate.response_code is None or not candidate.is_enabled or opinion.refusal:
            continue
        unverified = inquiry.refusal(candidate)
        if unverified is not None and not _is_asked(candidate, request, unverified):
            continue
        opinion.answer = inquiry.answer(candidate.response_code)
        if opinion.answer.reply is None:
            _leave(opinion, unverified)
            continue
        proven = unverified is None and candidate.proves_its_sender
        if _is_handshake(opinion.answer.reply, request, unverified, proven=proven):
            judgement = _judged(opinions, opinion, opinion.answer.reply, now, proven=proven)
            if judgement is not None:
                return judgement
    return None


def _is_asked(candidate: Candidate, request: Request, unverified: Refused) -> bool:
    """Whether an unverified request may be a handshake: code is not run for every forgery."""
    if unverified.cause in _UNSIGNED or request.method not in _EVENT_METHODS:
        return True
    by_code = candidate.verification_code is not None
    return by_code and unverified.cause is not RejectionCause.CODE_UNAVAILABLE


def _leave(opinion: Opinion, unverified: Refused | None) -> None:
    if unverified is not None and opinion.answer is not None and opinion.answer.is_away:
        # it may be a handshake: the provider is to send it again
        opinion.refusal = Refused(RejectionCause.CODE_UNAVAILABLE, opinion.answer.fault)


def _judged(
    opinions: list[Opinion], opinion: Opinion, said: CodeReply, now: datetime, *, proven: bool
) -> Judgement | None:
    """The handshake's; None when what it asks to keep may not be kept: the opinion says so then."""
    candidate = opinion.candidate
    given = Answer(said.reply, said.persist, "custom code")
    try:
        values = consequences.kept(candidate, given, now, is_verified=proven)
    except Refused as refusal:
        opinion.refusal, opinion.refused_status = refusal, candidate.rejected_status
        return None
    # what it was given may stand in its answer
    secrets = candidate.response_code.secrets if candidate.response_code else ()
    masks = (*said.persist.values(), *secrets)
    return Judgement(said.reply, opinions, "the custom code", candidate, values, masks)


def _is_handshake(
    said: CodeReply, request: Request, unverified: Refused | None, *, proven: bool
) -> bool:
    if said.is_handshake is not None:
        return said.is_handshake
    if proven:
        return False
    if said.persist:
        return True
    is_unsigned = unverified is not None and unverified.cause in _UNSIGNED
    return _speaks(said) and (is_unsigned or request.method not in _EVENT_METHODS)


def _speaks(said: CodeReply) -> bool:
    """Whether it is more than what every delivery is answered, and no refusal."""
    reply = said.reply
    return reply.status < 400 and bool(reply.body or reply.headers or reply.status != 200)

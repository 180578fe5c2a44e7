"""What an answered handshake leaves behind: values kept, values shown, a follow-up, and what is not written down. Pure.

Whether it may is decided here: a stranger writes nothing outside a registration window.
"""

import hmac
from datetime import datetime

from domain.deliveries.masking import masked
from domain.deliveries.plan import LISTENING, Candidate
from domain.deliveries.record import NewFollowUp, NewShown, NewValue
from domain.handshakes import Answer, CompiledRule
from domain.templates.scope import Scope
from domain.verdict import Refused, RejectionCause


def masks(rule: CompiledRule, given: Answer, scope: Scope) -> tuple[str, ...]:
    """Secrets that stand in the request or the answer as they are: they are not written down."""
    # the verify tokens that the handshake had to bring, and brought
    required = [template.text(scope) for _, template in rule.require]
    return (*given.persist.values(), *given.show.values(), *required, *_revealed(rule, scope))


def kept(
    candidate: Candidate, given: Answer, now: datetime, *, is_verified: bool
) -> list[NewValue]:
    """What the handshake asks to keep, as far as it may. Raises Refused."""
    persisted = candidate.scope.get("persisted", {})
    window = None if is_verified else candidate.window(int(now.timestamp() * 1000))
    changed = {
        name: value
        for name, value in given.persist.items()
        if not hmac.compare_digest(persisted.get(name, "").encode(), value.encode())
        # the same again uses up a new window too: else a stranger could, after the provider
        or (window and window.name not in {LISTENING, candidate.kept.get(name)})
    }
    if not changed:
        return []
    if is_verified:
        name = f"signed {now.timestamp():.3f}"
    elif window is not None:
        name = window.name
    else:
        raise Refused(
            RejectionCause.HANDSHAKE_REFUSED,
            "A handshake that asks to keep a value is taken only while the webhook is being "
            "registered: during the setup request, or while an editor listens.",
        )
    for changed_name in changed:
        held = candidate.kept.get(changed_name)
        if held is not None and name in {held, LISTENING}:
            raise Refused(
                RejectionCause.HANDSHAKE_REFUSED,
                f"persisted.{changed_name} is already kept and is written once; clear it, or send "
                "the setup request again, to register anew.",
            )
    return [
        NewValue(candidate.trigger_id, candidate.persist_scope, key, value, name)
        for key, value in changed.items()
    ]


def shown(
    candidate: Candidate, given: Answer, now: datetime, *, is_verified: bool
) -> list[NewShown]:
    """What the handshake asks to show, as far as it may: of a stranger only to a person in the wizard."""
    is_open = candidate.is_draft and candidate.window(int(now.timestamp() * 1000)) is not None
    if given.show and not is_verified and not is_open:
        raise Refused(
            RejectionCause.HANDSHAKE_REFUSED,
            "A handshake that asks to show a value is taken only before the trigger is finished, at its "
            "test address, while an editor listens or the setup request is open.",
        )
    return [
        NewShown(candidate.trigger_id, name, value, is_verified)
        for name, value in given.show.items()
    ]


def follow_up(candidate: Candidate, given: Answer, scope: Scope) -> NewFollowUp | None:
    """The request of ours that it asks for, with secrets masked where it is shown."""
    call = given.follow_up
    if call is None:
        return None
    secrets = (*scope["secrets"].values(), *scope["persisted"].values())
    return NewFollowUp(candidate.trigger_id, call.method, call.url, masked(call.url, secrets))


def _revealed(rule: CompiledRule, scope: Scope) -> tuple[str, ...]:
    """What the answer may hold in clear: it is told to a verified sender, and not written down."""
    if not rule.reveals_secret:
        return ()
    return (*scope["secrets"].values(), *scope["persisted"].values())

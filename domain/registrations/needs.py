"""Which webhooks a trigger needs, and how those that stand differ from them. Pure.

User level: one for each account that a workflow is enabled for. App level: one in all, made with the developer's own
account, the sandbox. A trigger that is not active needs none.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from domain.models import Registration
from domain.registrations.requests import KeyValue, Setup
from domain.wizard.description import Creation, Description, Level
from domain.wizard.names import kept_names


@dataclass(frozen=True, slots=True)
class Need:
    """One webhook. credential_id: at user level. account_id: whose values authorize the calls.

    setup: None when a person enters the address by hand.
    """

    credential_id: str | None
    account_id: str | None
    webhook_url: str
    setup: Setup | None


@dataclass(frozen=True, slots=True)
class Differences:
    """surplus: no longer needed. missing: to be made, each with what stands in its place and has to go first."""

    surplus: tuple[Registration, ...]
    missing: tuple[tuple[Need, Registration | None], ...]
    kept: tuple[tuple[Need, Registration], ...]


def needs(
    live: Description,
    accounts: Iterable[str],
    sandbox_id: str | None,
    webhook_url: Callable[[str | None], str],
) -> list[Need]:
    """What an active trigger needs. accounts: those that a workflow is enabled for. webhook_url: of an account, or of the app."""
    setup = live.setup if live.basic.creation is Creation.API_REQUEST else None
    wanted = list(dict.fromkeys(accounts))
    if live.basic.level is Level.USER:
        return [Need(each, each, webhook_url(each), setup) for each in wanted]
    return [Need(None, sandbox_id, webhook_url(None), setup)] if wanted else []


def differences(
    needed: Sequence[Need], standing: Sequence[Registration], *, anew: bool
) -> Differences:
    """Compare. standing: those that are wanted so far. anew: each has to be made again."""
    by_account = {row.credential_id: row for row in standing}
    pairs = [(need, by_account.get(need.credential_id)) for need in needed]
    kept = tuple((need, row) for need, row in pairs if row and not anew and _fits(need, row))
    fitting = {row.id for _, row in kept}
    missing = tuple((need, row) for need, row in pairs if row is None or row.id not in fitting)
    surplus = tuple(row for row in standing if row.id not in fitting)
    return Differences(surplus, missing, kept)


def anew(live: Description, draft: Description) -> list[str]:
    """Why webhooks that were made for what is live have to be made again for the draft, for a person."""
    reasons: list[str] = []
    if live.basic.creation is not draft.basic.creation:
        reasons.append("The way the webhook is created changed.")
    if live.basic.level is not draft.basic.level:
        reasons.append("The level changed, and with it the address.")
    if draft.basic.creation is Creation.MANUAL:
        return reasons
    if (live.setup and live.setup.request) != (draft.setup and draft.setup.request):
        reasons.append("The setup request changed.")
    if not _answers(draft) <= _answers(live):
        reasons.append("Other values are kept of the provider's answer.")
    elif not kept_names(draft) <= kept_names(live):
        reasons.append("A handshake keeps other values.")
    return reasons


def _answers(description: Description) -> frozenset[KeyValue]:
    return frozenset(description.setup.keep if description.setup else ())


def _fits(need: Need, row: Registration) -> bool:
    is_by_hand = row.setup is None
    return row.webhook_url == need.webhook_url and is_by_hand == (need.setup is None)

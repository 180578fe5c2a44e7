"""One call about a registration: for whom it is, with which values, and what came of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

import msgspec
import orjson

from domain import clock
from domain.connections.freshness import Unusable
from domain.context import Context
from domain.errors import HookwrightError
from domain.models import Credential, Integration, Registration, Trigger
from domain.outbound import Answer, OutboundRequest, Unreachable
from domain.registrations import masking
from domain.registrations.rendering import render_request
from domain.registrations.requests import RequestTemplate, Setup
from domain.registrations.scope import Sender, persisted_values, sender
from domain.registrations.states import Deed
from domain.registrations.timing import wanted_end
from domain.templates.errors import TemplateError, TemplateSyntaxError
from domain.vault import Unreadable, Vault

LIVE: Final = "live"
TEST: Final = "test"


class Unfit(HookwrightError):
    """The provider cannot be asked. The message is a sentence for a person. is_final: trying again is of no use."""

    def __init__(self, message: str, *, is_final: bool = True) -> None:
        super().__init__(message)
        self.is_final = is_final


@dataclass(frozen=True, slots=True)
class Errand:
    """kept: what this webhook's own requests name. scope: where its kept values are written."""

    row: Registration
    trigger: Trigger
    setup: Setup
    sender: Sender
    kept: Mapping[str, str]
    scope: str

    def with_kept(self, kept: Mapping[str, str]) -> "Errand":
        """The same for a webhook with these values."""
        names = {**self.sender.names, "persisted": {**self.sender.names["persisted"], **kept}}
        return replace(self, sender=replace(self.sender, names=names), kept=kept)


@dataclass(frozen=True, slots=True)
class Call:
    """outcome: the answer, or why there is none. was_sent: whether the provider may have acted on it."""

    deed: Deed
    request: OutboundRequest
    outcome: Answer | str
    was_sent: bool
    sent_ms: int

    @property
    def status(self) -> int | None:
        """Of the answer."""
        return None if isinstance(self.outcome, str) else self.outcome.status

    def masked(self, hidden: Iterable[str]) -> tuple[Deed, masking.Exchange]:
        """As it is kept and shown."""
        return self.deed, masking.exchange(self.request, self.outcome, hidden, self.sent_ms)


async def prepare(context: Context, row: Registration, *, is_new: bool = False) -> Errand:
    """Read what calls about a registration may use. Raises Unfit.

    is_new: it is about to be made. Afterwards a value of the setup's answer counts only as this webhook's own: the one
    that is kept for the account may be another's.
    """
    setup = msgspec.json.decode(row.setup or "", type=Setup)
    trigger = await Trigger.get(id=row.trigger_id)
    integration = await Integration.get(id=trigger.integration_id)
    account = await Credential.get_or_none(id=row.account_id) if row.account_id else None
    kept_in = kept_in_scope(row)
    try:
        kept = {} if is_new else own_values(context.vault, row)
        persisted = await persisted_values(context.vault, trigger.id, kept_in)
        if not is_new:
            for entry in setup.keep:
                persisted.pop(entry.name, None)
        whose = await sender(
            context,
            integration,
            account,
            webhook_url=row.webhook_url or "",
            persisted={**persisted, **kept},
        )
    except Unreadable as error:
        raise Unfit(f"The provider cannot be asked: {error}.") from error
    except Unusable as error:
        said = f"The account cannot be used: {error}"
        raise Unfit(said, is_final=error.is_final) from error
    whose.names["settings"] |= wanted_end(setup.renewal, clock.now())
    return Errand(row, trigger, setup, whose, kept, kept_in)


def kept_in_scope(row: Registration) -> str:
    """Where its kept values belong: to its account, or to the app's test or live webhook."""
    return row.credential_id or (TEST if row.is_test else LIVE)


def rendered(errand: Errand, template: RequestTemplate, what: str) -> OutboundRequest:
    """Fill in a request. what: how a person calls it. Raises Unfit."""
    try:
        return render_request(template, errand.sender)
    except (TemplateError, TemplateSyntaxError) as error:
        raise Unfit(f"The {what} request cannot be filled in: {error}") from error


async def send(context: Context, deed: Deed, request: OutboundRequest) -> Call:
    """Ask the provider, once. Raises nothing that the other side could cause."""
    sent_ms = clock.now_ms()
    try:
        answer = await context.outbound.send(request)
    except Unreachable as error:
        return Call(deed, request, str(error), error.was_sent, sent_ms)
    return Call(deed, request, answer, was_sent=True, sent_ms=sent_ms)


def own_values(vault: Vault, row: Registration) -> dict[str, str]:
    """The kept values of this very webhook. Raises vault.Unreadable."""
    if row.sealed is None:
        return {}
    found: dict[str, str] = orjson.loads(vault.open(row.sealed, purpose(row.id)))
    return found


def seal(vault: Vault, row_id: str, kept: Mapping[str, str]) -> bytes:
    """Encrypt them for the row."""
    return vault.seal(orjson.dumps(dict(kept)).decode(), purpose(row_id))


def purpose(row_id: str) -> str:
    """What they are sealed for."""
    return f"registration:{row_id}"

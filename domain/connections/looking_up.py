"""Looking up whose account it is, at the provider, with the account's own values."""

from dataclasses import dataclass
from typing import Final

from domain import clock, text
from domain.connections import lookup as lookups
from domain.connections.freshness import Unusable
from domain.connections.lookup import Lookup
from domain.context import Context
from domain.models import Credential, Integration
from domain.outbound import Answer, Unreachable
from domain.registrations import masking
from domain.registrations.masking import Exchange
from domain.registrations.rendering import render_request
from domain.registrations.scope import Sender, sender
from domain.templates import scope as scopes
from domain.templates.errors import TemplateError, TemplateSyntaxError
from domain.templates.template import Template

MAX_ID: Final = 200

_MAX_QUOTE: Final = 300


@dataclass(frozen=True, slots=True)
class LookedUp:
    """provider_id: None when it was not found. problem: why, a sentence for a person. exchange: masked."""

    provider_id: str | None
    problem: str = ""
    exchange: Exchange | None = None


async def look_up(context: Context, integration: Integration, account: Credential) -> LookedUp:
    """Ask the provider, as the integration describes it. The account need not be stored. Raises vault.Unreadable."""
    if integration.lookup is None:
        return LookedUp(None, "The integration does not say how the Provider ID is looked up.")
    lookup = lookups.decode(integration.lookup)
    try:
        whose = await sender(context, integration, account, webhook_url="", persisted={})
        return await _ask(context, lookup, whose)
    except Unusable as error:
        return LookedUp(None, str(error))
    except (TemplateError, TemplateSyntaxError) as error:
        return LookedUp(None, f"The request cannot be filled in: {error}.")


async def _ask(context: Context, lookup: Lookup, whose: Sender) -> LookedUp:
    if lookup.request is None:
        return _read(lookup, whose, None)
    request = render_request(lookup.request, whose)
    sent_ms = clock.now_ms()
    try:
        answer = await context.outbound.send(request)
    except Unreachable as error:
        exchange = masking.exchange(request, str(error), whose.hidden(), sent_ms)
        return LookedUp(None, exchange.problem, exchange)
    exchange = masking.exchange(request, answer, whose.hidden(), sent_ms)
    if not answer.is_success:
        quoted = text.shorten(
            " ".join(exchange.answer.body.split()) if exchange.answer else "", _MAX_QUOTE
        )
        said = f"The provider answered {answer.status}" + (f": {quoted}" if quoted else ".")
        return LookedUp(None, said, exchange)
    found = _read(lookup, whose, answer)
    return LookedUp(found.provider_id, found.problem, exchange)


def _read(lookup: Lookup, whose: Sender, answer: Answer | None) -> LookedUp:
    names = dict(whose.names)
    if answer is not None:
        response = scopes.answer(answer.status, answer.headers, answer.body)
        names["setup"] = {"response": response}
    try:
        found = Template.parse(lookup.value).text(names).strip()
    except (TemplateError, TemplateSyntaxError) as error:
        return LookedUp(None, f"The Provider ID is not there: {error}.")
    if not 0 < len(found) <= MAX_ID or not text.is_clean(found):
        return LookedUp(None, f"What stands there is no Provider ID of 1 to {MAX_ID} characters.")
    return LookedUp(found)

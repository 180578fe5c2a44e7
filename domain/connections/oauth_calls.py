"""Asking a token endpoint through the outbound door. What was said is kept masked, and a token comes back or why not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

import msgspec

from domain import clock
from domain.connections import grants, oauth_app, oauth_requests, parameters
from domain.connections.grants import Refusal, Token
from domain.connections.oauth_requests import Client
from domain.connections.secrets import secret_values
from domain.context import Context
from domain.deliveries.follow_ups import retry_after
from domain.models import Integration
from domain.outbound import Answer, OutboundRequest, Unreachable
from domain.registrations import masking
from domain.registrations.masking import Exchange
from domain.templates.errors import TemplateError, TemplateSyntaxError


@dataclass(frozen=True, slots=True)
class Asked:
    """exchange: masked. wait: what the endpoint asked for, before it is asked again."""

    outcome: Token | Refusal
    exchange: Exchange
    wait: timedelta | None = None


async def client_of(
    context: Context, integration: Integration, values: Mapping[str, str]
) -> Client:
    """The integration's app with its id and secret, its addresses filled in with an account's parameters.

    Raises ValueError, a sentence: what is missing; vault.Unreadable.
    """
    app = oauth_app.decode(integration.oauth) if integration.oauth else None
    if app is None or (lacking := oauth_app.missing(app)):
        named = ", ".join(f"oauth.{each}" for each in lacking) if app else "oauth"
        raise ValueError(f"the integration has no {named}: give it by updateIntegration")
    app = oauth_app.filled(app, values)
    if left := oauth_app.parameter_names(app):
        named = parameters.listed(left)
        raise ValueError(f"the account has no {named}: connect it again with these parameters")
    try:
        return oauth_requests.client(
            app, await secret_values(context.vault, integration.project_id)
        )
    except (TemplateError, TemplateSyntaxError) as error:
        raise ValueError(f"the integration's OAuth app cannot be filled in: {error}") from error


async def ask(
    context: Context, client: Client, request: OutboundRequest, hidden: Iterable[str]
) -> Asked:
    """Ask once. hidden: what the request holds that must not be shown, beside the client's secret."""
    sent_ms = clock.now_ms()
    known = [client.client_secret, *hidden]
    try:
        answer = await context.outbound.send(request)
    except Unreachable as error:
        exchange = masking.exchange(request, str(error), known, sent_ms)
        return Asked(Refusal("", exchange.problem.rstrip(".")), exchange)
    exchange = masking.exchange(request, answer, [*known, *grants.secrets_of(answer)], sent_ms)
    if not grants.is_readable(answer):
        exchange = _without_body(exchange)  # a secret in it could not be told from the rest
    outcome = grants.read(answer)
    if isinstance(outcome, Refusal):
        mask = masking.Mask(known)
        outcome = Refusal(
            mask.text(outcome.code), mask.text(outcome.description), is_final=outcome.is_final
        )
    return Asked(outcome, exchange, retry_after(answer, clock.now()))


async def revoke(context: Context, client: Client, token: str, hint: str) -> str:
    """End a token at the provider. Why it could not be, a sentence for a person; empty when it was."""
    request = oauth_requests.revoke_request(client, token, hint)
    try:
        answer = await context.outbound.send(request)
    except Unreachable as error:
        return masking.Mask([token, client.client_secret]).text(str(error))
    return "" if _is_revoked(answer) else f"The provider answered {answer.status}."


def _is_revoked(answer: Answer) -> bool:
    # RFC 7009, 2.2: an unknown token is answered 200; some say invalid_token or 404 instead
    return answer.is_success or answer.status in {404, 410} or b"invalid_token" in answer.body


def _without_body(exchange: Exchange) -> Exchange:
    if exchange.answer is None or not exchange.answer.body:
        return exchange
    answer = msgspec.structs.replace(exchange.answer, body=masking.MASK)
    return msgspec.structs.replace(exchange, answer=answer)

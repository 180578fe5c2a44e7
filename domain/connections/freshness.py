"""Access tokens that are still good: refreshed ahead of their end, once, whoever asks and from however many processes.

Whoever finds a token due claims its row: the claim ends by itself, and the row's version is the fence. The others
wait and read again. What a refresh brings is written only while the version is the claim's, so that a connection that
was made again, or ended, in the meantime is never overwritten.

A process that dies between the provider's answer and the commit loses the new tokens with it: where the provider takes
a refresh token only once, the account must be connected again, and says so.
"""

import asyncio
import random
from datetime import timedelta
from typing import Any, Final

import structlog
from tortoise.expressions import Q

from domain import clock
from domain.connections import expiry, grants, oauth_calls, oauth_requests
from domain.connections.credentials import CONNECTED, INVALID, parameters_of, seal
from domain.connections.grants import Grant, Refusal, Token
from domain.connections.oauth_app import OAuthGrant
from domain.connections.oauth_calls import Asked
from domain.context import Context
from domain.database import atomically
from domain.errors import HookwrightError
from domain.models import Credential, Integration
from domain.registrations import masking

_MARGIN_MS: Final = 10_000
_POLL: Final = 0.05
_LONGEST_POLL: Final = 1.0

_tasks: set[asyncio.Task[Credential]] = set()
log = structlog.get_logger()


class Unusable(HookwrightError):
    """An account has no values that the provider would take now. is_final: it must be connected again."""

    def __init__(self, message: str, *, is_final: bool) -> None:
        super().__init__(message)
        self.is_final = is_final


async def fresh(context: Context, credential: Credential) -> Credential:
    """The account with values that can be used now, refreshed if they are due. Raises Unusable, vault.Unreadable."""
    if credential.status == CONNECTED and not (
        expiry.is_due(credential, clock.now_ms()) or expiry.has_ended(credential, clock.now_ms())
    ):
        return credential
    return await refreshed(context, credential.id)


async def refreshed(
    context: Context, credential_id: str, *, beyond: int | None = None
) -> Credential:
    """The account once nothing is due, or once its version is beyond the given one. Raises Unusable, vault.Unreadable."""
    pause = _POLL
    while True:
        row = await Credential.get_or_none(id=credential_id)
        if row is None:
            raise Unusable("The account is gone.", is_final=True)
        if row.status == INVALID:
            raise Unusable(row.reason or "The provider takes it no more.", is_final=True)
        is_wanted = beyond is not None and row.version <= beyond and row.sealed_grant is not None
        if not is_wanted and not expiry.is_due(row, clock.now_ms()):
            return _usable(row)
        if await claim(context, row):
            return _usable(await conclude(context, row))
        await asyncio.sleep(pause)
        pause = min(pause * 2, _LONGEST_POLL)


async def claim(context: Context, row: Credential) -> bool:
    """Take the right to refresh, or to end, an account's tokens. The row has the claim's version afterwards.

    Raises vault.Unreadable, and claims nothing.
    """
    grants.open_sealed(context.vault, row.id, row.sealed_grant or b"")
    now = clock.now_ms()
    lease_ms = context.settings.outbound_seconds * 1_000 + _MARGIN_MS

    async def unit() -> int:
        free = Q(claimed_ms=None) | Q(claimed_ms__lte=now)
        query = Credential.filter(free, id=row.id, version=row.version)
        return await query.update(claimed_ms=now + lease_ms, version=row.version + 1)

    if not await atomically(unit):
        return False
    row.version += 1
    return True


async def conclude(context: Context, row: Credential) -> Credential:
    """Refresh a claimed account, and write what came of it. A caller who goes away does not stop it half-way."""
    task = asyncio.create_task(_refresh(context, row))
    _tasks.add(task)
    task.add_done_callback(_tasks.discard)
    return await asyncio.shield(task)


async def finish_refreshes() -> None:
    """Wait for the refreshes whose callers have gone. Before the door is closed."""
    await asyncio.gather(*_tasks, return_exceptions=True)


def lifetime(token: Token, grant: Grant) -> tuple[int | None, int | None]:
    """When a token that was just given ends, and when it is seen to, as `expiry.times`."""
    chance = random.random()  # noqa: S311  it spreads, it hides nothing
    can_refresh = grants.can_refresh(grant)
    return expiry.times(token.seconds, clock.now_ms(), chance, can_refresh=can_refresh)


async def _refresh(context: Context, row: Credential) -> Credential:
    grant = grants.open_sealed(context.vault, row.id, row.sealed_grant or b"")
    asked = await _ask(context, row, grant)
    if isinstance(asked, Refusal):
        changes = _refused(row, asked, None)
    else:
        changes = _changes(context, row, grant, asked)
    fence = row.version

    async def settle() -> int:
        query = Credential.filter(id=row.id, version=fence)
        return await query.update(**changes, claimed_ms=None, version=fence + 1)

    if not await atomically(settle):
        log.info("oauth.refresh_overtaken", credential=row.id)
    elif changes.get("reason"):
        log.warning("oauth.refresh_failed", credential=row.id, failures=changes["failures"])
    return await Credential.get_or_none(id=row.id) or row


async def _ask(context: Context, row: Credential, grant: Grant) -> Asked | Refusal:
    integration = await Integration.get_or_none(id=row.integration_id)
    if integration is None:
        return Refusal("", "The integration is gone", is_final=True)
    try:
        values = parameters_of(context.vault, row.id, row.sealed_parameters)
        client = await oauth_calls.client_of(context, integration, values)
    except ValueError as error:
        return Refusal("", str(error))
    if grant.kind is OAuthGrant.CLIENT_CREDENTIALS:
        request = oauth_requests.client_credentials_request(client)
    elif grant.refresh_token:
        request = oauth_requests.refresh_request(client, grant.refresh_token)
    else:
        return Refusal("", "The access token has ended, and nothing can refresh it", is_final=True)
    return await oauth_calls.ask(context, client, request, [grant.refresh_token])


def _changes(context: Context, row: Credential, grant: Grant, asked: Asked) -> dict[str, Any]:
    exchange = masking.encode(asked.exchange)
    if isinstance(asked.outcome, Refusal):
        wait = asked.wait
        return {**_refused(row, asked.outcome, wait), "exchange": exchange}
    token = asked.outcome
    kept = grants.merged(grant, token)
    ends_ms, due_ms = lifetime(token, kept)
    return {
        "sealed": seal(context.vault, row.id, grants.bearer(token)),
        "sealed_grant": grants.seal(context.vault, row.id, kept),
        "expires_ms": ends_ms,
        "due_ms": due_ms,
        "failures": 0,
        "reason": None,
        "exchange": exchange,
    }


def _refused(row: Credential, refusal: Refusal, wait: timedelta | None) -> dict[str, Any]:
    failures = row.failures + 1
    if refusal.is_final:
        status = INVALID if row.status == CONNECTED else row.status
        return {
            "status": status,
            "reason": f"{refusal}. Connect it again.",
            "failures": failures,
            "due_ms": None,
        }
    pause = expiry.pause_after(failures, wait)
    due_ms = clock.now_ms() + int(pause.total_seconds() * 1_000)
    return {"reason": f"{refusal}. It is tried again.", "failures": failures, "due_ms": due_ms}


def _usable(row: Credential) -> Credential:
    """The row, unless its token has ended and waits for the next try."""
    if row.status == INVALID:
        raise Unusable(row.reason or "The provider takes it no more.", is_final=True)
    if expiry.has_ended(row, clock.now_ms()):
        raise Unusable(row.reason or "The access token has ended.", is_final=False)
    return row

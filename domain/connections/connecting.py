"""Connecting accounts: with values that were entered, or as the app itself, by client credentials.

Everything the provider has to be asked is asked first, without a transaction; then one commit stores the account.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from domain import clock, text
from domain.connections import authorization as authorizations
from domain.connections import grants, oauth_app, oauth_calls, oauth_requests, parameters
from domain.connections.callers import Caller, CallerKind
from domain.connections.credentials import (
    CONNECTED,
    TOPIC,
    granted,
    parameters_of,
    require_owner,
    seal,
    seal_parameters,
)
from domain.connections.freshness import lifetime
from domain.connections.grants import Grant, Refusal, Token, bearer
from domain.connections.integrations import get_integration, parameter_names
from domain.connections.looking_up import MAX_ID, LookedUp, look_up
from domain.connections.oauth_app import OAuthGrant
from domain.context import Context
from domain.database import atomically
from domain.errors import Forbidden, Invalid, NotFound, Problem, ProblemCode
from domain.identity import Kind, new_id
from domain.models import Credential, Integration
from domain.registrations import aligning, masking
from domain.registrations.masking import Exchange
from domain.registrations.requests import Authorization, AuthorizationKind, KeyValue
from domain.vault import Unreadable

_NOTHING: Final = Authorization(kind=AuthorizationKind.NONE)
_NOT_TOLD: Final = "the provider does not tell whose account this is: check the values"


@dataclass(frozen=True, slots=True)
class Account:
    """What is connected. authorization: the values themselves, of any kind but INHERIT.

    by_client_credentials: instead, the app's own token. credential_id: of an account that is connected again.
    parameters: what the integration's addresses read of the account.
    """

    user_id: str
    authorization: Authorization = _NOTHING
    provider_id: str | None = None
    is_sandbox: bool = False
    by_client_credentials: bool = False
    credential_id: str | None = None
    parameters: tuple[KeyValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """What an account is stored with. token: of OAuth. note: what a person should know of it.

    parameters: valid ones. is_same: the provider says that it is the account which is connected again.
    """

    values: Authorization
    token: Token | None = None
    kind: OAuthGrant = OAuthGrant.AUTHORIZATION_CODE
    provider_id: str | None = None
    exchange: Exchange | None = None
    note: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)
    is_same: bool = False


async def connect_account(
    context: Context, caller: Caller, integration_id: str, account: Account
) -> Credential:
    """Connect an account of a user. A connected user may connect their own, and no sandbox.

    Raises Invalid (`userId`, `providerId`, `authorization.…`, `parameters.…`), NotFound, Forbidden.
    """
    require_owner(caller, account.user_id, is_sandbox=account.is_sandbox)
    if account.by_client_credentials and caller.kind is not CallerKind.EDITOR:
        raise Forbidden("a connected user cannot stand for the app itself")
    integration = await get_integration(caller, integration_id)
    if problems := [*_problems(account, integration), *_unproven(caller, account)]:
        raise Invalid(problems)
    own = {entry.name: entry.value for entry in account.parameters}
    held = Held(account.authorization, parameters=own)
    if account.by_client_credentials:
        held = await _by_client_credentials(context, integration, own)
    found = await _provider_id(context, integration, account, held)
    if found.problem:
        # how it is looked up is the project's own affair
        said = found.problem if caller.kind is CallerKind.EDITOR else _NOT_TOLD
        raise Invalid.one(ProblemCode.FAILED, said, "providerId")
    exchange = found.exchange or held.exchange
    known = replace(held, provider_id=found.provider_id, exchange=exchange)
    return await keep(context, integration, account, known)


async def keep(
    context: Context, integration: Integration, account: Account, held: Held
) -> Credential:
    """Store an account, in one commit. Raises NotFound: the integration, or the account to connect again, is gone."""

    async def commit() -> Credential:
        if not await Integration.exists(id=integration.id):
            raise NotFound("there is no such integration")
        row, is_new = await _row(integration, account)
        row.user_id, row.provider_id = account.user_id.strip(), held.provider_id
        row.status, row.failures, row.version = CONNECTED, 0, row.version + 1
        exchange = masking.encode(held.exchange) if held.exchange else None
        row.update_from_dict(
            {"claimed_ms": None, "reason": held.note or None, "exchange": exchange}
        )
        fill(context, row, held)
        await row.save(force_create=is_new)
        await aligning.try_again(context, row)
        return row

    row = await atomically(commit)
    context.drop_plans(integration.id)
    context.bus.wake([TOPIC, aligning.TOPIC])
    return row


def fill(context: Context, row: Credential, held: Held) -> None:
    """Seal values and grant into a row."""
    changes: dict[str, Any] = {"sealed_grant": None, "expires_ms": None, "due_ms": None}
    if held.token is not None:
        grant = grants.merged(_before(context, row, held), held.token)
        ends_ms, due_ms = lifetime(held.token, grant)
        sealed = grants.seal(context.vault, row.id, grant)
        changes = {"sealed_grant": sealed, "expires_ms": ends_ms, "due_ms": due_ms}
    sealed_values = seal(context.vault, row.id, held.values)
    own = seal_parameters(context.vault, row.id, held.parameters)
    row.update_from_dict({"sealed": sealed_values, "sealed_parameters": own, **changes})


def _before(context: Context, row: Credential, held: Held) -> Grant:
    """What the new grant begins with: the old refresh token, which stays if no new one comes.

    Only where the provider says whose account it is: another's tokens must never take the place of this one's.
    """
    grant = Grant(held.kind)
    if not held.is_same or not row.sealed_grant:
        return grant
    try:
        old, own = (
            granted(context.vault, row),
            parameters_of(context.vault, row.id, row.sealed_parameters),
        )
    except Unreadable:
        return grant
    if old.is_ending or old.kind is not held.kind or own != held.parameters:
        return grant
    return Grant(held.kind, old.refresh_token)


async def drafted(
    context: Context, integration: Integration, account: Account, held: Held
) -> LookedUp:
    """Look up the Provider ID of an account that is not stored yet."""
    row = Credential(
        id=account.credential_id or new_id(Kind.CREDENTIAL),
        integration_id=integration.id,
        project_id=integration.project_id,
        user_id=account.user_id,
        is_sandbox=account.is_sandbox,
        status=CONNECTED,
        created_ms=clock.now_ms(),
    )
    fill(context, row, held)
    return await look_up(context, integration, row)


async def _provider_id(
    context: Context, integration: Integration, account: Account, held: Held
) -> LookedUp:
    """The one that was given, else the provider's own word, where it can be asked."""
    given = _given(account)
    is_silent = held.values.kind is AuthorizationKind.NONE
    if given is not None or is_silent or not integration.lookup:
        return LookedUp(given)
    return await drafted(context, integration, account, held)


def _given(account: Account) -> str | None:
    return account.provider_id.strip() or None if account.provider_id else None


async def _by_client_credentials(
    context: Context, integration: Integration, own: Mapping[str, str]
) -> Held:
    where = ("authorization", "clientCredentials")
    app = oauth_app.decode(integration.oauth) if integration.oauth else None
    if app is None or app.grant is not OAuthGrant.CLIENT_CREDENTIALS:
        message = "the integration's OAuth app has not the grant CLIENT_CREDENTIALS"
        raise Invalid.one(ProblemCode.INCOMPLETE, message, *where)
    try:
        client = await oauth_calls.client_of(context, integration, own)
    except ValueError as error:
        raise Invalid.one(ProblemCode.INCOMPLETE, str(error), *where) from None
    request = oauth_requests.client_credentials_request(client)
    asked = await oauth_calls.ask(context, client, request, [])
    if isinstance(asked.outcome, Refusal):
        raise Invalid.one(ProblemCode.FAILED, f"{asked.outcome}.", *where)
    token = asked.outcome
    return Held(
        bearer(token),
        token,
        OAuthGrant.CLIENT_CREDENTIALS,
        exchange=asked.exchange,
        parameters=own,
    )


def _problems(account: Account, integration: Integration) -> list[Problem]:
    problems = list(text.problems(account.user_id, "userId", most=MAX_ID, what="the user's id"))
    if account.provider_id is not None:
        problems += text.problems(
            account.provider_id,
            "providerId",
            most=MAX_ID,
            is_required=False,
            what="the Provider ID",
        )
    problems += _parameter_problems(account, integration)
    if account.authorization.kind is AuthorizationKind.INHERIT:
        message = "accepted: bearer, basic, headers, query, clientCredentials or none"
        return [*problems, Problem(ProblemCode.REQUIRED, message, ("authorization",))]
    scheme = authorizations.decode(integration.authorization)
    beside = frozenset(entry.name for entry in account.parameters)
    found = authorizations.account_problems(account.authorization, scheme, beside)
    return [*problems, *(problem.under("authorization") for problem in found)]


def _parameter_problems(account: Account, integration: Integration) -> Iterator[Problem]:
    """An account that is there for its events alone needs no address."""
    declared = parameter_names(integration, by_oauth=True)
    needed = parameter_names(integration, by_oauth=account.by_client_credentials)
    is_silent = account.authorization.kind is AuthorizationKind.NONE
    if is_silent and not account.by_client_credentials:
        needed = ()
    return parameters.problems(account.parameters, declared=declared, needed=needed)


def _unproven(caller: Caller, account: Account) -> Iterator[Problem]:
    """Refuse a Provider ID that a user claims: events are routed by it, and it may be somebody else's."""
    if caller.kind is not CallerKind.EDITOR and account.provider_id is not None:
        message = "leave it out: with a user token it is looked up at the provider, never claimed"
        yield Problem(ProblemCode.NOT_ALLOWED, message, ("providerId",))


async def _row(integration: Integration, account: Account) -> tuple[Credential, bool]:
    """The row to write, inside a unit of work, and whether it is a new one."""
    own = Credential.filter(integration_id=integration.id)
    if account.credential_id is not None:
        row = await own.get_or_none(id=account.credential_id)
        if row is None:
            raise NotFound("the account is gone")
        return row, False
    if account.is_sandbox and (row := await own.get_or_none(is_sandbox=True)) is not None:
        return row, False
    row = Credential(
        id=new_id(Kind.CREDENTIAL),
        integration_id=integration.id,
        project_id=integration.project_id,
        is_sandbox=account.is_sandbox,
        created_ms=clock.now_ms(),
    )
    return row, True

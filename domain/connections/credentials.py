"""Credentials: connected accounts, and the one sandbox account of each integration.

Connecting a sandbox account where there is one replaces it in place: its id, and with it the addresses and
persisted values of the wizard, stay.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from domain import clock, text
from domain.connections import authorization as authorizations
from domain.connections.callers import Caller, CallerKind, require_editor
from domain.connections.integrations import get_integration
from domain.context import Context
from domain.database import atomically
from domain.errors import Forbidden, Invalid, NotFound, Problem, ProblemCode
from domain.identity import Kind, is_id, new_id
from domain.models import Credential, Integration
from domain.registrations.requests import Authorization, AuthorizationKind
from domain.vault import Vault


class CredentialStatus(StrEnum):
    """INVALID: the provider takes its values no more; its events still count."""

    CONNECTED = "CONNECTED"
    INVALID = "INVALID"
    DISCONNECTED = "DISCONNECTED"


CONNECTED: Final = CredentialStatus.CONNECTED.value
INVALID: Final = CredentialStatus.INVALID.value
DISCONNECTED: Final = CredentialStatus.DISCONNECTED.value
IN_USE: Final = (CONNECTED, INVALID)
"""The states in which an account's events are taken."""
MAX_ID: Final = 200

_NOTHING: Final = Authorization(kind=AuthorizationKind.NONE)


@dataclass(frozen=True, slots=True)
class Account:
    """What is connected. authorization: the values themselves, of any kind but INHERIT."""

    user_id: str
    authorization: Authorization = _NOTHING
    provider_id: str | None = None
    is_sandbox: bool = False


async def connect_account(
    context: Context, caller: Caller, integration_id: str, account: Account
) -> Credential:
    """Connect an account of a user. A connected user may connect their own, and no sandbox.

    Raises Invalid (`userId`, `providerId`, `authorization.…`), NotFound, Forbidden.
    """
    require_owner(caller, account.user_id, is_sandbox=account.is_sandbox)

    async def connect() -> Credential:
        integration = await get_integration(caller, integration_id)
        if problems := [*_problems(account, integration), *_unproven(caller, account)]:
            raise Invalid(problems)
        row = await _row(integration, account)
        row.user_id, row.provider_id = account.user_id.strip(), _blank_is_none(account.provider_id)
        row.status = CONNECTED
        row.sealed = seal(context.vault, row.id, account.authorization)
        await row.save()
        return row

    row = await atomically(connect)
    context.drop_plans(integration_id)
    return row


async def disconnect_account(context: Context, caller: Caller, credential_id: str) -> Credential:
    """End a connection and forget its values; again is fine. Raises NotFound."""

    async def disconnect() -> Credential:
        row = await get_credential(caller, credential_id)
        row.status = DISCONNECTED
        row.sealed = seal(context.vault, row.id, _NOTHING)
        await row.save()
        return row

    row = await atomically(disconnect)
    context.drop_plans(row.integration_id)
    return row


async def get_credential(caller: Caller, credential_id: str) -> Credential:
    """An account of the caller's project; a connected user finds their own only. Raises NotFound."""
    query = Credential.filter(id=credential_id, **own_accounts(caller))
    row = await query.first() if is_id(credential_id, Kind.CREDENTIAL) else None
    if row is None:
        raise NotFound("there is no such account")
    return row


def require_owner(caller: Caller, user_id: str | None, *, is_sandbox: bool) -> None:
    """Raises Forbidden for a connected user who would connect another's account, or a sandbox."""
    if caller.kind is not CallerKind.EDITOR and (caller.user_id != user_id or is_sandbox):
        raise Forbidden("a connected user may connect their own accounts only")


def own_accounts(caller: Caller) -> dict[str, Any]:
    """The columns by which the accounts are filtered that a caller may see; a sandbox is no user's."""
    if caller.kind is CallerKind.EDITOR:
        return {"project_id": caller.project_id}
    return {"project_id": caller.project_id, "user_id": caller.user_id, "is_sandbox": False}


async def list_credentials(caller: Caller, integration_id: str) -> list[Credential]:
    """Every account of an integration, oldest first. Raises NotFound, Forbidden."""
    require_editor(caller)
    integration = await get_integration(caller, integration_id)
    return await Credential.filter(integration_id=integration.id).order_by("created_ms", "id")


async def sandbox_credential(integration_id: str) -> Credential | None:
    """The sandbox account of an integration, unless it was disconnected."""
    return await Credential.get_or_none(
        integration_id=integration_id, is_sandbox=True, status__in=IN_USE
    )


async def forget_if_disconnected(vault: Vault, credential_id: str) -> None:
    """Forget the values of an account that is disconnected, inside a unit of work."""
    row = await Credential.get_or_none(id=credential_id, status=DISCONNECTED)
    if row is not None:
        row.sealed = seal(vault, row.id, _NOTHING)
        await row.save(update_fields=["sealed"])


def seal(vault: Vault, credential_id: str, values: Authorization) -> bytes:
    """Encrypt an account's values for its row."""
    return vault.seal(authorizations.encode(values), f"credential:{credential_id}")


def account_values(vault: Vault, credential: Credential) -> Authorization:
    """An account's values in the clear, for what calls the provider. Raises vault.Unreadable."""
    return authorizations.decode(vault.open(credential.sealed, f"credential:{credential.id}"))


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
    if account.authorization.kind is AuthorizationKind.INHERIT:
        message = "accepted: bearer, basic, headers, query or none"
        return [*problems, Problem(ProblemCode.REQUIRED, message, ("authorization",))]
    scheme = authorizations.decode(integration.authorization)
    found = authorizations.account_problems(account.authorization, scheme)
    return [*problems, *(problem.under("authorization") for problem in found)]


def _unproven(caller: Caller, account: Account) -> Iterator[Problem]:
    """Refuse a Provider ID that a user claims: events are routed by it, and it may be somebody else's."""
    if caller.kind is not CallerKind.EDITOR and account.provider_id is not None:
        message = "leave it out: with a user token it is looked up at the provider, never claimed"
        yield Problem(ProblemCode.NOT_ALLOWED, message, ("providerId",))


async def _row(integration: Integration, account: Account) -> Credential:
    if account.is_sandbox:
        row = await Credential.get_or_none(integration_id=integration.id, is_sandbox=True)
        if row is not None:
            return row
    return Credential(
        id=new_id(Kind.CREDENTIAL),
        integration_id=integration.id,
        project_id=integration.project_id,
        is_sandbox=account.is_sandbox,
        created_ms=clock.now_ms(),
    )


def _blank_is_none(value: str | None) -> str | None:
    return (value or "").strip() or None

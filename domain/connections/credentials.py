"""Credentials: connected accounts, and the one sandbox account of each integration. Who finds which, and their values.

Connecting a sandbox account where there is one replaces it in place (`connecting`): its id, and with it the addresses
and persisted values of the wizard, stay.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

import msgspec

from domain import clock
from domain.connections import authorization as authorizations
from domain.connections import grants, oauth_app
from domain.connections.callers import Caller, CallerKind, require_editor
from domain.connections.grants import Grant
from domain.connections.integrations import get_integration
from domain.context import Context
from domain.errors import Forbidden, NotFound
from domain.identity import Kind, is_id
from domain.models import Credential, Integration
from domain.registrations.requests import Authorization, AuthorizationKind
from domain.vault import Unreadable, Vault


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
TOPIC: Final = "accounts"
"""What is woken when an account has something due."""

_NOTHING: Final = Authorization(kind=AuthorizationKind.NONE)


async def forget(context: Context, row: Credential) -> None:
    """Empty the values of a row, inside a unit of work. Tokens that can be revoked are kept until they are."""
    ending = await _ending(context.vault, row)
    row.sealed = seal(context.vault, row.id, _NOTHING)
    row.version, row.failures = row.version + 1, 0
    row.update_from_dict(
        {
            "sealed_grant": grants.seal(context.vault, row.id, ending) if ending else None,
            "sealed_parameters": row.sealed_parameters if ending else None,
            "due_ms": clock.now_ms() if ending else None,
            "expires_ms": None,
            "claimed_ms": None,
            "reason": None,
        }
    )


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


async def forget_if_disconnected(context: Context, credential_id: str) -> None:
    """Forget the values of an account that is disconnected, inside a unit of work; its tokens are then revoked."""
    row = await Credential.get_or_none(id=credential_id, status=DISCONNECTED)
    if row is not None and not _is_forgotten(context.vault, row):
        await forget(context, row)
        await row.save()


def seal(vault: Vault, credential_id: str, values: Authorization) -> bytes:
    """Encrypt an account's values for its row."""
    return vault.seal(authorizations.encode(values), f"credential:{credential_id}")


def account_values(vault: Vault, credential: Credential) -> Authorization:
    """An account's values in the clear, for what calls the provider. Raises vault.Unreadable."""
    return authorizations.decode(vault.open(credential.sealed, f"credential:{credential.id}"))


def granted(vault: Vault, credential: Credential) -> Grant:
    """What an account's OAuth grant holds beside the access token; an empty one without. Raises vault.Unreadable."""
    sealed = credential.sealed_grant
    return grants.open_sealed(vault, credential.id, sealed) if sealed else Grant()


def seal_parameters(vault: Vault, whose: str, values: Mapping[str, str]) -> bytes | None:
    """Encrypt an account's parameters; None where there are none. whose: the key of the row that keeps them."""
    stored = msgspec.json.encode(dict(values)).decode()
    return vault.seal(stored, f"parameters:{whose}") if values else None


def parameters_of(vault: Vault, whose: str, sealed: bytes | None) -> dict[str, str]:
    """What the integration's addresses read of an account. Raises vault.Unreadable."""
    if not sealed:
        return {}
    stored = vault.open(sealed, f"parameters:{whose}")
    return msgspec.json.decode(stored, type=dict[str, str])


def _is_forgotten(vault: Vault, row: Credential) -> bool:
    try:
        return account_values(vault, row).kind is AuthorizationKind.NONE
    except Unreadable:
        return False


async def _ending(vault: Vault, row: Credential) -> Grant | None:
    """The tokens that are to be revoked; None where there are none, or nowhere to do so."""
    integration = await Integration.get(id=row.integration_id)
    if not row.sealed_grant or not integration.oauth:
        return None
    if not oauth_app.decode(integration.oauth).revoke_url:
        return None
    try:
        grant, values = granted(vault, row), account_values(vault, row)
    except Unreadable:
        return None
    return Grant(grant.kind, grant.refresh_token, is_ending=True, access_token=values.token)

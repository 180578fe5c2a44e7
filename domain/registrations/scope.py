"""What the templates of a request to a provider may read, and everything in it that must never be shown."""

from dataclasses import dataclass
from typing import Any, Final

from domain.connections import authorization, grants, parameters
from domain.connections.credentials import account_values, granted, parameters_of
from domain.connections.freshness import fresh
from domain.connections.grants import Grant
from domain.connections.secrets import secret_values
from domain.context import Context
from domain.models import Credential, Integration, PersistedValue
from domain.registrations.requests import Authorization, AuthorizationKind
from domain.vault import Vault

_NOBODY: Final = Authorization(kind=AuthorizationKind.NONE)


@dataclass(frozen=True, slots=True)
class Sender:
    """For whom a request is sent. base_url: with the account's parameters filled in. scheme: the integration's authorization. account: the account's values.

    names: the scope of its templates, without `setup.response`. concealed: what else of it must not be shown.
    """

    base_url: str | None
    scheme: Authorization
    account: Authorization
    names: dict[str, Any]
    concealed: tuple[str, ...] = ()

    def hidden(self) -> list[str]:
        """Every secret, credential value and persisted value in the clear, for masking."""
        return [
            *self.names["secrets"].values(),
            *authorization.values(self.account).values(),
            *self.names["persisted"].values(),
            *self.concealed,
        ]


async def sender(
    context: Context,
    integration: Integration,
    credential: Credential | None,
    *,
    webhook_url: str,
    persisted: dict[str, str],
) -> Sender:
    """Read what a request for this account, if there is one, may use; an access token that is due is refreshed first.

    Raises vault.Unreadable, freshness.Unusable.
    """
    vault = context.vault
    credential = await fresh(context, credential) if credential else None
    account = account_values(vault, credential) if credential else _NOBODY
    grant = granted(vault, credential) if credential else Grant()
    own = parameters_of(vault, credential.id, credential.sealed_parameters) if credential else {}
    base_url = parameters.filled(integration.api_base_url or "", own) or None
    return Sender(
        base_url,
        authorization.decode(integration.authorization),
        account,
        {
            "settings": {"webhookURL": webhook_url},
            "secrets": await secret_values(vault, integration.project_id),
            "integration": {**integration_values(integration), "apiBaseUrl": base_url},
            "credential": {**grant.extra, **own, **_named(account, credential)}
            if credential
            else {},
            "user": {"id": credential.user_id} if credential else {},
            "persisted": persisted,
        },
        (grant.refresh_token, *grants.hidden(grant.extra)),
    )


def _named(account: Authorization, credential: Credential) -> dict[str, Any]:
    own = {"id": credential.id, "providerId": credential.provider_id}
    return {**authorization.values(account), **own}


def integration_values(integration: Integration) -> dict[str, Any]:
    """The root `integration`."""
    return {
        "id": integration.id,
        "name": integration.name,
        "slug": integration.slug,
        "apiBaseUrl": integration.api_base_url,
    }


async def persisted_values(vault: Vault, trigger_id: str, scope: str) -> dict[str, str]:
    """Every kept value of a trigger in one scope, in the clear. Raises vault.Unreadable."""
    rows = await PersistedValue.filter(trigger_id=trigger_id, scope=scope)
    return {row.name: vault.open(row.sealed, purpose(row)) for row in rows}


def purpose(row: PersistedValue) -> str:
    """What a kept value is sealed for."""
    return f"persisted:{row.trigger_id}:{row.scope}:{row.name}"

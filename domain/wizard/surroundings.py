"""Reading what a description is checked against: names that exist, what happened, the integration."""

from domain.connections import authorization
from domain.connections.credentials import account_values, sandbox_credential
from domain.connections.integrations import parameter_names
from domain.connections.secrets import secret_names
from domain.context import Context
from domain.models import Integration, PersistedValue, Trigger
from domain.wizard.checks import Surroundings
from domain.wizard.description import Description
from domain.wizard.names import Vocabulary, keeps_any, kept_names
from domain.wizard.steps import Facts


async def surroundings(
    context: Context, trigger: Trigger, integration: Integration, description: Description
) -> Surroundings:
    """What exists around a trigger with this description. Raises vault.Unreadable."""
    rows = await PersistedValue.filter(trigger_id=trigger.id)
    return Surroundings(
        Vocabulary(
            await secret_names(integration.project_id),
            await _account_names(context, integration),
            kept_names(description) | {row.name for row in rows},
            keeps_any=keeps_any(description),
            has_grant=integration.oauth is not None,
        ),
        has_base_url=integration.api_base_url is not None,
        allows_http=context.settings.outbound_http,
    )


async def facts(trigger: Trigger) -> Facts:
    """What happened to a trigger."""
    sandbox = await sandbox_credential(trigger.integration_id)
    return Facts(sandbox is not None, trigger.setup_fingerprint, trigger.proven_fingerprint)


async def _account_names(context: Context, integration: Integration) -> frozenset[str]:
    """What can be read of an account: by the integration's scheme, and as the sandbox was connected."""
    names = set(authorization.wanted(authorization.decode(integration.authorization)))
    sandbox = await sandbox_credential(integration.id)
    if sandbox is not None:
        names |= authorization.values(account_values(context.vault, sandbox)).keys()
    own = parameter_names(integration, by_oauth=True)
    return frozenset(names or {"accessToken"}) | set(own)

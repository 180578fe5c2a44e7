"""What the newest delivery would be answered as an ordinary, verified one. Nothing is sent and nothing saved."""

from dataclasses import dataclass
from typing import Any

from domain.connections.credentials import sandbox_credential
from domain.connections.secrets import secret_values
from domain.context import Context
from domain.handshakes import acknowledge, compile_acknowledgement, echo_body, respond_ok
from domain.models import Integration, Trigger
from domain.registrations import kept
from domain.registrations.scope import integration_values, persisted_values
from domain.registrations.triggers import described
from domain.reply import Reply
from domain.templates.scope import RequestScope
from domain.wizard.description import Description, ResponseKind
from domain.wizard.progress import newest_event, target_url


@dataclass(frozen=True, slots=True)
class Preview:
    """problem: why it is not the wanted answer; empty when it is."""

    reply: Reply
    problem: str = ""


async def response_preview(context: Context, trigger: Trigger) -> Preview | None:
    """Answer the newest delivery by the draft, or by what is live. None when nothing arrived yet."""
    request = await newest_event(context.settings, trigger.id)
    if request is None:
        return None
    description = described(trigger)
    response = description.response
    if response.kind is ResponseKind.ECHO_BODY:
        return Preview(echo_body(request))
    if response.kind is not ResponseKind.ACKNOWLEDGEMENT or response.acknowledgement is None:
        return Preview(respond_ok())
    scope = {**await _names(context, trigger, description), "event": RequestScope(request)}
    verification = description.handling.verification
    proves = verification is not None and verification.form != "none"
    compiled = compile_acknowledgement(response.acknowledgement)
    return Preview(*acknowledge(compiled, scope, from_stranger=not proves))


async def _names(context: Context, trigger: Trigger, description: Description) -> dict[str, Any]:
    """What the answer's templates may read beside the event, for the sandbox account."""
    integration = await Integration.get(id=trigger.integration_id)
    sandbox = await sandbox_credential(integration.id)
    kept_in = kept.scope_name(description.basic.level, sandbox.id) if sandbox else kept.TEST
    names: dict[str, Any] = {
        "settings": {"webhookURL": target_url(context.settings, trigger)},
        "integration": integration_values(integration),
        "secrets": await secret_values(context.vault, integration.project_id),
        "persisted": await persisted_values(context.vault, trigger.id, kept_in),
    }
    if sandbox is not None:
        names["credential"] = {"id": sandbox.id, "providerId": sandbox.provider_id}
        names["user"] = {"id": sandbox.user_id}
    return names

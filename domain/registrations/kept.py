"""Values kept of a setup answer: read from it, sealed, and cleared by hand."""

from dataclasses import dataclass
from typing import Final

from domain import clock
from domain.connections.callers import Caller, require_editor
from domain.connections.credentials import sandbox_credential
from domain.context import Context
from domain.database import atomically
from domain.models import PersistedValue, ShownValue, Trigger
from domain.outbound import Answer
from domain.registrations.requests import KeyValue
from domain.registrations.scope import purpose
from domain.registrations.triggers import find_trigger
from domain.templates import scope as scopes
from domain.templates.errors import TemplateError
from domain.templates.scope import Scope
from domain.templates.template import Template
from domain.vault import Vault
from domain.wizard.description import Level

TEST: Final = "test"
MAX_VALUE: Final = 8 * 1024


@dataclass(frozen=True, slots=True)
class Kept:
    """values: by name. missing: a sentence for each that the answer does not hold."""

    values: dict[str, str]
    missing: tuple[str, ...]


def read_kept(keep: tuple[KeyValue, ...], names: Scope, answer: Answer) -> Kept:
    """Read what is to be kept of an answer; nothing is raised."""
    response = scopes.answer(answer.status, answer.headers, answer.body)
    scope = {**names, "setup": {"response": response}}
    values: dict[str, str] = {}
    missing: list[str] = []
    for entry in keep:
        try:
            value = Template.parse(entry.value).text(scope)
        except TemplateError as error:
            missing.append(f"persisted.{entry.name}: {error}")
            continue
        if 0 < len(value) <= MAX_VALUE:
            values[entry.name] = value
        else:
            wrong = f"the value is empty or longer than {MAX_VALUE} characters"
            missing.append(f"persisted.{entry.name}: {wrong}")
    return Kept(values, tuple(missing))


def scope_name(level: Level, credential_id: str) -> str:
    """Where the sandbox's values belong: to its account at user level, to the app's test webhook otherwise."""
    return credential_id if level is Level.USER else TEST


async def store(
    vault: Vault, trigger_id: str, scope: str, values: dict[str, str], *, window: str
) -> None:
    """Write values inside a unit of work, each over an earlier one. window: the registration's id."""
    for name, value in values.items():
        row = await PersistedValue.get_or_none(trigger_id=trigger_id, scope=scope, name=name)
        row = row or PersistedValue(trigger_id=trigger_id, scope=scope, name=name)
        row.sealed = vault.seal(value, purpose(row))
        row.window, row.delivery_id, row.created_ms = window, None, clock.now_ms()
        await row.save()


async def clear_persisted_values(context: Context, caller: Caller, trigger_id: str) -> Trigger:
    """Forget what the sandbox's registration kept, so that the next handshake may write afresh.

    Values of live accounts stay. Raises NotFound, Forbidden.
    """
    require_editor(caller)

    async def clear() -> Trigger:
        trigger = await find_trigger(caller, trigger_id)
        sandbox = await sandbox_credential(trigger.integration_id)
        kept_in = [TEST, *([sandbox.id] if sandbox else [])]
        await PersistedValue.filter(trigger_id=trigger.id, scope__in=kept_in).delete()
        await ShownValue.filter(trigger_id=trigger.id).delete()
        return trigger

    trigger = await atomically(clear)
    context.drop_plans(trigger.integration_id)
    return trigger

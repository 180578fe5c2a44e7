"""Compiling a trigger's description into a candidate, with the secrets it may use."""

import contextlib
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from domain.connections.secrets import secret_values
from domain.deliveries.custom_code import CompiledCode, compile_code
from domain.deliveries.masking import sent_secrets
from domain.deliveries.plan import LISTENING, Candidate, Start, Window
from domain.handshakes import (
    CompiledAcknowledgement,
    CompiledRules,
    compile_acknowledgement,
    compile_rules,
    read_rules,
)
from domain.keyring import KeyRing
from domain.models import (
    Credential,
    Integration,
    PersistedValue,
    Registration,
    Trigger,
    Workflow,
)
from domain.sandbox import Mode
from domain.signatures import Expiring, Scheme, Secrets, Verifier, compile_verifier, read_scheme
from domain.signatures.words import words
from domain.templates.conditions import CompiledFilter, compile_filter, read_filter
from domain.templates.errors import TemplateError
from domain.templates.path import Path
from domain.templates.scope import Scope
from domain.templates.template import Template
from domain.vault import Vault
from domain.wizard.description import (
    Description,
    Level,
    ResponseKind,
    Verification,
    decode,
    handling_fingerprint,
)

ENABLED: Final = frozenset({"ACTIVE", "DRAFT"})


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose address it is. account: of a user-level address, or the sandbox one. url: the full address.

    ring: where published keys are found.
    """

    integration: Integration
    account: Credential | None
    is_test: bool
    url: str
    ring: KeyRing


def persist_scope(level: Level, credential_id: str | None, *, is_test: bool) -> str:
    """Where persisted values belong: to an account, or to the app's test or live webhook."""
    if level is Level.USER and credential_id:
        return credential_id
    return "test" if is_test else "live"


async def compile_candidate(
    vault: Vault, owner: Owner, trigger: Trigger, description: Description
) -> Candidate:
    """Read what the description names and compile it."""
    level = description.basic.level
    account_id = owner.account.id if owner.account else None
    scope_name = persist_scope(level, account_id, is_test=owner.is_test)
    rows = await PersistedValue.filter(trigger_id=trigger.id, scope=scope_name)
    scope = await _scope(vault, owner, _opened(vault, rows))
    handling = description.handling
    secrets = _secrets(handling.verification, scope)
    scheme = _scheme(handling.verification)
    verification_code, response_code = _codes(description, scope)
    verify, key = _verifier(scheme, handling.verification, secrets, owner.ring)
    fingerprint = handling_fingerprint(description)
    return Candidate(
        trigger_id=trigger.id,
        fingerprint=fingerprint,
        level=level,
        is_enabled=owner.is_test or trigger.status in ENABLED,
        verify=verify,
        verification_key=verification_code.key if verification_code else key,
        verification_name=_name(verification_code, scheme),
        sent_secrets=_sent(description, scope),
        handshakes=_rules(description),
        response=description.response.kind,
        routing=tuple(Path.parse(path) for path in handling.routing),
        filter=compile_filter(read_filter(handling.filter)) if handling.filter else None,
        deduplication=_template(handling.deduplication_key),
        is_proven=trigger.proven_fingerprint == fingerprint,
        windows=await _windows(trigger, owner, account_id),
        scope=scope,
        kept={row.name: row.window for row in rows},
        persist_scope=scope_name,
        scheme=scheme,
        secrets=secrets,
        acknowledgement=_acknowledgement(description),
        rejected_status=description.response.rejected_status,
        is_draft=owner.is_test and trigger.draft is not None,
        verification_code=verification_code,
        response_code=response_code,
        starts=() if owner.is_test else await _starts(trigger),
    )


async def secrets_in_clear(
    vault: Vault, owner: Owner, trigger: Trigger, credential_id: str | None
) -> tuple[str, ...]:
    """What a delivery at an address that serves nobody may still hold in clear, by the draft or by what is live.

    credential_id: that the address names, whether or not the account is connected.
    """
    found: list[str] = []
    for text in (trigger.draft, trigger.live):
        if text is None:
            continue
        description = decode(text)
        kept_in = persist_scope(description.basic.level, credential_id, is_test=owner.is_test)
        rows = await PersistedValue.filter(trigger_id=trigger.id, scope=kept_in)
        found += _sent(description, await _scope(vault, owner, _opened(vault, rows)))
    return tuple(found)


async def _scope(vault: Vault, owner: Owner, persisted: dict[str, str]) -> dict[str, Any]:
    integration, account = owner.integration, owner.account
    scope: dict[str, Any] = {
        "settings": {"webhookURL": owner.url},
        "secrets": await secret_values(vault, integration.project_id),
        "integration": {
            "id": integration.id,
            "name": integration.name,
            "slug": integration.slug,
            "apiBaseUrl": integration.api_base_url,
        },
        "persisted": persisted,
    }
    if account is not None:
        scope["credential"] = {"id": account.id, "providerId": account.provider_id}
        scope["user"] = {"id": account.user_id}
    return scope


def _secrets(verification: Verification | None, scope: Scope) -> dict[str, list[str | Expiring]]:
    secrets: dict[str, list[str | Expiring]] = {}
    for entry in verification.secrets if verification else ():
        try:
            value = Template.parse(entry.value).text(scope)
        except TemplateError:
            continue  # not there yet: the verifier says so, and refuses
        lasting = value if entry.until is None else Expiring(value, entry.until)
        secrets.setdefault(entry.name, []).append(lasting)
    return secrets


def _in_clear(secrets: Secrets) -> dict[str, list[str]]:
    """Every value, those that have ended too: they may still be sent."""
    return {
        name: [each.text if isinstance(each, Expiring) else each for each in values]
        for name, values in secrets.items()
    }


def _scheme(verification: Verification | None) -> Scheme | None:
    if verification is None or verification.code is not None:
        return None
    return read_scheme(verification.scheme)


def _codes(
    description: Description, scope: Scope
) -> tuple[CompiledCode | None, CompiledCode | None]:
    """The code that verifies, and the code that answers."""
    verification, response = description.handling.verification, description.response
    verifying = verification.code if verification else None
    answering = response.code if response.kind is ResponseKind.CODE else None
    return (
        compile_code(verifying, Mode.VERIFY, scope) if verifying else None,
        compile_code(answering, Mode.RESPOND, scope) if answering else None,
    )


def _verifier(
    scheme: Scheme | None, verification: Verification | None, secrets: Secrets, ring: KeyRing
) -> tuple[Verifier | None, str]:
    if scheme is None or verification is None:
        return None, ""
    key = msgspec.json.encode((verification.scheme, secrets), order="sorted").decode()
    return compile_verifier(scheme, secrets, ring), key


def _rules(description: Description) -> CompiledRules:
    return compile_rules(read_rules(msgspec.to_builtins(description.response.handshakes)))


def _acknowledgement(description: Description) -> CompiledAcknowledgement | None:
    found = description.response.acknowledgement
    is_wanted = description.response.kind is ResponseKind.ACKNOWLEDGEMENT
    return compile_acknowledgement(found) if found and is_wanted else None


def _sent(description: Description, scope: Scope) -> tuple[str, ...]:
    verification = description.handling.verification
    found = _required(_rules(description), scope)
    if verification is not None:
        found += sent_secrets(verification.scheme, _in_clear(_secrets(verification, scope)))
    # only the code knows whether what it was given also travels with the delivery
    return found + tuple(
        secret for one in _codes(description, scope) if one for secret in one.secrets
    )


def _required(rules: CompiledRules, scope: Scope) -> tuple[str, ...]:
    found: list[str] = []
    for rule in rules:
        for _, template in rule.require:
            with contextlib.suppress(TemplateError):  # not there yet: the rule refuses
                found.append(template.text(scope))
    return tuple(found)


def _opened(vault: Vault, rows: list[PersistedValue]) -> dict[str, str]:
    return {
        row.name: vault.open(row.sealed, f"persisted:{row.trigger_id}:{row.scope}:{row.name}")
        for row in rows
    }


def _name(code: CompiledCode | None, scheme: Scheme | None) -> str:
    if code is not None:
        return "custom code"
    return words(scheme) if scheme is not None else ""


def _template(text: str | None) -> Template | None:
    return Template.parse(text) if text else None


async def _starts(trigger: Trigger) -> tuple[Start, ...]:
    """What its live events may start; a paused or stopped workflow too: its runs wait."""
    rows = await Workflow.filter(trigger_id=trigger.id, deleted_ms=None).order_by("id")
    return tuple(Start(row.id, row.name, _filter(row.conditions), row.is_ordered) for row in rows)


def _filter(stored: str | None) -> CompiledFilter | None:
    return compile_filter(read_filter(msgspec.json.decode(stored))) if stored else None


async def _windows(trigger: Trigger, owner: Owner, account_id: str | None) -> tuple[Window, ...]:
    query = Registration.filter(trigger_id=trigger.id, is_test=owner.is_test, window_ms__gt=0)
    if owner.is_test is False and account_id:
        query = query.filter(credential_id=account_id)
    newest = await query.order_by("-created_ms", "-id").first()
    windows = [Window(newest.window or newest.id, newest.window_ms)] if newest else []
    if owner.is_test:
        windows.append(Window(LISTENING, trigger.listening_ms))
    return tuple(windows)

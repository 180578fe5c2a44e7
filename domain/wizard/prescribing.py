"""From a finding of the doctor to the trigger's verification, and to the trigger itself."""

import re
from typing import Any, Final

from domain import catalog
from domain.connections.callers import Caller, require_editor
from domain.connections.secrets import secret_problems, set_secret
from domain.context import Context
from domain.errors import Invalid
from domain.models import Integration, Trigger
from domain.registrations.triggers import described, find_trigger
from domain.signatures import Basic, to_data
from domain.signatures.doctor import Finding
from domain.templates.names import KnownNames
from domain.wizard import updates
from domain.wizard.surroundings import surroundings
from domain.wizard.updates import EnteredVerification, HandlingChanges
from domain.wizard.verification import from_form

_UNFIT: Final = re.compile(r"[^A-Z0-9]+")


def secret_name(finding: Finding, integration: Integration) -> str | None:
    """The name under which a typed secret is to be stored, None when none was typed."""
    if all(held.template for held in finding.found.secrets.values()):
        return None
    for known in finding.found.known:
        if known.provider == integration.provider_slug:
            usual = {one.name: one.value for one in catalog.provider(known.provider).secrets}
            for name, held in finding.found.secrets.items():
                found = re.fullmatch(r"\{\{secrets\.([A-Z0-9_]+)\}\}", usual.get(name, ""))
                if not held.template and found:
                    return found[1]
    word = _UNFIT.sub("_", integration.slug.upper()).strip("_")[:40]
    return f"{word}_SIGNING_SECRET" if word[:1].isalpha() else "SIGNING_SECRET"


def prescription(finding: Finding, integration: Integration) -> dict[str, Any]:
    """The verification as `updateEventHandling` takes it: the provider's own scheme, or the scheme as data."""
    new = secret_name(finding, integration)
    secrets = [
        {"name": name, "value": held.template or f"{{{{secrets.{new}}}}}"}
        for name, held in finding.found.secrets.items()
    ]
    for known in finding.found.known:
        if known.provider == integration.provider_slug:
            return {
                "provider": {
                    "provider": known.provider,
                    "scheme": known.scheme_slug,
                    "secrets": secrets,
                }
            }
    if isinstance(finding.found.scheme, Basic):
        # a user name may be written here as it is: the form knows that it is no secret
        return {"basic": {one["name"]: one["value"] for one in secrets}}
    return {"scheme": {"scheme": to_data(finding.found.scheme), "secrets": secrets}}


async def apply_diagnosis(
    context: Context,
    caller: Caller,
    trigger_id: str,
    verification: EnteredVerification,
    secret: tuple[str, str] | None,
) -> Trigger:
    """Store the secret, if one is given, and save the verification; nothing of either when something is wrong.

    Raises Invalid (`verification.…`, `secret.…`), NotFound, Forbidden.
    """
    require_editor(caller)
    trigger = await find_trigger(caller, trigger_id)
    if secret is not None:
        await _check(context, trigger, verification, secret)
        await set_secret(context, caller, *secret)
    changes = HandlingChanges(verification=verification)
    return await updates.update_event_handling(context, caller, trigger_id, changes)


async def _check(
    context: Context, trigger: Trigger, verification: EnteredVerification, secret: tuple[str, str]
) -> None:
    """Refuse before anything is written what would be refused after the secret is."""
    integration, description = await Integration.get(id=trigger.integration_id), described(trigger)
    around = await surroundings(context, trigger, integration, description)
    known = around.vocabulary.secret()
    with_new = {**known.closed, "secrets": known.closed["secrets"] | {secret[0]}}
    problems = [one.under("secret") for one in secret_problems(*secret)]
    try:
        from_form(
            verification.form,
            verification.entered,
            known=KnownNames(with_new, open=known.open),
            provider=description.provider_slug or integration.provider_slug,
        )
    except Invalid as error:
        problems += error.problems
    if problems:
        raise Invalid(problems)

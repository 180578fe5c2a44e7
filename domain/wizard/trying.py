"""Running custom code in the wizard, against a delivery that is stored. Nothing is sent and nothing saved."""

from dataclasses import dataclass
from typing import Any

from domain.connections.callers import Caller, require_editor
from domain.connections.credentials import sandbox_credential
from domain.connections.secrets import secret_values
from domain.context import Context
from domain.deliveries import custom_code
from domain.deliveries.custom_code import CodeAnswer, CompiledCode, compile_code
from domain.deliveries.stored import as_request
from domain.errors import Invalid, Problem, ProblemCode
from domain.models import Delivery, Integration, Trigger, Verdict
from domain.registrations import kept
from domain.registrations.scope import integration_values, persisted_values
from domain.registrations.triggers import described, find_trigger
from domain.request import Request
from domain.sandbox import Call, Mode, Outcome
from domain.verdict import Refused
from domain.wizard.custom_code import code_problems
from domain.wizard.description import CustomCode, Description
from domain.wizard.progress import newest_event, target_url
from domain.wizard.surroundings import surroundings


@dataclass(frozen=True, slots=True)
class Try:
    """What to run. code: instead of the draft's own. delivery_id: None is the newest of the trigger."""

    mode: Mode
    code: CustomCode | None = None
    delivery_id: str | None = None


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of it. refusal: of a verification, None when it verifies. answer: of a response.

    missing: parameters whose templates have no value yet.
    """

    outcome: Outcome
    refusal: Refused | None = None
    answer: CodeAnswer | None = None
    missing: tuple[str, ...] = ()


async def run_custom_code(context: Context, caller: Caller, trigger_id: str, wanted: Try) -> Tried:
    """Run it once. Raises Invalid (`code.…`, `deliveryId`), NotFound, Forbidden."""
    require_editor(caller)
    trigger = await find_trigger(caller, trigger_id)
    description = described(trigger)
    code = wanted.code or _own(description, wanted.mode)
    if code is None:
        message = "the trigger has no such code yet: give the code to run"
        raise Invalid.one(ProblemCode.REQUIRED, message, "code")
    await _check(context, trigger, description, code)
    request = await _request(context, trigger, wanted.delivery_id)
    compiled = compile_code(code, wanted.mode, await test_scope(context, trigger, description))
    return await tried(context, trigger.project_id, compiled, request)


async def tried(context: Context, project_id: str, code: CompiledCode, request: Request) -> Tried:
    """Run compiled code against a request, and read what it said as a delivery would."""
    call = Call(project_id, code.code, code.mode, code.parameters, request)
    outcome = await context.sandbox.run(call)
    if code.mode is Mode.RESPOND:
        return Tried(outcome, answer=custom_code.answer(code, outcome), missing=code.missing)
    refusal = custom_code.unasked(code, request) or custom_code.refusal(code, request, outcome)
    return Tried(outcome, refusal=refusal, missing=code.missing)


async def test_scope(
    context: Context, trigger: Trigger, description: Description
) -> dict[str, Any]:
    """What templates may read beside the event, for the sandbox account."""
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


def _own(description: Description, mode: Mode) -> CustomCode | None:
    if mode is Mode.RESPOND:
        return description.response.code
    verification = description.handling.verification
    return verification.code if verification else None


async def _check(
    context: Context, trigger: Trigger, description: Description, code: CustomCode
) -> None:
    integration = await Integration.get(id=trigger.integration_id)
    around = await surroundings(context, trigger, integration, description)
    problems: list[Problem] = list(code_problems(code, around.vocabulary.code(), ("code",)))
    if problems:
        raise Invalid(problems)


async def _request(context: Context, trigger: Trigger, delivery_id: str | None) -> Request:
    if delivery_id is None:
        newest = await newest_event(context.settings, trigger.id)
        if newest is None:
            message = "nothing has arrived for this trigger yet: send it something first"
            raise Invalid.one(ProblemCode.REQUIRED, message, "deliveryId")
        return newest
    is_its_own = await Verdict.exists(trigger_id=trigger.id, delivery_id=delivery_id)
    delivery = await Delivery.get_or_none(id=delivery_id) if is_its_own else None
    if delivery is None:
        message = "this trigger has no such delivery"
        raise Invalid.one(ProblemCode.NOT_FOUND, message, "deliveryId")
    return as_request(context.settings, delivery)
